"""Headings that give a day beside a name, and entries that a place heads: what is told under them. All pages are ours."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract
from thucydides.reading import read_sources
from told import incidents

_LIST = """= List of attacks in the southern islands, 2031–2032 =

This page lists attacks on civilians. It is not complete.

== 2031 ==
; 7 June – Jolo market
: Two bombs went off in the market on a Saturday afternoon. 19 people were killed and 54 were injured.

; 9 August – Isabela ferry
: A mine hit the ferry. 14 people were killed.

== 2032 ==
; 8 January – Cotabato
: Gunmen shot at a bus. Four people died.
"""
_BRIEF = """Observatory for the Valley

Briefing note | May 2033

"Nobody told us": harm to civilians in the fighting of September 2032

Summary

Between 14 and 20 September 2032 the two armies fought a short war along the border, in which most of the dead were civilians.

The ambulance outside Isfara, 16 September

Soldiers fired on an ambulance on a bridge near Isfara. Seven civilians were killed and two were injured.

The square in Batken, 17 September

Two shells hit the main square of Batken. The names of ten men killed are known.
"""
_SITUATION = """Monitors of the Sahel
Report for May 2034

Bamako, 4 June 2034

Incidents

Gao. On 2 May gunmen on motorcycles attacked the village of Tassiga. Six farmers were killed and the market was burnt. On 9 May shells hit a school and two pupils were injured.

Kidal. On 12 May a drone struck a lorry at Aguelhok. Four traders died.
"""


def _read(folder: Path, text: str) -> Extract:
    (folder / "page.txt").write_text(text)
    documents, _ = read_sources([folder / "page.txt"])
    return next(iter(extract_documents(documents)))


def _told(extract: Extract) -> list[tuple[str | None, str | None, int | None]]:
    return [
        (
            m.date.edtf if m.date else None,
            m.place.place.name if m.place and m.place.place else None,
            next((i.quantity.best for i in m.toll if i.outcome == "killed" and i.part_of is None), None),
        )
        for m in incidents(extract)
    ]


def test_a_term_with_a_day_and_a_name_dates_what_is_told_under_it(tmp_path: Path) -> None:
    told = _told(_read(tmp_path, _LIST))
    assert [(day, killed) for day, _, killed in told] == [("2031-06-07", 19), ("2031-08-09", 14), ("2032-01-08", 4)]


def test_such_headings_do_not_date_the_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(_LIST)
    documents, _ = read_sources([tmp_path / "page.txt"])
    assert documents[0].published is None


def test_headings_that_end_with_a_day_begin_another_deed_each(tmp_path: Path) -> None:
    told = _told(_read(tmp_path, _BRIEF))
    assert told == [("2032-09-16", "Isfara", 7), ("2032-09-17", "Batken", 10)]


def test_what_an_entry_tells_on_is_of_the_place_told_in_it(tmp_path: Path) -> None:
    told = _told(_read(tmp_path, _SITUATION))
    assert told == [("2034-05-02", "Tassiga", 6), ("2034-05-09", "Gao", None), ("2034-05-12", "Aguelhok", 4)]
