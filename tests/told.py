"""Told: reports of our own in files, and what is extracted from one or comes of all."""

from pathlib import Path

from thucydides.build import build
from thucydides.extracting import extract_documents
from thucydides.nouns import Extract
from thucydides.reading import read_sources
from thucydides.record import Store


def told(folder: Path, text: str) -> Extract:
    """What a report of one text says that was filed on 3 July 2025."""
    path = folder / "report.txt"
    path.write_text(f"Report of the day\n\nJuly 3, 2025\n\n{text}")
    documents, _ = read_sources([str(path)])
    return next(iter(extract_documents(documents)))


def days_of_record(folder: Path, texts: dict[str, str]) -> list[str]:
    """The days of the incidents that some reports make, sorted."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    with Store.open(folder / "record", create=True) as store:
        record = build([folder / f"{name}.txt" for name in texts], store)
    days = [i.assessed("date") for i in record.incidents if i.kind == "incident"]
    return sorted(d.date.edtf for d in days if d is not None and d.date is not None)
