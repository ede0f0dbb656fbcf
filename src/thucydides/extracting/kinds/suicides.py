"""Suicides: attackers who die by their own bomb where no word calls it a suicide attack: "killing himself", "the explosives she wore",
"drove a lorry full of explosives into the gate".

Rule `extract.own-death`. Invariant: a car left to explode, a drone and a craft without a crew kill nobody who sent them.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from thucydides.vocabulary import mapping

_INTO = frozenset({"into", "at", "against", "through"})


def own_deaths(sentence: Span) -> Iterator[Token]:
    """The verbs of a sentence that say that somebody blew himself up with others."""
    words = _words()
    if not any(t.lemma_.lower() in words["explosives"] | words["bags"] for t in sentence):
        return
    for token in sentence:
        if token.pos_ == "VERB" and (_of_oneself(token) or _by_own_bomb(token) or _worn(token) or _carried(token) or _driven(token)):
            yield token


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(str, listed)) for name, listed in mapping("triggers")["own_death"].items()}


def _of_oneself(verb: Token) -> bool:
    """Whether somebody is said to kill himself: "killing herself and two guards", "detonated herself"."""
    own = verb.lemma_.lower() in ("kill", "detonate", "explode")
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return own and any(c.lower_ in _words()["selves"] for o in objects for c in (o, *o.conjuncts))


def _by_own_bomb(verb: Token) -> bool:
    """Whether a bomber is told to have died: "the bomber died on a bus"."""
    dead = (t for c in verb.children if c.dep_ == "nsubj" for t in (c, *c.conjuncts))
    return verb.lemma_.lower() in ("die", "perish") and any(t.lemma_.lower() == "bomber" for t in dead)


def _worn(verb: Token) -> bool:
    """Whether explosives go off that somebody wears: "detonated the explosives strapped to her body", "wearing a vest that he set off"."""
    if verb.lemma_.lower() == "wear" and any(t.lemma_.lower() in _words()["sets_off"] | _words()["attacks"] for t in verb.sent):
        return any(t.lemma_.lower() in _words()["explosives"] for c in verb.children if c.dep_ == "dobj" for t in c.subtree)
    if verb.lemma_.lower() not in _words()["sets_off"]:
        return False
    if any(c.dep_ == "dobj" and c.lemma_.lower() in _words()["garments"] for c in verb.children):
        return True  # "detonated his vest"
    if any(c.dep_ == "dobj" and c.lemma_.lower() in _words()["bags"] and _his(c) for c in verb.children):
        return True  # "blew up his backpack"
    at = (c for c in verb.subtree if c.lemma_.lower() in _words()["explosives"])
    about = (w for e in at for w in e.children if w.i > e.i and w.dep_ in ("acl", "relcl", "amod"))
    return any((w.lemma_.lower() in _words()["wears"] or w.lower_ in _words()["worn"]) and not _in_vehicle(w) for w in about)


def _his(noun: Token) -> bool:
    """Whether a thing is said to be one person's own."""
    return any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in noun.children)


def _carried(verb: Token) -> bool:
    """Whether who attacks has a belt or vest of explosives with her: "a girl with an explosives belt attacked a market"."""
    if verb.lemma_.lower() not in _words()["attacks"]:
        return False
    who = (c for c in verb.children if c.dep_ in ("nsubj", "agent"))
    had = (o for w in who for p in w.subtree if p.lower_ in ("with", "in") for o in p.children if o.dep_ == "pobj")
    return any(
        o.lemma_.lower() in _words()["garments"] and any(t.lemma_.lower() in _words()["explosives"] - {"belt", "vest"} for t in o.lefts)
        for o in had
    )


def _in_vehicle(worn: Token) -> bool:
    """Whether what is hidden or tied is so in or to a thing and not a body: "a bomb hidden in a motorcycle"."""
    held = [o for p in worn.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
    return bool(held) and not any(o.lemma_.lower() in _words()["body"] or any(c.dep_ == "poss" for c in o.children) for o in held)


def _driven(verb: Token) -> bool:
    """Whether a vehicle with explosives is driven into something by who sits in it."""
    into = any((c.dep_ == "prep" and c.lower_ in _INTO) or (c.dep_ == "dobj" and verb.lemma_.lower() == "ram") for c in verb.children)
    # "a van packed with explosives into a bus"
    into = into or any(p.lower_ == "into" for c in verb.children if c.dep_ == "dobj" for p in c.subtree)
    if verb.lemma_.lower() not in _words()["drives"] or not into:
        return False
    own = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass")]
    loads = [{t.lemma_.lower() for t in c.subtree} for c in own]
    loaded = any(load & _words()["explosives"] and load & _words()["vehicles"] for load in loads)
    return loaded and not any(t.lower_ in _words()["unmanned"] for t in verb.subtree)
