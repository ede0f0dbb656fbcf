"""Done: words of force of which their sentence says that it came about, or that armed people or a crowd did it.

Rule `extract.told-here`. Invariant: when and where are not asked here; who only speaks of a deed did none.
"""

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.extracting.kinds.clipped import is_clipped
from thucydides.extracting.kinds.frames import doers
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.vocabulary import mapping

_ABOUT = frozenset({"nsubj", "nsubjpass"})
_AS_NOUN = _ABOUT | {"dobj", "attr", "conj", "pobj"}


def is_done(word: Token, trigger: Trigger) -> bool:
    """Whether the word of a trigger is said to have come about ("fighting raged"), to have been done ("made attacks on the port"), or has
    a doer that bears arms, is itself of arms, or is the crowd of a protest."""
    if trigger.noun or (word.tag_ == "VBG" and word.dep_ in _AS_NOUN and _came_about(word)):
        return _came_about(word)
    return _has_doer(word, trigger.family)


def is_stated(verb: Token) -> bool:
    """Whether a verb of the past is that of its sentence's own clause, or of what somebody reports: "the depot was hit", "he said a mine
    went off", "two clinics looted in Bria", but not "the town that was hit in the war"."""
    if is_clipped(verb):
        return True
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ != "VBD" and not (verb.tag_ in ("VBN", "VBG") and auxiliaries):
        return verb.tag_ in ("VBD", "VBN") and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_stated(verb.head)
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    reported = clause.dep_ in ("ccomp", "parataxis") and clause.head.lemma_.lower() in REPORTING
    return clause.dep_ == "ROOT" or (reported and clause.head.dep_ in ("ROOT", "ccomp", "parataxis", "conj"))


def _came_about(noun: Token) -> bool:
    words = mapping("triggers")["befalling"]
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    verb = noun.head
    lemma = verb.lemma_.lower()
    if noun.dep_ == "ROOT":  # "gunfights flared in the port", where the parser sees a noun alone
        return any(c.dep_ == "acl" and {c.lemma_.lower(), c.lower_} & set(words["about"]) for c in noun.children)
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_.lower() in words["stretches"]:
        return verb.head.head.lemma_.lower() in words["did"] and verb.head.dep_ in ("dobj", "nsubjpass")  # "saw another day of protests"
    if noun.dep_ == "pobj" and verb.lower_ == "of":
        return verb.head.lemma_.lower() in words["spoken"] or (verb.head.lemma_ == "report" and _there_was(verb.head))
    if lemma == "be":
        return _there_was(noun) or (noun.dep_ == "nsubj" and any(_under_way(c) for c in verb.children))
    if verb.pos_ != "VERB":
        return False
    if noun.dep_ in _ABOUT and not any(c.dep_ in ("auxpass",) for c in verb.children):
        beside = {c.lower_ for c in verb.children if c.dep_ in ("prt", "dobj", "advmod")}
        shook = bool({lemma, verb.lower_} & set(words["shaking"])) and noun.dep_ == "nsubj"
        return shook or bool({lemma, verb.lower_} & set(words["about"])) or bool(beside & set(words["with"].get(lemma, ())))
    if noun.dep_ == "dobj" and lemma in words["fired"] and _of_arms(noun) and any(_fires(d) for d in doers(verb)):
        return True  # "insurgents fired rockets at the port"
    return noun.dep_ in ("dobj", "nsubjpass") and lemma in words["did"]


def _fires(doer: Token) -> bool:
    return is_of(doer, "armed") or _of_arms(doer)


def _there_was(noun: Token) -> bool:
    """Whether a sentence says of a noun that it was there: "there was heavy fighting", not "there was no fighting"."""
    there = noun.head.lemma_ == "be" and any(c.dep_ == "expl" for c in noun.head.children)
    return there and not any(c.lower_ in _NONE for c in noun.lefts)


_NONE = frozenset({"no", "little", "any", "less"})


def _under_way(word: Token) -> bool:
    """Whether words beside "was" say that something went on: "under way", "the fighting was fierce"."""
    if word.dep_ == "acomp" and word.lemma_.lower() in mapping("triggers")["befalling"]["fierce"]:
        return True
    return word.lower_ in ("underway", "ongoing") or (word.lower_ == "under" and any(c.lower_ == "way" for c in word.children))


def _has_doer(verb: Token, family: str) -> bool:
    who = doers(verb)
    if family in ("protest", "riot"):
        return any(is_of(d, "crowd") for d in who)
    return any(is_of(d, "armed") and d.lower_ not in ("they",) for d in who) or any(_of_arms(d) for d in who)


def _of_arms(noun: Token) -> bool:
    """Whether a word names what only forces use: "shells", "warplanes"."""
    arms = mapping("actor_words")["arms"]
    return noun.lemma_.lower() in {word.split()[-1] for word in arms}
