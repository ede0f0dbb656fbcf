"""Items of a list that name places of their own tell of deeds of their own, also where a participle alone tells them."""

from pathlib import Path

import pytest

from told import told


def _deeds(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    mentions = [m for m in told(tmp_path, text).mentions if m.kind == "incident"]
    return [(m.type, m.place.place.name if m.place is not None and m.place.place is not None else "") for m in mentions]


def test_each_item_with_a_place_of_its_own_is_a_deed(tmp_path: Path) -> None:
    text = "HIGHLIGHTS\n• 46 people were killed in an attack on the Drodro site on 12 June.\n• Two health centres were looted in Bunia."
    assert _deeds(tmp_path, text) == [("Attack", "Drodro"), ("Looting/property destruction", "Bunia")]


def test_an_item_that_takes_up_the_deed_of_another_is_no_deed_of_its_own(tmp_path: Path) -> None:
    text = "KEY POINTS\n• Gunmen killed 12 people at a market in Bunia on 12 June.\n• The attack was the third in Bunia this year."
    assert _deeds(tmp_path, text) == [("Attack", "Bunia")]


@pytest.mark.parametrize("line", ["Two health centres looted in Bunia", "School burned in Bunia", "Market torched in Bunia"])
def test_a_participle_alone_tells_the_deed_of_an_item(tmp_path: Path, line: str) -> None:
    assert _deeds(tmp_path, f"HIGHLIGHTS\n• {line}") == [("Looting/property destruction", "Bunia")]


@pytest.mark.parametrize("line", ["Houses destroyed by floods in Bunia", "Camp attacked in August still closed"])
def test_a_participle_that_only_describes_tells_none(tmp_path: Path, line: str) -> None:
    assert _deeds(tmp_path, f"HIGHLIGHTS\n• {line}") == []


@pytest.mark.parametrize("named", ["the Ngarbuh massacre of February 2020", "the massacre in Ngarbuh in February 2020"])
def test_a_deed_since_which_none_was_as_grave_is_told_with_its_dead(tmp_path: Path, named: str) -> None:
    text = f"Gunmen killed nine farmers near Kumbo on Saturday, the worst attack since {named}, in which 21 people were killed."
    mentions = [m for m in told(tmp_path, text).mentions if m.kind == "incident"]
    found = {(m.place.place.name, m.date.edtf, t.quantity.best) for m in mentions for t in m.toll if m.place and m.place.place and m.date}
    assert found == {("Kumbo", "2025-06-28", 9), ("Ngarbuh", "2020-02", 21)}
