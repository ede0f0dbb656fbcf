"""The dead of another side counted behind a clipped count, short forms inside a sentence, either of two numbers, and what the enemy lost."""

import pytest

from thucydides.extracting.harm import find_harm
from thucydides.extracting.parsing import pipeline
from thucydides.nouns import Quantity


def harms(text: str) -> list[tuple[str, str, Quantity | None, int | None]]:
    """(outcome, group, count, whole) of every harm, in the order told."""
    found = [(h, s) for s in pipeline()(text).sents for h in find_harm(s)]
    return [(h.outcome, h.people.group, h.quantity, h.part_of) for h, _ in found]


def killed(text: str) -> list[int | None]:
    return [q.best if q else None for outcome, _, q, whole in harms(text) if outcome == "killed" and whole is None]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Rebels stormed the barracks at Gulu; eight soldiers dead, five attackers.", [8, 5]),
        ("Rebels attacked the Kitgum checkpoint: 12 soldiers killed, 9 wounded; 3 rebels.", [12, 3]),
        ("Guerrillas raided the post at Mitu, 14 policemen dead and 6 guerrillas.", [14, 6]),
        ("Gunmen raided Baidoa market: 8 civilians dead, one gunman.", [8, 1]),
    ],
)
def test_another_side_counted_behind_a_clipped_count_died_too(text: str, dead: list[int]) -> None:
    assert killed(text) == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Ten civilians dead, five children.", [10]),  # some of them
        ("Twelve policemen dead, four gunmen arrested.", [12]),
        ("Six soldiers killed, two civilians wounded.", [6]),
        ("Five rebels killed, three houses burned.", [5]),
        ("Six soldiers were killed and two vehicles destroyed.", [6]),
    ],
)
def test_who_is_told_of_otherwise_or_is_of_the_same_kind_is_not_added(text: str, dead: list[int]) -> None:
    assert killed(text) == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Six people incl. a child were killed by gunmen at Garissa.", [6]),
        ("Four soldiers incl. Captain Kumar were killed by shelling in Rajouri.", [4]),
        ("Approx. 30 people were killed near Bor.", [30]),
        ("Two policemen were shot dead in Brgy. San Roque, near the chapel.", [2]),
    ],
)
def test_a_short_form_ends_no_sentence(text: str, dead: list[int]) -> None:
    assert killed(text) == dead


def test_incl_opens_a_part() -> None:
    whole, part = harms("An air strike killed 14 people, incl. five children, in Sta. Lucia.")
    assert (whole[3], part[3]) == (None, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Men in uniform attacked the village of Kaya (nine, or eleven, dead, the figures never agreed).",
        "Nine or perhaps eleven herders were killed near Kaya.",
    ],
)
def test_either_of_two_numbers_is_a_range(text: str) -> None:
    ((_, _, quantity, _),) = harms(text)
    assert quantity is not None
    assert (quantity.low, quantity.high) == (9, 11)


def test_the_enemy_loses_men() -> None:
    assert killed("The enemy lost 12 men and two trucks.") == [12]
    assert killed("The enemy lost two trucks.") == []


def test_a_day_between_losses_and_their_number_is_not_the_number() -> None:
    assert killed("The army's losses from 21 March to 31 May 2002 come to at least 20.") == [20]
    assert killed("The death toll from 1 March to 4 April rose to 50.") == [50]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A marksman shot dead a trooper and a bystander in Mostar.", [1, 1]),
        ("A mine killed the prefect with his son and a driver.", [1, 1, 1]),
        ("Gunmen killed the sub-prefect of Kolofata.", [1]),
        ("Gunmen shot dead a notary and a muezzin in Zabul.", [1, 1]),
    ],
)
def test_holders_of_offices_and_passers_by_are_people(text: str, dead: list[int]) -> None:
    assert killed(text) == dead
