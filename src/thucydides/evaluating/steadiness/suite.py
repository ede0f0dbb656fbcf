"""The suite `steadiness`: the reports of a folder told in other words of the same meaning, and how much of the record stays what it was.

Data: a folder with reports (a `gold.json` beside them is not asked, but says which reports belong to a half). One kind of rewording at a
time is put into every report and the record is built again: a value is right where it is the one that the reports as written gave. Only
incidents are asked that a reworded report tells of.
"""

from pathlib import Path

from thucydides.evaluating.judged import read_gold
from thucydides.evaluating.outcome import Cut, Outcome, Tally
from thucydides.evaluating.pairing import pages
from thucydides.evaluating.slices import select, select_events, sources, stem
from thucydides.evaluating.steadiness.comparing import Change
from thucydides.evaluating.steadiness.edits import reworded
from thucydides.evaluating.steadiness.kinds import kinds
from thucydides.evaluating.steadiness.records import Reader
from thucydides.nouns import Document

FIRST = ("all values", "incidents", "day", "place", "type", "killed", "injured")


def evaluate_steadiness(data: Path, cut: Cut | None = None) -> Outcome:
    """The share of values that stay the same, by value and by kind of rewording, over the reports of a folder or a cut of them."""
    documents = _documents(data, cut or Cut())
    reader, tally = Reader(), Tally()
    before = reader.record(documents)
    for kind, rewording in kinds().items():
        changed = {document.path: reworded(document, rewording) for document in documents}
        shifts = {path: found for path, (_, found) in changed.items() if found.edits}
        if shifts:
            after = reader.record([document for document, _ in changed.values()])
            Change(kind, before, after, shifts).judge(tally)
    names = [*(name for name in FIRST if name in tally.asked), *(name for name in tally.asked if name not in FIRST)]
    scores = {name: tally.share(name) for name in names}
    return Outcome(scores, len(documents), {name: tally.asked[name] for name in names}, tuple(tally.cases))


def _documents(data: Path, cut: Cut) -> tuple[Document, ...]:
    """The reports of a cut, one of each path and text. ValueError with one line where there are none."""
    from thucydides.reading import read_sources

    read, _ = read_sources(list(sources(data) if data.is_dir() else (data,)))
    found = {document.path: document for document in read if document.copy_of is None}
    names = _names(data, cut, [stem(path) for path in found])
    kept = tuple(document for path, document in sorted(found.items()) if names is None or stem(path) in names)
    if not kept:
        raise ValueError(f"{data} holds no report of that part; give a folder of reports, or all of it")
    return kept


def _names(data: Path, cut: Cut, all_names: list[str]) -> frozenset[str] | None:
    """The names of the reports of a cut: with gold those of whole events, as in the suite `record`, else by the hash of the name."""
    if not cut.half and cut.limit is None:
        return None
    if not (data / "gold.json").exists():
        return frozenset(select(all_names, cut))
    gold = read_gold(data)
    return select_events({e["id"]: pages(e) + pages(e, "aggregate") for e in gold["events"]}, cut)[1]
