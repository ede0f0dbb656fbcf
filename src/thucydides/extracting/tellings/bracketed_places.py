"""Bracketed places: counts in brackets behind the places of one count ("killed 31 people in Gao (19) and Kidal (12)").

Rule `extract.one-by-one`. Invariant: the numbers in the brackets come to the count that they share out.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm import Harm
from thucydides.extracting.texts import text_of
from thucydides.nouns import PlaceRef, Quantity

_FEWEST = 2
_BEHIND_NAME = re.compile(r"(?P<name>[^\W\d_][\w'’-]+)\s*\((?P<number>\d{1,4})\)")

Shares = tuple[Harm, list[tuple[list[Harm], list[PlaceRef]]]]


def shares_in_brackets(sentence: Span, harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int) -> Shares | None:
    """(the count over several places, the share of each with its place); None where the sentence shares out none so."""
    text = text_of(sentence.doc)
    told = [m for m in _BEHIND_NAME.finditer(text, sentence.start_char, sentence.end_char) if m["name"][:1].isupper()]
    total = sum(int(m["number"]) for m in told)
    counted = (h for h in harms if h.people.counted and h.part_of is None and h.quantity is not None)
    whole = next((h for h in counted if h.quantity is not None and h.quantity.best == total), None)
    if len(told) < _FEWEST or whole is None:
        return None
    shares: list[tuple[list[Harm], list[PlaceRef]]] = []
    for match in told:
        number, (start, end) = int(match["number"]), match.span("number")
        quantity = Quantity(number, number, number, match["number"], "toll.exact")
        people = replace(whole.people, start=start, end=end, quantity=quantity)
        at = [p for p in places if 0 <= match.start("number") - (p.passage.end - shift) <= len(" (") and p.place is not None]
        shares.append(([replace(whole, people=people, start=start, end=end, quantity=quantity, part_of=None)], at))
    return whole, shares
