"""Counts of attacks on hospitals, schools or journalists are held against incidents that are told with such a word."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from thucydides.reconciling.aggregates.aims import aims_of, hit


def test_a_count_names_what_was_hit() -> None:
    assert aims_of("This is the 67th attack on health care verified this year.") == {"health"}
    assert aims_of("Nine strikes on schools and hospitals killed 44 people since May.") == {"education", "health"}
    assert aims_of("Attacks on Friday killed 12 people in a school.") == frozenset()
    assert aims_of("At least 40 people were killed in five attacks in March.") == frozenset()


def test_an_incident_is_told_with_what_was_hit(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Strike\n\n12 December 2025\n\nA jet bombed a maternity clinic in Lashio on Wednesday, killing 12 people.", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    assert hit(extract.mentions) == {"health"}
