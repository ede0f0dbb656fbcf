"""Swallowed subjects: people and parties that the tree has for a part of the day before them, given back to their verb.

"On the night of 26 April five passengers were killed", "on the 16th Mali bombed the barracks": with the day they make one phrase in the
tree, and the verb has nobody. Invariant: only a verb without a subject is given one, and only what stands between a day and the verb.
"""

import re

from spacy.tokens import Doc, Token

from thucydides.grounding.times.english import MONTHS, WEEKDAYS

_DAYS = frozenset({*MONTHS, *WEEKDAYS})
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)|(?:19|20)\d\d", re.IGNORECASE)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_PEOPLE = frozenset({"NOUN", "PROPN", "PRON"})
_NO_PEOPLE = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "VERB", "AUX", "ADV", "PART"})
"""What a phrase of people does not begin with."""


def with_subjects(doc: Doc) -> None:
    """Give the verbs of a text back the subjects that stand as parts of the days before them."""
    for verb in doc:
        if verb.pos_ == "VERB" and verb.dep_ in _MAIN and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") and not _has_subject(verb):
            for phrase in [c for c in verb.lefts if c.dep_ == "prep"]:
                found = _subject_in(phrase, verb)
                if found is not None:
                    _give_back(*found, verb)
                    break


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def _subject_in(phrase: Token, verb: Token) -> tuple[Token, Token] | None:
    """(the last word of the day, the subject) where a phrase that ends right before a verb begins with a day and goes on with people."""
    doc, last = verb.doc, phrase.right_edge.i
    between = () if _aside(doc, last + 1, verb.i) else doc[last + 1 : verb.i]
    before = [t for t in between if t.dep_ not in ("aux", "auxpass", "advmod", "neg") and t.text != ","]
    inside = [t for t in doc[phrase.i + 1 : last + 1] if t in phrase.subtree]
    if before or len(inside) != last - phrase.i:
        return None
    day = next((t for t in reversed(inside) if t.lower_ in _DAYS or _ORDINAL.fullmatch(t.text)), None)
    if day is None or day.i >= last or any(t.lower_ in _DAYS for t in doc[day.i + 1 : last + 1]):
        return None
    rest = range(day.i + 1, last + 1)
    tops = [doc[i] for i in rest if doc[i].head.i not in rest and doc[i].pos_ in _PEOPLE]
    starts = doc[day.i + 1]
    if sum(t.text == "," for t in doc[day.i + 1 : verb.i]) not in (0, 2):
        return None  # "a man, 50, was killed"
    if len(tops) != 1 or starts.pos_ in _NO_PEOPLE or starts.lower_ in ("to", "and", "in"):
        return None
    return day, tops[0]


def _aside(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but an aside between two commas stands in `[start, end)`: "the army, in an operation at Puro, killed two"."""
    words = doc[start:end]
    commas = [t.i for t in words if t.text == ","]
    return len(commas) == 2 and commas == [start, end - 1] and words[1].pos_ == "ADP"


def _give_back(day: Token, subject: Token, verb: Token) -> None:
    """Make a noun the subject of a verb, and the day what the noun was."""
    above, how = subject.head, subject.dep_
    held = [c for c in subject.lefts if c.i <= day.i]
    loose = [t for t in verb.doc[day.i + 1 : verb.i] if t.head.i <= day.i and t != subject]
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    subject.head, subject.dep_ = verb, "nsubjpass" if passive else "nsubj"
    holder = next((c for c in held if c == day or day in c.subtree), None)
    for child in held:
        first = holder if holder is not None else held[0]
        child.head, child.dep_ = (above, how) if child == first else (first, child.dep_)
    for token in loose:
        token.head = subject
