"""Features: what the comparisons read of each unit.

Invariant: the features of a unit depend on its own report and the claims about it, on no other report; what depends on the whole record
(how rare a word is in it, how busy an area) is worked out in `columns`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.issues import is_issue
from thucydides.linking.counts import Counted, counted
from thucydides.linking.folding import fold
from thucydides.linking.parties import Parties, parties
from thucydides.linking.persons import Persons, persons
from thucydides.linking.times import When, days_told, when
from thucydides.linking.unit import Unit
from thucydides.linking.whereabouts import Where, where
from thucydides.linking.words import content_words, name_words, report_words
from thucydides.nouns import Claim, Document


class Features(Struct, frozen=True, gc=False):
    """Everything that is compared of one unit; `apart` are the first members of the units that its text tells as different."""

    unit: Unit
    when: When
    where: Where
    killed: Counted
    injured: Counted
    parties: Parties
    persons: Persons
    type: str
    names: frozenset[str]
    words: frozenset[str]
    actors: frozenset[str]
    nouns: frozenset[str]
    weapons: frozenset[str]
    report: frozenset[str] = frozenset()
    main: bool = False
    apart: tuple[str, ...] = ()


def features(units: Sequence[Unit], claims: Iterable[Claim] = (), documents: Iterable[Document] = ()) -> tuple[Features, ...]:
    """The features of each unit; all the units of a report must be given together."""
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.quantity is not None:
            for mention in claim.mentions:
                said[mention].append(claim)
    apart = told_apart(units)
    by_id = {d.id: d for d in documents}
    mains = main_matters(units, by_id.values())
    chief = frozenset(mains)
    places = [where(u) for u in units]
    sides = [parties(u, p.country) for u, p in zip(units, places, strict=True)]
    whole = _of_report(units, mains)
    reports = [by_id.get(u.mention.document) if n in chief else None for n, u in enumerate(units)]
    days = _days(units, whole)
    killed, injured = ([counted(u, outcome, said.get(u.mention.id, ())) for u in units] for outcome in ("killed", "injured"))
    return tuple(
        Features(
            unit, days[n], places[n], killed[n], injured[n], sides[n], persons(unit, killed[n].best, reports[n]), fold(unit.mention.type),
            _joined(name_words, n, units, whole), _joined(content_words, n, units, whole), frozenset(sides[n].named),
            frozenset(sides[n].groups), frozenset(fold(name) for name, _ in unit.mention.weapons),
            report_words(reports[n]), n in chief, apart[n],
        )
        for n, unit in enumerate(units)
    )  # fmt: skip


_MAIN_SHARE = 0.4
"""A report is about one incident mainly where so much of what it tells is of that one."""


def main_matters(units: Sequence[Unit], documents: Iterable[Document]) -> tuple[int, ...]:
    """The positions of the units that are what their reports are mainly about (`link.report.main`), sorted.

    A report that tells of several incidents alike has none, nor an issue of a series, whose words return in every issue. A copy has one
    of its own where it tells the original's otherwise.
    """
    series = frozenset(d.id for d in documents if is_issue(d.title))
    told: Counter[tuple[str, str]] = Counter()
    main: dict[tuple[str, str], tuple[int, int, int]] = {}
    for n, unit in enumerate(units):
        key = (unit.mention.document, unit.mention.kind)
        told[key] += len(unit.mention.passages)
        if not unit.mention.background and unit.document not in series:
            first = min((p.start for p in unit.mention.passages), default=0)
            rank = (-len(unit.mention.passages), first, n)
            main[key] = min(main.get(key, rank), rank)
    found = {key: rank[2] for key, rank in main.items() if -rank[0] >= _MAIN_SHARE * told[key]}
    return tuple(sorted(n for (text, kind), n in found.items() if not _told_in(units, found.get((units[n].document, kind), n), n, text)))


def _told_in(units: Sequence[Unit], original: int, own: int, text: str) -> bool:
    """Is the main matter of the original told in its copy `text` word for word, so that what is the copy's `own` is another?"""
    return original != own and any(member.rsplit(":", 1)[0] == text for member in units[original].members)


def _of_report(units: Sequence[Unit], mains: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """For each main matter all that its report tells."""
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        told[unit.document, unit.mention.kind].append(n)
    return {n: told[units[n].document, units[n].mention.kind] for n in mains}


def _days(units: Sequence[Unit], whole: Mapping[int, Sequence[int]]) -> list[When]:
    """When each unit was; of a main matter also the days of all that its report tells."""
    own = [when(u) for u in units]
    return [replace(day, told=days_told(own[m] for m in whole[n])) if n in whole else day for n, day in enumerate(own)]


def _joined(of: Callable[[Unit], frozenset[str]], n: int, units: Sequence[Unit], whole: Mapping[int, Sequence[int]]) -> frozenset[str]:
    """The words of a unit; of a main matter those of all that its report tells."""
    return frozenset().union(*(of(units[m]) for m in whole.get(n, (n,))))


def told_apart(units: Sequence[Unit]) -> tuple[tuple[str, ...], ...]:
    """For each unit, the units that a text tells as different from it (`link.document.told-apart`), both ways, by first member, sorted."""
    at = {member: n for n, unit in enumerate(units) for member in unit.members}
    found: list[set[int]] = [set() for _ in units]
    for n, unit in enumerate(units):
        for other in unit.mention.distinct_from:
            if (m := at.get(other, n)) != n:
                found[n].add(m)
                found[m].add(n)
    return tuple(tuple(sorted(units[m].members[0] for m in others)) for others in found)


def is_vague(row: Features) -> bool:
    """Does a mention say its day no closer than a week, or not at all?"""
    return row.when.first is None or row.when.last is None or row.when.last - row.when.first > 6
