"""Deeds: which of a sentence's words tell of one deed and which of another, and which date each hangs on.

Invariant: words are one deed unless different dates hang under them in the tree, or counts of people stand each before a place of its own.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.status import aftermath
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.tellings.participants import REPORTING
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Years

BEGINNING = frozenset({"begin", "start", "erupt", "break", "ignite", "flare", "commence"})
"""Verbs that say in a clause aside when something longer began."""
HAPPENING = frozenset({"occur", "happen", "unfold"})
"""Verbs whose day is that of their subject: "the church where two explosions occurred on 27 January"."""
ASIDE = ("relcl", "acl", "advcl")
_SINCE = re.compile(r"\bsince\b[^.,;]*$")


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
    return next((t for t in sentence if t.idx <= offset < t.idx + len(t)), None)


def deeds_by_date(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int, loose: bool = True
) -> list[tuple[set[int], TimeExpression | None]]:
    """Nodes of a sentence sorted into deeds: one, unless different dates hang under different nodes."""
    text = sentence.doc.text
    earlier = _since_deed(sentence, nodes, times, shift)
    if earlier is not None:
        inner, day = earlier
        outer = [n for n in nodes if n not in inner]
        others = [t for t in times if t is not day]
        return [*(deeds_by_date(sentence, outer, others, shift, loose) if outer else []), (inner, day)]
    points = [
        t
        for t in times
        if not t.window and t.lean != "future" and not _counts_from(text, t, shift) and not _dates_a_noun(sentence, t, shift)
    ]
    parted = _by_semicolon(sentence, nodes, points, shift)
    if parted:
        return [(set(own), nearest_date(sentence, own, days, shift, loose)) for own, days in parted]
    if len(points) < 2 or len(nodes) < 2:
        return [(set(nodes), nearest_date(sentence, nodes, points, shift, loose))]
    index = {n: n for n in nodes}
    owners: dict[int, TimeExpression] = {}
    for time in points:
        owner, _ = deed_of(sentence, time, index, shift)
        if owner is not None and owner not in owners:
            owners[owner] = time
    if len(owners) < 2:
        return [(set(nodes), next(iter(owners.values()), None) or nearest_date(sentence, nodes, points, shift, loose))]
    result: dict[int, set[int]] = {owner: {owner} for owner in owners}
    doc = sentence.doc
    for node in nodes:
        if node in owners:
            continue
        up = governor(doc[node].head, {o: o for o in owners}) if doc[node].head.i != node else None
        if up is None:
            up = min(owners, key=lambda o: (abs(o - node), o))
        result[up].add(node)
    return [(result[o], owners[o]) for o in sorted(owners)]


def _by_semicolon(
    sentence: Span, nodes: list[int], points: list[TimeExpression], shift: int
) -> list[tuple[list[int], list[TimeExpression]]]:
    """The deeds of clauses that semicolons part where each has a day of its own, a clause without one going with that before it."""
    ends = [t.i for t in sentence if t.text == ";"]
    if not ends:
        return []
    found: list[tuple[list[int], list[TimeExpression]]] = []
    for first, last in zip([sentence.start, *ends], [*ends, sentence.end], strict=True):
        own = [n for n in nodes if first <= n < last]
        starts = ((t, token_starting(sentence, t.start - shift)) for t in points)
        days = [t for t, token in starts if token is not None and first <= token.i < last and not _of_saying(token, own)]
        if found and not (own and days):
            found[-1] = ([*found[-1][0], *own], [*found[-1][1], *days])
        elif own or days:
            found.append((own, days))
    return found if len(found) > 1 and all(own for own, _ in found) else []


def _of_saying(token: Token, nodes: list[int]) -> bool:
    """Whether a day hangs on a verb of saying before any deed: "; the army admitted in April that five were killed"."""
    climbed = token
    while climbed.head != climbed and climbed.i not in nodes:
        climbed = climbed.head
        if climbed.lemma_.lower() in REPORTING and climbed.i not in nodes:
            return True
    return False


def _since_deed(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int
) -> tuple[set[int], TimeExpression] | None:
    """The deed of a clause behind "since" with the day that it names: "the deadliest since twin bombs killed 121 in October 2022"."""
    if (named := _since_noun(sentence, nodes, times, shift)) is not None:
        return named
    for time in times:
        climbed = token_starting(sentence, time.start - shift)
        while climbed is not None and climbed.head != climbed:
            if climbed.dep_ == "pobj" and climbed.head.lower_ == "since":
                told = [c for c in climbed.children if c.dep_ == "relcl" and any(g.lower_ == "when" for g in c.children)]
                inner = {n for c in told for n in nodes if sentence.doc[n] in c.subtree}
                if inner and inner != set(nodes):
                    return inner, time  # "the deadliest since 28 April, when men attacked a post"
            if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in climbed.children):
                inner = {n for n in nodes if sentence.doc[n] in climbed.subtree}
                return (inner, time) if inner and inner != set(nodes) else None
            climbed = climbed.head
    return None


def _since_noun(
    sentence: Span, nodes: list[int], times: list[TimeExpression], shift: int
) -> tuple[set[int], TimeExpression] | None:
    """The same where the deed is named and a clause tells its harm: "the deadliest since the ambush of 3 April in which 22 died"."""
    for noun in (g for t in sentence if t.lower_ == "since" for g in t.children if g.dep_ == "pobj"):
        behind = sentence.root.i < noun.head.i  # "... since the ambush in which 22 died and 30 were wounded": all that follows is of that
        inner = {n for n in nodes if sentence.doc[n] in noun.subtree or (behind and n > noun.head.i)}
        days = [t for t in times if (token := token_starting(sentence, t.start - shift)) is not None and token in noun.subtree]
        told = any(c.dep_ == "relcl" for t in noun.subtree for c in t.children)
        if told and days and inner:
            return inner, days[0]
    return None


def headlines(sentence: Span, nodes: list[int], harms: Sequence[Harm]) -> list[set[int]]:
    """The deeds that the parts of a title tell between semicolons, where each counts harm of its own: "12 police killed as drone downs
    helicopter; truck bomb kills six in Cali"; nothing where it tells of one."""
    ends = [t.i for t in sentence if t.text == ";"]
    counted = {h.cue for h in harms if h.people.counted and h.part_of is None and h.outcome == "killed"}
    parts = [{n for n in nodes if a <= n < b} for a, b in zip([sentence.start, *ends], [*ends, sentence.end], strict=True)]
    return parts if len(parts) > 1 and all(part & counted for part in parts) else []


def in_passing(triggers: Sequence[Trigger], harms: Sequence[Harm]) -> bool:
    """Whether a sentence only speaks of force in general ("the crackdown", "the fighting"), and counts nobody."""
    return not harms and all(t.weak and t.family in _GENERAL for t in triggers)


_GENERAL = frozenset({"attack", "clash", "crackdown", "protest", "riot"})


def _dates_a_noun(sentence: Span, time: TimeExpression, shift: int) -> bool:
    """Whether a time stands right behind a word for a peace, a vote or a war, which it dates: "despite a truce a year ago"."""
    token = token_starting(sentence, time.start - shift)
    if token is None or token.i == sentence.start:
        return False
    before = token.nbor(-1)
    if before.lower_ in ("in", "of", "from") and before.i > sentence.start:
        before = before.nbor(-1)
    return before.lemma_.lower() in _DATED and before.pos_ in ("NOUN", "PROPN")


_DATED = frozenset(
    {
        *("truce", "ceasefire", "cease-fire", "armistice", "peace", "deal", "accord", "agreement", "pact", "treaty", "election", "vote"),
        *("referendum", "coup", "putsch", "invasion", "revolution", "uprising", "independence", "withdrawal", "summit", "talk", "war"),
    }
)
"""What happens once and is often named with its day to say how things stand."""


def _counts_from(text: str, time: TimeExpression, shift: int) -> bool:
    """Whether a day only says since when: "since the coup of 1 February", but not "since 28 May, when a soldier was killed"."""
    start, end = time.start - shift, time.end - shift
    before = text[max(0, start - 80) : start]
    if re.search(r"(?<!followed)(?<!preceded)\s\bby\s+$", before, re.IGNORECASE):
        return True  # "by 13 April more than 300 were dead" says until when
    return _SINCE.search(before) is not None and not re.match(r",?\s+when\b", text[end : end + 8])


def deed_of(sentence: Span, point: TimeExpression, nodes: dict[int, int], shift: int) -> tuple[int | None, int]:
    """(the deed that a date hangs on or None, how far it hangs elsewhere): "who turned two on Sunday, died Tuesday".

    0: on nothing else; 1: on a verb in a clause of its own, or of what came after; 2: on the beginning of something longer ("where protests
    began last month") or on what a speaker did ("said one who fled on Wednesday"), so that it is no date of the deed.
    """
    climbed = token_starting(sentence, point.start - shift)
    while climbed is not None:
        if climbed.i in nodes:
            return nodes[climbed.i], 0
        if climbed.lemma_.lower() in HAPPENING and (subject := [c.i for c in climbed.children if c.dep_ == "nsubj" and c.i in nodes]):
            return nodes[subject[0]], 0
        if climbed.lemma_.lower() in HAPPENING and climbed.dep_ == "acl" and climbed.head.i in nodes:
            return nodes[climbed.head.i], 0  # "the strikes on the town, occurring late on Tuesday"
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
    for order, point in enumerate(points):
        deed, elsewhere = deed_of(sentence, point, index, shift)
        if deed is not None:
            return point
        if _before_but(sentence, point, nodes, shift):
            continue
        if isinstance(point.form, Years) and elsewhere and not _of_one_verb(sentence, nodes, point, shift):
            continue  # "accused them of killing his father, although he made peace in 2009"
        if elsewhere < 2 if loose else (elsewhere < 1 and _of_one_verb(sentence, nodes, point, shift)):
            free.append((elsewhere, order, point))
    return min(free, key=lambda f: f[:2])[2] if free else None


def _before_but(sentence: Span, point: TimeExpression, nodes: Sequence[int], shift: int) -> bool:
    """Whether a date stands with a verb of its own before "but", and every deed behind it: "signed a truce on Monday, but shells fell";
    one that heads an entry ("13 May: A truce holds, but ...") is of all that the entry tells."""
    behind = sentence.doc.text[point.end - shift : point.end - shift + 1]
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
