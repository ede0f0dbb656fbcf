"""Clauses: deeds of one sentence that its clauses tell one by one, each with a place of its own.

Rule `extract.two-clauses`: "shells hit a market in Nyala, and soldiers shot two men in Kutum", "six died in Gao, while in Kidal rebels
burned a school", "killed eight people in Gao and seized a teacher in Kidal", "razed Gao before moving on to Kidal, where they shot three",
"killed three in Gao after rebels shelled Kidal" tell of two deeds of one day. Who dies in another town of wounds, or was taken there, is of
the same deed; so is what befalls those told of before.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from thucydides.extracting.tellings.clause import (
    SAME,
    SUBJECTS,
    Clause,
    clauses_of,
    has_subject,
    is_of_place,
    is_what_came_before,
)
from thucydides.extracting.tellings.deed_places import is_fine
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.other_doers import done_by_others
from thucydides.grounding.places import contains, distance_km
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import PROVINCE

APART_KM = 40.0
BESIDE_KM = 3.0
"""How far apart two places are two where each clause counts people of its own."""
_AFTERWARDS = frozenset(
    {"die", "succumb", "take", "treat", "hospitalize", "bury", "protest", "arrive", "say", "report", "fly", "airlift", "evacuate"}
    | {"transfer", "rush", "admit", "move", "carry", "recover", "go", "flee"}
)
_DYING = frozenset({"die", "perish"})
_ARRESTING = frozenset({"arrest", "detain", "capture"})


def deeds_by_clause(told: Matter) -> list[tuple[set[int], list[PlaceRef]]] | None:
    """The deeds of a sentence's clauses, each with its places; None where it tells of one."""
    kept: list[Clause] = []
    for clause in _at_its_place(clauses_of(told)):
        beside = kept[-1:] if not clause.places else []  # what gives no place goes on with the clause right before it
        whole = next((k for k in (*beside, *kept) if not (_apart(k, clause) or done_by_others(told, k, clause))), None)
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


def _at_its_place(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with each that tells what was done at a place put to the one that names the place: "and burned a church in Kidal, where a
    guard died"."""
    kept: list[Clause] = []
    for clause in clauses:
        named = clause.verb.head if is_of_place(clause.verb) else None
        over = next((k for k in kept if named is not None and k.verb != named and k.verb in named.ancestors and not k.places), None)
        if over is None or not all(p.role in ("at", "near") for p in clause.places):
            kept.append(clause)
            continue
        over.nodes |= clause.nodes
        over.harms += clause.harms
        over.places += clause.places
        over.there = clause.verb.i
    return kept


def _dies_there(clause: Clause) -> bool:
    """Whether people are told to have died at a place to which nobody was taken: "shells fell on Kidal, where two died", "and in Kidal a
    woman died", not "and one died in Kidal"."""
    verb = clause.verb
    if verb.lemma_.lower() not in _DYING or not clause.places or not all(p.role in ("at", "near") for p in clause.places):
        return False
    if not is_of_place(verb):
        who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        return who is not None and who.pos_ == "NOUN" and any(h.cue == verb.i and not h.among for h in clause.harms)
    return next((a.lemma_.lower() for a in verb.head.ancestors if a.pos_ == "VERB"), "") not in _AFTERWARDS


def _apart(before: Clause, clause: Clause) -> bool:
    """Whether a clause tells of another deed than one before it."""
    verb = clause.verb
    if verb.pos_ == "NOUN" and is_what_came_before(verb):
        return False
    if any(c.dep_ in ("dobj", "nsubjpass", "pobj") and c.lower_ in SAME for n in clause.nodes for c in verb.doc[n].children):
        return False
    if _told_after(verb) and before.nodes <= {h.cue for h in before.harms} and not _done_by(before.verb):
        return False  # "five died in Bamako after gunmen fired on a bus near Kayes"
    told = {h.outcome for h in before.harms}
    others = not _in_new_deed(clause)
    if any(h.people.pronoun or h.people.definite or (others and h.people.more and h.outcome in told) for h in clause.harms):
        return False
    told_at = (verb.i, clause.there)
    if verb.dep_ == "conj" and not has_subject(verb) and any(h.people.counted and h.cue not in told_at for h in clause.harms):
        return False  # "bombed Gao and shelled Kidal, killing ten": nobody says where
    lemma = verb.lemma_.lower()
    if _dies_there(clause):
        lemma = ""
    if lemma in _AFTERWARDS or (lemma in _ARRESTING and verb.dep_ == "conj") or {"suspect", "suspects"} & {c.lower_ for c in verb.children}:
        return False
    if _by_deed(clause) and _counts(before) and _counts(clause):
        return True
    mine, its = [[p for p in c.places if _town(p) and (p.role != "to" or is_of_place(c.verb))] for c in (clause, before)]
    if mine and its:
        limit = BESIDE_KM if _told_whole(before) and _told_whole(clause) else APART_KM
        return all(_away(p, q, limit) for p in mine for q in its)
    if not (clause.dated or _another_kind(before, clause)):
        return False  # hamlets of which nobody knows how near they are: the places of one deed
    names = [{*c.named, *(_word(p) for p in towns)} for c, towns in ((clause, mine), (before, its))]
    return bool(names[0] and names[1]) and not names[0] & names[1] and (has_subject(verb) or is_of_place(verb) or _counts(before))


def _in_new_deed(clause: Clause) -> bool:
    """Whether people come to harm in a deed told as new at a place of its own: "and three others died in a shooting in Mosul"."""
    nouns = [clause.verb.doc[n] for n in clause.nodes if clause.verb.doc[n].pos_ == "NOUN"]
    return bool(clause.places) and any(c.lower_ in ("a", "an", "another") for n in nouns for c in n.lefts)


def _done_by(verb: Token) -> bool:
    """Whether a verb says who did something, and not only who came to harm."""
    return verb.lemma_.lower() not in _DYING and any(c.dep_ == "nsubj" for c in verb.children)


def _told_after(verb: Token) -> bool:
    """Whether a clause tells what came before: "after rebels shelled Gao"."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "after" for c in verb.children)


def _by_deed(clause: Clause) -> bool:
    """Whether a deed told as new is what does the harm in a clause: "while a bomb injured two", "and a roadside mine killed a farmer"."""
    subjects = [c for c in clause.verb.children if c.dep_ == "nsubj" and c.i in clause.nodes]
    return any(c.lower_ in ("a", "an", "another") for s in subjects for c in s.children)


def _told_whole(clause: Clause) -> bool:
    """Whether a clause counts people of its own, or says what its deed was done to."""
    return _counts(clause) or (clause.verb.i in clause.nodes and any(c.dep_ in ("dobj", "nsubjpass") for c in clause.verb.children))


def _another_kind(before: Clause, clause: Clause) -> bool:
    """Whether a clause with a subject of its own says that something else was done than the one before it."""
    return has_subject(clause.verb) and bool(clause.families) and not clause.families & before.families and _told_whole(clause)


def _counts(clause: Clause) -> bool:
    return any(h.people.counted and h.part_of is None for h in clause.harms)


def _town(place: PlaceRef) -> bool:
    known = place.role in ("at", "near", "to") and place.place is not None
    return known and place.place is not None and place.place.coarseness <= PROVINCE


def _away(one: PlaceRef, other: PlaceRef, limit: float) -> bool:
    p, q = one.place, other.place
    if p is None or q is None or contains(p, q) or contains(q, p):
        return False
    gap = distance_km(p, q)
    return gap is not None and gap > (limit if p.country == q.country else 0)  # a frontier parts what a bridge joins


def _word(place: PlaceRef) -> str:
    return place.wording.split()[-1].lower()
