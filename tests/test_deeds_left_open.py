"""What a sentence leaves open, or thinks unlikely, is no deed (rule `extract.left-open`); what it takes up is told all the same."""

import pytest

from told import incidents, read, toll

ASIDE = "Padding of the page that tells of prices and of the harvest, which was late this year in the whole of the province, as traders said."


@pytest.mark.parametrize(
    "text",
    [
        "It is doubtful whether rockets hit Homs in Syria on 4 February.",
        "It is not known whether the missiles struck Taiz in Yemen on 4 February.",
        "There is no evidence that drones struck Taiz in Yemen on 4 February.",
        "It is impossible that gunmen attacked Gao in Mali on 4 February, the governor said.",
        "A panel has said it is unlikely that whole missiles came through Hodeidah in Yemen.",
    ],
)
def test_what_is_left_open_is_no_deed(text: str) -> None:
    assert incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05")) == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("It is unclear who attacked the village of Duala in Mali on 4 February, killing nine people.", 9),
        ("It is likely that rebels attacked the convoy near Gao in Mali on 4 February, killing six.", 6),
        ("It is unlikely that the gunmen who killed nine people in Gao in Mali on 4 February will be caught.", 9),
    ],
)
def test_a_deed_of_which_only_something_else_is_open_is_told(text: str, killed: int) -> None:
    (mention,) = incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05"))
    assert toll(mention, "killed") == [killed]
