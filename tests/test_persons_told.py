"""Persons told over several sentences: who is one person told twice, who is one more, and who of the wounded died."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _incidents(tmp_path: Path, text: str) -> list[Mention]:
    path = tmp_path / "report.txt"
    path.write_text(f"Report of the day\n\nJuly 3, 2025\n\n{text}", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return [m for m in next(extract_documents(documents)).mentions if m.kind == "incident"]


def _best(mention: Mention, outcome: str) -> int | None:
    told = [i.quantity.best for i in mention.toll if i.outcome == outcome and i.part_of is None]
    return sum(n or 0 for n in told) if told else None


TOLD_TWICE = [
    ("A man of 23 was shot in Hebron on Tuesday. The man, identified as Omar Salem, died at hospital. Salem's brother said he was a baker.", 1, None),
    ("A priest was abducted and killed in Guerrero on Tuesday. The body of Father Mateo Cruz, 59, lay by a road. The priest had had threats.", 1, None),
    ("Gunmen shot a lorry driver near Kaduna on Tuesday. The driver died at the scene. His helper was taken to hospital with a bullet wound.", 1, 1),
    ("A shell killed a woman in Kherson on Tuesday and wounded her husband. The woman, Olena Bondar, 38, was a teacher.", 1, 1),
    ("Settlers shot a man near Nablus on Tuesday. He was pronounced dead at Rafidia hospital. A second man was hit in the foot.", 1, 1),
]
ONE_MORE = [
    ("Gunmen fired on a taxi in Mogadishu on Tuesday. The driver was killed. A passenger, 40, was wounded.", 1, 1),
    ("Fighters shot dead a farmer in Bamenda on Tuesday. His brother was also killed. Their mother was wounded.", 2, 1),
    ("A girl of ten was killed by a shell in Taiz on Tuesday. Her sister, 8, was wounded. Another girl lost a leg.", 1, 2),
    ("Gunmen killed a village head and his wife and two sons near Gusau on Tuesday.", 4, None),
    ("Hamid Noor, a tribal elder, was shot dead in Kandahar on Tuesday. The elder's nephew was wounded.", 1, 1),
    ("A car bomb wounded a judge in Baghdad on Tuesday. The judge's driver and a bodyguard were killed.", 2, 1),
    ("Gunmen shot at a bus near Maiduguri on Tuesday. A woman died. A second woman and a baby were wounded. The driver was also hit.", 1, 3),
    ("A rebel commander was killed near Goma on Tuesday. Colonel Innocent Gatete died with four of his bodyguards.", 5, None),
    ("A suicide bomber killed a police chief in Herat on Tuesday. Two officers were also killed. Five boys were wounded.", 3, 5),
    ("A mine blew up near Hays on Tuesday, killing the rider of a motorcycle and injuring his son.", 1, 1),
    ("Troops raided a camp at Bafut on Tuesday and killed three rebels. A farmer and his daughter, 6, were caught in the crossfire and died.", 5, None),
    ("Three guards were killed in Veracruz on Tuesday. A waitress was hit by a stray bullet.", 3, 1),
    ("Nine farmers were hacked to death near Makurdi on Tuesday. A barber was shot dead.", 9, None),
    ("Two soldiers were shot dead in Parral on Tuesday. A third soldier was taken to hospital in a serious condition.", 2, 1),
]
WOUNDED_WHO_DIED = [
    ("Gunmen attacked a farm near Jos on Tuesday, wounding five people. Two of the wounded later died in hospital.", 2, 5),
    ("A soldier was killed and three were wounded by a mine near Gao on Tuesday. One of the wounded died on Wednesday.", 2, 3),
    ("Four people were wounded in a blast in Quetta on Tuesday. One of them, a policeman named Abdul Karim, died of his injuries.", 1, 4),
    ("A woman and her two children were wounded when a rocket hit Sderot on Tuesday. The woman later died of her wounds.", 1, 2),
    ("Seven people were wounded in a grenade attack in Bujumbura on Tuesday. A boy of six died on the way to hospital. A woman, 60, died on Wednesday.", 2, 7),
    ("At least 12 people were wounded by a bomb in Kabul on Tuesday. Four of the injured died overnight, raising the death toll to nine.", 9, 12),
    ("Shells fell on a market in Rafah on Tuesday. Five people were killed outright. Two more died of their wounds. Twenty were hurt.", 7, 20),
    ("Two soldiers died in fighting near Marib on Tuesday; three of the wounded later died. The army said that two soldiers were killed at once.", 5, None),
]


@pytest.mark.parametrize(("text", "killed", "injured"), [*TOLD_TWICE, *ONE_MORE, *WOUNDED_WHO_DIED])
def test_each_of_the_dead_counts_once_and_a_count_of_wounded_stays_as_told(tmp_path: Path, text: str, killed: int, injured: int | None) -> None:
    (mention,) = _incidents(tmp_path, text)
    assert _best(mention, "killed") == killed
    assert _best(mention, "injured") == injured or (injured is None and not _best(mention, "injured"))


def test_who_is_told_again_as_somebodys_husband_is_no_second_dead(tmp_path: Path) -> None:
    text = "Ernest Bello was shot dead at a bar in Lagos on Tuesday. Alicia Bello spoke of the night when gunmen killed her husband."
    assert [_best(m, "killed") for m in _incidents(tmp_path, text)] == [1]


def test_a_sum_told_elsewhere_is_not_added_to(tmp_path: Path) -> None:
    text = "Seven people died in shelling of Rafah on Tuesday. Five were killed outright. Two more died of their wounds."
    assert [_best(m, "killed") for m in _incidents(tmp_path, text)] == [7]


def test_who_was_shot_and_died_was_not_wounded_besides(tmp_path: Path) -> None:
    text = "A bar fight in Cali on Tuesday left one man dead and three hurt. Police found four men with bullet wounds. One of them, Luis Mora, died of his injuries."
    (mention,) = _incidents(tmp_path, text)
    assert (_best(mention, "killed"), _best(mention, "injured")) == (1, 3)


def test_what_an_agency_counts_of_its_own_people_is_no_rival_of_the_toll(tmp_path: Path) -> None:
    text = "A rocket killed 25 people at the port of Odesa on Tuesday, the mayor said. The Red Cross said three of its workers were killed in the blast."
    (mention,) = _incidents(tmp_path, text)
    assert _best(mention, "killed") == 25
    assert [i.quantity.best for i in mention.retold] == []
