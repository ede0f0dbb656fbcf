"""Other numbers: ages, days, years and how many children somebody has, which count nobody harmed."""

import re

from spacy.tokens import Span

from thucydides.extracting.people.sides import category_of, group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"


_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s+{_MONTHS}[a-z]*\b")


_MONTH_BEFORE = re.compile(rf"\b{_MONTHS}[a-z]*\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:and|to|or|-|–)\s*)?$")


_DAY_BEFORE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}[a-z]*\s+$")
"""A day before its month, behind which a number counts: "on 7 March 15 soldiers were killed"."""


_DATED = re.compile(rf"\b{_MONTHS}[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+$|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}[a-z]*,?\s+$")
"""A day and a month, behind which four figures of our centuries are the year: "on 2 May 1995 villagers were killed"."""


_YEAR = re.compile(r"(?:19|20)\d\d")


_AGED = re.compile(r"[\s\-‐–—]*(?:(?:year|yr|month|mo|week|wk|day)s?\.?[\s\-‐–—]*olds?|y/?o|yrs)\b", re.IGNORECASE)


_AT_AGE = re.compile(r"\b(?:aged?|ages)(?:\s+(?:of|between|from))?\s+$", re.IGNORECASE)


_COMPARED = re.compile(r"\b(?:younger|older)\s+than\s+$|\bunder\s+the\s+age\s+of\s+$|\bunder\s+$", re.IGNORECASE)


_OF_PEOPLE = re.compile(r"\s*(?:[,.;)]|and\b|or\b|were\b|was\b|are\b|who\b|$)")


_AGE_BEFORE = re.compile(r"(?:[^\W\d_]|[.’'\")])\s*,\s*$")


_AGE_AFTER = re.compile(r"\s*(?:,|\)|;|\.(?:\s|$))")


_OLDEST = 110


def is_age(sentence: Span, span: QuantitySpan) -> bool:
    """Whether a number is how old somebody is: "a 16 year old", "aged 15-21", "Twenty-two year old", "the other, 20, is in hospital"."""
    text = text_of(sentence.doc)
    if _AGED.match(text, span.end) or _AT_AGE.search(text[max(0, span.start - 20) : span.start]):
        return True
    if _COMPARED.search(text[max(0, span.start - 20) : span.start]) and _OF_PEOPLE.match(text, span.end):
        return True  # "mostly boys younger than 15, and 40 wounded"
    wording = span.quantity.wording
    before = text[max(sentence.start_char, span.start - 4) : span.start]
    return wording.isdigit() and int(wording) <= _OLDEST and bool(_AGE_BEFORE.search(before) and _AGE_AFTER.match(text, span.end))


def counts_children(sentence: Span, span: QuantitySpan) -> bool:
    """Whether a number says only how many children somebody has: "a mother of two", "Father of 3 killed"."""
    of = next((t for t in sentence if t.lower_ == "of" and t.idx < span.start <= t.idx + len(t) + 1), None)
    return of is not None and of.i > sentence.start and of.nbor(-1).lemma_.lower() in group_words("parents")


_DAYS = re.compile(r"\d+|\d{1,2}\s*(?:[-–]|to|or)\s*\d{1,2}")


def is_date(sentence: Span, span: QuantitySpan) -> bool:
    """Whether a number is a day ("5", "5 or 7") or a year: beside a month, or four figures of our centuries with no people behind them."""
    text = text_of(sentence.doc)
    beside = _MONTH_AFTER.match(text, span.end) or _MONTH_BEFORE.search(text[max(0, span.start - 24) : span.start])
    after = next((t for t in sentence if t.idx >= span.end), None)
    dated = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ") and _DAY_BEFORE.search(text[max(0, span.start - 32) : span.start])
    year = _YEAR.fullmatch(span.quantity.wording) is not None
    if _DAYS.fullmatch(span.quantity.wording) and beside and not dated:
        return True
    if year and _DATED.search(text[max(0, span.start - 32) : span.start]):
        return True
    return year and (after is None or category_of(after, []) == "unknown")


def joins_two(sentence: Span, span: QuantitySpan) -> bool:
    """Whether "both" only joins two kinds of people, however many: "both soldiers and civilians"."""
    both = next((t for t in sentence if t.idx == span.start), None) if span.quantity.rule == "toll.both" else None
    beside = next((c for c in both.head.children if c.dep_ == "conj" and c.tag_ == "NNS"), None) if both is not None else None
    return beside is not None and not any(c.dep_ in ("det", "nummod", "poss") for c in beside.lefts)
