"""Who is only described is the named party that it can be; the two sides of a fight are named in the title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.nouns import ActorRef, Passage
from thucydides.reconciling.described import Told, settled
from thucydides.reconciling.opposed import opposed


def _told(actor: str, name: str, kind: str, *roles: str, country: str | None = None) -> Told:
    return Told(actor, name, tuple(ActorRef(Passage("d", n, n + 1), name, r, actor or None, name, kind, country) for n, r in enumerate(roles)))


SHABAAB = _told("al-shabaab", "Al-Shabaab", "rebel group", "perpetrator", "perpetrator", country="SO")
GUNMEN = _told("", "Unidentified Armed Group", "unidentified", "perpetrator")
ARMY = _told("ke-military-forces", "Military Forces of Kenya", "state forces", "party", country="KE")


def _names(*parties: Told) -> set[str]:
    return {p.name for p in settled(parties)}


def test_gunmen_are_the_group_that_others_name():
    (left,) = settled([GUNMEN, SHABAAB])
    assert (left.name, len(left.references)) == ("Al-Shabaab", 3)


def test_gunmen_stay_where_the_only_group_named_was_hit():
    hit = _told("hezbollah", "Hezbollah", "rebel group", "target")
    assert _names(GUNMEN, hit) == {"Unidentified Armed Group", "Hezbollah"}


def test_dead_fighters_are_the_group_that_fought_a_state():
    dead = _told("", "Unidentified Armed Group", "unidentified", "target")
    assert _names(dead, SHABAAB, ARMY) == {"Al-Shabaab", "Military Forces of Kenya"}


def test_dead_fighters_of_two_groups_stay_apart_from_the_doer():
    dead = _told("", "Unidentified Armed Group", "unidentified", "target")
    assert _names(dead, SHABAAB) == {"Unidentified Armed Group", "Al-Shabaab"}


def test_vigilantes_killed_by_a_group_are_not_that_group():
    vigilantes = _told("", "Militia", "political militia", "target")
    assert "Militia" in _names(vigilantes, SHABAAB, ARMY)


def test_a_description_of_another_country_stays():
    theirs = _told("", "Military Forces (Chad)", "state forces", "party", country="TD")
    assert len(settled([theirs, ARMY])) == 2


def test_forces_without_a_country_are_those_of_the_state_on_their_side():
    forces = _told("", "Military Forces", "state forces", "party")
    assert _names(forces, ARMY) == {"Military Forces of Kenya"}


def test_a_government_that_fights_is_its_forces_and_one_that_is_hit_is_not():
    fights = _told("ke-government", "Government of Kenya", "government", "party", country="KE")
    assert _names(fights, ARMY) == {"Military Forces of Kenya"}
    is_hit = _told("ke-government", "Government of Kenya", "government", "target", country="KE")
    assert _names(is_hit, ARMY) == {"Government of Kenya", "Military Forces of Kenya"}


def test_a_group_and_the_group_it_belongs_to_on_one_side_are_the_former():
    whole = _told("islamic-state", "Islamic State", "rebel group", "perpetrator")
    part = _told("iskp", "Islamic State Khorasan Province", "rebel group", "perpetrator", country="AF")
    assert _names(whole, part) == {"Islamic State Khorasan Province"}


POOL = [
    SHABAAB, GUNMEN, ARMY,
    _told("", "Rebels", "rebel group", "perpetrator", "target"),
    _told("", "Military Forces", "state forces", "target"),
    _told("ke-security-forces", "Security Forces of Kenya", "state forces", "party", country="KE"),
    _told("", "Civilians", "civilians", "target"),
    _told("", "Militia", "political militia", "perpetrator"),
]  # fmt: skip


@given(st.lists(st.sampled_from(POOL), unique_by=lambda p: (p.actor, p.name)))
def test_no_naming_is_lost_or_told_twice(parties):
    assert sorted(r.wording for p in settled(parties) for r in p.references) == sorted(r.wording for p in parties for r in p.references)


@given(st.permutations(POOL))
def test_the_order_of_the_parties_settles_nothing(parties):
    assert {p.name: len(p.references) for p in settled(parties)} == {p.name: len(p.references) for p in settled(POOL)}


@pytest.mark.parametrize(
    ("parties", "sides"),
    [
        ([("al-shabaab", "Al-Shabaab", "perpetrator"), ("", "Civilians", "target"), ("ke-military-forces", "Military Forces of Kenya", "target")],
         ("Al-Shabaab", "Military Forces of Kenya")),
        ([("in-security-forces", "Security Forces of India", "perpetrator"), ("in-police-forces", "Police Forces of India", "target"),
          ("", "Rebels", "target")], ("Security Forces of India", "Rebels")),
        ([("al-shabaab", "Al-Shabaab", "perpetrator"), ("", "Civilians", "target")], ("Al-Shabaab",)),
        ([("in-government", "Government of India", "party"), ("in-military-forces", "Military Forces of India", "victim"),
          ("cn-military-forces", "Military Forces of China", "party")], ("Military Forces of India", "Military Forces of China")),
    ],
)  # fmt: skip
def test_a_fight_stands_between_two_armed_sides(parties, sides):
    assert opposed(parties) == sides


def test_people_without_arms_are_a_side_only_where_asked():
    parties = [("al-shabaab", "Al-Shabaab", "perpetrator"), ("", "Civilians", "target")]
    assert opposed(parties, unarmed=True) == ("Al-Shabaab", "Civilians")
