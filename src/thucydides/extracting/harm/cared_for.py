"""Cared for: the wounded told of as moved or treated, who are nobody hurt anew ("150 wounded Yemenis would be treated in Germany", "some
55 wounded were treated in the hospital this week", "it evacuated nobody, nor two injured reporters").

Rule `toll.cared-for`. Invariant: who is told of as hurt by what the sentence tells stays; only words that call people wounded already make
them so.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_WOUNDED = re.compile(r"(?:the\s+|their\s+|its\s+)?(?:\w+ly\s+)?(?:wounded|injured)\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:this|last)\s+(?:week|month|year)\b|\bso\s+far\b|\beach\s+(?:day|week)\b|\b(?:a|per)\s+(?:day|week)\b"
    r"|\b(?:in|over|during)\s+the\s+(?:past|last)\s+(?:[\w-]+\s+)?(?:weeks?|months?)\b",
    re.IGNORECASE,
)
"""A time over which a place of care takes people in."""
_AHEAD = frozenset({"will", "would", "can", "could", "should", "may", "might", "to"})
_NOT = re.compile(r"(?:not|nor)\b", re.IGNORECASE)


def without_cared_for(sentence: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """The harms without the wounded who are only told of as cared for: another day, over days, or not at all."""
    text = text_of(sentence.doc)
    for harm in harms:
        known = harm.outcome == "injured" and harm.people.counted and _WOUNDED.match(harm.people.group) is not None
        if known and (_is_moved_later(sentence, harm) or _NOT.match(text, harm.people.start)):
            continue
        if known and _moves(sentence, harm) and _OVER.search(text, harm.people.end, sentence.end_char):
            continue
        yield harm


def _moves(sentence: Span, harm: Harm) -> bool:
    """Whether a verb of the sentence tells of care or of moving people."""
    return any(t.pos_ == "VERB" and t.lemma_.lower() in _care() for t in sentence)


def _is_moved_later(sentence: Span, harm: Harm) -> bool:
    """Whether the verb of care lies ahead: "would be treated", "to be flown out"."""
    verbs = [t for t in sentence if t.pos_ == "VERB" and t.lemma_.lower() in _care() and t.i > harm.people.head]
    return any(c.dep_ == "aux" and c.lower_ in _AHEAD for t in verbs[:1] for c in t.children)


def _care() -> frozenset[str]:
    words = mapping("outcomes")
    return frozenset([*words["caring"], *words["carrying"]["verbs"], "receive"])
