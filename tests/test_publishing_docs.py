"""The page on exports says what the exports do."""

import re
from pathlib import Path

from publishing_sample import sample
from thucydides.publishing import Options
from thucydides.publishing.describe import updated
from thucydides.publishing.registry import OURS
from thucydides.publishing.tabular import tables

PAGE = Path(__file__).parent.parent / "docs" / "exports.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_every_format_is_documented() -> None:
    named = re.findall(r"^\| `([\w-]+)` \|", TEXT.split("Three things")[0], re.M)
    assert sorted(named) == sorted(OURS)
    assert all(f"\n## {name}\n" in TEXT for name in named)


def test_the_columns_are_those_of_the_export() -> None:
    assert updated(TEXT) == TEXT, "run: python -m thucydides.publishing.describe docs/exports.md"
    assert all(f"### {name}\n" in TEXT for name in tables.names())


def test_the_example_of_a_format_works() -> None:
    code = TEXT.split("```python\n")[1].split("```")[0]
    names: dict[str, object] = {}
    exec(code, names)
    write = names["write"]
    assert callable(write)
    assert write(sample(), Options()).decode().splitlines()[0] == sample().incidents[0].title
