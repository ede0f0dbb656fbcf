"""Taken away: people carried off, ships seized and lines cut, which common verbs tell by what they are done to.

Rule `extract.taken-away`. Invariant: who is only taken to a hospital, or goes aboard, is no captive; people are taken by somebody with
power over them, or out of where they were.
"""

from collections.abc import Collection
from functools import cache

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.extracting.kinds.clipped import is_clipped, undergone
from thucydides.grounding.places.lexicon import lexicon
from thucydides.vocabulary import mapping


def carries_off(verb: Token, named: Collection[int]) -> str:
    """The family of deeds that a verb tells of by which people are taken away: "took three nurses from their car", "were taken at a
    checkpoint", "was picked up by the police"; "" where it tells of none."""
    words = mapping("triggers")["carrying_off"]
    lemma = verb.lemma_.lower()
    victims = undergone(verb)
    if lemma not in words["verbs"] or not any(_person(v, named) for v in victims) or _to_somewhere(verb):
        return ""
    clipped = is_clipped(verb)
    passive = clipped or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    doers = [o for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by" for o in c.children if o.dep_ == "pobj"]
    at = verb
    while at.dep_ == "conj" and at.head != at and not any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children):
        at = at.head
    doers += [c for c in at.children if c.dep_ == "nsubj" and c not in victims]
    taker = any(_armed(d) or (passive and d.pos_ == "PROPN" and d.i not in named) for d in doers)
    away = any(c.lower_ in words["away"] and c.dep_ in ("prt", "advmod") for c in verb.children)
    away = away and not (passive and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children))  # "was taken off life support"
    source = _source(verb, victims)
    counted = any(c.like_num for v in victims for c in v.children)
    if lemma in words["alone"] or (lemma == "take" and counted and any(_fighters(d) for d in doers)):
        return "abduction"
    told = taker and (away or source or passive or lemma == "seize")
    told = told or (passive and (source or (away and not doers))) or (clipped and counted and lemma == "seize")
    if lemma == "pick" and not doers and any(t.lemma_.lower() in words["rescued"] for t in verb.sent):
        return ""  # "one of the trawlers sank, and its crew were picked up"
    hurt = any(t.lemma_.lower() in words["hurt"] for t in verb.sent if t != verb)
    if hurt and not source and any(c.lower_ == "out" for c in verb.children):
        return ""  # "seven had been hit, and were taken out over a wall by police"
    if not told or (lemma in ("pick", "carry", "lead", "march") and not away):
        return ""
    state = any(t.lemma_.lower() in words["arresting"] for d in doers for t in (d, *d.lefts))
    state = state or any(t.lemma_.lower() in words["bound"] for t in verb.subtree)
    aims = (o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "on", "under") for o in c.children)
    state = state or any(o.lemma_.lower() in words["charged"] for o in aims)  # "were picked up for questioning"
    goals = (o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "into") for o in c.children)
    state = state or (not doers and any(o.lemma_.lower() in words["jailed"] for o in goals))  # "were led off to jail"
    return "arrest" if state else "abduction"


def _person(noun: Token, named: Collection[int]) -> bool:
    if noun.i in named:
        return False
    inner = (o for p in noun.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj")
    told = noun.lower_ in ("him", "her", "them", "he", "she", "they") or any(t.lemma_.lower() in _people() for t in (noun, *inner))
    counted = noun.tag_ in ("NNPS", "NNS") and any(c.dep_ == "nummod" or c.like_num for c in noun.lefts)
    return told or _named_person(noun) or (counted and noun.pos_ == "PROPN")  # "six Croats were taken from a bus"


def _named_person(noun: Token) -> bool:
    """Whether a name is a person's: behind a given name, with what he is behind it ("Munir Mengal, the director of ..."), or with a word
    such as "his" in what is told of him."""
    if noun.pos_ != "PROPN" or not any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.lefts):
        return False
    things = mapping("triggers")["held"]
    called = any(c.dep_ == "appos" and c.tag_ == "NN" and c.lemma_.lower() not in things for c in noun.children)
    given = any(c.lower_ in lexicon().given for c in noun.lefts)
    return given or called or any(t.lower_ in ("his", "her", "him", "himself", "herself") for t in noun.head.subtree if t.i > noun.i)


def _to_somewhere(verb: Token) -> bool:
    """Whether people are told to be taken to a place of care or of law: "were taken to hospital", "to court"."""
    goals = [o for p in verb.children if p.dep_ == "prep" and p.lower_ in ("to", "into") for o in p.children]
    return any(o.lemma_.lower() in _CARE for o in goals)


_CARE = frozenset(
    {"hospital", "clinic", "court", "safety", "morgue", "surgery", "airport", "shelter", "account", "custody", "center", "centre"}
)


def _source(verb: Token, victims: Collection[Token]) -> bool:
    """Whether people are taken out of where they were, or at a barrier: "from their homes", "at a checkpoint"."""
    places = mapping("triggers")["carrying_off"]["from"]
    for head in (verb, *victims):
        for preposition in (c for c in head.children if c.dep_ == "prep"):
            goals = {o.lemma_.lower() for o in preposition.children if o.dep_ == "pobj"}
            inner = {o.lemma_.lower() for p in preposition.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"}
            if preposition.lower_ in ("from", "off", "out") and (goals | inner) & set(places):
                return True
            if preposition.lower_ == "at" and goals & {"checkpoint", "roadblock"}:
                return True
    return False


def _armed(noun: Token) -> bool:
    if noun.lemma_.lower() in ("member", "element") and any(c.pos_ == "PROPN" or c.text.isupper() for c in noun.lefts):
        return True  # "RSF members took three traders away"
    return any(t.lemma_.lower() in _takers() or t.lower_ in _takers() for t in (noun, *(c for c in noun.lefts if c.dep_ != "amod")))


def _fighters(noun: Token) -> bool:
    fighters = {words.split()[-1] for words in mapping("type_signs")["signs"]["fighters"]["nouns"]}
    return noun.lemma_.lower() in fighters | {"bandit", "pirate", "kidnapper"} or noun.lower_.removesuffix("s") in fighters


@cache
def _takers() -> frozenset[str]:
    signs = mapping("type_signs")["signs"]
    named = (words.split()[-1] for who in ("forces", "fighters") for words in signs[who]["nouns"])
    return frozenset((*named, *mapping("triggers")["carrying_off"]["takers"]))


@cache
def _people() -> frozenset[str]:
    signs = mapping("type_signs")["signs"]
    told = (word for who in ("civilians", "activists", "captives", "women") for word in signs[who]["nouns"])
    return frozenset((*(w.split()[-1] for w in told), *mapping("triggers")["carrying_off"]["taken"]))


def not_seen_since(verb: Token) -> bool:
    """Whether nobody has seen or heard of somebody since armed or masked people came upon him."""
    said = {c.lower_ for c in verb.children}
    unseen = verb.lemma_.lower() in ("see", "hear") and "since" in said and any(c.dep_ == "neg" for c in verb.children)
    return unseen and any(t.dep_ in ("nsubj", "pobj") and (is_of(t, "armed") or t.lower_ == "uniform") for t in verb.sent if t.i != verb.i)


def seizes_vessel(verb: Token) -> bool:
    """Whether a verb tells of a ship that is seized, or boarded by the armed: "seized a tanker in the strait"."""
    words = mapping("triggers")["vessels"]
    lemma = verb.lemma_.lower()
    ships = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    if lemma not in words["verbs"] or not any(t.lemma_.lower() in words["ships"] for t in ships):
        return False
    return lemma not in ("board", "sink") or _by_arms(verb)


def _by_arms(verb: Token) -> bool:
    """Whether soldiers, fighters or a weapon do what a verb says: "was sunk by a gunboat"."""
    doers = [o for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for o in c.children if o.dep_ == "pobj"]
    if not any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        doers += [c for c in verb.children if c.dep_ == "nsubj"]
    return any(_armed(d) or d.lemma_.lower() in mapping("triggers")["vessels"]["arms"] for d in doers)


def cuts_throats(verb: Token) -> bool:
    """Whether a verb tells of throats that are cut: "had their throats cut"."""
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj"))
    return verb.lemma_.lower() in ("cut", "slit", "slash") and any(t.lemma_.lower() == "throat" for t in things)


def wrecks(verb: Token) -> bool:
    """Whether a verb tells of what carries power, goods or news being cut or brought down: "cut the power line to the town"."""
    words = mapping("triggers")["wrecking"]
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ in ("down", "out")), "")
    lemma = f"{verb.lemma_.lower()} {particle}".strip()
    if lemma not in words["verbs"]:
        return False
    things = [t for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in (c, *c.conjuncts)]
    carrying = frozenset(words["carrying"])
    return any(
        t.lemma_.lower() in words["lines"] and (t.lemma_.lower() != "line" or any(c.lower_ in carrying for c in t.lefts)) for t in things
    )
