"""Who is identified, shot, rushed to hospital or pronounced dead is a person, though a place somewhere bears the surname."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    "text",
    [
        "The army identified the soldier killed on Tuesday as Melko Rodriguez. It said Rodriguez left a post near Arauca without leave.",
        "A boy was killed near Arauca on Tuesday. Jaylo Howard was rushed to a clinic, the army said.",
        "A woman was hit near Arauca on Tuesday. Zaida Robinson was pronounced dead at the clinic.",
    ],
)
def test_a_surname_is_no_place(tmp_path: Path, text: str) -> None:
    places = {r.place.name for m in told(tmp_path, text).mentions for r in (m.place, *m.places) if r is not None and r.place is not None}
    assert places <= {"Arauca"}


def test_a_town_that_is_identified_stays_a_town(tmp_path: Path) -> None:
    text = "The army identified the town shelled on Tuesday as Tal Abyad. Two men were killed in Tal Abyad."
    (mention,) = (m for m in told(tmp_path, text).mentions if m.kind == "incident")
    assert mention.place is not None
    assert mention.place.wording == "Tal Abyad"
