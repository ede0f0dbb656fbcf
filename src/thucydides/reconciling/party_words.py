"""Party words: what a party is called in a title: by its name, or in plain words where it has none ("an unidentified armed group").

Invariant: a name of its own is never changed.
"""

from collections.abc import Sequence
from functools import cache

from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.opposed import STATE, Party, side
from thucydides.vocabulary import mapping


@cache
def _plain() -> dict[str, str]:
    return {str(name): str(words) for name, words in mapping("reconciling")["title_names"].items()}


def in_words(name: str) -> str:
    """A party's name as a title says it: "civilians (Kyrgyzstan)", "rebels", "the Government of Chad"."""
    kind = name.split(" (")[0]
    if kind in _plain():
        return _plain()[kind] + name[len(kind) :]
    return f"the {name}" if name.startswith("Government of ") else name


def of_state(name: str, parties: Sequence[Party]) -> bool:
    """Whether a party is a state's, and no other state takes part: then its soldiers and policemen are not those whom it hit."""
    states = {side(p) for p in parties if _is_state(p)}
    return len(states) == 1 and any(p[1] == name and _is_state(p) for p in parties)


def _is_state(party: Party) -> bool:
    known = known_actor(party[0]) if party[0] else None
    return bool(STATE.match(party[0])) or (known is not None and known.kind in ("state forces", "government"))
