"""Matches: what readings of aggregates counted in the build before, so that only incidents that came or changed are held against them.

Invariant: whether a reading counts an incident depends on the reading and on that incident alone, so what is kept of both holds as long as
neither changed; the key of a reading is the digest of all that it asks by, the mark of an incident that of all that it is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import msgspec
from msgspec import Struct

from thucydides.keeping.shelf import Shelf
from thucydides.nouns import AggregateCheck
from thucydides.reconciling.aggregates.columns import Columns
from thucydides.reconciling.aggregates.matching import Match
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.aggregates.shares import Array

_NAME = "counts"


class Held(Struct, frozen=True, array_like=True):
    """The check that a reading came to, and how much it leaves unexplained."""

    check: AggregateCheck
    misfit: int


class _Row(Struct, frozen=True, array_like=True):
    """One reading: which incidents it counts surely and possibly, and which were taken, a bit each; and what it came to."""

    sure: bytes
    possible: bytes
    taken: bytes
    held: msgspec.Raw


class _Kept(Struct, frozen=True, array_like=True):
    """The marks of the incidents in the order of the bits, and the readings by their keys."""

    marks: tuple[bytes, ...]
    rows: dict[bytes, _Row]


class Matches:
    """What readings count among the incidents of `columns`, from what was `kept` of incidents with the same marks."""

    def __init__(self, columns: Columns, marks: Sequence[bytes], kept: _Kept) -> None:
        import numpy as np

        self._columns, self._marks, self._kept = columns, tuple(marks), kept
        known = {mark: n for n, mark in enumerate(kept.marks)}
        at = np.array([known.get(mark, -1) for mark in marks], np.int64)
        self._stood, self._new = np.flatnonzero(at >= 0), np.flatnonzero(at < 0)
        self._was = at[self._stood]
        self._gone = np.ones(len(kept.marks), bool)
        self._gone[self._was] = False
        self._came = Columns([columns.entries[n] for n in self._new.tolist()])
        self._rows: dict[bytes, _Row] = {}

    def of(self, key: bytes, fits: Callable[[Columns], Match], hold: Callable[[Match], Held]) -> tuple[Match, Held]:
        """What the reading of a key counts and comes to; `fits` tells which of some incidents it counts, `hold` what these come to."""
        row = self._kept.rows.get(key)
        if row is None:
            found, held = fits(self._columns), None
        else:
            found, held = self._again(row, fits(self._came))
        made = hold(found) if held is None else _HELD.decode(held)
        self._rows[key] = _Row(_bits(found.sure), _bits(found.possible), _bits(found.taken), held or msgspec.Raw(_encode(made)))
        return found, made

    def _again(self, row: _Row, came: Match) -> tuple[Match, msgspec.Raw | None]:
        """What a reading counts now, and what it came to where it counts no other incidents than before."""
        import numpy as np

        masks, same = [], True
        for bits, new in ((row.sure, came.sure), (row.possible, came.possible), (row.taken, came.taken)):
            old = np.unpackbits(np.frombuffer(bits, np.uint8), count=len(self._gone)).astype(bool)
            mask = np.zeros(len(self._marks), bool)
            mask[self._stood], mask[self._new] = old[self._was], new
            masks.append(mask)
            same = same and not bool(new.any()) and not bool(old[self._gone].any())
        return Match(*masks), row.held if same else None

    def kept(self) -> _Kept:
        """What to keep."""
        return _Kept(self._marks, self._rows)


@contextmanager
def matching(shelf: Shelf | None, register: Register, marks: Mapping[str, bytes]) -> Iterator[Matches | None]:
    """The matches of a register whose incidents have these marks, from what the shelf keeps, which then keeps them; None without one."""
    if shelf is None:
        yield None
        return
    kept = shelf.recall(_NAME, _KEPT.decode) or _Kept((), {})
    matches = Matches(register.columns, [marks[e.id] for e in register.columns.entries], kept)
    yield matches
    if (now := matches.kept()).marks != kept.marks or now.rows.keys() != kept.rows.keys():
        shelf.keep(_NAME, now, _encode)


_encode = msgspec.msgpack.encode
_KEPT = msgspec.msgpack.Decoder(_Kept)
_HELD = msgspec.msgpack.Decoder(Held)


def _bits(mask: Array) -> bytes:
    import numpy as np

    return np.packbits(mask).tobytes()
