"""Strikes of countries and coalitions are from the air, as are the attacks of alliances that fight from there; workers' are none."""

import pytest

from told import ASIDE, incidents, read


def kinds(sentence: str) -> list[str]:
    """The types of the deeds of a report with one sentence that tells of any."""
    return [m.type for m in incidents(read(f"News of the day\n\n{sentence}\n\n{ASIDE}", "2031-06-03"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "US strikes on Deir al-Zour on Monday killed eight fighters.",
        "Iranian strikes killed four people near Erbil on Monday.",
        "Coalition strikes hit Raqqa on Monday, residents said.",
        "Attacks by the US-led coalition on Mosul on Monday killed eight people.",
        "NATO attacks outside Sirte on Monday left three tanks burning.",
        "NATO hit a command post near Prizren on Monday.",
        "NATO stepped up its attacks on the army's guns around Misrata on Monday.",
        "The Saudi-led coalition targeted a convoy near Saada on Monday, killing eight people.",
    ],
)
def test_a_strike_of_a_country_or_a_coalition_is_from_the_air(sentence: str) -> None:
    assert kinds(sentence) == ["Air/drone strike"]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO troops raided a house in Helmand on Monday, killing three men.",
        "Coalition soldiers attacked a village near Basra on Monday, killing eight people.",
        "NATO soldiers fought insurgents in Kunar on Monday.",
    ],
)
def test_their_troops_fight_on_the_ground(sentence: str) -> None:
    assert kinds(sentence) in (["Attack"], ["Armed clash"])


@pytest.mark.parametrize(
    "sentence",
    [
        "French strikes over pensions closed schools in Lyon on Monday.",
        "A strike by Indian teachers closed schools in Patna on Monday.",
        "Nigerian strikes cut oil output in Warri on Monday.",
    ],
)
def test_workers_who_strike_strike_nobody(sentence: str) -> None:
    assert kinds(sentence) == []
