"""Who met with force is its target, though the words make them the subject; who fought it off did not begin it."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from told import told

MET = [
    ("Sudanese soldiers fell into an ambush near Goma on Tuesday after crossing a river and being shelled.", "Sudanese soldiers"),
    ("Malian troops came under fire near Goma on Tuesday.", "Malian troops"),
    ("A patrol of Kenyan soldiers hit a landmine near Goma on Tuesday.", "Kenyan soldiers"),
    ("Chadian soldiers drove over a roadside bomb near Goma on Tuesday, and four died.", "Chadian soldiers"),
    ("Two Thai rangers stepped on a mine near Goma on Tuesday.", "Thai rangers"),
    ("Kenyan soldiers wandered into a minefield near Goma on Tuesday, and two were killed.", "Kenyan soldiers"),
    ("A column of Kenyan soldiers rolled over a mine near Goma on Tuesday.", "Kenyan soldiers"),
    ("The army suffered heavy losses in an attack near Goma on Tuesday.", "army"),
    ("Police officers survived a bombing near Goma on Tuesday.", "Police officers"),
    ("Indian soldiers returned fire after being shelled near Goma on Tuesday.", "Indian soldiers"),
]


def roles(folder: Path, sentence: str) -> dict[str, str]:
    (mention,) = (m for m in told(folder, sentence).mentions if m.kind == "incident")
    return {p.wording.removeprefix("Two "): p.role for p in mention.actors}


@pytest.mark.parametrize(("sentence", "who"), MET)
def test_who_meets_with_force_is_its_target(tmp_path: Path, sentence: str, who: str) -> None:
    assert roles(tmp_path, sentence) == {who: "target"}


def test_who_beats_an_attack_back_is_no_perpetrator(tmp_path: Path) -> None:
    found = roles(tmp_path, "The Kenyan army repelled an attack by al-Shabaab near Goma on Tuesday.")
    assert found == {"al-Shabaab": "perpetrator", "Kenyan army": "party"}


def test_the_country_of_what_struck_did_it(tmp_path: Path) -> None:
    found = roles(tmp_path, "An Indian soldier was martyred in Pakistani shelling near Goma on Tuesday.")
    assert found["Pakistani"] == "perpetrator"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Nine people were killed near Goma on Tuesday by bombs dropped from Rwandan helicopters.", "Rwandan helicopters"),
        ("A mine planted by Rwandan soldiers killed a herder near Goma on Tuesday.", "Rwandan soldiers"),
    ],
)
def test_who_sent_or_laid_what_struck_did_it(tmp_path: Path, sentence: str, who: str) -> None:
    assert roles(tmp_path, sentence)[who] == "perpetrator"


def test_those_whom_a_fight_sets_against_each_other_are_its_parties(tmp_path: Path) -> None:
    found = roles(tmp_path, "Clashes that pitted Rwandan soldiers against Ugandan rebels left 14 dead near Goma on Tuesday.")
    assert found == {"Rwandan soldiers": "party", "Ugandan rebels": "party"}


def test_who_calls_for_calm_after_a_deed_did_not_do_it(tmp_path: Path) -> None:
    found = roles(tmp_path, "Uganda, which has troops in the country, called for calm after the shelling of Goma on Tuesday killed 60.")
    assert "perpetrator" not in found.values()


def test_who_ambushes_and_hits_does_it(tmp_path: Path) -> None:
    found = roles(tmp_path, "Rwandan soldiers hit a village near Goma on Tuesday and came with tanks.")
    assert found["Rwandan soldiers"] == "perpetrator"


@pytest.mark.parametrize(
    "sentence",
    [
        "Malian rebels took the town of Kidal in an assault on Tuesday.",
        "Malian rebels detonated a roadside bomb near Kidal on Tuesday, killing two.",
        "Malian rebels triggered a bomb near Kidal on Tuesday, killing two.",
    ],
)
def test_who_takes_a_town_or_sets_off_a_bomb_does_it(tmp_path: Path, sentence: str) -> None:
    assert roles(tmp_path, sentence)["Malian rebels"] == "perpetrator"


def test_those_counted_dead_in_a_headline_did_not_do_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("At least 20 Sudan troops dead after clash on Ethiopia border\n\nJuly 3, 2025\n\nA clash broke out on Tuesday.")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    assert {a.role for m in extract.mentions for a in m.actors if "Sudan troops" in a.wording} == {"victim"}


def test_a_statement_released_is_no_retreat(tmp_path: Path) -> None:
    assert not [m for m in told(tmp_path, "Sudan's army released a statement on Tuesday.").mentions if m.kind == "act"]
    (act,) = (m for m in told(tmp_path, "Sudan's army released 40 prisoners on Tuesday.").mentions if m.kind == "act")
    assert act.type == "RETREAT"
