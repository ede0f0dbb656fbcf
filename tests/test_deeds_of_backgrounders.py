"""Pages that look back on a conflict, question by question: whose day and place a sentence takes, and what it tells. The sentences are ours."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _incidents(folder: Path, text: str) -> list[Mention]:
    path = folder / "page.txt"
    path.write_text(f"What lies behind the hill war\n\nBy Our Staff\nJune 20, 2014\n\nThe council met to talk about roads.\n\n{text}\n")
    documents, _ = read_sources([str(path)])
    return [m for m in next(iter(extract_documents(documents))).mentions if m.kind == "incident"]


def _told(folder: Path, text: str) -> dict[str, tuple[str, int]]:
    found = _incidents(folder, text)
    return {
        m.date.edtf if m.date else "": (m.type, sum(i.quantity.best or i.quantity.low or 0 for i in m.toll if i.outcome == "killed"))
        for m in found
    }


def test_a_sentence_behind_one_of_another_time_is_of_that_and_of_no_deed_before(tmp_path: Path) -> None:
    text = (
        "On 4 March 2014 rebels and soldiers fought a battle in Sibi, and nine soldiers died. Shops were shut for a week.\n\n"
        "In May, after rockets had landed near a minister, the forces moved against the tribe. Forty villagers were killed by helicopters."
    )
    told = _told(tmp_path, text)
    assert told["2014-03-04"][1] == 9
    assert told["2014-05"][1] == 40


def test_what_stands_under_another_heading_is_no_part_of_a_deed_that_counts_others(tmp_path: Path) -> None:
    text = (
        "What happened in spring?\n\nOn 3 April a mine killed four guards in Gao. On 9 April gunmen shot two men dead in Kidal. On 2 May six recruits were killed by bombs at a school in Quetta. Nobody was held for it.\n\n"
        "How did the old chief die?\n\nThat is disputed. Officials spoke of a blast in his cave that also killed nine soldiers."
    )
    assert sorted(sum(i.quantity.best or 0 for i in m.toll if i.outcome == "killed") for m in _incidents(tmp_path, text)) == [2, 4, 6, 9]


def test_a_question_that_names_a_people_or_a_person_is_no_place(tmp_path: Path) -> None:
    text = (
        "Who are the Baloch?\n\nThey live in Pakistan, mostly in the south-west. On 2 May four of their elders were shot dead.\n\n"
        "What happened in Quetta?\n\nA bomb killed six recruits there on 9 May."
    )
    places = [m.place.place.name for m in _incidents(tmp_path, text) if m.place and m.place.place]
    assert "Quetta" in places
    assert not any(name.startswith("Baloch") and name != "Balochistan" for name in places)


def test_the_explosion_of_another_mine_is_another_deed(tmp_path: Path) -> None:
    text = "Four clerks were killed in Fuzuli on Tuesday when their truck ran over a mine. Two workers died in the explosion of another mine."
    assert sorted(sum(i.quantity.best or 0 for i in m.toll) for m in _incidents(tmp_path, text)) == [2, 4]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Munir Sadiq, the head of a planned television channel, was picked up at Karachi airport on 4 June.", "Abduction/forced disappearance"),
        ("Levon Terian, a banker who had led the region, was seized by border guards near Goris on 4 June.", "Arrests"),
        ("On 4 June the rebels said they had full control of Sibi, a railway town.", "Non-state actor overtakes territory"),
        ("The army announced on 4 June that it had full control of Sirte.", "Government regains territory"),
        ("Thousands demonstrated in Yerevan on 4 June. Police detained 140 people.", "Protest with intervention"),
        ("Twelve miscreants were eliminated in Kohlu on 4 June, the army said.", "Armed clash"),
    ],
)
def test_what_is_done_to_whom_says_what_it_was(tmp_path: Path, sentence: str, kind: str) -> None:
    assert _told(tmp_path, sentence)["2014-06-04"][0] == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said they had full control of the crowd in Lagos on 4 June.",
        "Seven reporters had been hit in Goma on 4 June, and some of them were taken out over a wall by police.",
    ],
)
def test_who_is_rescued_or_held_back_is_not_taken(tmp_path: Path, sentence: str) -> None:
    assert not {"Abduction/forced disappearance", "Arrests", "Government regains territory"} & {m.type for m in _incidents(tmp_path, sentence)}
