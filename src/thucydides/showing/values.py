"""Values: the record's value for an attribute, and one claim of it, in words."""

from thucydides.nouns import Assessment, Claim
from thucydides.publishing import days, words
from thucydides.publishing.groups import one_or_many
from thucydides.publishing.index import Index, country
from thucydides.publishing.responsibility import accusation
from thucydides.showing.documents import called


def value(assessed: Assessment | None) -> str:
    """The record's value: "3 to 5 (best 3)", "26 November 2025", "Darvoz, Gorno-Badakhshan, Tajikistan"."""
    if assessed is None:
        return words.UNKNOWN
    if assessed.quantity is not None:
        return words.quantity(assessed.quantity)
    if assessed.date is not None:
        return days.when(assessed.date)
    if assessed.place is not None:
        where = words.where(assessed.place, country(assessed.place.country) or None)
        return f"{where} ({words.precision(assessed.place)})"
    return assessed.value or words.UNKNOWN


def claimed(index: Index, claim: Claim) -> str:
    """What a claim gives: "3 workers", "26 November 2025", "accused Taliban"."""
    hedge = f" ({claim.hedge})" if claim.hedge else ""
    if claim.attribute == "responsibility":
        return accusation(index, claim)
    if claim.quantity is not None:
        group = f" {one_or_many(claim.group, claim.quantity)}" if claim.group else ""
        return f"{words.quantity(claim.quantity)}{group}{hedge}"
    if claim.date is not None:
        return f"{days.when(claim.date)}{hedge}"
    if claim.place is not None:
        return f"{words.where(claim.place, country(claim.place.country) or None)}{hedge}"
    return f"{claim.value}{hedge}"


def chain(index: Index, claim: Claim) -> str:
    """Who says it through whom: "the Chinese embassy, via Reuters, in Eurasianet, 12 December 2025"."""
    parts = [claim.speaker or ""]
    parts += [f"via {name}" for name in claim.via]
    printed = [claim.outlet or "", called(index, claim.document)]
    if printed[0] and printed[0] != printed[1]:
        parts.append(f"as {printed[0]} has it")
    document = index.documents.get(claim.document)
    when = f", {days.published(document.published)}" if document and document.published else ""
    parts.append(f"in {printed[1]}{when}" if any(parts) else f"{printed[1]}{when}")
    return ", ".join(part for part in parts if part)
