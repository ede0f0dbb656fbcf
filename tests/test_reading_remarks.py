"""Remarks: what readers wrote under a report is no part of it."""

from pathlib import Path

import pytest

from thucydides.reading import read_sources

REPORT = [
    "Shelling kills nine in Marib",
    "Nine people were killed when shells hit a market in Marib, Yemen, on Sunday, a doctor said.",
    "The army said that it had fired at a rebel position.",
    "Aid workers took eleven wounded to a hospital.",
]
REMARKS = [
    "In 1968 the soldiers of another country killed 400 villagers, and nobody wrote of it.",
    "Tanks killed my uncle in Hama in 1982.",
]


@pytest.mark.parametrize(
    "opening",
    ["Views expressed in the comments are not those of this paper.", "14 Reader comments", "Most recent comments"],
)
def test_what_readers_wrote_is_no_part_of_a_report(tmp_path: Path, opening: str) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join([*REPORT, opening, *REMARKS]))
    (document,), _ = read_sources([tmp_path / "a.txt"])
    assert all(line in document.text for line in REPORT)
    assert not any(line in document.text for line in [opening, *REMARKS])


def test_a_report_on_comments_is_whole(tmp_path: Path) -> None:
    lines = [*REPORT, "The minister said that readers' views of the war had changed.", *REMARKS]
    (tmp_path / "a.txt").write_text("\n\n".join(lines))
    (document,), _ = read_sources([tmp_path / "a.txt"])
    assert all(line in document.text for line in lines)
