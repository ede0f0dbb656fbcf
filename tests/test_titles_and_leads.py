"""What a title tells and what the first sentence of its report tells is one deed."""

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


def test_a_title_heads_the_deed_of_the_first_sentence(tmp_path: Path) -> None:
    text = "A father of three was shot dead at his home in Ntinda, Kampala, early on Tuesday. His wife was injured."
    (mention,) = incidents(tmp_path, "Father of three killed at home in Kampala", text)
    assert mention.date is not None
    assert mention.date.edtf == "2025-07-01"


def test_a_title_with_another_number_heads_another_deed(tmp_path: Path) -> None:
    text = "Two herders were shot dead in Gulu on Monday. Nine soldiers were killed in an ambush in Kampala on Wednesday."
    found = incidents(tmp_path, "Nine soldiers killed in Kampala ambush", text)
    assert sorted(i.quantity.best or 0 for m in found for i in m.toll if i.outcome == "killed") == [2, 9]


def test_dozens_in_a_title_are_the_number_of_the_lead(tmp_path: Path) -> None:
    text = (
        "At least 61 guards were killed overnight in the worst fighting with the army since May, the governor said on Tuesday.\n\n"
        "Shells fell on Goma on Monday. A bridge was blown up in Sake on Sunday. Two farmers were shot dead in Rutshuru on Saturday."
    )
    found = incidents(tmp_path, "Dozens of guards die as army and rebels clash in Kivu", text)
    assert sum(any(i.outcome == "killed" and (i.quantity.low or 0) > 2 for i in m.toll) for m in found) == 1


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("Nine die in Herat blast", "A bomb killed nine people in Shindand on Tuesday, officials said.", "Shīnḏanḏ"),
        ("Sokoto raid leaves nine dead", "Gunmen on motorbikes stormed a market in Sabon Birni on Tuesday, killing nine people.", "Sabon Birni"),
        ("Soldiers killed in attack", "A bomb killed five soldiers in Kandahar on Tuesday.\n\nThe bomb went off near Spin Boldak, the army said.", "Spīn Bōldak"),
        ("Nine die in Homs blast", "A bomb killed nine people in the city of Homs on Tuesday.\n\nThe wounded came from Palmyra.", "Homs"),
    ],
)
def test_a_town_by_which_a_title_names_the_province_gives_way_to_the_one_told_of(tmp_path: Path, title: str, text: str, place: str) -> None:
    (mention,) = incidents(tmp_path, title, text)
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed five soldiers in Kandahar on Tuesday.\n\nThe bomb went off near Spin Boldak, the army said.",
        "A bomb killed five soldiers in Kandahar on Tuesday. They were on patrol in Spin Boldak when the bomb exploded.",
        "A suicide attack killed five soldiers in Kandahar on Tuesday. The bomber struck a checkpoint in Spin Boldak.",
    ],
)
def test_the_means_told_again_go_on_with_the_deed_and_give_its_town(tmp_path: Path, text: str) -> None:
    (mention,) = incidents(tmp_path, "Report of the day", text)
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Spīn Bōldak"


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine people in Tikrit on Tuesday. Another bomb exploded in Baiji, killing five.",
        "Two bombs killed 14 people. The first bomb went off in Tikrit, killing nine. The second bomb exploded in Baiji, killing five.",
    ],
)
def test_another_bomb_is_another_deed(tmp_path: Path, text: str) -> None:
    assert len(incidents(tmp_path, "Report of the day", text)) == 2
