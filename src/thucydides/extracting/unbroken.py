"""Unbroken: where no sentence begins, before the parser looks for their ends: a step of the pipeline.

Invariant: what is settled here no later step undoes.
"""

from functools import cache

from spacy.tokens import Doc

from thucydides.extracting.run_on import begins_unmarked
from thucydides.grounding.times.english import MONTHS, WEEKDAYS
from thucydides.vocabulary import mapping


def unbroken(doc: Doc) -> Doc:
    """No sentence begins behind a word or a comma, which end none ("near the Ta Muen Thom temple"), between a day and its month
    ("(Baabda). 23 November: 5 killed"), an hour and its day ("1 a.m. Monday"), a short weekday and its day ("Thurs. 12 Aug."), or behind a
    rank ("Brig. Gen. John Smith") or a short form that something always follows ("nine people incl. a child", "in Brgy. San Roque")."""
    ranks, leading = mapping("abbreviations")["titles"], mapping("abbreviations")["leading"]
    for token in doc[1:]:
        before = token.nbor(-1)
        text = before.text
        if text[-1].isalnum() or text == ",":
            token.is_sent_start = begins_unmarked(token)
            continue
        title = doc[token.i - 2] if text == "." and token.i > 1 else before
        rank = title.text.removesuffix(".") if text.endswith(".") else ""
        ranked = rank in ranks and token.text[:1].isupper()
        dated = before.is_digit and token.lower_.removesuffix(".") in _months()
        named = token.is_digit and rank.lower() in _short_days()
        led = rank in leading or rank.lower() in leading
        if ranked or dated or named or led or (before.lower_ in _HALVES and token.lower_ in _WEEKDAYS | _MONTHS):
            token.is_sent_start = False
    return doc


@cache
def _months() -> frozenset[str]:
    return _MONTHS | frozenset(mapping("dates")["words"]["shortmonth"])


@cache
def _short_days() -> frozenset[str]:
    return frozenset(mapping("dates")["words"]["shortday"])


_HALVES = frozenset({"a.m.", "p.m.", "a.m", "p.m"})
_WEEKDAYS = frozenset({*WEEKDAYS, "on"})
_MONTHS = frozenset(MONTHS)
