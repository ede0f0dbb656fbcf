"""Further: the dead of another side counted behind a clipped count of dead, without a word of harm of their own ("eight soldiers dead, five
attackers", "12 policemen killed, 9 wounded; 3 rebels", "14 civilians dead, one gunman").

Rule `toll.further`. Invariants: who is counted behind is of another kind than those before, and so none of them; nothing else is told of
them; behind the wounded only a new clause counts the dead again.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_CLIPPED = re.compile(r"(?:\s+[a-z-]+){0,2}?\s+(?:(?:were|are|was)\s+)?")
"""What stands between people and the word that says they are dead."""
_ALSO = re.compile(
    r"(?P<hurt>,?\s+(?:and\s+)?[\w-]+\s+(?:wounded|injured|hurt))?(?P<mark>;|,|,?\s+and\b)\s*(?:(?:at\s+least|some|about)\s+)?$"
)
_ENDS = re.compile(r"\s*(?:[.;)]|$|,(?!\s+(?:who|all|both|one|two|three|\d)\b)|\s+and\s+\d)")


def with_further(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """The further dead of a sentence, beside the harms that it is known to tell."""
    text = text_of(sentence.doc)
    found = list(known)
    for number in quantities:
        if not number.quantity.best or any(h.start <= number.start < h.end for h in found):
            continue
        dead = next((h for h in found if _goes_on(text, sentence, h, number)), None)
        noun = _counted(sentence, number)
        if dead is None or noun is None or not _ENDS.match(text, noun.idx + len(noun), sentence.end_char):
            continue
        harm = harm_of(sentence, "killed", noun, noun, tuple(quantities))
        if harm is None or not harm.people.counted or harm.people.category in ("unknown", dead.people.category):
            continue
        found.append(harm)
        yield harm


def _goes_on(text: str, sentence: Span, harm: Harm, number: QuantitySpan) -> bool:
    """Whether a number follows a clipped count of dead of a known kind, with at most a count of wounded between."""
    cue = sentence.doc[harm.cue]
    whole = harm.outcome == "killed" and harm.people.counted and harm.part_of is None and not (harm.total or harm.given or harm.wide)
    if not whole or harm.people.category == "unknown" or cue.lower_ not in mapping("outcomes")["brief"]["words"]["killed"]:
        return False
    if harm.people.end > cue.idx or _CLIPPED.fullmatch(text, harm.people.end, cue.idx) is None:
        return False
    also = _ALSO.fullmatch(text, cue.idx + len(cue), number.start)
    return also is not None and (also["hurt"] is None or also["mark"] == ";")


def _counted(sentence: Span, number: QuantitySpan) -> Token | None:
    """The plural, or the one noun, that a number stands before, with no more than two words between."""
    behind = [t for t in sentence if t.idx >= number.end][:_NEAR]
    noun = next((t for t in behind if t.pos_ == "NOUN" and not (t.i + 1 < sentence.end and t.nbor(1).pos_ == "NOUN")), None)
    between = [t for t in behind if noun is not None and t.i < noun.i]
    return noun if all(t.pos_ in ("ADJ", "NOUN", "PROPN") for t in between) else None


_NEAR = 3
"""Tokens within which the noun of a number stands."""
