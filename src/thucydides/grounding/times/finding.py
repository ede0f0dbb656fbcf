"""Finding: every time expression of a text, with its offsets, before it is held against any calendar."""

import re
from collections.abc import Iterator
from datetime import date

from thucydides.grounding.times import absolute, joining, relative
from thucydides.grounding.times.codes import DATED, MADE, SHIFT, UNKNOWN, Token
from thucydides.grounding.times.expression import RelativeTo, TimeExpression
from thucydides.grounding.times.forms import (
    Around, Bound, Calendar, Counted, Day, DayOfMonth, Either, Foreign, Form, Holiday, Month, Overnight, Part, Season, Shift, Span, Stated,
    Stretch, ToDate, Week, Weekday, Within,
)  # fmt: skip
from thucydides.grounding.times.lexing import lowered, runs
from thucydides.grounding.times.patterns import Grammar, Made
from thucydides.grounding.times.words import lexicon

_ATOMS = Grammar((*absolute.RULES, *relative.RULES))
_PASSES = tuple(Grammar(rules) for rules in (joining.ATTACH, joining.JOIN, joining.BOUND))
_AGE = re.compile(r"[- ](?:old|long)\b")
# Words that set what follows ahead of the document's date; none of the words that open a clause of its own may stand between.
_AHEAD = re.compile(
    r"\b(?:(?:will|shall|scheduled|slated|due|set (?:for|to)|planned for|plans to|upcoming)\b"
    r"(?:(?!\b(?:after|when|who|because|since|was|were|had|that|which|where|said|told)\b)[^.!?\n:;])*|expected (?:on|in|by|for)? ?)$"
)
_AHEAD_REACH = 56
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RANK: dict[RelativeTo, int] = {"nothing": 0, "document": 1, "incident": 2}


def relative_to(form: Form) -> RelativeTo:
    """What a form needs beside its words: nothing, the document's date (for a missing year too), or the incident last told."""
    match form:
        case Shift() | Stretch() | Calendar():
            return form.base
        case Weekday() | DayOfMonth() | ToDate():
            return "document"
        case Overnight():
            return "document" if form.of is None else relative_to(form.of)
        case Day() | Month() | Season() | Holiday() | Foreign():
            return "nothing" if form.year is not None else "document"
        case Part() | Around() | Week() | Counted():
            return relative_to(form.of)
        case Bound():
            inner = relative_to(form.of)
            return inner if inner != "nothing" or form.side != "since" else "nothing"
        case Span():
            if _takes_year(form.first, form.last):
                return relative_to(form.last)
            return max((relative_to(form.first), relative_to(form.last)), key=_RANK.__getitem__)
        case Within():
            return relative_to(form.container)
        case Stated():
            inner = relative_to(form.of)
            return inner if inner == "nothing" else relative_to(form.hint)
        case Either():
            return relative_to(form.first)
    return "nothing"


def _takes_year(first: Form, last: Form) -> bool:
    """Whether the first of a pair has its year from the last ("March to May 2023")."""
    while isinstance(first, Part):
        first = first.of
    return isinstance(first, Day | Month | Season) and relative_to(last) == "nothing"


def contradiction(form: Form) -> str:
    """Why a complete date and its weekday cannot both hold ("24 December 2025 was a Wednesday, not a Monday"), else ""."""
    if isinstance(form, Day) and form.year is not None and form.weekday is not None:
        day = date(form.year, form.month, form.day)
        if day.weekday() != form.weekday:
            return f"{day.day} {day:%B} {day.year} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[form.weekday]}"
    if isinstance(form, Span):
        return contradiction(form.first) or contradiction(form.last)
    if isinstance(form, Part | Around | Bound | Week | Within | Stated | Counted):
        return contradiction(form.of)
    return ""


def _expression(token: Token, text: str, lower: str) -> TimeExpression | None:
    """The expression for what the grammar made, or None where what follows shows that it is an age or a length."""
    made: Made = token.value
    form = made.form
    if _AGE.match(lower, token.end):
        return None
    needs = relative_to(form)
    ahead = made.future
    if needs == "document" and not ahead and not made.window:
        ahead = _AHEAD.search(lower, max(0, token.start - _AHEAD_REACH), token.start) is not None
    return TimeExpression(
        token.start,
        token.end,
        text[token.start : token.end],
        form,
        made.window,
        needs,
        made.approximate,
        made.daypart,
        made.clock,
        "future" if ahead else None,
        contradiction(form) if token.kind == DATED else "",
        token.end if made.event and token.kind in (SHIFT, DATED) else None,
    )


def _found(text: str, language: str | None) -> Iterator[TimeExpression]:
    """Every expression in order; see `find_times`."""
    lower = lowered(text)
    for tokens in runs(text, lower, lexicon(language)):
        parsed = _ATOMS.apply(tokens, text, lower)
        if parsed is tokens:
            continue
        for grammar in _PASSES:
            parsed = grammar.apply(parsed, text, lower)
        for token in parsed:
            if token.kind in MADE and token.kind != UNKNOWN:
                expression = _expression(token, text, lower)
                if expression is not None:
                    yield expression


def find_times(text: str, language: str | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text: longest first where several fit, none overlapping, in the order of the text.

    `language` is the text's (ISO 639-1) where known; English is always read, and the unmistakable month and weekday names of
    other languages too. Offsets are characters of `text`. Never raises on any text.
    """
    return tuple(_found(text, language))
