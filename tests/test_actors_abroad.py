"""Letters that would name the forces of a state of which a text speaks nowhere are another body's."""

from thucydides.grounding.actors.actors import find_actors


def _ids(text: str) -> set[str]:
    return {m.actor_id for m in find_actors(text) if m.actor_id and not m.metonym}


def test_letters_of_forces_of_a_land_not_spoken_of_name_nobody():
    assert "sd-military-forces" not in _ids("Eleven SAF policemen of the Philippines were pinned down by rebels in Maguindanao.")


def test_letters_of_forces_name_them_where_the_land_or_its_fighters_are_spoken_of():
    assert "sd-military-forces" in _ids("The SAF shelled the east of Khartoum, in Sudan, on Monday.")
    assert "sd-military-forces" in _ids("The SAF and the Rapid Support Forces fought in El Fasher; Chad took in refugees.")


def test_letters_alone_stay_where_no_land_is_spoken_of():
    assert "sd-military-forces" in _ids("The SAF shelled the east of the town on Monday.")


def test_common_words_for_forces_of_a_land_not_spoken_of_name_a_group_of_the_land_that_is():
    assert "cn-military-forces" not in _ids("The People's Liberation Army claimed the ambush of soldiers in Manipur, in the north-east of India.")
    assert "cn-military-forces" in _ids("Soldiers of the People's Liberation Army of China crossed into India, the Indian army said.")
