"""Outlets: who published a report: as its data say, by its address, by who first gave it out, or by a name at its end.

Rules `read.outlet-...` in `vocabularies/rules/reading.yaml`, tried in this order: first appeared, given, address, title,
signed, masthead.
"""

import re
from collections.abc import Sequence
from functools import cache

from thucydides.grounding.outlets import outlet as listed
from thucydides.grounding.outlets import outlet_by_host
from thucydides.reading.page import Line
from thucydides.reading.phrases import bare
from thucydides.vocabulary import mapping

SIGNATURE_WORDS = 4
_NAME = (
    r"(?P<name>(?:the )?(?-i:[A-Z][\w’'.&-]*)(?: (?-i:[A-Z0-9&][\w’'.&-]*|of|the|for|and|in)){0,6}?)"
    r"(?= here\b| on (?-i:[A-Z0-9])| \d|[.,;)\]]|$)"
)
_HOST = re.compile(r"(?:https?://)?(?:www\d?\.|m\.|amp\.)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:/|$)", re.I)
_EDITIONS = re.compile(
    r"^(?:www\d?|m|amp|mobile|edition|en|eng|english|us|uk|news|web|archive|old|beta)\.(?=[\w-]+\.[\w.-]+)", re.I
)


def is_outlet(words: str) -> bool:
    """Whether words are the name of an outlet that is on the list, or of a news agency."""
    return listed(words) is not None or bare(words) in mapping("reading_credits")["agencies"]


def host(address: str) -> str:
    """The host of a web address without `www.` and port: "https://www.example.org:80/x" -> "example.org"; "" where it is none."""
    match = _HOST.match(address.strip())
    return match[1].casefold() if match else ""


def named(words: str) -> str:
    """An outlet's name as the list has it, for a name or a host; what is not on the list comes back as it is, a host tidied."""
    words = words.strip()
    if " " not in words and (site := host(words)):
        known = outlet_by_host(site)
        return known.name if known else _EDITIONS.sub("", site)
    found = listed(words)
    return found.name if found else words


@cache
def _first() -> re.Pattern[str]:
    return re.compile(
        "|".join(
            f"(?:{shape.replace('{name}', _NAME.replace('?P<name>', f'?P<name{at}>'))})"
            for at, shape in enumerate(mapping("reading_credits")["first"])
        ),
        re.I,
    )


def outlet(lines: Sequence[Line], metadata: dict[str, str], title_says: str, signed: str, masthead: str = "") -> tuple[str | None, str]:
    """The outlet of a report and the rule that found it; (None, "") where nothing says it.

    `title_says` is the name at the end of the page's title, `signed` that at the end of the page, `masthead` that over the title.
    """
    for line in [*lines[-4:], *lines[:3]]:
        if match := _first().search(line.text[:400]):
            return named(next(group for group in match.groups() if group).strip(" .")), "read.outlet-first-appeared"
    if given := metadata.get("outlet", "").strip():
        return named(given), "read.outlet-given"
    if site := host(metadata.get("url", "")):
        return named(site), "read.outlet-address"
    if title_says:
        return named(title_says), "read.outlet-title"
    if signed:
        return named(signed), "read.outlet-signed"
    return (named(masthead), "read.outlet-masthead") if masthead else (None, "")


def signature(lines: Sequence[Line], read: Sequence[Line]) -> str:
    """The site's name where it stands alone at the end of the report: a known outlet, or a short name right before the page's foot."""
    if len(lines) < 2 or lines[-1].kind or len(lines[-1].text.split()) > SIGNATURE_WORDS:
        return ""
    words = lines[-1].text
    if not all(word[:1].isupper() for word in words.split()) or re.search(r"[.!?:;,\d]$", words):
        return ""
    return words if is_outlet(words) or read[-1].text != words else ""
