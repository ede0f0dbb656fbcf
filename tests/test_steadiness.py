"""Steadiness: reports in other words of the same meaning, and what of their record stays as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_runner import Runner
from thucydides.evaluating import evaluate
from thucydides.evaluating.steadiness import suite
from thucydides.evaluating.steadiness.edits import Edit, Shifts, apart, applied, reworded
from thucydides.evaluating.steadiness.kinds import MADE, kinds
from thucydides.nouns import Block, Document
from thucydides.vocabulary import mapping

REPORT = """Raiders kill four on a road in Burkina Faso

OUAGADOUGOU, 12 May 2022 - Gunmen on motorcycles killed four traders and wounded two on Tuesday near Djibo, the governor said.
"""


def said(kind: str, text: str) -> str:
    return applied(text, apart(kinds()[kind](text)))


@pytest.mark.parametrize(
    ("kind", "written", "otherwise"),
    [
        ("vehicles", "A lorry and two trucks burned.", "A truck and two lorries burned."),
        ("attackers", "An assailant fled; gunmen stayed.", "An attacker fled; armed men stayed."),
        ("deeds", "They came after an attack on the farm.", "They came after an assault on the farm."),
        ("killing", "The blast tore a wall down, killing six farmers.", "The blast tore a wall down, leaving six farmers dead."),
        ("spelling", "The defence of the harbour", "The defense of the harbor"),
        ("numbers", "At noon 14 men fell, and three boys.", "At noon fourteen men fell, and 3 boys."),
        ("numbers", "12 men were held.", "Twelve men were held."),
        ("date style", "On 4 June 2009, on June 9 and on 1 May", "On June 4, 2009, on 9 June and on May 1"),
        ("day in front or behind", "On Friday, two mines killed a herder.", "Two mines killed a herder on Friday."),
        ("day in front or behind", "Two mines killed a herder on 4 June.", "On 4 June, two mines killed a herder."),
        ("speaker in front or behind", "Police said that a mine had killed a herder.", "A mine had killed a herder, police said."),
        ("speaker in front or behind", "A mine had killed a herder, police said.", "Police said that a mine had killed a herder."),
        ("speaker in front or behind", "According to the mayor, a mine killed two boys.", "A mine killed two boys, according to the mayor."),
        ("quotation marks and dashes", "\"It wasn't us\" - he", "“It wasn’t us” – he"),
    ],
)  # fmt: skip
def test_a_kind_puts_other_words_for_the_same_facts(kind: str, written: str, otherwise: str) -> None:
    assert said(kind, written) == otherwise


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("forces", "The Border Troops and Soldiers of God"),
        ("vehicles", "the Truck Drivers' Union"),
        ("attackers", "a fighter jet"),
        ("numbers", "on 12 May, aged 30, in 1994, 20 percent, 5 km, two of them, one in three, No. 4 battalion"),
        ("date style", "from 3 to 5 July and between June 4 and 6"),
        ("day in front or behind", "On Friday, a mine killed a herder, and his son fled on Saturday."),
        ("speaker in front or behind", 'Police said that it was "the work of outlaws".'),
        ("killing", "A court put two to death."),
    ],
)
def test_names_days_and_what_may_mean_another_thing_stay(kind: str, written: str) -> None:
    assert said(kind, written) == written


@given(st.lists(st.sampled_from(["lorry", "trucks", "Wounded", "injured", "metre", "a bus", "of", "5 June 2010", "men.", "The"]), max_size=12))
def test_words_that_come_in_pairs_come_back_when_they_are_exchanged_again(words: list[str]) -> None:
    text = " ".join(words)
    for kind in ("vehicles", "wounding", "spelling"):
        assert said(kind, said(kind, text)) == text


@given(st.text("abc", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4), st.text("xy", max_size=6)), max_size=5))
def test_every_stretch_no_edit_touches_is_found_again(text: str, given_edits: list[tuple[int, int, str]]) -> None:
    edits = apart(Edit(a, min(a + n, len(text)), new) for a, n, new in given_edits if a < len(text))
    shifts, other = Shifts(edits), applied(text, edits)
    for at in range(len(text)):
        if not list(shifts.within(at, at + 1)):
            there = shifts.forth(at)
            assert other[there] == text[at]
            assert shifts.back(there, there + 1) == (at, at + 1)


def test_a_reworded_report_keeps_its_blocks_and_title() -> None:
    text = "A truck burns\n\nThe truck stood there."
    document = Document("a", "a.txt", text, "", (Block(0, 13, "title"), Block(15, 37, "paragraph")), title="A truck burns")
    other, shifts = reworded(document, kinds()["vehicles"])
    assert [other.text[b.start : b.end] for b in other.blocks] == ["A lorry burns", "The lorry stood there."]
    assert other.title == "A lorry burns"
    assert len(shifts.edits) == 2
    assert reworded(document, kinds()["numbers"])[0] is document


def test_every_kind_says_why_it_changes_no_facts_and_has_words_or_a_way() -> None:
    given_kinds = mapping("rewordings")["kinds"]
    assert MADE.keys() <= given_kinds.keys()
    for name, told in given_kinds.items():
        assert told["why"], name
        assert name in MADE or told.get("classes") or told.get("patterns"), name
        for words in told.get("classes", ()):
            assert len(words["words"] if isinstance(words, dict) else words) > 1, (name, words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(REPORT)
    return tmp_path / "reports"


def test_what_other_words_leave_as_it_was_is_counted_by_value_and_kind(folder: Path) -> None:
    outcome = evaluate("steadiness", str(folder))
    assert outcome.documents == 1
    assert {"all values", "incidents", "day", "place", "type", "killed", "injured", "numbers", "wounding"} <= outcome.scores.keys()
    assert outcome.asked["incidents"] * 6 == outcome.asked["all values"]
    assert not outcome.cases
    assert set(outcome.scores.values()) == {1.0}


def test_a_change_is_listed_with_both_sentences(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def more(line: str) -> list[Edit]:
        return [Edit(line.index("four traders"), line.index(" traders"), "nine")] if "four traders" in line else []

    monkeypatch.setattr(suite, "kinds", lambda: {"a lie": more})
    outcome = evaluate("steadiness", str(folder))
    assert outcome.scores == {
        "all values": 5 / 6, "incidents": 1, "day": 1, "place": 1, "type": 1, "killed": 0, "injured": 1, "a lie": 5 / 6,
    }  # fmt: skip
    case = outcome.cases[0]
    assert (case.measure, case.where) == ("a lie: killed", "a.txt")
    assert "killed 4" in case.gold
    assert "killed 9" in case.ours
    assert "killed four traders" in case.text
    assert "killed nine traders" in case.text


def test_the_command_lists_changes_and_takes_a_part(run: Runner, folder: Path) -> None:
    assert run("evaluate", "steadiness", folder, "--errors", 3).out.startswith("all values")
    assert "steadiness" in run("evaluate", "--list").out
    (folder / "none").mkdir()
    assert "no report of that part" in run.fails(2, "evaluate", "steadiness", folder / "none")
