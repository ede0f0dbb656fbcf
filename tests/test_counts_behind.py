"""How many came to harm is read where it stands: behind the clause, behind the name of a deed, in a later count, on the other side."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.extracting.harm.corrected import corrected
from thucydides.extracting.harm.finding import find_harm
from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.parsing import pipeline
from thucydides.extracting.quantities import find_quantities
from thucydides.nouns import Incident
from thucydides.record import Store


def harms(text: str) -> list[Harm]:
    return [h for s in pipeline()(text).sents for h in find_harm(s) if h.part_of is None and not h.given]


def killed(text: str) -> list[int]:
    return [h.quantity.best or 0 for h in harms(text) if h.quantity is not None and h.outcome == "killed"]


def incidents(tmp_path: Path, text: str) -> list[Incident]:
    (tmp_path / "report.txt").write_text(f"News report\n\nJuly 3, 2014\n\n{text}")
    with Store.open(tmp_path / "record", create=True) as store:
        return [i for i in build([tmp_path / "report.txt"], store).incidents if i.kind == "incident"]


def dead(incident: Incident) -> int | None:
    told = incident.assessed("killed")
    return told.quantity.best if told is not None and told.quantity is not None else None


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A bus drove over a mine near Marib on Monday and its passengers died, eight in all.", 8),
        ("They rounded up herders and cut their throats: at least 22.", 22),
        ("Soldiers executed the prisoners - 14 in all.", 14),
    ],
)
def test_a_number_that_sums_up_is_of_those_told_before_it(text: str, dead: int) -> None:
    assert killed(text) == [dead]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A drone hit a minibus in Bilin: 12 civilians, five of them children.", 12),
        ("Massacre in Argelia on Monday: 4 victims, all of them farmers.", 4),
        ("Oursi ambush: 41 gendarmes (44 by other counts)", 41),
    ],
)
def test_an_entry_that_names_a_deed_and_whom_it_cost_counts_the_dead(text: str, dead: int) -> None:
    assert killed(text) == [dead]


@pytest.mark.parametrize(
    "text", ["Raid on Bosso: 300 fighters on motorbikes.", "Police raid: 12 suspects.", "Attack on a post - 12 soldiers wounded."]
)
def test_who_did_it_or_was_hurt_is_none_of_the_dead(text: str) -> None:
    assert killed(text) == []


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("45 people died when jets bombed Ansar on Sunday, a number which has since gone up to 71.", 71),
        ("Rescuers found 50 bodies in the ruins of the school bombed on Monday, then 79, and by Thursday 86.", 86),
        ("The raid on Tulkarem killed 31 people on Friday; the figure has risen to 53 since.", 53),
        ("12 dead (7 Germans, 3 Danes, others unidentified), 22 hurt.", 12),
        ("Eighty-some dead, four hundred wounded.", 80),
        ("At Kosti no fewer than 60 civilians, several of them infants, killed as troops passed.", 60),
        ("Fifty-nine persons were killed: 36 women, 22 men, and an eight-year-old boy.", 59),
    ],
)
def test_the_last_count_and_the_whole_speak_for_the_toll(text: str, dead: int) -> None:
    assert killed(text) == [dead]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The army lost 16 men, the rebels seven.", [7, 16]),
        ("In fighting near Bentiu 12 rebels were killed, while the army suffered five dead.", [12, 5]),
        ("The army says that 40 rebels died and it lost three men.", [40, 3]),
    ],
)
def test_each_side_has_its_own_dead(text: str, dead: list[int]) -> None:
    assert sorted(killed(text)) == sorted(dead)


def test_those_in_brackets_are_none_of_the_injured_behind_them() -> None:
    (hurt,) = (h for h in harms("10 killed (5 Cubans, 2 Poles, others unknown), 35 injured.") if h.outcome == "injured")
    assert hurt.quantity is not None
    assert hurt.quantity.best == 35


def test_the_gunman_who_was_shot_is_one_of_the_dead(tmp_path: Path) -> None:
    text = "A gunman opened fire at a cafe in Sousse on Monday, killing the owner and wounding a waiter before he was shot dead by police."
    (one,) = incidents(tmp_path, text)
    assert dead(one) == 2


def test_officials_of_two_towns_shot_together_died_in_one_deed(tmp_path: Path) -> None:
    text = "Karim Azizi, police chief of Zabul, and the mayor of Qalat were shot dead by a guard in Qalat on Monday. The gunman was killed."
    (one,) = incidents(tmp_path, text)
    assert dead(one) == 3


def test_the_dead_of_years_before_are_of_another_deed(tmp_path: Path) -> None:
    text = "Two soldiers were killed by a mine near Ziguinchor on Monday, two years after the ambush in which 11 of their comrades died."
    assert 2 in {dead(i) for i in incidents(tmp_path, text)}
    assert 13 not in {dead(i) for i in incidents(tmp_path, text)}


def test_what_insurgents_count_of_soldiers_does_not_outweigh_the_count_of_a_report(tmp_path: Path) -> None:
    text = "At least 54 soldiers died when fighters overran their base at Qoryoley on Monday; the insurgents spoke of 137."
    (one,) = incidents(tmp_path, text)
    assert dead(one) == 54


def test_members_of_one_family_are_as_many_as_the_members() -> None:
    assert killed("In the east, seven members of one family, four of them children, were killed in the village of Al-Ain.") == [7]


def test_a_number_told_as_the_first_leaves_the_later_one_to_itself() -> None:
    text = "The army first reported nine victims; the figure rose to 20 as patrols came back."
    assert [q.quantity.best for q in corrected(text, find_quantities(text))] == [9, 20]
