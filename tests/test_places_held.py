"""Places held: towns of which a part or the control is taken or lost, that fall to somebody, or lie on a side of a larger one."""

from pathlib import Path

import pytest

from thucydides.grounding.places import ground_places
from thucydides.reading import read_sources


def told(folder: Path, text: str) -> dict[str, tuple[str, str | None]]:
    (folder / "a.txt").write_text(text)
    (document,), _ = read_sources([folder / "a.txt"])
    return {r.wording: (r.role, r.place.name if r.place is not None else None) for r in ground_places(document)}


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("Rebels took control of most of Kutum near El Fasher on 4 March 2031.", "Kutum", "Kutum"),
        ("Gunmen seized half of Bani Walid, south of Tripoli, on 4 March 2031.", "Bani Walid", "Bani Walid"),
        ("Rebels have taken 80 percent of Sirte from the army, they said on 4 March 2031.", "Sirte", "Sirte"),
        ("The army bombarded all of Zabadani on 4 March 2031, killing six.", "Zabadani", "Az Zabadānī"),
        ("The army lost control of Mocimboa da Praia on 4 March 2031.", "Mocimboa da Praia", "Mocímboa da Praia"),
        ("Kidal fell to rebels on 4 March 2031, the army of Mali said.", "Kidal", "Kidal"),
        ("A shelter in Al-Fornaj, Tripoli, was struck by rockets on 16 May 2031.", "Tripoli", "Tripoli"),
    ],
)
def test_a_town_is_where_a_part_of_it_or_its_control_changes_hands(tmp_path: Path, text: str, wording: str, name: str) -> None:
    assert told(tmp_path, text)[wording] == ("at", name)


def test_a_name_without_an_entry_near_the_town_beside_it_still_stands_for_that(tmp_path: Path) -> None:
    found = told(tmp_path, "Gunmen shot four farmers in Zarghat, near Quetta, on 4 March 2031.")
    assert found["Zarghat"] == ("at", "Quetta")


@pytest.mark.parametrize(
    "text",
    [
        "On 9 October 2031 fighters in Sirte, Libya, attacked the Ouagadougou conference center, killing two guards.",
        "On 9 October 2031 a bomb went off in the Baghdad restaurant in Kampala, Uganda, killing four.",
        "On 9 October 2031 rebels in Idlib, Syria, shelled the Carlton hotel; four died.",
        "On 9 October 2031 rebels in Soroti, Uganda, shelled the Baghdad (wedding) hall, killing four.",
    ],
)
def test_a_house_called_after_a_town_of_a_country_not_spoken_of_is_not_there(tmp_path: Path, text: str) -> None:
    assert not {"Ouagadougou", "Baghdad", "Carlton"} & set(told(tmp_path, text))


def test_a_house_in_the_town_whose_name_it_bears_is_there(tmp_path: Path) -> None:
    assert told(tmp_path, "Rebels in Mali shelled the Gao hotel on 9 October 2031, killing four.")["Gao"] == ("at", "Gao")
