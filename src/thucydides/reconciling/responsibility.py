"""Responsibility: who is said to have done it, by whom, with what commitment, and who denies.

Rules: `responsibility.position` (a position is one actor under one stance; a denial is the denier's own, or of the one it clears),
`responsibility.withdrawn` (a claim that its party took back counts no more, nor does a report's own word that rests on it),
`responsibility.same` (two wordings may be one party), `responsibility.two-sides` (who fought whom is no dispute over who did it).
"""

import re
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from thucydides.nouns import Claim, Passage
from thucydides.reconciling.bearers import ADMITS, SIDES, bearer, bears, is_named, only_a_side, side_told, state_told
from thucydides.reconciling.context import Case
from thucydides.reconciling.groups import singular
from thucydides.reconciling.naming import listed, plural, shortened
from thucydides.reconciling.origins import chain, origins
from thucydides.reconciling.voices import country_of
from thucydides.reconciling.words import words

BLAMES = frozenset({"asserts", "accuses", "suspects"})
_OWN = {
    "admits": "admitted it",
    "claims": "claimed it",
    "denies": "denied a part in it",
    "none-claimed": "nobody has claimed it",
    "withdraws": "withdrew its claim",
}
_VERB = {"asserts": "named", "accuses": "accused", "suspects": "suspected"}
_UNSOURCED = {"asserts": "named with no source given", "accuses": "accused", "suspects": "suspected"}


_FIGHTERS = {"rebels", "militia"}
"""What one report calls rebels another calls a militia."""
_TOKEN = re.compile(r"[^\W_]+")


class Position(Struct, frozen=True):
    """One actor under one stance, with every claim that takes it, the origins behind them, and who speaks; `against` are the kinds of the
    armed parties of which the same reports tell in the incident."""

    actor: str
    stance: str
    claims: tuple[Claim, ...]
    origins: tuple[str, ...]
    speakers: tuple[str, ...]
    passage: Passage
    category: str = ""
    named: bool = False
    country: str = ""
    against: frozenset[str] = frozenset()

    def words(self) -> str:
        """The position in words: "analysts suspect ISKP", "ISKP claims it", "the Taliban deny a part in it"."""
        if self.stance in _OWN:
            return f"{self.actor} {_OWN[self.stance]}" if self.stance != "none-claimed" else _OWN[self.stance]
        if not self.speakers:
            return f"{self.actor} {'are' if plural(self.actor) else 'is'} {_UNSOURCED[self.stance]}"
        return f"{listed(self.speakers)} {_VERB[self.stance]} {self.actor}"


def positions(case: Case, copies: dict[str, str]) -> tuple[Position, ...]:
    """Every position on who did it, withdrawn ones left out, in the order of stance and actor."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.claims:
        if claim.attribute != "responsibility" or claim.stance == "withdraws" or only_a_side(case.context, claim):
            continue
        if not bears(case.context, claim):
            continue
        found.setdefault((claim.stance, bearer(case.context, claim)), []).append(claim)
    found = _one_name_each(found)
    telling_of_it = {c.document for c in case.claims if c.attribute == "responsibility" and c.stance in ADMITS | {"withdraws"}}
    withdrawn = {bearer(case.context, c) for c in case.claims if c.attribute == "responsibility" and c.stance == "withdraws"}
    result = []
    for (stance, actor), claims in sorted(found.items()):
        if any(same_party(actor, w) for w in withdrawn):
            if stance in ADMITS:
                continue
            claims = [c for c in claims if c.stance != "asserts" or c.document not in telling_of_it]
            if not claims:
                continue
        chains = [chain(case.context, c.passage, c) for c in claims]
        keys = tuple(sorted(set(origins(chains, [actor] * len(chains), copies))))
        speakers = tuple(sorted({_speaker(c.speaker) for c in claims if c.speaker}))
        named = any(c.actor is not None for c in claims) or is_named(actor)
        side = next((s for c in claims if (s := side_told(case.context, c, actor))), "")
        country = next((k for c in claims if (k := state_told(case.context, c))), "")
        result.append(
            Position(
                actor,
                stance,
                tuple(claims),
                keys,
                speakers,
                min(c.passage for c in claims),
                side,
                named,
                country,
                _armed(case, {c.document for c in claims}),
            )
        )
    return tuple(result)


def _armed(case: Case, documents: set[str]) -> frozenset[str]:
    """The kinds of the armed parties beside an incident as some documents tell it; one that only speaks is none."""
    told = (r for m in case.mentions if m.document in documents for r in m.actors if r.role != "speaker")
    return frozenset(side for r in told if (side := SIDES.get(r.kind, "rebels" if r.kind == "unidentified" else "")))


def _one_name_each(found: dict[tuple[str, str], list[Claim]]) -> dict[tuple[str, str], list[Claim]]:
    """The claims of one stance under one name where names differ only in case, number and articles: the one used most."""
    names: dict[tuple[str, frozenset[str]], list[str]] = {}
    for stance, actor in found:
        names.setdefault((stance, _core(actor)), []).append(actor)
    merged: dict[tuple[str, str], list[Claim]] = {}
    for (stance, _), actors in names.items():
        best = max(sorted(actors), key=lambda actor: (len(found[stance, actor]), actor))
        merged[stance, best] = [claim for actor in sorted(actors) for claim in found[stance, actor]]
    return merged


def _speaker(name: str) -> str:
    """A speaker for a sentence, without what is told of them behind the name; one who is named only before is somebody quoted."""
    return "somebody quoted" if name.casefold() in words("pronouns") else shortened(" ".join(name.split()))


def withdrawals(case: Case) -> tuple[Claim, ...]:
    """The claims by which parties took back that they had done it, each party once."""
    found = {bearer(case.context, c): c for c in case.claims if c.attribute == "responsibility" and c.stance == "withdraws"}
    return tuple(found[name] for name in sorted(found))


def withdrawer(case: Case, claim: Claim) -> str:
    """Who took its claim back, by name."""
    return bearer(case.context, claim)


def compatible(one: Position, other: Position) -> bool:
    """Whether two positions may speak of one party (rule `responsibility.same`): their words allow it, or one is a mere
    description whose kind does not exclude the other ("militants" may be a named rebel group, "criminal groups" may not).
    """
    if same_party(one.actor, other.actor) or (one.country and one.country == other.country):
        return True
    if one.named and other.named:
        return False
    return not one.category or not other.category or one.category == other.category or {one.category, other.category} == _FIGHTERS


def rivals(held: Sequence[Position]) -> bool:
    """Whether two of the positions name different parties; what one source says of several parties is no contradiction."""
    return any(not compatible(a, b) and not _one_source(a, b) and not _two_sides(a, b) for a, b in combinations(held, 2))


def _two_sides(one: Position, other: Position) -> bool:
    """Whether reports in their own words name the two who fought, of whom one of them at least tells as such (rule
    `responsibility.two-sides`): gunmen took hostages, the army stormed the hotel."""
    plain = all(p.stance == "asserts" and not p.speakers for p in (one, other))
    return plain and one.category != other.category and (other.category in one.against or one.category in other.against)


def _one_source(one: Position, other: Position) -> bool:
    """Whether one source tells both, or a writer names one party knowing that others name another."""
    if set(one.origins) <= set(other.origins) or set(other.origins) <= set(one.origins):
        return True
    told, its = ({c.document for c in p.claims} for p in (one, other))
    return len(told) == 1 and told == its and any(p.stance == "asserts" and not p.speakers for p in (one, other))


def same_party(one: str, other: str) -> bool:
    """Whether two wordings may name one party: one holds the other's words, or both name one country."""
    a, b = _core(one), _core(other)
    if a <= b or b <= a:
        return True
    first, second = country_of(one), country_of(other)
    return first is not None and second is not None and first[0] == second[0] and bool(first[1] or second[1])


def _core(name: str) -> frozenset[str]:
    """The words of a party's name that tell it from others, in the singular and small letters ("The outlawed Northern Rebels (NR)")."""
    return frozenset(singular(t) for t in _TOKEN.findall(name.casefold()) if t not in words("party_noise"))
