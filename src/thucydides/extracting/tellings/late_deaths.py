"""Late deaths: the day on which somebody dies of wounds is not the day of the deed.

Rule `date.late-death`: a sentence that tells only of a death in hospital or of wounds, or that somebody told of before "died on Thursday",
dates what came after the deed.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger

_IN_CARE = re.compile(
    r"\b(?:hospital|clinic|infirmary|medical cent(?:er|re)|life support|intensive care|surgery"
    r"|(?:of|from|to) (?:his|her|their|the) (?:\w+ )?(?:wounds?|injur\w+))\b"
    r"|\b(?:days?|weeks?|months?|hours?) later\b|\bthe (?:next|following) day\b",
    re.IGNORECASE,
)
_DYING = frozenset({"die", "succumb", "dead", "deceased", "expire"})
_OF_DEATH = frozenset({"death", "harm"})


def dies_later(sentence: Span, triggers: Sequence[Trigger], harms: Sequence[Harm]) -> bool:
    """Whether a sentence tells of nothing but one who died after the deed."""
    if not harms or any(t.family not in _OF_DEATH for t in triggers):
        return False
    deaths = [h for h in harms if h.outcome == "killed" and sentence.doc[h.cue].lemma_.lower() in _DYING]
    if not deaths or any(h.outcome == "killed" and h not in deaths for h in harms):
        return False
    if any(h.quantity is None or (h.quantity.best or 2) > 1 for h in deaths):
        return False
    known = all(h.people.pronoun or (h.people.definite and not h.people.counted) for h in deaths)
    return known or _IN_CARE.search(sentence.text) is not None
