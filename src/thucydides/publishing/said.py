"""Said: who says what, the claims that name their speaker put in a few words, one row for the same words of the same speaker."""

import re

from msgspec import Struct

from thucydides.nouns import Claim, Passage
from thucydides.publishing import days, words
from thucydides.publishing.assets import mapping
from thucydides.publishing.groups import one_or_many
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.responsibility import STANCES, accusation

ORDER = ("killed", "injured", "missing", "captured", "responsibility", "date", "place", "method")
"""Attributes in the order that statements are listed. What kind of incident it was is the record's word, nobody's statement."""

ARTICLE = re.compile(r"^(?:the|an?|another) ", re.I)
HARMED = re.compile(r"\b(?:killed|dead|injured|wounded|hurt|missing|captured)\b")
"""Words of harm in the name of a group, which the attribute says again: "23 people dead"."""


class Said(Struct, frozen=True):
    """What one speaker says of one incident or several, with every passage that reports it."""

    who: str
    through: str
    what: str
    of: str
    incidents: tuple[str, ...]
    passages: tuple[Passage, ...]


def says(index: Index) -> tuple[Said, ...]:
    """The statements of named speakers, by speaker, then by the time of the incident."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in index.record.claims:
        if claim.speaker and claim.attribute in ORDER:
            key = (_bare(claim.speaker), " ← ".join(reversed(claim.via)), index.incidents_of(claim))
            found.setdefault(key, []).append(claim)
    rows = [_said(index, through, of, claims) for (_, through, of), claims in found.items()]

    def order(row: Said) -> tuple[str, tuple[str, ...], str]:
        return _bare(row.who), min((by_time(index.incidents[i]) for i in row.incidents), default=("~",)), row.what

    return tuple(sorted(rows, key=order))


def _said(index: Index, through: str, of: tuple[str, ...], claims: list[Claim]) -> Said:
    ranked = sorted(claims, key=lambda c: (ORDER.index(c.attribute), c.part, c.passage, c.id))
    return Said(
        who=claims[0].speaker or "",
        through=through,
        what="; ".join(_together(list(dict.fromkeys(statement(index, c) for c in ranked)))),
        of=words.listing([index.incidents[i].title for i in of][:3]),
        incidents=of,
        passages=tuple(dict.fromkeys(c.passage for c in ranked)),
    )


def _together(statements: list[str]) -> list[str]:
    """Statements with the values of one attribute put together: "the means used: firearm, grenade"."""
    found: dict[str, str] = {}
    for text in statements:
        name, colon, value = text.partition(": ")
        found[name] = f"{found[name]}, {value}" if colon and name in found else text
    return list(found.values())


def _bare(name: str, fold: bool = True) -> str:
    """A name without its article, and without case where `fold`: by it statements are put together."""
    found = ARTICLE.sub("", name)
    return found.lower() if fold else found


def statement(index: Index, claim: Claim) -> str:
    """What a claim says, without its speaker: "4 killed", "the date: 12 March 1991", "accused Military Forces of Peru"."""
    if claim.attribute == "responsibility":
        text = accusation(index, claim)
        lead = claim.speaker or index.source(claim.document)
        return text.removeprefix(lead).strip() if lead and text.startswith(lead) else text
    hedge = f" ({claim.hedge})" if claim.hedge else ""
    stance = "" if claim.stance in ("asserts", "claims") else f"{STANCES[claim.stance]}: "
    if claim.attribute in words.OUTCOMES and claim.quantity is not None:
        named = HARMED.sub("", _bare(claim.group, fold=False)).strip()
        named = one_or_many(named, claim.quantity) if named else ""
        group = f" {named}" if named and named.lower() not in mapping("phrases")["plain"] else ""
        return f"{stance}{words.quantity(claim.quantity)}{group} {claim.attribute}{hedge}"
    named = mapping("phrases")["attributes"].get(claim.attribute, claim.attribute)
    value = days.when(claim.date) if claim.date else claim.place.name if claim.place else claim.value
    return f"{stance}{named}: {value}{hedge}"
