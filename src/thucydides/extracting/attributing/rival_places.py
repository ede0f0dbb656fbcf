"""Rival places: places that somebody gives for a deed beside the one its report gives: "at Inata; other sources say Aribinda", "(some give
the junction)", "at Maei or at Kyauktan", "police had first placed it in Guasmo", "the council said the jets had hit a market in Ajdabiya
instead".

Rule `claim.rival-place`. Invariants: a rival is named behind the place of the deed, or before it with "or"; a place that merely comes
next ("then moved on to Djibo") is none.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.attributing.spoken import Said
from thucydides.extracting.attributing.voices import Voices
from thucydides.nouns import Mention, Passage, Place
from thucydides.versions import takes_up_the_deed

REACH = 260
"""Characters behind the place of a deed within which another place is set against it."""
_TURN = r"(?:but|while|though|although|whereas|and)\s+"
_WHO = r"(?P<who>[^\s.,;:()?\d][^.,;:()?\d]{1,60}?)"
_AT = r"(?:(?:that\s+)?(?:it\s+(?:was|happened|took\s+place)\s+)?(?:rather\s+)?(?:at|in|near|on|off|outside)\s+)?(?:the\s+)?"
_BEHIND = (
    re.compile(rf"[;,(—–]\s*(?:{_TURN})?{_WHO}\s+(?:says?|said|gives?|gave|names?|named|prefers?|speaks?\s+of|spoke\s+of)\s+{_AT}$"),
    re.compile(
        rf"(?:^|[;,(.]\s*)(?:{_TURN})?{_WHO}\s+(?:(?:had|have|has)\s+)?(?:(?:at\s+)?first\s+|initially\s+|earlier\s+)?"
        r"(?:puts?|places?|placed|located?|locates|sets?)\s+(?:it|this|the\s+(?:\w+\s+){0,3}?\w+)\s+(?:rather\s+)?(?:at|in|near|on|off|outside)\s+(?:the\s+)?$"
    ),
    re.compile(
        r"\((?P<who>(?:army|police|rebels|government|others?|some|residents|locals|another\s+source)[^():\d]{0,30}):\s*" + _AT + "$",
        re.IGNORECASE,
    ),
    re.compile(
        r"[,;(—–]?\s*(?:or\s+)?(?:by|in|according\s+to)\s+(?P<who>(?:some|other|another|others|local|one)\s+(?:\w+\s+)?"
        rf"(?:accounts?|reports?|versions?|sources?|witnesses|papers?|tellings?)),?\s+{_AT}$"
    ),
)
"""What stands between the place of a deed and a rival of it, with who gives it."""
_OPENED = re.compile(r"\((?:or\s+)?(?:at|in|near)\s+(?:the\s+)?$")
_CLOSED = re.compile(r",?\s+(?:according\s+to|by|per|says?|say|said)\s+(?P<who>[^()]{2,50}?)\s*[);]")
"""Brackets that give another place: "(in Mangu, according to the police)"."""
_PUT_RIGHT = re.compile(
    r"(?:\bsorry,\s+|\bcorrect(?:ed\s+to|ion:)\s*|\[correction:?\s*)(?:of\s+|this\s+was\s+|it\s+was\s+)?(?:in\s+|at\s+|near\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OR = re.compile(r"(?:\s*,)?\s+or\s+(?:possibly\s+|perhaps\s+|rather\s+)?(?:at|in|near|outside)\s+(?:the\s+)?")
_OR_BEFORE = re.compile(r"\b(?:at|in|near|outside)\s+(?P<name>(?:(?:al-)?[A-Z][\w’'-]+\s?){1,3}?)\s+or\s+(?:at\s+|in\s+|near\s+)$")
_BRACKET = re.compile(
    r"\s*\((?P<who>some|others|other\s+\w+|some\s+\w+|another\s+\w+)\s+(?:say|says|give|gives|name|put\s+it\s+(?:at|in))\s+(?:at\s+|in\s+|near\s+)?(?:the\s+)?"
    r"(?P<name>(?:al-)?[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3})\)"
)
_SPOKE_IN = re.compile(
    r",[”\"]?\s+(?!(?:but|while|though|although|whereas|and|others?|some|another|one|local)\b)[^,;:()]+?\s(?:says?|said)\s+(?:at|in|off|on|outside)\s+$"
)
"""What stands before the place where a statement was made: ", a spokesman said in Bamako"."""
_NO_VERB = re.compile(
    r"[^\w\s]|\s*$|\s+(?:and|but|while|which|where|when|on|at|in|near|by|then|province|district|village|town|county|state|camp|road|valley)\b",
    re.IGNORECASE,
)
"""What follows a place that somebody gives for a deed, and no seat of government that does something ("he said Damascus would")."""
_HAPPENED = re.compile(
    r"(?:had\s+|has\s+|was\s+|were\s+)?(?:taken\s+place|took\s+place|happened|occurred|been|was|were)\s+(?:only\s+|rather\s+|in\s+fact\s+)?"
    r"(?:at|in|near|off|outside)\s+(?:the\s+)?$"
)
_DATELINE = re.compile(r"(?:,\s*[A-Z][\w ]+)?\s*(?:\([A-Z][^)]*\)\s*)?[-–—]{1,2}\s|(?:,\s*[A-Z][\w ]+)?\s*\([A-Z]+\)")
"""What is behind the place where a report was written: "Tripoli, Libya (Agency) --"."""
_INSTEAD = re.compile(r"\binstead\b|\bnot\s+(?:at|in|near)\b")


class RivalPlace(Struct, frozen=True):
    """A place with its words and where they stand, and who gives it: characters, a statement, or nobody."""

    place: Place
    passage: Passage
    who: tuple[int, int] | None = None
    said: Said | None = None


def rival_places(voices: Voices, mention: Mention) -> Iterator[RivalPlace]:
    """The places set against the place of a mention, in order."""
    own = mention.place
    if own is None or own.place is None or not any(p.start <= own.passage.start < p.end for p in mention.passages):
        return
    text, told = voices.document.text, own.passage
    named = list(_unresolved(voices, told, own.place))
    yield from named
    for reference in voices.around.places_in(told.end, min(told.end + REACH, len(text))):
        start = reference.passage.start
        if reference.place is None or reference.place.name == own.place.name or any(n.passage.start == start for n in named):
            continue
        between = text[told.end : start]
        if _OR.fullmatch(between) or _PUT_RIGHT.search(between):
            yield RivalPlace(reference.place, reference.passage)
            continue
        closed = _CLOSED.match(text, reference.passage.end) if _OPENED.search(between) else None
        if closed is not None and "\n" not in between:
            yield RivalPlace(reference.place, reference.passage, closed.span("who"))
            continue
        match = next((m for p in _BEHIND if (m := p.search(between)) is not None), None)
        ends = match is not None and (match.re is not _BEHIND[0] or _NO_VERB.match(text, reference.passage.end) is not None)
        spoken = _SPOKE_IN.search(between) or _DATELINE.match(text, reference.passage.end)
        if match is not None and ends and "\n" not in between and not spoken:
            yield RivalPlace(reference.place, reference.passage, (told.end + match.start("who"), told.end + match.end("who")))
            continue
        said = _said_to_be_elsewhere(voices, start, reference.passage.end)
        if said is not None and said.sentence[0] >= told.end:
            yield RivalPlace(reference.place, reference.passage, said=said)


def _unresolved(voices: Voices, told: Passage, own: Place) -> Iterator[RivalPlace]:
    """Rivals by a name alone, as the words give it: "(some give al-Kom junction)", "at Maei or at Kyauktan"."""
    text = voices.document.text
    line = text.rfind("\n", 0, told.start) + 1
    before = _OR_BEFORE.search(text[line : told.start])
    stop = text.find(".", told.end)
    behind = next((m for m in _BRACKET.finditer(text[told.end : min(told.end + REACH, stop if stop >= 0 else len(text))])), None)
    for match, shift in ((before, line), (behind, told.end)):
        if match is None:
            continue
        start, end = shift + match.start("name"), shift + match.end("name")
        resolved = next((r.place for r in voices.around.places_in(start, end) if r.place is not None), None)
        place = resolved or replace(own, name=match["name"], gazetteer_id=None, latitude=None, longitude=None, admin2=None)
        who = (shift + match.start("who"), shift + match.end("who")) if "who" in match.re.groupindex else None
        if place.name != own.name:
            yield RivalPlace(place, Passage(voices.document.id, start, end), who)


def _said_to_be_elsewhere(voices: Voices, start: int, end: int) -> Said | None:
    """The statement that sets the deed at a place: "the rebels said the battle took place off it", "had hit a market in it instead"."""
    said = voices.around_passage(Passage(voices.document.id, start, end))
    if said is None or said.source is None:
        return None
    first, last = next(((a, b) for a, b in said.content if a <= start < b), (start, start))
    statement = voices.document.text[first:last]
    happened = takes_up_the_deed(statement) and _HAPPENED.search(statement[: start - first])
    return said if happened or _INSTEAD.search(statement[: start - first] + statement[end - first :]) else None
