"""Elsewhere: counts that go on in other places: "killed three people in Kherson, two in Nikopol and one in the town of Izium".

Invariant: a number is of the people counted before it, at the place that stands behind it.
"""

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import QuantitySpan

_NAMED = 6


def _place_after(sentence: Span, number: Token) -> Token | None:
    """The name in "two in Nikopol", "23 people in the town of Sennar"."""
    at = number.nbor(1)
    if category_of(at, []) != "unknown" and at.i + 2 < sentence.end:
        at = at.nbor(1)
    side = at.lower_ == "on" and any(t.lower_ == "side" for t in sentence.doc[at.i + 1 : min(at.i + _NAMED, sentence.end)])
    if at.lower_ not in ("in", "at", "near") and not side:
        return None
    following = sentence.doc[at.i + 1 : min(at.i + _NAMED, sentence.end)]
    name = next((t for t in following if t.text[:1].isupper()), None)
    between = [t for t in following if name is not None and t.i < name.i]
    return name if all(t.pos_ in ("DET", "NOUN", "ADJ") or t.lower_ == "of" for t in between) else None


def elsewhere(sentence: Span, found: list[Harm], quantities: tuple[QuantitySpan, ...]) -> list[Harm]:
    """Counts that go on in other places: "killed three people in Kherson, two in Nikopol and one in the town of Izium"."""
    counted = [h for h in found if h.people.counted and h.quantity is not None and h.quantity.best]
    more = []
    for token in sentence:
        if token.pos_ != "NUM" or token.i + 2 >= sentence.end or token.i == sentence.start:
            continue
        then = _place_after(sentence, token)
        if then is None or token.nbor(-1).lower_ not in (",", "and", ";", "including"):
            continue
        span = next((q for q in quantities if q.start <= token.idx < q.end), None)
        previous = [h for h in counted if h.people.end <= token.idx]
        if span is None or not previous or any(h.people.start <= token.idx < h.people.end for h in found):
            continue
        model = max(previous, key=lambda h: h.people.end)
        person = replace(model.people, start=span.start, end=span.end, head=token.i, quantity=span.quantity)
        more.append(Harm(model.outcome, person, model.cue, span.start, then.idx + len(then), span.quantity))
    return more
