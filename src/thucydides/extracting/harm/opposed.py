"""Opposed: counts of one outcome set against one another in one sentence, of which the later adds nothing to the first."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.own import of_two_sides
from thucydides.extracting.texts import text_of

_CONTRAST = re.compile(
    r"(?:\b(?:while|but|whereas|although|though|however)\b|;)[^;.]{0,80}\b(?:claim|said|say|put|report|stat|insist|alleg|estimat|count|verif|confirm|document|record|spoke|speak|admit|acknowledg|conced|list|ha[ds]\s+(?:it|that)\s+at)",
    re.IGNORECASE,
)


def without_opposed(sentence: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """Counts set against one another in one sentence ("killed 21, sources said, while the group claimed to have killed 40"): the later is
    another's number for the same deed, and adds nothing to the first."""
    before: dict[str, Harm] = {}
    for harm in sorted(harms, key=lambda h: (h.start, h.end)):
        first = before.get(harm.outcome)
        alone = harm.people.counted and harm.part_of is None and not harm.total and not harm.given
        rival = first is not None and alone and not of_two_sides(sentence, first, harm)
        if rival and first is not None and _CONTRAST.search(text_of(sentence.doc), first.people.end, harm.people.start):
            yield replace(harm, given=True)
            continue
        if alone or harm.total or (harm.quantity is not None and harm.quantity.best == 0):
            before.setdefault(harm.outcome, harm)
        yield harm
