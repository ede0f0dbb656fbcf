"""Claimants: who gives a number, in few kinds that keep one colour in all figures."""

from thucydides.nouns import Claim
from thucydides.publishing.figures import drawing as d
from thucydides.publishing.index import Index
from thucydides.publishing.responsibility import voice

KINDS = (
    ("states and governments", ("state forces", "government", "external forces"), d.BLUE),
    ("armed groups", ("rebel group", "political militia", "identity militia", "criminal group", "unidentified"), d.ORANGE),
    ("observers and organisations", ("observer", "international organisation"), d.GREEN),
    ("other named speakers", (), d.YELLOW),
    ("outlets in their own voice", (), d.SOFT),
)
OTHERS, OUTLETS = 3, 4


def kind(index: Index, claim: Claim) -> int:
    """Which of KINDS a claim's speaker is."""
    if claim.speaker is None:
        return OUTLETS
    actor = index.actors.get(claim.speaker_actor or "")
    found = actor.kind if actor else claim.speaker_kind
    return next((n for n, (_, kinds, _) in enumerate(KINDS) if found in kinds), OTHERS)


def name(index: Index, claim: Claim) -> str:
    """Who gives it, in few words."""
    return index.source(claim.document) if claim.speaker is None else voice(claim.speaker)


def number(claim: Claim) -> int | None:
    """The count that a claim states: its best, else the end that it has."""
    q = claim.quantity
    return next((n for n in (q.best, q.low, q.high) if n is not None), None) if q else None


def legend(used: set[int], x: float, y: float) -> list[str]:
    """A row of dots with the names of the kinds used."""
    parts = []
    for n, (words, _, colour) in enumerate(KINDS):
        if n in used:
            parts += [d.circle(x + 4, y - 3.5, 4, colour), d.text(x + 12, y, words, 10)]
            x += 26 + d.wide(words, 10)
    return parts
