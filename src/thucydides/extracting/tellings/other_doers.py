"""Other doers: clauses of one sentence that tell of unlike deeds, each done by a side of its own (rule `extract.other-doers`).

"Soldiers burned 20 houses after rebels fired on a patrol", "gunmen seized a doctor as shells fell on the harbour", "police detained 40 men
a day after a bomb killed two guards" tell of two deeds of one place. Invariant: what one side does in answer to a crowd, to a raid of its
own or to people in its hands is of the same deed, and so is all that is done by one side.
"""

from collections.abc import Mapping
from typing import Literal

from spacy.tokens import Token

from thucydides.extracting.kinds.weapons import find_weapons
from thucydides.extracting.people.sides import categories
from thucydides.extracting.tellings.clause import SAME, SUBJECTS, Clause, is_what_came_before
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.participants import token_at
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS
from thucydides.vocabulary import mapping

Side = Literal["state", "group", "fire", "device", "unnamed"]
_CLASSES: Mapping[str, str] = {
    "arrest": "arresting", "abduction": "taking", "destruction": "burning", "sexual": "rape",
    "clash": "force", "air": "force", "shelling": "force", "suicide": "force", "bomb": "force", "grenade": "force", "chemical": "force",
    "attack": "force", "takeover": "ground", "territory": "ground",
}  # fmt: skip
"""What is done, so that one of these is not told for another; meeting a crowd is told by words of each."""
_FROM_AFAR, _BURSTING = frozenset({"air", "shelling"}), frozenset({"bomb", "suicide", "grenade"})
_ARMED_GROUPS = frozenset({"rebels", "militia", "criminals"})
_ON_THE_GROUND = frozenset({"arresting", "taking", "burning"})
_EXPLOSIVE = frozenset({"explosive", "suicide", "grenade"})


def done_by_others(told: Matter, before: Clause, clause: Clause) -> bool:
    """Whether two clauses of a sentence tell of unlike deeds of different sides."""
    one, other = _classes(before), _classes(clause)
    if not one or not other or one & other or _swept(told, before) or _swept(told, clause):
        return False
    if not (_told_of(before) and _told_of(clause)):
        return False
    if "ground" in one | other and not any(c.families and c.families <= _FROM_AFAR for c in (before, clause)):
        return False  # what is fought for is taken by the fight
    sides = {_side(told, before), _side(told, clause)}
    if sides in ({"state", "device"}, {"state", "unnamed"}):
        return any(what <= _ON_THE_GROUND for what in (one, other))
    return sides in ({"state", "group"}, {"group", "fire"}) or _of_two_parties(told, before, clause)


def _of_two_parties(told: Matter, before: Clause, clause: Clause) -> bool:
    """Whether two states' forces, or groups of two kinds, did what two clauses tell: "herders burned huts and a gang shot two guards"."""
    one, other = _parties(told, before), _parties(told, clause)
    return bool(one and other) and not one & other and len({w[0] for w in one | other}) == 1


def _parties(told: Matter, clause: Clause) -> set[tuple[str, str]]:
    """Which states' forces, or which kinds of groups, are the subject of a clause."""
    subject = _subject(clause)
    named = _named(told, subject) if subject is not None else []
    states = {("state", a.country) for a in named if a.kind in STATE_KINDS and a.country is not None}
    return states | {("group", a.kind) for a in named if a.kind in GROUP_KINDS}


def _classes(clause: Clause) -> set[str]:
    """What a clause says was done; nothing where one of its words is of no such class."""
    found = {_CLASSES.get(f, "") for f in clause.families}
    if any(h.outcome in ("killed", "injured") for h in clause.harms):
        found.add("force")
    return set() if "" in found else found


def _swept(told: Matter, clause: Clause) -> bool:
    """Whether raids and searches, in which people are taken, are all the force that a clause tells of."""
    swept = mapping("telling")["roles"]["swept"]
    own = [t for t in told.triggers if t.head in clause.nodes and t.family == "attack"]
    return bool(own) and all(told.sentence.doc[t.head].lemma_.lower() in swept for t in own) and not clause.harms


def _told_of(clause: Clause) -> bool:
    """Whether a clause says to whom or to what its deed was done."""
    aims = (c for n in clause.nodes for c in clause.verb.doc[n].children)
    aimed = any(c.dep_ in ("dobj", "nsubjpass") or (c.dep_ == "prep" and c.lower_ in ("on", "at", "with", "upon", "against")) for c in aims)
    return aimed or any(h.people.counted for h in clause.harms)


def _side(told: Matter, clause: Clause) -> Side | None:
    """Who or what does the deed of a clause, by its subject; None where that is somebody told of before, or nobody of a side."""
    if is_what_came_before(clause.verb):
        known = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "another") for c in clause.verb.children)
        return None if known else "device" if clause.families & _BURSTING else "unnamed"
    subject = _subject(clause)
    if subject is None:
        return None
    own = {t.family for t in told.triggers if t.head == subject.i and t.noun}
    used = {w.method for w in find_weapons(told.sentence) if w.start <= subject.idx < w.end}
    if own & _BURSTING or used & _EXPLOSIVE:
        return "device"
    if own or used & _FROM_AFAR:
        return "fire" if (own | used) & _FROM_AFAR else "unnamed"
    kinds = {a.kind for a in _named(told, subject)}
    if kinds & STATE_KINDS:
        return "state"
    if kinds & (GROUP_KINDS | {"unidentified"}):
        return "group"
    if categories().get(subject.lemma_.lower()) in _ARMED_GROUPS:
        return "group"
    return "fire" if not kinds and clause.families & _FROM_AFAR else None


def _subject(clause: Clause) -> Token | None:
    """Who or what a clause says did it; None where that is somebody told of before."""
    subject = next((c for c in clause.verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ in SAME:
        return None
    return _agent(clause.verb) if subject.dep_ == "nsubjpass" else subject


def _named(told: Matter, subject: Token) -> list[ActorMatch]:
    """The parties that a subject is."""
    return [a for a in told.around.actors_in(told.start, told.end) if not a.metonym and _names(told, a, subject)]


def _names(told: Matter, party: ActorMatch, subject: Token) -> bool:
    """Whether a subject is a party, or one of its people: "members of the front"."""
    token = token_at(told.sentence, party.start - told.shift, party.end - told.shift)
    if token is None or token == subject:
        return token is not None
    over = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("of", "from") else token.head
    return over == subject and token.dep_ in ("pobj", "compound", "amod", "nmod", "poss")


def _agent(verb: Token) -> Token | None:
    """Who is said behind "by" to have done what a passive tells."""
    return next((o for a in verb.children if a.dep_ == "agent" for o in a.children if o.dep_ == "pobj"), None)
