"""Not so: counts that a sentence tells only as taken back, denied, wrong, feared, or of another time."""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from thucydides.extracting.harm.denied_numbers import denied
from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.taken_back import taken_back
from thucydides.extracting.kinds.set_free import only_held, set_free
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


_FEARED = re.compile(
    r"\s*,?\s*(?:(?:are|is|were|was|still|also|now|missing(?:\s+and|,)?|who)\s+){0,3}(?:feared|presumed)\s+"
    r"(?:(?:to\s+be\s+)?dead\b|(?:to\s+have\s+(?:been\s+)?)?(?:killed|died|perished|drowned)\b)"
    r"|\s+may\s+(?:already\s+|also\s+)?have\s+(?:been\s+killed|died|perished)\b",
    re.IGNORECASE,
)
"""Words behind people of whom nobody knows that they died: "sixty more are feared dead"."""


_FEARS = re.compile(
    r"\b(?:(?:it\s+)?(?:is|was)\s+(?:feared|presumed)|(?:there\s+(?:are|were)\s+|amid\s+)?fears|(?:rescuers|officials|residents|relatives)\s+fear(?:ed)?)"
    r"\s+that\s+(?:a\s+further\s+|another\s+|at\s+least\s+|some\s+|up\s+to\s+|as\s+many\s+as\s+)?$",
    re.IGNORECASE,
)
"""What opens a clause of those feared dead: "it is feared that 40 more are dead"."""


def is_feared(sentence: Span, harm: Harm) -> bool:
    """Whether people counted are only feared to be dead: their number stands beside that of the dead (rule `toll.feared`)."""
    text = text_of(sentence.doc)
    feared = _FEARED.match(text, harm.people.end) or _FEARS.search(text[sentence.start_char : harm.people.start])
    return harm.outcome == "killed" and not harm.total and feared is not None


_BUT = re.compile(r"[,;]?\s+(?:but|though|although|yet|while|whereas)\s+(?:only|just|no\s+more\s+than|so\s+far)?\s*$", re.IGNORECASE)


def is_found_of(sentence: Span, harm: Harm, harms: Sequence[Harm]) -> bool:
    """Whether bodies are counted against those said to be killed: "100 rebels were killed, but only 16 bodies have been found"."""
    if not {"bodies", "corpses"} & set(harm.people.group.lower().split()) or not harm.people.counted:
        return False
    before = text_of(sentence.doc)[sentence.start_char : harm.people.start]
    return _BUT.search(before) is not None and any(h.people.end < harm.people.start and h.people.counted for h in harms)


_SINCE_WHEN = re.compile(
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest|first)\b[^.;]{0,60}\bsince\b[^.;]{0,40}?,\s+(?:when|in\s+which)\s",
    re.IGNORECASE,
)
"""What opens the count of another time: "the worst attack since May, when 85 died"."""


_NAMED_THEN = re.compile(r"\bsince\s+(?:the|an?)\s+(?:[\w’'-]+\s+){1,8}?(?:of|in|on)\s+[^.;,]{0,20}?\b(?:19|20)\d\d,", re.IGNORECASE)
"""A deed named with its year, whose count is told of it: "since the Ngarbuh massacre of February 2020, in which 21 died"."""


def is_of_another_time(sentence: Span, harm: Harm) -> bool:
    match = _SINCE_WHEN.search(text_of(sentence.doc), sentence.start_char, harm.people.start)
    if match is not None and _NAMED_THEN.search(match.group()):
        return False
    return match is not None and ";" not in text_of(sentence.doc)[match.end() : harm.people.start]


def is_set_free(sentence: Span, harm: Harm) -> bool:
    """Whether people were taken long before, and are told of as set free or as in somebody's hands (rule `extract.set-free`)."""
    cue = sentence.doc[harm.cue]
    return harm.outcome == "captured" and (set_free(cue) or set_free(cue.head) or only_held(cue))
