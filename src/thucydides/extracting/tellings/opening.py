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


_DAY_OR_PART = r"(?:day|night|morning|afternoon|evening)"
_LATER_ON = re.compile(
    r"\s*(?:later|earlier|early|late) (?:on )?(?:(?:on|in|during) the (?:same )?|(?:on )?that (?:same )?|the (?:very )?same )"
    rf"{_DAY_OR_PART},? "
    r"(?!(?:the|they|he|she|it|this|that|these|those|his|her|their|its)\b)",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(rf"\b(?:that|the) (?:very )?same {_DAY_OR_PART}\W*$", re.IGNORECASE)


def tells_same_day(text: str) -> bool:
    """Whether a sentence says that what it tells was on the day told before: "On the same day, gunmen fired at a bus", "In Kati the same
    night, two men died", "Later that day shells fell on a port", "gunmen shot a judge the same day"; of the deed told before nobody says
    so (rule `extract.same-day`)."""
    return any(found is not None for found in (_SAME_DAY.match(text), _LATER_ON.match(text), _AT_THE_END.search(text)))


_PLACE = re.compile(r"\s*(?:In|At|Near|Around) (?!hospital)")


def names_place_first(text: str) -> bool:
    """Whether a sentence opens with where what it tells was, so that it is none of those harmed before who die in it."""
    return _PLACE.match(text) is not None and "hospital" not in text
