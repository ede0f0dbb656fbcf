"""Addresses: the web address that a report gives as its own, on a line at its head or labelled at its foot, and what it tells.

Invariant: an address inside a sentence, or one behind a call to read something else, is never taken for the report's own.
"""

import re
from collections.abc import Sequence
from functools import cache

from thucydides.reading.facts import is_sentence
from thucydides.reading.page import Line
from thucydides.vocabulary import mapping

HEAD_LINES = 6
"""A report's own address is looked for in so many of its first lines, before its second sentence
(our choice: title, byline, date and section go before)."""
FOOT_LINES = 3
SLUG_WORDS = 2
"""A title of fewer words is not known by the address (a section's name stands in many addresses)."""

_ADDRESS = re.compile(r"(?:<\s*)?(https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[^\s<>\"]*)?)(?:\s*>)?", re.I)
_SITE = re.compile(r"(?:www\d?\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,9}", re.I)
_WORD = re.compile(r"[^\W_]+")


def own(lines: Sequence[Line]) -> str:
    """The address at which a report was published, as its own lines give it (rule `read.address-own`); "" where they do not.

    >>> own([Line("Shells hit the market"), Line("https://veland.example/2031/05/03/shells-hit-the-market/")])
    'https://veland.example/2031/05/03/shells-hit-the-market/'
    """
    sentences = 0
    for line in lines[:HEAD_LINES]:
        if found := _alone(line.text, bare=True):
            return found
        sentences += is_sentence(line.text)
        if sentences > 1:
            break
    return next((found for line in lines[-FOOT_LINES:] if (found := _alone(line.text, bare=False))), "")


def is_site(text: str) -> bool:
    """Whether a line is nothing but an address or the name of a site ("news.veland.example")."""
    words = text.strip()
    return bool(_ADDRESS.fullmatch(words) or _SITE.fullmatch(words))


def tells(address: str, words: str) -> bool:
    """Whether words are those that an address ends with, one by one: "Fire at Kharmat" for ".../wiki/Fire_at_Kharmat".

    Addresses leave out short words and marks, so each word of four letters or more and each figure must stand there in order.
    """
    from urllib.parse import unquote

    said = [word.casefold() for word in _WORD.findall(words)]
    if sum(word.isalpha() for word in said) < SLUG_WORDS:
        return False
    slug = [word.casefold() for word in _WORD.findall(unquote(address.partition("://")[2].partition("/")[2].partition("?")[0]))]
    if said == slug[-len(said) :]:
        return True
    wanted = [word for word in said if len(word) >= 4 or word.isdigit()]
    rest = iter(slug)
    return len(wanted) >= 2 * SLUG_WORDS and all(word in rest for word in wanted)


def _alone(text: str, bare: bool) -> str:
    """The address of a line that holds nothing else, but for a label such as "URL:"; without a label only where `bare` allows it."""
    label, colon, rest = text.strip().partition(": ")
    if colon and label.casefold().strip(" *-") in _labels():
        text, bare = rest, True
    match = _ADDRESS.fullmatch(text.strip()) if bare else None
    return match[1] if match else ""


@cache
def _labels() -> frozenset[str]:
    return frozenset((*mapping("reading_fields")["url"], "source", "address", "original", "web address", "permalink"))
