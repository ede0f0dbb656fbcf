"""Labelled: counts behind a label for what befell those counted ("Killed: 12. Wounded: 34."), and a second one behind a first ("put the
dead at 45 and the injured at 120").

Invariant: the label says of what the number is; a list without a number says nothing.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_WHOM = r"(?:(?P<killed>killed|dead|deaths|fatalities|death\s+toll)|(?P<injured>wounded|injured|injuries))"
_OF = r"(?:(?<=s\s)(?:from|of|in|by|due\s+to|among)\s+(?:[\w-]+\s*){1,4})?"
"""What a label that is a noun says of whom or of what it counts: "Fatalities from organised violence: 120"."""
_LABEL = re.compile(rf"\b{_WHOM}\s*{_OF}(?:\([^()\n]{{0,20}}\)\s*)?[:=]\s*(?=\S)", re.IGNORECASE)
_SECOND = re.compile(rf"\band\s+(?:(?:the\s+number|that)\s+of\s+)?(?:the\s+)?{_WHOM}\s+(?:at|as)\s+(?=\S)", re.IGNORECASE)


def find_labelled(sentence: Span, quantities: Sequence[QuantitySpan]) -> Iterator[Harm]:
    """The counts behind labels, and behind "and the injured at" or "as" (rule `toll.labelled`)."""
    text = text_of(sentence.doc)
    for pattern in (_LABEL, _SECOND):
        for match in pattern.finditer(text, sentence.start_char, sentence.end_char):
            number = next((q for q in quantities if q.start == match.end() and q.quantity.rule != "toll.none"), None)
            cue = next((t.i for t in sentence if t.idx <= match.start() < t.idx + len(t)), sentence.start)
            if number is not None:
                people = People(number.start, number.end, cue, number.quantity, "people", counted=True)
                outcome = "killed" if match["killed"] else "injured"
                yield Harm(outcome, people, cue, match.start(), number.end, number.quantity)
