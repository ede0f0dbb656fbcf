"""A deed told beside a denial, a plan, a question or a failed attempt is told all the same."""

import pytest

from told import incidents, read, toll

ASIDE = "Padding of the page that tells of prices and of the harvest, which was late this year in the whole of the province, as traders said."


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Villagers said that soldiers killed nine people in Zaongo in Burkina Faso on Monday; the army denied it.", 9),
        ("The UN called for an inquiry into the killing of nine villagers in Zaongo in Burkina Faso on Monday.", 9),
        ("The ministry refused to comment on an air strike that killed nine people in Duhok in Iraq on Monday.", 9),
        ("The army threatened to shell Sake in Congo on Monday after rebels killed four soldiers there.", 4),
        ("Four guards were killed in an attempt to storm the prison in Goma in Congo on Monday.", 4),
        ("Gunmen freed six nurses on Friday; four guards were shot dead in Sake in Congo on Monday.", 4),
    ],
)
def test_a_deed_beside_what_was_denied_planned_or_asked_is_told(text: str, killed: int) -> None:
    found = [m for m in incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05")) if toll(m, "killed")]
    assert [toll(m, "killed") for m in found] == [[killed]]


def test_an_air_strike_that_somebody_will_not_speak_of_is_an_air_strike() -> None:
    text = "The ministry refused to comment on an air strike that killed nine people in Duhok in Iraq on Monday."
    (mention,) = incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05"))
    assert mention.type == "Air/drone strike"


def test_a_denial_of_a_deed_that_nobody_else_tells_is_no_deed() -> None:
    text = "The army denied that its soldiers killed nine villagers in Zaongo in Burkina Faso on Monday."
    assert incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05")) == []


def test_a_taking_with_its_own_place_and_day_is_told_though_the_taken_were_freed() -> None:
    text = "Gunmen freed 12 farmers on Monday who had been kidnapped near Zurmi in Nigeria on 10 January."
    (mention,) = incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05"))
    assert mention.date is not None
    assert (mention.type, mention.date.edtf, toll(mention, "captured")) == ("Abduction/forced disappearance", "2024-01-10", [12])


def test_the_dead_of_a_storm_are_of_no_deed() -> None:
    text = "Four people were killed in a storm near Goma in Congo on Monday."
    assert incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05")) == []
