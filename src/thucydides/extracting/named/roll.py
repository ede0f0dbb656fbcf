"""Roll: the persons that a document names as harmed by its incidents or as having done them.

Invariants: a person has one part in one mention, the one that most signs speak for; a person whom nothing says to be harmed or accused is
not on the roll; what a passage of a mention tells counts for that mention, what is told elsewhere for the document's main one.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Token

from thucydides.extracting.named.hours import hour
from thucydides.extracting.named.names import Name, names
from thucydides.extracting.named.parts import Evidence, evidence
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.surroundings import Surroundings
from thucydides.extracting.weapons import find_weapons, names_use, weapon_passages
from thucydides.nouns import Document, Mention, Passage, Person

LEAST = 2
"""Weight of signs below which a person has no part."""


def enroll(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], around: Surroundings
) -> tuple[Mention, ...]:
    """The mentions with the persons named in them (rule `extract.person`) and the part of the day (rule `extract.hour`)."""
    if not mentions:
        return ()
    main = min(mentions, key=lambda m: (m.background, m.status != "happened", -len(m.passages), m.passages[0].start))
    signs: dict[str, dict[str, list[tuple[Name, Evidence]]]] = {}
    taken = [(a.start, a.end) for a in around.actors]
    places = [(p.start, p.end) for p in around.places]
    ages: dict[str, int] = {}
    whole: dict[str, tuple[int, int]] = {}
    for name in names(document.text, taken, places):
        if document.text[name.start : name.end] == name.full:
            whole.setdefault(name.full, (name.start, name.end))
        if name.age is not None:
            ages.setdefault(name.full, name.age)
        token = _token(paragraphs, name)
        if token is None or token.tag_ == "NNPS":
            continue
        owner = next((m for m in mentions if any(p.start <= name.start < p.end for p in m.passages)), main)
        for sign in evidence(token):
            signs.setdefault(owner.id, {}).setdefault(name.full, []).append((name, sign))
    armed = _arm(document, paragraphs, main)
    return tuple(
        replace(
            m,
            **(armed if m is main else {}),
            persons=_roll(document, signs.get(m.id, {}), ages, whole),
            hour=hour(document, m, m is main),
        )
        for m in mentions
    )


def _token(paragraphs: Sequence[Paragraph], name: Name) -> Token | None:
    """The last word of a name in the tree of its paragraph, None where the paragraph was not parsed."""
    for paragraph in paragraphs:
        start = name.start - paragraph.start
        if 0 <= start < len(paragraph.doc.text):
            span = paragraph.doc.char_span(start, name.end - paragraph.start, alignment_mode="contract")
            return span.root if span is not None and len(span) else None
    return None


def _roll(
    document: Document, signs: dict[str, list[tuple[Name, Evidence]]], ages: dict[str, int], whole: dict[str, tuple[int, int]]
) -> tuple[Person, ...]:
    roll = []
    for full, found in signs.items():
        sums = {part: sum(e.weight for _, e in found if e.part == part) for part in ("victim", "perpetrator")}
        part = "victim" if sums["victim"] >= sums["perpetrator"] else "perpetrator"
        if sums[part] < LEAST:
            continue
        name = next(n for n, e in found if e.part == part)
        outcomes = [e.outcome for _, e in found if e.part == "victim" and e.outcome]
        outcome = ("killed" if "killed" in outcomes else outcomes[0] if outcomes else "") if part == "victim" else ""
        passage = Passage(document.id, *whole.get(full, (name.start, name.end)))
        roll.append(Person(full, part, passage, outcome, ages.get(full), Passage(document.id, name.start, name.end)))  # type: ignore[arg-type]
    return tuple(sorted(roll, key=lambda p: (p.passage.start, p.name)))


def _arm(document: Document, paragraphs: Sequence[Paragraph], main: Mention) -> dict[str, tuple[tuple[str, Passage], ...]]:
    """The weapons of the main mention, named in the rest of the document where its own sentences tell only of their use.

    Only weapons that its own sentences tell of are looked for: a report of gunfire names the rifle later.
    """
    lacking = {name for name, passage in main.weapons if names_use(document.text[passage.start : passage.end])}
    if not lacking:
        return {}
    uses = [
        replace(use, start=use.start + paragraph.start, end=use.end + paragraph.start, used=True)
        for paragraph in paragraphs
        for sentence in paragraph.sentences()
        for use in find_weapons(sentence)
        if use.name in lacking and use.thing
    ]
    better = dict(weapon_passages(document.id, uses)[0])
    weapons = tuple(sorted(((n, better.get(n, p)) for n, p in main.weapons), key=lambda w: (w[1].start, w[0])))
    return {"weapons": weapons}
