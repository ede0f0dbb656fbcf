"""Reports whose day only other reports told are read again as reports of that day."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.extracting import extract as extracting
from thucydides.extracting import extract_documents
from thucydides.nouns import Document, Extract, Record
from thucydides.record import Store

DATED = """Market bombed in Juba

Juba, 21 July 2016

Gunmen killed nine people at the Konyo Konyo market in Juba on Thursday 21 July, the police said.

Six soldiers were killed in an ambush near Torit on 19 July 2016, the army said.
"""
WIRE = """JUBA, July 21 (Wire) - Gunmen killed nine people at the Konyo Konyo market in Juba on Thursday, the police said.

On Tuesday six soldiers were killed in an ambush near Torit. On Wednesday a bomb killed three policemen near Torit.
"""


def record(folder: Path, texts: dict[str, str], name: str = "record") -> Record:
    for title, text in texts.items():
        (folder / f"{title}.txt").write_text(text)
    with Store.open(folder / name, create=True) as store:
        return build([folder / f"{title}.txt" for title in texts], store)


def days(found: Record) -> list[str]:
    assessed = [i.assessed("date") for i in found.incidents if i.kind == "incident"]
    return sorted(a.date.edtf for a in assessed if a is not None and a.date is not None)


def test_weekdays_of_a_date_line_without_a_year_part_deeds_once_others_tell_the_year(tmp_path: Path) -> None:
    found = record(tmp_path, {"dated": DATED, "wire": WIRE})
    assert days(found) == ["2016-07-19", "2016-07-20", "2016-07-21"]
    assert {d.published.edtf for d in found.documents if d.published} == {"2016-07-21"}


def test_what_is_counted_from_a_found_day_rests_on_the_collection(tmp_path: Path) -> None:
    found = record(tmp_path, {"dated": DATED, "wire": WIRE})
    wire = next(d.id for d in found.documents if d.path.endswith("wire.txt"))
    bases = {m.date.basis for m in found.mentions if m.document == wire and m.date}
    assert bases == {"collection"}


def test_a_report_is_read_again_but_once_and_that_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    run = extracting.extract_documents

    def counted(documents: Iterable[Document], *rest: object, **more: object) -> Iterator[Extract]:
        batch = list(documents)
        read.extend(d.path.rpartition("/")[2] for d in batch)
        return run(batch, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(extracting, "extract_documents", counted)
    record(tmp_path, {"dated": DATED, "wire": WIRE})
    assert sorted(read) == ["dated.txt", "wire.txt", "wire.txt"]
    read.clear()
    record(tmp_path, {"dated": DATED, "wire": WIRE, "later": "Juba, 30 July 2016\n\nTwo people were killed in Yei on Friday, the police said."})
    assert read == ["later.txt"]


def test_a_record_grown_report_by_report_is_the_one_built_at_once(tmp_path: Path) -> None:
    texts = {"dated": DATED, "wire": WIRE}
    for name in reversed(texts):
        grown = record(tmp_path, {name: texts[name]}, "grown")
    whole = record(tmp_path, texts, "whole")
    assert (grown.incidents, grown.documents) == (whole.incidents, whole.documents)


def test_a_day_that_nothing_tells_leaves_a_report_as_it_was_read(tmp_path: Path) -> None:
    found = record(tmp_path, {"wire": WIRE})
    (document,) = found.documents
    assert document.published is not None
    assert document.published.earliest is None
    assert set(found.mentions) == {m for e in extract_documents([document]) for m in e.mentions}
