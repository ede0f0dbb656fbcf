"""Features: what the learned layer looks at in a candidate: its words, its place in the sentence tree, the sentence, the document.

Invariant: a pure function of the parsed text and the program's vocabularies; a feature is a short string "kind=value".
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span, Token

from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.roles.candidates import Candidate, climb, relations
from thucydides.extracting.roles.evidence import known, path_to
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """The classes of a noun: of people by the groups, of means by the weapons, of deeds by the triggers."""
    out: dict[str, list[str]] = {}
    for name, words in mapping("groups")["groups"].items():
        for word in words:
            out.setdefault(word, []).append(f"group-{name}")
    for entry in mapping("weapons")["weapons"].values():
        for word in entry["words"]:
            out.setdefault(word.split()[-1], []).append("weapon")
    for name, entry in mapping("triggers")["families"].items():
        for word in (*entry["nouns"], *entry["verbs"]):
            if " " not in word:
                out.setdefault(word, []).append(f"deed-{name}")
    return {word: tuple(dict.fromkeys(found)) for word, found in out.items()}


def classes_of_word(word: str) -> tuple[str, ...]:
    """The classes of a word in small letters by the vocabularies."""
    return _classes().get(word, ())


def classes_of(token: Token) -> tuple[str, ...]:
    """The classes of a word by the vocabularies."""
    return _classes().get(token.lemma_.lower()) or _classes().get(token.lower_, ())


def deeds_of(sentence: Span) -> list[tuple[str, Token]]:
    """(family, word) of the words of a sentence that name deeds of force."""
    return [
        (c[5:], t) for t in sentence if t.pos_ in ("NOUN", "VERB", "ADJ", "PROPN") for c in classes_of(t) if c.startswith("deed-")
    ]


class Reading:
    """A document as the learned layer sees it: its sentences, the words and deeds of each, how often each head noun is named."""

    def __init__(self, paragraphs: Sequence[Paragraph], found: Sequence[Candidate]) -> None:
        self.sentences = [s for p in paragraphs for s in p.doc.sents]
        self.places = [(i, k) for i, p in enumerate(paragraphs) for k, _ in enumerate(p.doc.sents)]
        self.words = [tuple(dict.fromkeys(_lemma(t) for t in s if t.pos_ in _CONTENT)) for s in self.sentences]
        self.deeds = [deeds_of(s) for s in self.sentences]
        self.heads = Counter(c.head.lemma_.lower() for c in found)
        self.seen: set[str] = set()
        self.told: dict[str, list[tuple[int, str]]] = {}
        for c in found:
            said = [f"{r}:{k}" for r, g in relations(c.head) for k in classes_of(g) if k.startswith("deed-")]
            if c.name is not None:
                beside = [t for t in c.head.lefts if t.dep_ in ("compound", "amod", "nmod")]
                beside += [t for t in c.head.children if t.dep_ == "appos"] + ([c.head.head] if c.head.dep_ == "appos" else [])
                said += [f"is:{k}" for t in beside for k in classes_of(t)]
            self.told.setdefault(_word(c.head), []).extend((c.start, x) for x in said)

    def elsewhere(self, candidate: Candidate) -> list[str]:
        """What other phrases with the same head say of it: its relations to deeds, and for names what they are called."""
        return [x for start, x in self.told[_word(candidate.head)] if start != candidate.start]


def _lemma(token: Token) -> str:
    return token.lemma_.lower() if token.pos_ != "PROPN" else "NAME"


def _word(token: Token) -> str:
    return token.lemma_.lower()


def sentence_features(reading: Reading, number: int) -> list[str]:
    """What a sentence is about: its content words, pairs of verb and object, deeds, and those beside it."""
    sentence = reading.sentences[number]
    out = [f"w={w}" for w in reading.words[number]]
    out += [f"d={family}" for family, _ in reading.deeds[number]]
    for token in sentence:
        if token.pos_ in ("VERB", "NOUN"):
            for child in token.children:
                if child.dep_ in ("dobj", "nsubjpass", "nsubj", "amod", "prt", "neg", "aux", "compound"):
                    out.append(f"p={child.dep_}:{_lemma(token)}:{_lemma(child)}")
        if token.tag_ in ("VBD", "VBN", "VBP", "VBZ", "MD"):
            out.append(f"t={token.tag_}")
    for step in (-1, 1):
        if 0 <= number + step < len(reading.sentences):
            out += [f"n{step}={family}" for family, _ in reading.deeds[number + step]]
    paragraph, _ = reading.places[number]
    out.append(f"at={min(number, 6)}")
    out.append(f"par={min(paragraph, 5)}")
    out += ["quote"] if '"' in text_of(sentence) else []
    return [*dict.fromkeys(out), "bias"]


def document_features(reading: Reading) -> list[str]:
    """What a document is about: its words, those of its first sentences apart, its deeds by number."""
    out = [f"w={w}" for w in dict.fromkeys(w for words in reading.words for w in words)]
    out += [f"lead={w}" for w in dict.fromkeys(w for words in reading.words[:3] for w in words)]
    count = Counter(f for deeds in reading.deeds for f, _ in deeds)
    out += [f"d={family}:{min(n, 4)}" for family, n in count.items()]
    for number in range(min(3, len(reading.sentences))):
        out += [f for f in sentence_features(reading, number) if f.startswith("p=")]
    out.append(f"long={min(len(reading.sentences) // 5, 6)}")
    return [*dict.fromkeys(out), "bias"]


def candidate_features(reading: Reading, candidate: Candidate) -> list[str]:
    """Everything about one candidate but what other models say of its sentence."""
    head = candidate.head
    lemma = _word(head)
    named = candidate.name is not None
    out = [f"h={lemma}", f"hl={head.lower_}", f"pos={head.tag_}", f"suf={lemma[-3:]}"]
    out += [f"c={c}" for c in classes_of(head)]
    inside = [t for t in head.lefts if t.dep_ in ("amod", "compound", "nmod", "poss")]
    out += [f"m={_word(t)}" for t in inside]
    out += [f"mh={_word(t)}:{lemma}" for t in inside if t.dep_ in ("compound", "amod")]
    out += [f"mc={c}" for t in inside for c in classes_of(t)]
    if named:
        length = candidate.text.count(" ") + 1
        out += ["name", f"name={min(length, 4)}"] + (["acronym"] if head.text.isupper() else [])
        out += ["title"] if candidate.name and candidate.name[0] > candidate.start else []
        out += [f"nw={w.lower()}" for w in candidate.text.split()]
    determiner = next((t.lower_ for t in head.lefts if t.dep_ in ("det", "poss", "nummod")), "none")
    out.append(f"det={determiner if not determiner[:1].isdigit() else 'number'}")
    out += [f"of={_word(g)}" for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children]
    out += [f"app={_word(c)}" for c in head.children if c.dep_ == "appos"]
    out += [f"appc={k}" for c in head.children if c.dep_ == "appos" for k in classes_of(c)]
    if head.dep_ == "appos":
        out += [f"app-of={_word(head.head)}", *(f"app-ofc={k}" for k in classes_of(head.head))]
    top = climb(head)
    out.append(f"dep={head.dep_}")
    if top != head:
        out += [f"top={top.dep_}", f"toph={_word(top)}"]
        out += [f"topc={k}" for k in classes_of(top)]
    for relation, governor in relations(head):
        word = _word(governor)
        passive = relation.startswith("nsubjpass") or any(c.dep_ == "auxpass" for c in governor.children)
        out += [f"r={relation}:{word}", f"g={word}", f"rel={relation}"]
        out += [f"rc={relation}:{c}" for c in classes_of(governor)]
        out += [f"rch={relation}:{c}:{g}" for c in classes_of(governor) for g in (classes_of(head) or (head.pos_,))]
        if passive:
            out.append(f"rp={relation}:{word}")
        for child in governor.children:
            if child.dep_ in ("neg", "prt"):
                out.append(f"r{child.dep_}={relation}:{word}:{child.lower_}")
    for step in (-2, -1, 1, 2):
        i = (head.left_edge.i if step < 0 and head.left_edge.sent == head.sent else head.i) + step
        if head.sent.start <= i < head.sent.end:
            out.append(f"b{step}={head.doc[i].lower_}")
    number = candidate.sentence
    deeds = reading.deeds[number]
    names = known(candidate.text) if named else ()
    out += [f"k={k}" for k in names]
    out += [f"rk={relation}:{k}" for relation, _ in relations(head)[:1] for k in names]
    out += [f"el={x}" for x in reading.elsewhere(candidate)]
    for family, told in deeds:
        path = path_to(head, told)
        if path:
            out += [f"path={family}:{path}", f"pathc={path}"]
            out += [f"pathk={family}:{path}:{c}" for c in (classes_of(head) or names or (head.pos_,))]
    out += [f"sd={f}" for f, _ in deeds]
    out += [f"sdc={f}:{c}" for f, _ in deeds for c in (classes_of(head) or ("none",))]
    out += [f"sh={f}:{lemma}" for f, _ in deeds]
    out += [f"s={w}" for w in reading.words[number]]
    if deeds:
        near = min(deeds, key=lambda d: (abs(d[1].i - head.i), d[1].i))
        gap = near[1].i - head.i
        out.append(f"near={near[0]}:{'after' if gap > 0 else 'before' if gap < 0 else 'self'}:{min(abs(gap) // 3, 4)}")
    for step in (-1, 1):
        if 0 <= number + step < len(reading.sentences):
            out += [f"n{step}={f}" for f, _ in reading.deeds[number + step]]
    paragraph, _ = reading.places[number]
    out += [f"at={min(number, 5)}", f"par={min(paragraph, 4)}", f"many={min(reading.heads[lemma], 4)}"]
    out += ["first"] if lemma not in reading.seen else []
    reading.seen.add(lemma)
    out += ["quote"] if reading.sentences[number].text.count('"') >= 2 else []
    return [*dict.fromkeys(out), "bias"]


STEPS = (-4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
"""Log odds at which a score of one model becomes a feature of the next."""


def steps(name: str, value: float) -> list[str]:
    """A score as features: one for each step that it is above."""
    return [f"{name}>{step}" for step in STEPS if value > step]


def scored_features(prefix: str, scores: Sequence[float]) -> list[str]:
    """Several scores of one model as features of the next."""
    return [f for k, value in enumerate(scores) for f in steps(f"{prefix}{k}", value)]
