"""Just told: counts of the dead and hurt of the deed that the sentence before them tells, which look like those of a war.

Rule `extract.just-told`. Invariant: a count with a time, a place or a deed of its own, or over what goes on by its words, is none.
"""

import re
from collections.abc import Sequence

from thucydides.extracting.aggregates.days import tells_a_deed
from thucydides.extracting.aggregates.lasting import LASTING
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document

_SOON = 2
"""Sentences on within which a sum of the hurt is that of the deed told."""
_ONGOING = re.compile(r"\b(?:have|has|since|so\s+far|to\s+date|during\s+the|over\s+the)\b", re.IGNORECASE)
"""Words by which a count runs up to the day of the report, or over more than a deed."""


def _tells(telling: Telling) -> bool:
    """Whether a sentence tells of a deed, if only by a word that may mean another thing, with its day and place."""
    fought = telling.head is not None and not telling.head.plural and telling.status == "happened" and telling.time is not None
    return tells_a_deed(telling) or (fought and bool(telling.places))


def at_somewhere(telling: Telling) -> bool:
    """Whether a sentence says where what it tells was done, and does not only name a country that speaks."""
    return any(p.role in ("at", "near") or (p.place is not None and p.place.kind != "country") for p in telling.places)


def of_just_told(document: Document, telling: Telling, before: Sequence[Telling]) -> bool:
    """Whether a sentence without a deed of its own counts the hurt of the deed told right before it ("A total of 239 were wounded"), or
    the dead of one told without any ("The column was cut off at the river on 3 March. Some 700 were killed")."""
    last = before[-1] if before else None
    near = last is not None and last.paragraph == telling.paragraph and 0 < telling.order - last.order <= _SOON
    bare = not (telling.time or telling.windows or at_somewhere(telling)) and all(t.family in ("death", "harm") for t in telling.triggers)
    if last is None or not near or not bare or not telling.harms:
        return False
    if all(h.outcome == "injured" for h in telling.harms):
        return bool(last.harms)
    text = document.text[telling.start : telling.end]
    known = any(h.outcome == "killed" for t in before if t.paragraph == last.paragraph for h in t.harms)
    return _tells(last) and not known and not LASTING.search(text) and not _ONGOING.search(text)
