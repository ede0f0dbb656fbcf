"""A report that tells one toll twice, with two days or two towns, sets no deeds apart by them; words, or other tolls, do."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources

FIRST = "Shells struck a park near Zakho on Tuesday, 19 July 2022, killing nine tourists and wounding 23."
AGAIN = "Officials said that shells hit a resort at Batifa on Wednesday, 20 July 2022, killing nine tourists and wounding 23 others."
OTHER = "Officials said that shells hit a resort at Batifa on Wednesday, 20 July 2022, killing four farmers and wounding two."
SECOND = "In a second attack, shells hit a resort at Batifa on Wednesday, 20 July 2022, killing nine tourists and wounding 23 others."


def _apart(tmp_path, *sentences: str) -> bool:
    path = tmp_path / "report.txt"
    path.write_text("Shelling in the north\nJuly 23, 2022\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    return any(m.distinct_from for m in extract.mentions)


def test_one_toll_told_with_another_day_and_town_sets_nothing_apart(tmp_path):
    assert not _apart(tmp_path, FIRST, AGAIN)


@pytest.mark.parametrize("second", [OTHER, SECOND])
def test_another_toll_or_a_deed_told_as_second_does(tmp_path, second):
    assert _apart(tmp_path, FIRST, second)
