"""Mishaps: deaths and injuries by nature, illness, fire or accident, which are of no deed.

Invariant: a sentence that tells of force in any word, of a weapon or of a doer, tells of a deed.
"""

import re
from collections.abc import Collection
from functools import cache

from thucydides.extracting.kinds.triggers import Trigger
from thucydides.vocabulary import mapping


def by_nobody(sentence: str, triggers: Collection[Trigger], armed: bool) -> bool:
    """Whether those who died or were hurt by a sentence did so by nobody's force; `armed` says that it tells of arms or of who did it."""
    return _by_disaster(sentence, frozenset(t.family for t in triggers if not t.weak)) or _by_accident(sentence, triggers, armed)


def names_mishap(sentence: str) -> bool:
    """Whether a sentence names an accident, a fire, a disaster or an illness."""
    return (_disasters().search(sentence) or _accidents().search(sentence)) is not None


def _by_disaster(sentence: str, families: frozenset[str]) -> bool:
    """Whether it is a disaster or an illness that a sentence tells of."""
    return families <= {"death", "harm", "attack"} and _disasters().search(sentence) is not None


def _by_accident(sentence: str, triggers: Collection[Trigger], armed: bool) -> bool:
    """Whether it is an accident or a fire (rule `extract.accident`): its words of harm say nothing of how they died."""
    neutral = mapping("status")["neutral"]
    return not armed and all(t.weak or t.lemma in neutral for t in triggers) and _accidents().search(sentence) is not None


@cache
def _disasters() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, mapping("status")["disasters"]))) + r")s?\b", re.IGNORECASE)


@cache
def _accidents() -> re.Pattern[str]:
    told = mapping("status")["accidents"]
    words, vehicles, befall, flyers, crash = (
        "|".join(map(re.escape, told[key])) for key in ("words", "vehicles", "befall", "flyers", "crash")
    )
    return re.compile(
        rf"\b(?:(?<!\bto )(?:{words})s?|(?:{vehicles})s?\b(?:\W+\w+){{0,5}}?\W+(?:{befall})|(?:{flyers})s?\b[^.;]{{0,60}}?\W(?:{crash}))\b",
        re.IGNORECASE,
    )
