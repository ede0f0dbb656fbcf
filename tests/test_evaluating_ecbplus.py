"""The suite `ecbplus`: chains scored as their sources define, words of one subject grouped, words of others never."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.evaluating import evaluate
from thucydides.evaluating.chains import b3, ceafe, conll, muc
from thucydides.evaluating.ecbplus import PairWeights, grouped, pair_weights
from thucydides.evaluating.ecbplus_pairs import Told, pairs, read_words

GOLD = [frozenset("abc"), frozenset("defg")]


def chains(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_the_scores_are_those_worked_out_by_hand() -> None:
    ours = chains("ab", "cd", "efg")
    assert muc(GOLD, ours) == pytest.approx(2 * 0.75 * 0.6 / 1.35)  # 3 of 4 links said are right, 3 of 5 gold links said
    assert b3(GOLD, ours) == pytest.approx(2 * (6 / 7) * ((4 / 3 + 1 / 3 + 1 / 4 + 9 / 4) / 7) / (6 / 7 + (25 / 6) / 7))
    assert ceafe(GOLD, ours) == pytest.approx(2 * (0.8 + 6 / 7) / 5)


@given(st.lists(st.integers(0, 4), min_size=2, max_size=12))
def test_gold_agrees_with_itself_and_with_nothing_better(labels: list[int]) -> None:
    gold = [frozenset(str(n) for n, of in enumerate(labels) if of == label) for label in sorted(set(labels))]
    alone = [frozenset(str(n)) for n in range(len(labels))] if len(labels) < 10 else gold
    assert b3(gold, gold) == ceafe(gold, gold) == 1.0
    assert conll(gold, alone)["CoNLL F1"] <= 1.0
    assert muc(gold, gold) == (1.0 if len(gold) < len(labels) else 0.0)


def coded(report: str, topic: str, text: str, *events: tuple[str, str]) -> list[dict[str, object]]:
    words = text.split()
    return [
        {"mention_id": f"{report}_{word}", "coref_chain": chain, "doc_id": report, "topic_id": topic, "mention_context": words,
         "tokens_number": [words.index(word)], "tokens_str": word, "mention_head_lemma": word, "mention_head_pos": "NOUN"}
        for word, chain in events
    ]  # fmt: skip


REPORTS = [
    *coded("1", "quake", "A strong earthquake struck Costa Rica on Wednesday near Nicoya killing two people .", ("earthquake", "Q1")),
    *coded("2", "quake", "The earthquake near Nicoya in Costa Rica was felt in San Jose on Wednesday .", ("earthquake", "Q1")),
    *coded("3", "fire", "A warehouse fire burned for hours in Tampa before crews put it out .", ("fire", "F1")),
    *coded("4", "fire", "Crews in Tampa fought the warehouse fire for hours .", ("fire", "F1")),
]


def test_one_word_in_two_reports_of_one_subject_is_one_event_and_other_subjects_stay_apart() -> None:
    found = grouped(read_words(REPORTS), pair_weights(), lambda p, q: False)
    assert sorted(map(sorted, found)) == [["1_earthquake", "2_earthquake"], ["3_fire", "4_fire"]]


def test_the_order_of_the_file_changes_nothing() -> None:
    def of(told: Told) -> list[object]:
        return [(told.words[i].id, told.words[j].id, met) for i, j, met in pairs(told)]

    assert of(read_words(REPORTS)) == of(read_words(REPORTS[::-1]))


def test_what_may_not_be_compared_is_not_joined() -> None:
    found = grouped(read_words(REPORTS), PairWeights("made", 5.0, 0.0, {}), lambda p, q: True)
    assert all(len(group) == 1 for group in found)


def test_the_command_scores_a_file_and_a_file_of_something_else_is_one_clear_line(tmp_path: Path) -> None:
    data = tmp_path / "mentions.json"
    data.write_text(json.dumps(REPORTS))
    outcome = evaluate("ecbplus", str(data))
    assert outcome.scores["CoNLL F1, within subtopics"] == 1.0
    assert outcome.documents == 4
    data.write_text('{"a": 1}')
    with pytest.raises(ValueError, match="give the JSON of ECB"):
        evaluate("ecbplus", str(data))
