"""Deed days: how likely a date in a sentence that tells of a deed is the day of that deed, and not of an arrest, a hearing or a statement.

The evidence is what the date hangs on in the tree, how it is written and how far it lies from the report; each piece has a weight, learned
by `scripts/learn_deed_days.py` and kept with its provenance in `deed_days.json`. Invariant: the same sentence gives the same number.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from spacy.tokens import Span, Token

from thucydides.extracting.kinds.status import aftermath
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.grounding.times import Anchor, TimeExpression, resolve
from thucydides.nouns import DateRange
from thucydides.vocabulary import mapping

LIKELY = 0.5
"""A date that is less likely the deed's than this only says by when the deed was done."""
STATEMENT = frozenset({"verb is say"})
"""Evidence that a day is that of a statement, which comes soon after the deed."""
AFTERMATH = frozenset({"verb is arrest", "verb is after", "noun is arrest", "noun is after"})
"""Evidence that a day is that of an arrest, a trial, a funeral, which may be long after the deed."""
SUSPECT = AFTERMATH | STATEMENT | {"arrest told", "arrest only", "aftermath told"}
"""Only in a sentence that also tells of a statement or of an aftermath can a date be doubted, and never one that hangs on the word of the
deed itself: what was learned from one kind of report is not asked of others."""
_EXPLOSIVE = frozenset({"drone", "explosive", "bomb", "cavalry", "depth", "mine"})
"""What makes a charge no accusation."""
WHEN = "when"
_CLIMB = 14
_STEPS = (0, 1, 2, 6, 30)


@cache
def _mourning() -> frozenset[str]:
    return frozenset(mapping("status")["mourning"]["verbs"])


@cache
def _weights() -> Mapping[str, float]:
    read: dict[str, Any] = msgspec.json.decode(files("thucydides.extracting.tellings").joinpath("deed_days.json").read_bytes())
    return {name: float(weight) for name, weight in read["weights"].items()}


def likelihood(evidence: Collection[str]) -> float:
    """How likely the date is the deed's, between 0 and 1."""
    found = set(evidence)
    if not found & SUSPECT or ((WHEN in found or {"verb is deed", "deed reached 0"} <= found) and not AFTERMATH & found):
        return 1.0
    weights = _weights()
    return 1 / (1 + math.exp(-weights["always"] - sum(weights.get(piece, 0.0) for piece in evidence)))


def _gap(told: date, day: date) -> str:
    days = (told - day).days
    return "after" if days < 0 else next((str(step) for step in _STEPS if days <= step), "far")


def _when(clause: Token, families: Mapping[int, str]) -> bool:
    """Whether a clause tells what was done on the day before it: "on 26 November, when gunmen attacked a camp"."""
    opened = clause.dep_ in ("relcl", "advcl") and any(c.lower_ == "when" for c in clause.children)
    return opened and any(families.get(t.i, "arrest") != "arrest" for t in clause.subtree)


def _kind(token: Token, families: Mapping[int, str]) -> str:
    """What a word is to a date: the deed, an arrest, a statement, another aftermath, or nothing of these."""
    if token.i in families:
        return "arrest" if families[token.i] == "arrest" else "deed"
    return "say" if token.lemma_.lower() in REPORTING else "after" if _after(token) else "other"


def _after(token: Token) -> bool:
    """Whether a word is of what comes after a deed; a charge of explosives is not, nor the years of somebody's age."""
    lemma = token.lemma_.lower()
    if any(t.lower_ in ("old", "olds") for t in token.doc[token.i + 1 : token.i + 3]):
        return False
    explosive = lemma == "charge" and any(c.dep_ == "compound" and c.lower_ in _EXPLOSIVE for c in token.children)
    return (lemma in aftermath() or _buried(token) or _before_the_bench(token)) and not explosive


def _buried(token: Token) -> bool:
    """Whether a verb says that the dead were buried, and not that rubble or earth buried them."""
    under = any(c.lower_ in ("under", "beneath", "in", "alive") for c in token.children)
    return token.pos_ == "VERB" and token.lemma_.lower() in _mourning() and not under


def _before_the_bench(token: Token) -> bool:
    """Whether a word names the judges before whom somebody comes."""
    return token.lemma_.lower() in mapping("status")["bench"] and token.dep_ == "pobj" and token.head.lower_ == "before"


def _head_of(sentence: Span, start: int, end: int) -> Token | None:
    token = next((t for t in sentence if t.idx <= start < t.idx + len(t)), None)
    while token is not None and token.head != token and start <= token.head.idx < end:
        token = token.head
    return token


def weighed(
    sentence: Span, times: Sequence[TimeExpression], families: Mapping[int, str], published: DateRange | None, shift: int
) -> Iterator[tuple[TimeExpression, DateRange, tuple[str, ...]]]:
    """Each single day that a sentence names, with what it resolves to and the evidence on it; `shift` is where its paragraph starts.

    `families` holds the token index of each word of a deed with its family ("harm" for words of harm).
    """
    points = [t for t in times if not t.window and t.lean != "future"]
    told = published.latest if published is not None else None
    for order, time in enumerate(points):
        day = resolve(time, Anchor(document=published))
        if families and day is not None and day.precision == "day":
            evidence = _evidence(sentence, time, (time.start - shift, time.end - shift), families, day, told)
            yield time, day, (*evidence, f"date {min(order, 2)} of {min(len(points), 3)}")


def _told_first(sentence: Span, time: Token, verb: Token) -> bool:
    """Whether a time stands in what is said, before the verb of saying: "a crowd had gathered on Monday when a bomb fell, said a nurse"."""
    return time.i < verb.i and any(t.pos_ == "VERB" and t != verb for t in sentence.doc[sentence.start : time.i])


def _evidence(
    sentence: Span, time: TimeExpression, span: tuple[int, int], families: Mapping[int, str], day: DateRange, told: date | None
) -> Iterator[str]:
    token = _head_of(sentence, *span)
    if token is None:
        return
    yield f"stands {token.dep_}"
    if token.dep_ == "pobj":
        yield f"preposition {token.head.lower_}"
    verbs: list[Token] = []
    noun: Token | None = None
    climbed, reached = token, "none"
    for _ in range(_CLIMB):
        if climbed.i in families and reached == "none":
            reached = str(len(verbs))
        if climbed.pos_ in ("VERB", "AUX"):
            verbs.append(climbed)
        elif climbed != token and climbed.pos_ in ("NOUN", "PROPN") and noun is None and not verbs:
            noun = climbed
        if climbed.head == climbed:
            break
        climbed = climbed.head
    if any(_when(child, families) for child in (*token.children, *token.head.children, *token.head.head.children)):
        yield WHEN
    if verbs and _kind(verbs[0], families) == "say" and _told_first(sentence, token, verbs[0]):
        verbs.pop(0)
    kind = _kind(verbs[0], families) if verbs else "none"
    if verbs:
        verb = verbs[0]
        yield from (f"verb {verb.lemma_.lower()}", f"verb is {kind}", f"clause {verb.dep_}", f"{kind} in {verb.dep_}", f"form {verb.tag_}")
        between = any(verb.i < i < token.i for i, family in families.items() if family != "arrest")
        yield f"{kind} {'deed between' if between else min(abs(token.i - verb.i) // 2, 3)}"
        under = {t.i for t in verb.subtree}
        if not any(i in under and family != "arrest" for i, family in families.items()):
            yield "no deed under it"
    if len(verbs) > 1:
        above = _kind(verbs[1], families)
        yield from (f"above {verbs[1].lemma_.lower()}", f"above is {above}", f"{kind} under {above}")
    if noun is not None:
        yield from (f"noun {noun.lemma_.lower()}", f"noun is {_kind(noun, families)}")
    yield f"deed reached {reached}"
    yield f"written {day.rule}"
    if time.daypart:
        yield "part of day"
    if time.clock:
        yield "clock"
    if told is not None and day.latest is not None:
        gap = _gap(told, day.latest)
        yield from (f"days before {gap}", f"{kind} {gap} before")
    steps = min((abs(token.i - i), i > token.i) for i in families)
    yield f"{min(steps[0] // 3, 4)} {'before' if steps[1] else 'after'} the deed"
    if "arrest" in families.values():
        yield "arrest told" if set(families.values()) != {"arrest"} else "arrest only"
    if any(_after(t) for t in sentence):
        yield "aftermath told"
