"""Responsibility: who is said to have done it, by whom, with what commitment, and who denies.

Rule `responsibility.position`: a position is one actor under one stance; a denial is the denier's own, or of the one it clears.
"""

import re

from msgspec import Struct

from thucydides.nouns import Claim, Passage
from thucydides.reconciling.actors import known_actor
from thucydides.reconciling.context import Case, Context
from thucydides.reconciling.groups import category_of, singular
from thucydides.reconciling.origins import chain, origins
from thucydides.reconciling.voices import country_of
from thucydides.reconciling.words import words

ADMITS = frozenset({"admits", "claims"})
BLAMES = frozenset({"asserts", "accuses", "suspects"})
_WORD = {
    "asserts": "named as the perpetrator",
    "accuses": "accused",
    "suspects": "suspected",
    "admits": "admits it",
    "claims": "claims it",
    "denies": "denies",
    "none-claimed": "nobody has claimed it",
    "withdraws": "withdraws its claim",
}


_SIDES = {
    "state forces": "state forces",
    "government": "state forces",
    "external forces": "external forces",
    "rebel group": "rebels",
    "political militia": "rebels",
    "identity militia": "militia",
    "criminal group": "criminals",
}
_NO_CULPRIT = frozenset({"Battles", "Strategic developments"})
_SHORT = 60
_UNNAMED = frozenset({"unidentified", "unnamed", "unknown", "elements", "group", "groups"})
_TOKEN = re.compile(r"[^\W\d_]+")


class Position(Struct, frozen=True):
    """One actor under one stance, with every claim that takes it, the origins behind them, and who speaks."""

    actor: str
    stance: str
    claims: tuple[Claim, ...]
    origins: tuple[str, ...]
    speakers: tuple[str, ...]
    passage: Passage
    category: str = ""
    named: bool = False

    def words(self) -> str:
        """The position in words: "ISKP suspected (analysts)"."""
        by = f" ({', '.join(self.speakers)})" if self.speakers and self.stance not in ("claims", "admits", "none-claimed") else ""
        if self.stance == "none-claimed":
            return "nobody has claimed it"
        if self.stance == "denies":
            return f"{self.actor} denies a part in it"
        return f"{self.actor} {_WORD[self.stance]}{by}"


def positions(case: Case, copies: dict[str, str]) -> tuple[Position, ...]:
    """Every position on who did it, withdrawn ones left out, in the order of stance and actor."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.claims:
        if claim.attribute == "responsibility" and claim.stance != "withdraws" and not _only_a_side(case.context, claim):
            found.setdefault((claim.stance, _actor(case.context, claim)), []).append(claim)
    withdrawn = {_actor(case.context, c) for c in case.claims if c.attribute == "responsibility" and c.stance == "withdraws"}
    result = []
    for (stance, actor), claims in sorted(found.items()):
        if actor in withdrawn and stance in ADMITS:
            continue
        chains = [chain(case.context, c.passage, c) for c in claims]
        keys = tuple(sorted(set(origins(chains, [actor] * len(chains), copies))))
        speakers = tuple(sorted({c.speaker for c in claims if c.speaker}))
        named = any(c.actor is not None for c in claims) or _is_name(actor)
        side = next((s for c in claims if (s := _category(case.context, c, actor))), "")
        result.append(Position(actor, stance, tuple(claims), keys, speakers, min(c.passage for c in claims), side, named))
    return tuple(result)


def _actor(context: Context, claim: Claim) -> str:
    """The name of the one spoken of: the actor's, else the words; for a denial the denier where nobody is named."""
    if claim.stance == "none-claimed":
        return "nobody"
    if claim.actor is not None:
        kind = context.kinds.get(claim.actor)
        return kind[2] if kind and kind[2] else claim.value or claim.actor
    if claim.stance in ("denies", "claims", "admits") and claim.speaker:
        return claim.speaker
    written = " ".join(context.text(claim.passage).split())
    said = written if 0 < len(written) <= _SHORT else " ".join(claim.value.split())
    if said.count("“") != said.count("”") or said.count('"') % 2:
        said = said.replace("“", "").replace("”", "").replace('"', "")
    return said or claim.speaker or "an unnamed party"


def _only_a_side(context: Context, claim: Claim) -> bool:
    """Whether a claim only tells who took part in a battle or an arrest, which blames nobody (rule `responsibility.battle`)."""
    told = [context.mentions[m] for m in claim.mentions if m in context.mentions]
    return claim.stance == "asserts" and bool(told) and all(m.event_type in _NO_CULPRIT for m in told)


def _is_name(words: str) -> bool:
    """Whether words look like a party's own name and not a description: a capital, and no noun for people among them."""
    tokens = _TOKEN.findall(words)
    described = any(category_of(singular(t.casefold())) or t.casefold() in _UNNAMED for t in tokens)
    return not described and any(t[0].isupper() for t in tokens if t.casefold() != "the")


def _category(context: Context, claim: Claim, actor: str) -> str:
    """What kind of party a claim names, by the actor's kind, else by the nouns of its words; "" where they say nothing."""
    if claim.actor is not None and claim.actor in context.kinds:
        return _SIDES.get(context.kinds[claim.actor][0], "")
    if claim.actor is not None:
        known = known_actor(claim.actor)
        return _SIDES.get(known.kind, "") if known is not None else ""
    tokens = [singular(t) for t in _TOKEN.findall(actor.casefold())]
    telling = [t for t in tokens if t not in words("faceless")]
    found = [category for t in telling if (category := category_of(t)) and category != "civilians"]
    return found[-1] if found else ""


def compatible(one: Position, other: Position) -> bool:
    """Whether two positions may speak of one party (rule `responsibility.same`): their words allow it, or one is a mere
    description whose kind does not exclude the other ("militants" may be a named rebel group, "criminal groups" may not).
    """
    if same_party(one.actor, other.actor):
        return True
    if one.named and other.named:
        return False
    return not one.category or not other.category or one.category == other.category


def same_party(one: str, other: str) -> bool:
    """Whether two wordings may name one party: one holds the other's words, or both name one country."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    if a <= b or b <= a:
        return True
    first, second = country_of(one), country_of(other)
    return first is not None and second is not None and first[0] == second[0] and bool(first[1] or second[1])
