"""Casualties: the figures of the infobox by side, each a sum whose parts are cited, with "Per X" where claimants differ.

Invariants: no figure stands without a reference; an incident without a figure adds nothing; civilians are on no side.
"""

from msgspec import Struct

from thucydides.nouns import Assessment, Claim, Incident, Passage, Quantity
from thucydides.publishing import days, sums, words
from thucydides.publishing.groups import grouped
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.responsibility import voice
from thucydides.publishing.wiki.belligerents import THIRD, Sides, key_of, named, side_of
from thucydides.publishing.wiki.markup import plain
from thucydides.publishing.wiki.references import References

OUTCOMES = ("killed", "injured")
MOST_DISPUTED = 6
MOST_SUMMED = 20
"""Parts of a sum that its note gives; of more it gives the largest."""
UNASSIGNED = "not assigned to a side"


class Part(Struct, frozen=True):
    """One incident's count of people of one side: how many, of whom, and the claims for and against it."""

    incident: Incident
    outcome: str
    who: str
    quantity: Quantity
    claims: tuple[Claim, ...]


def parts(index: Index, found: Sides) -> dict[int, list[Part]]:
    """Every counted group by side; what of a whole no group covers is of no side."""
    made: dict[int, list[Part]] = {1: [], 2: [], THIRD: []}
    for incident in sorted(sums.force(index.record), key=by_time):
        for outcome in OUTCOMES:
            whole = incident.assessed(outcome)
            if whole is None or whole.quantity is None or whole.quantity.high == 0:
                continue
            groups = grouped(incident, outcome)
            if not _partition(groups, whole.quantity):
                # groups that do not make up the whole are other words for the same people: the whole goes where they all belong
                homes = {side_of(index, found, incident, g) for g in groups}
                home = homes.pop() if len(homes) == 1 else THIRD
                civil = home == THIRD and bool(groups) and all(g.category in ("civilians", "protesters") for g in groups)
                who = "civilians" if civil else UNASSIGNED if home == THIRD else ""
                made[home].append(Part(incident, outcome, who, whole.quantity, _claims(index, whole)))
                continue
            for g in groups:
                side = side_of(index, found, incident, g)
                who = "" if side != THIRD else "civilians" if g.category in ("civilians", "protesters") else UNASSIGNED
                made[side].append(Part(incident, outcome, who, g.quantity or Quantity(None, None, None), _claims(index, g)))
    return made


def _partition(groups: list[Assessment], whole: Quantity) -> bool:
    """Do the groups add up to the whole?"""
    counts = [g.quantity.best or g.quantity.low or 0 for g in groups if g.quantity]
    return bool(counts) and sum(counts) == (whole.best or whole.low or 0)


def _claims(index: Index, assessed: Assessment) -> tuple[Claim, ...]:
    return tuple(index.claims[c] for c in (*assessed.claims_for, *assessed.claims_against) if c in index.claims)


def field(index: Index, references: References, some: list[Part]) -> str:
    """The casualties of one side: a line for each outcome and kind of people, then what claimants differ on."""
    lines = []
    for who in dict.fromkeys(p.who for p in some):
        for outcome in OUTCOMES:
            counted = [p for p in some if p.who == who and p.outcome == outcome]
            if counted:
                lines.append(_total(references, counted, outcome, who))
    lines += _disputed(index, references, some)
    return "<br />".join(lines)


def _total(references: References, counted: list[Part], outcome: str, who: str) -> str:
    """A sum, with a note that gives its parts, each cited; a single part is cited itself."""
    known = [p.quantity for p in counted]
    low, best, high = (sum(_end(q, end) for q in known) for end in ("low", "best", "high"))
    number = words.short(Quantity(low, best, high)) + ("+" if any(q.high is None for q in known) else "")
    label = f"{number} {who + ' ' if who == 'civilians' else ''}{outcome}{f' ({who})' if who == UNASSIGNED else ''}"
    if len(counted) == 1:
        return label + references.to(_passages(counted[0]), 3)
    shown = sorted(counted, key=lambda p: (-_end(p.quantity, "best"), by_time(p.incident)))[:MOST_SUMMED]
    shown = [p for p in counted if p in shown]
    said = "; ".join(f"{words.short(p.quantity)} ({days.when(sums.when(p.incident))}){references.to(_passages(p), 2)}" for p in shown)
    rest = f"; the others stand in the timeline ({len(counted) - len(shown):,} smaller counts)" if len(shown) < len(counted) else ""
    return label + "{{efn|Sum of: " + said + rest + "}}"


def _end(value: Quantity, end: str) -> int:
    low, best, high = value.low, value.best, value.high
    order = {"low": (low, best, high), "best": (best, low, high), "high": (high, best, low)}
    return next((n for n in order[end] if n is not None), 0)


def _passages(part: Part) -> list[Passage]:
    return [c.passage for c in part.claims] or []


def _disputed(index: Index, references: References, some: list[Part]) -> list[str]:
    """ "Per X" for each incident on which claimants give other numbers."""
    found = []
    for part in some:
        said = per(index, part.claims, part.quantity)
        if len(said) > 1:
            values = "; ".join(f"{value} per {plain(words.listing(by))}{references.to(passages, 3)}" for value, by, passages in said)
            found.append(f"{days.when(sums.when(part.incident))}, {part.outcome}: {values}")
    return found[:MOST_DISPUTED]


def per(index: Index, claims: tuple[Claim, ...], settled: Quantity | None) -> list[tuple[str, list[str], list[Passage]]]:
    """The counts claimed, each with who claims it; counts that differ in wording only ("at least") are one.

    What falls below the record's own range counts a part of the people ("three militants" of five) and is no other count.
    """
    found: dict[int | None, tuple[str, list[str], list[Passage]]] = {}
    for claim in claims:
        if claim.quantity and settled and settled.low is not None and (claim.quantity.high or settled.low) < settled.low:
            continue
        if claim.quantity is None or (claim.quantity.best is None and claim.quantity.low is None):
            continue
        number = claim.quantity.best if claim.quantity.best is not None else claim.quantity.low
        _, by, passages = found.setdefault(number, (words.short(claim.quantity), [], []))
        by.append(claimant(index, claim))
        passages.append(claim.passage)
    return [(value, list(dict.fromkeys(by))[:3], passages) for value, by, passages in found.values()]


def claimant(index: Index, claim: Claim) -> str:
    """Who claims it: a state by its country, a party by its name, anybody else in the words of the text, an outlet by its name."""
    if claim.speaker is None:
        return index.source(claim.document)
    if claim.speaker_actor is None:
        return voice(claim.speaker)
    key = key_of(index, claim.speaker_actor, claim.speaker)
    return named(key, index.actor(key)) if key.startswith("state:") or key in index.actors else voice(claim.speaker)
