"""Pagemeta: what an HTML page says about itself: title, outlet, author, language, address, dates.

Dates are only those that the page states as data; none is searched for in its words here.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from thucydides.reading.characters import clean
from thucydides.vocabulary import mapping

_HAS_TIME = re.compile(r"\d{4}")


def metadata(tree: Any) -> dict[str, str]:
    """title, outlet, author, url, language and published of a parsed page, as far as it gives them."""
    found: dict[str, str] = {}
    for key, value in [*_metas(tree), *_linked_data(tree)]:
        value = " ".join(clean(value).split())
        if not value or (key == "author" and (value.startswith("http") or len(value) > 100)):
            continue
        found.setdefault(key, value)
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        found["language"] = language
    for link in tree.xpath("//link[@rel='canonical']/@href")[:1]:
        found.setdefault("url", str(link))
    heading = next((" ".join(clean(one.text_content()).split()) for one in tree.xpath("//h1")[:1]), "")
    named = next((" ".join(clean(one.text_content()).split()) for one in tree.xpath("//title")[:1]), "")
    if heading and heading.casefold() in (found.get("title") or named).casefold():
        found["title"] = heading
    elif title := found.get("title") or named or heading:
        found["title"] = title
    if named:
        found["page title"] = named
    if not found.get("published"):
        for stamp in tree.xpath("//article//time/@datetime | //header//time/@datetime | //*[@itemprop='datePublished']/@content")[
            :1
        ]:
            found["published"] = str(stamp)
    if not str(found.get("url", "http")).startswith("http"):
        del found["url"]
    return found


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    vocabulary = mapping("reading_html")
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().casefold()
        value = meta.get("content") or ""
        if name in vocabulary["dates"] and _HAS_TIME.search(value):
            yield "published", value
        yield from ((key, value) for key, names in vocabulary["names"].items() if name in names)


def _linked_data(tree: Any) -> Iterator[tuple[str, str]]:
    for script in tree.xpath("//script[@type='application/ld+json']")[:10]:
        try:
            data = msgspec.json.decode((script.text or "").encode())
        except (msgspec.DecodeError, RecursionError):
            continue
        for one in _objects(data):
            if not re.search(r"Article|Report|BlogPosting|WebPage", str(one.get("@type", ""))):
                continue
            yield "published", str(one.get("datePublished") or "")
            yield "title", str(one.get("headline") or "")
            for key, name in (("author", "author"), ("publisher", "outlet")):
                people = one.get(key)
                people = people if isinstance(people, list) else [people]
                names = [str(who.get("name") or "") if isinstance(who, dict) else str(who or "") for who in people]
                yield name, ", ".join(who for who in names if who)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for one in data:
            if isinstance(one, dict):
                yield one
    elif isinstance(data, dict):
        yield data
        graph = data.get("@graph")
        yield from (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()
