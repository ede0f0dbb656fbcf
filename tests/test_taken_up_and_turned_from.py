"""Sentences that go on with the arms told before, and those that turn to another deed; people missing since they were taken."""

from pathlib import Path

import pytest

from told import incidents, told, toll


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A drone hit a bus in Zeila on Monday, killing two. Another struck a clinic in Berbera on Tuesday.", "Air/drone strike"),
        ("A bomb went off in Quetta on Monday. Another killed three people in Turbat on Tuesday.", "Remote explosive/landmine/IED"),
        ("Gunmen killed two traders in Gao on Monday. Another was shot dead in Ansongo on Tuesday.", "Attack"),
    ],
)
def test_another_is_of_the_arms_that_did_what_was_told_before(tmp_path: Path, text: str, kind: str) -> None:
    assert incidents(told(tmp_path, text))[-1].type == kind


@pytest.mark.parametrize("thing", ["Rockets", "Mortars", "Missiles"])
def test_arms_at_the_head_of_a_sentence_are_no_name(tmp_path: Path, thing: str) -> None:
    (mention,) = incidents(told(tmp_path, f"{thing} were fired at the base in Balad on Monday."))
    assert mention.type == "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    "opening", ["In a related development, soldiers", "In a separate incident, soldiers", "Separately, soldiers", "Elsewhere, soldiers"]
)
def test_what_opens_by_turning_elsewhere_is_another_deed(tmp_path: Path, opening: str) -> None:
    found = incidents(told(tmp_path, f"Two soldiers died in the operations.\n\n{opening} shot dead a trader in Sake on Tuesday."))
    assert [toll(m, "killed") for m in found][-1] == [1]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Two teachers have been missing since gunmen seized them at Sake on 4 May.", "Abduction/forced disappearance", "2025-05-04"),
        ("Two nurses have been missing since soldiers detained them in Kutum on 4 May.", "Abduction/forced disappearance", "2025-05-04"),
        ("A lawyer has not been seen since police arrested him in Ndola on 12 May.", "Arrests", "2025-05-12"),
        ("Three men are said to have been taken away by men in plain clothes in Kaya on 30 April.", "Abduction/forced disappearance",
         "2025-04-30"),
    ],
)  # fmt: skip
def test_people_missing_since_they_were_taken_were_taken_then(tmp_path: Path, text: str, kind: str, day: str) -> None:
    (mention,) = incidents(told(tmp_path, text))
    assert (mention.type, mention.date.edtf if mention.date else None) == (kind, day)


def test_this_month_before_a_bare_subject_makes_it_no_known_one(tmp_path: Path) -> None:
    (mention,) = incidents(told(tmp_path, "This June bombs fell on a prison at Bilenke."))
    assert mention.date is not None
    assert mention.date.edtf == "2025-06"
