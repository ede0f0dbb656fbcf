"""Bands: people under arms called by a people's, clan's or gang's own name that no list holds: "Bedouin gunmen", "the Ambulin tribe".

Rule `actor.band`. Invariants: the name is written with a capital and is no ordinary word, country or day, the noun behind it is written
small; somewhere in the text it stands so behind a word that opens a party ("the", "by", "between"), for "in Kafr gunmen" names a place.
"""

import calendar
from collections.abc import Sequence

from thucydides.grounding.actors.descriptions import HeadMatch, is_number, words_of
from thucydides.grounding.actors.parties import Party
from thucydides.grounding.actors.walks import Scene
from thucydides.grounding.ordinary import is_ordinary
from thucydides.nouns.actor import ActorKind

_KINDS: dict[ActorKind, ActorKind] = {
    "unidentified": "identity militia",
    "identity militia": "identity militia",
    "political militia": "political militia",
    "rebel group": "rebel group",
    "criminal group": "criminal group",
}
"""What a band is, by what its people are called."""
_LONGEST = 3
"""Words of the longest name of a band."""
_DAYS = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name))


def bands(scene: Scene, compounds: Sequence[tuple[HeadMatch, ...]]) -> list[Party]:
    """The parties that are called by a name before what they are; of "the Sikin and Kaekin tribes" both."""
    found = [(compound, first) for compound in compounds if (first := _name_start(scene, compound)) is not None]
    known = {_words(scene, first, compound) for compound, first in found if _is_opened(scene, first)}
    out = []
    for compound, first in found:
        if _words(scene, first, compound) in known:
            out.append(_party(scene, first, compound[0].first, compound))
            out += _listed_before(scene, first, compound)
    return out


def _name_start(scene: Scene, compound: tuple[HeadMatch, ...]) -> int | None:
    """The token at which the name before a description begins, None where there is none."""
    t, head = scene.t, compound[0]
    if compound[-1].head.kind not in _KINDS or t.capital[head.first] or not t.joined[head.first]:
        return None
    return _back(scene, head.first)


def _back(scene: Scene, last: int) -> int | None:
    """The first token of the name that ends before a token."""
    t, first = scene.t, last
    while first > 0 and last - first < _LONGEST and (first == last or t.joined[first]) and _is_name(scene, first - 1):
        first -= 1
    while first < last and is_number(t, first):
        first += 1
    return first if first < last else None


def _is_name(scene: Scene, i: int) -> bool:
    """Whether a token may be a word of a name: none that news writes small, no country, no listed party, no day."""
    t = scene.t
    if i + 1 in scene.names_to or i + 1 in scene.countries_to or i + 1 in scene.heads_to or t.shouted[i] or t.possessive[i]:
        return False
    word = t.folded[i]
    plain = is_ordinary(word) or word in _DAYS or word in words_of("modifiers") or word in words_of("suffixes")
    return (t.capital[i] and not plain) or (word.isdigit() and i > 0 and t.capital[i - 1] and t.joined[i])


def _is_opened(scene: Scene, first: int) -> bool:
    """Whether a name stands behind a word that opens a party and no place."""
    t = scene.t
    return first > 0 and t.joined[first] and t.folded[first - 1] in words_of("opens_party")


def _words(scene: Scene, first: int, compound: tuple[HeadMatch, ...]) -> tuple[str, ...]:
    return scene.t.folded[first : compound[0].first]


def _party(scene: Scene, first: int, last: int, compound: tuple[HeadMatch, ...]) -> Party:
    t, head = scene.t, compound[-1].head
    name = f"{t.text[t.starts[first] : t.ends[last - 1]]} {' '.join(w for h in compound for w in h.head.words)}"
    end = compound[-1].last if last == compound[0].first else last
    return Party(first, end, None, name, _KINDS[head.kind], None, generic=True)


def _listed_before(scene: Scene, first: int, compound: tuple[HeadMatch, ...]) -> list[Party]:
    """A further name that shares the description: "Sikin" in "the Sikin and Kaekin tribes"."""
    t = scene.t
    if first < 2 or not t.joined[first] or t.folded[first - 1] not in ("and", "or") or not t.joined[first - 1]:
        return []
    start = _back(scene, first - 1)
    return [_party(scene, start, first - 1, compound)] if start is not None and _is_opened(scene, start) else []
