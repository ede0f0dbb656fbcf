"""Inline citations: "(Radio Ozodi, December 24, 2025)", one or several outlets in brackets, with the wording of each date."""

import re
from collections.abc import Iterator

from msgspec import Struct

from thucydides.grounding.outlets import find_outlets, outlet

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,240})[)\]]")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}|"
    rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{_MONTH}\s+\d{{1,2}}(?!\d)|\d{{1,2}}\s+{_MONTH}(?!\w)|(?<!\d)(?:19|20)\d{{2}}(?!\d))"
)
_DEFINED = re.compile(r"(?P<name>(?:[A-Z][\w’'-]*\s+|(?:of|the|and|for|de|del|la)\s+){2,8})\((?P<short>[A-Z]{2,8})\)")
_ITEM = re.compile(r"\s*;\s*")
_NAME_WORDS = 7


class CitationMatch(Struct, frozen=True):
    """Characters `[start, end)` cite `outlet` (canonical where listed, else as written); `date` spans the date's wording, or is None.

    `start` and `end` cover one outlet with its date, inside the brackets.
    """

    start: int
    end: int
    outlet: str
    date: tuple[int, int] | None = None


def find_citations(text: str) -> tuple[CitationMatch, ...]:
    """The inline citations of a text, in order.

    Rule `claim.citation`: brackets hold citations where each item, parted by semicolons, is a name with a date, a listed outlet alone, or,
    behind a number or a statement, the name of a body alone ("12 killed (Doctors Network)").
    """
    short = abbreviations(text)
    return tuple(_meant(text, c, short) for c in _found(text) if not _defines(text, c, short))


def _found(text: str) -> Iterator[CitationMatch]:
    for match in _BRACKETS.finditer(text):
        yield from _items(text, match.start(1), match.end(1))


def abbreviations(text: str) -> dict[str, tuple[str, int]]:
    """The abbreviations that a text gives its names, each with the name and where it is given: "Arakan Army (AA)"."""
    found: dict[str, tuple[str, int]] = {}
    for match in _DEFINED.finditer(text) if "(" in text else ():
        words, short = match["name"].split(), match["short"]
        large = [w for w in words if w[0].isupper()]
        named = large[-len(short) :]
        if [w[0] for w in named] == list(short):
            name = " ".join(words[words.index(named[0]) :])
            found.setdefault(short, (name, match.start("short")))
    return found


def _defines(text: str, cited: CitationMatch, short: dict[str, tuple[str, int]]) -> bool:
    """Whether brackets only say what a name is called for short."""
    known = short.get(text[cited.start : cited.end].strip())
    return known is not None and known[1] == cited.start


def _meant(text: str, cited: CitationMatch, short: dict[str, tuple[str, int]]) -> CitationMatch:
    """A citation by an abbreviation that the text itself has given is of who bears it there, not of an outlet known by it elsewhere."""
    known = short.get(text[cited.start : cited.end].strip())
    return cited if known is None else CitationMatch(cited.start, cited.end, known[0], cited.date)


def citation_brackets(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that are citations, brackets included."""
    short = abbreviations(text)
    return tuple(
        m.span()
        for m in _BRACKETS.finditer(text)
        if any(not _defines(text, item, short) for item in _items(text, m.start(1), m.end(1)))
    )


def _items(text: str, start: int, end: int) -> list[CitationMatch]:
    bounds, at = [], start
    for separator in _ITEM.finditer(text, start, end):
        bounds.append((at, separator.start()))
        at = separator.end()
    bounds.append((at, end))
    found = [_item(text, a, b) for a, b in bounds]
    return [item for item in found if item is not None]


def _item(text: str, start: int, end: int) -> CitationMatch | None:
    date = _DATE.search(text, start, end)
    name = text[start : date.start() if date is not None else end].strip(" ,.:–—-\u00a0")
    if not name or not name[0].isalnum() or len(name.split()) > _NAME_WORDS:
        return None
    listed = outlet(name)
    if listed is None and date is None:
        return CitationMatch(start, end, name) if _is_source(text, start, end, name) else None
    comma = text[start : date.start() if date else end].rstrip().endswith(",")
    if listed is None and not (comma and (_is_name(name) or _SOURCE.search(name))):
        return None
    while text[start].isspace():
        start += 1
    stop = date.end() if date is not None else end
    canonical = (
        listed.name
        if listed is not None
        else next((m.name for m in find_outlets(name) if m.end - m.start > len(name) // 2), name)
    )
    return CitationMatch(start, stop, canonical, date.span() if date is not None else None)


_BODY = re.compile(
    r"\b(?:Network|Ministry|Office|Observatory|Agency|Press|News|Radio|Committee|Council|Centre|Center|Monitor|Rights|Union|Association|Organi[sz]ation|"
    r"Command|Police|Army|Service|Authority|Hospital|Cross|Crescent|Watch|Group|Government|Times|Post|Coalition|Forum|Project|Institute|Commission)\b"
)
_BEHIND = re.compile(r"(?:^|\s)(?:\d[\w,.]*|[a-z][\w’'-]*)[.”\"]?\s*\($")
_SOURCE = re.compile(
    r"(?:^|[\s-])(?:newsletter|media|press|radio|television|tv|sources?|reports?|statements?|interviews?|channels?|blog|dataset|database|survey|"
    r"daily|weekly|agency|website|data|communiqu[eé]|update|bulletin|briefing|newspapers?|correspondence|testimony|maps?|ministry|ministries|"
    r"prosecutors?|officials?|authorit(?:y|ies)|police|army|navy|air force|forces|military|staff|command|government|administration|"
    r"governor|mayor|office|department|directorate|committee|commission|council|mission|service|court|hospital|monitors?|observers?)$",
    re.IGNORECASE,
)
"""The word for a source with which what is cited ends: "(local media, March 6)"."""
_ACRONYM = re.compile(r"[A-Z]{2,8}")


def _is_source(text: str, start: int, end: int, name: str) -> bool:
    """Whether a name alone in brackets at the end of a statement is who said it, not an abbreviation of what stands before it."""
    if not _BEHIND.search(text[max(0, start - 24) : start]) or not re.match(r"[)\]]\s*(?:[.;,]|$|\n)", text[end : end + 4]):
        return False
    return bool(_BODY.search(name) and _is_name(name)) or bool(_ACRONYM.fullmatch(name))


def _is_name(name: str) -> bool:
    """Whether the words look like a title: capitals on all but small words, no verb-like ending sentence."""
    words = name.split()
    return all(
        w[:1].isupper() or w[:1].isdigit() or w in ("of", "the", "and", "for", "de", "la", "el", "du", "in", "&", "/")
        for w in words
    )
