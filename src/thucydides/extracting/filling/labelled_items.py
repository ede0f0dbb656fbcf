"""Labelled items: the paragraphs or items of a round-up that open each with its place and a dash: "BAQUBA - Gunmen killed ...".

Invariant: such labels are several, most of them places that are known; a lone one is a dateline, and names of speakers are none.
"""

import re
from itertools import groupby

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import Block, Document

LEAST = 3
"""So many labels make a round-up."""
_LABEL = re.compile(
    r"\W*(?:[A-Z][\w.’'-]*(?:[ /](?:[A-Z][\w.’'-]*|[a-z]{1,3}(?= [A-Z]))){0,3}(?:, [A-Z][\w ]{2,20}?)?\s(?:-|--|–|—)"
    r"|[A-Z][A-Z.’'-]{2,}(?:[ /][A-Z.’'-]+){0,3}:)\s+(?=[A-Z0-9“\"])"
)


def labelled_items(document: Document, around: Surroundings) -> list[Block]:
    """The blocks of a document that open with such a label (rule `extract.another-entry`), in order."""
    found: list[Block] = []
    for kind, run in groupby(document.blocks, key=lambda b: b.kind):
        if kind not in ("paragraph", "bullet"):
            continue
        labels = [(b, m) for b in run if (m := _LABEL.match(document.text, b.start, b.end)) is not None]
        places = [m[0].strip() for b, m in labels if around.places_in(b.start, m.end())]
        if len(labels) >= LEAST and 2 * len(places) > len(labels) and len(set(places)) > 1:
            found += [b for b, _ in labels]
    return found
