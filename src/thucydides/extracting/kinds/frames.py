"""Frames: verbs that tell of an incident only by who does it to whom: "took four doctors away", "held a vigil", "signed a truce".

Rule `extract.frames`. Invariants: frames and classes of words come from `frames.yaml`; a frame holds by the tree of the sentence alone.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from msgspec import Struct, convert
from spacy.tokens import Span, Token

from thucydides.extracting.kinds.classes import DAYS, is_of
from thucydides.vocabulary import mapping

IsPlace = Callable[[Token], bool]


_TO = frozenset({"to", "into", "in"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
"""What takes up something told before: "the protest had been organised from abroad"."""


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """One frame of `frames.yaml`, where its fields are explained."""

    family: str
    verbs: tuple[str, ...]
    object: str = ""
    subject: str = ""
    unsaid: bool = False
    way: tuple[str, ...] = ()
    goal: str | tuple[str, ...] = ""
    place: bool = False
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    new: bool = False
    does: tuple[str, ...] = ()
    to: str = ""
    alone: bool = False
    bare: bool = False


@cache
def _frames(key: str) -> dict[str, tuple[Frame, ...]]:
    """The frames under a key of the vocabulary, by verb."""
    found: dict[str, list[Frame]] = {}
    for frame in convert(mapping("frames")[key], tuple[Frame, ...]):
        for verb in frame.verbs:
            found.setdefault(verb, []).append(frame)
    return {verb: tuple(frames) for verb, frames in found.items()}


def framed(sentence: Span, key: str, is_place: IsPlace, taken: Collection[int] = (), alone: bool = False) -> Iterator[tuple[Token, Frame]]:
    """The verbs of a sentence that a frame under `key` makes tell of an incident, each with the frame; `taken` tokens tell of one already,
    `alone` asks for the frames that hold only where nothing else in the sentence does."""
    table = _frames(key)
    for token in sentence:
        if token.i in taken or token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            continue
        frames = table.get(token.lemma_.lower(), ())
        if not frames or (token.pos_ != "VERB" and not token.tag_.startswith("VB")) or only_meant(token):
            continue
        frame = next((f for f in frames if f.alone == alone and _holds(f, token, is_place)), None)
        if frame is not None:
            yield token, frame


def only_meant(verb: Token) -> bool:
    """Whether a verb is an infinitive, of which nobody says that it was done: "pressed them to leave the town", but not "managed to"."""
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    return infinitive and verb.head.lemma_.lower() not in _DONE


_DONE = frozenset({"manage", "go", "proceed", "begin", "start", "continue", "return", "come", "help", "appear", "seem"})


def _holds(frame: Frame, verb: Token, is_place: IsPlace) -> bool:
    """Whether a verb stands as a frame says."""
    whom, who = objects(verb), doers(verb)
    passive = _is_passive(verb)
    if frame.object and not any(_fits(t, frame.object, is_place) for t in whom):
        return False
    if frame.subject:
        doer = who if not (passive and not frame.object) else whom
        if doer and not any(_fits(t, frame.subject, is_place) for t in doer):
            return False
        if not doer and not (frame.unsaid and passive):
            return False
    elif frame.object and passive and not frame.unsaid and not who:
        return False
    if frame.bare and not _is_bare(verb):
        return False
    ways = _ways(verb)
    if frame.way and not set(frame.way) & {w.lower_ for w in ways}:
        return False
    if any(w.dep_ == "prt" and w.lower_ not in frame.way for w in ways):
        return False  # "took on the fighters from three sides"
    ends = [o for w in ways if not frame.way or w.lower_ in frame.way for o in _behind(w)]
    if frame.goal and not any(_of_goal(o, frame.goal, is_place) for o in ends):
        return False
    if frame.place and not any(is_place(t) for o in (*ends, *(o for w in ways for o in _behind(w))) for t in (o, *_within(o))):
        return False
    words = {t.lemma_.lower() for t in verb.sent} | {t.lower_ for t in verb.sent}
    if (frame.beside and not words & set(frame.beside)) or words & set(frame.unless):
        return False
    if frame.without and {o.lemma_.lower() for w in ways if w.lower_ in _TO for o in _behind(w)} & set(frame.without):
        return False
    if frame.new and verb.dep_ != "acl" and any(c.lower_ in _KNOWN for o in whom for c in o.lefts):
        return False
    return not frame.does or any(
        c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in frame.does and any(_fits(o, frame.to, is_place) for o in objects(c))
        for c in verb.children
    )


_WHEN_WHERE = frozenset({"on", "in", "at", "by", "after", "before", "within"})


def _is_bare(verb: Token) -> bool:
    """Whether a verb has no object, and behind it only when and where: "Kutum followed on 29 June", but not "followed with sanctions"."""
    return verb.tag_ in ("VBD", "VBZ") and not any(
        c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr", "aux", "neg", "agent", "nsubjpass")
        or (c.dep_ == "prep" and c.lower_ not in _WHEN_WHERE)
        for c in verb.children
    )


def _fits(token: Token, name: str, is_place: IsPlace) -> bool:
    if name != "place":
        return is_of(token, name)
    return is_place(token) or any(is_place(o) for c in token.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")


def _of_goal(token: Token, goal: str | Sequence[str], is_place: IsPlace) -> bool:
    return _fits(token, goal, is_place) if isinstance(goal, str) else token.lemma_.lower() in goal


def _is_passive(verb: Token) -> bool:
    behind_noun = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return behind_noun or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def objects(verb: Token) -> list[Token]:
    """Whom or what a verb is done to: its object, the subject of a passive, or the noun that a participle stands behind."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if not found and verb.dep_ == "acl" and verb.tag_ == "VBN":
        found = [verb.head]
    if not found and verb.dep_ == "conj" and verb.tag_ == "VBN":
        own = any(c.dep_ == "auxpass" for c in verb.children)  # "tried to return and were driven back"
        found = [c for c in verb.head.children if c.dep_ == "nsubjpass" or (own and c.dep_ == "nsubj")]
    return [t for o in found for t in (_who(o, verb), *o.conjuncts)]


def doers(verb: Token) -> list[Token]:
    """Who does what a verb says: its subject, that of the verb which it goes on from, or behind "by"."""
    if _is_passive(verb):
        behind = [c for c in verb.children if c.dep_ == "agent" or (c.lower_ == "by" and c.dep_ == "prep")]
        return [o for c in behind for o in c.children if o.dep_ == "pobj"]
    at = verb
    for _ in range(3):
        found = [_who(c, at) for c in at.children if c.dep_ == "nsubj"]
        if found and found[0].lower_ in ("it", "they", "he") and at.dep_ == "ccomp":
            found = [c for c in at.head.children if c.dep_ == "nsubj"] or found  # "the army said it had cleared the town"
        if found or at.dep_ not in ("conj", "advcl", "xcomp") or at.head == at:
            return [t for f in found for t in (f, *f.conjuncts)]
        at = at.head
    return []


def _within(noun: Token) -> Iterator[Token]:
    """What a noun is said to be part of, or to lie in: "the roof of the terminal in Kismayo"."""
    for preposition in (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "in", "at")):
        for held in (o for o in preposition.children if o.dep_ == "pobj"):
            yield held
            yield from _within(held)


def _who(noun: Token, verb: Token) -> Token:
    """The noun that "who" or "which" stands for."""
    return verb.head if noun.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else noun


def _ways(verb: Token) -> list[Token]:
    """The particles, adverbs and prepositions of a verb, and the words that make one with it ("took effect", "took hostage")."""
    own = [c for c in verb.children if c.dep_ in ("prt", "prep", "advmod", "dative", "dobj", "oprd", "acomp", "agent")]
    own = [c for c in own if c.lower_ != "by" and not _dates(c)]
    whence = [o for c in own if c.lower_ == "from" for o in c.children if o.dep_ == "pobj"]  # "walked from the church to the ministry"
    on = [g for c in own if c.dep_ in ("prep", "advmod", "prt") for g in c.children if g.dep_ == "prep"]
    return [*own, *on, *(g for o in whence for g in o.children if g.dep_ == "prep" and g.lower_ in ("to", "into"))]


def _dates(way: Token) -> bool:
    """Whether "on" only says on which day: "came on Sunday", not "came on a patrol"."""
    return way.lower_ == "on" and any(c.dep_ == "pobj" and (c.lower_ in DAYS or c.like_num) for c in way.children)


def _behind(way: Token) -> list[Token]:
    """What stands behind a preposition, or what a clause that closes with it is about: "the town which they walked into"."""
    found = [t for c in way.children if c.dep_ == "pobj" for t in (c, *c.conjuncts)]
    if not found and way.dep_ == "prep" and way.head.dep_ == "relcl":
        return [way.head.head]
    return [way.head.head if t.lower_ == "which" and way.head.dep_ == "relcl" else t for t in found]
