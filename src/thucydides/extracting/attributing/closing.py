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
_MARKS = frozenset({",", "”", '"', "''"})
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
        first = min(source)
        mine = known.get(verb.i)
        if mine is not None and mine.source and first <= min(mine.source):
            continue
        begin = max([sentence.start, *(t.i + 1 for t in sentence if t.text == ";" and t.i < first)])
        content = trimmed(doc, set(range(begin, first)))
        if mine is not None:
            mine.source, mine.content = source, (mine.content - set(range(first, sentence.end))) | content
        elif content:
            found.append(Found(source, cue_words(verb), content, "asserts", "claim.closing", verb.i))
    return sorted(found, key=lambda f: f.verb)


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
    mark = next((t for t in reversed(sentence.doc[sentence.start : verb.i]) if t.text in _MARKS), None)
    if mark is None or not any(t.pos_ in ("VERB", "AUX") for t in sentence.doc[sentence.start : mark.i]):
        return set()
    words = sentence.doc[mark.i + 1 : min(cue_words(verb))]
    if not 0 < len(words) <= LONGEST or words[0].pos_ not in _OPENING or any(t.lower_ in _LINKS for t in words):
        return set()
    names = any(t.pos_ in ("NOUN", "PROPN") for t in words)
    clause = any(t.pos_ in ("VERB", "AUX") and t.tag_ in (*_FINITE, "MD", "VBG") for t in words)
    return {t.i for t in words} if names and not clause else set()
