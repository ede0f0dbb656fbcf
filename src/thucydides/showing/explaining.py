"""Explaining: how the record came to a value: its rule, the claims for and against it by origin, and why its mentions are one."""

from collections.abc import Iterator, Sequence

from thucydides.nouns import Assessment, Claim, Incident, Record
from thucydides.publishing import words
from thucydides.publishing.groups import one_or_many
from thucydides.publishing.index import Index
from thucydides.showing.documents import called
from thucydides.showing.finding import find_attribute
from thucydides.showing.lines import Line
from thucydides.showing.listing import documents, outlets
from thucydides.showing.origins import by_origin
from thucydides.showing.ranges import range_words
from thucydides.showing.rules import explained
from thucydides.showing.values import chain, claimed, value

MOST_PAIRS = 12
"""Comparisons of mentions that are written out; of more, the weakest ones, on which an incident hangs."""


def explain(record: Record, incident: Incident, attribute: str | None = None) -> list[Line]:
    """One value, or every value of the incident and why its mentions are one."""
    index = Index(record)
    name = f"{incident.title} ({incident.id})"
    if attribute is not None:
        wanted = find_attribute(incident, attribute)
        assessed = incident.assessed(wanted)
        body = _assessed(index, incident, assessed, set()) if assessed else _responsibility(index, incident)
        return [Line(name), Line(""), *body]
    lines = [Line(name), Line(f"Told by {outlets(index, documents(index, incident))}.")]
    met: set[str] = set()
    for assessed in incident.assessments:
        lines += [Line(""), *_assessed(index, incident, assessed, met)]
    lines += [Line(""), *_responsibility(index, incident)]
    for label, grade in (("harm", incident.harm), ("responsibility", incident.responsibility)):
        if grade:
            lines += [Line(""), Line(f"Grade for {label}: {grade.grade}"), Line(f"Why: {grade.reason}", 2)]
            lines.append(Line(f"Rule: {explained(f'grade.{label}')}", 2))
    return [*lines, Line(""), *_linked(index, incident)]


def _rule(rule: str, met: set[str]) -> Line:
    """A rule with its meaning; one that was `met` before by its name alone."""
    text = f"{rule}, as above" if rule in met else explained(rule)
    met.add(rule)
    return Line(f"Rule: {text}", 2)


def _assessed(index: Index, incident: Incident, assessed: Assessment, met: set[str]) -> Iterator[Line]:
    """The value, its rule, its reason, and the claims for and against it."""
    label = words.sentence_case(assessed.attribute.replace("/", ", "))
    yield Line(f"{label}: {value(assessed)}")
    yield _rule(assessed.rule, met)
    inner = {r for q in (assessed.quantity, assessed.date) if q is not None and (r := q.rule)} - {assessed.rule}
    yield from (_rule(rule, met) for rule in sorted(inner))
    if assessed.reason:
        yield Line(f"Why: {assessed.reason}", 2)
    if assessed.place is not None and assessed.place.reason:
        yield Line(f"Place: {assessed.place.reason}", 2)
    yield from _allowed(index, incident, assessed)
    held = [index.claims[c] for c in assessed.claims_for if c in index.claims]
    against = [index.claims[c] for c in assessed.claims_against if c in index.claims]
    if held or not against:
        yield from _side(index, incident, "For it", held, assessed.origins)
    if against:
        yield from _side(index, incident, "Against it", against)


def _allowed(index: Index, incident: Incident, assessed: Assessment) -> Iterator[Line]:
    """What all numbers stated of a count allow together, where that says more than the value."""
    outcome, _, group = assessed.attribute.partition("/")
    quantity = assessed.quantity
    found = [r for r in index.ranges_of.get(incident.id, ()) if r.outcome == outcome and r.group == group]
    if quantity is None or not found or (found[0].holds and (found[0].low, found[0].high) == (quantity.low, quantity.high)):
        return
    one = found[0]
    said = f"All numbers stated of it, and of its parts, hold together for {range_words(one)}"
    torn = f"Not all numbers stated of it can be true; those that contradict one another span {range_words(one)}"
    room = " (a report that counts one group leaves room for others)" if one.holds and one.high != quantity.high else ""
    yield Line(f"{said if one.holds else torn}{room}.", 2)


def _side(index: Index, incident: Incident, label: str, claims: Sequence[Claim], counted: int | None = None) -> Iterator[Line]:
    """The claims of one side, each origin once with every telling of it."""
    if not claims:
        yield Line(f"{label}: no claim of its own; it follows from the tellings themselves" if counted else f"{label}: no claim", 2)
        return
    found = by_origin(index.record, index, incident, claims)
    number = counted if counted else len(found)
    yield Line(f"{label}, {words.count(number, 'independent origin')}:", 2)
    for position, origin in enumerate(found, 1):
        times = f" (counts once, told {len(origin.claims)} times)" if len(origin.claims) > 1 else ""
        yield Line(f"{origin.name}{times}", 4, f"{position}. ")
        for claim in origin.claims:
            yield Line(f"{claimed(index, claim)}{_beside(index, claim)}: {chain(index, claim)}{_interest(claim)}", 7, "- ")
            yield Line(f"“{index.sentence(claim.passage)}”", 9)


def _beside(index: Index, claim: Claim) -> str:
    """The other counts of a telling with which one makes up its whole: "3 militants" are told with "2 border guards"."""
    mention = next((index.mentions[m] for m in claim.mentions if m in index.mentions), None)
    if mention is None or claim.quantity is None:
        return ""
    wholes = [i for i in mention.toll if i.outcome == claim.attribute and i.part_of is None]
    if len(wholes) < 2 or claim.passage not in [i.passage for i in wholes]:
        return ""
    others = [f"{words.quantity(i.quantity)} {one_or_many(i.group, i.quantity)}".strip() for i in wholes if i.passage != claim.passage]
    return f" (told with {words.listing(others)})" if others else ""


def _interest(claim: Claim) -> str:
    """What the one who says it has to do with the matter, as the end of a line."""
    return f" [{claim.interest}]" if claim.interest else ""


def _responsibility(index: Index, incident: Incident) -> Iterator[Line]:
    """Every statement on who did it, with its passage; none is picked as the record's own."""
    claims = index.claims_on(incident, "responsibility")
    if not claims:
        yield Line("Responsibility: no document says who did it.")
        return
    yield Line("Responsibility: what is said, side by side; the record names nobody as its own finding")
    for origin in by_origin(index.record, index, incident, claims):
        for claim in origin.claims:
            yield Line(f"{claimed(index, claim)}: {chain(index, claim)}{_interest(claim)}", 4, "- ")
            yield Line(f"“{index.sentence(claim.passage)}”", 6)


def _linked(index: Index, incident: Incident) -> Iterator[Line]:
    """Why the mentions of an incident are judged to tell of one occurrence."""
    from thucydides.linking import explain_pair

    if len(incident.mentions) < 2:
        yield Line("One mention tells of it, so there was nothing to link.")
        return
    yield Line(f"Why its {len(incident.mentions)} mentions are one:")
    inside = [p for p in incident.pairs if p.left in index.mentions and p.right in index.mentions]
    ordered = sorted(inside, key=lambda p: (p.weight, p.left, p.right))
    for pair in ordered[:MOST_PAIRS]:
        left, right = index.mentions[pair.left], index.mentions[pair.right]
        names = [f"{called(index, m.document)} (“{index.sentence(m.passages[0], 12)}”)" for m in (left, right)]
        yield Line(f"{names[0]} and {names[1]}", 2, "- ")
        yield Line(explain_pair(pair, left, right), 4)
    if len(ordered) > MOST_PAIRS:
        yield Line(f"and {len(ordered) - MOST_PAIRS} more comparisons, all of greater weight", 2, "- ")
    if not ordered:
        yield Line("the pairs were not kept", 2, "- ")


def plain(record: Record, incident: Incident, attribute: str | None = None) -> dict[str, object]:
    """The same for a script: each value with its rule, its claims by origin, and the pairs that were compared."""
    index = Index(record)
    wanted = find_attribute(incident, attribute) if attribute else None
    values = [_plain(index, incident, a) for a in incident.assessments if wanted in (None, a.attribute)]
    found: dict[str, object] = {"incident": incident.id, "title": incident.title, "values": values}
    if wanted in (None, "responsibility"):
        found["responsibility"] = _sides(index, incident, index.claims_on(incident, "responsibility"))
    if wanted is None:
        found["pairs"] = [
            {"left": p.left, "right": p.right, "probability": p.probability, "weight": p.weight, "ruling": p.ruling,
             "parts": [list(part) for part in p.parts]}
            for p in incident.pairs
        ]  # fmt: skip
    return found


def _plain(index: Index, incident: Incident, assessed: Assessment) -> dict[str, object]:
    sides = {
        name: _sides(index, incident, [index.claims[c] for c in ids if c in index.claims])
        for name, ids in (("for", assessed.claims_for), ("against", assessed.claims_against))
    }
    rule = explained(assessed.rule)
    return {
        "attribute": assessed.attribute, "value": value(assessed), "rule": assessed.rule, "meaning": rule,
        "reason": assessed.reason, "origins": assessed.origins, **sides,
    }  # fmt: skip


def _sides(index: Index, incident: Incident, claims: Sequence[Claim]) -> list[dict[str, object]]:
    return [
        {
            "origin": origin.name,
            "claims": [
                {
                    "id": c.id, "says": claimed(index, c), "stance": c.stance, "speaker": c.speaker, "via": list(c.via),
                    "outlet": c.outlet, "interest": c.interest or None, "document": c.document,
                    "start": c.passage.start, "end": c.passage.end,
                    "quote": index.quote(c.passage),
                }
                for c in origin.claims
            ],
        }
        for origin in by_origin(index.record, index, incident, claims)
    ]  # fmt: skip
