"""Risen tolls: counts whose words stand far from their number, and counts that rose to one of the dead and one of the hurt.

Invariant: a risen toll replaces what was counted before.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of


def find_risen(sentence: Span, quantities: tuple[QuantitySpan, ...], known: Sequence[Harm]) -> Iterator[Harm]:
    """Running tolls whose words stand far from their number: "the number of people killed in the strike on ... has risen to 59"."""
    for token in sentence:
        verb = token.head
        if token.lemma_.lower() not in _COUNTS or token.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_.lower() not in _RISING:
            continue
        if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
            continue  # "the death toll could reach 100"
        words = {t.lower_ for t in token.subtree}
        bare = token.lemma_.lower() in _COUNTS and not any(c.dep_ in ("prep", "compound") for c in token.children)
        again = bare and words & {"the", "that", "this"}
        own = {t.lower_ for t in sentence if t.i < token.left_edge.i} if again else set()
        words |= own if own & (_DEAD | _HURT) else _told_before(sentence) if again else set()
        outcome = "killed" if words & _DEAD or "toll" in words else "injured" if words & _HURT else None
        led = (c for p in verb.children if p.i > verb.i for c in (p, *(p.children if p.lower_ in ("up", "down", "as") else ())))
        to = [g for c in led if c.lower_ in _UP_TO for g in c.children if g.dep_ == "pobj"]
        behind = [c for c in verb.children if c.i > verb.i]
        reached = [c for c in behind if c.dep_ == "dobj" or (c.pos_ == "NUM" and any(w.lower_ in _UP_TO for w in c.lefts))]
        ends = [t.idx + len(t) for h in (*to, *reached) for t in (h, *h.lefts)]
        number = next((q for q in quantities if q.end in ends and q.quantity.rule != "toll.none"), None)
        if outcome is None or number is None or any(h.people.start < number.end and number.start < h.people.end for h in known):
            continue
        person = People(number.start, number.end, token.i, number.quantity, "people", counted=True)
        start = min(token.idx, number.start)
        short = number.end - start <= _SHORT
        yield Harm(outcome, person, token.i, start if short else number.start, number.end, number.quantity, total=True)


def _told_before(sentence: Span) -> set[str]:
    """The words of the sentence before, which say of whom "the number" counts: "... had been killed. Later the number rose to 50"."""
    return {t.lower_ for t in sentence.doc[sentence.start - 1].sent} if sentence.start else set()


_UP_TO = frozenset({"to", "at", "over", "above"})
_SHORT = 200
_COUNTS = frozenset({"figure", "number", "toll", "tally", "count", "total", "estimate"})
_RISING = frozenset(
    {
        "rise", "climb", "grow", "increase", "jump", "reach", "go", "stand", "mount", "surge", "soar", "be", "exceed", "swell", "double",
        "hit", "top", "pass",
    }
)  # fmt: skip
_DEAD = frozenset({"massacred", "murdered", "slaughtered", "executed", "killed", "dead", "deaths", "died", "fatalities", "death"})
_HURT = frozenset({"wounded", "injured", "injuries", "hurt"})


_TO = re.compile(r"\b(?:rose|risen|rises|climbed|grew|grown|increased|revised|updated|raised)\s+to\s+(?=\S)", re.IGNORECASE)
_KILLED = re.compile(r"\s+(?:people\s+)?(?:killed|dead|deaths|fatalities)\b", re.IGNORECASE)
_INJURED = re.compile(r"\s+(?:people\s+)?(?:injured|wounded|hurt)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|and|,\s*and|with)\s+")


def find_risen_pairs(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Both numbers of "but this rose to 26 killed and 33 injured" (rule `toll.running`)."""
    text = text_of(sentence.doc)
    for match in _TO.finditer(text, sentence.start_char, sentence.end_char):
        first = next((q for q in quantities if q.start == match.end()), None)
        ends = _KILLED.match(text, first.end) if first is not None else None
        if first is None or ends is None:
            continue
        yield _running(sentence, first, "killed", ends.end())
        joined = _AND.match(text, ends.end())
        second = next((q for q in quantities if joined is not None and q.start == joined.end()), None)
        if second is not None and (hurt := _INJURED.match(text, second.end)) is not None:
            yield _running(sentence, second, "injured", hurt.end())


def _running(sentence: Span, number: QuantitySpan, outcome: str, end: int) -> Harm:
    cue = next((t.i for t in sentence if t.idx >= number.end), sentence.start)
    people = People(number.start, number.end, cue, number.quantity, "people", counted=True)
    return Harm(outcome, people, cue, number.start, end, number.quantity, total=True)
