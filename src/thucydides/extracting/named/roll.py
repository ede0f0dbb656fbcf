"""Roll: the persons that a document names as harmed by its incidents or as having done them.

Invariants: a person has the part in a mention that most signs speak for, and the other too where enough speak for it; a person whom
nothing says to be harmed or accused is not on the roll; what a passage of a mention tells counts for that mention, what is told elsewhere
for the document's main one.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Token

from thucydides.extracting.filling.arming import arm
from thucydides.extracting.named.evidence import Evidence, beside
from thucydides.extracting.named.hours import hour
from thucydides.extracting.named.names import Name, names
from thucydides.extracting.named.parts import evidence
from thucydides.extracting.named.pronouns import stand_ins
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.texts import text_of
from thucydides.nouns import Document, Mention, Passage, Person

LEAST = 2
"""Weight of signs below which a person has no part."""
BOTH = 3
"""Weight of signs from which on a person has a second part too: who killed others and then himself."""


def enroll(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], around: Surroundings
) -> tuple[Mention, ...]:
    """The mentions with the persons named in them (rule `extract.person`) and the part of the day (rule `extract.hour`)."""
    if not mentions:
        return ()
    main = min(mentions, key=lambda m: (m.background, m.status != "happened", -len(m.passages), m.passages[0].start))
    signs: Signs = {}
    taken = [(a.start, a.end) for a in around.actors]
    places = [(p.start, p.end) for p in around.places]
    ages: dict[str, int] = {}
    whole: dict[str, tuple[int, int]] = {}
    tokens: dict[tuple[int, int], Name] = {}
    titles = [(b.start, b.end) for b in document.blocks if b.kind in ("title", "heading")]
    told = names(document.text, taken, places)
    below = {n.full for n in told if not any(start <= n.start < end for start, end in titles)}
    for name in told:
        if name.full not in below and below:
            continue  # "Suspect Found Dead": capitals of a headline make no name
        if document.text[name.start : name.end] == name.full:
            whole.setdefault(name.full, (name.start, name.end))
        if name.age is not None:
            ages.setdefault(name.full, name.age)
        at = _token(paragraphs, name)
        if at is None or (at[1].tag_ == "NNPS" and not name.sure):
            continue
        tokens[at[0], at[1].i] = name
        found = list(evidence(at[1]))
        said = beside(document.text, name.start)
        if said is not None and all(sign.part != said.part for sign in found):
            found.append(said)
        _note(signs, _owner(mentions, name.start, main), name, found)
    for name, pronoun, shift in stand_ins(paragraphs, tokens):
        there = pronoun.idx + shift
        _note(signs, _owner(mentions, there, main), name, [_weaker(sign) for sign in evidence(pronoun) if sign.weight > LEAST])
    armed = arm(document, paragraphs, main, sum(not m.background for m in mentions) == 1)
    return tuple(
        replace(
            m,
            **(armed if m is main else {}),
            persons=_roll(document, signs.get(m.id, {}), ages, whole),
            hour=hour(document, m, m is main),
        )
        for m in mentions
    )


Signs = dict[str, dict[str, list[tuple[Name, Evidence]]]]
"""{id of a mention: {full name: (where it is told, what it says)}}."""


def _owner(mentions: Sequence[Mention], start: int, main: Mention) -> Mention:
    """The mention that tells what stands at `start`, the main one where none does."""
    return next((m for m in mentions if any(p.start <= start < p.end for p in m.passages)), main)


def _note(signs: Signs, mention: Mention, name: Name, found: Sequence[Evidence]) -> None:
    for sign in found:
        signs.setdefault(mention.id, {}).setdefault(name.full, []).append((name, sign))


def _weaker(sign: Evidence) -> Evidence:
    """A sign told of a pronoun, which may stand for somebody else after all."""
    return replace(sign, weight=min(sign.weight, LEAST))


def _token(paragraphs: Sequence[Paragraph], name: Name) -> tuple[int, Token] | None:
    """(number of its paragraph, its last word in the tree) of a name, None where the paragraph was not parsed."""
    for number, paragraph in enumerate(paragraphs):
        start = name.start - paragraph.start
        if 0 <= start < len(text_of(paragraph.doc)):
            span = paragraph.doc.char_span(start, name.end - paragraph.start, alignment_mode="contract")
            return (number, span.root) if span is not None and len(span) else None
    return None


def _roll(
    document: Document, signs: dict[str, list[tuple[Name, Evidence]]], ages: dict[str, int], whole: dict[str, tuple[int, int]]
) -> tuple[Person, ...]:
    roll = []
    for full, found in signs.items():
        sums = {part: sum(e.weight for _, e in found if e.part == part) for part in ("victim", "perpetrator")}
        main = "victim" if sums["victim"] >= sums["perpetrator"] else "perpetrator"
        for part, total in sums.items():
            if total < (LEAST if part == main else BOTH):
                continue
            name = next(n for n, e in found if e.part == part)
            outcomes = [e.outcome for _, e in found if e.part == "victim" and e.outcome]
            outcome = ("killed" if "killed" in outcomes else outcomes[0] if outcomes else "") if part == "victim" else ""
            passage = Passage(document.id, *whole.get(full, (name.start, name.end)))
            roll.append(Person(full, part, passage, outcome, ages.get(full), Passage(document.id, name.start, name.end)))  # type: ignore[arg-type]
    return tuple(sorted(roll, key=lambda p: (p.passage.start, p.name, p.part)))
