"""Finding: every time expression of a text, with its offsets, before it is held against any calendar."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from thucydides.grounding.times import (
    attaching,
    count_rules,
    day_rules,
    feast_rules,
    joining,
    spell_rules,
    unit_rules,
    weekday_rules,
)  # fmt: skip
from thucydides.grounding.times.codes import DATED, MADE, SHIFT, Token
from thucydides.grounding.times.expression import TimeExpression
from thucydides.grounding.times.forms import Bound, Weekday
from thucydides.grounding.times.grammars import Grammar, Passes
from thucydides.grounding.times.heads import entry_heads
from thucydides.grounding.times.lexing import lowered, runs
from thucydides.grounding.times.needs import contradiction, relative_to
from thucydides.grounding.times.rules import Made
from thucydides.grounding.times.taken_up import with_years
from thucydides.grounding.times.words import lexicon

# The rules whose order settles ties between matches of one length: whole dates first.
_ATOMS = Grammar(
    (*day_rules.RULES, *spell_rules.RULES, *feast_rules.RULES, *count_rules.RULES, *unit_rules.RULES, *weekday_rules.RULES)
)
_PASSES = Passes(_ATOMS, *(Grammar(rules) for rules in (attaching.RULES, joining.JOIN, joining.BOUND)))
_NAMED_BEFORE = re.compile(r"\b[A-Z][\w'’-]{3,}[ ]\Z")
_NAMED_BEHIND = re.compile(r"[ ][A-Z][a-z]")
_AGE = re.compile(r"[- ](?:old|long)\b")
# Words that set what follows ahead of the document's date; none of the words that open a clause of its own may stand between.
_AHEAD = re.compile(
    r"\b(?:(?:will|shall|scheduled|slated|(?:is|are|was|were) due|due (?:on|in|by|for)|set (?:for|to)|planned for|plans to|upcoming)\b"
    r"(?:(?!\b(?:after|when|who|because|since|was|were|had|that|which|where|said|told)\b)[^.!?\n:;])*|expected (?:on|in|by|for)? ?)$"
)
_AHEAD_REACH = 56
# What no match of it is without.
_LEANS = re.compile("will|shall|scheduled|slated|due|set|plan|upcoming|expected")


def _expression(token: Token, text: str, lower: str) -> TimeExpression | None:
    """The expression for what the grammar made, or None where what follows shows that it is an age or a length."""
    made: Made = token.value
    form = made.form
    if _AGE.match(lower, token.end):
        return None
    needs = relative_to(form)
    ahead = made.future and not (isinstance(form, Bound) and form.side == "by" and _is_told(lower, token.start, token.end))
    if needs != "incident" and not ahead and not made.window:
        since = max(0, token.start - _AHEAD_REACH)
        ahead = bool(_LEANS.search(lower, since, token.start)) and _AHEAD.search(lower, since, token.start) is not None
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


_TOLD = re.compile(
    r"\b(?:had|has|have)\s+(?:(?!to\b)[a-z]+\s+){0,3}?(?:been|[a-z]+ed|lost|cost|left|risen|grown|passed|taken|fallen|seen|made|become)\b"
)
_TO_DO = re.compile(r"\bto\s+[a-z]+|\b(?:will|would|shall|should|must|may|might|could)\b")


def _is_told(lower: str, start: int, end: int) -> bool:
    """Whether "by" a day is up to when something had been done: "by early July 80 people had died", and not by when it is to be."""
    begin = max(lower.rfind(mark, 0, start) for mark in (". ", "\n", "; ")) + 1
    close = re.compile(r"[.;\n]").search(lower, end)
    until = close.start() if close is not None else len(lower)
    return _TOLD.search(lower, begin, until) is not None and _TO_DO.search(lower, begin, start) is None


def _of_a_name(text: str, expression: TimeExpression) -> bool:
    """Whether a weekday of another language is a word of a name: "the Santo Domingo square", "Domingo Perón"."""
    word = expression.wording
    if not isinstance(expression.form, Weekday) or not word.istitle() or word.lower().endswith("day"):
        return False
    return _NAMED_BEFORE.search(text, 0, expression.start) is not None or _NAMED_BEHIND.match(text, expression.end) is not None


def _since_begun(text: str, lower: str, expression: TimeExpression) -> TimeExpression:
    """A time at which something began that went on since, as the stretch since then: "since the insurgency began in 1996"."""
    if expression.window or "since" not in lower[max(0, expression.start - _BEGUN_REACH) : expression.start]:
        return expression
    begun = _BEGUN.search(lower, max(0, expression.start - _BEGUN_REACH), expression.start)
    if begun is None or isinstance(expression.form, Bound):
        return expression
    words = text[begun.start() : expression.end]
    return replace(expression, start=begun.start(), wording=words, form=Bound(expression.form, "since"), window=True)


_BEGUN_REACH = 90
_BEGUN = re.compile(
    r"\bsince (?:[\w’'-]+ ){1,7}(?:began|begun|started|broke out|erupted|resumed|(?:was|were) launched)"
    r"(?: (?:in|on|back in))?(?: the)? ?\Z"
)


def _found(text: str, language: str | None) -> Iterator[TimeExpression]:
    """Every expression in order; see `find_times`."""
    lower = lowered(text)
    for tokens in runs(text, lower, lexicon(language)):
        for token in _PASSES.parse(tokens, text, lower):
            if token.kind in MADE:
                expression = _expression(token, text, lower)
                if expression is not None and not _of_a_name(text, expression):
                    yield _since_begun(text, lower, expression)


def find_times(text: str, language: str | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text: longest first where several fit, none overlapping, in the order of the text.

    `language` is the text's (ISO 639-1) where known; English is always read, and the unmistakable month and weekday names of
    other languages too. Offsets are characters of `text`. Never raises on any text.
    """
    found = tuple(with_years(_found(text, language)))
    heads = [head for head in entry_heads(text) if not any(t.start < head.end and head.start < t.end for t in found)]
    return tuple(sorted((*found, *heads), key=lambda t: t.start)) if heads else found
