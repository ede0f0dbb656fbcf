"""Matter: what one sentence tells of force before it is parted into deeds, and one deed of it.

Invariant: tokens are indices of the sentence's document, offsets of characters those of the report; a part goes with its whole.
"""

from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Span

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import DatedBy
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef


class Matter(Struct, frozen=True, eq=False):
    """What a sentence of a report tells of force: its words of deeds and of harm, its times and its places.

    `number` is the position of its paragraph, `order` its own in the report; `cause` are the tokens of what it only answers.
    """

    sentence: Span
    paragraph: Paragraph
    number: int
    order: int
    around: Surroundings
    triggers: Sequence[Trigger]
    harms: list[Harm]
    times: list[TimeExpression]
    places: list[PlaceRef]
    cause: frozenset[int] = frozenset()

    @property
    def shift(self) -> int:
        """Where its paragraph starts in the report."""
        return self.paragraph.start

    @property
    def start(self) -> int:
        """Where it starts in the report."""
        return self.sentence.start_char + self.shift

    @property
    def end(self) -> int:
        """Where it ends in the report, white space left out."""
        return self.start + len(text_of(self.sentence).rstrip())

    @property
    def nodes(self) -> list[int]:
        """The tokens that tell of force or harm, in order."""
        return sorted({t.head for t in self.triggers} | {h.cue for h in self.harms})


class Deed(Struct, frozen=True, eq=False):
    """One deed of a sentence. `others` are the tokens of its other deeds, `doubted` what its time is of where that is hardly the deed,
    `part` which of the deeds it counts one by one, `answered` that it is told only as what another answers."""

    triggers: list[Trigger]
    harms: list[Harm]
    time: TimeExpression | None
    places: list[PlaceRef]
    others: frozenset[int] = frozenset()
    doubted: DatedBy = ""
    part: int = 0
    answered: bool = False
