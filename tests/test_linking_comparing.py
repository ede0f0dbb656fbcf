"""Two accounts held against each other: as the record links them, also where it never paired them, in words and as a chart."""

import re

import pytest

from linking_factory import HOMS, KHATLON, SHOHIN, document, mention
from thucydides.linking import explain_pair, link, waterfall
from thucydides.linking.charting import chart
from thucydides.linking.comparing import compare
from thucydides.linking.weights import weights
from thucydides.nouns import Ruling

MENTIONS = [
    mention("p", 0, "Armed clash", "2025-12-24", SHOHIN, ["5+"], words="clash guard"),
    mention("q", 0, "Armed clash", "2025-12-25", KHATLON, [5], report=True, words="clash guard"),
    mention("q", 90, "Attack", "2025-11-26", KHATLON, [1]),
    mention("r", 0, "Attack", "2012-02-11", HOMS, [40], words="shell city"),
    mention("s", 0, "Attack", "2012-02-11", HOMS, [40], status="planned"),
]
DOCUMENTS = [document(name) for name in "pqrs"]


def test_the_pair_is_the_one_that_linking_made() -> None:
    kept = next(p for p in link(MENTIONS, DOCUMENTS).pairs if (p.left, p.right) == ("p:0", "q:0"))
    assert compare(["p:0"], ["q:0", "q:90"], MENTIONS, DOCUMENTS) == kept


def test_what_was_never_near_to_being_one_is_compared_all_the_same() -> None:
    assert not any({p.left, p.right} == {"p:0", "r:0"} for p in link(MENTIONS, DOCUMENTS).pairs)
    pair = compare(["r:0"], ["p:0"], MENTIONS, DOCUMENTS)
    assert pair is not None
    assert (pair.left, pair.right) == ("r:0", "p:0")
    assert pair.weight < weights().shown
    assert sum(bits for _, _, bits in pair.parts) == pytest.approx(pair.weight, abs=0.1)
    assert "Against:" in explain_pair(pair)


def test_a_mention_that_is_not_linked_or_the_same_one_twice_gives_nothing() -> None:
    assert compare(["p:0"], ["s:0"], MENTIONS, DOCUMENTS) is None
    assert compare(["p:0"], ["p:0"], MENTIONS, DOCUMENTS) is None


def test_a_ruling_on_the_two_is_named() -> None:
    ruled = [Ruling(1, "different", ("p:0", "q:0"), "editor", "2026-02-01")]
    pair = compare(["p:0"], ["q:0"], MENTIONS, DOCUMENTS, (), ruled)
    assert pair is not None
    assert pair.ruling == "different 1"


def test_the_chart_has_a_bar_a_reason_is_self_contained_and_shows_no_markup_of_a_text() -> None:
    pair = compare(["p:0"], ["q:0"], MENTIONS, DOCUMENTS)
    assert pair is not None
    bars = waterfall(pair)
    page = chart("<b>one & other", [explain_pair(pair)], bars)
    assert len(re.findall("<rect ", page)) == len(bars)
    assert "<b>" not in page
    assert "http" not in page
    widths = [float(w) for w in re.findall(r'<rect [^>]*width="([\d.]+)"', page)]
    scale = widths[-1] / abs(bars[-1].bits)
    assert all(width == pytest.approx(max(abs(bar.bits) * scale, 1), abs=1) for width, bar in zip(widths, bars, strict=True))
