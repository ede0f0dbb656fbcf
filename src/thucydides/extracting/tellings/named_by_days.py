"""Named by days: deeds that a sentence names side by side, each with a day of its own behind it (rule `extract.named-by-days`).

"The attack followed the bombing of a concert in Ayr two weeks ago and a car attack in Leith in March", "after raids on Gao in May that
killed 30 and a blast in Kidal on 3 June". Invariant: nothing but a comma or "and" stands before the second of them, and what is told of
neither leaves the sentence as it was.
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.opened import Part
from thucydides.grounding.times import TimeExpression

_LINKS = frozenset({"and", ",", "as"})
_LIGHT = frozenset({"death", "killing", "casualty", "toll", "wave", "series", "string", "victim", "people"})
"""Nouns that only count harm or deeds."""


def named_by_days(sentence: Span, nodes: Collection[int], times: Sequence[TimeExpression], shift: int) -> list[Part]:
    """The parts of a sentence that name a deed with its day each; empty where it does not tell two so."""
    days = [t for t in times if not t.window and t.lean != "future"]
    nouns = [sentence.doc[n] for n in sorted(nodes) if sentence.doc[n].pos_ == "NOUN" and sentence.doc[n].lemma_.lower() not in _LIGHT]
    if len(days) < 2 or len(nouns) < 2:
        return []
    found: list[Part] = []
    for noun in nouns:
        first, end = _opening(noun), next((_opening(n).i for n in nouns if n.i > noun.i), sentence.end)
        own = [t for t in days if (at := token_starting(sentence, t.start - shift)) is not None and noun.i < at.i < end]
        if found and (len(own) != 1 or first.nbor(-1).lower_ not in _LINKS):
            return []
        if own and not (len(own) == 1 and first.i > sentence.start):
            return []
        if own:
            found.append(Part(first.i, end, own[0], None))
    within = {n for n in nodes if found and n >= found[0].first}
    told = all(any(p.first <= n < p.end and _of(sentence.doc[n], p, nouns) for p in found) for n in within)
    return found if len(found) > 1 and told else []


def _opening(noun: Token) -> Token:
    """The first word of the phrase of a noun, behind any link: what stands before that is of something else, whatever the tree says."""
    first = next(iter(noun.lefts), noun)
    link = next((t for t in reversed(noun.doc[first.i : noun.i]) if t.lower_ in _LINKS), None)
    return link.nbor(1) if link is not None else first


def _of(node: Token, part: Part, nouns: Sequence[Token]) -> bool:
    """Whether a word of force is the deed that a part names, or tells of it in a clause that hangs on it."""
    if node.pos_ == "NOUN":
        return True
    return any(c.dep_ in ("relcl", "acl") for c in (node, *node.ancestors) if part.first <= c.i < part.end)
