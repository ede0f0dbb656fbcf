"""A side's count of its enemy's dead and how the other side answers it: by a far lower number, or by calling it untrue."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.record import Store

BOAST = "The front's radio said 74 soldiers were killed in an ambush near Bossangoa, Central African Republic, on 12 June. "


def differing(folder: Path, text: str, attribute: str = "killed") -> list[set[str]]:
    (folder / "a.txt").write_text(f"News of the day\n\nJune 16, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        made = build([folder / "a.txt"], store)
    return [{v.value for v in d.values} for d in made.discrepancies if d.attribute == attribute]


@pytest.mark.parametrize(
    "answer",
    [
        "The army said five had died.",
        "The army said that only five soldiers were killed.",
        "The army denied it, saying that five had died.",
        "The army rejected this, claiming that it lost five men.",
        "The defence ministry acknowledged the loss of five.",
        "The general staff said that it had lost five soldiers.",
    ],
)
def test_a_far_lower_number_that_answers_another_stands_against_it(tmp_path: Path, answer: str) -> None:
    assert differing(tmp_path, BOAST + answer) == [{"74", "five"}]


@pytest.mark.parametrize("answer", ["A priest said two soldiers were shot beside his chapel.", "An officer said two shells had hit the road."])
def test_a_far_lower_number_of_some_of_them_does_not(tmp_path: Path, answer: str) -> None:
    assert not differing(tmp_path, BOAST + answer)


@pytest.mark.parametrize(
    "answer",
    [
        "The army said the number was inflated.",
        "The government insisted that this figure was wildly exaggerated.",
        "The defence ministry rejected the claim as exaggerated.",
    ],
)
def test_who_says_that_a_number_is_too_high_denies_it(tmp_path: Path, answer: str) -> None:
    assert differing(tmp_path, BOAST + answer)


def test_a_figure_that_somebody_calls_absurd_is_denied(tmp_path: Path) -> None:
    text = "The front said it killed 74 soldiers in an ambush near Bossangoa, Central African Republic, on 12 June, a figure the army called absurd."
    assert differing(tmp_path, text)


def test_who_gives_another_number_denies_no_part_in_the_deed(tmp_path: Path) -> None:
    assert not differing(tmp_path, BOAST + "The army denied this, insisting that only five soldiers were killed.", "responsibility")


def test_who_confirms_a_number_contradicts_nobody(tmp_path: Path) -> None:
    assert not differing(tmp_path, BOAST + "The army confirmed the figure.")
