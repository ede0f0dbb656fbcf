"""Sketches: the runs of words of a text, and the MinHash of them by which texts that share much are found without comparing all."""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from thucydides.keeping.shelf import Shelf

RUN = 5
"""Words in a run."""
COMPARED = 400_000
"""So many characters of a document are compared, some 65,000 words."""
LEAST_RUNS = 30
"""A document with fewer runs is a copy only of the very same text: a stock sentence makes no copy."""
PERMUTATIONS = 128
SEED = 1

_WORD = re.compile(r"\w+")
_NAME = "copies"


def runs(text: str) -> frozenset[str]:
    """All runs of five words of a text, in lower case; of a shorter text, its words as one run."""
    words = _WORD.findall(text.casefold()[:COMPARED])
    if len(words) < RUN:
        return frozenset([" ".join(words)]) if words else frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def sketched(texts: Sequence[str], shelf: Shelf | None = None) -> Iterator[Any]:
    """The MinHash of each text, None of one with too few runs; those that the `shelf` keeps of an earlier build are not made anew."""
    from rensa import RMinHash

    before, after = _read(shelf.take(_NAME) if shelf is not None else None), dict[bytes, bytes]()
    for text in texts:
        sketch = RMinHash(PERMUTATIONS, SEED)
        key = blake2b(text.encode(), digest_size=16).digest()
        kept = after.get(key, before.get(key))
        if kept is None:
            mine = runs(text)
            if len(mine) >= LEAST_RUNS:
                sketch.update(sorted(mine))
            kept = sketch.__getstate__() if len(mine) >= LEAST_RUNS else b""
        elif kept:
            sketch.__setstate__(kept)
        after[key] = kept
        yield sketch if kept else None
    if shelf is not None and after.keys() != before.keys():
        shelf.put(_NAME, msgspec.msgpack.encode(after))


def _read(data: bytes | None) -> dict[bytes, bytes]:
    try:
        return msgspec.msgpack.decode(data, type=dict[bytes, bytes]) if data is not None else {}
    except msgspec.MsgspecError:
        return {}
