"""Short pages: a title with an age is news, pictures alone tell a deed, and who is killed by arms is told of, whoever meant it."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from told import told


def test_an_age_in_a_title_speaks_of_no_aftermath(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("9-year-old boy killed by shell in Horlivka\n\nJuly 3, 2025\n\nNo more was known.")

    (extract,) = extract_documents(read_sources([str(path)])[0])
    (mention,) = (m for m in extract.mentions if m.kind == "incident")
    assert mention.date is not None
    assert (mention.date.rule, mention.date.edtf) == ("date.report", "2025-06-30/2025-07-03")


def test_who_is_shot_by_accident_is_told_of(tmp_path: Path) -> None:
    text = "A 16-year-old recruit died in an accident on Tuesday. He was shot by mistake by his sergeant near Marinka, the army said."
    (mention,) = (m for m in told(tmp_path, text).mentions if m.kind == "incident")
    assert {i.outcome: i.quantity.best for i in mention.toll}["killed"] == 1
