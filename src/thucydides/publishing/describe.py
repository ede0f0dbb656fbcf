"""Writes the tables' columns into docs/exports.md from the file that the export itself goes by.

usage: python -m thucydides.publishing.describe docs/exports.md
"""

import sys
from pathlib import Path

from thucydides.publishing.tabular.tables import columns, meaning, names

START, END = "<!-- columns: made by thucydides.publishing.describe -->", "<!-- end of columns -->"


def described() -> str:
    """The columns of every table as Markdown."""
    parts = []
    for name in names():
        rows = "\n".join(f"| `{c.name}` | {c.type} | {c.meaning} |" for c in columns(name).values())
        parts.append(
f"### {name}\n\n{meaning(name)}\n\n| column | type | meaning |\n|---|---|---|\n{rows}\n"
        )
    return "\n".join(parts)


def updated(text: str) -> str:
    """A page with the part between the marks made anew; ValueError where it has no marks."""
    before, _, rest = text.partition(START)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"no {START} ... {END} in the page")
    return f"{before}{START}\n\n{described()}\n{END}{after}"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(updated(page.read_text(encoding="utf-8")), encoding="utf-8")
