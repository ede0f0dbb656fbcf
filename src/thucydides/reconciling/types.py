"""Types: what kind of incident it was, by the tellings; the means; and whether it happened.

Rules: `assess.type` (the sub-event type of most origins; ties go to the fight that strikes are part of, to the telling whose means are
said, then to the hierarchy of ACLED), `assess.status` (what most origins say of whether it happened; harm done means that it happened).
"""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.nouns import Assessment, Mention, Passage
from thucydides.reconciling.context import Case
from thucydides.reconciling.origins import Chain, chain, origins
from thucydides.reconciling.words import entry, method_of_weapon, order, words
from thucydides.vocabulary import mapping

TYPE_RULE = "assess.type"
STATUS_RULE = "assess.status"
_STATUSES = ("happened", "foiled", "planned", "hypothetical", "denied")


class Typed(Struct, frozen=True, gc=False):
    """One telling of what kind of incident it was; `methods` are the means it says, each with its passage."""

    mention: str
    type: str
    event_type: str
    status: str
    background: bool
    chain: Chain
    passage: Passage
    methods: tuple[tuple[str, Passage], ...] = ()
    claims: tuple[str, ...] = ()
    origin: str = ""


def typed(case: Case, copies: dict[str, str]) -> tuple[Typed, ...]:
    """Every telling of the kind of incident."""
    found: list[Typed] = []
    for mention in case.mentions:
        claims = [
            c
            for c in case.context.claims_of.get(mention.id, ())
            if c.attribute == "type" and c.value == mention.type and c.stance != "denies"
        ]
        one = chain(case.context, mention.passages[0], claims[0] if claims else None)
        found.append(
            Typed(
                mention.id,
                mention.type,
                mention.event_type,
                mention.status,
                mention.background,
                one,
                mention.passages[0],
                methods(mention),
                tuple(c.id for c in claims),
            )
        )
    keys = origins([t.chain for t in found], [t.type for t in found], copies)
    return tuple(
        Typed(t.mention, t.type, t.event_type, t.status, t.background, t.chain, t.passage, t.methods, t.claims, key)
        for t, key in zip(found, keys, strict=True)
    )


def methods(mention: Mention) -> tuple[tuple[str, Passage], ...]:
    """The means that a mention says: of its weapons, and of its type where that asserts one."""
    found: dict[str, Passage] = {}
    for weapon, passage in mention.weapons:
        means = method_of_weapon(weapon)
        if means:
            found.setdefault(means, passage)
    asserted = entry("type_method", mention.type)
    if asserted:
        found.setdefault(str(asserted), mention.passages[0])
    return tuple(sorted(found.items()))


def assess_type(incident: str, tellings: Sequence[Typed]) -> Assessment:
    """The type by this rule."""
    candidates = sorted({t.type for t in tellings})

    told = {name: len({t.origin for t in tellings if t.type == name}) for name in candidates}

    most = {name for name in candidates if told[name] == max(told.values())}

    def rank(name: str) -> tuple[int, bool, bool, int, int, int, str]:
        mine = [t for t in tellings if t.type == name]
        firm = {t.origin for t in mine if not t.background}
        return (
            -told[name],
            len(most) == len({name, *(entry("yields_to", name) or ())} & most) > 1,
            name in words("generic_types"),
            -len(firm),
            -max(len(t.methods) for t in mine),
            order(name),
            name,
        )

    best = min(candidates, key=rank)
    held = [t for t in tellings if t.type == best]
    every = len({t.origin for t in tellings})
    supporting = len({t.origin for t in held})
    against = tuple(sorted({c for t in tellings if t.type != best for c in t.claims}))
    return Assessment(
        incident,
        "type",
        TYPE_RULE,
        best,
        claims_for=tuple(sorted({c for t in held for c in t.claims})),
        claims_against=against,
        origins=supporting,
        reason=f"{supporting} of {every} origins tell it so",
    )


def assess_status(incident: str, tellings: Sequence[Typed], harm: bool) -> Assessment:
    """Whether it happened, by this rule."""
    counted = {s: len({t.origin for t in tellings if t.status == s}) for s in _STATUSES}
    best = min(_STATUSES, key=lambda s: (-counted[s], _STATUSES.index(s)))
    reason = f"{counted[best]} of {len({t.origin for t in tellings})} origins tell it so"
    if harm and best != "happened" and best != "denied":
        best, reason = "happened", "people came to harm, so it was carried out in part at least"
    return Assessment(incident, "status", STATUS_RULE, best, origins=counted[best], reason=reason)


def event_type_of(tellings: Sequence[Typed], subtype: str) -> str:
    """The event type above the sub-event type, as the mentions give it; where a person set one that none gives, by the vocabulary."""
    above = (name for name, members in mapping("types")["event_types"].items() if subtype in members)
    return min((t.event_type for t in tellings if t.type == subtype), default=next(above, ""))


def weapons_of(case: Case) -> tuple[str, ...]:
    """The weapons that mentions name, most often told first."""
    return _ranked([sorted({name for name, _ in m.weapons}) for m in case.mentions])


def targets_of(case: Case) -> tuple[str, ...]:
    """The targets that mentions name, most often told first."""
    return _ranked([sorted({name for name, _ in m.targets}) for m in case.mentions])


def _ranked(told: Sequence[Sequence[str]]) -> tuple[str, ...]:
    names = [name for some in told for name in some]
    return tuple(sorted(set(names), key=lambda n: (-names.count(n), n)))
