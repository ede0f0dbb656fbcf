"""Elsewhere: counts that go on in other places: "killed three people in Kherson, two in Nikopol and one in the town of Izium"; or on other
days, or in hospital: "four died at the scene and three in hospital".

Invariant: a number is of the people counted before it, at the place that stands behind it.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of
from thucydides.extracting.people.phrases import CALENDAR, first_token
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_NAMED = 6


def _place_after(sentence: Span, number: Token) -> Token | None:
    """The name in "two in Nikopol", "23 people in the town of Sennar"."""
    at = number.nbor(1)
    if at.lower_ == "each" and at.i + 2 < sentence.end:
        at = at.nbor(1)  # "and one each in Kassala and Nyala"
    if category_of(at, []) != "unknown" and at.i + 2 < sentence.end:
        at = at.nbor(1)
    side = at.lower_ == "on" and any(t.lower_ == "side" for t in sentence.doc[at.i + 1 : min(at.i + _NAMED, sentence.end)])
    if at.lower_ not in ("in", "at", "near") and not side:
        return None
    following = sentence.doc[at.i + 1 : min(at.i + _NAMED, sentence.end)]
    name = next((t for t in following if t.text[:1].isupper()), None)
    between = [t for t in following if name is not None and t.i < name.i]
    return name if all(t.pos_ in ("DET", "NOUN", "ADJ") or t.lower_ == "of" for t in between) else None


_AGAIN = re.compile(
    r"\b(?:(?P<at>at|on|in|near|inside|outside)\s+(?P<there>[^,.;:()]{2,60}?)|instantly|immediately|outright|on\s+the\s+spot),?"
    r"\s+(?:and\s+(?:another\s+|a\s+further\s+)?)?$"
)
_THERE = re.compile(
    r"(?:\s+(?:more|others?|people|persons))?\s+(?:(?:later\s+|afterwards\s+)?(?P<at>at|on|in|near|inside|outside)\s+"
    r"(?:(?:a|the|their)\s+)?(?P<there>[\w-]+)|later\b|afterwards\b|the\s+(?:next|following)\s+day\b)"
)
"""What goes on with those counted, behind words of where or when the first of them came to it: "at the scene and three in hospital"."""
_CARE = frozenset({"hospital", "hospitals", "clinic", "ambulance", "custody", "surgery", "way"})


def _goes_on(sentence: Span, number: QuantitySpan, model: Harm) -> int | None:
    """Where the words of a number end that goes on with those counted before, None where it does not: the days, or the places where they
    died, are told side by side."""
    text = text_of(sentence.doc)
    first = _AGAIN.search(text, model.people.end, number.start)
    then = _THERE.match(text, number.end, sentence.end_char)
    if first is None or then is None or sentence.doc[model.cue].idx > number.start:
        return None
    where = (then["there"] or "").lower()
    day, days = where in CALENDAR, (first["there"] or "").split(" ")[0].lower() in CALENDAR
    fits = then["there"] is None or where in _CARE or (day and days and first["at"] == then["at"] == "on")
    return then.end() if fits else None


def elsewhere(sentence: Span, found: list[Harm], quantities: tuple[QuantitySpan, ...]) -> list[Harm]:
    """Counts that go on in other places: "killed three people in Kherson, two in Nikopol and one in the town of Izium"."""
    counted = [h for h in found if h.people.counted and h.quantity is not None and h.quantity.best]
    more: list[Harm] = []
    for token in sentence:
        if token.i + 2 >= sentence.end or token.i == sentence.start or not (token.pos_ == "NUM" or token.lower_ in _ARTICLES):
            continue
        last = _last_before(token, [*found, *more])
        if last is not None and (there := _in_another_place(sentence, token, last, found, quantities)) is not None:
            more.append(there)
            continue
        span = next((q for q in quantities if q.start <= token.idx < q.end), None)
        previous = [h for h in counted if h.people.end <= token.idx]
        if span is None or not previous or token.pos_ != "NUM" or any(h.people.start <= token.idx < h.people.end for h in found):
            continue
        model = max(previous, key=lambda h: h.people.end)
        then = _place_after(sentence, token) if token.nbor(-1).lower_ in (",", "and", ";", ":", "including") else None
        end = then.idx + len(then) if then is not None else _goes_on(sentence, span, model)
        if end is None:
            continue
        person = replace(model.people, start=span.start, end=span.end, head=token.i, quantity=span.quantity)
        more.append(Harm(model.outcome, person, model.cue, span.start, end, span.quantity))
    return more


_ARTICLES = frozenset({"a", "an"})
_LINK = re.compile(
    r"\s+(?:\w+\s+)?(?:in|at|near|outside|around|on)\s+[^,;:.()]{0,40}?[A-Z][\w'’-]+[^,;:.()]{0,30}?(?:,|,?\s+and|;)\s+"
    r"(?:(?:at\s+least|another|some|about|a\s+further|up\s+to|more\s+than)\s+)?$"
)
"""Behind people harmed, their place and what leads to those harmed in another one."""
_PLACED = re.compile(r"\s+(?:[a-z]+\s+){0,5}?(?:in|at|near|outside|around|on|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+)?[A-Z][\w'’-]+")
"""Behind those, the place where they were harmed, and how: "others in fighting near the town of Qamishli"."""


def _last_before(token: Token, found: Sequence[Harm]) -> Harm | None:
    """The people harmed who are told of last before a word."""
    before = [h for h in found if h.people.end <= token.idx and h.part_of is None and h.quantity is not None and h.quantity.best]
    return max(before, key=lambda h: h.people.end, default=None)


def _in_another_place(
    sentence: Span, token: Token, model: Harm, found: Sequence[Harm], quantities: tuple[QuantitySpan, ...]
) -> Harm | None:
    """The people whom a verb harmed in one more place, whom the tree hangs on the place before: "killed six soldiers in Bosra and at least
    eight others in clashes near Qamishli", "a judge in Mosul, a teacher in Kirkuk and two barbers in Baquba"."""
    text = text_of(sentence.doc)
    noun = next((t for t in sentence.doc[token.i : min(token.i + _PHRASE, sentence.end)] if t.pos_ in ("NOUN", "PROPN")), None)
    if noun is None or sentence.doc[model.cue].idx > model.people.start or noun.dep_ in ("nsubj", "nsubjpass"):
        return None
    if any(h.people.start < noun.idx + len(noun) and token.idx < h.people.end for h in found) or not _counts_people(noun):
        return None
    if _LINK.fullmatch(text, model.people.end, token.idx) is None or _PLACED.match(text, noun.idx + len(noun), sentence.end_char) is None:
        return None
    harm = harm_of(sentence, model.outcome, noun, sentence.doc[model.cue], quantities)
    if harm is None or harm.quantity is None or not harm.quantity.best or first_token(noun) > token.i:
        return None
    return replace(harm, start=harm.people.start, end=harm.people.end)


_PHRASE = 4
"""Tokens of a phrase for people up to its noun."""


def _counts_people(noun: Token) -> bool:
    return noun.lower_ in ("others", "people") or category_of(noun, [c.lower_ for c in noun.lefts]) != "unknown"
