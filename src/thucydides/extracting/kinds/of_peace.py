"""Of peace: words of force said of what is none: who leaves a room, quarrels, dismisses, buys, prays or strives, what nature does, and
what is done to a bill or a claim.

Rule `extract.of-peace`. Invariant: what soldiers, fighters or a crowd do stays a deed.
"""

from collections.abc import Collection

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.extracting.kinds.frames import doers
from thucydides.vocabulary import mapping


def of_peace(verb: Token, lemma: str) -> bool:
    """Whether a verb of force is said of what none is done by: "stormed out of the talks", "the parties clashed over the budget", "doctors
    fought to save him", "he marched into the bank", "fired two directors", "a blaze destroyed the mill", "attacked the bill"."""
    words = mapping("triggers")["of_peace"]
    who = doers(verb)
    met = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")] if lemma in words["assailing"] else []
    if met and all(c.lemma_.lower() in words["ideas"] or c.lower_ in words["ideas"] for c in met):
        return True
    if lemma in words["showering"] and _behind(verb, "with") & {*words["showered"]}:
        return True  # "was bombarded with calls to resign"
    if lemma == "shoot" and _behind(verb, "to") & {*words["rising"]}:
        return True  # "shot to fame"
    if lemma in words["leaving"] and any(c.lower_ in ("out", "off") and c.dep_ in ("prt", "advmod", "prep") for c in verb.children):
        return True
    if lemma in words["answering"] and any(c.lower_ == "back" for c in verb.children) and who and not any(is_of(d, "armed") for d in who):
        return True
    if lemma in words["dismissing"] and any(is_of(c, "people") for c in verb.children if c.dep_ in ("dobj", "nsubjpass")):
        return True
    if lemma in words["buying"] and any(d.lemma_.lower() in words["buyers"] for d in who):
        return True
    if lemma == "march" and any(t.lemma_.lower() in words["devout"] for d in who for t in d.subtree):
        return True
    if lemma == "march" and who and all(d.tag_ in ("NN", "NNP", "PRP") and not is_of(d, "crowd") and not is_of(d, "armed") for d in who):
        return not any(d.lower_ in ("they", "we") for d in who)
    if lemma in words["quarrelling"] and who and all(d.lemma_.lower() in words["talkers"] and not _of_arms(d) for d in who):
        return not any(c.dep_ == "prep" and c.lower_ in ("with", "against") and _meets_arms(c) for c in verb.children)
    if lemma in words["recovering"] and any(c.lemma_.lower() in words["recovered"] for c in verb.children if c.dep_ == "dobj"):
        return True  # "the captives regained their freedom"
    if lemma in words["striving"] and any(_to_good_end(c, words["for"]) for c in verb.children):
        return not any(is_of(d, "armed") for d in who)
    return lemma in words["ruining"] and bool(who) and all(d.lemma_.lower() in words["nature"] for d in who)


def of_ideas(noun: Token, lemma: str) -> bool:
    """Whether a noun of force is of force on what only is thought or said: "an attack on democracy", "the assault on the bill"."""
    words = mapping("triggers")["of_peace"]
    met = [o for c in noun.children if c.lower_ in ("on", "against") for o in c.children if o.dep_ == "pobj"]
    return lemma in words["assailing"] and bool(met) and all(o.lemma_.lower() in words["ideas"] or o.lower_ in words["ideas"] for o in met)


def _behind(verb: Token, preposition: str) -> set[str]:
    return {o.lemma_.lower() for c in verb.children if c.dep_ == "prep" and c.lower_ == preposition for o in c.children if o.dep_ == "pobj"}


def _of_arms(noun: Token) -> bool:
    """Whether who is named is of armed people: "rebel allies"."""
    return any(is_of(c, "armed") for c in noun.lefts if c.dep_ in ("compound", "amod", "poss"))


def _meets_arms(preposition: Token) -> bool:
    return any(is_of(o, "armed") for o in preposition.children if o.dep_ == "pobj")


def _to_good_end(clause: Token, ends: Collection[str]) -> bool:
    return clause.dep_ in ("xcomp", "advcl") and clause.tag_ == "VB" and clause.lemma_.lower() in ends
