"""Mixed: counts that run over the dead and the injured together ("over a hundred deaths and injuries", "30 people killed or wounded").

Invariant: such a count is a bound for each of the two and the number of neither; a number that either word has of its own is left as it is.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.nouns import Quantity

_DEAD = r"(?:killed|dead|deaths?|fatalities|martyred|slain)"
_HURT = r"(?:wounded|injured|hurt|injuries|maimed)"
_TAKEN = r"(?:missing|kidnapped|abducted|captured|arrested|displaced)"
_BOTH = re.compile(
    rf"\b(?:{_DEAD}(?:\s+(?P<link>and/or|and|or)\s+|,\s+){_HURT}(?(link)|,?\s+(?P<third>and/or|and|or)\s+{_TAKEN})"
    rf"|{_HURT}\s+(?P<other>and/or|and|or)\s+{_DEAD})\b",
    re.IGNORECASE,
)
_NEAR = 60
"""Characters before the two words within which the number stands that they share."""
_THEN = re.compile(r"\s+(?:(?:the|of|also|some|an?|estimated)\s+)*$")


def with_mixed(sentence: Span, harms: Sequence[Harm], quantities: Sequence[QuantitySpan]) -> list[Harm]:
    """The harms, each count over both the dead and the injured as one of each without a number (rule `toll.mixed`)."""
    text, result = text_of(sentence.doc), list(harms)
    for match in _BOTH.finditer(text, sentence.start_char, sentence.end_char):
        shared = [h for h in result if _shares(text, h, match, quantities)]
        if not shared:
            continue
        result = [h for h in result if h not in shared]
        certain = (match["link"] or match["third"] or match["other"]).lower() == "and"
        result += _split(shared[0], certain)
    return result


def _shares(text: str, harm: Harm, match: re.Match[str], quantities: Sequence[QuantitySpan]) -> bool:
    """Whether a harm's count is the one that both words share: before them with none behind, or right behind them with none before."""
    if harm.outcome not in ("killed", "injured") or not harm.people.counted or harm.quantity is None or not harm.quantity.best:
        return False
    behind = next((q for q in quantities if q.start >= match.end() and _THEN.fullmatch(text, match.end(), q.start)), None)
    if harm.people.start >= match.end():
        return behind is not None and harm.people.start <= behind.start < harm.people.end and not _number_before(match, quantities)
    before = harm.people.start < match.start() and match.start() - harm.people.start <= _NEAR + len(harm.people.group)
    apart = re.search(r"[;:.]|\b(?:killed|wounded|injured|dead|hurt)\b", text[harm.people.end : match.start()]) is not None
    last = not any(harm.people.end <= q.start < match.start() for q in quantities)
    return before and behind is None and last and not apart


def _number_before(match: re.Match[str], quantities: Sequence[QuantitySpan]) -> bool:
    return any(match.start() - _NEAR <= q.start < match.start() for q in quantities)


def _split(harm: Harm, certain: bool) -> Iterator[Harm]:
    """The dead and the injured of a shared count: some of each where both are said, and of each as many as were counted at most."""
    counted = harm.quantity
    assert counted is not None
    for outcome in ("killed", "injured"):
        quantity = Quantity(1 if certain else 0, None, counted.high, counted.wording, "toll.mixed", weak=True)
        yield replace(harm, outcome=outcome, quantity=quantity, people=replace(harm.people, quantity=quantity), struck=False)
