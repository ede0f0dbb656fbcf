"""Letters that would name the forces of a state of which a text speaks nowhere are another body's."""

import pytest

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


def test_three_letters_of_a_group_of_another_part_of_the_world_name_nobody():
    assert "new-peoples-army" not in _ids("NPA men shot four soldiers in Mopti, Mali.")
    assert "new-peoples-army" in _ids("NPA men shot four soldiers in Samar, in the Philippines.")
    assert "pkk" in _ids("PKK fighters fired on a patrol near Sinjar, Iraq.")


def test_letters_that_groups_of_two_wars_bear_are_read_by_the_land_spoken_of():
    assert "congolese-national-army" in _ids("Men of the ANC burned six houses in Shabunda, in the Democratic Republic of the Congo.")
    assert "anc" in _ids("Men of the ANC fought rivals in KwaZulu, South Africa.")


TOLD = {
    "ULIMO fighters took Gbarnga, in Liberia.": "united-liberation-movement-of-liberia-for-democracy",
    "Kamajors ambushed a lorry near Bo, in Sierra Leone.": "kamajors",
    "Men of the Ranvir Sena shot nine labourers in Bihar, India.": "ranvir-sena",
    "Witnesses said that anti-balaka fighters burned a market in Bria.": "anti-balaka",
    "Interahamwe militiamen manned a roadblock in Kigali, Rwanda.": "interahamwe",
    "EPDP men were seen at a checkpoint in Jaffna, Sri Lanka.": "eelam-peoples-democratic-party",
    "Three armed units of the Malaita Eagle Force held the bridge in Honiara.": "malaita-eagle-force",
}


@pytest.mark.parametrize("sentence", TOLD)
def test_groups_of_many_wars_are_known_by_their_names_and_letters(sentence):
    assert TOLD[sentence] in _ids(sentence)
