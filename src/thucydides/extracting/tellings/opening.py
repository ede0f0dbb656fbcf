"""Opening: how a sentence begins that goes on to another deed than the one told before (rule `extract.set-apart`)."""

import re

_ANOTHER = re.compile(
    r"\s*(?:(?:separately|elsewhere)\b|in another\b|also (?:on|in|at)\b|(?:in|at) (?:an? )?(?:\w+ )?(?:separate|unrelated|different)\b"
    r"|(?:in|at) (?:the )?other \w+s\b|in (?:retaliation|reprisal|revenge)\b(?! (?:attack|strike|killing|raid)s?\b)|retaliating\b)",
    re.IGNORECASE,
)


def opens_another(text: str, start: int = 0) -> bool:
    """Whether the words at `start` open another deed: "Separately", "In an unrelated attack", "In other towns", "In retaliation"."""
    return _ANOTHER.match(text, start) is not None


_SAME_DAY = re.compile(
    r"\s*(?:also )?(?:(?:in|at|near|around) (?:the \w+ of )?(?-i:[A-Z][\w’'-]+)(?: (?-i:[A-Z][\w’'-]+))?,? (?:also )?)?"
    r"(?:(?:on|during|later) )?(?:(?:that|the) )?(?:very )?same (?:day|night|morning|afternoon|evening)[,:]?\s",
    re.IGNORECASE,
)


def opens_same_day(text: str) -> bool:
    """Whether a sentence says that what it tells was on the day told before: "On the same day, gunmen fired at a bus", "In Kati the same
    night, two men died"; of the deed told before nobody says so (rule `extract.same-day`)."""
    return _SAME_DAY.match(text) is not None


_PLACE = re.compile(r"\s*(?:In|At|Near|Around) (?!hospital)")


def names_place_first(text: str) -> bool:
    """Whether a sentence opens with where what it tells was, so that it is none of those harmed before who die in it."""
    return _PLACE.match(text) is not None and "hospital" not in text
