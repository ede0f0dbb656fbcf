"""The type of a deed by the setting that a report gives it: who was in whose hands, what a place was only fought for, what a page is about."""

from pathlib import Path

import pytest

from told import ASIDE, told


def _types(folder: Path, text: str) -> list[str]:
    return [m.type for m in told(folder, f"{text}\n\n{ASIDE}").mentions if m.kind == "incident" and m.status == "happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Three rebels were killed on Tuesday west of Misrata, where they are fighting to capture Zliten, a doctor said.",
        "Iraqi forces battled on Tuesday to retake Ramadi from militants, officers said.",
        "Rebels were trying to take control of Zawiya on Tuesday, residents said.",
        "Government troops were struggling on Tuesday to retake the port of Massawa.",
    ],
)
def test_a_place_that_is_only_fought_for_is_a_clash(tmp_path: Path, text: str) -> None:
    assert _types(tmp_path, text) == ["Armed clash"]


def test_what_fighters_hope_for_is_no_deed(tmp_path: Path) -> None:
    assert _types(tmp_path, "Rebel fighters hope to seize Zawiya, a port in the west, and then to march on Tripoli.") == []


def test_a_district_centre_may_be_captured(tmp_path: Path) -> None:
    text = "Rebels captured the district centre of Ghormach on Tuesday. Twelve policemen were killed and 20 taken prisoner."
    assert _types(tmp_path, text) == ["Non-state actor overtakes territory"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels executed 14 captured soldiers in Khan al-Assal on Tuesday, a monitor said.",
        "Militants cut the throats of nine gendarmes near Kidal on Tuesday, a video showed.",
        "Fighters of the front shot dead six captured soldiers in Bangassou on Tuesday.",
    ],
)
def test_soldiers_put_to_death_in_the_hands_of_others_are_attacked(tmp_path: Path, text: str) -> None:
    assert _types(tmp_path, text) == ["Attack"]


def test_an_officer_who_is_only_called_captured_is_no_arrest(tmp_path: Path) -> None:
    text = "A captured intelligence officer told reporters in Zawiya on Tuesday that 1,000 conscripts had come to the port."
    assert _types(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A US convoy was attacked near Baghdad on Tuesday and one vehicle was destroyed.", "Armed clash"),
        ("An army patrol was attacked near Tessit on Tuesday, a spokesman said.", "Armed clash"),
        ("A British aid convoy was attacked near Nyala on Tuesday, a spokesman said.", "Attack"),
    ],
)
def test_a_column_of_soldiers_that_is_attacked_fights(tmp_path: Path, text: str, expected: str) -> None:
    assert _types(tmp_path, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A mourner was killed in Kisweh on Tuesday as soldiers shot at a funeral cortege.",
        "Thirty-four people were shot dead in Hama on Tuesday when security forces fired at thousands of people who had gathered in the square.",
    ],
)
def test_forces_that_fire_at_people_who_came_together_use_force_against_a_protest(tmp_path: Path, text: str) -> None:
    assert _types(tmp_path, text) == ["Excessive force against protesters"]


def test_arrests_counted_behind_tear_gas_leave_the_protest_what_it_was(tmp_path: Path) -> None:
    text = (
        "Police used tear gas and water cannon to disperse hundreds of students who were marching on parliament in Harare on Tuesday.\n\n"
        "Eight people were arrested."
    )
    assert _types(tmp_path, text) == ["Protest with intervention"]


def test_people_shot_on_a_page_about_protests_were_shot_at_one(tmp_path: Path) -> None:
    text = (
        "Protests against the junta went on for a third week in Myanmar.\n\n"
        "On Tuesday security forces shot dead five people in Mandalay, a doctor said."
    )
    assert _types(tmp_path, text) == ["Excessive force against protesters"]


@pytest.mark.parametrize(
    "deed",
    [
        "On Tuesday gunmen shot dead five people in Mandalay, a doctor said.",
        "On Tuesday soldiers shot dead five people at a checkpoint in Mandalay, a doctor said.",
    ],
)
def test_whom_others_shot_or_elsewhere_was_attacked(tmp_path: Path, deed: str) -> None:
    assert _types(tmp_path, f"Mass protests against the junta entered a third week in Myanmar.\n\n{deed}") == ["Attack"]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("Warplanes carried out six raids on the town, it added.", "Air/drone strike"),
        ("Government forces fired 40 rockets, it added.", "Shelling/artillery/missile attack"),
        ("The town has been held by rebels since 2012.", "Attack"),
    ],
)
def test_the_sentence_beside_a_deed_tells_its_means(tmp_path: Path, beside: str, expected: str) -> None:
    assert _types(tmp_path, f"At least 40 people were killed in the town of Hass on Tuesday, the monitor said. {beside}") == [expected]


def test_raids_by_security_forces_are_no_air_raids(tmp_path: Path) -> None:
    assert _types(tmp_path, "Six people were killed in raids by security forces in Homs on Tuesday, activists said.") == ["Attack"]


def test_who_was_mistaken_for_a_bomber_blew_nobody_up(tmp_path: Path) -> None:
    text = "An electrician was shot dead by police in Stockwell on Tuesday because they took him for a suicide bomber, his family said."
    assert _types(tmp_path, text) == ["Attack"]


def test_a_rape_told_beside_is_not_what_killed_others(tmp_path: Path) -> None:
    text = (
        "At least 16 people were killed and 71 wounded in Misrata on Tuesday, a doctor said.\n\n"
        "A reporter spoke to the family of a woman who was allegedly raped by militiamen."
    )
    assert _types(tmp_path, text) == ["Attack"]


def test_jets_hit_targets_and_companies_theirs(tmp_path: Path) -> None:
    assert _types(tmp_path, "NATO jets hit several targets in Zliten on Tuesday, the alliance said.") == ["Air/drone strike"]
    assert _types(tmp_path, "The refinery hit its targets in Zliten on Tuesday, the company said.") == []


def test_an_arrest_that_is_only_recalled_is_no_abduction(tmp_path: Path) -> None:
    text = "Germany expelled four diplomats on Tuesday, following the arrest of two people in Berlin suspected of spying."
    assert _types(tmp_path, text) == ["Arrests"]


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed on Tuesday by rooftop snipers in Misrata, a doctor said.\n\nTanks have been pounding the city for weeks, and bombs fell.",
        "Militiamen went from door to door in Koro on Tuesday and killed 27 people with knives, survivors said.\n\nThe army shelled a militia camp.",
    ],
)
def test_who_was_shot_or_stabbed_was_not_shelled(tmp_path: Path, text: str) -> None:
    assert _types(tmp_path, text) == ["Attack"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels captured 20 soldiers and seized a tank near Misrata on Tuesday, a spokesman said.", "Armed clash"),
        ("Five people were killed by government shellfire in Zintan on Tuesday, residents said.", "Shelling/artillery/missile attack"),
        ("Four worshippers and the bomber died at a shrine in Maiduguri on Tuesday.", "Suicide bomb"),
        ("A woman with an explosives belt attacked a queue in Maiduguri on Tuesday. Seven people died with her.", "Suicide bomb"),
    ],
)
def test_soldiers_captured_shells_fired_and_belts_worn_tell_the_type(tmp_path: Path, text: str, expected: str) -> None:
    assert _types(tmp_path, text) == [expected]


def test_a_place_taken_without_a_fight_is_an_incident_and_one_handed_over_an_act(tmp_path: Path) -> None:
    assert _types(tmp_path, "Bukavu fell to the rebels on Tuesday without a fight, residents said.") == ["Non-state actor overtakes territory"]
    assert _types(tmp_path, "The army withdrew from Bangassou on Tuesday under a deal and handed it to the rebels, the mayor said.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas stormed two army posts near Hpakant on Tuesday, killing nine soldiers, and the junta replied with air raids.",
        "Fighters attacked three police outposts in Hpakant on Tuesday, the junta said, adding that 12 policemen had died and that it had carried "
        "out air strikes in response.",
        "Jihadists killed nine soldiers at a base in Boni on Tuesday, and the air force retaliated with bombing raids.",
        "Jihadists killed 17 soldiers in an assault on a camp at Boni on Tuesday. Warplanes were sent, and 30 attackers were killed.",
        "About 50 VDP volunteers died on Tuesday in Burkina Faso when militants attacked their base in Djibo.",
    ],
)
def test_aircraft_that_come_to_help_make_no_battle_an_air_strike(tmp_path: Path, text: str) -> None:
    assert _types(tmp_path, text) == ["Armed clash"]


def test_a_later_drone_makes_no_shelling_an_air_strike(tmp_path: Path) -> None:
    text = "Russian forces shelled Kherson 46 times on Tuesday, killing two, the governor said. A drone later injured an ambulance driver."
    assert _types(tmp_path, text)[0] == "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Mamou, demonstrators burned down the prefecture on Tuesday and stoned firemen.", "Violent demonstration"),
        ("RSF members took three traders away from El Geteina on Tuesday.", "Abduction/forced disappearance"),
        ("Air defence destroyed 18 drones over Odesa on Tuesday, the governor said.", "Disrupted weapons use"),
        ("Twin bombings killed 32 people in Baghdad on Tuesday. The first bomber cried out and detonated his vest.", "Suicide bomb"),
    ],
)
def test_who_did_what_by_words_that_fit_others_too(tmp_path: Path, text: str, expected: str) -> None:
    assert _types(tmp_path, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paramilitaries stormed the sit-in in Khartoum on Tuesday, beating protesters. Doctors put the dead at 35.", "Excessive force against protesters"),
        ("Gunmen opened fire at a rally in Karachi on Tuesday, leaving three dead.", "Attack"),
    ],
)  # fmt: skip
def test_forces_that_storm_a_gathering_use_force_against_it(tmp_path: Path, text: str, expected: str) -> None:
    assert _types(tmp_path, text) == [expected]
