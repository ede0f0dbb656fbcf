"""Learn what tells the day of a deed from the day of an arrest, a hearing or a statement: `extracting/tellings/deed_days.json`.

    python scripts/learn_deed_days.py FOLDER [--weights FILE]

FOLDER holds `documents.jsonl[.gz]` and a `gold.json` with events, their documents and their day. Only the half `tune` of the events is
read, and of these the documents that tell of one event. A date in a sentence that tells of a deed is an example: right where it is the
event's day, wrong where it is later, or up to a week earlier; dates farther back belong to other deeds and are left out. The weights are
those of a logistic regression with a ridge; pieces of evidence met seldom, and weights near nothing, are left out.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy

from thucydides.evaluating.judged import day, read_gold
from thucydides.evaluating.outcome import Cut
from thucydides.evaluating.slices import copy_slice, select_events, sources, stem
from thucydides.extracting.harm import find_harm
from thucydides.extracting.kinds.triggers import find_triggers
from thucydides.extracting.parsing import Paragraph, parse
from thucydides.extracting.tellings.deed_days import weighed
from thucydides.extracting.tellings.references import is_reference
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import Document
from thucydides.reading import read_sources

Example = tuple[tuple[str, ...], bool]
SELDOM = 8
SMALL = 0.06
RIDGE = 4.0
EARLIER = timedelta(days=7)
TARGET = Path(__file__).parents[1] / "src/thucydides/extracting/tellings/deed_days.json"
PROVENANCE = {
    "data": "Half tune (by hash of the incident id) of the development part of the LongTailQATask corpus (SemEval-2018 task 5; "
    "cltl/LongTailQATask): reports of shootings joined to the Gun Violence Archive. Statistics only; no text.",
    "method": "scripts/learn_deed_days.py: logistic regression, ridge 4, evidence met fewer than 8 times left out.",
}


def examples_of(document: Document, paragraphs: Iterable[Paragraph], around: Surroundings, right: date) -> Iterator[Example]:
    """The dates of a document's telling sentences, each with its evidence and whether it is the event's day."""
    for paragraph in paragraphs:
        if paragraph.block.kind in ("infobox", "heading", "caption"):
            continue
        for sentence in paragraph.sentences():
            families = {h.cue: "harm" for h in find_harm(sentence)}
            families |= {t.head: t.family for t in find_triggers(sentence) if not is_reference(sentence, t)}
            start = sentence.start_char + paragraph.start
            times = around.times_in(start, start + len(sentence.text))
            for _, found, evidence in weighed(sentence, times, families, document.published, paragraph.start):
                if found.earliest is not None and right - EARLIER <= found.earliest:
                    yield evidence, found.earliest == right


def read(folder: Path) -> Iterator[Example]:
    gold = read_gold(folder)
    told = {e["id"]: tuple(stem(m["page"]) for m in e["mentions"]) for e in gold["events"]}
    events, names = select_events(told, Cut(half="tune"))
    days: dict[str, list[Any]] = {}
    for event in gold["events"]:
        if event["id"] in events:
            for name in told[event["id"]]:
                days.setdefault(name, []).append(day(event.get("best_date")))
    with tempfile.TemporaryDirectory() as laid:
        documents, _ = read_sources(copy_slice(sources(folder), names, Path(laid)))
        for document, paragraphs in parse(documents):
            known = days.get(stem(document.path), [])
            if len(known) == 1 and known[0] is not None:
                yield from examples_of(document, paragraphs, Surroundings(document), known[0])


def learn(examples: list[Example]) -> dict[str, float]:
    """The weight of each piece of evidence; `always` is the weight of none."""
    met = Counter(piece for evidence, _ in examples for piece in set(evidence))
    names = sorted(piece for piece, times in met.items() if times >= SELDOM)
    index = {name: i for i, name in enumerate(names)}
    x = numpy.zeros((len(examples), len(names) + 1))
    x[:, -1] = 1
    for row, (evidence, _) in enumerate(examples):
        x[row, [index[piece] for piece in set(evidence) if piece in index]] = 1
    y = numpy.array([right for _, right in examples], float)
    ridge = numpy.full(len(names) + 1, RIDGE)
    ridge[-1] = 0.01
    weights = numpy.zeros(len(names) + 1)
    for _ in range(40):
        p = 1 / (1 + numpy.exp(-x @ weights))
        step = numpy.linalg.solve((x.T * (p * (1 - p))) @ x + numpy.diag(ridge), x.T @ (p - y) + ridge * weights)
        weights -= step
        if abs(step).max() < 1e-7:
            break
    kept = {name: round(float(w), 2) for name, w in zip(names, weights, strict=False) if abs(w) >= SMALL}
    return {"always": round(float(weights[-1]), 2), **kept}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=TARGET, help="default: the file that is shipped")
    given = parser.parse_args()
    examples = list(read(given.folder))
    written = {"provenance": {**PROVENANCE, "examples": len(examples)}, "weights": learn(examples)}
    given.weights.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    right = sum(right for _, right in examples)
    print(f"{len(examples)} examples, {right} of them right; {len(written['weights'])} weights in {given.weights}")


if __name__ == "__main__":
    main()
