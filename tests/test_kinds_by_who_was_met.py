"""What kind of deed it was by whom its victims were, what they came from and what they picked up: bandits, speakers at a rally, old shells."""

from pathlib import Path

import pytest

from test_kinds_of_deeds import REST
from thucydides.nouns import Mention
from told import told


def _mention(folder: Path, text: str) -> Mention:
    return next(m for m in told(folder, text + REST + REST).mentions if m.kind == "incident")


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers on patrol came upon rebels at a ford near Bozoum on Sunday and shot four of them dead.",
        "Troops intercepted a group of bandits near Gusau on Monday, killed six of them and freed 12 hostages.",
        "A self-defence militia killed five bandits near Birnin Gwari on Thursday.",
        "Fighters of the front tried to return to Dikwa on Friday and were driven back; seven deaths were reported by both sides.",
        "The rebels were pushed back from Sevare on Monday.",
    ],
)
def test_those_who_meet_armed_men_and_kill_some_fight_them(tmp_path: Path, text: str) -> None:
    assert _mention(tmp_path, text).type == "Armed clash"


def test_some_of_them_are_of_those_who_were_met(tmp_path: Path) -> None:
    met = _mention(tmp_path, "Soldiers on patrol came upon rebels at a ford near Bozoum on Sunday and shot four of them dead.")
    assert [(i.category, i.group) for i in met.toll] == [("rebels", "rebels")]
    stopped = _mention(tmp_path, "Villagers were stopped at a roadblock near Jos on Monday by gunmen, who killed four of them.")
    assert [i.category for i in stopped.toll] == ["civilians"]


@pytest.mark.parametrize(
    "text",
    [
        "The candidate Rosa Quispe was assassinated on Monday as she left a rally in Puno.",
        "A union leader who was on his way home from a march in Cali was killed by gunmen on Saturday.",
        "Gunmen killed a photographer who was covering a rally in Cali on Saturday.",
        "A journalist was shot dead in Quetta on Monday while covering a peace march.",
        "Foreign commandos raided a farm near Wana on Monday; 15 people died, and the government lodged a strong protest.",
    ],
)
def test_who_is_killed_on_the_way_from_a_rally_did_not_protest(tmp_path: Path, text: str) -> None:
    assert _mention(tmp_path, text).type == "Attack"


@pytest.mark.parametrize(
    "text",
    [
        "A herder of 14 was killed on Monday near Batken when he picked up a mortar round on a pasture.",
        "Two shepherds were killed on Sunday by an old mortar bomb that they had found near Mitrovica.",
        "Two boys were wounded on Sunday when an unexploded shell went off in a field near Agdam.",
    ],
)
def test_a_shell_that_somebody_picks_up_was_left_over(tmp_path: Path, text: str) -> None:
    assert _mention(tmp_path, text).type == "Remote explosive/landmine/IED"


def test_who_is_caught_in_a_place_is_none(tmp_path: Path) -> None:
    assert _mention(tmp_path, "Teo Barrera was recaptured in the village of Puembo on Monday, police said.").type == "Arrests"
    assert _mention(tmp_path, "The army recaptured Deir Hafer in the province of Aleppo on Monday.").type == "Government regains territory"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police fired into a crowd of some 4,000 in Bamenda on Monday; seven people died.", "Excessive force against protesters"),
        ("Security forces fired at mourners in Homs on Saturday, killing ten.", "Excessive force against protesters"),
        ("Soldiers fired into a crowd waiting for flour near Wau on Monday, killing six.", "Attack"),
        ("Gunmen opened fire on a crowd in Jos on Monday, killing six.", "Attack"),
    ],
)
def test_forces_that_fire_into_a_crowd_fire_at_protesters_unless_it_waits_for_food(tmp_path: Path, text: str, kind: str) -> None:
    assert _mention(tmp_path, text).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Thai and Cambodian troops exchanged artillery fire near the temple on Thursday.",
        "An artillery exchange near Agdam on Monday left two villagers hurt.",
    ],
)
def test_guns_that_answer_guns_shell(tmp_path: Path, text: str) -> None:
    assert _mention(tmp_path, text).type == "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unknown men killed a policeman in Lyari on Monday as he was returning home.", "Attack"),
        ("Gunmen shot dead a soldier who was off duty in Derry on Monday.", "Attack"),
        ("A policeman was shot dead by gunmen at a checkpoint in Lyari on Monday.", "Armed clash"),
        ("Two deminers were injured near Huambo on Tuesday.", "Remote explosive/landmine/IED"),
        ("Rebels backed by drones captured the town of Bara on Tuesday.", "Non-state actor overtakes territory"),
    ],
)
def test_who_was_unarmed_who_clears_mines_and_what_only_helps(tmp_path: Path, text: str, kind: str) -> None:
    assert _mention(tmp_path, text).type == kind


_OFFENSIVE = "{} took Kupiansk on 8 May.\n\n{} captured Izium on 9 May, it was announced.\n\nLyman was captured on 14 May."


@pytest.mark.parametrize(
    ("who", "kind"),
    [(("The army", "Soldiers"), "Government regains territory"), (("Rebels", "Insurgents"), "Non-state actor overtakes territory")],
)
def test_a_town_that_was_taken_was_taken_by_who_took_the_others(tmp_path: Path, who: tuple[str, str], kind: str) -> None:
    made = told(tmp_path, _OFFENSIVE.format(*who) + REST + REST).mentions
    assert {m.type for m in made if m.kind == "incident"} == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Youths burned tyres and stoned police cars in Dakar on Friday.", "Violent demonstration"),
        ("Police fired rubber bullets at strikers in Rustenburg on Tuesday and led away ten.", "Protest with intervention"),
        ("A drone dropped grenades on a police post near Iguala on Monday.", "Air/drone strike"),
    ],
)
def test_who_throws_fires_or_drops_says_what_it_was(tmp_path: Path, text: str, kind: str) -> None:
    assert _mention(tmp_path, text).type == kind
