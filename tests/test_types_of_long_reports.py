"""The type of a deed that a long report tells of, by what was done, by the means and by the parties."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from told import told


def test_bombers_among_those_killed_are_no_bombing(tmp_path: Path) -> None:
    path = tmp_path / "siege.txt"
    path.write_text("Siege ends\n\nThe army killed all 33 attackers, including suicide bombers, during the operation near Jos on 3 May 2025.\n")
    documents, _ = read_sources([str(path)])
    extract = next(iter(extract_documents(documents)))
    assert [m.type for m in extract.mentions if m.kind == "incident"] == ["Armed clash"]


_LONG = "\n\n" + " ".join(
    ["The minister spoke at length about the harvest and about prices.", "Parliament meets next week to discuss the reform of the courts.",
     "The president left for a visit abroad and met his colleagues there."] * 4
)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A motorcycle bomb killed a father and his daughter outside a school in Narathiwat on Tuesday.", "Remote explosive/landmine/IED"),
        ("A vehicle filled with explosives detonated near a hotel in Mogadishu on Tuesday, killing six people.", "Remote explosive/landmine/IED"),
        ("A grenade thrown into a bar in Bujumbura killed two people on Tuesday.", "Grenade"),
        ("A docker was killed by a police rubber bullet in Durban on Tuesday.", "Excessive force against protesters"),
        ("Police killed four protesters in Sokodé on Tuesday.", "Excessive force against protesters"),
        ("At least 2,500 people were detained by police on Tuesday in raids in Ayacucho.", "Arrests"),
        ("A mob lynched two men in Gombe on Tuesday.", "Mob violence"),
        ("Police clashed with striking workers in Tema on Tuesday.", "Violent demonstration"),
        ("Rebels killed four protesters in Sokodé on Tuesday.", "Attack"),
        ("Soldiers killed five rebels near Gao on Tuesday.", "Armed clash"),
        ("Police opened fire on striking miners at Konkola on Tuesday, leaving at least two dead.", "Attack"),
    ],
)
def test_long_reports_get_the_type_of_what_was_done(tmp_path, sentence, expected):
    path = tmp_path / "report.txt"
    path.write_text(f"Report of the day\n\nJuly 3, 2025\n\n{sentence}{_LONG}", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    assert [m.type for m in extract.mentions if m.kind == "incident"] == [expected]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A suicide car bomber drove into an army post outside Sirte on Tuesday, killing seven soldiers.", "Suicide bomb"),
        ("Soldiers fired into a crowd of protesters in Omdurman on Monday, killing 12.", "Excessive force against protesters"),
        ("Rioters burned a police station and looted shops in Beira on Monday.", "Violent demonstration"),
        ("Gunmen of a jihadist group beheaded a Canadian hostage on Basilan on Monday.", "Attack"),
        ("An Israeli strike hit a house in Rafah on Tuesday, killing four.", "Air/drone strike"),
    ],
)
def test_the_means_and_the_parties_that_words_name_decide_over_words_that_lean_another_way(tmp_path: Path, sentence: str, kind: str) -> None:
    assert [m.type for m in told(tmp_path, sentence).mentions if m.kind == "incident"] == [kind]
