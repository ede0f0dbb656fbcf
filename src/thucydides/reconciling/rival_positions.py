"""Rival positions: whether positions on who did it contradict one another.

Rules: `responsibility.same` (two wordings may be one party), `responsibility.two-sides` (who fought whom is no dispute over who did it),
`responsibility.answer` (those who are named say that it was others), `responsibility.unknown` (one names a party, another knows none).
"""

import re
from collections.abc import Sequence
from itertools import combinations

from thucydides.reconciling.bearers import ADMITS
from thucydides.reconciling.party_names import core, same_party
from thucydides.reconciling.responsibility import BLAMES, Position
from thucydides.reconciling.words import words

_ALIKE = ({"rebels", "militia"}, {"civilians", "militia"})
"""What one report calls rebels another calls a militia, and villagers under arms are either."""
_UNARMED = frozenset({"civilians", "protesters"})
_FORCES = frozenset({"state forces", "external forces"})


def compatible(one: Position, other: Position) -> bool:
    """Whether two positions may speak of one party (rule `responsibility.same`): their words allow it, or one is a mere
    description whose kind does not exclude the other ("militants" may be a named rebel group, "criminal groups" may not).
    """
    if _same_words(one, other) or (one.country and one.country == other.country):
        return True
    if (one.named and other.named) or _of_two_peoples(one, other):
        return False
    if one.countries and other.countries and not one.countries & other.countries and {one.category, other.category} <= _FORCES:
        return False
    if any(a.category in _FORCES and (_outlawed(b) or (a.speakers and _unknown(b))) for a, b in ((one, other), (other, one))):
        return False
    if any(
        a.category in _UNARMED and b.category in _FORCES and b.plain and not a.deadly for a, b in ((one, other), (other, one))
    ):
        return True  # protesters who threw stones did not fire the shots
    return not one.category or not other.category or one.category == other.category or {one.category, other.category} in _ALIKE


def _same_words(one: Position, other: Position) -> bool:
    """Whether the names of two positions may be one party's; "armed groups" holds no word of a name, and so is nobody by its words when
    the other is a state's forces."""
    bare = not core(one.actor) or not core(other.actor)
    sides = {one.category, other.category}
    return same_party(one.actor, other.actor) and not (bare and "" not in sides and len(sides) == 2 and not sides.isdisjoint(_FORCES))


def _of_two_peoples(one: Position, other: Position) -> bool:
    """Whether two descriptions of armed men tell of two peoples ("Chadian gunmen", "a Libyan militia"); whose arms they bear or whose side
    they are on says nothing of their own ("Turkish-backed rebels")."""
    sides = [p for p in (one, other) if p.countries and not p.named and p.category not in _UNARMED and not _LENT.search(p.actor)]
    return len(sides) == 2 and not one.countries & other.countries


_LENT = re.compile(
    r"\w-(?:backed|led|trained|allied|supported|funded|armed|linked|held|based|born|speaking|aligned|controlled|made)\b|\bpro-"
)


def _outlawed(position: Position) -> bool:
    """Whether somebody calls the doers what nobody calls a state's forces ("terrorists", "infiltrators", "bandits")."""
    return bool(position.speakers) and not core(position.actor).isdisjoint(words("outlaws"))


def _unknown(position: Position) -> bool:
    """Whether somebody says that it was gunmen, or people whom nobody knows, where another names a state's forces."""
    return bool(position.speakers) and not core(position.actor).isdisjoint(words("unknown_doers"))


def rivals(held: Sequence[Position]) -> bool:
    """Whether two of the positions name different parties; what one source says of several parties is no contradiction."""
    pairs = list(combinations(held, 2))
    if any(_answers(a, b) or _answers(b, a) for a, b in pairs):
        return True
    return any(not compatible(a, b) and not _one_source(a, b) and not _two_sides(a, b) for a, b in pairs)


def unsettled(held: Sequence[Position]) -> bool:
    """Whether somebody says that it is not known who did it where another account names a party (rule `responsibility.unknown`); who only
    describes the doers names nobody, and a writer who does not know tells beside it whom others blame."""
    named = [p for p in held if p.stance in BLAMES | ADMITS and (p.named or p.category in _FORCES)]
    unknown = [(c.speaker, c.document) for p in held if p.stance == "unknown" for c in p.claims]
    by = {(c.speaker, c.document) for p in named for c in p.claims}
    return any(
        not (speaker and speaker == namer) and (document != told_in or (speaker and namer))
        for speaker, document in unknown
        for namer, told_in in by
    )


def _answers(one: Position, other: Position) -> bool:
    """Whether those whom one position names make a statement that it was others (rule `responsibility.answer`)."""
    if (
        not other.stated
        or other.stance not in BLAMES
        or same_party(one.actor, other.actor)
        or (one.country and one.country == other.country)
    ):
        return False
    speakers = {(c.speaker_actor, core(c.speaker or "")) for c in other.claims}
    named = {c.actor for c in one.claims if c.actor is not None}
    own = core(one.actor)
    return any(
        actor in named if actor is not None else bool(said) and bool(own) and (said <= own or own <= said)
        for actor, said in speakers
    )


def _two_sides(one: Position, other: Position) -> bool:
    """Whether reports in their own words name the two who fought, of whom one of them at least tells as such (rule
    `responsibility.two-sides`): gunmen took hostages, the army stormed the hotel."""
    return (
        one.plain
        and other.plain
        and one.category != other.category
        and (other.category in one.against or one.category in other.against)
    )


def _one_source(one: Position, other: Position) -> bool:
    """Whether one source tells both, or a writer who names one party only tells of another that somebody speaks of; what somebody states
    against the writer's own words of who did it is a dispute, unless fighters were hit, against whom that one may have fought."""
    told, its = ({c.document for c in p.claims} for p in (one, other))
    two = one.stated and other.stated and told.isdisjoint(its) and set(one.speakers).isdisjoint(other.speakers)
    if not two and (set(one.origins) <= set(other.origins) or set(other.origins) <= set(one.origins)):
        return True
    disputed = any(
        a.plain and not a.fighting and b.stated and (b.category or b.stance not in ADMITS)
        for a, b in ((one, other), (other, one))
    )
    return len(told) == 1 and told == its and (one.plain or other.plain) and not disputed
