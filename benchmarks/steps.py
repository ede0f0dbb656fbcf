"""How long each step takes beside the parser alone, which does most of the work: ratios in one run, since machines differ.

usage: steps.py SOURCES...      (files or folders as for `thucydides build`)
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds of processor time it took."""
    begun = time.process_time()
    result = work()
    return result, time.process_time() - begun


def main(sources: list[str]) -> None:
    """Print seconds, documents a second and the ratio to parsing, a line a step."""
    from thucydides.build import build
    from thucydides.extracting import extract_documents
    from thucydides.extracting.parsing import parse, pipeline
    from thucydides.grounding.places import ground_places
    from thucydides.grounding.times import Anchor, find_times, resolve
    from thucydides.reading import read_sources
    from thucydides.record import Store

    pipeline()
    (documents, _), reading = timed(lambda: read_sources(sources))
    list(extract_documents(documents[:1]))  # what is loaded once is no part of a step
    ground_places(documents[0])
    find_times(documents[0].text)

    def ground_times() -> None:
        for document in documents:
            anchor = Anchor(document.published)
            for expression in find_times(document.text):
                resolve(expression, anchor)

    _, places = timed(lambda: [ground_places(document) for document in documents])
    _, times = timed(ground_times)
    _, parsing = timed(lambda: list(parse(documents)))
    _, extracting = timed(lambda: list(extract_documents(documents)))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "record", create=True) as store:
        _, whole = timed(lambda: build(sources, store))
    print(f"{'step':12s} {'seconds':>8s} {'documents/s':>12s} {'ratio':>6s}")
    steps = {
        "reading": reading, "places": places, "times": times, "grounding": places + times, "parsing": parsing, "extracting": extracting,
        "whole build": whole,
    }  # fmt: skip
    for name, seconds in steps.items():
        print(f"{name:12s} {seconds:8.2f} {len(documents) / max(seconds, 1e-9):12.1f} {seconds / max(parsing, 1e-9):6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
