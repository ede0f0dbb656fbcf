"""Keeping: what incidents came to, kept from one build to the next by the digest of all that their tellings can see.

Invariant: a case sees nothing but what its digest is of, so what is kept under a digest is what weighing the case would give; what it is
in the record by itself depends on its id and on what people set besides, and is kept with the digest of these.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from hashlib import blake2b

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Assessment
from thucydides.reconciling.alone import Alone, alone
from thucydides.reconciling.assessments import Assessed, Outline, Weighed, heading, outlined
from thucydides.reconciling.context import Case, Context
from thucydides.shelf import Shelf

_NAME = "incidents"


class _Row(Struct, array_like=True):
    """What one case came to: what gives it its id, all of it, and what it was by itself under the id that it had."""

    heading: tuple[Assessment, ...]
    weighed: msgspec.Raw
    named: bytes = b""
    alone: msgspec.Raw = msgspec.Raw(b"\xc0")


class Kept:
    """Weighs cases by `weigh` under a `rule`, save those that were weighed from the same before."""

    def __init__(self, context: Context, rule: str, weigh: Callable[[Case], Weighed], before: dict[bytes, _Row]) -> None:
        self._weigh, self._rule, self._before, self._texts = weigh, rule, before, cache(partial(_text, context))
        self.after: dict[bytes, _Row] = {}
        self.changed = False

    def outline(self, case: Case) -> Outline:
        """The outline of a case; what it came to is read when it is asked for."""
        bare = replace(case, pairs=(), fixed=(), later=())
        key = _digest(bare, self._rule, self._texts)
        row = self._before.get(key)
        if row is None:
            found, self.changed = self._weigh(bare), True
            row = _Row(heading(found), msgspec.Raw(_encode(found)))
        self.after[key] = row
        return Outline(case, row.heading, cache(partial(_WEIGHED.decode, row.weighed)), key)

    def alone(self, identifier: str, sketch: Outline, assessed: Callable[[], Assessed]) -> Alone:
        """What an incident is by itself, under its id and with what people set."""
        row, named = self.after[sketch.key], _named(identifier, sketch)
        if row.named == named:
            return _ALONE.decode(row.alone)
        found, self.changed = alone(assessed()), True
        self.after[sketch.key] = _Row(row.heading, row.weighed, named, msgspec.Raw(_encode(found)))
        return found


    def mark(self, sketch: Outline) -> bytes:
        """The digest of all that an incident is by itself, once that is known."""
        return sketch.key + self.after[sketch.key].named


class Unkept:
    """Weighs cases by `weigh`, all of them."""

    def __init__(self, weigh: Callable[[Case], Weighed]) -> None:
        self._weigh = weigh

    def outline(self, case: Case) -> Outline:
        """The outline of a case."""
        return outlined(case, self._weigh(replace(case, pairs=(), fixed=(), later=())))

    def alone(self, identifier: str, sketch: Outline, assessed: Callable[[], Assessed]) -> Alone:
        """What an incident is by itself."""
        return alone(assessed())

    def mark(self, sketch: Outline) -> bytes:
        """Nothing: no digest was made."""
        return b""


@contextmanager
def keeping(shelf: Shelf | None, context: Context, rule: str, weigh: Callable[[Case], Weighed]) -> Iterator[Kept | Unkept]:
    """What incidents come to, taken from the shelf where they came to it from the same before; at the end, all of it is kept."""
    if shelf is None:
        yield Unkept(weigh)
        return
    kept = Kept(context, rule, weigh, before := _read(shelf.take(_NAME)))
    yield kept
    if kept.changed or len(kept.after) != len(before):
        shelf.put(_NAME, _encode(kept.after))


_encode = msgspec.msgpack.encode
_ROWS = msgspec.msgpack.Decoder(dict[bytes, _Row])
_WEIGHED = msgspec.msgpack.Decoder(Weighed)
_ALONE = msgspec.msgpack.Decoder(Alone)


def _named(identifier: str, sketch: Outline) -> bytes:
    """Digest of an incident's id and of what people set for it."""
    return blake2b(_encode((identifier, sketch.case.fixed)), digest_size=16).digest()


def _text(context: Context, document: str) -> bytes:
    """Digest of a document with what is cited in it."""
    told = (context.documents[document], context.citations_of.get(document, ()))
    return blake2b(_encode(told), digest_size=16).digest()


def _digest(case: Case, rule: str, texts: Callable[[str], bytes]) -> bytes:
    """Digest of all that a case holds and sees."""
    seen = case.context
    told = ([m.id for m in case.mentions], [c.id for c in case.claims], list(seen.mentions.values()), seen.claims_of)
    around = ([(n, texts(n)) for n in seen.documents], seen.kinds, seen.scenes)
    return blake2b(_encode((rule, told, around)), digest_size=16).digest()


def _read(data: bytes | None) -> dict[bytes, _Row]:
    try:
        return _ROWS.decode(data) if data is not None else {}
    except msgspec.MsgspecError:
        return {}
