"""The place where something was said is neither that of the deed nor set against it."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.record import Store


def places(folder: Path, text: str) -> tuple[str, list[str]]:
    (folder / "a.txt").write_text(f"News from the hills\n\n12 June 2024\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        made = build([folder / "a.txt"], store)
    (one,) = (i for i in made.incidents if i.kind == "incident")
    name = next((a.place.name for a in one.assessments if a.attribute == "place" and a.place is not None), "")
    return name, [d.explanation for d in made.discrepancies if d.attribute == "place"]


@pytest.mark.parametrize(
    "said",
    ["police said in Abuja", "a spokesman for the governor said in Abuja on Tuesday", "the bishop told mourners in Abuja",
     "a Daily Star correspondent in Abuja wrote", "he said Abuja would send more troops"],
)  # fmt: skip
def test_where_a_statement_was_made_is_not_set_against_the_place_of_the_deed(tmp_path: Path, said: str) -> None:
    name, differing = places(tmp_path, f"Armed men shot dead six farmers near Kafanchan, Nigeria, on Monday, {said}.")
    assert name == "Kafanchan"
    assert not differing


def test_where_a_denial_was_quoted_is_not_set_against_the_place_of_the_deed(tmp_path: Path) -> None:
    text = "A lorry bomb killed 70 people in Tripoli, Lebanon, on Monday. Syria denied a part in it. “It is not our way,” an envoy said in Amman."
    assert places(tmp_path, text) == ("Tripoli", [])


@pytest.mark.parametrize("said", ["other sources say Kaduna", "others said in Kaduna", "but the police said in Kaduna"])
def test_another_place_that_somebody_gives_is_set_against_it(tmp_path: Path, said: str) -> None:
    assert places(tmp_path, f"Armed men shot dead six farmers in Kafanchan, Nigeria, on Monday; {said}.")[1]
