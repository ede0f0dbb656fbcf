"""Attributions of counts: "the network put the toll at 43", "officials gave a figure of 60", "the ministry counted 12 dead"."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.clauses import cue_words, is_negated, is_passive, speaker
from thucydides.extracting.attributing.spans import Found, subtree, trimmed
from thucydides.extracting.attributing.speakers import speaker_words
from thucydides.extracting.attributing.words import words
from thucydides.extracting.set_against import set_against
from thucydides.extracting.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def count_attributions(doc: "Doc") -> list[Found]:
    """The attributions that verbs of counting make, in order (rule `claim.counts`).

    "Put", "give", "set" and "place" count where their object is a toll, a number or a figure; "count", "record", "register", "tally" where
    their object has a number.
    """
    out = []
    verbs = words("counting") | words("putting")
    for verb in doc:
        lemma = verb.lemma_.lower()
        if lemma not in verbs or verb.pos_ != "VERB" or is_passive(verb):
            continue
        noun = speaker(verb)
        told = next((c for c in verb.children if c.dep_ in ("dobj", "obj")), None)
        if noun is None or told is None or not _is_count(told, lemma):
            continue
        source, cue = speaker_words(noun, verb), cue_words(verb)
        content = trimmed(doc, subtree(verb) - source - cue)
        if source and content:
            out.append(Found(source, cue - source, content, "asserts", "claim.counts", verb.i, negated=is_negated(verb)))
    return out


def against_attributions(doc: "Doc") -> list[Found]:
    """The attributions of numbers that somebody sets against a count in few words (rule `claim.set-against`)."""
    out = []
    for sentence in doc.sents:
        for one in set_against(text_of(sentence)):
            number, who, cue = (
                {t.i for t in sentence if span[0] <= t.idx - sentence.start_char < span[1]} for span in (one.number, one.who, one.cue)
            )
            if number and who and cue and one.who != one.cue:
                out.append(Found(who, cue, number, "asserts", "claim.set-against", min(cue)))
    return out


def _is_count(told: "Token", lemma: str) -> bool:
    if told.lemma_.lower() in words("counts"):
        return True
    return lemma in words("counting") and any(t.like_num for t in told.subtree)
