"""Doubles: one harm for each count, where several rules read the same words."""

from msgspec.structs import replace

from thucydides.extracting.harm.harm import Harm


def without_doubles(found: list[Harm]) -> list[Harm]:
    """One harm for each count: the same words counted by two rules are one, and who was killed is not injured besides."""
    ranked = sorted(
        found, key=lambda h: (not h.total, h.people.category == "unknown" and not h.people.name, -len(h.people.group), h.start)
    )
    kept: list[Harm] = []
    for harm in ranked:
        clash = next(
            (
                k
                for k in kept
                if (
                    k.people.head == harm.people.head
                    or (
                        k.people.counted
                        and harm.people.counted
                        and k.people.start < harm.people.end
                        and harm.people.start < k.people.end
                    )
                )
                and (
                    k.outcome == harm.outcome
                    or ({k.outcome, harm.outcome} == {"killed", "injured"} and not (harm.quantity and harm.quantity.best == 0))
                )
            ),
            None,
        )
        if clash is None:
            kept.append(harm)
        elif clash.outcome == "injured" and harm.outcome == "killed" and clash.cue != clash.people.head:
            kept[kept.index(clash)] = replace(clash, outcome="killed", cue=harm.cue)
    return kept
