"""Findings: whether the day of a sentence is that on which the dead of a deed were found (rule `extract.finding`)."""

import re
from collections.abc import Collection

from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.texts import text_of

_FOUND = re.compile(
    r"\b(?:bodies|corpses|remains)\b.{0,120}\b(?:found|discovered|recovered|unearthed|exhumed|retrieved)\b"
    r"|\b(?:found|discovered|recovered|unearthed|exhumed|retrieved)\b.{0,60}\b(?:bodies|corpses|remains)\b|\bmass\s+graves?\b"
    r"|\b(?:was|were|been)\s+(?:later\s+|already\s+)?(?:buried|laid\s+to\s+rest)\b",
    re.IGNORECASE | re.DOTALL,
)


def only_found(sentence: Span, triggers: list[Trigger], harms: list[Harm]) -> bool:
    """Whether a sentence tells of several dead that were found or buried, and not of how they died: its day is that of the finding
    (rule `extract.finding`)."""
    several = any(h.people.counted and h.quantity is not None and (h.quantity.best or 0) > 1 for h in harms)
    several = several or (not any(h.people.counted for h in harms) and _BODIES.search(text_of(sentence)) is not None)
    return several and all(t.family in ("death", "harm") for t in triggers) and _FOUND.search(text_of(sentence)) is not None


def found_on(sentence: Span, time: Token, deeds: Collection[int]) -> bool:
    """Whether a time is of the finding of those whom a deed killed: "rescuers on Wednesday found two men killed in an air strike"."""
    climbed = time
    while climbed.pos_ not in ("VERB", "AUX") and climbed.head != climbed:
        climbed = climbed.head
    found = climbed.lemma_.lower() in _FINDING and climbed.i not in deeds
    things = [c for c in climbed.children if c.dep_ in ("dobj", "nsubjpass")] if found else []
    return bool(things) and all(any(n == t.i for c in things for t in c.subtree) for n in deeds)


_FINDING = frozenset({"find", "discover", "recover", "retrieve", "unearth", "exhume"})
_BODIES = re.compile(r"\b(?:bodies|corpses|mass\s+graves?)\b", re.IGNORECASE)
