"""Late deaths: people told of before as wounded who are then told to have died, on a day that is not the day of the deed.

Rule `date.late-death`: a sentence that tells only of a death in hospital or of wounds, or that somebody told of before "died on Thursday",
dates what came after the deed. Whom the dead were one of is kept with the harm, for they are more of the dead (rule `toll.beyond`).
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.harm.harm import Among
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.texts import text_of

_IN_CARE = re.compile(
    r"\b(?:hospital|clinic|infirmary|medical cent(?:er|re)|life support|intensive care|surgery"
    r"|(?:of|from|to) (?:his|her|their|the) (?:\w+ )?(?:wounds?|injur\w+))\b"
    r"|\b(?:days?|weeks?|months?|hours?) later\b|\bthe (?:next|following) day\b",
    re.IGNORECASE,
)
_DYING = frozenset({"die", "succumb", "dead", "deceased", "expire", "pass"})
_LOSING = frozenset({"lose", "life"})
_OF_DEATH = frozenset({"death", "harm"})
_HURT = frozenset({"wounded", "injured", "hurt"})
_THEM = frozenset({"them", "these", "those", "whom"})


def dies_later(sentence: Span, triggers: Sequence[Trigger], harms: Sequence[Harm]) -> bool:
    """Whether a sentence tells of nothing but one who died after the deed, or of some of the wounded, or some more in care, who did."""
    if not harms or any(t.family not in _OF_DEATH for t in triggers):
        return False
    deaths = [h for h in harms if h.outcome == "killed" and sentence.doc[h.cue].lemma_.lower() in _DYING]
    if not deaths or any(h.outcome == "killed" and h not in deaths and not (h.total or h.given) for h in harms):
        return False
    if all(_whose(sentence.doc[h.people.head]) == "wounded" for h in deaths):
        return True
    cared = _IN_CARE.search(text_of(sentence)) is not None
    if cared and all(h.people.more for h in deaths):
        return True  # "two more passengers died of their wounds"
    if any(h.quantity is None or (h.quantity.best or 2) > 1 for h in deaths):
        return False
    known = all(h.people.pronoun or (h.people.definite and not h.people.counted) for h in deaths)
    return known or cared or all(_only_died(sentence.doc[h.cue]) for h in deaths)


def dies_of_those(sentence: Span, start: int) -> bool:
    """Whether a day that starts at an offset is that on which some of those told of before died: "three were hurt, one of whom died on
    the 29th"."""
    at = next((t for t in sentence if t.idx <= start < t.idx + len(t)), None)
    while at is not None and at.pos_ not in ("VERB", "AUX") and at.head != at:
        at = at.head
    if at is None or at.lemma_.lower() not in _DYING:
        return False
    if _goes_on(at):
        return True
    return any(_whose(c) in ("them", "wounded") for c in at.children if c.dep_ == "nsubj")


def deaths_later(sentence: Span, harms: Sequence[Harm]) -> set[int]:
    """The words of a sentence that tell only of the death of some whom it told of as harmed: "wounded three, one of whom died on the 29th",
    "five were killed; a sixth died in hospital"."""
    told = [h for h in harms if h.outcome == "killed" and sentence.doc[h.cue].lemma_.lower() in _DYING | _LOSING]
    cared = _IN_CARE.search(text_of(sentence)) is not None
    one_more = {h.cue for h in told if h.people.ordinal and any(o.outcome == "killed" and o.cue < h.cue for o in harms)}
    late = one_more | {h.cue for h in told if h.among in ("wounded", "them") or (cared and h.people.more)}
    late |= {t.i for i in late for t in sentence.doc[i].subtree if t.i > i}  # "to his injuries on the 9th"
    return late | {t.i for t in sentence if t.lemma_.lower() in _DYING and _goes_on(t)}


def _goes_on(death: Token) -> bool:
    """Whether a verb of dying goes on with what befell its own subject: "was shot on 1 March and died two days later"."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in death.children)
    hit = death.head
    return death.dep_ == "conj" and not own and hit.i < death.i and any(c.dep_ == "nsubjpass" for c in hit.children)


def _only_died(verb: Token) -> bool:
    """Whether of somebody nothing is told but the day of the death: "a woman, 60, died on Wednesday"."""
    said = [c for c in verb.children if c.dep_ not in ("nsubj", "punct", "npadvmod", "aux")]
    said = [c for c in said if c.dep_ != "advmod" or any(g.dep_ == "prep" for g in c.children)]  # "close to the bridge"
    days = [g for c in said if c.dep_ == "prep" and c.lower_ == "on" for g in c.children]
    dated = all(d.ent_type_ == "DATE" or d.pos_ == "PROPN" for d in days)
    return verb.lemma_ in ("die", "succumb") and bool(days) and len(days) == len(said) and dated


def with_among(sentence: Span, triggers: Sequence[Trigger], harms: Sequence[Harm]) -> list[Harm]:
    """The harms with the dead marked who were told of before: "two of the wounded", "one of them", a man who died in hospital."""
    care: Among = "care" if dies_later(sentence, triggers, harms) else ""
    return [
        replace(h, among=_whose(sentence.doc[h.people.head]) or care)
        if h.outcome == "killed" and sentence.doc[h.cue].lemma_.lower() in _DYING
        else h
        for h in harms
    ]


def _whose(head: Token) -> Among:
    """Of whom a number is some: "two of the wounded", "one of the injured men", "one of them"."""
    of = next((c for c in head.children if c.lower_ == "of"), None)
    inner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if inner is None:
        return ""
    words = {inner.lower_, *(c.lower_ for c in inner.lefts)}
    return "wounded" if words & _HURT else "them" if words & _THEM else ""
