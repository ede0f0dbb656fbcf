"""Clauses: deeds of one sentence that its clauses tell one by one, each with a place of its own.

Rule `extract.two-clauses`: "shells hit a market in Nyala, and soldiers shot two men in Kutum", "six died in Gao, while in Kidal rebels
burned a school", "killed eight people in Gao and seized a teacher in Kidal", "razed Gao before moving on to Kidal, where they shot three"
tell of two deeds of one day. Who dies in another town of wounds, or was taken there, is of the same deed; so is what befalls those told of
before.
"""

from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.deed_places import is_fine
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.opened import AT, fronted, verb_behind
from thucydides.extracting.tellings.spots import spots_of
from thucydides.grounding.places import contains, distance_km
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import COUNTRY, TOWN

APART_KM = 40.0
BESIDE_KM = 3.0
"""How far apart two places are two where each clause counts people of its own."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AGAINST = frozenset({"while", "whereas", "whilst"})
_AFTERWARDS = frozenset(
    {"die", "succumb", "take", "treat", "hospitalize", "bury", "protest", "arrive", "say", "report", "fly", "airlift", "evacuate"}
    | {"transfer", "rush", "admit", "move", "carry", "recover", "go", "flee"}
)
_DYING = frozenset({"die", "perish"})
_ARRESTING = frozenset({"arrest", "detain", "capture"})
_SAME = frozenset({"he", "she", "they", "it", "him", "her", "them", "himself", "herself", "themselves", "who", "which"})


class _Clause(Struct, eq=False):
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


def deeds_by_clause(told: Matter) -> list[tuple[set[int], list[PlaceRef]]] | None:
    """The deeds of a sentence's clauses, each with its places; None where it tells of one."""
    kept: list[_Clause] = []
    for clause in _at_its_place(_clauses(told)):
        beside = kept[-1:] if not clause.places else []  # what gives no place goes on with the clause right before it
        whole = next((k for k in (*beside, *kept) if not _apart(k, clause)), None)
        if whole is None:
            kept.append(clause)
            continue
        whole.nodes |= clause.nodes
        whole.harms += clause.harms
        whole.places += clause.places
    if len(kept) < 2:
        return None
    wide = [p for p in told.places if not is_fine(p)]
    return [(c.nodes, [*c.places, *(p for p in wide if p not in c.places)]) for c in kept]


def _at_its_place(clauses: Sequence[_Clause]) -> list[_Clause]:
    """The clauses with each that tells what was done at a place put to the one that names the place: "and burned a church in Kidal, where a
    guard died"."""
    kept: list[_Clause] = []
    for clause in clauses:
        named = clause.verb.head if _of_place(clause.verb) else None
        over = next((k for k in kept if named is not None and k.verb != named and k.verb in named.ancestors and not k.places), None)
        if over is None or not all(p.role in ("at", "near") for p in clause.places):
            kept.append(clause)
            continue
        over.nodes |= clause.nodes
        over.harms += clause.harms
        over.places += clause.places
        over.there = clause.verb.i
    return kept


def _clauses(told: Matter) -> list[_Clause]:
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
    found: list[_Clause] = []
    loose: set[int] = set()
    for key in sorted(set(heads.values())):
        tokens = {i for i, head in heads.items() if head == key}
        nodes = {n for n in told.nodes if n in tokens}
        if not nodes & done:
            loose |= nodes
            continue
        verb = sentence.doc[key[1]] if key[1] >= 0 else sentence.root if sentence.root.i in tokens else sentence.doc[min(nodes)]
        starts = [(p, token_starting(sentence, p.passage.start - shift)) for p in told.places]
        places = [p for p, t in starts if t is not None and (opened.get(t.i, t.i) in tokens)]
        harms = [h for h in told.harms if h.cue in nodes]
        found.append(_Clause(verb, nodes, harms, places, spots_of(told, tokens), bool(told.times)))
    found.sort(key=lambda c: min(c.nodes))
    for node in loose if found else ():
        min(found, key=lambda c: min(abs(node - n) for n in c.nodes)).nodes.add(node)
    return found


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
        place = next((c for c in climbed.children if c.dep_ == "relcl" and _of_place(c)), None)
        if place is not None:
            known[key] = place.i  # the place that a clause is about: "Kidal, where they shot three"
        elif _opens(climbed) and sum(b < climbed.i for b in breaks) == part:
            known[key] = climbed.i
        elif climbed.head == climbed:
            known[key] = -1
        else:
            climbed = climbed.head
    found = known[key]
    known.update(dict.fromkeys(passed, found))
    return found


def _opens(verb: Token) -> bool:
    """Whether a verb opens a clause that is set beside another: joined to it, against it, or telling what was done at a place it named."""
    if verb.pos_ != "VERB":
        return False
    if verb.dep_ == "conj":
        return verb.head.pos_ == "VERB" and (_subject(verb) or not any(c.dep_ == "auxpass" for c in verb.children))
    return (verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _AGAINST for c in verb.children)) or _of_place(verb)


def _of_place(verb: Token) -> bool:
    return verb.dep_ == "relcl" and verb.pos_ == "VERB" and any(c.lower_ == "where" for c in verb.children)


def _dies_there(clause: _Clause) -> bool:
    """Whether people are told to have died at a place to which nobody was taken: "shells fell on Kidal, where two died", "and in Kidal a
    woman died", not "and one died in Kidal"."""
    verb = clause.verb
    if verb.lemma_.lower() not in _DYING or not clause.places or not all(p.role in ("at", "near") for p in clause.places):
        return False
    if not _of_place(verb):
        who = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        return who is not None and who.pos_ == "NOUN" and any(h.cue == verb.i and not h.among for h in clause.harms)
    return next((a.lemma_.lower() for a in verb.head.ancestors if a.pos_ == "VERB"), "") not in _AFTERWARDS


def _subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS and c.lower_ not in _SAME for c in verb.children)


def _apart(before: _Clause, clause: _Clause) -> bool:
    """Whether a clause tells of another deed than one before it."""
    verb = clause.verb
    if any(c.dep_ in ("dobj", "nsubjpass", "pobj") and c.lower_ in _SAME for n in clause.nodes for c in verb.doc[n].children):
        return False
    told = {h.outcome for h in before.harms}
    if any(h.people.pronoun or h.people.definite or (h.people.more and h.outcome in told) for h in clause.harms):
        return False
    if verb.dep_ == "conj" and not _subject(verb) and any(h.people.counted and h.cue not in (verb.i, clause.there) for h in clause.harms):
        return False  # "bombed Gao and shelled Kidal, killing ten": nobody says where
    lemma = verb.lemma_.lower()
    if _dies_there(clause):
        lemma = ""
    if lemma in _AFTERWARDS or (lemma in _ARRESTING and verb.dep_ == "conj") or {"suspect", "suspects"} & {c.lower_ for c in verb.children}:
        return False
    if _by_deed(clause) and _counts(before) and _counts(clause):
        return True
    mine, its = [[p for p in c.places if _town(p) and (p.role != "to" or _of_place(c.verb))] for c in (clause, before)]
    if mine and its:
        limit = BESIDE_KM if _told_whole(before) and _told_whole(clause) else APART_KM
        return all(_away(p, q, limit) for p in mine for q in its)
    if not clause.dated:
        return False  # hamlets of which nobody knows how near they are: the places of one deed
    names = [{*c.named, *(_word(p) for p in towns)} for c, towns in ((clause, mine), (before, its))]
    return bool(names[0] and names[1]) and not names[0] & names[1] and (_subject(verb) or _of_place(verb) or _counts(before))


def _by_deed(clause: _Clause) -> bool:
    """Whether a deed told as new is what does the harm in a clause: "while a bomb injured two", "and a roadside mine killed a farmer"."""
    subjects = [c for c in clause.verb.children if c.dep_ == "nsubj" and c.i in clause.nodes]
    return any(c.lower_ in ("a", "an", "another") for s in subjects for c in s.children)


def _told_whole(clause: _Clause) -> bool:
    """Whether a clause counts people of its own, or says what its deed was done to."""
    return _counts(clause) or (clause.verb.i in clause.nodes and any(c.dep_ in ("dobj", "nsubjpass") for c in clause.verb.children))


def _counts(clause: _Clause) -> bool:
    return any(h.people.counted and h.part_of is None for h in clause.harms)


def _town(place: PlaceRef) -> bool:
    known = place.role in ("at", "near", "to") and place.place is not None
    return known and place.place is not None and (place.place.precision or COUNTRY) <= TOWN


def _away(one: PlaceRef, other: PlaceRef, limit: float) -> bool:
    p, q = one.place, other.place
    if p is None or q is None or contains(p, q) or contains(q, p):
        return False
    gap = distance_km(p, q)
    return gap is not None and gap > (limit if p.country == q.country else 0)  # a frontier parts what a bridge joins


def _word(place: PlaceRef) -> str:
    return place.wording.split()[-1].lower()
