"""Other days: times of a sentence that are of words about a deed, of a count, a state, a paper or a deadline, and not of a deed."""

import re
from collections.abc import Collection

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.saying import right_behind_saying, says_next
from thucydides.extracting.tellings.sought import sought
from thucydides.extracting.tellings.speaking import alleged_now
from thucydides.grounding.times import TimeExpression
from thucydides.vocabulary import mapping

_OWNED = re.compile(r"['’]s\b")
_TOLL_OF = re.compile(r"\b(?:toll|dead|deaths|casualties)\s+(?:of|for|from|on)\s+$", re.IGNORECASE)
"""What makes something that of a day: "Friday's death toll", "the death toll of Friday"."""


def stated(sentence: Span, time: TimeExpression, text: str, shift: int) -> bool:
    """Whether a day is that of words about a deed: right before or behind a verb of saying, of a statement given out, of a number put, or
    of a death pronounced."""
    token = token_starting(sentence, time.start - shift)
    if says_next(text, time.end) or right_behind_saying(text, sentence.start_char + shift, time.start):
        return True
    if _pronounced(sentence, time.start - shift):
        return True
    while token is not None and token.pos_ != "VERB" and token.head != token:
        token = token.head
    objects = {c.lemma_.lower() for c in token.children if c.dep_ == "dobj"} if token is not None else set()
    put = mapping("telling")["put"]
    counts = token is not None and token.lemma_.lower() in put["verbs"] and not objects.isdisjoint(put["objects"])
    owned = _OWNED.match(text, time.end) or _TOLL_OF.search(text[max(0, time.start - 20) : time.start])
    counts = counts and not owned  # "put Monday's death toll at 17"
    return counts or not objects.isdisjoint(mapping("telling")["stated"])


def of_source(sentence: Span, start: int) -> bool:
    """Whether a day is that of a source or of a speaker's words (rule `date.spoken`): "according to a statement of the ministry on 6 July",
    "speaking in Gao on Tuesday"."""
    token = token_starting(sentence, start)
    while token is not None and token.pos_ != "VERB" and token.head != token:
        token = token.head
    spoken = token is not None and token.tag_ == "VBG" and token.lemma_.lower() in mapping("telling")["spoken"]
    return spoken or (token is not None and token.lower_ == "according")


def alleged_then(sentence: Span, time: TimeExpression, deeds: Collection[int], shift: int) -> bool:
    """Whether a day is that of a deed of which something is said only now: "on 2 May hundreds are alleged to have been killed"."""
    token = token_starting(sentence, time.start - shift)
    while token is not None and token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return (
        token is not None
        and alleged_now(token)
        and any(t.i in deeds for c in token.children if c.dep_ == "xcomp" for t in c.subtree)
    )


_SOURCE = re.compile(
    r"[^()]*?(?:(?:statement|report|release|bulletin|interview|communiqu[eé])(?:\s[^()]*?)?|[A-Z][\w’'.-]+),?\s+(?:on\s+|of\s+)?", re.DOTALL
)


def bracketed_aside(sentence: Span, time: TimeExpression, deeds: Collection[int], places: Collection[int], shift: int) -> bool:
    """Whether a day stands in brackets that tell of no deed and name no place, with a verb or a source beside it: "(of whom ten were freed
    on 4 May)", "(the President's statement, 3 June)" (rule `date.bracketed`). `places` are where places start."""
    text, at = sentence.doc.text, time.start - shift
    opened, closed = text.rfind("(", sentence.start_char, at), text.find(")", at, sentence.end_char)
    if opened < 0 or closed < 0 or ")" in text[opened:at]:
        return False
    inside = [t for t in sentence if opened < t.idx < closed]
    if any(t.i in deeds for t in inside) or any(opened < p < closed for p in places):
        return False
    return any(t.pos_ in ("VERB", "AUX") for t in inside) or _SOURCE.fullmatch(text, opened + 1, at) is not None


def of_count(sentence: Span, time: TimeExpression, shift: int) -> bool:
    """Whether a day is that on which a toll changed or was given, after the deed (rule `date.of-count`): "the toll of the massacre rose to
    115 on Sunday", "on Tuesday the government revised the toll to 321"."""
    token = token_starting(sentence, time.start - shift)
    while token is not None and token.idx + shift < time.end and token.idx + shift >= time.start and token.head != token:
        token = token.head
    token = token.head if token is not None and token.pos_ == "ADP" else token
    if token is None or token.pos_ not in ("VERB", "AUX"):
        return False
    words = mapping("telling")["counting"]
    counted = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    return token.lemma_.lower() in words["verbs"] and any(c.lemma_.lower() in words["counts"] for c in counted)


def _pronounced(sentence: Span, start: int) -> bool:
    """Whether a day is that on which somebody was pronounced dead, which may be a day after the deed (rule `date.late-death`)."""
    token = token_starting(sentence, start)
    while token is not None and token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return (
        token is not None and token.lemma_.lower() in ("pronounce", "declare") and any(t.lower_ == "dead" for t in token.subtree)
    )


def of_state(sentence: Span, start: int, deeds: Collection[int]) -> bool:
    """Whether a time is of how things stand after a deed (rule `date.state`): "one of the wounded remained in hospital on Monday"."""
    climbed = time = token_starting(sentence, start)
    while climbed is not None and climbed.pos_ not in ("VERB", "AUX") and climbed.i not in deeds and climbed.head != climbed:
        climbed = climbed.head
    if climbed is None or climbed.i in deeds or climbed.pos_ not in ("VERB", "AUX"):
        return False
    words = mapping("status")
    if (time is not None and all(time.i < n for n in deeds) and sought(climbed, deeds)) or _under_way(climbed, deeds):
        return True
    if climbed.lemma_.lower() in words["lasting"]:
        # "continued shelling the town on Monday", "clashes continued in the north on Monday"
        return not any(c.i in deeds and c.dep_ in ("xcomp", "dobj", "nsubj") for c in climbed.children)
    states = {t.lower_ for c in climbed.children if c.dep_ in ("attr", "acomp", "prep") for t in c.subtree}
    return climbed.lemma_ == "be" and not states.isdisjoint(words["states"])


_NOW = frozenset({"am", "is", "are", "'m", "'s", "'re", "’m", "’s", "’re"})


def _under_way(verb: Token, deeds: Collection[int]) -> bool:
    """Whether a verb tells what is being done now about a deed known before (rule `date.under-way`): "police are
    working today to trace those behind the attack"."""
    now = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in _NOW for c in verb.children)
    done = any(c.i in deeds for c in verb.children if c.dep_ in ("nsubj", "dobj"))
    clauses = [c for c in verb.children if c.dep_ in ("conj", "ccomp", "parataxis", "advcl") and not _of_purpose(c)]
    done = done or any(t.i in deeds for c in clauses for t in c.subtree)
    known = all(
        any(c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in verb.doc[n].children)
        for n in deeds
    )
    return now and not done and bool(deeds) and known and all(any(t.i == n for t in verb.subtree) for n in deeds)


def _of_purpose(clause: Token) -> bool:
    """Whether a clause says what something is done for: "to trace the gunmen"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


_DUE = re.compile(r"\s[^.;,]{0,60}?\bdeadlines?\b", re.IGNORECASE)


def before_due(text: str, time: TimeExpression) -> bool:
    """Whether a time is counted from what is due only later: "five days before the deadline for the withdrawal"."""
    return time.wording.lower().endswith(("before", "ahead of", "prior to")) and _DUE.match(text, time.end) is not None


_AVENGED = re.compile(
    r"\b(?:in|as|what\s+\w+\s+called)\s+(?:\w+\s+){0,3}?(?:revenge|retaliation|reprisals?|retribution|vengeance|response|reply|answer)\s+"
    r"(?:for|to|against)\b[^.;:\n]*$",
    re.IGNORECASE,
)


def avenged(
    sentence: Span, time: TimeExpression, times: Collection[TimeExpression], text: str, shift: int, apart: Collection[int] = ()
) -> bool:
    """Whether a time is of an earlier deed that the sentence's own answers (rule `date.avenged`): "on Sunday gunmen shot nine villagers, in
    revenge for a bomb the night before"; not where only that deed is told, the answer being `apart`."""
    answer = _AVENGED.search(text[sentence.start_char + shift : time.start])
    if answer is None or any(t.i in apart for t in sentence if t.idx + shift < time.start and t.head == t):
        return False
    begins = sentence.start_char + shift + answer.start()
    return time.relative_to == "incident" or any(t.start < begins for t in times)


def of_paper(sentence: Span, start: int) -> bool:
    """Whether a time only names a paper (rule `date.paper`): "in breach of the May 3 agreement, rebels fired on the village"."""
    token = token_starting(sentence, start)
    papers = mapping("status")["papers"]
    while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX", "ADP"):
        if token.head.lemma_.lower() in papers and token.head.i > token.i:
            return True
        token = token.head
    of = token if token is not None and token.lower_ == "of" else None
    return of is not None and of.head.lemma_.lower() in papers


def counted_from_deed(sentence: Span, time: TimeExpression, nodes: Collection[int], shift: int) -> bool:
    """Whether a time is counted from the very deed that the sentence tells of, and so is none of its days: "the cup was played a month
    after the shootings at PK5 which took 44 lives"."""
    event = token_starting(sentence, time.event_at - shift) if time.event_at is not None else None
    event = event.head if event is not None and event.dep_ in ("det", "amod", "nummod") else event
    if event is None or not nodes or event.pos_ != "NOUN":
        return False
    inside = {t.i for t in event.subtree}
    return set(nodes) <= inside


def counted_for_known(sentence: Span, time: TimeExpression, nodes: Collection[int], shift: int) -> bool:
    """Whether a known deed is only set against what was no deed (rule `date.known-set-against`): "the attack came four days after
    legislators met", where that day is not told and the attack's was told before."""
    word = token_starting(sentence, time.end - shift - 1) if time.event_at is not None else None
    if word is None or time.relative_to != "incident" or word.dep_ not in ("mark", "prep") or word.lower_ not in ("after", "before"):
        return False
    clause = word.head if word.dep_ == "mark" else word
    verb = clause.head
    deed = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    joined = any(c.dep_ == "cc" for c in verb.children)
    more = joined and word.dep_ == "prep" and any(c.dep_ == "conj" and c.pos_ == "VERB" for c in verb.children)  # a clause of its own
    if deed is None or more or verb.lemma_.lower() not in _WAS_ON or any(t.i in nodes for t in clause.subtree):
        return False
    known = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in deed.children)
    return known and set(nodes) <= {t.i for t in deed.subtree}


def ranked_among(sentence: Span, start: int, others: Collection[int]) -> bool:
    """Whether a time is that among whose deeds the one told is the gravest, and the sentence gives its day behind it (rule `date.ranked`):
    "the deadliest raid this year was on 4 March, when ..."."""
    time = token_starting(sentence, start)
    if time is None or not any(other > start for other in others):
        return False
    verb = next((t for t in sentence[time.i - sentence.start :] if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in _WAS_ON or not any(verb.idx < other for other in others):
        return False
    before = [t for t in sentence if t.i < time.i]
    gravest = next((t for t in before if t.tag_ in ("JJS", "RBS")), None)
    return gravest is not None and not any(t.pos_ in ("VERB", "AUX") or t.is_punct for t in before if t.i > gravest.i)


_WAS_ON = frozenset({"be", "come", "take", "occur", "happen", "fall"})
"""Verbs behind which the day of a deed is given: "was on", "came on", "took place on"."""
