"""Who did a deed and who only stands beside it in the sentence: those who mourn it, come after it, die in it or lie beyond a border."""

from pathlib import Path

import pytest

from told import told


def _roles(folder: Path, text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for mention in told(folder, text).mentions:
        for actor in mention.actors:
            found.setdefault(actor.role, set()).add(actor.wording)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "President Musa Bako expressed grief over the killing of 43 farmers at Zabarmari on 3 May 2025.",
        "President Ana Ruiz expressed condolences and condemned the killing of 11 soldiers near Puerto Asis on 3 May 2025.",
        "A Kosovo police officer stands guard near Banjska following an attack that killed a colleague on 3 May 2025.",
        "Chaos has enveloped Gao after the government collapsed and 20 people died in shelling on 3 May 2025.",
        "Egypt mosque attack: 27 children among the hundreds dead",
    ],
)
def test_who_only_speaks_of_a_deed_or_dies_in_it_did_not_do_it(tmp_path: Path, text: str) -> None:
    assert "perpetrator" not in _roles(tmp_path, text)


def test_who_acts_beside_somebody_elses_deed_is_no_doer_of_it(tmp_path: Path) -> None:
    found = _roles(tmp_path, "Families fled Gao after the government collapsed and the rebels killed 20 people on 3 May 2025.")
    assert found["perpetrator"] == {"rebels"}


def test_a_country_beyond_the_border_did_nothing(tmp_path: Path) -> None:
    found = _roles(tmp_path, "Gunmen stormed a campus near the border with Somalia killing 147 students on 3 May 2025.")
    assert found["perpetrator"] == {"Gunmen"}


def test_who_beats_an_attack_off_fought_and_did_not_attack(tmp_path: Path) -> None:
    text = "On 3 May 2025 the rebels attacked a post near Gao and killed six soldiers. They were repulsed by Chadian soldiers."
    assert _roles(tmp_path, text)["perpetrator"] == {"rebels"}


def test_who_visits_and_strikes_is_the_doer(tmp_path: Path) -> None:
    found = _roles(tmp_path, "On 3 May 2025 the rebels entered Gao and killed six soldiers.")
    assert found["perpetrator"] == {"rebels"}


@pytest.mark.parametrize(
    "said",
    [
        "the army says that it lost one man there",
        "the army acknowledged having suffered two losses in it",
        "the army mourned one of its men",
        "the army put the dead at seven",
        "officials raised the wounded to 30",
    ],
)
def test_who_tells_of_its_own_dead_or_counts_them_did_nothing(tmp_path: Path, said: str) -> None:
    assert "perpetrator" not in _roles(tmp_path, f"Six herders were killed at Kitgum in Uganda on 3 May 1987, and {said}.")


@pytest.mark.parametrize("who", ["An unknown person", "An unidentified man", "A hooded youth"])
def test_a_stranger_who_did_it_is_no_civilian(tmp_path: Path, who: str) -> None:
    mention = told(tmp_path, f"{who} threw a grenade into a bar in Bujumbura, Burundi, on 3 May 1997, killing two clients.").mentions[0]
    assert {a.name for a in mention.actors if a.role == "perpetrator"} <= {"Unidentified Armed Group"}
