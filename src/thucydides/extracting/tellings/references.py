"""References: words for a deed that only point at one told elsewhere or name what is talked of.

Invariant: a word that tells of a deed of its own is none.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.harm.harm import outcome_of
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.tellings.hanging import ASIDE, BEGINNING

_REFERRING = {"after", "following", "since", "before", "amid"}


def is_reference(sentence: Span, trigger: Trigger) -> bool:
    """Whether a trigger only points at an incident as an anchor in time ("following the second attack")."""
    head = sentence.doc[trigger.head]
    parent = head.head
    if trigger.noun and trigger.plural and head.dep_ == "nsubj" and parent.lemma_.lower() in BEGINNING and parent.dep_ in ASIDE:
        return True
    over = parent if head.dep_ in ("ccomp", "oprd", "xcomp") else head  # "since the city was declared liberated"
    if not trigger.noun and over.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in over.children):
        return trigger.family not in _TAKEN or over.head.lemma_.lower() not in _LACKING
    if head.lower_ == "protest" and head.dep_ == "pobj" and parent.lower_ == "in" and parent.head.lemma_.lower() in _WITHDRAWING:
        return True  # "resigned in protest at the raids"
    return (
        trigger.noun
        and trigger.definite
        and head.dep_ == "pobj"
        and parent.lower_ in _REFERRING
        and (parent.dep_ == "prep" or parent.tag_ == "VBG")
        and not _recalled(head)
    )


def _recalled(noun: Token) -> bool:
    """Whether a deed that dates another is told itself, with its year and a clause on what was done in it: "since the Ngarbuh massacre of
    February 2020, in which 21 died"."""
    told = any(c.dep_ == "relcl" and any(g.tag_ in ("WDT", "WRB") for g in c.subtree) for t in noun.subtree for c in t.children)
    return told and any(t.tag_ == "CD" and _YEAR.fullmatch(t.text) for t in noun.subtree)


_YEAR = re.compile(r"(?:19|20)\d\d")


_TAKEN = frozenset({"abduction", "arrest"})
_LACKING = frozenset({"miss", "missing", "disappear", "vanish", "see", "hear", "hold", "detain", "imprison", "jail", "know"})
"""What is told of people since they were taken: "have been missing since gunmen seized them"."""
_WITHDRAWING = frozenset(
    {"resign", "quit", "withdraw", "walk", "pull", "step", "recall", "boycott", "suspend", "cancel", "abstain", "return", "summon", "expel"}
)
"""What is done in protest without a gathering."""


def only_names(sentence: Span, trigger: Trigger) -> bool:
    """Whether a participle only says of somebody known what became of him: "supporters of the slain general shot at a hotel"."""
    head = sentence.doc[trigger.head]
    known = any(c.dep_ == "poss" or c.lower_ == "the" for c in head.head.children)
    return not trigger.noun and head.dep_ == "amod" and head.tag_ == "VBN" and head.head.tag_ in ("NN", "NNP") and known


def is_ranked(sentence: Span, trigger: Trigger) -> bool:
    """Whether a word for a deed only says the how-manieth the deed just told was: "a blast on Friday, the second attack there in June"."""
    head = sentence.doc[trigger.head]
    ranked = any(c.dep_ == "amod" and (c.lower_ in _RANKS or c.tag_ == "JJS") for c in head.children)
    return trigger.noun and head.dep_ == "appos" and ranked and any(c.lower_ == "the" for c in head.children)


_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "latest"})


def hours_from(sentence: Span, trigger: Trigger) -> bool:
    """Whether a word for a deed says from what a time is counted ("hours after the blast"), so that what the sentence tells is another."""
    parent = sentence.doc[trigger.head].head
    before = sentence.doc[parent.i - 1] if parent.i > sentence.start else None
    counted = before is not None and before.lemma_.lower() in _UNITS
    return is_reference(sentence, trigger) and parent.lower_ in ("after", "before") and counted


def without_rivals(sentence: Span, triggers: list[Trigger], harms: Sequence[Harm]) -> list[Trigger]:
    """The triggers without those of a clause that only sets another account beside ("; the army spoke of five dead in an explosion")."""
    given = [h.people.start for h in harms if h.given]
    if not given:
        return triggers
    mark = max((t.idx for t in sentence if t.text == ";" and t.idx < min(given)), default=None)
    before = [t for t in triggers if mark is None or sentence.doc[t.head].idx < mark]
    return before or triggers


_UNITS = frozenset({"hour", "minute", "day", "week", "month"})


def lasts(sentence: Span, trigger: Trigger) -> bool:
    """Whether a verb tells of what has gone on for long ("have been fighting troops since 2017", "for years"), and so of no deed."""
    head = sentence.doc[trigger.head]
    been = {c.lower_ for c in head.children if c.dep_ == "aux"}
    long = any(c.dep_ == "prep" and c.lower_ in ("since", "for") for c in head.children)
    return head.tag_ == "VBG" and "been" in been and bool(been & {"have", "has", "had"}) and long


def is_aside(sentence: Span, deeds: set[int]) -> bool:
    """Whether all that a sentence tells of force describes somebody in it: "a commander linked to the killing of a worker in 2024"."""
    return bool(deeds) and all(_describes(sentence.doc[n]) for n in deeds)


def _describes(deed: Token) -> bool:
    if any(t.dep_ == "attr" and t.lemma_.lower() in _SITES and t.head.lemma_ == "be" for t in deed.ancestors):
        return True  # "the junction is the site of the bombing of 2017, which killed 300"
    return any(t.dep_ in ("acl", "relcl") and t.head.pos_ in ("NOUN", "PROPN") for t in (deed, *deed.ancestors))


_SITES = frozenset({"site", "scene", "spot", "place", "location", "target"})


def among_harmed(sentence: Span, trigger: Trigger) -> bool:
    """Whether bombers are told of only as some of those whom others killed or took: "killed all attackers, including suicide bombers"."""
    return trigger.noun and trigger.lemma.endswith(("bomber", "attacker")) and is_harmed(sentence.doc[trigger.head])


def is_harmed(attacker: Token) -> bool:
    """Whether an attacker is among those harmed or taken, or the object of such a verb."""
    including = attacker.dep_ == "pobj" and attacker.head.lower_ == "including"
    return including or (attacker.dep_ in ("dobj", "nsubjpass") and attacker.head.lemma_.lower() in outcome_of("verbs"))


_TOPICS = frozenset(
    {
        *("accusation", "dispute", "concern", "fear", "talk", "ban", "treaty", "convention", "warning", "question", "debate", "deal"),
        *("law", "row", "argument", "anger", "outrage", "protest", "agreement", "resolution", "statement", "claim", "policy"),
    }
)
"""Words whose "over ..." or "on ..." is a subject of talk and no deed."""


def is_topic(sentence: Span, trigger: Trigger) -> bool:
    """Whether a trigger only names what is talked of: "trade accusations over landmines", "a ban on rocket fire"."""
    head = sentence.doc[trigger.head]
    parent = head.head
    if not trigger.noun or head.tag_ != "NNS" or head.dep_ != "pobj" or parent.lower_ not in ("over", "about", "on"):
        return False
    return parent.head.lemma_.lower() in _TOPICS or (
        parent.head.pos_ == "VERB" and any(c.dep_ == "dobj" and c.lemma_.lower() in _TOPICS for c in parent.head.children)
    )
