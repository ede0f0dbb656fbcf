"""Who takes a place, and what is no protest: words that are a deed only by what they are said of, tear gas in a raid, deadly attacks."""

from pathlib import Path

import pytest

from thucydides.extracting.kinds.triggers import find_triggers
from thucydides.extracting.parsing import pipeline
from told import told


def _families(text: str) -> list[str]:
    sentence = next(iter(pipeline()(text).sents))
    return [t.family for t in find_triggers(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "The army gained full control of the town of Sake.",
        "Rebels established control over the village.",
        "The militia said that it had expanded its control across the district.",
        "The junta lost control of the town on Monday.",
        "Militants took full control of the base.",
        "The rebels captured the base.",
    ],
)
def test_to_come_to_hold_a_place_or_lose_it_is_a_deed(text: str) -> None:
    assert _families(text) == ["takeover"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels could gain control of the town.",
        "The ministry gained control of its budget.",
        "Police lost control of the crowd.",
        "Police effected the capture of a wanted man.",
    ],
)
def test_control_of_no_place_or_not_yet_gained_is_none(text: str) -> None:
    assert "takeover" not in _families(text)


def test_control_regained_is_territory_regained() -> None:
    assert _families("The army regained control of the town.") == ["territory"]


_FILLER = "The streets were empty for hours and shops stayed closed. " * 12


@pytest.mark.parametrize("more", ["", _FILLER])
def test_tear_gas_in_a_raid_makes_no_protest_of_it(tmp_path: Path, more: str) -> None:
    text = (
        "Soldiers launched an assault on the refugee camp of Gao on 3 May 2025 that killed nine people. The ministry reported that more than "
        "20 people were injured.\n\nA doctor added that the soldiers fired tear gas toward the hospital of Gao.\n\nThe raid was the "
        f"deadliest in the town for a year. {more}"
    )
    types = {m.type for m in told(tmp_path, text).mentions if m.kind == "incident"}
    assert not types & {"Excessive force against protesters", "Protest with intervention", "Violent demonstration"}


def test_a_deadly_attack_on_people_is_no_force_against_protesters(tmp_path: Path) -> None:
    text = "It was the deadliest attack in the country; it killed 30 people in Gao on 3 May 2025."
    assert {m.type for m in told(tmp_path, text).mentions} == {"Attack"}


@pytest.mark.parametrize(
    "text",
    [
        "Government troops rolled into the town on Saturday.",
        "Thousands of rebel fighters marched into the camp of Zamzam.",
        "The army pushed out the rebels from the city.",
        "Militants drove the soldiers out of the village.",
        "The regime was ousted from the city.",
    ],
)
def test_forces_that_come_into_a_place_or_are_driven_from_it_tell_that_it_changed_hands(text: str) -> None:
    assert _families(text) == ["takeover"]


@pytest.mark.parametrize(
    "text",
    [
        "Aid workers drove into the town on Saturday.",
        "Troops entered the town in search of a deserter.",
        "The army entered its third year without pay.",
        "Soldiers drove villagers out of the district.",
        "The government expelled two diplomats from the city.",
        "The rebels pushed for talks in the town.",
    ],
)
def test_who_comes_and_goes_without_arms_takes_no_place(text: str) -> None:
    assert "takeover" not in _families(text)


@pytest.mark.parametrize(
    "text",
    [
        "Farmers blockaded the road to the coast.",
        "Hundreds of lorry drivers brought traffic to a standstill.",
        "The border was blocked by peasants.",
        "Residents set tyres ablaze and cut the highway.",
        "Some 3,000 teachers joined the demonstrations.",
    ],
)
def test_a_crowd_that_blocks_a_road_or_joins_a_march_protests(text: str) -> None:
    assert "protest" in _families(text)


@pytest.mark.parametrize(
    "text",
    [
        "Snow blocked the road to the coast.",
        "Soldiers blocked the bridge.",
        "Rebels cut the road to the capital.",
        "Parliament blocked the law.",
        "Workers blocked the drain.",
        "Soldiers marched into the town.",
    ],
)
def test_what_blocks_a_road_without_being_a_crowd_protests_against_nothing(text: str) -> None:
    assert "protest" not in _families(text)


@pytest.mark.parametrize(
    "text",
    [
        "Protesters set cars ablaze.",
        "Demonstrators retaliated by setting parliament, the court and other government buildings ablaze.",
        "A crowd set the town hall and two banks on fire.",
        "Several shops were set alight.",
    ],
)
def test_what_is_set_ablaze_is_destroyed_whatever_stands_between(text: str) -> None:
    assert "destruction" in _families(text)


def test_what_is_set_otherwise_is_not() -> None:
    assert "destruction" not in _families("The army set a trap on the road and the fire brigade set off.")


@pytest.mark.parametrize("text", ["A car bomb was disarmed by sappers.", "Soldiers neutralised an explosive device.", "A rocket was found and seized."])
def test_arms_that_are_made_safe_did_not_go_off(text: str) -> None:
    assert "seizure" in _families(text)
    assert not {"bomb", "shelling"} & set(_families(text))


def test_a_bomb_made_safe_elsewhere_is_not_the_one_that_went_off(tmp_path: Path) -> None:
    text = (
        "A bomb killed two guards of a minister in Lagos on 14 May 2024 and wounded 30 people, police said.\n\n"
        "Hours earlier soldiers had dismantled a roadside bomb in Ikeja."
    )
    found = {m.type for m in told(tmp_path, text).mentions if m.kind == "incident"}
    assert found == {"Remote explosive/landmine/IED", "Disrupted weapons use"}
