"""Opposed: the two parties of an incident that stand against each other; forces and government of one state are one side.

Rule `actors.opposed`. Invariants: people without arms are a side only where no armed one is left; of one part a named party comes first.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from thucydides.nouns import Actor
from thucydides.reconciling.catalogue import known_actor
from thucydides.vocabulary import mapping

STATE = re.compile(r"([a-z]{2})-(government|(?:military|border|police|security|air|naval)-forces)\Z")
"""The id of a state's government or forces: its country and which of them."""
Party = tuple[str, str, str]
"""(actor id or "", name, role)."""
_AFTER = {
    "perpetrator": ("target", "party", "perpetrator", "victim"),
    "party": ("party", "target", "perpetrator", "victim"),
    "target": ("target", "victim", "party", "perpetrator"),
}
"""Whom a doer, a fighter or one who was hit most likely stood against, first come first."""
_UNARMED = frozenset({"civilians", "protesters", "rioters", "company", "outlet", "international organisation", "observer"})
_UNARMED_NAMES = frozenset({"Civilians", "Protesters", "Rioters", "Company", "Observers", "Journalists", "Students"})


def opposed(parties: Sequence[Party], unarmed: bool = False) -> tuple[str, ...]:
    """The names of at most two parties of two sides, of the first side a doer where one is told; with `unarmed` people without arms too."""
    armed = [p for p in parties if unarmed or _is_armed(p)]
    able = [p for p in armed if p[2] in _AFTER]
    first = min(able, key=lambda p: (list(_AFTER).index(p[2]), is_described(*p[:2]), armed.index(p)), default=None)
    if first is None:
        return ()
    others = [p for p in armed if side(p) != side(first) and not _one_state(p, first)]
    second = min(others, key=lambda p: (_is_loose(p), _AFTER[first[2]].index(p[2]), others.index(p)), default=None)
    return tuple(_named(p, armed) for p in (first, second) if p is not None)


@cache
def _descriptions() -> frozenset[str]:
    return frozenset(str(head["name"]) for head in mapping("actor_words")["heads"])


def is_described(actor: str, name: str) -> bool:
    """Whether a party is told only by what it is ("Unidentified Armed Group", "Rebels (Yemen)")."""
    return not actor and name.split(" (")[0] in _descriptions()


def band(actor: str, name: str) -> str:
    """The name that a party has before what its people are ("bedouin" of "Bedouin gunmen"), in small letters; "" for others."""
    words = [] if actor else name.split()
    own = [w.casefold() for w in takewhile(lambda word: not word.islower(), words)]
    named = [w for w in own if w not in mapping("actor_words")["modifiers"]]
    return " ".join(named) if len(own) < len(words) and words[-1] in _people() and not is_described(actor, name) else ""


@cache
def _people() -> frozenset[str]:
    armed = (h for h in mapping("actor_words")["heads"] if h["kind"] not in ("civilians", "government", "company", "observer"))
    return frozenset(wording.split()[-1] for head in armed for wording in head["words"])


def _one_state(one: Party, other: Party) -> bool:
    """Whether two parties are forces or governments of which one has no country: they may be the same state's, and are no two sides."""
    loose = [not p[0] and p[1] in _STATE_NAMES for p in (one, other)]
    return any(loose) and all(is_loose or STATE.match(p[0]) for is_loose, p in zip(loose, (one, other), strict=True))


_STATE_NAMES = frozenset({"Government", "Military Forces", "Police Forces", "Security Forces", "Border Forces"})


def _is_loose(party: Party) -> bool:
    return party[1].startswith("Government") or is_described(*party[:2])


def side(party: Party) -> str:
    """The key of a party's side."""
    actor, name, _ = party
    return side_key(actor, name, known_actor(actor) if actor else None)


def side_key(actor: str, name: str, known: Actor | None) -> str:
    """The key of the side of an actor by what is known of it: the forces and the government of one state are one, but who held a state
    for a time only is a side of its own."""
    state = STATE.match(actor)
    if state:
        return f"state:{state[1].upper()}"
    held = known is not None and bool(known.country) and known.kind in ("state forces", "government") and not known.kinds
    return f"state:{known.country}" if known is not None and held else actor or name


def is_unarmed(name: str, known: Actor | None) -> bool:
    """Whether an actor bears no arms, by what is known of it, else by the name that such people are given."""
    return known.kind in _UNARMED if known else name.split(" (")[0] in _UNARMED_NAMES


def _named(party: Party, parties: Sequence[Party]) -> str:
    """The name of a party; a government that fights by its forces where these are told."""
    forces = [p for p in parties if side(p) == side(party) and not p[1].startswith("Government")]
    return forces[0][1] if party[1].startswith("Government") and forces else party[1]


def _is_armed(party: Party) -> bool:
    return not is_unarmed(party[1], known_actor(party[0]) if party[0] else None)
