"""Clause: one of the clauses of a sentence that tell of force, with the harm it counts and the places it names."""

from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.opened import AT, fronted, verb_behind
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.extracting.tellings.spots import spots_of
from thucydides.nouns import PlaceRef

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SAME = frozenset({"he", "she", "they", "it", "him", "her", "them", "himself", "herself", "themselves", "who", "which"})
"""Words by which a clause goes on with those told of before."""
_TURNS = frozenset({":", "-", "–", "—", "--"})
_BEHIND = frozenset({"after", "following"})
_AGAINST = frozenset({"while", "whereas", "whilst", "after", "as"})


class Clause(Struct, eq=False):
    """One clause of a sentence: its verb, its words of force, the harm it counts, its places, names of places that nobody knows, and
    whether the sentence gives a day."""

    verb: Token
    nodes: set[int]
    harms: list[Harm]
    places: list[PlaceRef]
    named: frozenset[str]
    dated: bool
    there: int = -1
    """The verb of what is told to have been done at its place."""
    families: frozenset[str] = frozenset()
    """The families of its words for what was done, harm aside."""


def clauses_of(told: Matter) -> list[Clause]:
    """The clauses of a sentence that tell of force, in order."""
    sentence, shift = told.sentence, told.shift
    heads: dict[int, tuple[int, int]] = {}
    openers: dict[tuple[int, int], int] = {}
    breaks = [t.i for t in sentence if t.text == ";"]
    for token in sentence:
        part = sum(b < token.i for b in breaks)
        heads[token.i] = (part, _opener(token, part, breaks, openers))
    done = {t.head for t in told.triggers if not (t.weak and t.noun)} | {h.cue for h in told.harms}
    opened = _opening(told)
    found: list[Clause] = []
    loose: set[int] = set()
    for key in sorted(set(heads.values())):
        tokens = {i for i, head in heads.items() if head == key}
        nodes = {n for n in told.nodes if n in tokens}
        if not nodes & done:
            loose |= nodes
            continue
        verb = sentence.doc[key[1]] if key[1] >= 0 else _main(sentence.root) if sentence.root.i in tokens else sentence.doc[min(nodes)]
        starts = [(p, token_starting(sentence, p.passage.start - shift)) for p in told.places]
        places = [p for p, t in starts if t is not None and (opened.get(t.i, t.i) in tokens)]
        harms = [h for h in told.harms if h.cue in nodes]
        families = frozenset(t.family for t in told.triggers if t.head in nodes) - {"death", "harm"}
        found.append(Clause(verb, nodes, harms, places, spots_of(told, tokens), bool(told.times), families=families))
    found.sort(key=lambda c: min(c.nodes))
    for node in loose if found else ():
        min(found, key=lambda c: min(abs(node - n) for n in c.nodes)).nodes.add(node)
    return found


def _main(root: Token) -> Token:
    """The verb that a sentence tells by: its root, or what somebody says where that is a verb of saying."""
    said = next((c for c in root.children if c.dep_ == "ccomp" and c.pos_ == "VERB"), None)
    return said if said is not None and root.lemma_.lower() in REPORTING else root


def _opening(told: Matter) -> dict[int, int]:
    """The verbs of the clauses that places open, which the tree may put to the clause before: "killed two in Gao, and in Kidal men shot a
    guard"; by the token with which each place starts."""
    found: dict[int, int] = {}
    for place in told.places:
        first = token_starting(told.sentence, place.passage.start - told.shift)
        last = token_starting(told.sentence, place.passage.end - told.shift - 1)
        if first is None or last is None or first.i == told.sentence.start or fronted(told.sentence, first) is None:
            continue
        verb = verb_behind(told.sentence, last)
        if verb is not None and first.nbor(-1).lower_ in AT:
            found[first.i] = verb.i
    return found


def _opener(token: Token, part: int, breaks: Sequence[int], known: dict[tuple[int, int], int]) -> int:
    """The verb of the clause that a word stands in, -1 for that with which its part of the sentence opens; `known` are those found before
    in the sentence, by word and part."""
    climbed, passed = token, list[tuple[int, int]]()
    while (key := (climbed.i, part)) not in known:
        passed.append(key)
        place = next((c for c in climbed.children if c.dep_ == "relcl" and is_of_place(c)), None)
        if place is not None:
            known[key] = place.i  # the place that a clause is about: "Kidal, where they shot three"
        elif _opens(climbed) and sum(b < climbed.i for b in breaks) == part:
            known[key] = climbed.i
        elif climbed.head == climbed:
            known[key] = -1
        else:
            climbed = _listed_before(climbed) or climbed.head
    found = known[key]
    known.update(dict.fromkeys(passed, found))
    return found


def _listed_before(token: Token) -> Token | None:
    """The verb that a word of a list of clauses is of where the tree puts it to a clause beside: "killed when a bomb went off, gunmen shot
    three and a shell hit a house" hangs the bomb on the gunmen, and the shell on those shot."""
    if token.dep_ == "advcl" and token.i < token.head.i:
        return next((c for c in token.head.children if c.i < token.i and _opens(c) and c.dep_ != "conj"), None)
    if token.dep_ == "conj" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        verb = token.nbor(1)
        return verb if verb.pos_ == "VERB" and _subject_astray(verb) else None
    return None


def _opens(verb: Token) -> bool:
    """Whether a verb opens a clause that is set beside another: joined to it, against it, or telling what was done at a place it named; so
    does a noun that says after what something was done."""
    if is_what_came_before(verb):
        return True
    if verb.pos_ != "VERB":
        return False
    if verb.dep_ in ("ccomp", "parataxis") and verb.i < verb.head.i and verb.head.lemma_.lower() not in REPORTING:
        turned = any(t.text in _TURNS for t in verb.doc[verb.i : verb.head.i])  # what is behind a colon tells the same again
        return has_subject(verb) and has_subject(verb.head) and not turned
    if verb.dep_ == "conj":
        return verb.head.pos_ == "VERB" and (has_subject(verb) or not any(c.dep_ == "auxpass" for c in verb.children))
    return (verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _AGAINST for c in verb.children)) or is_of_place(verb)


def is_of_place(verb: Token) -> bool:
    return verb.dep_ == "relcl" and verb.pos_ == "VERB" and any(c.lower_ == "where" for c in verb.children)


def is_what_came_before(noun: Token) -> bool:
    """Whether a noun says behind a verb after what its deed was done: "burned a farm after an ambush that killed two guards"."""
    behind = noun.pos_ == "NOUN" and noun.dep_ in ("pobj", "dobj") and noun.head.dep_ == "prep" and noun.head.lower_ in _BEHIND
    return behind and noun.head.head.pos_ == "VERB"


def has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS and c.lower_ not in SAME for c in verb.children) or _subject_astray(verb)


def _subject_astray(verb: Token) -> bool:
    """Whether the noun right before a verb is its subject, though the tree joins it to an object before: "shot three men and a shell hit a
    house"."""
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or verb.i == verb.sent.start or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    before = verb.nbor(-1)
    return before.pos_ == "NOUN" and before.dep_ == "conj" and before.head != verb
