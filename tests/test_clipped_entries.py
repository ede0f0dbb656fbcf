"""Telegraphic entries: participles without their auxiliary, and deeds that an entry of a day and a place tells by their name alone."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _told(tmp_path: Path, entry: str) -> list[Mention]:
    text = (
        "Diary of a town\n\n30 March 2013\n\nNotes of the month follow.\n\n* 2 March, Gao: a bomb killed three traders.\n\n"
        f"* 9 March, Ansongo: {entry}\n\n* 17 March, Mopti: gunmen shot dead two guards.\n\n"
        "* 19 March, Timbuktu: a mine on the road to the airport killed a driver and wounded two passengers of the bus from Douentza.\n\n"
        "* 21 March, Tessalit: the ferry does not run; traders wait on both banks, and the price of millet has risen again since the market.\n\n"
        "* 24 March, Bourem: soldiers on patrol came under fire at the ford, and four of them were wounded before the column turned back.\n\n"
        "* 27 March, Douentza: the school opens again after eleven weeks; the teachers have come back from the south, and the well is clean.\n\n"
        "* 29 March, Hombori: gunmen shot dead a village chief in front of his house, and nobody says who they were or where they went.\n"
    )
    (tmp_path / "diary.txt").write_text(text)
    documents = read_sources([tmp_path / "diary.txt"])[0]
    found = [m for e in extract_documents(documents) for m in e.mentions if m.kind == "incident"]
    return [m for m in found if any(entry[:-1] in documents[0].text[p.start : p.end] for p in m.passages)]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("three teachers seized.", "Abduction/forced disappearance"),
        ("two fishermen taken by armed men at the landing site.", "Abduction/forced disappearance"),
        ("town taken by rebels.", "Non-state actor overtakes territory"),
        ("capture of the post by rebels.", "Non-state actor overtakes territory"),
        ("five arrests.", "Arrests"),
        ("nine houses looted.", "Looting/property destruction"),
    ],
)
def test_an_entry_without_a_verb_tells_of_a_deed(tmp_path: Path, entry: str, kind: str) -> None:
    told = _told(tmp_path, entry)
    assert [m.type for m in told] == [kind]
    assert [m.date.edtf for m in told if m.date is not None] == ["2013-03-09"]


@pytest.mark.parametrize("entry", ["quiet.", "the two men taken from the bus last year came home.", "a road is repaired."])
def test_what_only_describes_is_no_deed(tmp_path: Path, entry: str) -> None:
    assert not [m for m in _told(tmp_path, entry) if m.date is not None and m.date.edtf == "2013-03-09"]
