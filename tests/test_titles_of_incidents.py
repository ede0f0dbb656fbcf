"""Titles: an incident in plain words that its own type, parties and place bear out."""

import pytest

from thucydides.nouns import Assessment, Place, Quantity
from thucydides.reconciling.groups import clean_label
from thucydides.reconciling.titles import title

GOMA = Place("Goma", "geonames:216281", "settlement", "CD")
ONE = Quantity(low=1, best=1, high=1, wording="a", rule="toll.singular")


def _killed(group: str, quantity: Quantity = ONE) -> Assessment:
    return Assessment("i", "killed/x", "assess.origins", quantity=quantity, group=group)


@pytest.mark.parametrize(
    ("kind", "weapons", "start"),
    [
        ("Air/drone strike", ("artillery", "drone"), "Drone strike"),
        ("Air/drone strike", ("artillery",), "Air strike"),
        ("Remote explosive/landmine/IED", ("suicide bomb", "grenade"), "Bombing"),
        ("Remote explosive/landmine/IED", ("vehicle bomb",), "Vehicle bombing"),
        ("Shelling/artillery/missile attack", ("aircraft", "rocket"), "Rocket attack"),
    ],
)
def test_a_weapon_names_an_incident_only_where_it_fits_its_type(kind, weapons, start):
    assert title(kind, weapons, GOMA, (), (), ()).startswith(f"{start} in Goma")


@pytest.mark.parametrize("group", ["sustained injuries", "additional people", "attackers", "10th person", "high value targets", "him", "Aug.", "own", "own dead"])
def test_words_that_name_nobody_are_in_no_title(group):
    assert title("Attack", (), GOMA, (), (), (_killed(group),), ONE) == "Attack in Goma, Democratic Republic of the Congo"


def test_a_person_by_name_takes_no_article():
    found = title("Attack", (), GOMA, (), (), (_killed("mayor Jean Okoto"),), ONE)
    assert found.startswith("Attack on mayor Jean Okoto in")


def test_one_of_a_kind_takes_an_article():
    assert title("Attack", (), GOMA, (), (), (_killed("soldiers"),), ONE).startswith("Attack on a soldier in")


@pytest.mark.parametrize(("group", "said"), [("officers", "an officer"), ("its citizens", "a citizen"), ("soldiers", "a soldier")])
def test_whose_people_they_are_is_not_said_and_vowels_take_an(group, said):
    assert f"on {said} in" in title("Attack", (), GOMA, (), (), (_killed(group),), ONE)


def test_people_hit_are_in_small_letters_and_forces_are_not():
    parties = [("", "Civilians (Rwanda)", "target")]
    assert "on civilians (Rwanda) in" in title("Attack", (), GOMA, parties, (), ())
    parties = [("rw-military-forces", "Military Forces of Rwanda", "target")]
    assert "on Military Forces of Rwanda in" in title("Attack", (), GOMA, parties, (), ())


def test_a_measured_place_needs_no_preposition():
    place = Place("20 km north of Goma", None, "other", "CD")
    assert title("Attack", (), place, (), (), ()) == "Attack 20 km north of Goma, Democratic Republic of the Congo"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("Attack", "Attack by Al-Shabaab on civilians in Goma"),
        ("Air/drone strike", "Air strike by Al-Shabaab on civilians in Goma"),
        ("Abduction/forced disappearance", "Abduction of civilians by Al-Shabaab in Goma"),
        ("Suicide bomb", "Suicide bombing by Al-Shabaab against civilians in Goma"),
    ],
)
def test_a_title_names_the_doer_beside_whom_it_hit(kind, said):
    parties = [("al-shabaab", "Al-Shabaab", "perpetrator"), ("", "Civilians", "target")]
    assert title(kind, (), GOMA, parties, (), (), doer="Al-Shabaab").startswith(said)


def test_a_title_names_the_doer_where_nobody_is_told_as_hit():
    assert title("Attack", (), GOMA, (), (), (), doer="Al-Shabaab").startswith("Attack by Al-Shabaab in Goma")


def test_ground_is_taken_by_one_side_from_the_other():
    parties = [("m23", "March 23 Movement", "perpetrator"), ("cd-military-forces", "Military Forces of Democratic Republic of the Congo", "target")]
    found = title("Non-state actor overtakes territory", (), GOMA, parties, (), ())
    assert found.startswith("Takeover of territory by March 23 Movement from Military Forces of Democratic Republic of the Congo in Goma")


@pytest.mark.parametrize(
    ("kind", "parties", "said"),
    [
        ("Armed clash", [("", "Unidentified Armed Group", "perpetrator"), ("", "Militia", "target")], "Clash between an unidentified armed group and a militia in"),
        ("Armed clash", [("", "Rebels", "perpetrator"), ("", "Government", "target")], "Clash between rebels and government forces in"),
        ("Arrests", [("", "Observers", "target")], "Arrests of observers in"),
        ("Attack", [("td-government", "Government of Chad", "target")], "Attack on the Government of Chad in"),
        ("Peaceful protest", [("", "Civilians", "perpetrator")], "Protest in"),
        ("Violent demonstration", [("", "Police Forces", "perpetrator"), ("", "Protesters", "perpetrator")], "Violent demonstration by protesters in"),
        ("Protest with intervention", [("", "Protesters", "party"), ("", "Police Forces", "perpetrator")], "Protest met with intervention by police in"),
        ("Non-state actor overtakes territory", [("", "Military Forces", "target")], "Takeover of territory from soldiers in"),
    ],
)  # fmt: skip
def test_parties_without_a_name_are_said_in_plain_words(kind, parties, said):
    assert title(kind, (), GOMA, parties, (), ()).startswith(said)


def test_forces_of_no_country_are_no_side_against_a_states():
    parties = [("ke-military-forces", "Military Forces of Kenya", "party"), ("", "Military Forces", "target")]
    assert title("Armed clash", (), GOMA, parties, (), ()).startswith("Clash with Military Forces of Kenya in")


def test_a_states_forces_did_not_hit_their_own_men():
    parties = [("ht-police-forces", "Police Forces of Haiti", "perpetrator"), ("", "Criminal Group", "target")]
    hit = Assessment("i", "killed/x", "assess.origins", quantity=ONE, group="officers", category="state forces")
    found = title("Attack", (), GOMA, parties, (), (hit,), ONE, "Police Forces of Haiti")
    assert found.startswith("Attack by Police Forces of Haiti on a criminal group in")


@pytest.mark.parametrize("group", ["whose son", "co"])
def test_words_cut_from_a_clause_name_nobody(group):
    assert title("Attack", (), GOMA, (), (), (_killed(group),), ONE) == "Attack in Goma, Democratic Republic of the Congo"


def test_a_country_takes_its_article():
    place = Place("Philippines", "geonames:1694008", "country", "PH")
    assert title("Attack", (), place, (), (), ()) == "Attack in the Philippines"


@pytest.mark.parametrize(
    ("group", "label"),
    [
        ("12 civilian deaths", "civilians"), ("the bodies of five miners", "miners"), ("a number of fighters", "fighters"), ("a fifth", ""),
        ("two child casualties", "children"), ("Russian losses", ""),
    ],
)  # fmt: skip
def test_a_group_is_called_by_its_people_and_not_by_their_harm(group, label):
    assert clean_label(group) == label
