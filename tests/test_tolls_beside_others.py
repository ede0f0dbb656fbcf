"""In reports of several sentences each number goes to its own: the toll, those only feared dead, attackers, and totals that ran up."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store


def record(folder: Path, text: str) -> Record:
    (folder / "a.txt").write_text(f"News from the district\n\nMay 5, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build([folder / "a.txt"], store)


def tolls(made: Record) -> list[tuple[int | None, int | None]]:
    """(killed, injured) of each incident."""
    found = []
    for incident in (i for i in made.incidents if i.kind == "incident"):
        both = (incident.assessed("killed"), incident.assessed("injured"))
        killed, injured = (a.quantity.best if a is not None and a.quantity is not None else None for a in both)
        found.append((killed, injured))
    return found


def sums(made: Record) -> list[int | None]:
    return sorted(a.deaths.best or 0 for a in made.aggregates if a.deaths is not None)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A bomb hit a school in Bakhmut on Saturday, killing two people. Another 60 were feared to have died under the rubble.", 2),
        ("A bomb hit a school in Bakhmut on Saturday, killing two people. It is feared that a further 40 are dead in the ruins.", 2),
        ("A bomb hit a school in Bakhmut on Saturday. Two bodies have been recovered; 60 are still missing and presumed dead.", 2),
        ("As many as 30 marchers may have been killed in Gondar on Friday, activists said. Soldiers shot dead five, a nurse said.", 5),
        ("Sixty people are feared dead after a bomb hit a school in Bakhmut on Saturday.", 60),  # nobody counts otherwise
    ],
)
def test_those_feared_dead_are_none_beside_those_counted(tmp_path: Path, text: str, dead: int) -> None:
    ((killed, _),) = tolls(record(tmp_path, text))
    assert killed == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Nine people were killed when gunmen raided Tera in Niger on Sunday. Five of the victims were women. Two attackers also died.", 11),
        ("Gunmen stormed a hospital in Kabul on Sunday, killing 49 people. The siege went on for hours. All four attackers were killed.", 53),
        ("Gunmen seized a clinic in Herat on Sunday and 31 people died. The five assailants were all shot dead.", 36),
        ("An armed man shot dead three workers in Kandy on Sunday. Police later killed him.", 4),
        ("Twenty people were killed when gunmen stormed a hotel in Bamako on Friday. Two attackers were among the dead.", 20),
        ("Some 50 worshippers were killed when a bomber struck a mosque in Mubi on Sunday. A witness counted 36 bodies. The bomber died.", 51),
    ],
)
def test_attackers_counted_apart_died_beside_those_they_killed(tmp_path: Path, text: str, dead: int) -> None:
    ((killed, _),) = tolls(record(tmp_path, text))
    assert killed == dead


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A shell hit a house in Bihac on Monday, killing a woman and her three daughters. The woman's husband and a neighbour were wounded.", 2),
        ("Gunmen killed an elder, his brother and two cousins in Khost province on Sunday. An 11-year-old boy was wounded.", 1),
    ],
)
def test_who_is_first_told_of_as_wounded_is_none_of_the_dead(tmp_path: Path, text: str, hurt: int) -> None:
    ((_, injured),) = tolls(record(tmp_path, text))
    assert injured == hurt


@pytest.mark.parametrize("told", ["had their throats slit", "have had their throats cut"])
def test_throats_that_are_cut_are_deaths(tmp_path: Path, told: str) -> None:
    assert tolls(record(tmp_path, f"On Wednesday night 14 villagers {told} near Medea, Algeria.")) == [(14, None)]


@pytest.mark.parametrize(
    ("text", "dead", "total"),
    [
        ("The death on Friday of a marine in Sangin brings to 31 the number of foreign troops killed in Afghanistan this month.", 1, 31),
        ("The killing of a policeman in Lyari on Friday took the number of policemen killed in Karachi this year to 62.", 1, 62),
        ("A car bomb killed six policemen in Mosul on Friday, taking to 28 the number of people who have died in attacks over the weekend.", 6, 28),
        ("A mine killed four soldiers near Bosso on Friday, the army said, taking its losses in the offensive to 237.", 4, 237),
    ],
)
def test_a_deed_stays_beside_the_count_that_it_brings_up(tmp_path: Path, text: str, dead: int, total: int) -> None:
    made = record(tmp_path, text)
    assert ([k for k, _ in tolls(made)], sums(made)) == ([dead], [total])
    (day,) = {d.date.edtf for i in made.incidents if (d := i.assessed("date")) is not None and d.date is not None}
    assert day == "2031-05-02"


def test_a_total_that_deaths_bring_up_is_a_count_over_many(tmp_path: Path) -> None:
    made = record(tmp_path, "The ministry said 103 bodies came to hospitals in the past day, bringing the total to 29,195 since the war began.")
    assert sums(made) == [103, 29195]


def test_the_parts_of_a_toll_over_a_weekend_are_not_the_toll(tmp_path: Path) -> None:
    text = "Some 100 civilians, among them 20 children and nine nurses, were killed in attacks on Zamzam camp, Sudan, over the weekend."
    ((killed, _),) = tolls(record(tmp_path, text))
    assert killed == 100


def test_bodies_found_of_those_said_killed_are_no_more_dead(tmp_path: Path) -> None:
    text = (
        "Seven soldiers were killed when rebels attacked a camp at Gulu, Uganda, on Friday night. "
        "The army claimed that 90 rebels were killed, but only 16 bodies have been found."
    )
    ((killed, _),) = tolls(record(tmp_path, text))
    assert killed == 97


def test_a_count_since_something_began_runs_from_that_day(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "A mine killed a soldier near Sangin on Friday. The death takes to 57 the number killed in Afghanistan since operations began in 2029.",
    )
    ((killed, _),) = tolls(made)
    (one,) = (a for a in made.aggregates if a.deaths is not None and a.deaths.best == 57)
    assert killed == 1
    assert one.window is not None
    assert (str(one.window.earliest), str(one.window.latest)) == ("2029-01-01", "2031-05-05")


@pytest.mark.parametrize(
    ("text", "dead", "totals"),
    [
        (
            "The army said it had killed 50 guerrillas in a week of fighting in Basilan. A rebel spokesman, Eid Omar, said just six of their men "
            "had died. On Friday a mortar shell killed a couple and their baby in Isabela, Philippines.",
            [3],
            [6, 50],
        ),
        (
            "Mortars were fired at a camp in Baidoa, Somalia, on Friday, without casualties. Total for the month so far: 41 killed, 88 injured.",
            [0],
            [41],
        ),
    ],
)
def test_what_stands_against_a_sum_or_sums_up_a_month_is_no_toll(tmp_path: Path, text: str, dead: list[int], totals: list[int]) -> None:
    made = record(tmp_path, text)
    assert ([k for k, _ in tolls(made)], sums(made)) == (dead, totals)


def test_a_lower_number_set_against_groups_leaves_their_sum(tmp_path: Path) -> None:
    text = "Rebels killed 17 civilians and four soldiers near Gitega, Burundi, on Sunday. The army's spokesman spoke of 13 dead in all."
    ((killed, _),) = tolls(record(tmp_path, text))
    assert killed == 21


def test_a_total_of_the_hurt_behind_a_deed_is_of_that_deed(tmp_path: Path) -> None:
    text = "A bomb killed 42 people at the airport of Istanbul on Friday. Thirteen were foreigners. A total of 239 were hurt."
    assert tolls(record(tmp_path, text)) == [(42, 239)]


def test_killed_wounded_or_taken_together_are_no_number_of_dead(tmp_path: Path) -> None:
    text = "Rebels ambushed a truck near Juba on Friday, killing 18 men. In 19 months, 736 people were killed, wounded or kidnapped by them."
    made = record(tmp_path, text)
    assert ([k for k, _ in tolls(made)], 736 in sums(made)) == ([18], False)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("At least 60 people were killed in Tremseh on Thursday, residents said. The army said 12 soldiers and 37 rebels had died.", 49),
        ("Some 90 people died in an attack on Aguelhok on Monday, nurses said. The government said it had killed 30 rebels and two bandits.", 32),
    ],
)
def test_what_another_speaker_counts_by_sides_is_his_sum(tmp_path: Path, text: str, dead: int) -> None:
    (incident,) = [i for i in record(tmp_path, text).incidents if i.kind == "incident"]
    killed = incident.assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    assert killed.quantity.low == dead


def test_women_and_children_whom_a_doctor_counts_are_of_the_dead_told(tmp_path: Path) -> None:
    text = "Sixty people were killed in Tremseh on Thursday, residents said. A doctor said 12 women and 20 children had died."
    (incident,) = [i for i in record(tmp_path, text).incidents if i.kind == "incident"]
    killed = incident.assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    assert killed.quantity.low == 60


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday two traders were shot dead in Bukuru. Police arrested five suspects.",
        "A bomb killed two people in Narathiwat on Sunday. Soldiers detained three men near the market.",
    ],
)
def test_who_arrests_people_after_a_deed_did_not_do_it(tmp_path: Path, text: str) -> None:
    made = record(tmp_path, text)
    assert not [a for m in made.mentions for a in m.actors if a.role == "perpetrator"]
