"""Bearers: the one whom a claim of responsibility names, what kind of party that is, and whether it can have done a deed at all.

Rule: `responsibility.bearer` (only those who can use force bear a deed: a league, a council, an observer or an outlet that is told
beside it does not, nor do words that describe no party).
"""

import re
from functools import cache

from thucydides.nouns import Claim
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import category_of, singular
from thucydides.reconciling.words import words
from thucydides.vocabulary import mapping

ADMITS = frozenset({"admits", "claims"})
LAYS = frozenset({"accuses", "suspects"})
SIDES = {
    "state forces": "state forces",
    "government": "state forces",
    "external forces": "external forces",
    "rebel group": "rebels",
    "political militia": "rebels",
    "identity militia": "militia",
    "criminal group": "criminals",
}
_BEARS_NOTHING = frozenset({"international organisation", "observer", "outlet"})
_NO_CULPRIT = frozenset({"Battles", "Strategic developments"})
_SHORT = 60
_UNNAMED = frozenset({"unidentified", "unnamed", "unknown", "elements", "group", "groups"})
_TOKEN = re.compile(r"[^\W\d_]+")
_BLAMING = re.compile(r"^.*?\b(?:blam(?:es|ed|e|ing)|accus(?:es|ed|e|ing)|suspect(?:s|ed)?)\s+(?=\S)", re.IGNORECASE)
"""What stands before the one blamed where the words of a claim are a whole clause ("He blamed the Northern Front")."""
_WHOEVER = re.compile(r"\b(?:responsible|behind (?:the|this|that|it)|perpetrators?|culprits?)\b", re.IGNORECASE)
"""Words for whoever did it, which name no party ("the group responsible for this massacre")."""
_CLAUSE = re.compile(r"\b(?:are|is|was|were|have|has|had|who|whom|which|that|seeking|killed|believed)\b", re.IGNORECASE)


def bears(context: Context, claim: Claim) -> bool:
    """Whether the one whom a claim names can have done it at all (rule `responsibility.bearer`)."""
    if claim.stance in ("none-claimed", "unknown", "denies"):
        return True
    told = {t.casefold() for t in _TOKEN.findall(context.text(claim.passage))}
    if claim.stance == "asserts" and told & words("envoys"):
        return False
    if claim.actor is not None:
        kind = bearing_kind(context, claim.actor)
        return kind not in _BEARS_NOTHING and not (kind == "civilians" and claim.stance == "asserts")
    if claim.stance in ADMITS:
        return claim.speaker_kind not in _BEARS_NOTHING and claim.speaker_kind != "civilians"
    said = bearer(context, claim)
    if said.casefold() in words("reciprocal"):
        return True
    if _WHOEVER.search(said):
        return False
    head = _CLAUSE.split(said, maxsplit=1)[0]
    return is_named(said) or any(_bearing(singular(t.casefold()), claim.stance in LAYS) for t in _TOKEN.findall(head))


def _bearing(noun: str, anybody: bool) -> bool:
    """Whether a noun names people or a body that may use force; where they are accused of it, anybody may."""
    category = category_of(noun)
    if category and (anybody or category != "civilians"):
        return True
    return noun in words("faceless") or noun in words("bodies") or noun in _UNNAMED


def bearing_kind(context: Context, actor: str) -> str:
    """What kind of party an actor is by the texts, else by the catalogue."""
    if actor in context.kinds:
        return context.kinds[actor][0]
    known = known_actor(actor)
    return known.kind if known is not None else ""


def state_told(context: Context, claim: Claim) -> str:
    """The country of a state's body, "" for others."""
    if claim.actor is None:
        return ""
    known = known_actor(claim.actor)
    kind = bearing_kind(context, claim.actor)
    country = context.kinds[claim.actor][1] if claim.actor in context.kinds else known.country if known is not None else None
    return country or "" if SIDES.get(kind) == "state forces" else ""


def bearer(context: Context, claim: Claim) -> str:
    """The name of the one spoken of: the actor's, else the words; for a denial the denier where nobody is named."""
    if claim.stance == "none-claimed":
        return "nobody"
    if claim.stance == "unknown":
        return "who did it"
    if claim.actor is not None:
        kind = context.kinds.get(claim.actor)
        return kind[2] if kind and kind[2] else claim.value or claim.actor
    if claim.stance in ("denies", "claims", "admits", "withdraws") and claim.speaker:
        return claim.speaker
    if claim.value.casefold() in words("reciprocal"):
        return claim.value
    written, said = (" ".join(t.split()) for t in (context.text(claim.passage), claim.value))
    if said not in written and 0 < len(written) <= _SHORT:
        said = written  # the words of a report for whom it only describes
    said = _BLAMING.sub("", said)
    said = _CLAUSE.split(said, maxsplit=1)[0].strip(" ,") or said
    if said.count("“") != said.count("”") or said.count('"') % 2:
        said = said.replace("“", "").replace("”", "").replace('"', "")
    return said or claim.speaker or "an unnamed party"


def only_a_side(context: Context, claim: Claim) -> bool:
    """Whether a claim only tells who took part in a battle or an arrest, which blames nobody (rule `responsibility.battle`)."""
    told = [context.mentions[m] for m in claim.mentions if m in context.mentions]
    return claim.stance == "asserts" and bool(told) and all(m.event_type in _NO_CULPRIT for m in told)


def is_named(wording: str) -> bool:
    """Whether words look like a party's own name and not a description: a capital, and no noun for people or arms among them."""
    tokens = _TOKEN.findall(wording)
    described = any(
        category_of(singular(t.casefold())) or t.casefold() in _UNNAMED | _arms() or singular(t.casefold()) in words("rulers")
        for t in tokens
    )
    return not described and any(t[0].isupper() for t in tokens if t.casefold() != "the")


@cache
def _arms() -> frozenset[str]:
    """Words for arms in the hands of somebody who is not named ("warplanes")."""
    return frozenset(mapping("actor_words")["arms"])


def side_told(context: Context, claim: Claim, actor: str) -> str:
    """What kind of party a claim names, by the actor's kind, else by the nouns of its words; "" where they say nothing."""
    if claim.actor is not None:
        return SIDES.get(bearing_kind(context, claim.actor), "")
    tokens = [singular(t) for t in _TOKEN.findall(actor.casefold())]
    if any(t in words("rulers") for t in tokens):
        return "state forces"
    telling = [t for t in tokens if t not in words("faceless")]
    found = [category for t in telling if (category := category_of(t))]
    armed = [category for category in found if category != "civilians"]
    if not armed and "armed" in tokens and "force" not in tokens:
        return "rebels"  # "armed groups", whom nobody takes for a state's forces
    return armed[-1] if armed else found[-1] if found and claim.stance in LAYS else ""
