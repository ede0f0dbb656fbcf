"""Saying: whether a time stands right behind or right before a word of saying, and so is rather the day of a statement."""

import re

_SAID = (
    r"(?:said|says|told|announced|stated|(?<!was )(?<!were )(?<!been )reported|confirmed|acknowledged|wrote|posted|added|tweeted"
    r"|declared)\b"
)
_BEHIND = re.compile(rf"\b{_SAID}(?:(?! that )[^.,;:]){{0,45}}$", re.IGNORECASE)
_NEAR = re.compile(rf"[^,;:]{{0,25}}\b{_SAID}", re.IGNORECASE)
_NEXT = re.compile(rf"\s+{_SAID}", re.IGNORECASE)


def behind_saying(text: str, start: int, at: int) -> bool:
    """Whether the words from `start` to a time at `at` end with somebody saying something: "the mayor said in Gao on Monday"."""
    return _BEHIND.search(text, start, at) is not None


def near_saying(text: str, at: int, end: int) -> bool:
    """Whether a time that ends at `at` has a word of saying soon behind it: "on Monday the mayor said"."""
    return _NEAR.match(text, at, end) is not None


def says_next(text: str, at: int) -> bool:
    """Whether the word behind a time that ends at `at` is one of saying: "police on Sunday afternoon said"."""
    return _NEXT.match(text, at) is not None


_RIGHT_BEHIND = re.compile(rf"\b(?:{_SAID}|(?:claimed|disclosed|revealed)\b)(?:\s+(?:on|late|early))?\s*$", re.IGNORECASE)


def right_behind_saying(text: str, start: int, at: int) -> bool:
    """Whether nothing but "on" stands between a word of saying and a time at `at`: "the army said on Friday rebels attacked its post"."""
    return _RIGHT_BEHIND.search(text, start, at) is not None


_LED = re.compile(rf"\b{_SAID}(?:[^,.;:]|, ){{0,40}}$", re.IGNORECASE)


def led_by_saying(text: str, start: int, day: int) -> bool:
    """Whether a word of saying stands close before a day, a clause between or not ("said that the shops had opened last month"): of the
    sentence behind it that is no day."""
    return _LED.search(text[start:day]) is not None
