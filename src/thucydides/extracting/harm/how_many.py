"""How many: those told of as harmed without a number, with the number that stands behind them ("its passengers died, eight in all", "cut
their throats: at least 22", "the traders, now ten in number, who died").

Invariant: a number is theirs only where the words sum up with it, or nothing but it stands behind a colon or dash (rule `toll.how-many`).
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_SUM = r"(?:in\s+(?:all|number|total|sum)|all\s+told|altogether|of\s+them)\b"
_SUMMED = re.compile(rf"\s+(?:people\s+|persons\s+|men\s+|dead\s+)?{_SUM}", re.IGNORECASE)
_BEHIND = re.compile(r"(?:\s+[\w'’-]+){0,10}?\s*[,;(–—-]\s*(?:now\s+|already\s+)?", re.IGNORECASE)
_ALONE = re.compile(r"(?:\s+[\w'’-]+){0,4}?\s*(?::|\s[-–—]|—)\s*", re.IGNORECASE)
_ENDS = re.compile(r"(?:\s+(?:people|persons|men))?\s*(?:[.,;)]|$)")


def with_numbers(sentence: Span, harms: Sequence[Harm], quantities: Sequence[QuantitySpan]) -> list[Harm]:
    """The harms with those not counted given the number behind them."""
    text = text_of(sentence.doc)
    free = [q for q in quantities if q.quantity.best and not any(_meet(h, q) for h in harms)]
    result = []
    for harm in harms:
        loose = not harm.people.counted and (harm.quantity is None or harm.quantity.rule == "toll.plural")
        number = next((q for q in free if loose and _theirs(text, sentence.end_char, harm, q)), None)
        if number is not None:
            people = replace(harm.people, quantity=number.quantity, counted=True, pronoun=False)
            harm = replace(harm, people=people, quantity=number.quantity)
        result.append(harm)
    return result


def _theirs(text: str, end: int, harm: Harm, number: QuantitySpan) -> bool:
    for told in sorted({harm.people.end, harm.end}):
        if told > number.start:
            continue
        summed = _BEHIND.fullmatch(text, told, number.start) and _SUMMED.match(text, number.end, end)
        fatal = harm.outcome == "killed" or harm.struck
        alone = fatal and _ALONE.fullmatch(text, told, number.start) and _ENDS.match(text, number.end, end)
        if summed or alone:
            return True
    return False


def _meet(harm: Harm, number: QuantitySpan) -> bool:
    return harm.people.counted and harm.people.start < number.end and number.start < harm.people.end
