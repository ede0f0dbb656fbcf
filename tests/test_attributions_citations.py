"""Inline citations in brackets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.attributing.attributions import find_citations
from told import incidents, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell (Radio Ozodi, December 24, 2025).", [("Radio Ozodi", "December 24, 2025")]),
        ("It fell (Dawn, 18 December 2025; Reuters, May 2024).", [("Dawn", "18 December 2025"), ("Reuters", "May 2024")]),
        ("It fell(Afghanistan International, 2025-08-27).", [("Afghanistan International", "2025-08-27")]),
        ("It fell [Kivu Herald, May 3, 2024].", [("Kivu Herald", "May 3, 2024")]),
        ("It fell (Reuters).", [("Reuters", None)]),
        ("It fell (Chadian interior ministry, March 8).", [("Chadian interior ministry", "March 8")]),
    ],
)
def test_citations_name_outlet_and_date(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(c.outlet, text[c.date[0] : c.date[1]] if c.date else None) for c in find_citations(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The group (ISKP) fled.",
        "The border (1,350 kilometers) is long.",
        "He fell (on May 3, 2024, near Goma).",
        "The war (2014) began.",
        "(see below)",
    ],
)
def test_other_brackets_are_no_citations(text: str) -> None:
    assert find_citations(text) == ()


@given(st.text(alphabet="()[];,. ABab12May 2024Reuters", max_size=120))
def test_spans_lie_inside_brackets(text: str) -> None:
    for found in find_citations(text):
        assert 0 < found.start < found.end < len(text)
        if found.date:
            assert found.start <= found.date[0] < found.date[1] <= found.end


def test_the_month_of_a_citation_is_no_march(tmp_path: Path) -> None:
    (mention,) = incidents(told(tmp_path, "Two rockets killed 11 people in Abéché on 6 March (Reuters, March 8)."))
    assert mention.type == "Shelling/artillery/missile attack"
