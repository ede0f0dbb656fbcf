"""Doubting: the mentions of a report without those that hardly tell of a deed (rule `extract.doubt`).

"Landed painful political blows", "the campaign has saved lives", "NATO is to take control of the operation on Thursday": words of force,
sometimes with a day and a place, and nothing that anybody could look up.

Invariants: what is left is as it was; every mention is judged beside all of its report; who tells at length of somebody harmed tells of
a deed, be it of one person, without a day, in the words of those who were there.
"""

from collections.abc import Sequence

from thucydides.extracting.chances import chance
from thucydides.extracting.doubt.signs import home_of, signs
from thucydides.extracting.drafting.draft import Draft
from thucydides.nouns import Document, Mention

NO_DEED = 0.2
"""How unlikely a mention must tell of a deed to be left out."""


def without_doubtful(document: Document, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> tuple[list[Draft], list[Mention]]:
    """The drafts and mentions of a document, one each, that tell of deeds."""
    home = home_of(mentions)
    sure = [_tells(signs(document, d, m, home)) for d, m in zip(drafts, mentions, strict=True)]
    return [d for d, s in zip(drafts, sure, strict=True) if s], [m for m, s in zip(mentions, sure, strict=True) if s]


def _tells(shown: frozenset[str]) -> bool:
    at_length = "long" in shown and "nobody-harmed" not in shown
    return at_length or chance("doubt", shown) >= NO_DEED
