"""Sentences: what the record says of an incident, in plain words, each with the passages that it rests on.

Invariants: every number and date of a sentence is an assessment's or a claim's; every sentence of an incident has at least one
passage; nothing is said that no document says, save that no document says it.
"""

from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Assessment, Discrepancy, Incident, Passage
from thucydides.publishing import days, words
from thucydides.publishing.account import accounts
from thucydides.publishing.assets import mapping
from thucydides.publishing.groups import whom
from thucydides.publishing.index import Index, country
from thucydides.publishing.responsibility import accusation, culprits
from thucydides.publishing.sides import did, sides
from thucydides.publishing.sums import toll
from thucydides.reconciling.discrepancies.silence import SILENT

MOST_PASSAGES = 8
"""Passages that one sentence rests on at most; a sentence told by many documents names the first of each."""
ASSESSED = ("killed", "injured", "missing", "captured", "date", "place", "type")
FORCES = ("Battles",)


class Sentence(Struct, frozen=True):
    """A sentence, the passages that it rests on, and the claims, where it rests on claims."""

    text: str
    passages: tuple[Passage, ...] = ()
    claims: tuple[str, ...] = ()


def told(index: Index, incident: Incident) -> tuple[Sentence, ...]:
    """An incident or act in sentences: what happened, on what accounts differ, who is held responsible."""
    first = _act(index, incident) if incident.kind == "act" else _happened(index, incident)
    points = [index.discrepancies[d] for d in incident.discrepancies if d in index.discrepancies]
    # Who is blamed stands in sentences of its own; what a count over several incidents says is not about this one.
    own = [d for d in points if d.kind in mapping("phrases")["own"] and len(d.incidents) == 1]
    differ = (_differs(index, d) for d in own)
    return (first, *(s for s in differ if s is not None), *_responsible(index, incident))


def _happened(index: Index, incident: Incident) -> Sentence:
    date, place = incident.assessed("date"), incident.assessed("place")
    where = place.place if place else None
    words_of = [f"{days.opening(date.date if date else None)},", toll_words(incident), _phrase(incident)]
    if where is not None:
        words_of.append(words.located(where, country(where.country)))
    claims = _claims(incident, ASSESSED)
    return Sentence(" ".join(words_of) + _silence(incident) + ".", _passages(index, incident, claims), claims)


def toll_words(incident: Incident) -> str:
    """An incident's toll as subject and verb: "4 people were killed and 2 to 5 (best 2) injured in"; "there was" without one."""
    known = [(o, q) for o in words.OUTCOMES if (q := toll(incident, o)) is not None]
    if not known:
        return "there were" if _named(incident) in mapping("phrases")["plural"] else "there was"
    (first, quantity), *rest = known
    text = f"{whom(incident, first, quantity)} {first}"
    others = [f"{'nobody' if q.high == 0 else words.quantity(q)} {o}" for o, q in rest]
    return words.listing([text, *others]) + " in"


def _named(incident: Incident) -> str:
    """What the incident was, as it stands in a sentence."""
    found: str = mapping("phrases")["types"].get(incident.type, incident.type.lower())
    return found


def _phrase(incident: Incident) -> str:
    named = _named(incident)
    if incident.event_type not in FORCES:
        return named
    found = sides(incident)
    if incident.type in mapping("phrases")["taken"] and found:
        taker = did(incident)
        return " ".join([named, *([f"by {found[0]}"] if taker else []), *[f"from {lost}" for lost in found[taker:]]])
    return f"{named} between {words.listing(found)}" if len(found) == 2 else f"{named} with {found[0]}" if found else named


def _silence(incident: Incident) -> str:
    """What no document says of the dead and the injured."""
    killed, injured = toll(incident, "killed"), toll(incident, "injured")
    if killed is None and injured is None:
        return "; no document gives a number of killed or injured"
    return "; no document says whether anyone was killed" if killed is None else ""


def _act(index: Index, incident: Incident) -> Sentence:
    date = incident.assessed("date")
    named = _named(incident)
    claims = _claims(incident, ("date", "place", "type"))
    passages = tuple(p for a in accounts(index, incident) for p in a.passages)[:MOST_PASSAGES]
    words_of = f": “{index.quote(passages[0])}”" if passages else ""
    return Sentence(f"{days.opening(date.date if date else None)}, {named}{words_of}", passages, claims)


def _claims(incident: Incident, attributes: Iterable[str]) -> tuple[str, ...]:
    """The claims that the assessments of these attributes, and of their groups, rest on."""
    wanted = [a for name in attributes for a in incident.assessments if a.attribute.split("/")[0] == name]
    found: list[Assessment] = [a for a in wanted if a.quantity or a.date or a.place or a.value]
    return tuple(dict.fromkeys(c for a in found for c in (*a.claims_for, *(a.claims_against if _ranged(a) else ()))))


def _ranged(assessment: Assessment) -> bool:
    """Does the value's range rest on the claims against its best figure too?"""
    value = assessment.quantity
    return value is not None and value.low != value.high


def _passages(index: Index, incident: Incident, claims: tuple[str, ...]) -> tuple[Passage, ...]:
    """A passage of each document for each attribute claimed, at most MOST_PASSAGES; the accounts' own where no claim is named."""
    found: dict[tuple[str, str, str], Passage] = {}
    for claim in (index.claims[c] for c in claims if c in index.claims):
        found.setdefault((claim.attribute, claim.value, claim.document), claim.passage)
    if not found:
        return tuple(a.passages[0] for a in accounts(index, incident) if a.passages)[:MOST_PASSAGES]
    return tuple(found.values())[:MOST_PASSAGES]


def _differs(index: Index, value: Discrepancy) -> Sentence | None:
    """The sides of a discrepancy: "Accounts differ on the number injured: 2 (Notes) against 5 (Pacific Review)."."""
    sides: dict[str, list[str]] = {}
    for v in value.values:
        sides.setdefault(v.value, []).append(index.source(v.passage.document))
    if len(sides) < 2:
        return None
    named = mapping("phrases")["attributes"].get(value.attribute, value.attribute)
    text = " against ".join(f"{side} ({words.listing(list(dict.fromkeys(of)))})" for side, of in sides.items())
    claims = tuple(v.source for v in value.values if v.source in index.claims)
    said = value.explanation if SILENT in sides else f"Accounts differ on {named}: {text}."
    return Sentence(said, tuple(v.passage for v in value.values), claims)


def _responsible(index: Index, incident: Incident) -> tuple[Sentence, ...]:
    """Who is held responsible, a sentence for each statement that differs."""
    found: dict[str, list[str]] = {}
    for claim in culprits(index, incident):
        found.setdefault(accusation(index, claim), []).append(claim.id)
    return tuple(
        Sentence(words.sentence_case(text) + ".", tuple(index.claims[c].passage for c in claims)[:MOST_PASSAGES], tuple(claims))
        for text, claims in found.items()
    )
