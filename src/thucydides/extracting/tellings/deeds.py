"""Deeds: which of a sentence's words tell of one deed and which of another.

Invariant: words are one deed unless different dates hang under them in the tree, or counts of people stand each before a place of its own.
"""

import re
from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.tellings.hanging import deed_of, governor, nearest_date, token_starting
from thucydides.extracting.tellings.named_by_days import named_by_days
from thucydides.extracting.tellings.opened import deeds_by_part
from thucydides.extracting.tellings.since_deeds import since_deed
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import TimeExpression

_SINCE = re.compile(r"\bsince\b[^.,;]*$")


def deeds_by_date(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int, loose: bool = True
) -> list[tuple[set[int], TimeExpression | None]]:
    """Nodes of a sentence sorted into deeds: one, unless different dates hang under different nodes."""
    text = text_of(sentence.doc)
    earlier = since_deed(sentence, nodes, times, shift)
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
    opened = deeds_by_part(sentence, nodes, points, shift)
    if opened:
        return [d for own, days in opened for d in deeds_by_date(sentence, own, days, shift, loose)]
    if named := named_by_days(sentence, nodes, points, shift):
        before = [n for n in nodes if n < named[0].first]
        side = [({n for n in nodes if p.first <= n < p.end}, p.time) for p in named]
        return [*([(set(before), None)] if before else []), *side]
    parted = _by_semicolon(sentence, nodes, points, shift)
    if parted:
        return [(set(own), nearest_date(sentence, own, days, shift, loose)) for own, days in parted]
    if len(points) < 2 or len(nodes) < 2:
        return [(set(nodes), nearest_date(sentence, nodes, points, shift, loose))]
    index = {n: n for n in nodes}
    owners: dict[int, TimeExpression] = {}
    for time in points:
        owner, _ = deed_of(sentence, time, index, shift)
        if owner is not None and owner in owners:
            owner = _behind(sentence, owner, time, nodes, shift)
        if owner is not None and owner not in owners:
            owners[owner] = time
    if len(owners) < 2:
        return [(set(nodes), next(iter(owners.values()), None) or nearest_date(sentence, nodes, points, shift, loose))]
    result: dict[int, set[int]] = {owner: {owner} for owner in owners}
    doc = sentence.doc
    for node in nodes:
        if node in owners:
            continue
        up = _in_its_clause(doc[node], owners)
        if up is None and doc[node].head.i != node:
            up = governor(doc[node].head, {o: o for o in owners})
        if up is None:
            up = min(owners, key=lambda o: (abs(o - node), o))
        result[up].add(node)
    return [(result[o], owners[o]) for o in sorted(owners)]


def _in_its_clause(verb: Token, owners: Collection[int]) -> int | None:
    """The one dated deed by whose clause a verb with a subject of its own says how it came about: "a guard was killed on Sunday, and two
    boys were hurt when a shell went off on Monday"."""
    if verb.dep_ != "conj" or not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ("when", "as", "after") for m in c.children)]
    told = [o for o in owners if any(verb.doc[o] == c or c.is_ancestor(verb.doc[o]) for c in clauses)]
    return told[0] if len(told) == 1 else None


def _behind(sentence: Span, owner: int, time: TimeExpression, nodes: Sequence[int], shift: int) -> int | None:
    """The deed behind which a second date stands that the tree hangs on the verb before it, which has one of its own: "were arrested on
    Monday over the killing of a priest last week"."""
    at = token_starting(sentence, time.start - shift)
    first = next((n for n in nodes if at is not None and owner < n < at.i), None)
    if at is None or first is None or any(t.text in _PARTS for t in sentence.doc[owner : at.i]):
        return None
    return first


_PARTS = frozenset({",", ";", ":", "-", "–", "—", "--"})


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
        days = [t for t, token in starts if token is not None and first <= token.i < last and not _of_saying(token, own)]
        if found and not (own and days):
            found[-1] = ([*found[-1][0], *own], [*found[-1][1], *days])
        elif own or days:
            found.append((own, days))
    return found if len(found) > 1 and all(own for own, _ in found) else []


def _of_saying(token: Token, nodes: list[int]) -> bool:
    """Whether a day hangs on a verb of saying before any deed: "; the army admitted in April that five were killed"."""
    climbed = token
    while climbed.head != climbed and climbed.i not in nodes:
        climbed = climbed.head
        if climbed.lemma_.lower() in REPORTING and climbed.i not in nodes:
            return True
    return False


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
        *(
            "truce",
            "ceasefire",
            "cease-fire",
            "armistice",
            "peace",
            "deal",
            "accord",
            "agreement",
            "pact",
            "treaty",
            "election",
            "vote",
        ),
        *(
            "referendum",
            "coup",
            "putsch",
            "invasion",
            "revolution",
            "uprising",
            "independence",
            "withdrawal",
            "summit",
            "talk",
            "war",
        ),
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
