"""Keeping: what the tellings of incidents came to, kept from one build to the next by the digest of all that they can see.

Invariant: a case sees nothing but what its digest is of, so what is kept under a digest is what weighing the case would give.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from thucydides.reconciling.assessments import Weighed
from thucydides.reconciling.context import Case, Context
from thucydides.shelf import Shelf

Weigh: TypeAlias = Callable[[Case], Weighed]
_NAME = "incidents"


@contextmanager
def weighing(shelf: Shelf | None, context: Context, rule: str, weigh: Weigh) -> Iterator[Weigh]:
    """Weigh cases by `weigh`, save those that were weighed from the same before under the same `rule`; at the end, keep all of them."""
    if shelf is None:
        yield lambda case: weigh(replace(case, pairs=(), fixed=(), later=()))
        return
    before, after = _read(shelf.take(_NAME)), dict[bytes, bytes]()
    texts = _texts(context)
    decoder = msgspec.msgpack.Decoder(Weighed)

    def weighed(case: Case) -> Weighed:
        alone = replace(case, pairs=(), fixed=(), later=())
        key = _digest(alone, rule, texts)
        if key in before:
            after[key] = before[key]
            return decoder.decode(before[key])
        found = weigh(alone)
        after[key] = msgspec.msgpack.encode(found)
        return found

    yield weighed
    if after.keys() != before.keys():
        shelf.put(_NAME, msgspec.msgpack.encode(after))


def _texts(context: Context) -> dict[str, bytes]:
    """Digest of each document with what is cited in it."""
    encode = msgspec.msgpack.encode
    return {n: blake2b(encode((d, context.citations_of.get(n, ()))), digest_size=16).digest() for n, d in context.documents.items()}


def _digest(case: Case, rule: str, texts: dict[str, bytes]) -> bytes:
    """Digest of all that a case holds and sees."""
    seen = case.context
    told = ([m.id for m in case.mentions], [c.id for c in case.claims], list(seen.mentions.values()), seen.claims_of)
    around = ([(n, texts[n]) for n in seen.documents], seen.kinds, seen.scenes)
    return blake2b(msgspec.msgpack.encode((rule, told, around)), digest_size=16).digest()


def _read(data: bytes | None) -> dict[bytes, bytes]:
    try:
        return msgspec.msgpack.decode(data, type=dict[bytes, bytes]) if data is not None else {}
    except msgspec.MsgspecError:
        return {}
