"""Disputes: what the accounts do not agree on, a line a point, weightiest first; who did it in a form of its own."""

import re
from collections.abc import Iterator

from msgspec import Struct

from thucydides.nouns import Discrepancy, Incident, Passage
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.briefing.referring import references
from thucydides.publishing.index import Index
from thucydides.publishing.responsibility import accused_of, culprits, mutual, voice

MOST = 4
LEAST_WEIGHT = 1.5
"""Discrepancies below it are of wording, not of substance ("five" against "at least five")."""
LONGEST = 420
"""Letters of an explanation that a brief gives."""
MOST_BLAMED, MOST_SIDES = 4, 3
MOST_CONTESTED = 3
"""Incidents whose disputed responsibility has a line of its own."""
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“])")


class Blamed(Struct, frozen=True):
    """Who is said to have done one incident: by whom accused, denied, admitted."""

    accused: tuple[tuple[str, tuple[str, ...]], ...]
    denied: tuple[str, ...]
    admitted: tuple[str, ...]
    claims: tuple[str, ...]
    passages: tuple[Passage, ...]


def blamed(index: Index, incident: Incident) -> Blamed | None:
    """The statements on who did it, put together by whom they name."""
    found = culprits(index, incident)
    accused: dict[str, list[str]] = {}
    denied, admitted = [], []
    for claim in found:
        name = accused_of(index, claim)
        speaker = voice(claim.speaker or index.source(claim.document))
        if claim.stance == "denies":
            denied.append(speaker)
        elif claim.stance in ("admits", "claims"):
            admitted.append(name or speaker)
        elif claim.stance in ("accuses", "asserts", "suspects") and name:
            accused.setdefault(name, []).append(speaker)
    if not accused and not denied and not admitted:
        return None
    return Blamed(
        tuple((name, tuple(dict.fromkeys(by))) for name, by in accused.items()),
        tuple(dict.fromkeys(denied)),
        tuple(dict.fromkeys(admitted)),
        tuple(c.id for c in found),
        tuple(dict.fromkeys(c.passage for c in found)),
    )


def contested(index: Index, incident: Incident) -> bool:
    """Whether the record finds that who did it is in dispute."""
    return any(index.discrepancies[d].kind == "responsibility" for d in incident.discrepancies if d in index.discrepancies)


def ranked(index: Index) -> tuple[Discrepancy, ...]:
    """The discrepancies of substance, weightiest first."""
    found = [d for d in index.record.discrepancies if d.weight >= LEAST_WEIGHT]
    return tuple(sorted(found, key=lambda d: (-d.weight, d.id)))


def disputes(index: Index, citing: Citing, chosen: tuple[Incident, ...]) -> Iterator[Line | None]:
    """Who did it, of each incident told; then the weightiest points on those incidents or on none in particular."""
    within = {i.id for i in chosen}
    held = [(i, b) for i in chosen if contested(index, i) and (b := blamed(index, i))]
    for incident, found in held[:MOST_CONTESTED]:
        yield citing.line(_blame(found), found.passages, label=f"{_subject(index, (incident.id,))} – who did it.", claims=found.claims)
    points = [d for d in ranked(index) if d.kind != "responsibility" and (not d.incidents or within & set(d.incidents))]
    points = sorted(points, key=lambda d: not d.incidents)  # a figure of the background comes last
    for point in points[:MOST]:
        yield _point(index, citing, point)


def _blame(found: Blamed) -> str:
    one_way = [(name, by) for name, by in found.accused if not mutual(name)]
    parts = [f"{name} ({words.listing([f'by {b}' for b in by[:2]])})" for name, by in one_way[:MOST_BLAMED]]
    text = f"Named or suspected: {words.listing(parts)}" if parts else ""
    for name, by in (pair for pair in found.accused if mutual(pair[0])):
        text += f"{'; ' if text else ''}{words.listing(list(by[:2]))} blame {name}"
    if found.denied:
        text += f"{'; ' if text else ''}a part in it is denied by {words.listing(list(found.denied))}"
    if found.admitted:
        text += f"{'; ' if text else ''}claimed or admitted by {words.listing(list(found.admitted))}"
    return words.sentence_case(text) + "."


def _point(index: Index, citing: Citing, point: Discrepancy) -> Line | None:
    phrases = mapping("phrases")
    what = phrases["attributes"].get(point.attribute, point.attribute)
    subject = _subject(index, point.incidents)
    label = f"{subject} – {what}." if subject else f"{words.sentence_case(what)}."
    claims = [v.source for v in point.values if v.source in index.claims]
    text = words.sentence_case(shortened(index, point))
    return citing.line(text, [v.passage for v in point.values], label=label, claims=claims, grounds=[point.id])


def _subject(index: Index, incidents: tuple[str, ...]) -> str:
    text = references(index, incidents, 2).removeprefix("the ")
    return words.sentence_case(text)


def shortened(index: Index, point: Discrepancy) -> str:
    """As many whole sentences of an explanation as fit; of very many sides the first few in our own words and the likeliest reason."""
    text, sentences = point.explanation, SENTENCE.split(point.explanation)
    if len(text) <= LONGEST or len(sentences) < 2:
        return text
    ends = " ".join(dict.fromkeys([sentences[0], sentences[-1]]))
    if len(ends) <= LONGEST:
        return ends
    sides: dict[str, str] = {}
    for value in point.values:
        sides.setdefault(value.value, index.source(value.passage.document))
    said = "; ".join(f"{value} ({source})" for value, source in list(sides.items())[:MOST_SIDES])
    rest = len(sides) - MOST_SIDES
    more = f"; and {words.count(rest, 'other value')}" if rest > 0 else ""
    return f"Accounts differ: {said}{more}. {sentences[-1] if len(sentences[-1]) < LONGEST else ''}".strip()
