"""Linking by persons: a victim's name, in any spelling, binds a late report to its incident; other names keep two deeds apart."""

import pytest

from linking_factory import DJIBO, KHARKIV, TIBU, document, mention
from thucydides.linking import link
from thucydides.linking.persons import persons, same_victim
from thucydides.linking.unit import Unit
from thucydides.nouns import Mention


def joined(*tellings: Mention) -> bool:
    days = {m.document: day for m in tellings for day in [PUBLISHED[m.document]]}
    return len(link(tellings, [document(name, day) for name, day in days.items()]).clusters) == 1


PUBLISHED = {"first": "2023-03-05", "later": "2023-06-20", "other": "2023-03-06"}
KILLED = mention("first", 0, "Attack", "2023-03-04", TIBU, [1], persons=[("Yesenia Caballero", "victim", 41)], names=["Yesenia Caballero"])


def test_the_report_of_an_arrest_months_later_finds_its_incident_by_the_victim() -> None:
    arrest = mention("later", 0, "Attack", "2023-06-19", TIBU, [1], persons=[("Yesenia Lucía Cabalero", "victim", 41)],
                     names=["Yesenia Cabalero"])  # fmt: skip
    assert joined(KILLED, arrest)
    assert not joined(KILLED, mention("later", 0, "Attack", "2023-06-19", TIBU, [1]))


def test_two_deeds_of_one_town_and_day_whose_dead_have_other_names_stay_apart() -> None:
    other = mention("other", 0, "Attack", "2023-03-04", TIBU, [1], persons=[("Hernán Quiñones", "victim", 63)], names=["Hernán Quiñones"])
    same = mention("other", 0, "Attack", "2023-03-04", TIBU, [1], persons=[("Yesenia Caballero", "victim", 41)], names=["Yesenia Caballero"])
    assert not joined(KILLED, other)
    assert joined(KILLED, same)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oleksandr Hrytsenko", "Olexandr Hrytzenko", True),
        ("Mohammed al-Khatib", "Muhammad Alkhatib", True),
        ("Boureima Ouédraogo Sawadogo", "Boureima Ouedraogo", True),
        ("Capt. Issa Tapsoba", "Issa Tapsoba", True),
        ("Renato DeLeon Quispe", "Renato de León Quispe", True),
        ("Marta DaSilveira", "Marta da Silveira", True),
        ("Ali Hassan", "Hassan Ali", False),
        ("Mykola Bondar", "Mykola Kravets", False),
        ("Tapsoba", "Issa Tapsoba", False),
    ],
)
def test_a_name_is_known_in_other_spellings_and_usual_names_tell_nothing(one: str, other: str, same: bool) -> None:
    left, right = (
        persons(Unit(m, (m.id,), m.document), 1)
        for m in (mention(f"n{n}", 0, "Attack", "2024-05-01", place, [1], persons=[(name, "victim", None)])
                  for n, (name, place) in enumerate(((one, DJIBO), (other, KHARKIV))))
    )  # fmt: skip
    assert same_victim(left.victims, right.victims) is same


def test_a_toll_is_named_in_full_only_where_as_many_are_named_as_were_killed() -> None:
    def complete(killed: int | None) -> bool:
        return persons(Unit(KILLED, (KILLED.id,), "first"), killed).all_killed

    assert [complete(n) for n in (None, 0, 1, 2)] == [False, False, True, False]
