"""Days of saved pages whose parts ran together, with short years or months in the site's language, and date lines without their year."""

from pathlib import Path

import pytest

from thucydides.grounding.head_lines import written_out
from thucydides.grounding.page_years import claimed
from thucydides.nouns import Document
from thucydides.reading import read_sources

_TITLE = "Shells fall on the harbour of Kosumo"
_BODY = "Shells fell on the harbour of Kosumo on Tuesday, killing four dockers, the port office said.\n\nThe harbour was closed at once."


def _read(folder: Path, head: str, foot: str = "") -> Document:
    path = folder / "page.txt"
    path.write_text("\n\n".join(part for part in (_TITLE, head, _BODY, foot) if part), encoding="utf-8")
    ((document,), _) = read_sources([path])
    return document


def _day(document: Document) -> str | None:
    return document.published.edtf if document.published is not None else None


@pytest.mark.parametrize(
    "head",
    ["Feb. 9, 20123:41 PM", "Staff WriterFebruary 9, 2012", "By ANA BEKFebruary 9, 2012 at 2:05 p.m. EST", "FEBRUARY9,2012",
     "February 9, 20125 min read", "Thurs., Feb. 9, 2012timer2 min. read", "9 Feb 2012Share", "Wire9 February 2012", "Kosumo,9Feb2012", "Published On 9 Feb 20129 Feb 2012",
     "Our man in KosumoThursday, February 9, 2012"],
)  # fmt: skip
def test_a_day_that_ran_into_its_neighbours_dates_the_page(tmp_path: Path, head: str) -> None:
    assert _day(_read(tmp_path, head)) == "2012-02-09"


@pytest.mark.parametrize("head", ["09-Feb-12", "9 Feb 12", "Thursday 9 February 12", "9/Feb/12", "09.02.12"])
def test_a_year_of_two_digits_is_read_in_a_head_line(tmp_path: Path, head: str) -> None:
    document = _read(tmp_path, head)
    assert document.published is not None
    assert "2012-02-09" in {document.published.edtf, *(other.edtf for other in document.published.alternatives)}


@pytest.mark.parametrize(
    "head",
    ["9 mai 2012", "Publié le 9 mai 2012", "Mercredi 9 mai 2012 à 14h05", "9 de mayo de 2012", "9. Mai 2012", "mayo 9, 2012",
     "Miércoles, 9 de mayo del 2012"],
)  # fmt: skip
def test_a_month_in_the_language_of_the_site_dates_an_english_page(tmp_path: Path, head: str) -> None:
    assert _day(_read(tmp_path, head)) == "2012-05-09"


def test_the_words_of_the_page_are_kept_for_a_day_written_out(tmp_path: Path) -> None:
    published = _read(tmp_path, "9 de mayo de 2012").published
    assert published is not None
    assert published.wording == "9 de mayo de 2012"


@pytest.mark.parametrize(
    "line",
    ["On 9 May 14 people were shot", "The raid of 9 May 20 years on", "Dismay 12, 2010", "9 May 14:05", "Kosumo, 9 May 2012", "Four killed, 12 hurt"],
)
def test_other_lines_are_left_as_they_are(line: str) -> None:
    assert written_out(line) == line


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("Thursday, February 9", "© 2012 Coast News. All rights reserved.", "2012-02-09"),
        ("February 9", "Copyright 2012 The Coast News", "2012-02-09"),
        ("Thursday, February 9", "© 2001-2015 Coast News", "2012-02-09"),
        ("February 9", "", "XXXX-02-09"),
    ],
)
def test_a_date_line_without_its_year_has_that_of_the_copyright_line_by_its_weekday(tmp_path: Path, head: str, foot: str, day: str) -> None:
    assert _day(_read(tmp_path, head, foot)) == day


@pytest.mark.parametrize(
    ("head", "address", "day"),
    [
        ("February 9", "https://coast.example/2012/shells-fall", "2012-02-09"),
        ("February 9", "https://coast.example/2012/02/shells-fall", "2012-02-09"),
        ("December 31", "https://coast.example/2012/01/shells-fall", "2011-12-31"),
        ("Monday, February 9", "https://coast.example/2012/shells-fall", "XXXX-02-09"),
    ],
)
def test_a_date_line_without_its_year_has_that_of_the_address(tmp_path: Path, head: str, address: str, day: str) -> None:
    assert _day(_read(tmp_path, head, f"Source: {address}")) == day


def test_the_last_year_of_claimed_rights_counts() -> None:
    assert claimed(["© 1999-2004 Coast News", "Copyright (c) 2001 by Coast News", "In 2011 he left."]) == "2004"
    assert claimed(["The copyright law was passed."]) == ""
