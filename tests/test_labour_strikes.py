"""A strike of people who lay down their work is no strike of arms."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    "sentence",
    [
        "Police opened fire on striking miners near Rustenburg on Tuesday, killing twelve.",
        "Soldiers shot dead three workers on strike at a mill in Mahalla on Tuesday.",
        "Shops were shut on Tuesday as the parties called a strike in Srinagar, where soldiers shot dead two youths.",
    ],
)
def test_a_labour_strike_gives_the_deed_no_type(tmp_path: Path, sentence: str) -> None:
    (mention,) = (m for m in told(tmp_path, sentence).mentions if m.kind == "incident")
    assert mention.type not in ("Air/drone strike", "Shelling/artillery/missile attack")


@pytest.mark.parametrize(
    "sentence",
    ["Bus drivers' strikes in Nairobi stranded thousands on Tuesday.", "A general strike hit Argentina on Tuesday, closing banks in Rosario."],
)
def test_a_strike_named_for_its_workers_or_as_general_tells_of_no_force(tmp_path: Path, sentence: str) -> None:
    assert not [m for m in told(tmp_path, sentence).mentions if m.event_type in ("Violence against civilians", "Explosions/Remote violence")]


@pytest.mark.parametrize("sentence", ["An Israeli strike hit a house in Rafah on Tuesday, killing four.", "The army called in a drone strike near Mopti on Tuesday that killed two."])
def test_a_strike_of_arms_is_one_whoever_calls_it(tmp_path: Path, sentence: str) -> None:
    assert [m.type for m in told(tmp_path, sentence).mentions] == ["Air/drone strike"]
