"""Sitenames: the name of the site at the end (or head) of a page's title, and titles for comparison."""

import re
from functools import cache

from thucydides.reading.outlets import is_outlet
from thucydides.reading.phrases import bare
from thucydides.vocabulary import mapping

_PARTS = re.compile(r"\s+(?:[|»•]|::|[-–—])\s+")
_WORDS = re.compile(r"\w+")


def key(text: str) -> str:
    """A title for comparison: its letters and digits in lower case."""
    return "".join(_WORDS.findall(text.casefold()))


def split(title: str, metadata: dict[str, str]) -> tuple[str, str]:
    """A page's title without the site's name at its end, and that name ("Five killed - Example News" -> "Five killed", "Example News")."""
    title = title.strip().lstrip("×").strip()
    label, bar, rest = title.partition(" | ")
    if bar and bare(label) in mapping("reading_heads")["labels"] and len(rest.split()) > 2:
        title = rest.strip()
    breaks = list(_PARTS.finditer(title))
    if breaks:
        before, after = title[: breaks[0].start()].strip(), title[breaks[0].end() :].strip()
        if len(before.split()) <= 4 < len(after.split()) and _site(before, metadata, False):
            return split(after, metadata)[0], before
    for place in breaks:
        before, after = title[: place.start()].strip(), title[place.end() :].strip()
        first = _PARTS.split(after)[0].strip()
        if len(before.split()) >= 3 and _site(first, metadata, place[0].strip() in ("|", "::", "»", "•")):
            return before, first
    return title, ""


def _site(words: str, metadata: dict[str, str], barred: bool) -> bool:
    """Whether the words at a title's end name a site: an outlet, the page's own host or outlet, or (after a bar) any name of one."""
    if len(words.split()) > 12 or not words:
        return False
    letters = key(words)
    host = key(re.sub(r"^https?://(?:www\.)?|[:/].*$|\.(?:com|org|net|co|news|info|tv)\b.*", "", metadata.get("url", "")))
    if is_outlet(words) or (len(letters) >= 3 and letters in (key(metadata.get("outlet", "")), host)):
        return True
    tokens = [token.casefold() for token in _WORDS.findall(words)]
    if host and len(host) >= 4 and any(host.startswith(token) or token.startswith(host) for token in tokens if len(token) >= 4):
        return True
    capital = all(word[:1].isupper() or word[:1].isdigit() or not word[:1].isalnum() for word in words.split() if len(word) > 3)
    named = any(token in _site_words() for token in tokens) or bool(re.search(r"\b[KW][A-Z]{2,3}\b", words))
    return capital and (named if not barred else named or len(tokens) <= 4)


@cache
def _site_words() -> frozenset[str]:
    return frozenset(mapping("reading_credits")["sites"])
