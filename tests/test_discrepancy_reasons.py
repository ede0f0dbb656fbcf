"""The reason given with a difference is one that the counts bear out, and what says nothing new is left out."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Discrepancy
from thucydides.record import Store


def differing(folder: Path, *reports: str) -> list[Discrepancy]:
    for number, text in enumerate(reports):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with Store.open(folder / "record", create=True) as store:
        return list(build([folder / f"{n}.txt" for n in range(len(reports))], store).discrepancies)


def words(found: list[Discrepancy]) -> str:
    return " ".join(d.explanation for d in found)


SCHOOL = (
    "LASHIO, May 6 - Two schools in Lashio were bombed on Tuesday, May 5, 2026. The league, which holds the town, said 19 students were "
    "killed; local media later put the toll at 22."
)


def test_pupils_and_villagers_are_nobodys_enemy(tmp_path: Path) -> None:
    said = words(differing(tmp_path, SCHOOL))
    assert "19" in said
    assert "22" in said
    assert "enemy" not in said


MORE = (
    "GAO, June 3 - A mine killed seven people on the road to Gao on Tuesday, June 2, 2026.",
    "BAMAKO, June 4 - A mine on the road to Gao killed nine people on Tuesday, June 2, 2026.",
    "BAMAKO, June 5 - Traders met in Gao. A mine went off on the road to Gao on Tuesday, June 2, 2026. The governor went there.",
)


def test_who_gives_no_toll_is_not_said_where_the_tolls_differ(tmp_path: Path) -> None:
    found = differing(tmp_path, *MORE)
    assert "nine" in words(found)
    assert not any(d.explanation.startswith("Only ") for d in found)


def test_a_toll_that_rose_is_shown_beside_what_it_was(tmp_path: Path) -> None:
    (one,) = differing(
        tmp_path,
        "QUETTA, May 6, 2024 - A bomb killed at least 15 people at a procession in Mastung on Sunday, officials said.",
        "QUETTA, May 8, 2024 - The death toll from Sunday's bomb at a procession in Mastung climbed to 59 on Tuesday, officials said.",
    )
    assert one.attribute == "killed"
    assert one.explanation.endswith("59. Told before and then replaced: at least 15. The later figures stand.")


def test_a_toll_told_as_risen_is_likely_the_later(tmp_path: Path) -> None:
    found = differing(
        tmp_path,
        "KHERSON, May 8, 2024 - The number of people killed in Sunday's shelling of Kherson has risen to three after a man died in hospital.",
        "List of attacks\n\n5 May 2024: Kherson. Shelling of the city. Two killed.\n\n9 May 2024: Beryslav. Shelling. One killed.\n",
    )
    assert "One account tells that the toll rose; the lower figure is likely from before." in words(found)


def test_who_denies_that_a_town_fell_disputes_that_it_did(tmp_path: Path) -> None:
    text = (
        "TRIPOLI, May 4 - The defence ministry announced on Monday, May 4, 2026 that its troops had taken the town of Mizdah. "
        "The rebels' spokesman denied it."
    )
    (one,) = [d for d in differing(tmp_path, text) if d.attribute in ("type", "responsibility")]
    assert one.attribute == "type"
    assert one.explanation == "Whether it was taken is disputed: The rebels' spokesman denied it."


@pytest.mark.parametrize("denial", ["had not carried out any strike in the area", "had no part in the strike"])
def test_a_denial_of_which_no_accuser_is_told_is_said_so(tmp_path: Path, denial: str) -> None:
    text = f"ADEN, May 4 - A blast killed seven people at a wedding in Dhamar on Sunday, May 3, 2026. The coalition said it {denial}."
    assert words(differing(tmp_path, text)).endswith("The coalition denied it; who accuses them of it is not told.")
