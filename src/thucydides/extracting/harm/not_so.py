"""Not so: counts that a sentence tells only as taken back, denied, wrong, or of another time."""

import re

from spacy.tokens import Span

from thucydides.extracting.harm.denied_numbers import denied
from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.taken_back import taken_back
from thucydides.extracting.kinds.set_free import set_free
from thucydides.extracting.texts import text_of
from thucydides.formerly import formerly


def is_withdrawn(sentence: Span, harm: Harm) -> bool:
    """Whether a number is told only as taken back, as denied, or as what was counted at first (rule `toll.former`)."""
    if harm.quantity is not None and harm.quantity.rule == "toll.corrected":
        return False  # "first counted 50 bodies, then 79"
    text = text_of(sentence.doc)
    if denied(text, harm.people.start, harm.people.end):
        return True
    return taken_back(text, harm.people.start) or formerly(text[sentence.start_char : harm.people.start])


_WRONGLY = re.compile(
    r",?\s+(?:who\s+(?:was|were|had\s+been)\s+)?(?:earlier|previously|initially|at\s+first|first|wrongly|mistakenly|falsely)\s+"
    r"(?:reported|said|believed|thought|feared|presumed|declared|pronounced)\b",
    re.IGNORECASE,
)
"""Words behind people that make what follows an error: "a third man, earlier reported dead, is alive"."""


def is_in_error(sentence: Span, harm: Harm) -> bool:
    return harm.outcome == "killed" and _WRONGLY.match(text_of(sentence.doc), harm.people.end) is not None


_SINCE_WHEN = re.compile(
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest|first)\b[^.;]{0,60}\bsince\b[^.;]{0,40}?,\s+(?:when|in\s+which)\s",
    re.IGNORECASE,
)
"""What opens the count of another time: "the worst attack since May, when 85 died"."""


def is_of_another_time(sentence: Span, harm: Harm) -> bool:
    match = _SINCE_WHEN.search(text_of(sentence.doc), sentence.start_char, harm.people.start)
    return match is not None and ";" not in text_of(sentence.doc)[match.end() : harm.people.start]


def is_set_free(sentence: Span, harm: Harm) -> bool:
    """Whether people were taken long before, and are told of as set free (rule `extract.set-free`)."""
    cue = sentence.doc[harm.cue]
    return harm.outcome == "captured" and (set_free(cue) or set_free(cue.head))
