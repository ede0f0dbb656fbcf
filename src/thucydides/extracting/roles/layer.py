"""The learned layer at work: a parsed document's noun phrases with what they may be in an incident, and the incidents they make up.

Invariants: nothing is proposed without its characters; sentences that surely tell of no incident are not looked at; without the weights
nothing is proposed.
"""

from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Token

from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.roles.candidates import Candidate, candidates, climb, relations
from thucydides.extracting.roles.features import (
    Reading,
    candidate_features,
    classes_of,
    document_features,
    scored_features,
    sentence_features,
)
from thucydides.extracting.roles.model import Model, model
from thucydides.extracting.roles.proposals import DEEDS, PARTS, Proposal

IDLE = -5.0
"""A sentence whose log odds of telling of a target are below this holds no proposal."""
LEAST = -3.0
"""A phrase with no part more likely than this is not proposed."""
NOTHING = (-9.0,) * len(DEEDS)


class Proposed(Struct, frozen=True):
    """What the layer says of a document: its proposals, and scores of the document and of each sentence.

    The first score says whether there is an incident, the others of which of `DEEDS`.
    """

    proposals: tuple[Proposal, ...] = ()
    document: tuple[float, ...] = ()
    sentences: tuple[tuple[float, ...], ...] = ()
    paragraphs: tuple[int, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


def sentence_inputs(reading: Reading, number: int, document: Sequence[float]) -> list[str]:
    """The features of a sentence with what the document's model says."""
    return sentence_features(reading, number) + scored_features("D", document)


def candidate_inputs(
    features: Sequence[str], number: int, document: Sequence[float], sentences: Sequence[Sequence[float]]
) -> list[str]:
    """The features of a candidate with what the models of document and sentences say."""
    before = sentences[number - 1][0] if number > 0 else IDLE
    after = sentences[number + 1][0] if number + 1 < len(sentences) else IDLE
    return [
        *features,
        *scored_features("D", document),
        *scored_features("S", sentences[number]),
        *scored_features("N", (before, after)),
    ]


def deed_inputs(
    features: Sequence[str], number: int, document: Sequence[float], sentences: Sequence[Sequence[float]]
) -> list[str]:
    """The features that tell which deed a target suffered."""
    return [*features, *scored_features("D", document[1:]), *scored_features("S", sentences[number][1:])]


def proposal(c: Candidate, features: Sequence[str], parts: Sequence[float], deeds: Sequence[float]) -> Proposal:
    """A candidate as plain values, apart from the parsed text."""
    head = c.head
    return Proposal(
        c.start, c.end, c.long, c.name, c.text, c.wide, head.lemma_.lower(), head.tag_, c.sentence, c.paragraph,
        c.number.text if c.number is not None else None, head.i, (c.paragraph, climb(head).i),
        (c.paragraph, explained(head).i) if head.dep_ == "appos" else None,
        tuple((r, (c.paragraph, g.i), g.lemma_.lower()) for r, g in relations(head)), tuple(parts), tuple(deeds), tuple(features),
    )  # fmt: skip


def explained(head: Token) -> Token:
    """The noun that an apposition explains: in "the mayor of Achi, Pedro Ruiz" the mayor, though the tree has the name beside the town."""
    beside = head.head
    over = beside.head.head
    if beside.dep_ == "pobj" and beside.head.lower_ == "of" and any(c.startswith("group-") for c in classes_of(over)):
        return over
    return beside


def propose(paragraphs: Sequence[Paragraph], heads: Model | None = None) -> Proposed:
    """What the learned layer proposes for a parsed document."""
    heads = model() if heads is None else heads
    if "part" not in heads or not paragraphs:
        return Proposed()
    found = candidates(paragraphs)
    reading = Reading(paragraphs, found)
    document = heads["document"].scores(document_features(reading))
    sentences = tuple(heads["sentence"].scores(sentence_inputs(reading, i, document)) for i in range(len(reading.sentences)))
    out = []
    for c in found:
        if sentences[c.sentence][0] <= IDLE:
            continue
        features = candidate_features(reading, c)
        parts = heads["part"].scores(candidate_inputs(features, c.sentence, document, sentences))
        if max(parts) <= LEAST:
            continue
        target = max(parts[PARTS.index("thing")], parts[PARTS.index("person")]) > LEAST
        deeds = heads["deed"].scores(deed_inputs(features, c.sentence, document, sentences)) if target else NOTHING
        out.append(proposal(c, features, parts, deeds))
    starts = [p.start for p in paragraphs]
    spans = tuple(
        (starts[i] + s.start_char, starts[i] + s.end_char) for s, (i, _) in zip(reading.sentences, reading.places, strict=True)
    )
    return Proposed(tuple(out), document, sentences, tuple(i for i, _ in reading.places), spans)
