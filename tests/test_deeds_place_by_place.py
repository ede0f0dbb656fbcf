"""Deeds that one sentence tells place by place, and the deed that a reprisal answers. All sentences are ours."""

import pytest

from told import day_of, incidents, killed, read

TITLE = "News of the day\n\n"


def dead_by_place(sentence: str) -> dict[str, list[int | None]]:
    found = incidents(read(TITLE + sentence, "2031-06-03"))
    return {m.place.place.name if m.place is not None and m.place.place is not None else "": killed(m) for m in found}


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("Two clerks were killed on Sunday - one in a raid in Tripoli and another by a sniper in the town of Sabha.", {"Tripoli": [1], "Sabha": [1]}),
        ("Three people died: two in shelling of Idlib, and one from sniper fire in Aleppo.", {"Idlib": [2], "Aleppo": [1]}),
        (
            "At least seven people were killed on Sunday, five of them when shells hit a market in Bunia and two in an ambush near Beni.",
            {"Bunia": [5], "Beni": [2]},
        ),
    ],
)
def test_shares_of_a_number_each_told_with_its_place_are_deeds(sentence: str, dead: dict[str, list[int | None]]) -> None:
    assert dead_by_place(sentence) == dead


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("Rebels killed six soldiers in Idlib and no fewer than eight others in fighting near the edge of Aleppo.", {"Idlib": [6], "Aleppo": [8]}),
        (
            "Gunmen killed a judge in Mosul, a teacher in Kirkuk and two barbers in Ramadi on Sunday.",
            {"Mosul": [1], "Kirkuk": [1], "Ramadi": [2]},
        ),
    ],
)
def test_people_harmed_in_one_place_after_another_are_counted_in_each(sentence: str, dead: dict[str, list[int | None]]) -> None:
    assert dead_by_place(sentence) == dead


def test_somebody_of_another_place_who_is_only_described_is_not_counted_there() -> None:
    assert dead_by_place("Gunmen killed three men in Mosul, among them a teacher in charge of the school at Kirkuk.") == {"Mosul": [3]}


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("The coalition wrecked nine tanks outside Taiz on Sunday, and 12 near Marib.", {"Taiz", "Ma'rib"}),
        ("Jets destroyed eight trucks in Taiz and three boats in Hodeida on Sunday.", {"Taiz", "Al Ḩudaydah"}),
        ("Twelve raids hit Taiz on Sunday and two schools in Sanaa were shut.", {"Taiz"}),
    ],
)
def test_things_counted_at_two_places_were_hit_at_both(sentence: str, places: set[str]) -> None:
    assert set(dead_by_place(sentence)) == places


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (
            "Jets pounded posts around Pale on Sunday in answer to a mortar attack on a market in Sarajevo a day earlier that killed 37 people.",
            {"2031-06-01": [], "2031-05-31": [37]},
        ),
        (
            "Missiles hit a camp near Khost on Sunday in retaliation for the bombing of an embassy in Nairobi on 7 May, in which 213 died.",
            {"2031-06-01": [], "2031-05-07": [213]},
        ),
    ],
)
def test_what_a_reprisal_answers_is_told_with_its_own_day_place_and_dead(sentence: str, days: dict[str, list[int | None]]) -> None:
    found = incidents(read(TITLE + sentence, "2031-06-03"))
    assert {day_of(m): killed(m) for m in found} == days
    assert len({m.place.place for m in found if m.place is not None}) == 2
