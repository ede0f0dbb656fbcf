"""Day numbers: days told by their number in a month that is named elsewhere ("The 27th: ...", "the night of the 8th", "the 18th & 19th").

Invariants: a number is one only with "the" or "night" before it, and never where a name or a thing counted goes on behind it ("the 14th
Brigade", "the 10th anniversary").
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from thucydides.grounding.times.context import words

_SUFFIX = r"(?:st|nd|rd|th)"
_LED = (
    r"(?P<led>\b(?:on|since|until|till|by|from|between|during|(?:night|evening|morning|afternoon|dawn|noon|events|killings?|attacks?)"
    r" (?:of|from|on))\s+)?"
)
_NUMBER = re.compile(
    rf"{_LED}\bthe\s+(?P<first>\d{{1,2}})(?P<ended>{_SUFFIX})?\b"
    rf"(?:\s*(?:and|&|to|or|–|-)\s*(?:the\s+)?(?P<last>\d{{1,2}})(?P<closed>{_SUFFIX})?\b)?(?:\s+of\s+(?:the\s+same|that)\s+month\b)?"
    rf"|\bnight\s+(?:from|of)\s+(?P<eve>\d{{1,2}}){_SUFFIX}\s+(?:to|into)\s+(?:the\s+)?(?P<morrow>\d{{1,2}}){_SUFFIX}\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[,.;:()\]–—]|$)")
_GOES_ON = re.compile(r"\s+(?:and|to|at|in|when|near|on|after|before|towards?|around|of (?:the|this) month|an?|the|some)\b")
_THING = re.compile(r"\s+(?:[a-z]+ )?([a-z]+)\b")
_NAME = re.compile(r"\s+((?:[A-Z][\w’'-]*[ -]?){1,4})")
_OF_MONTH = re.compile(r"\s+(?:of\s+)?(?:[A-Z][a-z]{2,8}\b|last|next)")


class DayNumber(Struct, frozen=True, gc=False):
    """A day, or the days `first` to `last`, of a month that is named elsewhere. `led` says that a word before it makes it one by itself."""

    start: int
    end: int
    first: int
    last: int
    led: bool


def day_numbers(text: str) -> Iterator[DayNumber]:
    """The day numbers of a text, in order."""
    for match in _NUMBER.finditer(text):
        eve = match["eve"]
        first = int(eve or match["first"])
        last = int(match["morrow"] or match["last"] or first)
        if not 1 <= first <= last <= 31 or not (eve or match["ended"] or match["closed"] or match["last"]):
            continue
        led = bool(eve or match["led"])
        bare = match["ended"] is None and match["closed"] is None and eve is None
        if _ENDS.match(text, match.end()) or (not bare and last > first) or (led and not bare and not _is_of(text, match.end())):
            yield DayNumber(match.start("led") if match["led"] else match.start(), match.end(), first, last, led and not bare)


def _is_of(text: str, end: int) -> bool:
    """Whether a number counts or names what stands behind it, and is no day: "on the 22nd Division", "on the 10th anniversary"."""
    if _GOES_ON.match(text, end):
        return False
    if (name := _NAME.match(text, end)) is not None:
        return any(w.lower() in words("numbered_bodies") for w in re.split(r"[ ’'-]", name[1]))
    thing = _THING.match(text, end)
    return thing is None or any(w in words("numbered_things") for w in thing[0].split())
