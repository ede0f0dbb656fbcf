"""Closing words: who says a sentence by words at its end ("..., the state prosecutor said on Sunday").

Invariant: what closes has words with a verb before it, begins behind a comma or a quotation, and brings nothing behind its verb.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import cue_words, is_time
from thucydides.extracting.attributing.spans import Characters, Found, trimmed
from thucydides.extracting.attributing.words import reporting_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_KINDS = frozenset({"says", "tells"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLOSING = frozenset({"”", '"', "''"})
_MARKS = _CLOSING | {","}
_OPENING = frozenset({"DET", "PROPN", "NOUN", "NUM", "ADJ"})
_LINKS = frozenset({"who", "which", "that", "whom", "while", "as", "what"})
LONGEST = 14
"""Words of a speaker who closes a sentence."""


def closed(doc: "Doc", quotes: tuple[Characters, ...], found: list[Found]) -> list[Found]:
    """The attributions with those that close a sentence: their speaker is who stands between the last comma and the verb."""
    known = {f.verb: f for f in found}
    for sentence in doc.sents:
        verb = _closing_verb(sentence, quotes)
        source = _speaker(sentence, verb) if verb is not None else set()
        if verb is None or not source:
            continue
        source |= _office(sentence, min(source))
        first = min(source)
        mine = known.get(verb.i)
        if mine is not None and mine.source and min(mine.source) <= first and not _says(doc, min(mine.source), first):
            continue
        if mine is not None and mine.source and any(doc[i].pos_ in ("VERB", "AUX") for i in range(first, min(mine.source))):
            continue
        begin = max([sentence.start, *(t.i + 1 for t in sentence if t.text == ";" and t.i < first)])
        content = trimmed(doc, set(range(begin, first)))
        if mine is not None:
            mine.source, mine.content = source, (mine.content - set(range(first, sentence.end))) | content
        elif content:
            found.append(Found(source, cue_words(verb), content, "asserts", "claim.closing", verb.i))
    return sorted(found, key=lambda f: f.verb)


def _says(doc: "Doc", start: int, end: int) -> bool:
    """Whether the tokens `[start, end)` hold a clause or the end of a quotation, and so are said and say nothing."""
    return any(t.text in _CLOSING or t.tag_ in _FINITE for t in doc[start:end])


def _office(sentence: "Span", first: int) -> set[int]:
    """The office before a name that closes a sentence: "the police chief" of "..., the police chief, Brig. Gen. John Mba, said"."""
    doc = sentence.doc
    if doc[first].pos_ != "PROPN" or first - 1 <= sentence.start or doc[first - 1].text != ",":
        return set()
    start = next((t.i + 1 for t in reversed(doc[sentence.start : first - 1]) if t.text in _MARKS), None)
    words = doc[start : first - 1] if start is not None else doc[0:0]
    plain = all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PUNCT") for t in words)
    told = 0 < len(words) <= _OFFICE and plain and words[0].pos_ in ("DET", "NOUN", "ADJ") and words[0].text[:1].islower()
    return set(range(words[0].i, first)) if told else set()


_OFFICE = 9


def _closing_verb(sentence: "Span", quotes: tuple[Characters, ...]) -> "Token | None":
    """The last verb of saying that brings nothing but a day, a place or who is told behind it, up to the next comma."""
    for verb in reversed(sentence):
        entry = reporting_verbs().get(verb.lemma_.lower())
        if entry is None or entry.kind not in _KINDS or verb.tag_ not in _FINITE or any(a <= verb.idx < b for a, b in quotes):
            continue
        tail = []
        for token in sentence.doc[verb.i + 1 : sentence.end]:
            if token.text in (",", ".", ";", "!"):
                break
            tail.append(token)
        told = entry.kind == "tells" and bool(tail)
        plain = all(t.pos_ not in ("VERB", "AUX", "SCONJ", "PRON", "CCONJ") for t in tail)
        opens = not tail or told or tail[0].pos_ in ("ADP", "ADV") or is_time(tail[0])
        return verb if plain and opens else None
    return None


def _speaker(sentence: "Span", verb: "Token") -> set[int]:
    """The words between the last comma or closing quotation mark and the verb, where they name somebody and no clause."""
    last = verb.i - 1 if sentence.doc[verb.i - 1].text == "," else verb.i  # "..., Brig. Gen. John Mba, said"
    mark = next((t for t in reversed(sentence.doc[sentence.start : last]) if t.text in _MARKS), None)
    if mark is None or not any(t.pos_ in ("VERB", "AUX") for t in sentence.doc[sentence.start : mark.i]):
        return set()
    words = sentence.doc[mark.i + 1 : min(last, *cue_words(verb))]
    if last < verb.i and (not len(words) or words[0].pos_ != "PROPN"):
        return set()
    if not 0 < len(words) <= LONGEST or words[0].pos_ not in _OPENING or any(t.lower_ in _LINKS for t in words):
        return set()
    names = any(t.pos_ in ("NOUN", "PROPN") for t in words)
    clause = any(t.pos_ in ("VERB", "AUX") and t.tag_ in (*_FINITE, "MD", "VBG") for t in words)
    return {t.i for t in words} if names and not clause else set()
