"""Apart: which incidents of one document its words set apart, so that they can never be one (`distinct_from`), and why (`apart_by`).

Invariant: days or places that cannot agree are not enough, for a report may tell one deed twice, once with the day or the town of
something else (an arrest, a hospital); how it tells the two as a whole is. Nobody is set apart from himself: what is told only of people
told before sets nothing apart.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.retold.signs import signs
from thucydides.extracting.retold.told import Told, told, two_in_words
from thucydides.extracting.retold.weighing import chance, strongest_against
from thucydides.nouns import Document, Mention

TWO = 0.3
"""How unlikely two incidents of a report must be one deed to be kept apart whatever other reports say."""


def distinct(document: Document, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions of one document, in order, with those that the text sets apart named in each; `drafts` are theirs, one each."""
    all_told = [told(document, draft, mention) for draft, mention in zip(drafts, mentions, strict=True)]
    made = []
    for one in all_told:
        found = sorted((o.mention.id, rule) for o in all_told if o is not one and (rule := _apart_by(one, o, len(all_told))))
        made.append(replace(one.mention, distinct_from=tuple(i for i, _ in found), apart_by=tuple(r for _, r in found)))
    return tuple(sorted(made, key=lambda m: (m.passages[0].start, m.id)))


def _apart_by(a: Told, b: Told, deeds: int) -> str:
    """The rule by which a report sets two incidents apart; empty where it does not."""
    if rule := two_in_words(a, b):
        return rule
    if (a if a.start > b.start else b).known:
        return ""
    shown = signs(a, b, deeds)
    return strongest_against(shown) if chance(shown) < TWO else ""
