"""Responsibility: who is said to have done it, by whom, with what commitment, and who denies.

Rules: `responsibility.position` (a position is one actor under one stance; a denial is the denier's own, or of the one it clears),
`responsibility.withdrawn` (a claim that its party took back counts no more, nor does a report's own word that rests on it),
`responsibility.bearer` (only those who can use force bear a deed: a league, a council, an observer or an outlet that is told beside it
does not, nor do words that describe no party), `responsibility.same` (two wordings may be one party).
"""

import re
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from thucydides.nouns import Claim, Passage
from thucydides.reconciling.actors import known_actor
from thucydides.reconciling.context import Case, Context
from thucydides.reconciling.groups import category_of, singular
from thucydides.reconciling.naming import listed, shortened
from thucydides.reconciling.origins import chain, origins
from thucydides.reconciling.voices import country_of
from thucydides.reconciling.words import words

ADMITS = frozenset({"admits", "claims"})
BLAMES = frozenset({"asserts", "accuses", "suspects"})
_OWN = {
    "admits": "admitted it",
    "claims": "claimed it",
    "denies": "denied a part in it",
    "none-claimed": "nobody has claimed it",
    "withdraws": "withdrew its claim",
}
_VERB = {"asserts": "named", "accuses": "accused", "suspects": "suspected"}
_UNSOURCED = {"asserts": "is named with no source given", "accuses": "is accused", "suspects": "is suspected"}
_SIDES = {
    "state forces": "state forces",
    "government": "state forces",
    "external forces": "external forces",
    "rebel group": "rebels",
    "political militia": "rebels",
    "identity militia": "militia",
    "criminal group": "criminals",
}
_BEARS_NOTHING = frozenset({"international organisation", "observer", "outlet"})
_STATE = frozenset({"state forces"})
_NO_CULPRIT = frozenset({"Battles", "Strategic developments"})
_SHORT = 60
_UNNAMED = frozenset({"unidentified", "unnamed", "unknown", "elements", "group", "groups"})
_TOKEN = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"\b(?:are|is|was|were|have|has|had|who|whom|which|that|seeking|killed|believed)\b", re.IGNORECASE)


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
    country: str = ""

    def words(self) -> str:
        """The position in words: "analysts suspect ISKP", "ISKP claims it", "the Taliban deny a part in it"."""
        if self.stance in _OWN:
            return f"{self.actor} {_OWN[self.stance]}" if self.stance != "none-claimed" else _OWN[self.stance]
        if not self.speakers:
            return f"{self.actor} {_UNSOURCED[self.stance]}"
        return f"{listed(self.speakers)} {_VERB[self.stance]} {self.actor}"


def positions(case: Case, copies: dict[str, str]) -> tuple[Position, ...]:
    """Every position on who did it, withdrawn ones left out, in the order of stance and actor."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.claims:
        if claim.attribute != "responsibility" or claim.stance == "withdraws" or _only_a_side(case.context, claim):
            continue
        if not _bears(case.context, claim):
            continue
        found.setdefault((claim.stance, _actor(case.context, claim)), []).append(claim)
    telling_of_it = {c.document for c in case.claims if c.attribute == "responsibility" and c.stance in ADMITS | {"withdraws"}}
    withdrawn = {_actor(case.context, c) for c in case.claims if c.attribute == "responsibility" and c.stance == "withdraws"}
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
        named = any(c.actor is not None for c in claims) or _is_name(actor)
        side = next((s for c in claims if (s := _category(case.context, c, actor))), "")
        country = next((k for c in claims if (k := _country(case.context, c))), "")
        result.append(Position(actor, stance, tuple(claims), keys, speakers, min(c.passage for c in claims), side, named, country))
    return tuple(result)


def _speaker(name: str) -> str:
    """A speaker for a sentence, without what is told of them behind the name; one who is named only before is somebody quoted."""
    return "somebody quoted" if name.casefold() in words("pronouns") else shortened(" ".join(name.split()))


def withdrawals(case: Case) -> tuple[Claim, ...]:
    """The claims by which parties took back that they had done it, each party once."""
    found = {_actor(case.context, c): c for c in case.claims if c.attribute == "responsibility" and c.stance == "withdraws"}
    return tuple(found[name] for name in sorted(found))


def withdrawer(case: Case, claim: Claim) -> str:
    """Who took its claim back, by name."""
    return _actor(case.context, claim)


def _bears(context: Context, claim: Claim) -> bool:
    """Whether the one whom a claim names can have done it at all (rule `responsibility.bearer`)."""
    if claim.stance in ("none-claimed", "denies"):
        return True
    told = {t.casefold() for t in _TOKEN.findall(context.text(claim.passage))}
    if claim.stance == "asserts" and told & words("envoys"):
        return False
    if claim.actor is not None:
        kind = _kind(context, claim.actor)
        return kind not in _BEARS_NOTHING and not (kind == "civilians" and claim.stance == "asserts")
    if claim.stance in ADMITS:
        return claim.speaker_kind not in _BEARS_NOTHING and claim.speaker_kind != "civilians"
    said = _actor(context, claim)
    head = _CLAUSE.split(said, maxsplit=1)[0]
    return _is_name(said) or any(_bearing(singular(t.casefold())) for t in _TOKEN.findall(head))


def _bearing(noun: str) -> bool:
    """Whether a noun names people or a body that may use force."""
    return category_of(noun) not in ("", "civilians") or noun in words("faceless") or noun in words("bodies") or noun in _UNNAMED


def _kind(context: Context, actor: str) -> str:
    """What kind of party an actor is by the texts, else by the catalogue."""
    if actor in context.kinds:
        return context.kinds[actor][0]
    known = known_actor(actor)
    return known.kind if known is not None else ""


def _country(context: Context, claim: Claim) -> str:
    """The country of a state's body, "" for others."""
    if claim.actor is None:
        return ""
    known = known_actor(claim.actor)
    kind = _kind(context, claim.actor)
    country = context.kinds[claim.actor][1] if claim.actor in context.kinds else known.country if known is not None else None
    return country or "" if _SIDES.get(kind) in _STATE else ""


def _actor(context: Context, claim: Claim) -> str:
    """The name of the one spoken of: the actor's, else the words; for a denial the denier where nobody is named."""
    if claim.stance == "none-claimed":
        return "nobody"
    if claim.actor is not None:
        kind = context.kinds.get(claim.actor)
        return kind[2] if kind and kind[2] else claim.value or claim.actor
    if claim.stance in ("denies", "claims", "admits", "withdraws") and claim.speaker:
        return claim.speaker
    written = " ".join(context.text(claim.passage).split())
    said = written if 0 < len(written) <= _SHORT else " ".join(claim.value.split())
    said = _CLAUSE.split(said, maxsplit=1)[0].strip(" ,") or said
    if said.count("“") != said.count("”") or said.count('"') % 2:
        said = said.replace("“", "").replace("”", "").replace('"', "")
    return said or claim.speaker or "an unnamed party"


def _only_a_side(context: Context, claim: Claim) -> bool:
    """Whether a claim only tells who took part in a battle or an arrest, which blames nobody (rule `responsibility.battle`)."""
    told = [context.mentions[m] for m in claim.mentions if m in context.mentions]
    return claim.stance == "asserts" and bool(told) and all(m.event_type in _NO_CULPRIT for m in told)


def _is_name(wording: str) -> bool:
    """Whether words look like a party's own name and not a description: a capital, and no noun for people among them."""
    tokens = _TOKEN.findall(wording)
    described = any(
        category_of(singular(t.casefold())) or t.casefold() in _UNNAMED or singular(t.casefold()) in words("rulers") for t in tokens
    )
    return not described and any(t[0].isupper() for t in tokens if t.casefold() != "the")


def _category(context: Context, claim: Claim, actor: str) -> str:
    """What kind of party a claim names, by the actor's kind, else by the nouns of its words; "" where they say nothing."""
    if claim.actor is not None:
        return _SIDES.get(_kind(context, claim.actor), "")
    tokens = [singular(t) for t in _TOKEN.findall(actor.casefold())]
    if any(t in words("rulers") for t in tokens):
        return "state forces"
    telling = [t for t in tokens if t not in words("faceless")]
    found = [category for t in telling if (category := category_of(t)) and category != "civilians"]
    return found[-1] if found else ""


def compatible(one: Position, other: Position) -> bool:
    """Whether two positions may speak of one party (rule `responsibility.same`): their words allow it, or one is a mere
    description whose kind does not exclude the other ("militants" may be a named rebel group, "criminal groups" may not).
    """
    if same_party(one.actor, other.actor) or (one.country and one.country == other.country):
        return True
    if one.named and other.named:
        return False
    return not one.category or not other.category or one.category == other.category


def rivals(held: Sequence[Position]) -> bool:
    """Whether two of the positions name different parties; what one source says of several parties is no contradiction."""
    return any(not compatible(a, b) and not _one_source(a, b) for a, b in combinations(held, 2))


def _one_source(one: Position, other: Position) -> bool:
    """Whether one source tells both, or a writer names one party knowing that others name another."""
    if set(one.origins) <= set(other.origins) or set(other.origins) <= set(one.origins):
        return True
    told, its = ({c.document for c in p.claims} for p in (one, other))
    return len(told) == 1 and told == its and any(p.stance == "asserts" and not p.speakers for p in (one, other))


def same_party(one: str, other: str) -> bool:
    """Whether two wordings may name one party: one holds the other's words, or both name one country."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    if a <= b or b <= a:
        return True
    first, second = country_of(one), country_of(other)
    return first is not None and second is not None and first[0] == second[0] and bool(first[1] or second[1])
