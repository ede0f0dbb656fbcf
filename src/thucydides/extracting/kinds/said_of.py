"""Said of: triggers by what their sentence says of them: a march that shots are fired at, a man recaptured, a lorry that hit a mine.

Invariant: a trigger stays where it stands; only its family, and whether it tells of a deed by itself, follow from the words about it.
"""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc, Span, Token

from thucydides.extracting.kinds.by_doer import family_by_doer
from thucydides.extracting.kinds.classes import caught, is_of
from thucydides.extracting.kinds.done import is_done, is_stated
from thucydides.extracting.kinds.fighting import with_scenes
from thucydides.extracting.kinds.fired_at import fired_at
from thucydides.extracting.kinds.fought_for import fought_for
from thucydides.extracting.kinds.found_arms import is_aim, left_over
from thucydides.extracting.kinds.frames import doers
from thucydides.extracting.kinds.mines import meets_mine
from thucydides.extracting.kinds.protesting import joining
from thucydides.extracting.kinds.suicides import own_deaths
from thucydides.extracting.kinds.suspected import without_suspicions
from thucydides.extracting.kinds.taking import moves, takes_place, told_alone, told_by_object
from thucydides.extracting.kinds.things import downable, seizable
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping


def borne_out(sentence: Span, found: Sequence[Trigger], named: Collection[int]) -> list[Trigger]:
    """The triggers of a sentence by what it says of them, with those that only their object makes one; `named` are the tokens of places."""
    doc = sentence.doc
    found = [t for t in found if not (t.family == "arrest" and not t.noun and takes_place(doc[t.head], named))]
    found = [t for t in found if not (t.family == "protest" and not t.noun and _of_soldiers(doc[t.head], named))]
    found = [_led(doc, t) for t in found if not (t.lemma == "disperse" and not t.noun and _of_itself(doc[t.head]))]
    found = [t for t in found if not _without(doc[t.head])]
    found = [t for t in found if len(found) == 1 or not (t.noun and t.lemma in mapping("triggers")["things"] and is_aim(doc[t.head]))]
    found = [t for t in found if len(found) == 1 or t.noun or t.family != "bomb" or not _failed(doc[t.head])]
    found = [t for t in found if not (_is_sound(doc, t) and any(o.family in _FOUGHT for o in found))]
    found = [t for t in found if not (t.lemma == "burn" and any(is_of(o, "banners") for o in _objects(doc[t.head])))]
    found = [fired_at(doc, _by_crowd(doc, _with_joining(doc, _of_people(t, doc, named)))) for t in found]
    found = [_intercepted(doc, t) for t in found]
    told = _by_object(sentence, {i for t in found for i in range(t.first, t.last + 1)}, named)
    found = [_of_arms_kept(doc, t) for t in found]
    kept = [t for t in found if not t.noun and (_intercepts(doc, t) or t.lemma in mapping("triggers")["making_safe"]["verbs"])]
    safe = {o.i for t in (*told, *kept) if t.family == "seizure" for first in _objects(doc[t.head]) for o in (first, *first.conjuncts)}
    found = [t for t in found if t.head not in safe or not (t.noun and t.family in _ARMS)]
    found = [t for t in found if t.noun or t.family != "bomb" or not _made_safe(doc[t.head], told)] + told
    if all(t.weak and t.noun for t in found):
        found = found + made(told_alone(sentence, named))
    found = [replace(t, family=f, type=_type_of(f), weak=False) if (f := family_by_doer(doc[t.head], t)) else t for t in found]
    found = [replace(t, family="destruction", type=_type_of("destruction")) if _razes(doc, t, found) else t for t in found]
    found = [fought_for(doc, t) for t in found]
    left = {t.head for t in found if t.noun and t.family == "shelling" and left_over(doc[t.head])}
    found = [replace(t, family="bomb", type=_type_of("bomb")) if t.head in left else t for t in found]
    burst = {t.head for t in found if t.noun and t.lemma in mapping("triggers")["bursts"] and _of_grenade(doc[t.head])}
    found = [replace(t, family="grenade", type=_type_of("grenade")) if t.head in burst else t for t in found]
    told = with_scenes(sentence, _with_means(sentence, without_suspicions(doc, found)))
    return [replace(t, done=is_done(doc[t.head], t), stated=not t.noun and is_stated(doc[t.head]), met=_is_met(doc[t.head])) for t in told]


def _of_soldiers(verb: Token, named: Collection[int]) -> bool:
    """Whether soldiers or fighters come somewhere, who march too: "hoped to march on the capital"."""
    armed = any(d.pos_ == "NOUN" and is_of(d, "armed") for d in doers(verb))
    return moves(verb, named) or (verb.lemma_.lower() == "march" and armed)


def _with_means(sentence: Span, found: list[Trigger]) -> list[Trigger]:
    """The triggers with those that name no means as what they were: attackers who blow themselves up, vehicles that hit a mine."""
    verbs = {t.i: "bomb" for t in sentence if t.pos_ == "VERB" and meets_mine(t)} | {t.i: "suicide" for t in own_deaths(sentence)}
    told = [replace(t, family=f, type=_type_of(f), weak=False) if (f := verbs.get(t.head)) else t for t in found]
    new = [sentence.doc[i] for i in verbs if i not in {t.head for t in told}]
    return told + [
        Trigger(t.i, t.i, t.i, verbs[t.i], _type_of(verbs[t.i]), False, False, lemma=t.lemma_.lower(), start=t.idx, end=t.idx + len(t))
        for t in new
    ]  # fmt: skip


_ARRESTING = frozenset({"take", "lead", "drag", "haul", "remove"})


def _of_grenade(noun: Token) -> bool:
    """Whether what burst is said to be a grenade: "the blast of a grenade"."""
    behind = (o for p in noun.children if p.lower_ in ("of", "from") for o in p.children if o.dep_ == "pobj")
    return any(o.lemma_.lower() == "grenade" for o in behind)


def _is_met(noun: Token) -> bool:
    """Whether people are said to have come to harm, or to have been arrested, at or in something: "were killed in protests"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "during", "in", "from"):
        return False
    words = mapping("triggers")
    befell = {*words["outcomes"], *_ARRESTING, *(v.split()[0] for v in words["families"]["arrest"]["verbs"])}
    above = noun.head.head
    above = above.head if above.pos_ in ("NOUN", "NUM", "PRON") and above.dep_ in ("dobj", "nsubjpass") else above
    return above.pos_ == "VERB" and above.lemma_.lower() in befell


def _led(doc: Doc, trigger: Trigger) -> Trigger:
    """Who is marched somewhere is taken there, and protests against nothing: "the men were marched into the forest"."""
    verb = doc[trigger.head]
    led = trigger.family == "protest" and trigger.lemma == "march" and not trigger.noun
    if not led or not any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return trigger
    return replace(trigger, family="abduction", type=_type_of("abduction"), weak=False)


def _of_itself(verb: Token) -> bool:
    """Whether a gathering is said to part without anybody who breaks it up: "before they dispersed on their own"."""
    return not any(c.dep_ in ("dobj", "nsubjpass", "auxpass", "agent") for c in verb.children) and verb.tag_ != "VB" and verb.dep_ != "acl"


def _with_joining(doc: Doc, trigger: Trigger) -> Trigger:
    """A protest in which people are said to take part, told by the verb that says so: it is one protest, and none in general."""
    verb = joining(doc[trigger.head]) if trigger.noun and trigger.family == "protest" else None
    return trigger if verb is None else replace(trigger, head=verb.i, weak=False, definite=False, plural=False)


def _without(word: Token) -> bool:
    """Whether a word says what there was none of: "without a fight", "without incident"."""
    return word.dep_ in ("pobj", "pcomp") and word.head.lower_ == "without"


def _razes(doc: Doc, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether houses are blown up by those who are told to shoot or kill there: "killed 30 villagers, blowing up their houses"."""
    at_hand = any(t.family in ("death", "attack") and not t.noun and not t.undergone for t in found)
    return at_hand and trigger.lemma == "blow up" and any(is_of(o, "property") or is_of(o, "homes") for o in _objects(doc[trigger.head]))


_FOUGHT = frozenset({"clash", "air", "shelling"})


def _is_sound(doc: Doc, trigger: Trigger) -> bool:
    """Whether a burst is only heard, of what the sentence tells besides: "explosions echoed as troops and rebels fought"."""
    noun, words = doc[trigger.head], mapping("triggers")
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return trigger.noun and trigger.lemma in words["bursts"] and noun.head.lemma_.lower() in words["sounding"]


def _failed(verb: Token) -> bool:
    """Whether a bomb is said not to have gone off, by which nobody denies that it was thrown or laid."""
    return any(c.dep_ == "neg" for c in verb.children)


def _by_crowd(doc: Doc, trigger: Trigger) -> Trigger:
    """A protest that people are said to make: "on Monday women marched to the governor's office" is no march in general."""
    told = trigger.weak and not trigger.noun and trigger.family == "protest" and any(is_of(d, "crowd") for d in doers(doc[trigger.head]))
    return replace(trigger, weak=False) if told else trigger


def _of_people(trigger: Trigger, doc: Doc, named: Collection[int]) -> Trigger:
    """Who was recaptured is under arrest again, and no territory: "the recapture of the gang's leader" (rule `extract.control`)."""
    if trigger.family != "territory":
        return trigger
    head = doc[trigger.head]
    owned = [o for c in head.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"] if trigger.noun else _objects(head)
    people = [o for o in owned if o.i not in named and (o.like_num or o.lemma_.lower() in caught() or _names_person(o))]
    return replace(trigger, family="arrest", type=_type_of("arrest")) if owned and len(people) == len(owned) else trigger


def _names_person(noun: Token) -> bool:
    """Whether a name is a person's: of three words or more, with a given name, or behind what somebody is ("gang leader")."""
    before = [c for c in noun.lefts if c.dep_ == "compound"]
    given = {str(n).lower() for n in mapping("places_given_names")["names"]}
    whole = len(before) > 1 or (bool(before) and _is_caught_in(noun.head))
    return noun.pos_ == "PROPN" and (whole or any(c.lower_ in given or c.lemma_.lower() in caught() for c in before))


def _is_caught_in(verb: Token) -> bool:
    """Whether it is said in what place somebody was taken, which a place is not: "was recaptured in a house near the border"."""
    where = (o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "at") for o in c.children if o.dep_ == "pobj")
    return any(o.lemma_.lower() in mapping("triggers")["caught_in"] for o in where)


def _type_of(family: str) -> str | None:
    return mapping("triggers")["families"][family]["type"]  # type: ignore[no-any-return]


def _of_arms_kept(doc: Doc, trigger: Trigger) -> Trigger:
    """A word of killing or of force that only made arms harmless: "soldiers neutralised an explosive device"."""
    if trigger.noun or trigger.family == "seizure" or trigger.lemma not in mapping("triggers")["making_safe"]["verbs"]:
        return trigger
    arms = any(o.lemma_.lower() in seizable() for first in _objects(doc[trigger.head]) for o in (first, *first.conjuncts))
    return replace(trigger, family="seizure", type=_type_of("seizure")) if arms else trigger


def _made_safe(verb: Token, told: Sequence[Trigger]) -> bool:
    """Whether arms are set off by those who found them: "discovered and blew up a store of mines" (rule `extract.made-safe`)."""
    return any(t.family == "seizure" and t.head in {c.i for c in verb.conjuncts} for t in told)


def _by_object(sentence: Span, taken: set[int], named: Collection[int]) -> list[Trigger]:
    """Triggers that only their object makes one: weapons seized, stones thrown by demonstrators, a town taken."""
    return made(told_by_object(sentence, taken, named))


def made(words: Iterable[tuple[Token, str]]) -> list[Trigger]:
    """Words that tell of a deed as triggers of their families."""
    families = mapping("triggers")["families"]
    return [
        Trigger(
            t.i, t.i, t.i, family, families[family]["type"], t.pos_ == "NOUN", t.pos_ == "NOUN",
            definite=family == "seizure" and any(c.lower_ in ("the", "this", "that") for o in _objects(t) for c in o.lefts),
            lemma=t.lemma_.lower(), start=t.idx, end=t.idx + len(t),
        )
        for t, family in words
    ]  # fmt: skip


def _intercepted(doc: Doc, trigger: Trigger) -> Trigger:
    """Missiles and drones that are intercepted, which is a deed told by itself: "batteries intercepted four missiles"."""
    return replace(trigger, weak=False) if _intercepts(doc, trigger) else trigger


def _intercepts(doc: Doc, trigger: Trigger) -> bool:
    flying = downable() | {"shell"}
    caught = trigger.lemma == "intercept" and not trigger.noun
    return caught and any(o.lemma_.lower() in flying for o in _objects(doc[trigger.head]))


_ARMS = frozenset({"bomb", "shelling", "grenade", "air", "suicide"})
"""Families of arms that went off, unless they were made safe: "police defused a car bomb" (rule `extract.made-safe`)."""


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
