"""Protesting: protests that no word for a protest tells: people without arms block a road, or bring a town to a standstill.

Rule `extract.blocking`. Invariant: soldiers, rebels and snow block roads too, and protest against nothing: who did it must be a crowd.
"""

from functools import cache

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of, people_together
from thucydides.extracting.kinds.hyphens import whole
from thucydides.vocabulary import mapping

_OF_CLAUSES = frozenset({"conj", "advcl", "xcomp"})


def blocks(verb: Token) -> bool:
    """Whether a verb says that a crowd stops traffic: "farmers blocked the road to the coast", "lorries brought the city to a halt"."""
    words = mapping("triggers")["blocking"]
    lemma = verb.lemma_.lower()
    if lemma in words["stopping"]:
        ends = {o.lemma_.lower() for p in verb.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"}
        return bool(ends & set(words["stops"])) and _by_crowd(verb)
    if lemma not in words["verbs"]:
        return False
    blocked = (t.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in (c, *c.conjuncts))
    return bool(set(blocked) & set(words["ways"])) and _by_crowd(verb)


def with_fire(verb: Token) -> bool:
    """Whether a way is blocked by what burns: "blocked the road with burning tyres"."""
    return any(is_of(o, "blazes") for p in verb.subtree if p.lower_ == "with" for o in p.children if o.dep_ == "pobj")


def gathers(verb: Token) -> bool:
    """Whether a crowd is told to come together and to want something, or before a seat of power: "thousands gathered outside parliament",
    "women gathered to demand their sons back"; or those who demonstrate to want it (rule `extract.gathering`)."""
    words = mapping("triggers")["gathering"]
    lemma = verb.lemma_.lower()
    # "hundreds massed", where the parser sees a noun alone
    headed = verb.dep_ == "ROOT" or (verb.dep_ == "acl" and verb.head.dep_ == "ROOT")
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG") and not (verb.tag_ == "VBN" and headed):
        return False
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    if lemma in words["wanting"] and any(_counted(d) and d.lemma_.lower() in people_together() for n in doers for d in (n, *_of(n))):
        return True  # "thousands of mourners called for freedom"
    if lemma in words["wanting"]:
        return any(d.lemma_.lower() in _demonstrators() for d in doers) and (
            lemma not in ("condemn", "call", "oppose", "denounce") or (lemma == "call" and _for_deed(verb))
        )
    counted = not doers and verb.i > verb.sent.start and verb.nbor(-1).lemma_.lower() in people_together()  # "on Friday thousands gathered"
    out = lemma in _COMING_OUT and any(c.lower_ == "out" and c.dep_ in ("prt", "advmod") for c in verb.children)  # "turned out to protest"
    if (lemma not in words["verbs"] and not out) or not (counted or _by_crowd(verb)):
        return False
    wanted = any(t.lemma_.lower() in words["wanting"] for c in verb.children if c.dep_ in ("xcomp", "advcl", "conj") for t in (c,))
    goals = {o.lemma_.lower() for p in verb.subtree if p.dep_ == "prep" and p.lower_ in _BEFORE for o in p.children if o.dep_ == "pobj"}
    return wanted or bool(goals & set(words["before"])) or any(c.lower_ in words["against"] for c in verb.children if c.dep_ == "prep")


_COMING_OUT = frozenset({"turn", "come"})


def _for_deed(verb: Token) -> bool:
    """Whether somebody calls for something to be done: "called for the minister to resign", "called for his release"."""
    return any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children) or any(
        c.dep_ in ("advcl", "ccomp", "xcomp") and any(m.lower_ == "for" for m in c.children) for c in verb.children
    )


def _of(noun: Token) -> list[Token]:
    return [o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]


def _counted(noun: Token) -> bool:
    """Whether people are counted, by a number or a word for many: "300 women", "thousands of mourners"."""
    many = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in mapping("groups")["counters"]
    return many or any(c.dep_ == "nummod" for c in noun.children)


_BEFORE = frozenset({"outside", "of", "before", "at", "around", "near"})


@cache
def _demonstrators() -> frozenset[str]:
    return frozenset(mapping("type_signs")["signs"]["protesters"]["nouns"]) - {"supporter", "opponent", "campaigner"}


def scatters(verb: Token) -> bool:
    """Whether a gathering is broken up: "fired into the air to scatter the march", "broke up a sit-in"."""
    words = mapping("triggers")
    broken = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return verb.lemma_.lower() in words["scattering"] and any(whole(c) in {*words["fired_at"], *_protesters()} for c in broken)


@cache
def _protesters() -> frozenset[str]:
    return frozenset(mapping("type_signs")["signs"]["protesters"]["nouns"]) - {"opponent", "supporter"} | {"crowd"}


def joining(noun: Token) -> Token | None:
    """The verb by which people are said to take part in a protest: "4,000 teachers joined the march"; None where none does."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
    if verb is None or verb.pos_ != "VERB":
        return None
    lemma = "take part" if verb.lemma_.lower() == "take" and any(c.lower_ == "part" for c in verb.children) else verb.lemma_.lower()
    if lemma == "attend" and noun.lemma_.lower() in mapping("status")["mourning"]["nouns"]:
        return None  # who attends a vigil mourns
    return verb if lemma in mapping("triggers")["blocking"]["joining"] else None


def _by_crowd(verb: Token) -> bool:
    """Whether those who do it are people without arms: the subject, that of the verb it is joined to, or behind "by"."""
    doers = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    at = verb
    while not doers:
        doers = [c for c in at.children if c.dep_ == "nsubj"]
        if at.dep_ not in _OF_CLAUSES or at.head == at or any(c.dep_ == "nsubjpass" for c in at.children):
            break
        at = at.head
    crowd = people_together()
    return any(t.lemma_.lower() in crowd for d in doers for t in (d, *(o for p in d.children if p.lower_ == "of" for o in p.children)))
