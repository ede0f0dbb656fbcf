"""Context: what the text around a match tells that the classes of its words do not: counts, names, verbs."""

import re
from functools import cache

from thucydides import vocabulary
from thucydides.grounding.times.rules import Bound

# Years that stand alone; farther ones are read only as part of a whole date.
FIRST_YEAR, LAST_YEAR = 1800, 2100
NEXT_WORD = re.compile(r"[^\S\n]*\n?[^\S\n]*([^\W\d_]+)")
_THING = re.compile(r"[^\S\n]+(?:[A-Z][\w-]*[^\S\n]+){0,3}([a-z]+|SUV)\b(?![^\S\n]+(?:bomb|attack|blast|explosion))")
_GOES_ON = re.compile(r"\s+(?:is|are|was|were|has|have|had|and|but|when|in|near|by)\b")
_PREVIOUS_WORD = re.compile(r"([^\W\d_]+)\s+$")
NO_NOUN = re.compile(
    r"\s*(?:[,.;:)]|$|(?:and|at|in|when|near|from|while|after|before|as|by|with|around|about|it|he|she|they|we|there|the|an?|its|his|her|their"
    r"|our|some|several|another|armed|at least|of (?:the|this|last|next|that) month)\b)"
)


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of the dates vocabulary, as a set."""
    return frozenset(vocabulary.mapping("dates")[name].split())


def counted(b: Bound) -> bool:
    """Whether the next word is of things counted, so that the number before it is a count; none that opens the next line."""
    match = NEXT_WORD.match(b.rest())
    return bool(match and match[1] in words("counted") and not _opens_line(b, match))


def ends_clause(b: Bound) -> bool:
    """Whether a mark follows, or the verb of another clause, so that "the day after" names no event behind it: "the day after, a launch
    shelled", "men who had been seized two days before were found dead"."""
    return b.rest(1) in tuple(",.;:)") or _GOES_ON.match(b.rest()) is not None


def _opens_line(b: Bound, match: re.Match[str]) -> bool:
    """Whether a word opens a line with a capital."""
    return "\n" in match[0] and b.text[b.tokens[b.last].end + match.start(1)].isupper()


def counts_events(b: Bound) -> bool:
    """Whether the next word is of events counted."""
    match = NEXT_WORD.match(b.rest())
    return bool(match and match[1] in words("counted_events"))


def of_a_thing(b: Bound) -> bool:
    """Whether the match says of what make a thing is, or where: "an early 1990s car", "the 1800 block"; not "the 1983 truck bombing"."""
    match = _THING.match(b.text, b.tokens[b.last].end)
    return bool(match and match[1].lower() in words("dated_things"))


def named(b: Bound) -> bool:
    """Whether the match is part of a name: "March 23 Movement", "Sunday Times", "the 15 de Septiembre neighbourhood"."""
    first = b.tokens[b.first].start
    behind_the = _THE.search(b.text[max(0, first - len("the 31 ")) : first + len("the ")]) is not None
    return names_a_thing(b.text, b.tokens[b.last].end, behind_the)


def names_a_thing(text: str, end: int, behind_the: bool = False) -> bool:
    """Whether the word behind a day makes a name of it; a house in small letters does where "the" goes before and nothing is said to have
    been done to it ("the 22 May hospital was raided")."""
    match = NEXT_WORD.match(text[end : end + _NAME_REACH].lower())
    if match is None:
        return False
    word = match[1]
    house = behind_the and word in words("house_after") and _ENDS_NAME.match(text, end + match.end(1)) is not None
    return house or word in words("place_after") or (word in words("name_after") and text[end + match.start(1)].isupper())


_THE = re.compile(r"\bthe (?:\d{1,2} )?\S{0,4}$", re.IGNORECASE)
_NAME_REACH = 24
_ENDS_NAME = re.compile(
    r"\s*[,.;:)]|['’]s\b|$|\s+(?:in|of|at|and|or|was|were|is|are|on|to|near|which|where|from|after|by|for|with|had|has|when)\b"
)
"""What stands behind a name that is over."""


def named_before(b: Bound) -> bool:
    """Whether the word before makes a name of the match: "Black September", "Bloody Sunday"."""
    start = b.tokens[b.first].start
    match = _PREVIOUS_WORD.search(b.text[max(0, start - 16) : start])
    return bool(match and match[1][0].isupper() and match[1].lower() in words("name_before"))


def plural_follows(b: Bound) -> bool:
    """Whether the next word looks like a plural noun ("November 26 and 30 mourners")."""
    match = NEXT_WORD.match(b.rest())
    return bool(match and b.rest()[:1] == " " and match[1].endswith("s") and match[1] not in ("was", "is", "has", "as", "this"))


def verb_follows(b: Bound) -> bool:
    """Whether "May" or "March" in capitals only is followed by what follows a verb."""
    match = NEXT_WORD.match(b.rest())
    return bool(match and match[1] in words("after_may"))
