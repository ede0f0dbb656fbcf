"""Died of: a sentence that tells of a death and, in a clause behind "after", of the deed that it came from, tells of one deed (rule
`date.died-of`): "the driver died on Thursday, three days after he was shot".

Invariant: whoever dies is taken up in the clause by a pronoun, or by nothing; a death of others is a deed of its own.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.counted_from import DYING, shifted_day
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Shift
from thucydides.nouns import DateRange

_AFTER = frozenset({"after", "since"})
_OF_PERSONS = frozenset({"he", "she", "they", "who"})


def died_of(sentence: Span, harms: Sequence[Harm], death: Collection[int], deed: Collection[int]) -> bool:
    """Whether of two deeds of a sentence the first is only the death of those whom the second hit."""
    dying = [h for h in harms if h.cue in death]
    if not dying or {h.cue for h in dying} != set(death):
        return False
    if any(h.outcome != "killed" or sentence.doc[h.cue].lemma_.lower() not in DYING for h in dying):
        return False
    clauses = [c for h in dying for c in _after_clauses(sentence.doc[h.cue])]
    hit = {n for n in deed if any(sentence.doc[n] in c.subtree for c in clauses)}
    return bool(hit) and hit == set(deed) and all(_same_people(c) for c in clauses if any(sentence.doc[n] in c.subtree for n in deed))


def _after_clauses(verb: Token) -> list[Token]:
    """The clauses behind "after" that hang on a verb, also by way of a preposition ("after being shot")."""
    found = []
    for child in verb.subtree:
        if child.dep_ == "advcl" and any(c.lower_ in _AFTER and c.dep_ == "mark" for c in child.children):
            found.append(child)
        if child.dep_ == "pcomp" and child.head.lower_ in _AFTER:
            found.append(child)
    return found


def _same_people(clause: Token) -> bool:
    """Whether a clause tells of nobody who was not told of before."""
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return all(s.lower_ in _OF_PERSONS for s in subjects) and (bool(subjects) or clause.tag_ in ("VBG", "VBN"))


def died_after(
    sentence: Span, times: Sequence[TimeExpression], shift: int, published: DateRange | None = None
) -> TimeExpression | None:
    """The day of the deed that somebody died of, counted back from the death: "died on Thursday, two days after the shooting", "a week
    after being shot" (rule `date.died-of`)."""
    for time in times:
        form = time.form
        main = [t for t in times if t.end <= time.start and not t.window]
        if not isinstance(form, Shift) or form.base != "incident" or form.sign < 0 or not main:
            continue
        word = token_starting(sentence, time.end - shift - 1)
        if word is None or word.dep_ != "prep" or word.lower_ != "after" or not any(_of_wound(c) for c in word.children):
            continue
        verb = word.head
        while verb.pos_ != "VERB" and verb.head != verb:
            verb = verb.head
        day = shifted_day(main[-1], form, published) if verb.lemma_.lower() in DYING else None
        if day is not None:
            return replace(time, form=day, relative_to="nothing")
    return None


def _of_wound(token: Token) -> bool:
    """Whether what a death came after is the deed that it came from: "the attack", "being shot"; "the attack on Tikrit" may be another."""
    if token.dep_ == "pcomp":
        return token.tag_ == "VBN"
    known = any(c.lower_ in ("the", "that", "his", "her", "their") for c in token.children)
    bare = not any(c.dep_ in ("prep", "relcl", "acl") for c in token.children)
    return token.dep_ == "pobj" and known and bare and token.lemma_.lower() in _WOUNDING


_WOUNDING = frozenset(
    {"attack", "shooting", "ambush", "bombing", "blast", "explosion", "raid", "assault", "strike", "stabbing", "incident"}
)
