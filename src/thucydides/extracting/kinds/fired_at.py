"""Fired at: a protest against which force is told: shots at a march, at people who take part in one, or to keep marchers from their goal.

Rule `type.protest-force`. Invariant: who is fired at stands in the words of the firing; what else a protest was met with says nothing here.
"""

from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Doc, Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.extracting.kinds.frames import doers
from thucydides.extracting.kinds.hyphens import whole
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping

_UP = 6
_AT = frozenset({"on", "at", "into", "upon", "against"})


def fired_at(doc: Doc, trigger: Trigger) -> Trigger:
    """A protest that is fired at as a crackdown on it: "soldiers opened fire on the march", "shot at people who were at a rally"."""
    if trigger.family != "protest":
        return trigger
    word = doc[trigger.head]
    met = (_march(word) or _is_stormed(word, trigger.lemma)) if trigger.noun else False
    return _cracked_down(trigger) if met or any(_is_shot_at(p) for p in _taking_part(word)) else trigger


def holds_back(verb: Token) -> bool:
    """Whether a verb of firing says that it was done to stop or part protesters: "fired to prevent marchers from reaching the gate"."""
    words = mapping("triggers")["holding_back"]
    if verb.lemma_.lower() not in words["firing"]:
        return False
    aims = (c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.lemma_.lower() in words["aims"])
    return any(is_of(o, "protesters") or whole(o) in mapping("triggers")["fired_at"] for a in aims for o in _held(a))


def _held(aim: Token) -> Iterator[Token]:
    """Who is kept from something, whichever way the parser reads it: "to prevent protesters reaching the gate"."""
    yield from (c for c in aim.children if c.dep_ == "dobj")
    yield from (s for c in aim.children if c.dep_ in ("ccomp", "xcomp") for s in c.children if s.dep_ == "nsubj")


def _march(noun: Token) -> bool:
    if noun.dep_ != "pobj" or whole(noun) not in mapping("triggers")["fired_at"] or noun.head.lower_ not in _AT:
        return False
    verbs = [t for t in (noun.head.head, noun.head.head.head) if t.lemma_.lower() in ("fire", "shoot", "open", "attack", "charge")]
    return bool(verbs) and not any(_by_gunmen(v) for v in verbs)


def _by_gunmen(verb: Token) -> bool:
    """Whether who fired are told as armed people of no state, and nobody's snipers: "gunmen opened fire at a rally"."""
    who = [d for d in doers(verb) if d.pos_ == "NOUN"]
    hidden = mapping("triggers")["holding_back"]["for_states"]
    return bool(who) and all(is_of(d, "armed") and not is_of(d, "state") and whole(d) not in hidden for d in who)


def _is_stormed(noun: Token, called: str) -> bool:
    """Whether forces of a state or paramilitaries go into a gathering: "stormed the sit-in before dawn"."""
    within = noun.dep_ in ("nmod", "compound", "amod") and noun.head.dep_ in ("dobj", "nsubjpass")
    verb = noun.head.head if within else noun.head if noun.dep_ in ("dobj", "nsubjpass") else None
    words = mapping("triggers")
    if verb is None or verb.lemma_.lower() not in words["storming_gatherings"] or called not in words["fired_at"]:
        return False
    who = doers(verb)
    return bool(who) and all(is_of(d, "state") or d.lower_ in ("paramilitary", "paramilitaries") for d in who)


def _taking_part(word: Token) -> Iterator[Token]:
    """The people about whom a clause says that they protest: "civilians taking part in a rally", "people who were protesting"."""
    for _ in range(_UP):
        if word.dep_ in ("relcl", "acl"):
            if not goes_home(word) and word.lemma_.lower() not in mapping("triggers")["scene"]["watching"]:  # "who was covering a march"
                yield word.head
            return
        if word.dep_ == "pcomp" and any(c.dep_ == "nsubj" for c in word.children):
            yield from (c for c in word.children if c.dep_ == "nsubj")  # "fired on women taking part in a rally"
            return
        if word.dep_ not in ("pobj", "prep", "dobj", "xcomp", "conj", "pcomp") or word.head == word:
            return
        word = word.head


def goes_home(word: Token) -> bool:
    """Whether a word says that somebody is on the way back: "returning from", "on her way home from", "heading home from"."""
    words = mapping("triggers")["scene"]["homeward"]
    way = [o for p in word.children if p.dep_ == "prep" and p.lower_ == "on" for o in p.children]  # "was on the way home from a march"
    return any(t.lemma_.lower() in words for t in (word, *(c for c in word.children if c.dep_ == "advmod"), *way))


def _is_shot_at(noun: Token) -> bool:
    if not (is_of(noun, "people") or is_of(noun, "crowd")):
        return False
    at = noun.head if noun.dep_ == "pobj" else noun.head.head if noun.dep_ == "nsubj" and noun.head.dep_ == "pcomp" else None
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else at.head if at is not None and at.lower_ in _AT else None
    shots = mapping("triggers")["holding_back"]["shooting"]
    if verb is None or _by_gunmen(verb):
        return False
    return any(t.lemma_.lower() in shots for t in (verb, verb.head if verb.dep_ == "dobj" else verb))


def _cracked_down(trigger: Trigger) -> Trigger:
    return replace(trigger, family="crackdown", type=mapping("triggers")["families"]["crackdown"]["type"], weak=False)
