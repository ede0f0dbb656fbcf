"""Stating: the aggregate that one sentence or two neighbouring ones state, with its window, area, counter and groups.

Invariant: an aggregate's numbers never enter the toll of a mention.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.accounts import accounts
from thucydides.extracting.aggregates.areas import area_of
from thucydides.extracting.aggregates.by_group import part_begins, summed
from thucydides.extracting.aggregates.compared import without_compared
from thucydides.extracting.aggregates.occurrences import incident_count, ordinal_count
from thucydides.extracting.aggregates.windows import window_of
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.kinds.kinds import kind_of
from thucydides.extracting.tellings.opened_days import names_a_deed
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Aggregate, Document, Passage, Quantity
from thucydides.vocabulary import mapping

_COUNTER = re.compile(
    r"\b[Aa]n?\s+(?P<who>[A-Z][\w./&-]*(?:\s+[A-Z][\w./&-]*){0,4})(?:['’]s)?\s+(?:tally|count)\b|\btally\s+(?:by|from|compiled\s+by)\s+(?P<by>[A-Z][\w./&-]*(?:\s+[A-Z][\w./&-]*){0,4})"
)
@cache
def _group_words() -> dict[str, str]:
    return {word: category for category, words in mapping("groups")["groups"].items() for word in words}


_DONE_BY = re.compile(r",\s+(?:were|was|have|has|had|died|perished)\b|\b(?:killed|wounded|injured|abducted|attacked)\s+by\b")
"""Where the groups of a tally end and what was done to them begins."""


def _categories(text: str) -> tuple[str, ...]:
    """The groups that a tally names after "including" or "among them", as written."""
    opened = re.search(r"\b(?:including|among them|both|comprising)\b(?P<rest>.*)", text, re.IGNORECASE | re.DOTALL)
    if opened is None:
        return ()
    found = []
    rest = _DONE_BY.split(opened["rest"], maxsplit=1)[0]
    for piece in re.split(r",|\band\b|;", rest):
        words = re.findall(r"[A-Za-z’'-]+", piece)
        if any(w.lower().rstrip("s") in _group_words() or w.lower() in _group_words() for w in words):
            found.append(" ".join(piece.split()).strip(" .”“\"'’‘"))
    return tuple(found)


def aggregate(document: Document, telling: Telling, anchor: Reckoning) -> Aggregate:
    """The aggregate that one sentence states."""
    text = document.text[telling.start : telling.end]
    window, where, bound = window_of(document, telling, anchor)
    telling = _without_bound(document, without_compared(document, telling))
    counted = replace(telling, harms=tuple(replace(h, wide="") for h in telling.harms))
    killed, injured = (accounts([counted], outcome) for outcome in ("killed", "injured"))
    lead = next(
        (h for h in telling.harms if h.part_of is None and h.outcome == "killed"),
        next((h for h in telling.harms if h.part_of is None), None),
    )
    if len({h.people.group for h in summed(document, telling)}) > 1:
        lead = None  # "210 rebels and 38 policemen": the sum is of neither
    families = {t.family for t in telling.triggers if t.noun and t.family not in ("attack", "death", "harm")}
    methods = {w.method for w in telling.weapons if w.used}
    kind = kind_of(families, methods, set(), set(), True, True)[0] if families or methods else None
    named = _COUNTER.search(text)
    events = incident_count(document, _without_part(telling))
    return Aggregate(
        id=f"{document.id}:{telling.start}:{telling.cue[0]}",
        document=document.id,
        passage=Passage(document.id, telling.start, telling.end),
        kind="episode" if events is not None and events.high is not None and not telling.windows else "tally",
        deaths=killed[0].total if killed else None,
        injured=injured[0].total if injured else None,
        incidents=events,
        window=window,
        window_passage=where,
        area=area_of(document, telling),
        counter=(named["who"] or named["by"]) if named is not None else None,
        categories=_categories(text),
        nationality=lead.people.nationality if lead is not None else None,
        category=lead.people.category if lead is not None else "",
        group=lead.people.group if lead is not None else "",
        type=kind if kind not in ("Other", "Attack") else None,
        date_is_document_bound=bound,
    )


def _without_part(telling: Telling) -> Telling:
    """A telling without the deeds in which only some of those counted died: "of whom 21 were killed in two ambushes"."""
    begins = part_begins(telling)
    return replace(telling, triggers=tuple(t for t in telling.triggers if t.start < begins))


def _without_bound(document: Document, telling: Telling) -> Telling:
    """A telling without those harmed in the deed from which it counts: "since the 7 October attack, in which 1,200 people died"."""
    ends = [w.end for w in telling.windows if names_a_deed(document.text, w)]
    before = tuple(h for h in telling.harms if ends and h.start < min(ends))
    return replace(telling, harms=before) if before else telling


_NOT_ONE = re.compile(r"\b(?:not|nor)\s+(?:even\s+)?(?:an?|one)\b", re.IGNORECASE)
_BESIDE = 12


def counts_somebody(document: Document, found: Aggregate, telling: Telling) -> bool:
    """Whether a sentence counts incidents or people at all: "not one man was arrested for it" counts nobody."""
    some = (h for h in telling.harms if h.quantity is not None and h.people.counted and (h.quantity.best or h.quantity.low))
    first = (h.people.start for h in some)
    return found.incidents is not None or any(not _NOT_ONE.search(document.text, max(0, at - _BESIDE), at + _BESIDE) for at in first)


def only_wide(telling: Telling, times: Sequence[TimeExpression]) -> Telling:
    """A telling with those of its counts alone that run over more than one deed ("60 across the country, including 12 in Homs"); the day of
    the deed is no window of what ran up to it ("three died on Tuesday, bringing the toll to 22 since the unrest began"), of which a time
    behind it among the sentence's `times` may be."""
    wide = tuple(replace(h, part_of=None) for h in telling.harms if h.wide)
    ran_up = all(h.wide == "so far" and h.total for h in wide) and telling.dated_by != "statement"
    behind = [t for t in times if t.start > min(h.start for h in wide)] if ran_up else []
    return replace(telling, harms=wide, time=None if ran_up else telling.time, windows=telling.windows or tuple(behind[:1]))


def ordinal(document: Document, telling: Telling, anchor: Reckoning) -> Aggregate | None:
    """The aggregate that an ordinal implies: "the third such act this month" counts three."""
    counted = ordinal_count(document, telling)
    if counted is None:
        return None
    number, passage = counted
    window, where, bound = window_of(document, telling, anchor)
    if window is None:
        return None
    return Aggregate(
        id=f"{document.id}:{passage.start}:ordinal",
        document=document.id,
        passage=passage,
        kind="ordinal",
        incidents=Quantity(number, number, number, document.text[passage.start : passage.end], "toll.ordinal"),
        window=window,
        window_passage=where,
        area=area_of(document, telling),
        date_is_document_bound=bound,
    )


def joined(found: Sequence[Aggregate]) -> tuple[Aggregate, ...]:
    """Aggregates with neighbouring sentences of one tally put together: incidents and window in the one, deaths in the other."""
    result: list[Aggregate] = []
    for item in sorted(found, key=lambda a: (a.passage.start, a.id)):
        last = result[-1] if result else None
        gap = item.passage.start - last.passage.end if last is not None else 0
        if (
            last is not None
            and 0 <= gap <= 4
            and last.kind == item.kind == "tally"
            and last.deaths is None
            and last.incidents is not None
            and item.deaths is not None
            and item.incidents is None
            and item.window is None
        ):
            result[-1] = replace(
                item,
                incidents=last.incidents,
                window=last.window,
                window_passage=last.window_passage,
                area=last.area or item.area,
                passage=Passage(item.document, last.passage.start, item.passage.end),
                date_is_document_bound=last.date_is_document_bound,
                type=item.type or last.type,
            )
        else:
            result.append(item)
    return tuple(result)
