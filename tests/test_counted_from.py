"""Deeds from whose day another is counted: each keeps its own day and its own dead."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources


def test_the_deed_from_which_another_is_counted_is_one_of_its_own_day(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "# Eight soldiers killed in raid near Banikoara\n\nCOTONOU, 18 April 2025 (Wire) - Eight soldiers were killed on Thursday when gunmen "
        "attacked a post near Banikoara, the army said.\n\nThe raid came three months after the deadly assault of 8 January, in which 28 soldiers "
        "lost their lives."
    )
    documents, _ = read_sources([str(path)])
    extract = next(iter(extract_documents(documents)))
    told = {m.date.edtf: [i.quantity.best for i in m.toll if i.outcome == "killed"] for m in extract.mentions if m.date is not None}
    assert told == {"2025-04-17": [8], "2025-01-08": [28]}
