"""Deaths in accidents, fires and disasters are of no incident; those of force are, whatever crashed or burned besides."""

from pathlib import Path

import pytest

from told import told

NOBODY = [
    "At least nine people were killed in fires overnight in Beira, Mozambique.",
    "A fire at a warehouse in Cotabato killed 17 workers on Monday.",
    "Twenty schoolchildren were killed on Friday after their minibus collided with a truck in Jinja.",
    "A military helicopter crashed in bad weather near Hakha, killing three soldiers on Tuesday.",
    "Twelve migrants drowned on Sunday when their boat sank off Nouadhibou.",
    "The windstorm killed eight people in Bossaso.",
]
FORCE = [
    "Four soldiers were killed near Gao on Monday when their truck hit a mine and overturned.",
    "Rebels shot down an army helicopter, which crashed near Hakha on Tuesday, killing its crew of three.",
    "Gunmen set a blaze in the market of Kaya on Monday and shot dead six traders.",
    "A navy boat was sunk by rebels off Mullaitivu on Thursday, killing 15 sailors.",
    "Militiamen killed nine villagers on Monday who had fled the flood near Bor.",
    "A car was driven into a crowd in Nablus on Monday in an attack that killed two.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_deaths_that_nobody_caused_are_of_no_incident(tmp_path: Path, sentence: str) -> None:
    assert not told(tmp_path, sentence).mentions


@pytest.mark.parametrize("sentence", FORCE)
def test_deaths_by_force_are_whatever_crashed_or_burned(tmp_path: Path, sentence: str) -> None:
    assert [m.kind for m in told(tmp_path, sentence).mentions] == ["incident"]
