"""Clauses: who says it told in front of what is said, or behind it.

Invariant: only a whole sentence is turned round, one that holds no quotation and whose speaker is a few words without a comma.
"""

import re
from collections.abc import Iterator
from functools import cache

from thucydides.evaluating.steadiness.days import inside, opening, sentences
from thucydides.evaluating.steadiness.edits import Edit
from thucydides.evaluating.steadiness.words import NAME
from thucydides.vocabulary import filled, mapping


def turned(line: str) -> Iterator[Edit]:
    """The edits that move the speaker of a sentence from its front to its end, or from its end to its front."""
    for start, sentence in sentences(line):
        for pattern, put in _patterns():
            if (found := pattern.match(sentence)) and not _lone(found["speaker"]):
                parts = {name: value or "" for name, value in found.groupdict().items()}
                words = {"Speaker": opening(parts["speaker"]), "speaker": inside(parts["speaker"])}
                words |= {"Told": opening(parts["told"]), "told": inside(parts["told"]), "said": parts.get("said", "")}
                yield Edit(start, start + len(sentence), put.format(**words))
                break


def _lone(speaker: str) -> bool:
    """Whether the words of a speaker are a pronoun or hold a verb, so that they cannot stand behind."""
    return bool(re.search(rf"(?<![\w-])(?:{filled(NAME, mapping(NAME)['no_speaker'])})(?![\w-])", speaker, re.IGNORECASE))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(filled(NAME, one["find"])), one["put"]) for one in mapping(NAME)["turns"])
