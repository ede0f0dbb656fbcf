"""What reports of war hold that is no deed: words about force, nature, credits and remarks. All sentences are ours."""

import pytest

from thucydides.reading.blocks import classified
from thucydides.reading.page import Line
from told import ASIDE, incidents, killed, read


@pytest.mark.parametrize(
    "sentence",
    [
        "They have to stop killing civilians, the envoy said on Monday in Khartoum.",
        "This is a regime that kills its own people, the minister said on Monday.",
        "The deadline for the truce expired on Monday, officials in Kyiv said.",
        "On Monday the ministry in Tokyo dismissed reports of an assassination plot.",
        "He warned on Monday that the violence could spread beyond the border.",
        "On Monday the senator called for air strikes against the forces of Sudan.",
        "Britain handed the council a draft on Wednesday that condemned the crackdown by the army of Myanmar.",
    ],
)
def test_what_only_speaks_of_force_is_no_incident(sentence: str) -> None:
    assert not incidents(read(f"Talks go on\n\nThe council met for the third time this week and spoke for hours. {sentence}", "2023-06-22"))


@pytest.mark.parametrize(
    "sentence",
    [
        "In March the government raised the tax on oil from fields off the coast of Nigeria.",
        "The governor's husband died of cancer in Lagos in 2006.",
        "An earthquake killed 40 people in Herat on Monday.",
    ],
)
def test_months_and_deaths_by_nature_are_no_incidents(sentence: str) -> None:
    assert not incidents(read(f"Other news\n\n{sentence}\n\n{ASIDE}", "2023-10-12"))


def test_a_deed_that_somebody_was_called_for_has_happened() -> None:
    text = "Officers were called for a shooting in Cali on Monday night, in which two men were killed."
    assert [killed(m) for m in incidents(read(f"Two dead\n\n{text}\n\n{ASIDE}", "2023-05-19"))] == [[2]]


@pytest.mark.parametrize(
    "line",
    [
        "Photograph: A. Smith/AP Two soldiers were killed by a roadside bomb near Gao late on Monday, the ministry of defence said.",
        "Photograph: Ana Ruiz/Reuters Gunmen killed four farmers outside the town of Arauca on Sunday evening, the governor said.",
    ],
)
def test_a_report_behind_a_credit_is_no_caption(line: str) -> None:
    assert [one.kind for one in classified([Line("A title", "title"), Line(line)])][1] == "caption"
    assert "paragraph" in {one.kind for one in classified([Line("A title", "title"), Line(line), Line(line)])}


def test_what_readers_write_under_a_report_is_not_read() -> None:
    comments = "\n\n".join(f"2{n}th March 2023 - 13:3{n} They killed nine people in Gao on Monday." for n in (4, 5))
    text = f"Two dead in Kidal\n\nGunmen killed two people in Kidal on Tuesday, officials said.\n\n{comments}"
    assert [killed(m) for m in incidents(read(text, "2023-03-29"))] == [[2]]
