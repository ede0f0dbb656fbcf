"""Bullets: the marks with which lists open their entries, and when they are a list's."""

import re
from collections.abc import Iterator

from thucydides.reading.page import Line

_BULLET = re.compile(r"(?:[•●▪◦‣∙·►▶➤❖✓▸■□–—*-]|[*#]{2,4}|->|o(?= [A-Z]))\s+(\S.*)$")
_DASH = "–—-"
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+\S")


def unmarked(raw: list[Line]) -> Iterator[Line]:
    """Bullets lose their mark; a lone dash before a line is no bullet, and numbers count only in a run of two or more."""
    marks = [mark(line) for line in raw]
    for at, line in enumerate(raw):
        sign = marks[at]
        near = {marks[at - 1] if at else "", marks[at + 1] if at + 1 < len(raw) else ""}
        if not sign:
            yield line
        elif sign == "1":
            yield Line(line.text, "bullet" if sign in near else "", gap=line.gap)
        else:
            match = _BULLET.match(line.text)
            words = match[1] if match else line.text
            single = sign in _DASH and sign not in near
            if single and sign != "—" and len(line.text) > len(sign) + 1 and line.text.startswith(sign * 2):
                words = line.text
            yield Line(words, "" if single else "bullet", gap=line.gap)


def mark(line: Line) -> str:
    """The mark of a list that a line opens with: the bullet itself, "1" for any number, "" for none."""
    if line.kind:
        return ""
    if _BULLET.match(line.text):
        return line.text[0]
    return "1" if _NUMBER.match(line.text) else ""
