"""History: what a sentence says in passing of the past of somebody or some place, which is none of the deeds it tells.

Rule `extract.history`. Invariant: what a clause gives a day or a month of its own stays a deed; a sentence about the past alone is left as
it stands, unless it says that it is of long ago ("had once survived a bombing").
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import ASIDE, token_starting
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Bound, Years
from thucydides.vocabulary import mapping


def history(sentence: Span, nodes: Collection[int], times: Sequence[TimeExpression], shift: int) -> set[int]:
    """The tokens of clauses about the past of what the sentence names beside the deed it tells: "in a city that has seen bombings", "the
    governor, who lost a leg to a mine in 1999, was shot"."""
    words = frozenset(mapping("telling")["history"]["once"])
    years, days = set[int](), set[int]()
    for e in times:
        if (token := token_starting(sentence, e.start - shift)) is not None:
            (years if _of_years(e) else days).add(token.i)
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
        past = _has_seen(verb) or (inside & years and (_of_somebody(verb) or (verb.dep_ == "relcl" and _perfect(verb))))
        if (once and not _begins(verb)) or (rest and past):
            found |= inside
    return found


def _begins(verb: Token) -> bool:
    """Whether "once" only says from when on something else was done: "once the soldiers had fired"."""
    return any(c.lower_ == "once" and (c.dep_ == "mark" or c.i == verb.left_edge.i) for c in verb.children)


def _of_years(time: TimeExpression) -> bool:
    """Whether a time is one of years, or of what has gone on since one: "in 1999", "since 1992"."""
    return isinstance(time.form, Years) or (isinstance(time.form, Bound) and time.form.side != "by" and isinstance(time.form.of, Years))


def _perfect(verb: Token) -> bool:
    return any(c.lower_ in ("has", "have", "had") for c in verb.children if c.dep_ == "aux")


def _has_seen(verb: Token) -> bool:
    """Whether a clause says what a place or somebody has gone through: "which has suffered many attacks"."""
    return _perfect(verb) and verb.lemma_.lower() in mapping("telling")["history"]["seen"]


def _of_somebody(verb: Token) -> bool:
    return verb.dep_ == "relcl" and any(c.lower_ in ("who", "whose", "whom") for c in verb.subtree)
