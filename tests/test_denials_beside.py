"""Denials: that nobody is taken to deny a deed who rejects a plan, was spared or knows nobody."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store


def record(folder: Path, text: str) -> Record:
    (folder / "a.txt").write_text(f"Events on the coast\n\nMay 5, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build([folder / "a.txt"], store)


def denials(made: Record) -> list[str]:
    return [c.value for c in made.claims if c.stance == "denies"]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed eight people in Bossaso, Somalia, on Sunday. Talks failed when two clan leaders rejected it on grounds that it offered nothing.",
        "A bomb wounded six people at a market in Ambato, Ecuador, on Sunday. A vendor said she was lucky not to be killed.",
        "Gunmen killed a singer in Nukus, Uzbekistan, on Sunday. “I am not that involved with bands,” her sister said.",
    ],
)
def test_what_is_no_denial_of_a_deed_is_none(tmp_path: Path, text: str) -> None:
    assert not denials(record(tmp_path, text))


@pytest.mark.parametrize("said", ["denied it", "dismissed it as a lie", "rejected the charge"])
def test_who_denies_what_he_is_blamed_for_denies_it(tmp_path: Path, said: str) -> None:
    made = record(tmp_path, f"A bomb killed six people in Sidi Bel, Algeria, on Sunday. Police blamed the Islamic Army. The group {said}.")
    assert denials(made)


@pytest.mark.parametrize(
    "said",
    [
        "The US military denied that any civilians had died.",
        "The coalition said no civilians had been killed.",
        "The coalition rejected reports of civilian casualties.",
    ],
)
@pytest.mark.parametrize("who", ["40 civilians", "40 people"])
def test_who_denies_that_civilians_died_disputes_the_count(tmp_path: Path, said: str, who: str) -> None:
    made = record(tmp_path, f"Officials said {who} were killed when planes bombed a market in Kunduz, Afghanistan, on Friday. {said}")
    assert [d for d in made.discrepancies if d.attribute == "killed"]
    (toll,) = [a.quantity for a in made.incidents[0].assessments if a.attribute == "killed"]
    assert toll is not None
    assert toll.best == 40


def test_who_denies_targeting_civilians_disputes_no_count(tmp_path: Path) -> None:
    made = record(tmp_path, "A missile hit a street in Kunduz, Afghanistan, on Friday, wounding 18 people, the mayor said. Moscow denies targeting civilians.")
    assert not [d for d in made.discrepancies if d.attribute == "injured"]
