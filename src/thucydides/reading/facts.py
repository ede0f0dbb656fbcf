"""Facts: whether a line may hold one, so that cleaning never takes it away.

A line with a number and a word of harm, force or politics in a sentence is kept whatever else it looks like.
"""

import re
from functools import cache

from thucydides.grounding.times import find_times
from thucydides.vocabulary import mapping

_BEGUN = re.compile(r"""["'“‘«(\[]?[^\W_]""")
_ENDED = re.compile(r"""[.!?…]["'”’»)\]]{0,4}$""")
_TAIL = 8
LABEL = 60
"""A longer line is more than a date."""
_LETTERS = re.compile(r"[^\W\d_]+")
_CONTACT = re.compile(r"\+?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\w{4}\b|[^\s@]{1,64}@[^\s@]+|https?://\S+|\b\d{5,}\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    vocabulary = mapping("boilerplate")["facts"]
    number = re.compile(rf"\d|\b(?:{'|'.join(vocabulary['numbers'])})\b", re.I)
    harm = re.compile(rf"\b(?:{'|'.join(vocabulary['stems'])})", re.I)
    return number, harm


def is_sentence(text: str) -> bool:
    """Whether a line reads as a sentence: at least four words, and an end of sentence at its end."""
    return bool(_ENDED.search(text[-_TAIL:])) and bool(_BEGUN.match(text)) and len(_LETTERS.findall(text)) >= 4


def holds_facts(text: str) -> bool:
    """Whether a line has a number (telephone numbers and addresses apart) and a word of harm, force or politics."""
    number, harm = _patterns()
    return bool(harm.search(text)) and bool(number.search(_CONTACT.sub(" ", text)))


def a_time_alone(text: str) -> bool:
    """Whether a line is nothing but a date, whatever marks stand in it."""
    return len(text) <= LABEL and any(time.end - time.start >= 0.8 * len(text) for time in find_times(text))
