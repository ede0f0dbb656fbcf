"""Doing: whether the subject of a verb did the deeds told under it, and what is done to a deed of another ("mourned", "stopped").

Rule `extract.doing`. Invariant: who only answers, mourns, stops or ends a deed never did it.
"""

from functools import cache
from typing import Any

from spacy.tokens import Token

from thucydides.extracting.tellings.speaking import under
from thucydides.vocabulary import mapping


@cache
def roles() -> dict[str, Any]:
    """The lists of `telling.yaml` that settle who did what to whom."""
    return dict(mapping("telling")["roles"])


@cache
def arms() -> frozenset[str]:
    """Lemmas of what forces alone use or do: "fire", "shelling", "drone"."""
    return frozenset(word.split()[-1] for word in mapping("actor_words")["arms"])


def does(verb: Token, deeds: set[int]) -> bool:
    """Whether the subject of a verb that has deeds among its words did them: not in "expressed grief over the killing",
    "suspended the deal, citing a blast", "destroyed 13 rockets", "was repairing a road when rebels attacked"."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    harmless = lemma in roles()["disarming"] and any(o.lemma_.lower() in roles()["munitions"] or o.lower_ == "it" for o in objects)
    if harmless and (lemma == "destroy" or verb.i not in deeds):
        return False
    if lemma in roles()["policing"]:
        others = {d for d in deeds if d != verb.i and not _sweeps(verb.doc[d])}
        return not others or any(c.i in others for c in verb.conjuncts)  # not in "arrested the man behind the bombing"
    if verb.i in deeds or any(o.lemma_.lower() in ("responsibility", "credit") for o in objects):
        return True
    return any(d in deeds and not _of_another(verb.doc[d], verb) for d in under(verb))


def _sweeps(deed: Token) -> bool:
    """Whether a deed is what people are taken away in or from, by those who take them: "detained 18 in raids", "40 at a rally"."""
    return deed.dep_ == "pobj" and deed.head.lower_ in ("in", "during", "at", "from") and deed.lemma_.lower() in roles()["swept"]


def _behind_noun(name: Token) -> bool:
    """Whether a country's name ends the words of a noun, and opens no clause: "near the border with Chad killing 24"."""
    return name.i > 1 and name.nbor(-1).pos_ == "ADP" and name.nbor(-2).pos_ in ("NOUN", "PROPN")


def _of_another(deed: Token, verb: Token) -> bool:
    """Whether a deed under a verb is what the subject reacts to and not what it did."""
    if deed.dep_ == "pobj":
        behind = deed.head.lower_ == "behind" and verb.lemma_.lower() in ("be", "stand")
        return deed.head.lower_ not in roles()["means"] and not behind
    if deed.dep_ == "dobj":
        return deed.head.lemma_.lower() in roles()["reacting"] or (deed.head != verb and verb.lemma_.lower() in roles()["reacting"])
    return False


def goes_on(verb: Token) -> bool:
    """Whether the subject of a verb without an object does more to somebody in the same breath, and so did this too: "struck at dawn,
    killing two", "murdered and beheaded 12 people"."""
    following = [c for c in verb.children if c.i > verb.i and c.dep_ in ("advcl", "conj")]
    return any(
        any(o.dep_ == "dobj" for o in c.children) and not any(o.dep_ in ("nsubj", "nsubjpass", "mark") for o in c.children)
        for c in following
    )


def is_aimed_at(noun: Token, deeds: set[int]) -> bool:
    """Whether somebody's arms or post are what a deed hit: "struck a rebel rocket launcher", "targeting a militant car bomb"."""
    while noun.dep_ in ("compound", "nmod", "amod", "poss"):
        noun = noun.head
    verb = noun.head
    return noun.dep_ == "dobj" and (verb.i in deeds or verb.lemma_.lower() in ("hit", "target")) and verb.lemma_.lower() in roles()["hits"]


def acts_as_state(token: Token, deeds: set[int]) -> bool:
    """Whether a country's or capital's name is the subject of a deed of force: "Israel struck", "Moscow fired 40 missiles"."""
    verb = token.head
    if token.dep_ != "nsubj" or any(c.dep_ == "auxpass" for c in verb.children) or token.i > verb.i or _behind_noun(token):
        return False
    lemma = verb.lemma_.lower()
    means = [c for c in verb.children if c.dep_ in ("dobj", "prep")]
    used = lemma in _USING and any(c.i in deeds or c.lemma_.lower() in arms() or c.lemma_.lower() in roles()["craft"] for c in means)
    done = verb.i in deeds and lemma not in ("die", "lose", "suffer", "perish", "explode", "claim", "arrest", "detain")
    return used or done


_USING = frozenset(
    {"launch", "fire", "carry", "conduct", "send", "drop", "stage", "mount", "use", "unleash", "shoot", "direct", "rain", "pound"}
)


def by_the_way(deed: Token) -> bool:
    """Whether a deed only says since when there was none like the one told ("the deadliest since the embassy bombing"), or for what a town
    on somebody's way was known ("on his way to Basra, then the site of street battles")."""
    known = deed.head.head if deed.head.lower_ == "of" else deed
    aside = known.lemma_.lower() in _SCENES and known.dep_ not in ("attr", "oprd") and known.left_edge.i > known.sent.start
    return deed.dep_ == "pobj" and (deed.head.lower_ == "since" or aside)


_SCENES = frozenset({"scene", "site", "theatre", "theater", "hotbed"})
