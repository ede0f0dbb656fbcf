"""Kinds of deeds by what a clause says of those in them, and not by its words alone. All sentences are ours."""

from pathlib import Path

import pytest

from thucydides.nouns import Mention
from told import ASIDE, told


def deed(folder: Path, text: str) -> Mention:
    """The one incident of a text with such words around it as a report has."""
    (found,) = [m for m in told(folder, f"{text}\n\n{ASIDE}").mentions if m.kind == "incident"]
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police shot dead five men in Lalo on Friday who ran a roadblock and opened fire on officers.", "Armed clash"),
        ("Three men on motorbikes who had fired at a patrol were killed in Lalo on Tuesday.", "Armed clash"),
        ("Four men were killed by soldiers in Lalo on Tuesday after they attacked a checkpoint.", "Armed clash"),
        ("Troops gunned down three motorcyclists who had failed to stop in Lalo on Tuesday.", "Attack"),
        ("Combat reached the market of Lalo on Tuesday, with gunfire in the lanes around it.", "Armed clash"),
        ("The corpses of nine conscripts, their hands tied, were discovered in a ditch at Lalo on Tuesday.", "Attack"),
        ("Loud blasts and anti-aircraft fire were heard over Lalo on Sunday night.", "Air/drone strike"),
        ("Two photographers and their driver went missing in Lalo on Sunday.", "Abduction/forced disappearance"),
        ("Lieutenant Ann Dean and Captain Al Reid of the air force were killed in Lalo on Monday when a grenade was thrown.", "Grenade"),
        ("Raiders killed 40 former policemen in Lalo on Monday.", "Attack"),
    ],
)  # fmt: skip
def test_a_deed_is_of_the_kind_that_its_clauses_say(tmp_path: Path, text: str, kind: str) -> None:
    assert deed(tmp_path, text).type == kind


@pytest.mark.parametrize("said", ["are reported", "are believed", "are feared", "were said"])
def test_who_is_said_to_have_done_it_did_it(tmp_path: Path, said: str) -> None:
    found = deed(tmp_path, f"Rebels {said} to have shot dead two teachers in Lalo on Monday.")
    assert [a.role for a in found.actors if a.kind == "rebel group"] == ["perpetrator"]


def test_who_is_said_to_have_been_killed_did_nothing(tmp_path: Path) -> None:
    found = deed(tmp_path, "Three soldiers are said to have been killed in Lalo on Monday.")
    assert not [a for a in found.actors if a.role == "perpetrator"]


def test_a_fight_of_which_somebody_tells_what_drove_people_there_is_no_protest(tmp_path: Path) -> None:
    text = (
        "Troops and rebels have fought in several parts of Lalo since Sunday. "
        "It may have begun as a case of police hunting gunmen whom a crackdown had driven to the outskirts."
    )
    assert deed(tmp_path, text).type == "Armed clash"
