"""Explaining a pair: sentences with the values of the two, and bars that add up."""

from itertools import pairwise

import pytest

from linking_factory import KHATLON, SHOHIN, document, mention
from thucydides.linking import explain_pair, link, waterfall
from thucydides.linking.comparisons import LEVELS, NOTHING
from thucydides.linking.weights import probability, weights
from thucydides.nouns import Pair
from thucydides.vocabulary import mapping

LEFT = mention("p", 0, "Armed clash", "2025-12-24", SHOHIN, ["5+"], words="clash guard")
RIGHT = mention("q", 0, "Armed clash", "2025-12-25", KHATLON, [(3, "militants", "rebels", None), (2, "guards", "state forces", None)],
                report=True, words="clash guard")  # fmt: skip
PAIR = link([LEFT, RIGHT], [document("p"), document("q")]).pairs[0]


def test_the_paragraph_names_values_of_both_and_the_probability() -> None:
    text = explain_pair(PAIR, LEFT, RIGHT)
    assert "at least 5 killed against 3 + 2 killed" in text
    assert "Shamsiddin Shohin against Khatlon" in text
    assert "“2025-12-24” against “2025-12-25”" in text
    assert f"probability {PAIR.probability:.2f}" in text or "probability above 0.99" in text


def test_without_the_mentions_the_paragraph_gives_the_levels() -> None:
    text = explain_pair(PAIR)
    assert "both say the same number of people killed" in text
    assert "Khatlon" not in text


def test_the_bars_add_up_to_the_weight_and_the_weight_to_the_probability() -> None:
    *bars, total = waterfall(PAIR)
    assert bars[0].name == "prior"
    assert sum(bar.bits for bar in bars) == pytest.approx(PAIR.weight, abs=0.1)
    assert all(one.end == pytest.approx(two.start, abs=0.02) for one, two in pairwise(bars))
    assert total.end == PAIR.weight
    assert PAIR.probability == pytest.approx(probability(PAIR.weight), abs=1e-5)


def test_a_ruling_and_a_copy_have_sentences_of_their_own() -> None:
    assert explain_pair(Pair("p:0", "q:0", 1.0, 0.0, (), "merge 4")).startswith("A person has ruled (merge 4) that these are one.")
    assert explain_pair(Pair("p:0", "q:0", 0.0, 0.0, (), "different 5")).startswith("A person has ruled (different 5) that these are not one.")
    assert "word for word" in explain_pair(Pair("p:0", "q:0", 1.0, 0.0, (("copy", mapping("rules/link")["rules"]["link.copy"]["meaning"], 0.0),)))


def test_every_level_has_a_meaning_a_source_and_a_weight() -> None:
    rules = mapping("rules/link")["rules"]
    for comparison, levels in LEVELS.items():
        assert comparison in NOTHING
        assert set(levels) == set(weights().comparisons[comparison])
        for level in levels:
            rule = rules[f"link.{comparison}.{level}"]
            assert rule["meaning"]
            assert rule["source"]
    known = {f"link.{c}.{level}" for c, levels in LEVELS.items() for level in levels}
    for rule in rules:
        if rule.split(".")[1] in LEVELS and rule not in known:
            assert rule in ("link.words.weight", "link.words.own", "link.words.step", "link.date.impossible", "link.date.busy", "link.report.main"), f"{rule} is no level"
