"""History: what a sentence says in passing of the past of somebody or some place, which is none of the deeds it tells.

Rule `extract.history`. Invariant: what a clause gives a day or a month of its own stays a deed; a sentence about the past alone is left as
it stands, unless it says that it is of long ago ("had once survived a bombing").
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import ASIDE, token_starting
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Years
from thucydides.vocabulary import mapping


def history(sentence: Span, nodes: Collection[int], times: Sequence[TimeExpression], shift: int) -> set[int]:
    """The tokens of clauses about the past of what the sentence names beside the deed it tells: "in a city that has seen bombings", "the
    governor, who lost a leg to a mine in 1999, was shot"."""
    words = frozenset(mapping("telling")["history"]["once"])
    years = {t.i for e in times if isinstance(e.form, Years) and (t := token_starting(sentence, e.start - shift)) is not None}
    days = {t.i for e in times if not isinstance(e.form, Years) and (t := token_starting(sentence, e.start - shift)) is not None}
    found: set[int] = set()
    for verb in sentence:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        once = any(c.lower_ in words for c in verb.children if c.dep_ == "advmod")
        if not once and verb.dep_ not in ASIDE:
            continue
        inside = {t.i for t in verb.subtree}
        if inside & days or not inside & set(nodes):
            continue
        rest = set(nodes) - inside
        if (once and not _begins(verb)) or (rest and (_has_seen(verb) or (_of_somebody(verb) and inside & years))):
            found |= inside
    return found


def _begins(verb: Token) -> bool:
    """Whether "once" only says from when on something else was done: "once the soldiers had fired"."""
    return any(c.lower_ == "once" and (c.dep_ == "mark" or c.i == verb.left_edge.i) for c in verb.children)


def _has_seen(verb: Token) -> bool:
    """Whether a clause says what a place or somebody has gone through: "which has suffered many attacks"."""
    perfect = any(c.lower_ in ("has", "have", "had") for c in verb.children if c.dep_ == "aux")
    return perfect and verb.lemma_.lower() in mapping("telling")["history"]["seen"]


def _of_somebody(verb: Token) -> bool:
    return verb.dep_ == "relcl" and any(c.lower_ in ("who", "whose", "whom") for c in verb.subtree)
