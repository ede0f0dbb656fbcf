"""Told sentences: the sentences of a brief report with what in them speaks for a type.

Invariants: the features of a sentence come from its own words; the types by rule stand with the first sentence alone; a type that needs a
word of its own is weighed only where one tells of it.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Span

from thucydides.extracting.kinds.signs import features, find_signs
from thucydides.extracting.kinds.weighing import Weighed, weigh
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.texts import text_of
from thucydides.nouns import Mention
from thucydides.vocabulary import mapping


class Told(Struct, frozen=True):
    """A sentence of a brief report with its features; `shift` is where its paragraph starts in the document."""

    sentence: Span
    shift: int
    features: frozenset[str]

    @property
    def start(self) -> int:
        """Where it starts in the document."""
        return int(self.sentence.start_char) + self.shift

    @property
    def end(self) -> int:
        """Where it ends in the document, without blanks."""
        return self.start + len(text_of(self.sentence).rstrip())


def sentences_of(paragraphs: Sequence[Paragraph], around: Surroundings) -> list[Told]:
    """The sentences of a report in order, each with its features."""
    found = []
    for paragraph in paragraphs:
        for sentence in paragraph.sentences():
            start, end = sentence.start_char + paragraph.start, sentence.end_char + paragraph.start
            signs = find_signs(sentence, around.actors_in(start, end), paragraph.start)
            found.append(Told(sentence, paragraph.start, frozenset(features(sentence, signs))))
    return found


def all_features(told: Sequence[Told], incidents: Sequence[Mention], acts: Sequence[Mention]) -> list[frozenset[str]]:
    """The features of a report's sentences; with the first go the types by rule of the first incident and act, or that there is none."""
    by_rule = {f"rule:{incidents[0].type if incidents else 'none'}", f"act:{acts[0].type if acts else 'none'}"}
    return [t.features | by_rule if number == 0 else t.features for number, t in enumerate(told)]


_JOINTS = re.compile(r"<by>|<on>")


def worded(ranked: Sequence[Weighed], told: Sequence[Told]) -> Sequence[Weighed]:
    """The types without those that need a word of their own where none tells of them: no protest, no chemical, no suicide (rules
    `type.protesters`, `type.worded`)."""
    features = {feature.removeprefix("main:") for t in told for feature in t.features}
    signs = {sign for feature in features for sign in _JOINTS.split(feature)}
    needs = mapping("types")["only_where"]
    return [w for w in ranked if w.type not in needs or signs & set(needs[w.type])]


def best_sentence(told: Sequence[Told], kind: str) -> Told:
    """The sentence that speaks most for a type, the first of equals."""
    chances = [next((w.probability for w in weigh([t.features]) if w.type == kind), 0.0) for t in told]
    return told[max(range(len(told)), key=lambda i: (round(chances[i], 3), -i))]
