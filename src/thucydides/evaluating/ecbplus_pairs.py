"""Pairs of event words for the suite `ecbplus`: what two words of two reports are held against each other by.

ECB+ gives event words with their reports, not incidents; what linking compares of an incident (day, place, toll, parties) is not coded
there. So each word is taken as a telling: its lemma, the words and names of its sentence, the words near it, and its whole report. What
is met weighs in bits that add up, as everywhere in linking, with weights of its own (`ecbplus_weights.json`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from thucydides.linking.folding import fold

Vector = Mapping[str, float]
Met = tuple[str, ...]
LEAST_ALIKE = 0.06
"""Reports that share less are not of one subject; their words are not compared."""
_WORD = re.compile(r"[^\W_][\w'-]*")
_ENDS = (".", "!", "?")
_COMMON = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "by", "with", "from", "as", "is", "was", "were", "be", "been",
    "has", "have", "had", "it", "its", "that", "this", "he", "she", "his", "her", "they", "their", "will", "would", "who", "which", "after",
    "not", "but", "are", "s", "said", "say", "says",
})  # fmt: skip
_SUFFIXES = ("ization", "isation", "ation", "ition", "ement", "ment", "ting", "ning", "ing", "ers", "er", "or", "ed", "ies", "ion",
             "al", "es", "s", "e")  # fmt: skip
_BEFORE, _AFTER = 6, 8
_REPORTS = ((0.4, "most"), (0.3, "much"), (0.2, "part"), (0.15, "some"), (0.1, "little"), (0.0, "hardly"))
_WORDS = ((0.6, "most"), (0.35, "much"), (0.2, "part"), (0.1, "some"), (0.02, "little"), (0.0, "nothing"))
_SHARES = ((0.1, "many"), (0.05, "several"), (0.02, "few"), (0.0, "rare"))


class EventWord(Struct, frozen=True):
    """One event word as a telling: who coded it as what (`chain`), its report and subtopic, and all that is compared."""

    id: str
    chain: str
    report: str
    topic: str
    lemma: str
    stem: str
    span: frozenset[str]
    sort: str
    sentence: Vector
    near: Vector
    names: frozenset[str]
    numbers: frozenset[str]
    opening: bool
    share: float


class Told(Struct, frozen=True):
    """The event words of a corpus and how alike the reports of each pair of reports are, where they are at all."""

    words: Sequence[EventWord]
    alike: Mapping[tuple[str, str], float]


def read_words(coded: Sequence[Mapping[str, Any]]) -> Told:
    """The event words of ECB+ as its JSON has them, sorted by id."""
    texts = {m["doc_id"]: m["mention_context"] for m in coded}
    counts = {d: Counter(_content(text)) for d, text in texts.items()}
    rarity = _Rarity(counts.values())
    vectors = {d: rarity.vector(c) for d, c in counts.items()}
    held = Counter(lemma for lemma, _ in {(fold(m["mention_head_lemma"]), m["doc_id"]) for m in coded})
    words = [_word(m, texts[m["doc_id"]], rarity, held[fold(m["mention_head_lemma"])] / len(texts)) for m in coded]
    names = sorted(vectors)
    alike = {(a, b): s for n, a in enumerate(names) for b in names[n + 1 :] if (s := _dot(vectors[a], vectors[b])) >= LEAST_ALIKE}
    return Told(sorted(words, key=lambda w: w.id), {**alike, **{(d, d): 1.0 for d in names}})


def pairs(told: Told) -> Iterator[tuple[int, int, tuple[Met, ...]]]:
    """Every pair of positions in reports of one subject, left < right, with what they meet."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, word in enumerate(told.words):
        by_report[word.report].append(n)
    for (a, b), alike in sorted(told.alike.items()):
        for i in by_report[a]:
            for j in by_report[b]:
                if a != b or i < j:
                    yield min(i, j), max(i, j), met(told.words[i], told.words[j], alike)


def met(p: EventWord, q: EventWord, alike: float) -> tuple[Met, ...]:
    """What two words meet, each as a tuple of words."""
    how = _relation(p, q)
    kin = "kin" if how in ("same", "stem") else how
    sentence = _step(_dot(p.sentence, q.sentence), _WORDS)
    found: list[Met] = [
        ("lemma", how, "one report" if p.report == q.report else _step(alike, _REPORTS)),
        ("sentence", sentence, kin),
        ("near", _step(_dot(p.near, q.near), _WORDS), kin),
        ("names", str(min(len(p.names & q.names), 3)) if p.names and q.names else "unsaid", kin),
        ("numbers", str(bool(p.numbers & q.numbers)) if p.numbers and q.numbers else "unsaid"),
        ("sort", str(p.sort == q.sort), kin),
        ("opening", str(p.opening and q.opening), kin),
    ]
    if kin == "kin":
        found.append(("held by", _step(max(p.share, q.share), _SHARES)))
        if p.lemma == q.lemma and max(p.share, q.share) >= _SHARES[0][0]:
            found.append(("common", str(p.report == q.report), sentence))
    if how == "other":
        found.append(("words", *sorted((p.stem, q.stem))))
    return tuple(found)


def _relation(p: EventWord, q: EventWord) -> str:
    if p.lemma == q.lemma:
        return "same"
    if p.stem == q.stem or (min(len(p.lemma), len(q.lemma)) > 4 and p.lemma[:5] == q.lemma[:5]):
        return "stem"
    return "part" if p.lemma in q.span or q.lemma in p.span else "other"


def _step(value: float, steps: Iterable[tuple[float, str]]) -> str:
    return next(name for least, name in steps if value >= least)


def _word(coded: Mapping[str, Any], text: Sequence[str], rarity: "_Rarity", share: float) -> EventWord:
    own, at = set(coded["tokens_number"]), coded["tokens_number"][0]
    start = max((n + 1 for n in range(at) if text[n] in _ENDS), default=0)
    end = next((n + 1 for n in range(at, len(text)) if text[n] in _ENDS), len(text))
    sentence = [n for n in range(start, end) if n not in own]
    near = [n for n in sentence if at - _BEFORE <= n <= at + _AFTER]
    names = (fold(text[n]) for n in range(start + 1, end) if text[n][:1].isupper())
    lemma = fold(coded["mention_head_lemma"])
    return EventWord(
        coded["mention_id"], coded["coref_chain"], coded["doc_id"], coded["topic_id"], lemma, _stem(lemma),
        frozenset(fold(coded["tokens_str"]).split()), coded["mention_head_pos"],
        rarity.vector(Counter(_content(text[n] for n in sentence))), rarity.vector(Counter(_content(text[n] for n in near))),
        frozenset(n for n in names if n not in _COMMON), frozenset(text[n] for n in range(start, end) if text[n][:1].isdigit()),
        start == 0, share,
    )  # fmt: skip


def _stem(lemma: str) -> str:
    return next((lemma[: -len(s)] for s in _SUFFIXES if lemma.endswith(s) and len(lemma) - len(s) >= 4), lemma)


def _content(words: Iterable[str]) -> list[str]:
    return [w for w in map(fold, words) if _WORD.fullmatch(w) and w not in _COMMON]


class _Rarity:
    """How rare a word is among the reports of a corpus."""

    def __init__(self, counts: Iterable[Counter[str]]) -> None:
        every = list(counts)
        self._held, self._reports = Counter(w for c in every for w in c), len(every)

    def vector(self, words: Counter[str]) -> Vector:
        """Words by weight, of length one."""
        weights = {w: (1 + math.log(n)) * math.log((self._reports + 1) / (self._held[w] + 0.5)) for w, n in sorted(words.items())}
        length = math.sqrt(sum(x * x for x in weights.values())) or 1.0
        return {w: x / length for w, x in weights.items()}


def _dot(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(x * b[w] for w, x in a.items() if w in b)
