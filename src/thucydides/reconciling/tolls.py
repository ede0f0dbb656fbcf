"""Tolls: the figures of an incident by outcome, for all people and by group, under a named rule.

Rule `toll.groups`: groups of one category and nationality are one group whatever the noun; a group told without a nationality or
category joins the only one that it can be where the numbers agree. A partial telling speaks for its group and not for the total.
Rule `toll.grown`: the low of a toll that grew is what it was at first.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.nouns import Assessment
from thucydides.reconciling import counts
from thucydides.reconciling.groups import GroupCount, GroupKey, holds
from thucydides.reconciling.opposing import completed, untold
from thucydides.reconciling.rules import Rule, Verdict
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.words import demonym, words


def assess_tolls(incident: str, outcome: str, tellings: Sequence[Telling], rule: Rule, name: str) -> tuple[Assessment, ...]:
    """The assessments of one outcome: the total first, then each group in the order of its key."""
    standing = completed([t for t in tellings if not t.superseded and not t.partial], tellings)
    total = _assessed(incident, outcome, standing, tellings, rule, name)
    if total is None:
        return ()
    return (total, *(_group(incident, outcome, key, some, rule, name) for key, some in _grouped(tellings)))


def _assessed(
    incident: str, attribute: str, standing: Sequence[Telling], every: Sequence[Telling], rule: Rule, name: str
) -> Assessment | None:
    verdict = rule(standing)
    if verdict is None:
        return None
    if name in _HOLD_EARLIER:
        verdict = _from_the_first(verdict, every)
    verdict = _no_finer(verdict, standing)
    held = {c for n in verdict.held for c in standing[n].claims}
    against = {c for t in every if not t.partial for c in t.claims} - held
    return Assessment(
        incident,
        attribute,
        name,
        counts.say(verdict.quantity),
        quantity=verdict.quantity,
        claims_for=tuple(sorted(held)),
        claims_against=tuple(sorted(against)),
        origins=verdict.origins,
        reason=_reason(verdict, standing, every),
    )


_HOLD_EARLIER = frozenset({"assess.origins", "assess.majority", "assess.latest"})
"""The rules whose low holds what a growing toll was at first; the others go by what is reliable, or by the lowest that stands."""


def _from_the_first(verdict: Verdict, every: Sequence[Telling]) -> Verdict:
    """A verdict whose low holds the numbers that a toll which grew began with: they were told and never taken back (rule `toll.grown`)."""
    low, best = verdict.quantity.low, verdict.quantity.best
    if low is None or best is None:
        return verdict
    grown = [t for t in every if t.superseded.startswith("replaced") and not t.partial and counts.plain(t.quantity)]
    first = min((b for t in grown if (b := t.quantity.best) is not None and b < best), default=low)
    return replace(verdict, quantity=replace(verdict.quantity, low=min(low, first)))


def _no_finer(verdict: Verdict, standing: Sequence[Telling]) -> Verdict:
    """A verdict without a best number where all that it holds are words for many ("dozens"), which say at least how many and no more (rule
    `toll.no-finer`)."""
    told = [standing[n].quantity.rule for n in verdict.held]
    if not told or not all(rule in words("unnumbered") for rule in told):
        return verdict
    return replace(verdict, quantity=replace(verdict.quantity, best=None))


def _reason(verdict: Verdict, standing: Sequence[Telling], every: Sequence[Telling]) -> str:
    parts = [verdict.reason]
    voices = {standing[n].chain.voice for n in verdict.held}
    if verdict.held and all(standing[n].weight < 1 for n in verdict.held) and len(voices) == 1:
        parts.append(f"per {standing[verdict.held[0]].chain.label}, of its enemy's losses")
    gone = [t for t in every if t.superseded]
    if gone:
        parts.append(f"{len(gone)} left aside ({', '.join(sorted({t.superseded for t in gone}))})")
    if any(t.partial for t in every):
        parts.append("tellings that count only one group do not speak for the total")
    return "; ".join(parts)


def _grouped(tellings: Sequence[Telling]) -> list[tuple[GroupKey, list[tuple[Telling, GroupCount]]]]:
    """The group counts of all standing tellings by key, keys joined that can only be one group."""
    found: dict[GroupKey, list[tuple[Telling, GroupCount]]] = {}
    for telling in tellings:
        for group in telling.groups if not telling.superseded else untold(telling, tellings):
            found.setdefault(group.key, []).append((telling, group))
    for key in sorted(found, key=lambda k: (sum(map(bool, k)), k)):
        finer = [k for k in found if k != key and holds(key, k)]
        if len(finer) == 1 and all(
            any(
                counts.meet(mine.quantity, its.quantity) and mine.quantity.best == its.quantity.best for _, its in found[finer[0]]
            )
            for _, mine in found[key]
        ):
            found[finer[0]] = [*found[finer[0]], *found.pop(key)]
    return sorted(found.items())


def _group(
    incident: str, outcome: str, key: GroupKey, some: Sequence[tuple[Telling, GroupCount]], rule: Rule, name: str
) -> Assessment:
    """The assessment of one group."""
    standing = [replace(telling, quantity=group.quantity, groups=(), claims=group.claims) for telling, group in some]
    verdict = rule(standing) or Verdict(some[0][1].quantity)
    labels = sorted({g.label for _, g in some if g.label})
    by_origins = {label: len({t.origin for t, g in some if g.label == label}) for label in labels}
    label = min(labels, key=lambda text: (-by_origins[text], -len(text), text)) if labels else default_label(key)
    held = {c for n in verdict.held for c in standing[n].claims}
    against = {c for t in standing for c in t.claims} - held
    return Assessment(
        incident,
        f"{outcome}/{label}",
        name,
        counts.say(verdict.quantity),
        quantity=verdict.quantity,
        group=label,
        category=key[0] or "unknown",
        nationality=key[1] or None,
        side=next((g.side for _, g in some if g.side), None),
        claims_for=tuple(sorted(held)),
        claims_against=tuple(sorted(against)),
        origins=verdict.origins,
        reason=verdict.reason,
    )


def default_label(key: GroupKey) -> str:
    """A group in words by its key alone: "Chinese civilians"."""
    category, nationality, noun = key
    return " ".join(
        filter(
            None, [demonym(nationality or None) or nationality, category or ("others" if noun == "other" else noun) or "people"]
        )
    )
