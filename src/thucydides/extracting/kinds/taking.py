"""Taking: words that tell of an incident only with what they are said of: weapons seized, stones thrown, a town taken or held.

Rule `extract.control`. Invariant: a place is taken only where the words name one or call it a place ("the base").
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from thucydides.extracting.kinds.burning import sets_ablaze
from thucydides.extracting.kinds.classes import caught, is_of, may_be_place
from thucydides.extracting.kinds.clipped import undergone
from thucydides.extracting.kinds.dropping import drops_bombs
from thucydides.extracting.kinds.frames import framed, only_meant
from thucydides.extracting.kinds.moving import drives_out, enters, is_group
from thucydides.extracting.kinds.protesting import blocks, gathers, scatters, with_fire
from thucydides.extracting.kinds.taken_away import carries_off, cuts_throats, not_seen_since, seizes_vessel, wrecks
from thucydides.extracting.kinds.things import downable, seizable, throwable
from thucydides.vocabulary import mapping

_BODIES = frozenset({"body", "corpse", "remains", "victim"})


def told_by_object(sentence: Span, taken: Collection[int], named: Collection[int]) -> Iterator[tuple[Token, str]]:
    """The words of a sentence that are triggers by their object, each with its family; `taken` tokens are triggers already, `named` are
    the tokens that name towns and districts."""
    vocabulary = mapping("triggers")
    by_frame = {token.i: frame.family for token, frame in framed(sentence, "frames", lambda noun: _may_be(noun, named), taken)}
    for token in sentence:
        if token.i in taken:
            continue
        if token.pos_ == "NOUN":
            if token.lemma_.lower() in vocabulary["taking_nouns"] and _of_place(token, named, ("of",)):
                yield token, "takeover"
            elif token.lemma_.lower() == "capture" and _of_caught(token):
                yield token, "arrest"
            elif token.lemma_.lower() in vocabulary["seizing_nouns"] and _of_weapons(token):
                yield token, "seizure"
        elif token.pos_ == "VERB":
            lemma = token.lemma_.lower()
            particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "")
            downed = f"{lemma} {particle}".strip() in vocabulary["downing"]
            seizes = downed or lemma in vocabulary["seizing"] or _renders_safe(token)
            family = "seizure" if seizes else "riot" if lemma in vocabulary["throwing"] else ""
            kinds = downable if downed else seizable if family == "seizure" else throwable
            own = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
            own = own or [c for v in token.conjuncts for c in v.children if c.dep_ == "dobj"]  # "found and blew up 40 mines"
            own = [c for c in own if c.lemma_.lower() not in _BODIES]  # "found bullet-ridden bodies"
            objects = {t.lemma_.lower() for c in own for t in c.subtree if _of_thing(t, c)}
            if lemma in vocabulary["seizing_with"]:  # "seized a lorry with 40 rifles"
                within = (o for c in token.children if c.lower_ == "with" for o in c.children if o.dep_ == "pobj")
                objects |= {t.lemma_.lower() for o in within for t in o.subtree}
            if takes_place(token, named) or takes_control(token, named) or moves(token, named) or falls(token, named):
                yield token, "clash" if _only_tried(token) else "territory" if lemma in vocabulary["regaining"] else "takeover"
            elif away := carries_off(token, named):
                yield token, away
            elif cuts_throats(token):
                yield token, "death"
            elif family and objects & kinds():
                yield token, family
            elif blocks(token) or gathers(token):
                yield token, "riot" if with_fire(token) else "protest"
            elif sets_ablaze(token) or seizes_vessel(token) or wrecks(token):
                yield token, "destruction"
            elif drops_bombs(token):
                yield token, "air"
            elif not_seen_since(token):
                yield token, "abduction"
            elif scatters(token):
                yield token, "crackdown"
            elif token.i in by_frame:
                yield token, "territory" if by_frame[token.i] == "takeover" and _in_hands_of_state(token) else by_frame[token.i]
        elif token.pos_ == "AUX" and token.i in by_frame:
            yield token, "territory" if by_frame[token.i] == "takeover" and _in_hands_of_state(token) else by_frame[token.i]


def _renders_safe(verb: Token) -> bool:
    """Whether arms are made harmless: "made safe a car bomb", "rendered the device harmless"."""
    causing = verb.lemma_.lower() in mapping("triggers")["making_safe"]["causing"]
    return causing and any(t.lower_ in ("safe", "harmless", "inoperable") for t in verb.subtree if t.i - verb.i <= _NEAR)


def told_alone(sentence: Span, named: Collection[int]) -> Iterator[tuple[Token, str]]:
    """The verbs that tell of a deed only where nothing else in the sentence does, each with its family: "entered the town"."""
    for token, frame in framed(sentence, "frames", lambda noun: _may_be(noun, named), alone=True):
        yield token, frame.family


def developed(sentence: Span, named: Collection[int]) -> Iterator[tuple[Token, str]]:
    """The verbs that tell of a development without force, each with its family: "signed a truce", "withdrew from the town"."""
    for token, frame in framed(sentence, "developments", lambda noun: _may_be(noun, named)):
        yield token, frame.family


def takes_place(verb: Token, named: Collection[int]) -> bool:
    """Whether a verb of taking has a place as its object: "captured the base", "the town was seized", "took Mubi"."""
    if verb.lemma_.lower() not in mapping("triggers")["taking"]:
        return False
    if any(c.dep_ == "dobj" and c.lower_ == "positions" and not list(c.lefts) for c in verb.children):
        return False  # "took positions facing the door"
    if verb.dep_ == "amod" and verb.head.i in named and verb.i and verb.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return True  # "the rebels captured Bara town", where the parser takes the verb for an adjective
    taken = undergone(verb)
    back = verb.lemma_.lower() in mapping("triggers")["regaining"] and verb.lemma_.lower() != "free"
    unknown = back and any(c.pos_ == "PROPN" for c in taken) and any(is_group(c) for c in verb.children if c.dep_ == "nsubj")
    certain = verb.lemma_.lower() in mapping("triggers")["taking_places"]
    return unknown or any(_may_be(c, named) if certain else _is_place(c, named) for c in taken)


def moves(verb: Token, named: Collection[int]) -> bool:
    """Whether armed forces are told to come into a place, or to be driven from one."""
    if only_meant(verb):
        return False
    return enters(verb, lambda noun: _may_be(noun, named)) or drives_out(verb, lambda noun: _may_be(noun, named))


def falls(verb: Token, named: Collection[int]) -> bool:
    """Whether a place is told to fall, to those who take it or at all: "Kunduz fell to the rebels", "Bor fell on Tuesday"; citizens fall to
    mines, and rates by a fifth."""
    if verb.lemma_.lower() != "fall":
        return False
    takers = [o for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" for o in c.children if o.dep_ == "pobj"]
    # "has fallen to jihadist fighters", where the parser takes the adjective for a verb
    takers += [o for c in verb.children if c.dep_ == "xcomp" and not c.lemma_.endswith("e") for o in c.children if o.dep_ == "dobj"]
    if takers:
        placed = any(_is_place(c, named) or _holds_place(c, named) or c.pos_ == "PROPN" for c in verb.children if c.dep_ == "nsubj")
        return placed and any(t.pos_ == "PROPN" or is_of(t, "armed") or is_of(t, "people") for t in takers if not t.like_num)
    bare = not any(c.dep_ in ("dobj", "acomp", "attr", "neg", "aux") or _says_how_far(c) for c in verb.children)
    fallen = [c for c in verb.children if c.dep_ == "nsubj"]
    return bare and verb.tag_ in ("VBD", "VBZ") and any(c.i in named or (_is_place(c, named) and _holds_place(c, named)) for c in fallen)


def _says_how_far(word: Token) -> bool:
    """Whether a word behind "fell" says how far or where something fell, and not within what time, or which place fell beside another."""
    if word.dep_ == "npadvmod":
        return word.pos_ != "PROPN"
    soon = word.lower_ == "within" and any(t.lemma_.lower() in ("hour", "day", "week", "minute") for t in word.subtree)
    return word.lower_ in _NO_FALL and not soon


_NO_FALL = frozenset({"by", "from", "below", "under", "into", "within", "off", "silent"})
"""Words behind "fell" that say how far or where something fell."""


def _holds_place(noun: Token, named: Collection[int]) -> bool:
    """Whether a noun is of a place: "the police station at Lira", "the post of Kidal"."""
    return noun.pos_ == "NOUN" and _of_place(noun, named, ("of", "at", "in"))


def _in_hands_of_state(verb: Token) -> bool:
    """Whether those in whose hands or under whose control a place is said to be are forces of a state: "was back under army control"."""
    ends = [o for p in verb.subtree if p.dep_ == "prep" and p.lower_ in ("in", "into", "under") for o in p.children if o.dep_ == "pobj"]
    held = [o for o in ends if o.lemma_.lower() in ("hand", "control", "rule")]
    whose = [c for o in held for c in o.lefts]
    whose += [g for o in held for p in o.children if p.lower_ == "of" for g in p.children if g.dep_ == "pobj"]
    return any(is_of(w, "state") for w in whose)


def _only_tried(verb: Token) -> bool:
    """Whether a place is only fought for: "attempted to seize the posts"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in mapping("triggers")["trying"]


def takes_control(verb: Token, named: Collection[int]) -> bool:
    """Whether a verb says that somebody came to hold a place, or lost it: "gained full control of the town", "imposed its control over",
    "said that it had full control of"."""
    claimed = verb.lemma_.lower() == "have" and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _CLAIMING
    if (verb.lemma_.lower() not in mapping("triggers")["controlling"] and not claimed) or any(
        c.tag_ == "MD" or c.dep_ == "neg" for c in verb.children
    ):
        return False
    control = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() == "control"), None)
    if control is None:
        return False
    behind = next((t for t in verb.doc[control.i + 1 : verb.sent.end] if t.lower_ in ("of", "over")), None)  # "took control Friday of Gao"
    if verb.lemma_.lower() in _SPREADING and (_of_place(verb, named, _ONTO) or _of_place(control, named, _ONTO)):
        return True
    near = behind is not None and behind.i - control.i <= _NEAR and any(_is_place(o, named) for o in behind.children if o.dep_ == "pobj")
    return near or _of_place(control, named, ("of", "over")) or _of_place(verb, named, ("of", "over"))


_CLAIMING = frozenset({"say", "claim", "announce", "declare"})
"""Verbs by which somebody lets it be known that a place has come into his hands."""
_SPREADING, _ONTO = frozenset({"extend", "expand"}), ("to", "into", "across", "throughout")
"""Verbs of control that reaches farther, and what stands before where it does: "extended its control to the district"."""
_NEAR = 4
"""Words behind "control" within which what is controlled stands."""


def _of_place(head: Token, named: Collection[int], prepositions: tuple[str, ...]) -> bool:
    over = (c for c in head.children if c.dep_ == "prep" and c.lower_ in prepositions)
    return any(_is_place(o, named) for p in over for o in p.children if o.dep_ == "pobj")


def _of_weapons(head: Token) -> bool:
    """Whether a noun is of weapons found or taken: "the seizure of two pistols"."""
    things = (o for p in head.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj")
    return any(t.lemma_.lower() in seizable() for o in things for t in (o, *o.conjuncts))


def _of_caught(head: Token) -> bool:
    """Whether a noun is of people who are caught: "the capture of the rebel commander"."""
    people = (o for p in head.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj")
    return any(t.lemma_.lower() in caught() for o in people for t in (o, *(c for c in o.lefts if c.dep_ == "compound")))


def _is_place(noun: Token, named: Collection[int]) -> bool:
    held, lemma = mapping("triggers")["held"], noun.lemma_.lower()
    within = any(c.dep_ == "compound" and f"{c.lower_} {lemma}" in held for c in noun.lefts)
    return noun.i in named or lemma in held or noun.lower_ in held or within


def _may_be(noun: Token, named: Collection[int]) -> bool:
    return _is_place(noun, named) or may_be_place(noun)


def _of_thing(token: Token, thing: Token) -> bool:
    """Whether a word is part of what a thing is called, and of no clause about it: "two men killed by a rocket" are no rocket."""
    climbed = token
    while climbed != thing and climbed.head != climbed:
        if climbed.dep_ in ("acl", "relcl"):
            return False
        climbed = climbed.head
    return True
