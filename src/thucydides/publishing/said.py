"""Said: who says what, the claims that name their speaker put in a few words, one row for the same words of the same speaker."""

from msgspec import Struct

from thucydides.nouns import Claim, Passage
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.responsibility import STANCES, accusation


class Said(Struct, frozen=True):
    """One speaker's statement on one attribute of one or more incidents, with every passage that reports it."""

    who: str
    through: str
    what: str
    of: str
    incidents: tuple[str, ...]
    passages: tuple[Passage, ...]
    documents: tuple[str, ...]


def says(index: Index) -> tuple[Said, ...]:
    """The statements of named speakers, by speaker, then by the time of the incident."""
    found: dict[tuple[str, str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in index.record.claims:
        if claim.speaker:
            key = (claim.speaker, " ← ".join(reversed(claim.via)), statement(index, claim), index.incidents_of(claim))
            found.setdefault(key, []).append(claim)
    rows = [
        Said(
            who,
            through,
            what,
            words.listing([index.incidents[i].title for i in of][:3]),
            of,
            tuple(dict.fromkeys(c.passage for c in claims)),
            tuple(dict.fromkeys(c.document for c in claims)),
        )
        for (who, through, what, of), claims in found.items()
    ]

    def order(row: Said) -> tuple[str, tuple[str, ...], str]:
        return row.who.lower(), min((by_time(index.incidents[i]) for i in row.incidents), default=("~",)), row.what

    return tuple(sorted(rows, key=order))


def statement(index: Index, claim: Claim) -> str:
    """What a claim says, without its speaker: "4 killed", "the date: 12 March 1991", "accused Military Forces of Peru"."""
    if claim.attribute == "responsibility":
        text = accusation(index, claim)
        lead = claim.speaker or ""
        return text.removeprefix(lead).strip() if lead and text.startswith(lead) else text
    hedge = f" ({claim.hedge})" if claim.hedge else ""
    stance = "" if claim.stance in ("asserts", "claims") else f"{STANCES[claim.stance]}: "
    if claim.attribute in words.OUTCOMES and claim.quantity is not None:
        group = f" {claim.group}" if claim.group else ""
        return f"{stance}{words.quantity(claim.quantity)}{group} {claim.attribute}{hedge}"
    named = mapping("phrases")["attributes"].get(claim.attribute, claim.attribute)
    value = words.when(claim.date) if claim.date else claim.place.name if claim.place else claim.value
    return f"{stance}{named}: {value}{hedge}"
