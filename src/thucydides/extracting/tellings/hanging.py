"""Hanging: which deed of a sentence a word or a day hangs under in the tree.

Invariant: a day is given to one deed, the nearest above it, else the nearest beside it.
"""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.kinds.status import aftermath
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Calendar, Years

BEGINNING = frozenset({"begin", "start", "erupt", "break", "ignite", "flare", "commence"})
"""Verbs that say in a clause aside when something longer began."""
HAPPENING = frozenset({"occur", "happen", "unfold"})
"""Verbs whose day is that of their subject: "the church where two explosions occurred on 27 January"."""
ASIDE = ("relcl", "acl", "advcl")


def governor(token: Token, nodes: dict[int, int]) -> int | None:
    """The node (token index -> group) that a token hangs under in the tree, the nearest first."""
    climbed = token
    for _ in range(12):
        if climbed.i in nodes:
            return nodes[climbed.i]
        if climbed.head == climbed:
            return None
        climbed = climbed.head
    return None


def token_starting(sentence: Span, offset: int) -> Token | None:
    """The word of a sentence that holds a character."""
    before = bisect_right(range(len(sentence)), offset, key=lambda n: sentence[n].idx)
    token = sentence[before - 1] if before else None
    return token if token is not None and offset < token.idx + len(token) else None


def deed_of(sentence: Span, point: TimeExpression, nodes: dict[int, int], shift: int) -> tuple[int | None, int]:
    """(the deed that a date hangs on or None, how far it hangs elsewhere): "who turned two on Sunday, died Tuesday".

    0: on nothing else; 1: on a verb in a clause of its own, or of what came after; 2: on the beginning of something longer ("where protests
    began last month") or on what a speaker did ("said one who fled on Wednesday"), so that it is no date of the deed.
    """
    climbed = token_starting(sentence, point.start - shift)
    while climbed is not None:
        if climbed.i in nodes:
            return nodes[climbed.i], 0
        if climbed.lemma_.lower() in HAPPENING and (
            subject := [c.i for c in climbed.children if c.dep_ == "nsubj" and c.i in nodes]
        ):
            return nodes[subject[0]], 0
        if climbed.lemma_.lower() in HAPPENING and climbed.dep_ in ("acl", "relcl") and climbed.head.i in nodes:
            return nodes[climbed.head.i], 0  # "the strikes on the town, occurring late on Tuesday", "the raids that happened last night"
        if (means := _by_doing(climbed, nodes)) is not None:
            return means, 0
        if climbed.lemma_.lower() in _FOLLOWED and any(c.dep_ == "agent" for c in climbed.children):
            return None, 2
        if climbed.lemma_.lower() in BEGINNING and climbed.dep_ in ASIDE:
            return None, 1 if _when_it_began(climbed, nodes) else 2
        if climbed.dep_ == "relcl" and climbed.head.dep_ == "nsubj" and climbed.head.head.lemma_.lower() in REPORTING:
            return None, 2
        if climbed.pos_ in ("VERB", "AUX") and (climbed.dep_ in ASIDE or climbed.lemma_.lower() in aftermath()):
            return None, 1
        if climbed.head == climbed:
            return None, 0
        climbed = climbed.head
    return None, 0


_FOLLOWED = frozenset({"follow", "precede", "answer", "avenge", "match"})


def _by_doing(verb: Token, nodes: dict[int, int]) -> int | None:
    """The deed by which something was done on a day ("broke the truce on Sunday by shelling Gao"), or by which another was followed then
    ("killed 12 people and was followed by a strike on Novi Sad on Tuesday")."""
    wanted = ("pcomp", "pobj") if verb.lemma_.lower() in _FOLLOWED else ("pcomp",)
    means = [c for p in verb.children if p.dep_ in ("prep", "agent") and p.lower_ == "by" for c in p.children if c.dep_ in wanted]
    return next((nodes[m.i] for m in means if verb.pos_ == "VERB" and m.i in nodes), None)


def _when_it_began(verb: Token, nodes: dict[int, int]) -> bool:
    """Whether a clause says when the deed itself began: "were killed when a gunfight broke out on Friday"."""
    opened = verb.dep_ == "advcl" and any(c.lower_ in ("when", "after", "as") for c in verb.children)
    return opened and any(c.i in nodes or c.pos_ == "NOUN" for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))


def nearest_date(
    sentence: Span, nodes: list[int], points: list[TimeExpression], shift: int, loose: bool = True
) -> TimeExpression | None:
    """The date that hangs on a deed; else the first that hangs least elsewhere (a date of its own, or that of a statement).

    Where a sentence only speaks of a deed in passing (`loose` False) a date that another verb has is not the deed's: "Smith, who deplored
    the violence, will come on Tuesday".
    """
    index = {n: n for n in nodes}
    free: list[tuple[int, int, TimeExpression]] = []
    around: list[TimeExpression] = []  # they reach the deed over another verb, whose own they may be
    for order, point in enumerate(points):
        deed, elsewhere = deed_of(sentence, point, index, shift)
        if deed is not None and _straight(sentence, point, index, shift):
            return point
        if deed is not None:
            around.append(point)
            continue
        if _before_but(sentence, point, nodes, shift):
            continue
        if isinstance(point.form, Years) and elsewhere and not _of_one_verb(sentence, nodes, point, shift):
            continue  # "accused them of killing his father, although he made peace in 2009"
        if elsewhere < 2 if loose else (elsewhere < 1 and _of_one_verb(sentence, nodes, point, shift)):
            free.append((elsewhere, order, point))
    if around:
        return around[0]
    eve = next((p for _, _, p in free if _is_eve(p) and any(sentence.doc[n].idx < p.start - shift for n in nodes)), None)
    if eve is not None and all(sentence.doc[n].idx > min(p.start for p in points) - shift for n in nodes):
        return eve  # "fear gripped Jos on Monday as police looked into the blast that ripped through a market the day before"
    return min(free, key=lambda f: f[:2])[2] if free else None


def _is_eve(time: TimeExpression) -> bool:
    """Whether a time is the day before one told: "the day before", "the previous night"."""
    return isinstance(time.form, Calendar) and time.form.base == "incident" and time.form.offset == -1


def _straight(sentence: Span, point: TimeExpression, nodes: dict[int, int], shift: int) -> bool:
    """Whether no other verb stands between a date and the deed that it hangs on: "the body was shown on Monday; he was shot the day
    before"."""
    climbed = token_starting(sentence, point.start - shift)
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        if climbed.pos_ == "VERB":
            return False
        climbed = climbed.head
    return True


def _before_but(sentence: Span, point: TimeExpression, nodes: Sequence[int], shift: int) -> bool:
    """Whether a date stands with a verb of its own before "but", and every deed behind it: "signed a truce on Monday, but shells fell";
    one that heads an entry ("13 May: A truce holds, but ...") is of all that the entry tells."""
    behind = text_of(sentence.doc)[point.end - shift : point.end - shift + 1]
    if point.start - shift <= sentence.start_char + 1 and behind == ":":
        return False
    token = token_starting(sentence, point.start - shift)
    verb = _verb_over(token) if token is not None else None
    but = next((t.i for t in sentence if t.lower_ == "but" and t.dep_ == "cc" and verb is not None and t.head.i == verb), None)
    return token is not None and but is not None and token.i < but and all(n > but for n in nodes)


def _of_one_verb(sentence: Span, nodes: Sequence[int], point: TimeExpression, shift: int) -> bool:
    """Whether a date and one of the deeds hang on the same verb, the deed at most in a clause that says when or of what ("a game turned
    violent on Sunday when shots were fired", "received word on Sunday of somebody firing")."""
    token = token_starting(sentence, point.start - shift)
    verb = _verb_over(token) if token is not None else None
    return verb is None or any(_verb_over(sentence.doc[n]) in (None, verb) or _within(sentence.doc[n], verb) for n in nodes)


def _within(token: Token, verb: int) -> bool:
    """Whether a word stands under a verb without a clause about somebody between them ("who deplored the violence")."""
    climbed = token
    while climbed.head != climbed:
        beside = climbed.dep_ in ("conj", "parataxis") and climbed.head.i == verb
        about = climbed.dep_ in ("relcl", "ccomp") and not any(c.lower_ == "when" for c in climbed.children)
        if beside or about:
            return False
        climbed = climbed.head
        if climbed.i == verb:
            return True
    return False


def _verb_over(token: Token) -> int | None:
    """The verb that a word hangs on, or is; None where there is none."""
    climbed = token
    while climbed.pos_ not in ("VERB", "AUX"):
        if climbed.head == climbed:
            return None
        climbed = climbed.head
    return climbed.i
