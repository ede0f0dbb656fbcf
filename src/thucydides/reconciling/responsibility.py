"""Responsibility: who is said to have done it, by whom, with what commitment, and who denies.

Rules: `responsibility.position` (a position is one actor under one stance; a denial is the denier's own, or of the one it clears),
`responsibility.withdrawn` (a claim that its party took back counts no more, nor does a report's own word that rests on it),
`responsibility.battle` (who took part in a battle is blamed for nothing, save where another claims the attack), `responsibility.nameless`
(a noun for unknown doers names no party).
"""

import re

from msgspec import Struct

from thucydides.grounding.actors.actors import related
from thucydides.grounding.actors.countries import demonym_countries
from thucydides.grounding.actors.parties import ANYBODY
from thucydides.nouns import Claim, Passage
from thucydides.nouns.actor import GROUP_KINDS
from thucydides.reconciling.bearers import (
    ADMITS,
    SIDES,
    bearer,
    bearing_kind,
    bears,
    is_named,
    only_a_side,
    side_told,
    state_told,
)
from thucydides.reconciling.context import Case
from thucydides.reconciling.naming import listed, plural, shortened
from thucydides.reconciling.origins import chain, origins
from thucydides.reconciling.party_names import core, same_party
from thucydides.reconciling.words import words

BLAMES = frozenset({"asserts", "accuses", "suspects"})
_OWN = {
    "admits": "admitted it",
    "claims": "claimed it",
    "denies": "denied it",
    "none-claimed": "nobody has claimed it",
    "unknown": "who did it is not known",
    "withdraws": "withdrew its claim",
}
_VERB = {"asserts": "named", "accuses": "accused", "suspects": "suspected"}
_UNSOURCED = {"asserts": "named with no source given", "accuses": "accused", "suspects": "suspected"}


_DEADLY = re.compile(r"\b(?:kill|murder|death|die|dead|shot|shoot|gunfire|massacr|fired)", re.IGNORECASE)
_ARMED = GROUP_KINDS | {"unidentified"}
_TOKEN = re.compile(r"[^\W_]+")


class Position(Struct, frozen=True):
    """One actor under one stance, with every claim that takes it, the origins behind them, and who speaks.

    `against` are the kinds of the armed parties of which the same reports tell in the incident, `fighting` says that they tell of fighters
    hit in it. `countries` are those that forces may be of ("Congolese soldiers"). `deadly` says that the words speak of killing.
    """

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
    fighting: bool = False
    countries: frozenset[str] = frozenset()
    deadly: bool = False

    @property
    def plain(self) -> bool:
        """Whether a report names the party in its own words."""
        return self.stance == "asserts" and not self.speakers

    @property
    def stated(self) -> bool:
        """Whether somebody makes a statement on who did it, and does not only name a doer in telling of the deed."""
        return any(c.cue is not None and c.passage.start <= c.cue.start < c.passage.end for c in self.claims)

    def words(self) -> str:
        """The position in words: "analysts suspect ISKP", "ISKP claims it", "the Taliban deny a part in it"."""
        if self.stance in _OWN:
            if self.stance == "unknown" and self.speakers:
                return f"{listed(self.speakers)} said that it was not known who did it"
            return f"{self.actor} {_OWN[self.stance]}" if self.stance not in ("none-claimed", "unknown") else _OWN[self.stance]
        if not self.speakers:
            return f"{self.actor} {'are' if plural(self.actor) else 'is'} {_UNSOURCED[self.stance]}"
        return f"{listed(self.speakers)} {_VERB[self.stance]} {self.actor}"


def positions(case: Case, copies: dict[str, str]) -> tuple[Position, ...]:
    """Every position on who did it, withdrawn ones left out, in the order of stance and actor."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.claims:
        if claim.attribute != "responsibility" or claim.stance == "withdraws":
            continue
        if only_a_side(case.context, claim) and not _claimed_by_another(case, claim):
            continue
        if not bears(case.context, claim) or _of_itself(case, claim) or _nameless(claim):
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
                _fighters_hit(case, {c.document for c in claims}),
                frozenset({country} if country else (c for t in _TOKEN.findall(actor) for c in demonym_countries(t))),
                any(_DEADLY.search(case.context.text(c.passage)) for c in claims),
            )
        )
    return tuple(result)


def _nameless(claim: Claim) -> bool:
    """Whether a report in telling of a deed only has a noun for whoever did it ("gunmen", "masked men", "a suicide bomber"), which names no
    party and contradicts nobody (rule `responsibility.nameless`)."""
    return claim.stance == "asserts" and claim.actor is None and claim.value == ANYBODY


def _of_itself(case: Case, claim: Claim) -> bool:
    """Whether somebody only tells what those did of whom it is one, whom it does not blame ("a rebel fighter" of "rebels")."""
    named = core(bearer(case.context, claim)) if claim.stance in BLAMES and claim.speaker else frozenset()
    return bool(named) and named <= core(claim.speaker or "")


def _claimed_by_another(case: Case, claim: Claim) -> bool:
    """Whether a report names an armed group as the attacker in a fight that another group, which it does not name, says to have begun, or
    which somebody lays on another group."""
    if claim.actor is None or bearing_kind(case.context, claim.actor) not in GROUP_KINDS:
        return False
    laying = ADMITS | {"accuses"}
    own = {c.actor for c in case.claims if c.attribute == "responsibility" and c.stance in laying and c.actor is not None}
    told = {r.actor for m in case.mentions if m.document == claim.document for r in m.actors}
    others = {a for a in own if a != claim.actor and bearing_kind(case.context, a) in GROUP_KINDS and not related(a, claim.actor)}
    return bool(others - told) and claim.actor not in own


def _armed(case: Case, documents: set[str]) -> frozenset[str]:
    """The kinds of the armed parties beside an incident as some documents tell it; one that only speaks is none."""
    told = (r for m in case.mentions if m.document in documents for r in m.actors if r.role != "speaker")
    return frozenset(side for r in told if (side := SIDES.get(r.kind, "rebels" if r.kind == "unidentified" else "")))


def _fighters_hit(case: Case, documents: set[str]) -> bool:
    """Whether some documents tell of fighters hit, so that who is told as a doer beside may only have fought back."""
    told = [m for m in case.mentions if m.document in documents]
    hit = any(r.role in ("target", "victim") and r.kind in _ARMED for m in told for r in m.actors)
    return hit or any(i.category in ("rebels", "militia", "criminals") for m in told for i in m.toll)


def _one_name_each(found: dict[tuple[str, str], list[Claim]]) -> dict[tuple[str, str], list[Claim]]:
    """The claims of one stance under one name where names differ only in case, number and articles: the one used most."""
    names: dict[tuple[str, frozenset[str]], list[str]] = {}
    for stance, actor in found:
        names.setdefault((stance, core(actor)), []).append(actor)
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
