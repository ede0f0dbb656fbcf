"""Triggers: the words of a sentence that tell of an incident, with the family of incident each belongs to.

Invariants: longest match first; a token belongs to one trigger at most; figurative uses listed in the vocabulary are no triggers.
"""

from collections.abc import Collection
from functools import cache

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Doc, Span, Token

from thucydides.extracting.kinds.nominals import standing
from thucydides.extracting.kinds.protesting import joining
from thucydides.extracting.kinds.readings import is_figurative, is_month, of_labour, only_modifies, only_shows, was_done
from thucydides.extracting.kinds.taking import moves, takes_place, told_by_object
from thucydides.vocabulary import mapping

_DETERMINERS = {"a", "an", "the", "his", "her", "their", "its"}


class Trigger(Struct, frozen=True):
    """A word or phrase that tells of an incident: its tokens `[first, last]`, head token, family, and how it stands there.

    `type` is the sub-event type the family suggests; `weak` marks words that need more beside them; `noun` a nominal; `plural`
    more than one; `[start, end)` its characters; `definite` "the attack", which takes up one told
    before; `new` "another", "a separate", "a second".
    """

    first: int
    last: int
    head: int
    family: str
    type: str | None
    noun: bool
    weak: bool
    plural: bool = False
    definite: bool = False
    new: bool = False
    lemma: str = ""
    start: int = 0
    end: int = 0


@cache
def _sequences() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """First lemma -> [(lemmas, family, noun)], longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for family, entry in mapping("triggers")["families"].items():
        for key, noun in (("nouns", True), ("verbs", False)):
            for phrase in entry[key]:
                lemmas = tuple(phrase.lower().split())
                table.setdefault(lemmas[0], []).append((lemmas, family, noun))
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[0]), e[1]))
    return table


@cache
def _weak() -> frozenset[str]:
    return frozenset(mapping("triggers")["weak"])


def _matches(sentence: Span, index: int, lemmas: tuple[str, ...]) -> int | None:
    """The last token of a match of `lemmas` at `index`, determiners inside allowed; None where it does not match."""
    position, doc = index, sentence.doc
    for number, lemma in enumerate(lemmas):
        if number and position < sentence.end and doc[position].lower_ in _DETERMINERS and lemma not in _DETERMINERS:
            position += 1
        if number and lemma == "fire" and position + 1 < sentence.end and doc[position].pos_ in ("ADJ", "ADV", "NOUN"):
            position += doc[position].lower_ != "fire"  # "opened intense fire", "opened machine-gun fire"
        if position < sentence.end and number and doc[position].text in ("-", "–", "‐"):
            position += 1
        if position >= sentence.end:
            return None
        token = doc[position]
        if lemma not in (token.lemma_.lower(), token.lower_):
            return None
        position += 1
    return position - 1


def find_triggers(sentence: Span, named: Collection[int] = ()) -> tuple[Trigger, ...]:
    """The triggers of a sentence in order; `named` are the tokens that name towns and districts, which can be taken."""
    found: list[Trigger] = []
    table, families = _sequences(), mapping("triggers")["families"]
    taken: set[int] = set()
    doc = sentence.doc
    for index in range(sentence.start, sentence.end):
        if index in taken:
            continue
        token = doc[index]
        candidates = [*table.get(token.lemma_.lower(), ())]
        if token.lower_ != token.lemma_.lower():
            candidates += [c for c in table.get(token.lower_, ()) if c not in candidates]
        if not candidates:
            continue
        candidates.sort(key=lambda e: (-len(e[0]), e[1]))
        for lemmas, family, noun in candidates:
            last = _matches(sentence, index, lemmas)
            if last is None:
                continue
            head = doc[last] if noun else token
            if (
                (noun and head.pos_ not in ("NOUN", "PROPN", "ADJ"))
                or (not noun and token.pos_ not in ("VERB", "AUX", "ADJ") and not was_done(token))
                or (not noun and token.pos_ == "ADJ" and not token.tag_.startswith("V"))
            ):
                continue
            if noun and len(lemmas) == 1 and only_modifies(head):
                continue
            lemma = " ".join(lemmas)
            family = "attack" if lemma == "go off" and _of_gun(token) else family
            lemma = "hit" if lemma == "strike" and _of_bullet(token) else lemma
            if lemma == "march" and is_month(token):
                break
            if is_figurative(sentence, index, last, lemma) or (lemma == "demonstrate" and only_shows(token)):
                break
            if lemma == "strike" and of_labour(token, noun):
                break
            plural, definite, new = standing(sentence, head, index, noun)
            found.append(
                Trigger(
                    index,
                    last,
                    head.i,
                    family,
                    families[family]["type"],
                    noun,
                    lemma in _weak(),
                    plural,
                    definite,
                    new,
                    lemma,
                    token.idx,
                    doc[last].idx + len(doc[last]),
                )
            )
            taken.update(range(index, last + 1))
            break
    found = [t for t in found if not (t.family == "arrest" and not t.noun and takes_place(sentence.doc[t.head], named))]
    found = [t for t in found if not (t.family == "protest" and not t.noun and moves(sentence.doc[t.head], named))]  # soldiers march too
    found = [_with_joining(sentence.doc, t) for t in found]
    told = _by_object(sentence, {i for t in found for i in range(t.first, t.last + 1)}, named)
    safe = {o.i for t in told if t.family == "seizure" for o in _objects(sentence.doc[t.head])}
    found = [t for t in found if t.head not in safe or not (t.noun and t.family in _ARMS)] + told
    return tuple(sorted(found, key=lambda t: t.first))


def _of_gun(verb: Token) -> bool:
    """Whether what goes off is a gun, and no bomb: "his rifle went off"."""
    subjects = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"}
    return bool(subjects & ({"weapon"} | {str(w) for w in mapping("weapons")["weapons"]["firearm"]["words"]}))


def _of_bullet(verb: Token) -> bool:
    """Whether what strikes is a bullet, a splinter or a car, and no force from the air: "struck by a stray round"."""
    agents = [g for c in verb.children if c.dep_ == "agent" or (c.lower_ == "by" and c.dep_ == "prep") for g in c.children]
    return any(t.lemma_.lower() in _BULLETS for t in (*agents, *(c for c in verb.children if c.dep_ == "nsubj")))


_BULLETS = frozenset(
    {"bullet", "gunfire", "gunshot", "round", "shot", "pellet", "shrapnel", "fragment", "splinter", "debris", "stone"}
    | {"car", "vehicle", "truck"}
)


def _with_joining(doc: Doc, trigger: Trigger) -> Trigger:
    """A protest in which people are said to take part, told by the verb that says so: it is one protest, and none in general."""
    verb = joining(doc[trigger.head]) if trigger.noun and trigger.family == "protest" else None
    return trigger if verb is None else replace(trigger, head=verb.i, weak=False, definite=False, plural=False)


def _by_object(sentence: Span, taken: set[int], named: Collection[int]) -> list[Trigger]:
    """Triggers that only their object makes one: weapons seized, stones thrown by demonstrators, a town taken."""
    families = mapping("triggers")["families"]
    return [
        Trigger(
            t.i, t.i, t.i, family, families[family]["type"], t.pos_ == "NOUN", t.pos_ == "NOUN",
            definite=family == "seizure" and any(c.lower_ in ("the", "this", "that") for o in _objects(t) for c in o.lefts),
            lemma=t.lemma_.lower(), start=t.idx, end=t.idx + len(t),
        )
        for t, family in told_by_object(sentence, taken, named)
    ]  # fmt: skip


_ARMS = frozenset({"bomb", "shelling", "grenade", "air", "suicide"})
"""Families of arms that went off, unless they were made safe: "police defused a car bomb" (rule `extract.made-safe`)."""


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
