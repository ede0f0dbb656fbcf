"""Whose forces "the army" is: those of the country where it was, unless forces of another country are named."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army said on Tuesday that gunmen had killed 12 soldiers near Banikoara on Monday.", "Military Forces of Benin"),
        ("Gunmen killed 12 police officers near Jos on Monday.", "Police Forces of Nigeria"),
        ("Gunmen killed 12 soldiers near Banikoara on Monday, the army said. Chadian soldiers crossed the border.", "Military Forces"),
    ],
)
def test_bare_forces_are_those_of_the_country(tmp_path: Path, text: str, name: str) -> None:
    extract = told(tmp_path, text)
    hit = {a.name for m in extract.mentions for a in m.actors if a.role in ("target", "victim")}
    assert hit == {name}


def test_police_of_a_territory_of_no_state_stay_nobodys(tmp_path: Path) -> None:
    extract = told(tmp_path, "Police in Hong Kong fired at marchers on Monday and hurt two students.")
    assert {a.name for m in extract.mentions for a in m.actors if a.role == "perpetrator"} == {"Police Forces"}


def test_the_army_that_speaks_is_the_army_of_the_place(tmp_path: Path) -> None:
    extract = told(tmp_path, "The army said on Tuesday that gunmen had killed 12 soldiers near Banikoara on Monday.")
    assert {c.speaker_actor for c in extract.claims if c.attribute == "killed"} == {"bj-military-forces"}
