"""Told harms: which of a sentence's statements of harm are of people harmed in its deed, and of whose count they are.

Invariant: a part goes with its whole.
"""

import re

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.status import status_of
from thucydides.extracting.set_against import sets_against
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.texts import text_of
from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping


def kept(harms: list[Harm], chosen: list[Harm]) -> list[Harm]:
    """The harms chosen with their parts, each part pointing at its whole in the new order."""
    picked = [i for i, h in enumerate(harms) if h in chosen or (h.part_of is not None and harms[h.part_of] in chosen)]
    where = {old: new for new, old in enumerate(picked)}
    return [replace(harms[i], part_of=where.get(harms[i].part_of or 0) if harms[i].part_of is not None else None) for i in picked]


def with_shares(
    harms: list[Harm], whole: Harm, shares: list[tuple[list[Harm], list[PlaceRef]]]
) -> tuple[list[Harm], list[tuple[list[Harm], list[PlaceRef]]]]:
    """The harms with the count over several places marked, and each share no part of it but a count of its own place."""
    own = {id(h) for some, _ in shares for h in some}
    told = [replace(h, wide="shared") if h is whole else replace(h, part_of=None, wide="") if id(h) in own else h for h in harms]
    place = {id(old): new for old, new in zip(harms, told, strict=True)}
    return told, [([place[id(whole)]], []), *([([place[id(h)] for h in some], refs) for some, refs in shares])]


def shifted(harm: Harm, shift: int) -> Harm:
    people = replace(harm.people, start=harm.people.start + shift, end=harm.people.end + shift)
    return replace(harm, start=harm.start + shift, end=harm.end + shift, people=people)


def is_place(harm: Harm, places: list[PlaceRef], shift: int) -> bool:
    """Whether what was captured is a place: "after capturing Umm Rawaba"."""
    start, end = harm.people.start + shift, harm.people.end + shift
    named = harm.outcome == "captured" and harm.people.name and not harm.people.counted
    return bool(named) and any(p.passage.start <= start and end <= p.passage.end for p in places)


def is_thing(sentence: Span, harm: Harm) -> bool:
    """Whether what was hurt is no person: "the economy is being hurt by the unrest"."""
    head = sentence.doc[harm.people.head]
    return head.lemma_.lower() in mapping("telling")["things"] and not harm.people.name


def is_witness(sentence: Span, harm: Harm) -> bool:
    """Whether somebody harmed is only who tells of it: "an injured guard told reporters"."""
    cue, head = sentence.doc[harm.cue], sentence.doc[harm.people.head]
    verb = head.head
    return cue.dep_ == "amod" and cue.head == head and head.dep_ == "nsubj" and verb.lemma_.lower() in REPORTING


def is_cited(harm: Harm, around: Surroundings, shift: int) -> bool:
    """Whether those said to be harmed are who is cited in brackets: "16 injured (Doctors Network)"."""
    start, end = harm.people.start + shift, harm.people.end + shift
    return not harm.people.counted and any(a <= start and end <= b for a, b in around.cited)


def _own(subject: Token) -> bool:
    """Whether a subject is who speaks, or theirs: "it", "its fighters"."""
    return subject.lower_ in ("it", "they", "we") or any(c.dep_ == "poss" and c.lower_ in ("its", "their", "our") for c in subject.children)


def own_count(cue: Token, rebels: set[int]) -> bool:
    """Whether an armed group counts whom it says it killed ("the group said it had killed 50"): others' counts go before its own
    (rule `toll.by-doer`)."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj" and _own(c)), None)
    teller = cue.head if cue.dep_ == "ccomp" else cue.head if cue.dep_ == "xcomp" else None
    if teller is None or (subject is None and cue.dep_ == "ccomp") or teller.lemma_.lower() not in REPORTING:
        return False
    chain = [teller, *([teller.head] if teller.dep_ == "conj" else [])]
    subjects = [c for t in chain for c in t.children if c.dep_ == "nsubj"]
    return any(c.i in rebels or c.lemma_.lower() in _GROUPS or any(d.i in rebels for d in c.children) for c in subjects)


def is_own_loss(cue: Token, harm: Harm) -> bool:
    """Whether a group tells what it lost itself: with whom it says it killed that is what it says of both sides."""
    return harm.outcome == "killed" and harm.people.counted and cue.lemma_ == "lose" and not harm.given


_GROUPS = frozenset({"group", "movement", "faction", "organisation", "organization"})
"""Words for an armed group whose name was told before."""


def newly_told(harms: list[Harm]) -> list[Harm]:
    """The harms of a sentence on people in care, where some were not told before: "a third officer is in hospital"."""
    return harms if any(h.quantity is not None and not h.people.definite and not h.people.pronoun for h in harms) else []


_CARE = re.compile(
    r"hospital|condition|clinic|treatment|treat(?:ed|ing)\b|medical|surgery|nursing|\bburn(?:s|ed)\b|fracture|shrapnel|\bcuts\b|concussion|scalded"
    r"|stabbed|slashed|hacked",
    re.IGNORECASE,
)
"""Words that people in care are told of with, whose harm no other word of their sentence may tell."""


def may_be_in_care(sentence: Span) -> bool:
    return _CARE.search(text_of(sentence)) is not None


def may_harm(sentence: Span) -> bool:
    lowered = text_of(sentence).lower()
    return any(
        w in lowered
        for w in (
            "casualt",
            " grave",
            "injur",
            "wound",
            "dead",
            "death",
            "die",
            "kill",
            "hurt",
            "fatal",
            "lives",
            "lost",
            "losing",
            "murders",
            "homicides",
            "assassinations",
            "loss",
            "put to",
            "missing",
            "bod",
            "corpse",
            "hostage",
            "slain",
            "victim",
            "toll",
            "figure",
            "the number",
            "estimate",
            "abduct",
            "kidnap",
            "martyr",
            "buried",
            "throat",
        )
    ) or sets_against(text_of(sentence))


_HOW_MANY = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
_ASKED = 12
"""Characters about the beginning of people within which "how many" asks for their number."""


_SEVERAL = 2


def only_meant(sentence: Span, harm: Harm) -> bool:
    """Whether a sentence of what happened says of one harm only that somebody meant it ("plotted to kill the mayor and shot him")."""
    cue = sentence.doc[harm.cue]
    if _HOW_MANY.search(text_of(sentence.doc), max(0, harm.people.start - _ASKED), harm.people.start + _ASKED):
        return True  # "should say how many of its soldiers died"
    still = any(c.dep_ == "mark" and c.lower_ in ("before", "until", "lest") for c in cue.children)
    if still and any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in cue.children):
        return True  # "before another boy is killed"
    if cue.dep_ == "pobj" and cue.head.lower_ == "since" and (harm.quantity is None or (harm.quantity.best or 0) < _SEVERAL):
        return True  # "since the July slaying of a hiker" only says when
    return cue.tag_ == "VB" and status_of(sentence, cue) in ("planned", "foiled")
