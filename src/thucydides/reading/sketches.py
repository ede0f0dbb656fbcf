"""Sketches: the runs of words of a text, and the MinHash of them by which texts that share much are found without comparing all."""

import re
from array import array

RUN = 5
"""Words in a run."""
COMPARED = 400_000
"""So many characters of a document are compared, some 65,000 words."""
LEAST_RUNS = 30
"""A document with fewer runs is a copy only of the very same text: a stock sentence makes no copy."""
PERMUTATIONS, BANDS = 128, 64
"""Two values a band: pairs that share a fifth of their runs meet in one with probability 0.93, so a brief held in a report five times
as long is found."""
SEED = 1

_WORD = re.compile(r"\w+")


def runs(text: str) -> frozenset[str]:
    """All runs of five words of a text, in lower case; of a shorter text, its words as one run."""
    words = _WORD.findall(text.casefold()[:COMPARED])
    if len(words) < RUN:
        return frozenset([" ".join(words)]) if words else frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def sketch(text: str) -> bytes | None:
    """The MinHash of a text as the bytes of its numbers; None of one with too few runs."""
    from rensa import RMinHash

    mine = runs(text)
    if len(mine) < LEAST_RUNS:
        return None
    found = RMinHash(PERMUTATIONS, SEED)
    found.update(sorted(mine))
    return array("I", found.digest()).tobytes()
