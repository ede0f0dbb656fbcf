"""Aggregates: sentences that count over many incidents, told apart from those that tell of one.

Invariants: an aggregate's numbers never enter the toll of a mention; one day at one place is an incident, however many bombs; a
window longer than two days with a count, several attacks counted together, a tally, an ordinal with its window are aggregates.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.accounts import accounts
from thucydides.extracting.kinds import kind_of
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.spans import days_wide
from thucydides.extracting.telling import Telling
from thucydides.extracting.triggers import Trigger
from thucydides.grounding.times import Anchor, TimeExpression, resolve
from thucydides.nouns import Aggregate, DateRange, Document, Passage, Place, Quantity
from thucydides.vocabulary import mapping

_TALLY = re.compile(
    r"\b(?:tally|tallies|count by|according to (?:an?|its|the) [\w\s’'-]{0,30}count|a total of|altogether|in total|combined|"
    r"cumulative|overall)\b",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\b[Aa]n?\s+(?P<who>[A-Z][\w./&-]*(?:\s+[A-Z][\w./&-]*){0,4})(?:['’]s)?\s+(?:tally|count)\b|\btally\s+(?:by|from|compiled\s+by)\s+(?P<by>[A-Z][\w./&-]*(?:\s+[A-Z][\w./&-]*){0,4})"
)
_COLLECTIVE = re.compile(
    r"\b(?P<word>pair|couple|series|string|spate|wave|number|succession|spree|flurry|rash|surge)\s+of\b", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"\b(?:the|its|their|a)\s+(?P<ordinal>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\d{1,2}(?:st|nd|rd|th))\s+(?:[\w’'-]+[,\s]+){0,4}$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:alone|this\s+(?:week|month|year)|in\s+(?:as\s+many|less\s+than|under|the\s+(?:past|last|space))|since|so\s+far|in\s+a\s+(?:week|month|year))\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b(?:24|12|48|36|few)\s+hours\b|\bovernight\b|\bthe\s+(?:day|night)\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so\s+far|to\s+date|toll)\b", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:since|so far|to date|from)\b", re.IGNORECASE)
_PERFECT = re.compile(
    r"(?<!\bto )\b(?:have|has)\s+(?:\w+\s+){0,2}?(?:been\s+)?(?:killed|died|dead|wounded|injured|perished|claimed|lost|left|cost)\b"
)
_LONG = re.compile(
    r"\b(?:crackdown|uprising|conflict|war|unrest|insurgency|revolt|revolution|campaign|siege|hostilities|protests)\b",
    re.IGNORECASE,
)
LARGE = 500
"""Deaths told without any day above which a count is taken to run over a war: single occurrences of this size are told with their day."""
HUNDRED = 100
"""Deaths of a month told without a deed above which they are taken to be of several."""
WEEK_DAYS = 7
_BY_MEANS = frozenset({"air", "shelling", "bomb", "suicide", "grenade", "chemical"})
SHORT_DAYS = 2
"""A window of more days than this counts over several incidents."""
_NOT_BETWEEN = re.compile(
    r"\b(?:in|on|at|by|from|during|after|of|and|or|were|was|wounded|killed|injured|dead|hurt|people|others)\b"
)
_SEVERAL = {"pair": 2, "couple": 2}


def _event_count(text: str, trigger: Trigger, cue_start: int) -> Quantity | None:
    """How many incidents the words before a plural trigger count."""
    before = text[max(0, cue_start - 60) : cue_start]
    collective = list(_COLLECTIVE.finditer(before))
    if collective and len(before) - collective[-1].end() < 30:
        word = collective[-1]["word"].lower()
        exact = _SEVERAL.get(word)
        return Quantity(
            exact or 2, exact, exact, "several" if not exact else collective[-1].group(), "toll.exact" if exact else "toll.plural"
        )
    spans = find_quantities(before)
    if (
        spans
        and not _NOT_BETWEEN.search(before[spans[-1].end :])
        and re.fullmatch(r"[\s\w’'-]{0,32}", before[spans[-1].end :])
        and len(before[spans[-1].end :].split()) <= 3
        and spans[-1].quantity.rule != "toll.none"
    ):
        quantity = spans[-1].quantity
        if trigger.plural and (quantity.best is None or quantity.best >= 2):
            return quantity
    return None


@cache
def _things() -> frozenset[str]:
    """Triggers that name a means or who used it: "three landmines killed 14" tells of one deed, however many went off."""
    return frozenset(mapping("triggers")["things"])


def incident_count(document: Document, telling: Telling) -> Quantity | None:
    """The number of incidents that a telling counts, or None where it tells of one."""
    text = document.text[telling.start : telling.end]
    for trigger in telling.triggers:
        if trigger.noun and trigger.plural and trigger.family not in ("death", "harm") and trigger.lemma not in _things():
            counted = _event_count(text, trigger, trigger.start - telling.start)
            if counted is not None:
                return counted
    return None


def ordinal_count(document: Document, telling: Telling) -> tuple[int, Passage] | None:
    """ "The third such act in December alone": (3, passage), where the sentence gives the window that is counted."""
    ordinals = mapping("numbers")["ordinals"]
    for trigger in (t for t in telling.triggers if t.noun):
        before = document.text[telling.start : trigger.start]
        match = _ORDINAL.search(before)
        if match is None or not _ALONE.search(document.text[trigger.end : telling.end]):
            continue
        number = ordinals.get(match["ordinal"].lower()) or int(re.sub(r"\D", "", match["ordinal"]) or 0)
        if number >= 2:
            return number, Passage(document.id, telling.start + match.start(), telling.end)
    return None


def _wide(expression: TimeExpression, date: DateRange | None) -> bool:
    if _SHORT.search(expression.wording):
        return False
    if date is None:
        return expression.window
    return days_wide(date) > SHORT_DAYS


def is_aggregate(document: Document, telling: Telling, anchor: Anchor) -> bool:
    """Whether a sentence counts over several incidents."""
    text = document.text[telling.start : telling.end]
    counted = any(
        h.people.counted and h.quantity is not None and (h.quantity.best or 0) > 0 and h.part_of is None for h in telling.harms
    )
    date = resolve(telling.time, anchor) if telling.time is not None else None
    told = [h for h in telling.harms if h.people.counted and h.part_of is None]
    if told and all(h.wide in ("so far", "shared") for h in told):
        return True
    if telling.time is not None and not _wide(telling.time, date):
        return counted and _scattered(document, telling, text)
    windows = [w for w in telling.windows if _wide(w, resolve(w, anchor))]
    heads = [
        t for t in telling.triggers if t.noun and t.family not in ("death", "harm", "arrest") and not (t.weak and not t.plural)
    ]
    heads = [t for t in heads if not t.weak] or heads
    plural = bool(heads) and all(t.plural for t in heads)
    events = incident_count(document, telling) if heads else None
    if counted and (windows or _TALLY.search(text)):
        return True
    if events is not None and (counted or windows or telling.time is not None):
        return True
    if counted and telling.time is None and telling.kind != "title" and _runs_on(telling, text):
        return True
    if counted and telling.time is not None and telling.kind != "title" and _over_months(telling, date, text):
        return True
    if plural and counted and telling.kind != "title":
        fine = _fine(telling)
        if telling.time is not None:
            return not (fine and date is not None and days_wide(date) <= WEEK_DAYS)
        return not (fine or telling.families & _BY_MEANS or (telling.head is not None and telling.head.definite))
    return False


_APART = re.compile(r"\b(?:separate|across|throughout|various|different)\b", re.IGNORECASE)


def _scattered(document: Document, telling: Telling, text: str) -> bool:
    """Whether a count of one day is over deeds all over a country: "five separate attacks across Mali on Wednesday killed 71"."""
    events = incident_count(document, telling)
    several = events is not None and (events.best or events.low or 0) > 1
    return several and _APART.search(text) is not None and not _fine(telling)


def _fine(telling: Telling) -> bool:
    return any(p.place is not None and (p.place.precision or 7) <= 3 and p.role in ("at", "near") for p in telling.places)


def _over_months(telling: Telling, date: DateRange | None, text: str) -> bool:
    """Whether a count is over a month or a year and a whole country: "in April, violence killed 209 civilians"."""
    if date is None or date.precision not in ("month", "months", "season", "year", "years"):
        return False
    fine = any(p.place is not None and (p.place.precision or 7) <= 4 and p.role in ("at", "near") for p in telling.places)
    general = any(t.noun and (t.weak or t.plural) and t.family not in ("death", "harm", "arrest") for t in telling.triggers)
    most = max((h.quantity.best or 0 for h in telling.harms if h.quantity is not None and h.part_of is None), default=0)
    running = most >= HUNDRED or bool(_PERFECT.search(text) or _SO_FAR.search(text))
    return (general or running) and not fine and not _single(telling)


def _single(telling: Telling) -> bool:
    """Whether a sentence names one occurrence."""
    return any(
        t.noun and not t.plural and not t.definite and not t.weak and t.family not in ("death", "harm", "crackdown", "arrest")
        for t in telling.triggers
    )


FEW = 10
"""Fewer dead than this are hardly those of a war so far, where one deed is named with them."""
_ONE_DEED = re.compile(
    r"\b(?:in|after|following|during|from)\s+(?:the|this|that)\s+(?:\w+\s+){0,2}"
    r"(?:shooting|attack|strike|airstrike|blast|explosion|bombing|raid|ambush|shelling|stabbing|assault|massacre)\b",
    re.IGNORECASE,
)


def _runs_on(telling: Telling, text: str) -> bool:
    """Whether a count without a day runs over a war, not one occurrence: "have died in the uprising", "more than 7,000 were killed"."""
    most = max((h.quantity.best or 0 for h in telling.harms if h.quantity is not None and h.part_of is None), default=0)
    if most >= LARGE:
        return True
    fine = _fine(telling)
    if most < FEW and _ONE_DEED.search(text) and not _LONG.search(text):
        return False  # "seven were injured and one has died after the shooting"
    return not _single(telling) and bool(_PERFECT.search(text) or (_LONG.search(text) and not fine))


def _window(telling: Telling, anchor: Anchor) -> tuple[DateRange | None, Passage | None, bool]:
    for expression in (*telling.windows, *((telling.time,) if telling.time is not None else ())):
        date = resolve(expression, anchor)
        if date is not None:
            return date, Passage("", expression.start, expression.end), bool(_BOUND.search(expression.wording))
    return None, None, False


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


def _area(telling: Telling) -> Place | None:
    places = [p.place for p in telling.places if p.place is not None and p.role in ("at", "near", "between", "mentioned")]
    return max(places, key=lambda p: (p.kind == "border", p.precision or 0), default=None)


def aggregate(document: Document, telling: Telling, anchor: Anchor) -> Aggregate:
    """The aggregate that one sentence states."""
    text = document.text[telling.start : telling.end]
    window, where, bound = _window(telling, anchor)
    counted = replace(telling, harms=tuple(replace(h, wide="") for h in telling.harms))
    killed, injured = (accounts([counted], outcome) for outcome in ("killed", "injured"))
    lead = next(
        (h for h in telling.harms if h.part_of is None and h.outcome == "killed"),
        next((h for h in telling.harms if h.part_of is None), None),
    )
    families = {t.family for t in telling.triggers if t.noun and t.family not in ("attack", "death", "harm")}
    methods = {w.method for w in telling.weapons if w.used}
    kind = kind_of(families, methods, set(), set(), True, True)[0] if families or methods else None
    named = _COUNTER.search(text)
    events = incident_count(document, telling)
    return Aggregate(
        id=f"{document.id}:{telling.start}:{telling.cue[0]}",
        document=document.id,
        passage=Passage(document.id, telling.start, telling.end),
        kind="episode" if events is not None and events.high is not None and not telling.windows else "tally",
        deaths=killed[0].total if killed else None,
        injured=injured[0].total if injured else None,
        incidents=events,
        window=window,
        window_passage=Passage(document.id, where.start, where.end) if where is not None else None,
        area=_area(telling),
        counter=(named["who"] or named["by"]) if named is not None else None,
        categories=_categories(text),
        nationality=lead.people.nationality if lead is not None else None,
        category=lead.people.category if lead is not None else "",
        group=lead.people.group if lead is not None else "",
        type=kind if kind not in ("Other", "Attack") else None,
        date_is_document_bound=bound,
    )


def only_wide(telling: Telling) -> Telling:
    """A telling with those of its counts alone that run over more than one deed ("60 across the country, including 12 in Homs")."""
    return replace(telling, harms=tuple(replace(h, part_of=None) for h in telling.harms if h.wide))


def ordinal(document: Document, telling: Telling, anchor: Anchor) -> Aggregate | None:
    """The aggregate that an ordinal implies: "the third such act this month" counts three."""
    counted = ordinal_count(document, telling)
    if counted is None:
        return None
    number, passage = counted
    window, where, bound = _window(telling, anchor)
    if window is None:
        return None
    return Aggregate(
        id=f"{document.id}:{passage.start}:ordinal",
        document=document.id,
        passage=passage,
        kind="ordinal",
        incidents=Quantity(number, number, number, document.text[passage.start : passage.end], "toll.ordinal"),
        window=window,
        window_passage=Passage(document.id, where.start, where.end) if where is not None else None,
        area=_area(telling),
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
