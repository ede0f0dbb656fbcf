"""Rival counts: a report's own number beside another that somebody gives, and counts over the dead and the injured beside counts of each."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Quantity, Record
from thucydides.record import Store


def record(folder: Path, *texts: str) -> Record:
    paths = [folder / f"{name}.txt" for name, _ in zip("abc", texts, strict=False)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"News of the day\n\nJune 16, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build(paths, store)


def differing(made: Record, attribute: str = "killed") -> list[set[str]]:
    return [{v.value for v in d.values} for d in made.discrepancies if d.attribute == attribute]


def killed(made: Record) -> Quantity | None:
    (incident,) = made.incidents
    assessed = incident.assessed("killed")
    return assessed.quantity if assessed is not None else None


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        ("Residents said 75 people died.", {"60", "75"}),
        ("A nurse, Ines Mata, told reporters that 75 people had been killed.", {"60", "75"}),
        ("The army said 45 people had died in the attack.", {"45", "60"}),
    ],
)
def test_a_report_s_own_number_stands_and_another_s_beside_it(tmp_path: Path, told: str, sides: set[str]) -> None:
    made = record(tmp_path, f"Sixty people were killed in the shelling of the market of Dori, Burkina Faso, on 12 June. {told}")
    assert differing(made) == [sides]
    counted = killed(made)
    assert counted is not None
    assert counted.best == 60
    assert all("one source" not in d.explanation for d in made.discrepancies)


@pytest.mark.parametrize(
    "told",
    [
        "A doctor said that 45 patients had been killed when one shell hit the ward.",
        "Hours later the toll rose to 62, police said.",
    ],
)
def test_some_of_the_dead_and_a_grown_toll_are_no_other_number_of_all(tmp_path: Path, told: str) -> None:
    made = record(tmp_path, f"Sixty people were killed in the shelling of the market of Dori, Burkina Faso, on 12 June. {told}")
    assert {"45", "60"} not in differing(made)
    assert len(differing(made)) <= 1


RAID = "on the barracks of Dori, Burkina Faso, on 12 June"


def test_a_count_over_the_dead_and_the_injured_differs_from_one_of_the_dead(tmp_path: Path) -> None:
    made = record(tmp_path, f"Six soldiers were killed in a raid {RAID}.", f"Rebels killed or wounded 20 soldiers in a raid {RAID}.")
    assert differing(made) == [{"20 killed or injured", "six"}]
    assert killed(made) == Quantity(6, 6, 6, "", "assess.origins")


def test_a_count_over_both_that_is_the_sum_of_another_account_s_does_not(tmp_path: Path) -> None:
    made = record(tmp_path, f"Rebels killed or wounded 20 men in a raid {RAID}.", f"Six men were killed and 14 wounded in a raid {RAID}.")
    assert not differing(made)
    assert not differing(made, "injured")


def test_reports_that_count_as_many_dead_and_injured_together_differ_on_the_day(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        f"Rebels killed or wounded 20 soldiers in a raid {RAID}.",
        f"Rebels killed or wounded 20 soldiers in a raid {RAID.replace('12', '13')}.",
    )
    assert differing(made, "date") == [{"12 June 2031", "13 June 2031"}]


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        (", a figure that the army rejected.", {"40", "40, denied"}),
        (", a toll disputed by the army.", {"40", "40, denied"}),
        (". The defence ministry called the figure exaggerated.", {"40", "40, denied"}),
        (". The army disputed that death toll.", {"40", "40, denied"}),
        (", and not 52 as first reported.", {"40", "52, denied"}),
        (", nearly double the initial count of 23.", {"23", "40"}),
        (", while rebels claimed over 70 had died.", {"40", "at least 70"}),
        (". Rebels dismissed that figure, saying hundreds had died.", {"40", "hundreds"}),
    ],
)
def test_a_count_that_somebody_disputes_or_outdoes_is_a_difference(tmp_path: Path, told: str, sides: set[str]) -> None:
    made = record(tmp_path, f"Shells killed 40 people in Dori, Burkina Faso, on 12 June, the governor said{told}")
    assert sides in differing(made)
    assert not differing(made, "responsibility")
    counted = killed(made)
    assert counted is not None
    assert counted.best == 40


def test_a_disputed_number_of_attacks_is_no_disputed_toll(tmp_path: Path) -> None:
    made = record(tmp_path, "Shells killed 40 people in Dori, Burkina Faso, on 12 June. The army disputed the number of attacks this year.")
    assert not differing(made)


def test_who_says_that_it_lost_nobody_stands_against_who_killed_some(tmp_path: Path) -> None:
    raid = "Rebels said they killed three soldiers in an attack on a post at Dori, Burkina Faso, on 12 June."
    made = record(tmp_path, f"{raid} The defence ministry said that it had suffered no losses.")
    assert differing(made) == [{"none", "three"}]


@pytest.mark.parametrize(
    ("told", "attribute", "sides"),
    [
        ("Gunmen kidnapped 14 teachers in Dori, Burkina Faso, on 12 June. A union put the number at eight.", "captured", {"14", "eight"}),
        ("A bomb killed nine people in Dori, Burkina Faso, on 12 June. The ministry said 38 were injured; the governor spoke of 60.", "injured",
         {"38", "60"}),
    ],
)  # fmt: skip
def test_the_number_that_somebody_puts_is_of_those_counted_before_it(tmp_path: Path, told: str, attribute: str, sides: set[str]) -> None:
    made = record(tmp_path, told)
    assert differing(made, attribute) == [sides]
    assert not differing(made)


def test_who_says_that_it_had_taken_place_on_another_day_gives_a_rival_day(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Four policemen were killed in an ambush near Dori, Burkina Faso, on Saturday, the army said. The rebels said the attack had taken "
        "place on Friday night.",
    )
    assert differing(made, "date") == [{"13 June 2031", "14 June 2031"}]


CLASH = "near Dori, Burkina Faso, on 12 June"


def test_a_report_of_one_side_s_dead_alone_differs_mildly_from_one_of_all(tmp_path: Path) -> None:
    made = record(tmp_path, f"An ambush {CLASH} left 12 policemen dead.", f"Fifteen people, 12 of them policemen, died in an ambush {CLASH}.")
    assert differing(made) == [{"12", "15"}]
    assert next(d.weight for d in made.discrepancies if d.attribute == "killed") <= 2


def test_a_report_that_counts_the_group_and_all_contradicts_nobody(tmp_path: Path) -> None:
    whole = f"Fifteen people, 12 of them policemen, died in an ambush {CLASH}."
    made = record(tmp_path, f"{whole} A doctor counted 12 dead policemen.", whole)
    assert not differing(made)


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("Grad rockets hit the market", "Mortar shells hit a market", [{"rockets", "mortars"}]),
        ("Shelling hit the market", "Mortar shells hit a market", []),
        ("Rockets and mortars hit the market", "Mortar shells hit a market", []),
    ],
)
def test_kinds_of_munitions_that_two_reports_name_differ_mildly(tmp_path: Path, one: str, other: str, sides: list[set[str]]) -> None:
    where = "of Dori, Burkina Faso, on 12 June, killing five people"
    made = record(tmp_path, f"{one} {where}.", f"{other} {where}.")
    assert differing(made, "method") == sides
