"""Deeds: which of a sentence's words tell of one deed and which of another, and which date and place each hangs on.

Invariant: words are one deed unless different dates hang under them in the tree, or counts of people stand each before a place of its own.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.participants import REPORTING
from thucydides.extracting.status import aftermath
from thucydides.extracting.triggers import Trigger
from thucydides.grounding.places import distance_km
from thucydides.grounding.times import Anchor, TimeExpression, resolve
from thucydides.grounding.times.forms import Day, Shift
from thucydides.nouns import DateRange, PlaceRef

_PLACED = 60
"""Characters between a count and a place of its own."""
_ELSEWHERE = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+\w+\s+of\s+)?[A-Z]\w")
"""A name of a place that no gazetteer may know."""
_REFERRING = {"after", "following", "since", "before", "amid"}
_BEGINNING = frozenset({"begin", "start", "erupt", "break"})
"""Verbs that say in a clause aside when something longer began."""
_ASIDE = ("relcl", "acl", "advcl")
_SINCE = re.compile(r"\bsince\b[^.,;]*$")


def governor(token: Token, nodes: dict[int, int]) -> int | None:
    """The node (token index -> group) that a token hangs under in the tree, the nearest first."""
    climbed = token
    for _ in range(12):
        if climbed.i in nodes:
            return nodes[climbed.i]
        if climbed.head == climbed:
            return None
        climbed = climbed.head
    return None


def token_starting(sentence: Span, offset: int) -> Token | None:
    return next((t for t in sentence if t.idx <= offset < t.idx + len(t)), None)


def deeds_by_date(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int, loose: bool = True
) -> list[tuple[set[int], TimeExpression | None]]:
    """Nodes of a sentence sorted into deeds: one, unless different dates hang under different nodes."""
    text = sentence.doc.text
    earlier = _since_deed(sentence, nodes, times, shift)
    if earlier is not None:
        inner, day = earlier
        outer = [n for n in nodes if n not in inner]
        others = [t for t in times if t is not day]
        return [*(deeds_by_date(sentence, outer, others, shift, loose) if outer else []), (inner, day)]
    points = [
        t
        for t in times
        if not t.window and t.lean != "future" and not _counts_from(text, t, shift) and not _dates_a_noun(sentence, t, shift)
    ]
    parted = _by_semicolon(sentence, nodes, points, shift)
    if parted:
        return [(set(own), nearest_date(sentence, own, days, shift, loose)) for own, days in parted]
    if len(points) < 2 or len(nodes) < 2:
        return [(set(nodes), nearest_date(sentence, nodes, points, shift, loose))]
    index = {n: n for n in nodes}
    owners: dict[int, TimeExpression] = {}
    for time in points:
        owner, _ = deed_of(sentence, time, index, shift)
        if owner is not None and owner not in owners:
            owners[owner] = time
    if len(owners) < 2:
        return [(set(nodes), next(iter(owners.values()), None) or nearest_date(sentence, nodes, points, shift, loose))]
    result: dict[int, set[int]] = {owner: {owner} for owner in owners}
    doc = sentence.doc
    for node in nodes:
        if node in owners:
            continue
        up = governor(doc[node].head, {o: o for o in owners}) if doc[node].head.i != node else None
        if up is None:
            up = min(owners, key=lambda o: (abs(o - node), o))
        result[up].add(node)
    return [(result[o], owners[o]) for o in sorted(owners)]


def _by_semicolon(
    sentence: Span, nodes: list[int], points: list[TimeExpression], shift: int
) -> list[tuple[list[int], list[TimeExpression]]]:
    """The deeds of clauses that semicolons part where each has a day of its own, a clause without one going with that before it."""
    ends = [t.i for t in sentence if t.text == ";"]
    if not ends:
        return []
    found: list[tuple[list[int], list[TimeExpression]]] = []
    for first, last in zip([sentence.start, *ends], [*ends, sentence.end], strict=True):
        own = [n for n in nodes if first <= n < last]
        starts = ((t, token_starting(sentence, t.start - shift)) for t in points)
        days = [t for t, token in starts if token is not None and first <= token.i < last]
        if found and not (own and days):
            found[-1] = ([*found[-1][0], *own], [*found[-1][1], *days])
        elif own or days:
            found.append((own, days))
    return found if len(found) > 1 and all(own for own, _ in found) else []


def _since_deed(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int
) -> tuple[set[int], TimeExpression] | None:
    """The deed of a clause behind "since" with the day that it names: "the deadliest since twin bombs killed 121 in October 2022"."""
    for time in times:
        climbed = token_starting(sentence, time.start - shift)
        while climbed is not None and climbed.head != climbed:
            if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in climbed.children):
                inner = {n for n in nodes if sentence.doc[n] in climbed.subtree}
                return (inner, time) if inner and inner != set(nodes) else None
            climbed = climbed.head
    return None


def headlines(sentence: Span, nodes: list[int], harms: Sequence[Harm]) -> list[set[int]]:
    """The deeds that the parts of a title tell between semicolons, where each counts harm of its own: "12 police killed as drone downs
    helicopter; truck bomb kills six in Cali"; nothing where it tells of one."""
    ends = [t.i for t in sentence if t.text == ";"]
    counted = {h.cue for h in harms if h.people.counted and h.part_of is None and h.outcome == "killed"}
    parts = [{n for n in nodes if a <= n < b} for a, b in zip([sentence.start, *ends], [*ends, sentence.end], strict=True)]
    return parts if len(parts) > 1 and all(part & counted for part in parts) else []


def in_passing(triggers: Sequence[Trigger], harms: Sequence[Harm]) -> bool:
    """Whether a sentence only speaks of force in general ("the crackdown", "the fighting"), and counts nobody."""
    return not harms and all(t.weak and t.family in _GENERAL for t in triggers)


_GENERAL = frozenset({"attack", "clash", "crackdown", "protest", "riot"})


def _dates_a_noun(sentence: Span, time: TimeExpression, shift: int) -> bool:
    """Whether a time stands right behind a word for a peace, a vote or a war, which it dates: "despite a truce a year ago"."""
    token = token_starting(sentence, time.start - shift)
    if token is None or token.i == sentence.start:
        return False
    before = token.nbor(-1)
    if before.lower_ in ("in", "of", "from") and before.i > sentence.start:
        before = before.nbor(-1)
    return before.lemma_.lower() in _DATED and before.pos_ in ("NOUN", "PROPN")


_DATED = frozenset(
    {
        *("truce", "ceasefire", "cease-fire", "armistice", "peace", "deal", "accord", "agreement", "pact", "treaty", "election", "vote"),
        *("referendum", "coup", "putsch", "invasion", "revolution", "uprising", "independence", "withdrawal", "summit", "talk", "war"),
    }
)
"""What happens once and is often named with its day to say how things stand."""


def _counts_from(text: str, time: TimeExpression, shift: int) -> bool:
    """Whether a day only says since when: "since the coup of 1 February", but not "since 28 May, when a soldier was killed"."""
    start, end = time.start - shift, time.end - shift
    before = text[max(0, start - 80) : start]
    if re.search(r"(?<!followed)(?<!preceded)\s\bby\s+$", before, re.IGNORECASE):
        return True  # "by 13 April more than 300 were dead" says until when
    return _SINCE.search(before) is not None and not re.match(r",?\s+when\b", text[end : end + 8])


def deed_of(sentence: Span, point: TimeExpression, nodes: dict[int, int], shift: int) -> tuple[int | None, int]:
    """(the deed that a date hangs on or None, how far it hangs elsewhere): "who turned two on Sunday, died Tuesday".

    0: on nothing else; 1: on a verb in a clause of its own, or of what came after; 2: on the beginning of something longer ("where protests
    began last month") or on what a speaker did ("said one who fled on Wednesday"), so that it is no date of the deed.
    """
    climbed = token_starting(sentence, point.start - shift)
    while climbed is not None:
        if climbed.i in nodes:
            return nodes[climbed.i], 0
        if climbed.lemma_.lower() in _BEGINNING and climbed.dep_ in _ASIDE:
            return None, 2
        if climbed.dep_ == "relcl" and climbed.head.dep_ == "nsubj" and climbed.head.head.lemma_.lower() in REPORTING:
            return None, 2
        if climbed.pos_ in ("VERB", "AUX") and (climbed.dep_ in _ASIDE or climbed.lemma_.lower() in aftermath()):
            return None, 1
        if climbed.head == climbed:
            return None, 0
        climbed = climbed.head
    return None, 0


def nearest_date(
    sentence: Span, nodes: list[int], points: list[TimeExpression], shift: int, loose: bool = True
) -> TimeExpression | None:
    """The date that hangs on a deed; else the first that hangs least elsewhere (a date of its own, or that of a statement).

    Where a sentence only speaks of a deed in passing (`loose` False) a date in a clause of its own is not the deed's.
    """
    index = {n: n for n in nodes}
    free: list[tuple[int, int, TimeExpression]] = []
    for order, point in enumerate(points):
        deed, elsewhere = deed_of(sentence, point, index, shift)
        if deed is not None:
            return point
        if elsewhere < (2 if loose else 1):
            free.append((elsewhere, order, point))
    return min(free, key=lambda f: f[:2])[2] if free else None


def harms_by_place(
    sentence: Span, harms: list[Harm], places: list[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """Harms told of different places one after another ("three in Kherson, two in the town of Nikopol"), each with the places that
    follow it before the next count; None where they are not told so."""
    counted = sorted((h for h in harms if h.part_of is None and h.quantity is not None and h.quantity.best), key=lambda h: h.people.start)
    if len(counted) < 2 or len({h.outcome for h in counted}) == len(counted):
        return None
    owned: list[tuple[list[Harm], list[PlaceRef]]] = []
    for harm, following in zip(counted, [*counted[1:], None], strict=True):
        until = following.people.start if following is not None else min(sentence.end_char, harm.people.end + _PLACED)
        mine = [
            p
            for p in places
            if harm.people.end <= p.passage.start - shift < min(until, harm.people.end + _PLACED)
            and p.role in ("at", "near", "mentioned")
        ]
        if not mine and not _ELSEWHERE.match(sentence.doc.text, harm.people.end):
            return _placed_first(sentence, counted, places, shift)
        owned.append(([harm], mine))
    keys = {(p[0].place.gazetteer_id if p[0].place else p[0].wording) if p else f"elsewhere {n}" for n, (_, p) in enumerate(owned)}
    return owned if len(keys) == len(owned) else None


def targets_by_place(
    sentence: Span, harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """A deed told of two targets with a town each ("attacked a base in Gao and a post in Kidal"): two deeds; None where nobody tells it so.

    Towns near each other are one place. Nothing is split where people are counted, for nobody says who was harmed where.
    """
    fine = [p for p in places if p.role in ("at", "near") and p.place is not None and (p.place.precision or 7) <= _TOWN]
    if harms or len(fine) != _PAIR or fine[0].place is None or fine[1].place is None:
        return None
    gap = distance_km(fine[0].place, fine[1].place)
    heads = [_held_by(sentence, p, shift) for p in fine]
    joined = heads[0] is not None and heads[1] is not None and heads[1] in heads[0].conjuncts
    if gap is None or gap < _APART_KM or not (joined or _and_another(sentence, fine[0], fine[1], shift)):
        return None
    return [([], [p]) for p in fine]


def _and_another(sentence: Span, first: PlaceRef, second: PlaceRef, shift: int) -> bool:
    """Whether nothing but "and", a noun and a preposition stands between two places ("in Gao and a police post in Kidal")."""
    start, end = first.passage.end - shift, second.passage.start - shift
    between = [t for t in sentence if start <= t.idx < end and not t.is_space]
    return (
        1 < len(between) <= _BETWEEN
        and between[0].lower_ == "and"
        and between[-1].lower_ in ("in", "at", "near", "outside", "the")
        and any(_noun_like(t) for t in between)
        and all(_noun_like(t) or t.pos_ not in ("VERB", "AUX", "PUNCT", "NUM") for t in between)
    )


def _noun_like(token: Token) -> bool:
    """Whether a word is a noun, or a plural that the tagger takes for a verb though nothing is its subject ("French consulates")."""
    return token.pos_ == "NOUN" or (token.tag_ == "VBZ" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children))


_BETWEEN = 8


def _held_by(sentence: Span, place: PlaceRef, shift: int) -> Token | None:
    """The noun that stands at a place: "base" of "a base in Gao"."""
    climbed = token_starting(sentence, place.passage.start - shift)
    while climbed is not None and climbed.dep_ in ("compound", "pobj", "amod", "nmod", "appos", "det"):
        climbed = climbed.head
    return climbed.head if climbed is not None and climbed.dep_ == "prep" and climbed.head.pos_ in ("NOUN", "PROPN") else None


_TOWN, _PAIR, _APART_KM = 2, 2, 40.0
def shares_by_place(
    sentence: Span, harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> tuple[Harm, list[tuple[list[Harm], list[PlaceRef]]]] | None:
    """(a count over several places, the share of each with its place) of "39 people were killed on Wednesday, of whom 26 were in Homs, six
    in Idlib"; None where nobody tells it so. What they have in common is the day: each place is a deed of its own."""
    counted = sorted((h for h in harms if h.people.counted and h.quantity is not None and h.quantity.best), key=lambda h: h.people.start)
    if len(counted) < _FEWEST_SHARES or not _OF_WHOM.search(sentence.doc.text, counted[0].people.end, counted[1].people.start):
        return None
    whole, shares = counted[0], [h for h in counted[1:] if h.outcome == counted[0].outcome]
    told: list[tuple[list[Harm], list[PlaceRef]]] = []
    for share, following in zip(shares, [*shares[1:], None], strict=True):
        until = following.people.start if following is not None else sentence.end_char
        behind = [p for p in places if p.role in ("at", "near") and share.people.end <= p.passage.start - shift < until]
        mine = [p for p in behind if p.place is not None and p.place.kind != "country"]
        if mine:
            told.append(([share], mine[:1]))
    towns = {p[0].place.gazetteer_id for _, p in told if p[0].place is not None}
    total = sum(h.quantity.best or 0 for some, _ in told for h in some if h.quantity is not None)
    fits = whole.quantity is not None and total <= (whole.quantity.best or 0)
    return (whole, told) if len(towns) == len(told) >= _FEWEST_SHARES - 1 and fits else None


_FEWEST_SHARES = 3
_OF_WHOM = re.compile(r"\b(?:of\s+(?:whom|them|those)|including|among\s+(?:them|whom))\b", re.IGNORECASE)
_MEANWHILE = re.compile(r"(?:\bwhile|\bbut|\bwhereas|;)\s+(?:\w+\s+)?(?:in|at|near)\s+(?:the\s+\w+\s+of\s+)?$", re.IGNORECASE)


def _placed_first(
    sentence: Span, counted: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """Counts behind places set against each other ("in Gao two men were shot, while in Kidal a mine killed six"), each with its place."""
    text = sentence.doc.text
    turns = [p for p in places if p.role in ("at", "near") and _MEANWHILE.search(text, 0, p.passage.start - shift)]
    if len(turns) != 1:
        return None
    cut = turns[0].passage.start - shift
    first = [p for p in places if p.passage.start - shift < cut and p.role in ("at", "near")]
    before, after = [h for h in counted if h.people.start < cut], [h for h in counted if h.people.start > cut]
    if not (first and before and after) or first[0].place == turns[0].place:
        return None
    return [(before, first), (after, [p for p in places if p.passage.start - shift >= cut])]


def owner_of(sentence: Span, start: int, nodes: set[int]) -> int | None:
    """The deed that the word at `start` hangs under in the tree, or None."""
    token = token_starting(sentence, start)
    return governor(token, {n: n for n in nodes}) if token is not None else None


def places_of_deed(
    places: list[PlaceRef],
    groups: list[tuple[set[int], TimeExpression | None]],
    group: set[int],
    sentence: Span,
    shift: int,
) -> list[PlaceRef]:
    nodes = {n: n for g, _ in groups for n in g}
    places = [p for p in places if not _in_since_clause(sentence, p, nodes, shift) and not _where_spoken(sentence, p, nodes, shift)]
    if len(groups) < 2:
        return places
    owners = {n: i for i, (g, _) in enumerate(groups) for n in g}
    wanted = next(i for i, (g, _) in enumerate(groups) if g is group)
    kept = []
    for place in places:
        token = token_starting(sentence, place.passage.start - shift)
        owner = governor(token, owners) if token is not None else None
        if owner is None or owner == wanted:
            kept.append(place)
    return kept


def is_reference(sentence: Span, trigger: Trigger) -> bool:
    """Whether a trigger only points at an incident as an anchor in time ("following the second attack")."""
    head = sentence.doc[trigger.head]
    parent = head.head
    if trigger.noun and trigger.plural and head.dep_ == "nsubj" and parent.lemma_.lower() in _BEGINNING and parent.dep_ in _ASIDE:
        return True
    if not trigger.noun and head.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in head.children):
        return True
    return (
        trigger.noun
        and trigger.definite
        and head.dep_ == "pobj"
        and parent.lower_ in _REFERRING
        and (parent.dep_ == "prep" or parent.tag_ == "VBG")
    )


_TOPICS = frozenset(
    {
        *("accusation", "dispute", "concern", "fear", "talk", "ban", "treaty", "convention", "warning", "question", "debate", "deal"),
        *("law", "row", "argument", "anger", "outrage", "protest", "agreement", "resolution", "statement", "claim", "policy"),
    }
)
"""Words whose "over ..." or "on ..." is a subject of talk and no deed."""


def is_topic(sentence: Span, trigger: Trigger) -> bool:
    """Whether a trigger only names what is talked of: "trade accusations over landmines", "a ban on rocket fire"."""
    head = sentence.doc[trigger.head]
    parent = head.head
    if not trigger.noun or head.tag_ != "NNS" or head.dep_ != "pobj" or parent.lower_ not in ("over", "about", "on"):
        return False
    return parent.head.lemma_.lower() in _TOPICS or (
        parent.head.pos_ == "VERB" and any(c.dep_ == "dobj" and c.lemma_.lower() in _TOPICS for c in parent.head.children)
    )


_ADDRESSED = frozenset(
    {"assembly", "council", "reporter", "journalist", "conference", "newspaper", "parliament", "lawmaker", "meeting", "agency", "audience"}
)
"""Those whom somebody speaks to: where they are is where it was said."""


def _where_spoken(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place is that of a named speaker or of a statement ("says Jane Doe, in Nairobi", "told reporters in Geneva")."""
    climbed = token_starting(sentence, place.passage.start - shift)
    path: list[Token] = []
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        path.append(climbed)
        climbed = climbed.head
        if climbed.lemma_.lower() in REPORTING and climbed.i not in nodes:
            below = path[-1]
            if below.dep_ == "nsubj" and below != path[0]:
                return below.pos_ == "PROPN" or below.lemma_.lower() in _ADDRESSED | {"correspondent"}
            return below.dep_ in ("dobj", "dative") and below.lemma_.lower() in _ADDRESSED
    return False


def _in_since_clause(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place only dates something ("since the Taliban took Kabul")."""
    climbed = token_starting(sentence, place.passage.start - shift)
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _DATING for c in climbed.children):
            return True
        climbed = climbed.head
    return False


_DATING = frozenset({"since", "after", "before"})
"""Words that open a clause which only dates the deed, where it tells of no deed itself."""


def turned_back(
    sentence: Span, nodes: Sequence[int], times: Sequence[TimeExpression], shift: int, published: DateRange | None = None
) -> tuple[TimeExpression, TimeExpression, set[int]] | None:
    """(time, the time the other way, the deeds of its clause) where a sentence dates a deed by another that it tells in a clause.

    Rule `date.turned`: "the fighting broke out a day after five soldiers were wounded" says of the wounding that it was a day before.
    """
    for time in times:
        form = time.form
        if not isinstance(form, Shift) or form.base != "incident" or time.event_at is None:
            continue
        word = token_starting(sentence, time.end - shift - 1)
        if word is None or word.dep_ != "mark":
            continue
        told = {n for n in nodes if sentence.doc[n] in word.head.subtree and sentence.doc[n].idx > word.idx}
        if told:
            main = [t for t in times if t.end <= time.start and not t.window]
            day = _shifted_day(main[-1], form, published) if main else None
            if day is not None:
                return time, replace(time, form=day, relative_to="nothing"), told
            base: Literal["document", "incident"] = "incident" if main else "document"
            return time, replace(time, form=replace(form, sign=-form.sign, base=base), relative_to=base), told
    return None


def _shifted_day(main: TimeExpression, form: Shift, published: DateRange | None) -> Day | None:
    """The day that lies a number of days or weeks before (or after) the day of the main clause, None where that is no single day."""
    held = resolve(main, Anchor(document=published))
    days = {"day": 1, "week": 7}.get(form.unit)
    if held is None or held.earliest is None or held.earliest != held.latest or days is None or form.fewest != form.most:
        return None
    day = held.earliest - timedelta(days=days * form.fewest * form.sign)
    return Day(month=day.month, day=day.day, year=day.year, weekday=None)
