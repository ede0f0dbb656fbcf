"""Told: reports of our own in files or as texts, what is extracted from one, and what comes of all."""

from datetime import date
from functools import cache
from pathlib import Path

from thucydides.build import build
from thucydides.evaluating.case2021 import report
from thucydides.extracting import extract_documents
from thucydides.nouns import Block, DateRange, Document, Extract, Mention
from thucydides.reading import read_sources
from thucydides.record import Store

ASIDE = "\n\n".join(
    f"Traders from {where} said that prices of grain and fuel had risen again, and that few lorries came through before the rains ended."
    for where in ("the north", "the lake", "the hills", "the coast", "the capital", "the river")
)
"""What makes a report longer than a sentence or two, and tells of no deed."""


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


def read(text: str, published: str | None) -> Extract:
    """The extract of a text whose first paragraph is its title, as of a day where one is given."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(at, at + len(paragraph), "paragraph" if number else "title"))
        at += len(paragraph) + 2
    day = date.fromisoformat(published) if published else None
    dated = DateRange(published, day, day, basis="metadata") if published and day else None
    (extract,) = extract_documents([Document("d", "d", text, "d", tuple(blocks), title=text.split("\n\n")[0], published=dated)])
    return extract


def incidents(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def only(text: str) -> Mention:
    """The one incident of a report of 2 May 2024."""
    (mention,) = incidents(read(text, "2024-05-02"))
    return mention


def toll(mention: Mention, outcome: str) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == outcome and i.part_of is None]


def place(mention: Mention) -> str | None:
    return mention.place.wording if mention.place else None


def killed(mention: Mention) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]


def day_of(mention: Mention) -> str | None:
    return mention.date.edtf if mention.date else None


def at(extract: Extract, name: str) -> Mention:
    """The one incident whose place is so named."""
    (found,) = [m for m in incidents(extract) if m.place and m.place.place and name in (m.place.wording, m.place.place.name)]
    return found


@cache
def brief(text: str) -> Extract:
    """The extract of a report of a sentence or two, without a date."""
    (extract,) = extract_documents([report("r", text)])
    return extract


def told_briefly(text: str) -> list[Mention]:
    """The incidents of a report of a sentence or two."""
    return incidents(brief(text))
