"""Every wording of the hand-written table is found where it stands and resolves to the range that its author expects."""

import csv
from datetime import date
from pathlib import Path

import pytest

from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import DateRange

_ROWS = tuple(csv.DictReader((Path(__file__).parent / "data" / "dates.csv").read_text(encoding="utf-8").splitlines()))
_LEAST_ROWS, _LEAST_CONFLICTS = 200, 15


def _day(written: str) -> DateRange | None:
    return DateRange(written, date.fromisoformat(written), date.fromisoformat(written)) if written else None


def test_the_table_is_broad() -> None:
    assert len(_ROWS) >= _LEAST_ROWS
    assert len({row["conflict"] for row in _ROWS}) >= _LEAST_CONFLICTS


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['conflict']}: {row['wording']}")
def test_a_wording_means_what_its_author_expects(row: dict[str, str]) -> None:
    found = [e for e in find_times(row["text"], row["language"] or None) if e.wording.lower() == row["wording"].lower()]
    assert len(found) == 1, [e.wording for e in find_times(row["text"], row["language"] or None)]
    expression = found[0]
    assert row["text"][expression.start : expression.end] == expression.wording
    when = resolve(expression, Anchor(_day(row["document"]), _day(row["incident"])))
    assert when is not None
    expected = tuple(date.fromisoformat(row[end]) if row[end] else None for end in ("earliest", "latest"))
    assert (when.earliest, when.latest) == expected
    assert when.precision == row["precision"]
    assert expression.window == (row["window"] == "1")


_BEHIND = "\n" + "The people of the valley went on with their work and said nothing of it to anybody who came there. " * 4


@pytest.mark.parametrize("row", [row for row in _ROWS if not row["language"]], ids=lambda row: f"{row['conflict']}: {row['wording']}")
def test_a_wording_is_found_alike_in_a_short_text_and_in_a_long_one(row: dict[str, str]) -> None:
    alone = find_times(row["text"])
    assert alone
    assert find_times(row["text"] + _BEHIND) == alone
