"""How many documents a second a core grounds: places and times found in their texts and resolved, without the parser.

usage: grounding.py SOURCES... [--limit N]     (files or folders as for `thucydides build`)

Each document is new to the program on the first pass and known on the second; what is known of words and names grows on the way, and
Python looks for unused rings of objects as seldom, as in a build. Times are processor time. Between the documents a fixed loop of plain
Python runs, so that a ratio can be given that hardly depends on the machine or on what else runs on it: how many documents are grounded
in the time of one such loop.
"""

import argparse
import gc
import platform
import time
from collections.abc import Callable, Sequence

from thucydides.nouns.document import Document

WORDS = " ".join(f"word{number % 997} of {number % 31}" for number in range(4000))
EVERY = 25  # documents between two runs of the loop


def calibrate() -> int:
    """The fixed loop: the words of a fixed text counted."""
    counts: dict[str, int] = {}
    for word in WORDS.split(" "):
        counts[word] = counts.get(word, 0) + len(word)
    return len(counts)


def measure(documents: Sequence[Document], work: Callable[[Document], object]) -> tuple[float, float]:
    """Seconds a document, and documents in the time of one fixed loop."""
    busy = loop = 0.0
    loops = 0
    for at in range(0, len(documents), EVERY):
        begun = time.process_time()
        calibrate()
        middle = time.process_time()
        for document in documents[at : at + EVERY]:
            work(document)
        loop, busy, loops = loop + middle - begun, busy + time.process_time() - middle, loops + 1
    return busy / len(documents), (loop / loops) / (busy / len(documents))


def main(sources: list[str], limit: int | None) -> None:
    """Print documents a second and documents a loop, for the first pass and the second."""
    from thucydides.commands.build import FEW_PAUSES
    from thucydides.grounding.places import country_of, ground_places
    from thucydides.grounding.times import Anchor, find_times, resolve
    from thucydides.reading import read_sources

    def ground_times(document: Document) -> None:
        anchor = Anchor(document.published)
        for expression in find_times(document.text):
            resolve(expression, anchor)

    def ground(document: Document) -> None:
        ground_places(document)
        ground_times(document)

    gc.set_threshold(*FEW_PAUSES)
    documents = read_sources(sources)[0][:limit]
    ground(documents[0])  # opening the gazetteer, its areas and the vocabularies is no part of it
    country_of(15.6, 32.5)
    length = sum(len(document.text) for document in documents) / len(documents)
    print(f"{len(documents)} documents of {length:.0f} characters, {platform.python_implementation()} {platform.python_version()}")
    print(f"{'':24s} {'documents/s':>12s} {'documents a loop':>17s}")
    for name, work in (("new", ground), ("known", ground), ("known, places", ground_places), ("known, times", ground_times)):
        seconds, ratio = measure(documents, work)
        print(f"{name:24s} {1 / seconds:12.0f} {ratio:17.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--limit", type=int)
    arguments = parser.parse_args()
    main(arguments.sources, arguments.limit)
