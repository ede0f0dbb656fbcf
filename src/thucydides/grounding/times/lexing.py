"""Lexing: the runs of time words in a text, each run as tokens with their offsets."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from thucydides.grounding.times.codes import CODES, UNKNOWN, Token
from thucydides.grounding.times.words import MARKS, Lexicon
from thucydides.grounding.times.words import lexicon as plain

# How far before the first telling word ("years") the words that belong to it may begin ("over the past two to three").
_REACH = 48
# No time has as many words as this; what goes on longer is a table or noise, and is read piece by piece.
_MOST = 80
# Marks that stand against a word of the run without parting it from the next.
_EDGES = " \n\t,.-–()/\"“”'[]*"
_JOINED, _LASTING = frozenset(" -"), ("old", "long")  # "two years old", "year-long": lengths and ages
_SHORT = 300  # a text that short is searched as a whole
_TURN = 70  # two-digit years below it are of this century (POSIX)
_NO_WORD: tuple[str, Any] = (UNKNOWN, None)
_PLAIN = re.compile(r"[^\S\n]*\n?[^\S\n]*([^\W\d_]+)")  # a word alone, as `Lexicon.token` begins
_DAY, _NTH, _INT, _YEAR = CODES["day"], CODES["nth"], CODES["int"], CODES["year"]


def lowered(text: str) -> str:
    """The text in lower case with typographic apostrophes plain, of the same length so that offsets hold."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'").replace("‘", "'")


def _number(digits: str) -> tuple[str, int | None]:
    """The class and value of written digits: a day of a month, a year, or some other number."""
    digits = digits.rstrip(".")
    if not digits[-1].isdigit():
        value = int(digits[:-2])
        return (_NTH, value) if len(digits) <= 5 else (UNKNOWN, None)
    if len(digits) <= 2:
        value = int(digits)
        return (_DAY, value) if 1 <= value <= 31 else (_INT, value)
    if len(digits) == 4 and digits[0] in "12١٢۱۲":
        return _YEAR, int(digits)
    return (_INT, int(digits)) if len(digits) <= 3 else (UNKNOWN, None)


def _stamp(written: str) -> tuple[str, tuple[int, int | None, int | None] | None]:
    """Year, month and day of "2025-12-24T10:00", "2025/12/24" or "2025年12月24日"; unknown where no such day exists."""
    if "年" in written:
        numbers = [int(part) for part in written.replace("年", " ").replace("月", " ").replace("日", " ").split()]
    else:
        numbers = [int(part) for part in written.split("t")[0].split(" ")[0].replace("/", "-").replace(".", "-").split("-")]
    year, month, day = numbers[0], *(numbers[i] if len(numbers) > i else None for i in (1, 2))
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return UNKNOWN, None
    return CODES["stamp"], (year, month, day)


def _numeric(written: str) -> tuple[str, tuple[int, int, int] | None]:
    """The three numbers of "02.12.2026" or "1/28/14"; a two-digit year needs slashes, below 70 it is this century's (POSIX)."""
    mark = next(c for c in written if not c.isdigit())
    first, second, year = (int(part) for part in written.split(mark))
    if len(written.rsplit(mark, 1)[1]) == 2:
        if mark != "/":
            return UNKNOWN, None
        year += 2000 if year < _TURN else 1900
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12 and year >= 1000):
        return UNKNOWN, None
    return CODES["numeric"], (first, second, year)


def _read(lexicon: Lexicon, group: str, written: str) -> tuple[str, Any]:
    """The class and value of a written form that is not a plain word."""
    if group == "number":
        return _number(written)
    if group == "mark":
        return CODES[MARKS.get(written, "unknown")], written
    if group == "phrase":
        return lexicon.words[written]
    if group == "abbreviation":
        return lexicon.words[written[:-1]]
    if group == "stamp":
        return _stamp(written)
    if group == "numeric":
        return _numeric(written)
    if group == "tens":
        ten, one = written.replace("-", " ").split()
        return CODES["tens"], lexicon.words[ten][1] + lexicon.words[one][1]
    if group == "short":  # "22 Nov '14"
        return _YEAR, int(written[1:]) + (2000 if int(written[1:]) < _TURN else 1900)
    if group == "decade":
        return CODES["decade"], int(written.strip("'s"))
    return (CODES[group] if group in ("clock", "possessive") else UNKNOWN), written


def _reach_back(lexicon: Lexicon, lower: str, least: int, position: int) -> int:
    """Where the time words before `position` may begin: back over words that are known or hold digits, to `least` at most."""
    words = lexicon.pieces
    least = max(least, position - _REACH)
    while position > least:
        before = max(lower.rfind(" ", least, position - 1), lower.rfind("\n", least, position - 1))
        if before < 0 and least:
            if not lower[least - 1].isspace():
                return position
            before = least - 1
        word = lower[before + 1 : position].strip(_EDGES)
        if word not in words and not (word[:1].isdigit() or not word or word.split("-")[0].split("–")[0] in words):
            return position
        position = before + 1
    return position


def _cores(text: str, lower: str, lexicon: Lexicon) -> Callable[[int], tuple[int, int] | None]:
    """A function that tells where the next word stands that starts a search, from a character on; to be asked in the order of the text."""
    if len(text) < _SHORT or lexicon is not plain():
        return lambda done: core.span() if (core := lexicon.core.search(lower, done)) else None
    from thucydides.grounding.places.tokens import tokens_of

    tokens = tokens_of(text)
    starts, gaps, match, beyond = tokens.starts, tokens.gaps, lexicon.core.match, len(tokens)
    words = iter(tokens.times)

    def following(done: int) -> tuple[int, int] | None:
        for word in words:
            start, token, after = starts[word], tokens[word], word + 1
            if start >= done:
                if token.alone_a_time and not (gaps[after] in _JOINED and after < beyond and tokens[after].lower.startswith(_LASTING)):
                    return start, start + token.size
                if core := match(lower, start):
                    return core.span()
            for at in range(start + 1, start + token.times):
                if at >= done and (core := match(lower, at)):
                    return core.span()
        return None

    return following


def runs(text: str, lower: str, lexicon: Lexicon) -> Iterator[list[Token]]:
    """Each run of neighbouring time words, closed by the unknown word behind it where there is one."""
    done = 0
    following, scan, words, leading = _cores(text, lower, lexicon), lexicon.token.match, lexicon.words, lexicon.leading
    plain_word = _PLAIN.match
    while core := following(done):
        first, behind = core
        tokens: list[Token] = []
        position = _reach_back(lexicon, lower, done, first)
        while len(tokens) < _MOST:
            match = plain_word(lower, position)
            if match and (written := match[1]) not in leading:
                start, position = match.span(1)
                kind, value = words.get(written, _NO_WORD)
            elif match := scan(lower, position):
                group = match.lastgroup or ""
                start, position = match.start(group), match.end()
                written = lower[start:position]
                kind, value = words.get(written, _NO_WORD) if group == "word" else _read(lexicon, group, written)
            else:
                break
            if kind != UNKNOWN:
                tokens.append(Token(kind, value, start, position))
            elif position > first:
                tokens.append(Token(kind, value, start, position))
                break
            else:
                tokens = []
        done = max(position, behind)
        yield tokens
