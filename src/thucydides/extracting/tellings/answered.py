"""Answered deeds: what a sentence names as the cause of a reprisal is another deed, and gives the reprisal no toll, place or doer.

Invariant: what is answered and has a day is told as a deed of its own.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.told_harms import kept
from thucydides.grounding.times import TimeExpression

_NOUNS = frozenset({"revenge", "retaliation", "reprisal", "vengeance", "response", "retribution", "payback", "punishment", "answer"})
_VERBS = frozenset({"avenge", "retaliate", "revenge", "cite"})
_LINKS = frozenset({"for", "to", "against"})
_WAKE = frozenset({"wake", "aftermath"})
_PARTING = frozenset({",", ";", ":", "–", "—"})


def answered(sentence: Span, times: Sequence[TimeExpression], shift: int) -> set[int]:
    """The token indices of what a reprisal answers or a decision cites (rule `extract.answered`): "in revenge for an ambush in which rebels
    killed three", "suspended the truce, citing a blast that wounded a guard"."""
    found: set[int] = set()
    for inside in _stretches(sentence, times, shift):
        dated = (token_starting(sentence, t.start - shift) for t in times if not t.window)
        if not any(day is not None and day.i in inside for day in dated):
            found |= inside
    return found


def answered_apart(told: Matter) -> tuple[Matter, Matter] | None:
    """What a sentence tells without the deed that a reprisal answers, and that deed, where it has a day of its own
    (rule `extract.answered`): "in retaliation for an ambush on 12 October"."""
    for inside in _stretches(told.sentence, told.times, told.shift, _WAKE):
        inner = {n for n in told.nodes if n in inside}
        if not inner or inner == set(told.nodes):
            continue
        cause = _within(told, inside)
        if any(not t.window for t in cause.times) or went_before(told, inside):
            return _without(told, inside), cause
    return None


def only_answered(told: Matter) -> bool:
    """Whether all that a sentence tells is what a deed told elsewhere answers: "the attackers were herders avenging a killing"."""
    nodes = set(told.nodes)
    within = [inside for inside in _stretches(told.sentence, told.times, told.shift) if nodes <= inside]
    return bool(nodes) and bool(within) and not any(went_before(told, inside) for inside in within)


def went_before(told: Matter, inside: set[int]) -> bool:
    """Whether some words of a sentence tell of a deed that only went before what is known, and where it was: it is one of its own."""
    placed = any(p.role in ("at", "near") and _index(told, p.passage.start) in inside for p in told.places)
    return placed and any(c.i in inside for t in told.sentence for c in _gone_before(t))


def _within(told: Matter, inside: set[int]) -> Matter:
    """What a sentence tells in some of its words."""
    return replace(
        told,
        triggers=[t for t in told.triggers if t.head in inside],
        harms=kept(told.harms, [h for h in told.harms if h.cue in inside]),
        times=[t for t in told.times if _index(told, t.start) in inside],
        places=[p for p in told.places if _index(told, p.passage.start) in inside],
        cause=told.cause | {t.i for t in told.sentence if t.i not in inside},
    )


def _without(told: Matter, inside: set[int]) -> Matter:
    """What a sentence tells in all but some of its words."""
    return _within(told, {t.i for t in told.sentence if t.i not in inside})


def _index(told: Matter, offset: int) -> int:
    token = token_starting(told.sentence, offset - told.shift)
    return token.i if token is not None else -1


def _stretches(
    sentence: Span, times: Sequence[TimeExpression], shift: int, beside: frozenset[str] = frozenset()
) -> list[set[int]]:
    """The words of each thing that is answered or cited, or that one of the nouns `beside` is of ("in the wake of an ambush")."""
    causes = [c for t in sentence if t.lemma_.lower() in _NOUNS | _VERBS for c in _causes(t)]
    causes += [c for t in sentence for c in _gone_before(t)]
    of = [c for t in sentence if t.lower_ in beside for c in t.children if c.lower_ == "of"]
    causes += [c for link in of for c in link.children if c.dep_ == "pobj"]
    spans = ({t.i for t in cause.subtree} | _day_behind(sentence, cause, times, shift) for cause in causes)
    return [span | _told_of_it(sentence, span) for span in spans]


def _day_behind(sentence: Span, cause: Token, times: Sequence[TimeExpression], shift: int) -> set[int]:
    """A day right behind a cause with what hangs on it, which the tree may have hung on the verb above: "avenging a bombing in Hilla on
    Saturday in which 30 died", "for the murder of five men the night before"."""
    inside = {t.i for t in cause.subtree}
    for time in times:
        first = token_starting(sentence, time.start - shift)
        if first is None or first.i <= cause.i or time.window:
            continue
        between = sentence.doc[cause.i + 1 : first.i]
        if any(t.text in _PARTING or (t.pos_ == "VERB" and t.i not in inside) for t in between):
            continue
        head = first
        while head.head != head and time.start - shift <= head.head.idx < time.end - shift:
            head = head.head
        return {first.i, *(t.i for t in head.subtree)}
    return set()


def _told_of_it(sentence: Span, span: set[int]) -> set[int]:
    """What a clause right behind a cause tells of it, which the tree may have hung on the reprisal: "that killed 58"."""
    end = max(span) + 1
    link = sentence.doc[end] if end < sentence.end else None
    if link is None or link.lower_ not in ("that", "which") or link.dep_ not in ("nsubj", "nsubjpass") or link.head.i < end:
        return set()
    return {t.i for t in link.head.subtree if t.i >= end}


def _causes(token: Token) -> list[Token]:
    """The heads of what is answered: behind "for" or "to", or the object of "avenge"."""
    links = [c for c in token.children if c.dep_ in ("prep", "mark") and c.lower_ in _LINKS]
    following = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if not links and following is not None and following.lower_ in _LINKS and following.dep_ == "prep":
        links = [following]
    behind = [c for link in links for c in link.children if c.dep_ in ("pobj", "pcomp")]
    telling = token.lemma_.lower() in _VERBS and token.pos_ == "VERB"
    objects = [c for c in token.children if c.dep_ == "dobj"] if telling else []
    return [*behind, *objects]


def _gone_before(verb: Token) -> list[Token]:
    """The heads of what a deed spoken of as known is said to have come after: "the raid followed an ambush", "the attack comes
    after a bomb killed six"."""
    lemma = verb.lemma_.lower()
    known = any(c.dep_ == "nsubj" and any(d.lower_ in _KNOWN for d in c.lefts) for c in verb.children)
    if verb.pos_ != "VERB" or not known:
        return []
    if lemma == "follow":
        return [c for c in verb.children if c.dep_ == "dobj"]
    if lemma not in _COMING:
        return []
    after = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "after" and not _counted(c)]
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ == "after" and not _counted(m) for m in c.lefts)]
    return [*(o for link in after for o in link.children if o.dep_ in ("pobj", "pcomp")), *clauses]


def _counted(after: Token) -> bool:
    """Whether days are counted that lie between: "came a day after gunmen shot a judge" dates what went before."""
    return after.i > after.sent.start and after.nbor(-1).lemma_.lower() in _UNITS


_UNITS = frozenset({"hour", "day", "week", "fortnight", "month", "year"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_COMING = frozenset({"come", "occur", "happen"})
