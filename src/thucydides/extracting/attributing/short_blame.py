"""Short blame: who did it in words without a clause of their own: "the family says by a sniper", "(denied by the army)", "the two sides
traded blame", "each laid the crime at the other's door".

Invariant: only words that name somebody who can do a deed lay it on anybody.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.accused import object_behind
from thucydides.extracting.attributing.agents import is_somebody
from thucydides.extracting.attributing.clauses import SUBJECTS, is_passive, speaker
from thucydides.extracting.attributing.own_deeds import tells
from thucydides.extracting.attributing.spans import Found, subtree, trimmed
from thucydides.extracting.attributing.speakers import speaker_words
from thucydides.extracting.attributing.words import cue_nouns, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def short_blame(doc: "Doc") -> list[Found]:
    """Every statement of who did it that is made in such words."""
    ways = (_by_whom, _denied_by, _traded, _at_the_door, _suspicion, _mark)
    made = (m(verb) for verb in doc if verb.pos_ in ("VERB", "AUX") for m in ways)
    return [found for found in made if found is not None]


def _by_whom(verb: "Token") -> Found | None:
    """ "The family says by a sniper; the army says, by gunmen"."""
    if not tells(verb.lemma_.lower()) or is_passive(verb):
        return None
    by = next((c for c in verb.children if c.lower_ == "by" and c.i > verb.i), None)
    whom = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    noun = speaker(verb)
    beside = by is not None and all(t.is_punct for t in verb.doc[verb.i + 1 : by.i])
    if (
        by is None
        or whom is None
        or noun is None
        or not beside
        or any(c.dep_ in ("dobj", "ccomp") and c.i > by.i for c in verb.children)
    ):
        return None
    if not is_somebody(whom):
        return None
    source, on = speaker_words(noun, verb), subtree(whom)
    return Found(source, {verb.i}, trimmed(verb.doc, on | {by.i}), "accuses", "claim.accused", verb.i, on=on)


def _denied_by(verb: "Token") -> Found | None:
    """ "(denied by the army)", "an accusation rejected by Asmara", "this was denied by the rebels"."""
    if verb.lemma_.lower() not in words("rejecting") or verb.tag_ != "VBN":
        return None
    agent = next((c for c in verb.children if c.dep_ == "agent" or (c.lower_ == "by" and c.i > verb.i)), None)
    who = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    of = subject if subject is not None else verb.head if verb.dep_ == "acl" else None
    told = of is None or of.lower_ in ("it", "this", "that", "which") or of.lemma_.lower() in cue_nouns()
    opens = verb.i > 0 and (verb.nbor(-1).text in ("(", ",", "-", "–", "—") or of is not None)
    if who is None or not told or not opens:
        return None
    source = subtree(who) - {t.i for c in who.children if c.dep_ == "relcl" for t in c.subtree}
    if of is None and verb.head.i != verb.i:
        of = verb.head
    return Found(
        source,
        {verb.i},
        trimmed(verb.doc, subtree(of) - subtree(verb) if of is not None else {verb.i}),
        "denies",
        "claim.denied",
        verb.i,
        on=set(source),
    )


def _traded(verb: "Token") -> Found | None:
    """ "The two armies traded blame for the shelling", "exchanged accusations"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    noun = speaker(verb)
    if thing is None or noun is None or verb.lemma_.lower() not in words("trading") or thing.lemma_.lower() not in words("blame"):
        return None
    return _mutual(verb, noun, subtree(thing) - {thing.i} or {thing.i})


def _at_the_door(verb: "Token") -> Found | None:
    """ "Each laid the crime at the door of the other"."""
    noun = speaker(verb)
    door = next(
        (t for c in verb.children if c.lower_ == "at" for t in c.children if t.lower_ in ("door", "doorstep", "feet")), None
    )
    if noun is None or door is None or verb.lemma_.lower() not in ("lay", "lie", "put", "place"):
        return None
    of = [t for c in door.children for t in (c, *c.children) if t.dep_ in ("pobj", "poss")]
    of = of or [t for c in door.children if c.lower_ == "of" for t in (object_behind(c),) if t is not None]
    if not of:
        return None
    if any(t.lower_ in ("other", "another") for t in of[0].subtree):
        return _mutual(verb, noun, subtree(door.head))
    return Found(speaker_words(noun, verb), {verb.i}, subtree(door.head), "accuses", "claim.accused", verb.i, on=subtree(of[0]))


def _suspicion(verb: "Token") -> Found | None:
    """ "Suspicion fell on the cartel", "the prime suspect is the cartel": whom nobody in particular suspects."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    prep = next((c for c in verb.children if c.lower_ in ("on", "upon") and c.i > verb.i), None)
    fallen = verb.lemma_ in ("fall", "center", "centre", "focus", "rest") and subject.lemma_.lower() in ("suspicion", "blame")
    whom = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None and fallen else None
    if verb.lemma_ == "be" and subject.lemma_.lower() in ("suspect", "culprit"):
        whom = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
    if whom is None or not is_somebody(whom):
        return None
    on = subtree(whom)
    return Found(set(), {verb.i}, trimmed(verb.doc, on | {subject.i}), "suspects", "claim.accused", verb.i, on=on)


def _mark(verb: "Token") -> Found | None:
    """ "The attack bore the hallmarks of the cartel"."""
    marks = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in words("marks")), None)
    of = next((c for c in marks.children if c.lower_ == "of"), None) if marks is not None else None
    whom = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if verb.lemma_ not in ("bear", "carry", "have") or whom is None or not is_somebody(whom):
        return None
    noun = speaker(verb.head) if verb.dep_ == "ccomp" else None
    source, on = speaker_words(noun, verb.head) if noun is not None else set(), subtree(whom)
    return Found(source, {verb.i}, trimmed(verb.doc, subtree(verb) - source), "suspects", "claim.accused", verb.i, on=on)


def _mutual(verb: "Token", noun: "Token", what: set[int]) -> Found:
    return Found(
        speaker_words(noun, verb), {verb.i}, trimmed(verb.doc, what) or {verb.i}, "accuses", "claim.mutual", verb.i, on={noun.i}
    )
