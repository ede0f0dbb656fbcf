"""Of many: counts of dead in the sentence behind one that speaks of many deeds together, which no single deed cost.

Rule `extract.of-many`: "The group accused the army of attacks on villages. It said about 250 people had died" counts over those attacks.
Invariant: a deed of a day, or one that is told as done and not only accused or condemned, keeps the count that follows it.
"""

import re
from functools import cache

from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document
from thucydides.vocabulary import mapping

_FEWEST = 10
"""Fewer dead may well be of one of the deeds."""
_HARM = frozenset({"death", "harm"})


@cache
def _spoken_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(mapping('roundups')['spoken_of'])})\b", re.IGNORECASE)


def counts_over_many(document: Document, telling: Telling, before: Telling | None) -> bool:
    """Whether a telling only counts the dead of what the sentence before it speaks of: deeds in the plural, of no day and told as none
    that was done here."""
    if before is None or telling.paragraph - before.paragraph > 1 or telling.order - before.order != 1 or telling.kind == "title":
        return False
    head = before.head
    several = any(t.noun and t.plural and t.family not in _HARM for t in before.triggers)
    if several and not before.harms and _in_them(document, telling):
        return True
    spoken = head is not None and head.noun and head.plural and not head.done and head.family not in _HARM
    if not spoken or not _spoken_of().search(document.text, before.start, before.end):
        return False
    if before.harms or before.time is not None or before.entry is not None:
        return False
    bare = telling.time is None and not telling.places and not telling.referring and all(t.family in _HARM for t in telling.triggers)
    dead = [h for h in telling.harms if h.outcome == "killed" and h.part_of is None and h.people.counted]
    known = any(h.people.definite or h.people.pronoun for h in telling.harms)
    return bare and not known and any(h.quantity is not None and (h.quantity.best or 0) >= _FEWEST for h in dead)


_IN_THEM = re.compile(
    r"\b(?:in|during|from|as\s+a\s+result\s+of|because\s+of)\s+(?:all\s+of\s+)?(?:them|these|those)\s*[.,;]?\s*$", re.IGNORECASE
)


def _in_them(document: Document, telling: Telling) -> bool:
    """Whether a sentence counts who died in all the deeds spoken of before it: "Some 44 people died in them"."""
    counted = any(h.outcome == "killed" and h.people.counted for h in telling.harms)
    bare = telling.time is None and not telling.places and all(t.family in _HARM for t in telling.triggers)
    return counted and bare and _IN_THEM.search(document.text, telling.start, telling.end) is not None
