"""Places by which another is told, towns named in passing under a heading, and the paragraph before. All sentences are ours."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract
from thucydides.reading import read_sources
from told import incidents


def _told(folder: Path, text: str) -> Extract:
    (folder / "page.txt").write_text(text)
    return next(iter(extract_documents(read_sources([folder])[0])))


def _names(folder: Path, text: str) -> list[str]:
    return [m.place.place.name for m in incidents(_told(folder, text)) if m.place and m.place.place]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Fighting also engulfed Luhansk, east of Kyiv, where 14 men were killed on Monday, doctors said.", "Luhansk"),
        ("On Monday gunmen fired at a patrol south of Bamako in Bougouni town, and six men were killed.", "Bougouni"),
        ("Rebels overran Kidal, a town of some 30,000 people 900 km northeast of Bamako, on Monday and killed six soldiers.", "Kidal"),
        ("Rebels took Bara, a market town about two hours north of El Obeid, on Monday and killed six guards.", "Bara"),
        ("The Benghazi Military Hospital was hit by a drone on Monday, killing six patients.", "Benghazi"),
        ("Gunmen killed six people in Petite-Rivière de l'Artibonite, 80 km north of Port-au-Prince, on Monday.", "Petite Riviere de l'Artibonite"),
        ("Troops attacked positions near the port of Kismayo, 410 km (250 miles) southwest of Mogadishu, on Monday, killing six.", "Kismayo"),
    ],
)
def test_a_town_that_only_says_where_another_lies_is_not_the_place(tmp_path: Path, sentence: str, name: str) -> None:
    assert _names(tmp_path, f"Six killed\n\nJuly 3, 2024\n\n{sentence}") == [name]


def test_a_town_that_a_sentence_names_in_passing_says_more_than_the_heading(tmp_path: Path) -> None:
    page = (
        "= Attacks in Colombia =\n\nThis page lists what happened in 2021, region by region, as papers told it.\n\n== Arauca ==\n\n"
        "On 5 June 2021 two policemen were shot dead in Arauca.\n\n"
        "On 9 June 2021 six men were killed in an attack for which the mayor of Tumaco blamed dissidents."
    )
    assert _names(tmp_path, page) == ["Arauca", "Tumaco"]


def test_a_paragraph_goes_on_in_the_town_of_the_one_before(tmp_path: Path) -> None:
    text = (
        "Three guards shot dead in Libya\n\nJuly 3, 2024\n\nThree guards were shot dead in Tobruk on Monday. Tobruk was quiet then, and the "
        "mayor of Tobruk called for calm.\n\nShells fell on the market in Kufra on Sunday, residents said.\n\n"
        "The authorities later fired at mourners, killing two nurses."
    )
    assert "Kufra" in _names(tmp_path, text)
    assert _names(tmp_path, text)[-1] == "Kufra"
