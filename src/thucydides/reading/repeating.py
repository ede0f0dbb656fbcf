"""Repeating: which text repeats which earlier one, looked for among all only where a text came or what it repeated went.

Invariant: a text repeats the first before it that shares a band with it and that it does repeat, however texts came and went.
"""

from array import array
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from thucydides.keeping.shelf import Shelf
from thucydides.reading.sketches import BANDS, PERMUTATIONS, runs, sketch

Repeats = Callable[[frozenset[str], frozenset[str]], bool]
Array = Any
_NAME = "copies"
_SIZE = 16
_FEW = 64
"""Up to so many texts that came are held against all by looking at every band; an index of the bands takes longer to make."""


class Told(NamedTuple):
    """A text: its id, the day that orders it, the digest of what its words are read from, and what reads them."""

    id: str
    day: date
    digest: bytes
    words: Callable[[], str]


class _Kept(Struct, frozen=True, array_like=True):
    """Texts in order: the digests of their ids, days and digests, what each repeats (-1: nothing), and their sketches (zeros: none)."""

    keys: bytes = b""
    firsts: bytes = b""
    sketches: bytes = b""


_KEPT = msgspec.msgpack.Decoder(_Kept)


def repeated(texts: Sequence[Told], repeats: Repeats, shelf: Shelf | None = None) -> Sequence[int]:
    """Of each of some texts in order the position of the one that it repeats, -1 where it repeats none."""
    kept = (shelf.recall(_NAME, _KEPT.decode) if shelf is not None else None) or _Kept()
    keys = [_key(text) for text in texts]
    places = {kept.keys[at : at + _SIZE]: at // _SIZE for at in range(0, len(kept.keys), _SIZE)}
    was = [places.get(key, -1) for key in keys]
    now = _found(texts, was, kept, repeats)
    if shelf is not None and (said := _Kept(b"".join(keys), *now)) != kept:
        shelf.keep(_NAME, said, msgspec.msgpack.encode)
    return array("i", now[0])


def _found(texts: Sequence[Told], was: Sequence[int], kept: _Kept, repeats: Repeats) -> tuple[bytes, bytes]:
    """What each text repeats, and its sketch, from where it stood before."""
    import numpy as np

    size, stood = len(texts), np.array(was, np.int64)
    old, stays = np.frombuffer(kept.sketches, np.uint32).reshape(-1, PERMUTATIONS), np.flatnonzero(stood >= 0)
    sketches = np.zeros((size, PERMUTATIONS), np.uint32)
    sketches[stays] = old[stood[stays]]
    for at in np.flatnonzero(stood < 0).tolist():
        if (made := sketch(texts[at].words())) is not None:
            sketches[at] = np.frombuffer(made, np.uint32)
    moved = np.full(len(old) + 1, -1)
    moved[stood[stays]] = stays
    before = np.frombuffer(kept.firsts, np.int32)[stood[stays]]
    firsts = np.full(size, -1, np.int32)
    firsts[stays] = moved[before]
    again = stood < 0
    again[stays[(before >= 0) & (moved[before] < 0)]] = True
    return _renewed(texts, sketches, firsts, again, repeats).tobytes(), sketches.tobytes()


def _renewed(texts: Sequence[Told], sketches: Array, firsts: Array, again: Array, repeats: Repeats) -> Array:
    """What each text repeats, where some are looked at again and the others may repeat one of these."""
    import numpy as np

    read: dict[int, frozenset[str]] = {}

    def alike(one: int, other: int) -> bool:
        for at in (one, other):
            if at not in read:
                read[at] = runs(texts[at].words())
        return repeats(read[one], read[other])

    meeting = _meeting(sketches, again)
    for at in np.flatnonzero(again).tolist():
        near = meeting(at)
        firsts[at] = next((other for other in near if other < at and alike(other, at)), -1)
        for later in (other for other in near if other > at and not again[other]):
            if not 0 <= firsts[later] < at and alike(at, later):
                firsts[later] = at
    return firsts


def _meeting(sketches: Array, again: Array) -> Callable[[int], Sequence[int]]:
    """What gives for one of the texts looked at again all that share a band with it, in order."""
    import numpy as np

    bands, said = sketches.view(np.uint64), sketches.any(axis=1)
    if int(again.sum()) <= _FEW:
        return lambda at: np.flatnonzero((bands == bands[at]).any(axis=1) & said).tolist() if said[at] else []
    order = np.flatnonzero(said)[np.argsort(bands[said].T, axis=1, kind="stable")]
    ranked = np.take_along_axis(bands.T, order, axis=1)
    first, last = (np.array([np.searchsorted(ranked[n], bands[:, n], side) for n in range(BANDS)]).T for side in ("left", "right"))

    def near(at: int) -> Sequence[int]:
        shared = np.flatnonzero(last[at] - first[at] > 1)
        found = [order[n, first[at, n] : last[at, n]] for n in shared] if said[at] else []
        return np.unique(np.concatenate(found)).tolist() if found else []

    return near


def _key(text: Told) -> bytes:
    return blake2b(b"\n".join((text.id.encode(), text.day.isoformat().encode(), text.digest)), digest_size=_SIZE).digest()
