"""Entries amid a paragraph: places and days with a colon that head deeds of their own, and unlisted names at the head of an entry."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _told(tmp_path: Path, text: str) -> list[Mention]:
    (tmp_path / "notes.txt").write_text(text)
    return [m for e in extract_documents(read_sources([tmp_path / "notes.txt"])[0]) for m in e.mentions if m.kind == "incident"]


def _dead(mention: Mention) -> list[int | None]:
    return [t.quantity.best for t in mention.toll if t.outcome == "killed"]


def test_each_head_amid_a_paragraph_tells_of_a_deed_of_its_own(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Notebook of a monitor\n\nBeirut, 11 February 1984\n\n"
        "7 Feb.: Zahle: nine killed by shelling. Baalbek: six killed by a mine on the road. Same night: two killed by snipers at Tripoli.\n",
    )
    assert [_dead(m) for m in told] == [[9], [6], [2]]
    assert {m.date.edtf for m in told if m.date is not None} == {"1984-02-07"}
    assert [m.place.wording for m in told if m.place is not None] == ["Zahle", "Baalbek", "Tripoli"]


def test_an_unlisted_name_at_the_head_of_an_entry_names_its_place(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Relief bulletin\n\nBangui, 15 February 2018\n\nBasse-Kotto\n\n• Zangbandou: attack of 4 February, 11 dead.\n\n"
        "• Kembé: a convoy hit a mine on 9 February; two drivers killed.\n",
    )
    assert [m.place.wording for m in told if m.place is not None] == ["Zangbandou", "Kembé"]


def test_a_speaker_before_a_colon_heads_nothing(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Gunmen raid Gao\n\nBamako, 3 May 2013\n\nGunmen killed nine people in Gao on Thursday. Officer: we counted nine bodies by the river.\n",
    )
    assert [_dead(m) for m in told] == [[9]]
