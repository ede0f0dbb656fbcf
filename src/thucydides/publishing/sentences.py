"""Sentences: what the record says of an incident, in plain words, each with the passages that it rests on.

Invariants: every number and date of a sentence is an assessment's or a claim's; every sentence of an incident has at least one
passage; nothing is said that no document says, save that no document says it.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Assessment, Discrepancy, Incident, Passage, Quantity
from thucydides.publishing import days, words
from thucydides.publishing.account import accounts
from thucydides.publishing.assets import mapping
from thucydides.publishing.index import Index, country
from thucydides.publishing.responsibility import accusation, culprits
from thucydides.publishing.sides import sides
from thucydides.publishing.sums import toll
from thucydides.reconciling.groups import singular

MOST_PASSAGES = 8
"""Passages that one sentence rests on at most; a sentence told by many documents names the first of each."""
ASSESSED = ("killed", "injured", "missing", "captured", "date", "place", "type")
FORCES = ("Battles",)
COUNT = re.compile(r"\d|^at least\b")
"""A group's words that are a count themselves."""
OF = re.compile(r"^of ")


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


def whom(incident: Incident, outcome: str, value: Quantity) -> str:
    """The people of one count, with the verb: "5 miners were", "4 people (3 Ecuadorian soldiers) were", "nobody was"."""
    if value.high == 0:
        return "nobody was"
    groups = grouped(incident, outcome)
    one = value.low == value.best == value.high == 1
    if len(groups) == 1 and _same(groups[0].quantity, value):
        return f"{_counting(value, groups[0].group)} {'was' if one else 'were'}"
    number, mark, best = words.quantity(value).partition(" (best ")
    subject = f"{number} {'person' if one else 'people'}" + (f"{mark}{best}" if mark else "")
    return f"{subject}{bracketed(groups, value)} {'was' if one else 'were'}"


def grouped(incident: Incident, outcome: str) -> list[Assessment]:
    """The assessments of an outcome's groups, without those that say no more than "people"."""
    found = [a for a in incident.assessments if a.attribute.startswith(f"{outcome}/") and a.quantity and a.group]
    plain = mapping("phrases")["plain"]
    said = [replace(a, group=OF.sub("", a.group)) for a in found if not COUNT.search(a.group)]
    named = [replace(a, group=_one_or_many(a.group, a.quantity)) for a in said if a.group.lower() not in plain]
    return list({(words.quantity(a.quantity), a.group): a for a in reversed(named)}.values())[::-1]


def _one_or_many(group: str, count: Quantity | None) -> str:
    """A group's name in the singular where it is one person: "1 Chinese civilian"."""
    first, _, last = group.rpartition(" ")
    if count is None or (count.low, count.high) != (1, 1) or last.lower() in mapping("phrases")["both"]:
        return group
    return f"{first} {singular(last)}".strip()


def bracketed(groups: list[Assessment], value: Quantity) -> str:
    """The groups of a count in brackets, as `parts` has them."""
    text = parts(groups, value)
    return f" ({text})" if text else ""


def parts(groups: list[Assessment], value: Quantity) -> str:
    """The groups of a count in words; those that overlap, being more than the whole, are other words for the same people."""
    if len(groups) > 1 and all(_same(a.quantity, value) for a in groups):
        return f"described as {words.listing([a.group for a in groups], 'or')}"
    named = [_counting(a.quantity, a.group) for a in groups]
    together = sum(a.quantity.best or a.quantity.low or 0 for a in groups if a.quantity)
    if value.best is not None and together > value.best and len(groups) > 1:
        return f"described as {words.listing(named, 'or')}"
    return words.listing(named)


def _counting(value: Quantity | None, group: str) -> str:
    """A group with its count: "5 miners", "some fighters"; a person by name is counted by nobody."""
    last = group.split()[-1]
    by_name = " " in group and last.isalpha() and not last.islower()
    one = value is not None and value.low == value.best == value.high == 1
    return group if one and by_name else f"{_counted(value)} {group}"


def _counted(value: Quantity | None) -> str:
    """A group's count; "some" where no number is given."""
    return "some" if value is not None and value.best is None and (value.low or 0) <= 1 else words.quantity(value)


def _same(a: Quantity | None, b: Quantity) -> bool:
    return a is not None and (a.low, a.best, a.high) == (b.low, b.best, b.high)


def _named(incident: Incident) -> str:
    """What the incident was, as it stands in a sentence."""
    found: str = mapping("phrases")["types"].get(incident.type, incident.type.lower())
    return found


def _phrase(incident: Incident) -> str:
    named = _named(incident)
    if incident.event_type not in FORCES:
        return named
    found = sides(incident)
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
    text = " against ".join(f"{said} ({words.listing(list(dict.fromkeys(of)))})" for said, of in sides.items())
    claims = tuple(v.source for v in value.values if v.source in index.claims)
    return Sentence(f"Accounts differ on {named}: {text}.", tuple(v.passage for v in value.values), claims)


def _responsible(index: Index, incident: Incident) -> tuple[Sentence, ...]:
    """Who is held responsible, a sentence for each statement that differs."""
    found: dict[str, list[str]] = {}
    for claim in culprits(index, incident):
        found.setdefault(accusation(index, claim), []).append(claim.id)
    return tuple(
        Sentence(words.sentence_case(text) + ".", tuple(index.claims[c].passage for c in claims)[:MOST_PASSAGES], tuple(claims))
        for text, claims in found.items()
    )
