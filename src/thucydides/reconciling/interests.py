"""Interests: what the one who says a thing, or prints it, has to do with it; part of every claim, so that nobody reads it without.

Rule `origin.interest`: a speaker that is a party to the incident, or the government of one, is a party to it, and may speak of its
own losses, of its enemy's, or of who did it; the governments of the place and of the victims are close to it; an outlet that a
party owns, and the state agency of a country that takes part, print for it. It changes no figure by itself (`toll.enemy` and
`assess.ucdp` do); it is said beside the claim.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from thucydides.grounding.outlets import outlet
from thucydides.keeping.lazily import Lazily
from thucydides.nouns import Claim, Mention
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS, TAKING_PART
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.context import Context
from thucydides.reconciling.voices import voice
from thucydides.reconciling.words import OUTCOMES, country_name

_ARMED = STATE_KINDS | GROUP_KINDS
_BLAME = {
    "accuses": "on who did it",
    "suspects": "on who did it",
    "asserts": "on who did it",
    "denies": "clearing itself",
    "claims": "claiming it",
    "admits": "against its own interest",
    "withdraws": "taking back its word",
}


def interested(context: Context) -> Callable[[Claim], Claim]:
    """Gives a claim with what its speaker or printer has to do with the matter."""
    parties = Lazily(context.mentions, lambda m: parties_of(context.mentions[m]))

    def with_interest(claim: Claim) -> Claim:
        return replace(claim, interest=found) if (found := interest(context, claim, parties)) != claim.interest else claim

    return with_interest


def parties_of(mention: Mention) -> frozenset[str]:
    """Those who take part in an incident by a mention: actor ids, and "government:XX" for the forces of a state."""
    taking = [r for r in mention.actors if r.role in TAKING_PART and r.kind in _ARMED]
    return frozenset(
        [f"government:{r.country}" for r in taking if r.kind in STATE_KINDS and r.country] + [r.actor for r in taking if r.actor]
    )


def interest(context: Context, claim: Claim, parties: Mapping[str, frozenset[str]]) -> str:
    """In words, "" where nothing is known."""
    here = frozenset().union(*(parties.get(m, frozenset()) for m in claim.mentions))
    speaker = voice(context, claim)
    owns_up = claim.stance in ("admits", "claims") and claim.attribute == "responsibility"
    if speaker and (speaker in here or claim.speaker_actor in here or owns_up):
        return f"a party to it, {_at_stake(context, claim, speaker)}".removesuffix(", ")
    if speaker and claim.attribute == "responsibility" and claim.stance == "denies":
        return "clearing itself"
    if speaker.startswith("government:") and (near := _near(context, claim, speaker.removeprefix("government:"))):
        return near
    printers = [*claim.via, *((claim.outlet,) if claim.outlet else ())]
    document = context.documents.get(claim.document)
    printers += [document.outlet] if document is not None and document.outlet else []
    return next((words for name in printers if (words := _printer(name, here))), "")


def _near(context: Context, claim: Claim, country: str) -> str:
    """What a government that takes no part has to do with an incident: it is of the scene or of the victims."""
    told = [context.mentions[m] for m in claim.mentions if m in context.mentions]
    if any(t.nationality == country for m in told for t in m.toll):
        return "the government of the victims"
    places = [m.place.place.country for m in told if m.place is not None and m.place.place is not None]
    return "the government of the place" if country in places else ""


def _at_stake(context: Context, claim: Claim, speaker: str) -> str:
    """What a party speaks of: its own losses or its enemy's, or who did it."""
    if claim.attribute == "responsibility":
        return _BLAME.get(claim.stance, "")
    if claim.attribute not in OUTCOMES:
        return ""
    told = {
        t.nationality
        for m in claim.mentions
        if (mention := context.mentions.get(m)) is not None
        for t in mention.toll
        if t.passage == claim.passage and t.outcome == claim.attribute
    }
    state = speaker.removeprefix("government:") if speaker.startswith("government:") else ""
    if claim.category in ("civilians", "unknown", "") and not (told - {None}):
        return ""
    if state and (state in told or (claim.category == "state forces" and told <= {None, state})):
        return "on its own people" if claim.category == "civilians" else "on its own losses"
    if state and claim.category in ("rebels", "militia", "criminals"):
        return "on its enemy's losses"
    if not state and claim.category in ("state forces", "external forces"):
        return "on its enemy's losses"
    return ""


@lru_cache(maxsize=1 << 14)
def _printer(name: str, here: frozenset[str]) -> str:
    """What an outlet has to do with an incident of these parties."""
    listed = outlet(name)
    if listed is None:
        return ""
    if listed.kind == "party":
        owner = known_actor(_folded(listed.owner)) if listed.owner else None
        return f"printed by {listed.name}, an organ of {owner.name if owner else listed.owner or 'a party to a conflict'}"
    if listed.kind == "state agency" and f"government:{listed.country}" in here:
        return f"printed by {listed.name}, state agency of {country_name(listed.country)}, which takes part"
    return ""


def _folded(name: str) -> str:
    return "-".join(name.casefold().split())
