"""Those arrested as suspects of a deed are told with it, and where they were caught or treated makes no second deed."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def incidents(folder: Path, title: str, text: str) -> list[Mention]:
    """The incidents of a report under a title that was filed on 3 July 2025."""
    path = folder / "report.txt"
    path.write_text(f"{title}\n\nJuly 3, 2025\n\n{text}")
    documents, _ = read_sources([str(path)])
    return [m for m in next(iter(extract_documents(documents))).mentions if m.kind == "incident"]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Man charged over shooting at mill", "Simon Okot, 24, was arrested on Tuesday in Lira."),
        ("Miller shot dead in Gulu", "Two suspects were arrested in Kayole on Tuesday, and a pistol was recovered."),
    ],
)
def test_the_suspects_of_a_deed_are_told_with_it(tmp_path: Path, title: str, line: str) -> None:
    (mention,) = incidents(tmp_path, title, f"A miller was shot dead in Gulu on Monday evening, police said. {line}")
    assert mention.type == "Attack"
    assert mention.date is not None
    assert mention.date.edtf == "2025-06-30"


def test_an_arrest_that_is_the_news_is_an_incident(tmp_path: Path) -> None:
    text = "Two opposition leaders were arrested in Gulu on Tuesday. A teacher was shot dead in Lira on Monday."
    assert {m.type for m in incidents(tmp_path, "Police arrest two opposition leaders in Gulu", text)} == {"Arrests", "Attack"}


def test_a_hospital_sets_no_deed_apart(tmp_path: Path) -> None:
    text = (
        "A teacher was gunned down in a shooting that wounded three others in a garage in Eastwood, Lira, on Monday evening. "
        "Three shooting victims turned up at Holy Cross Medical Center within the hour."
    )
    assert len(incidents(tmp_path, "Teacher killed in Lira", text)) == 1
