"""Reading: the lines around a report: bylines, captions, titles and the name of the site."""

import pytest

from read_text import kinds, read
from thucydides.reading import titles
from thucydides.reading.bylines import byline
from thucydides.reading.captions import caption


@pytest.mark.parametrize(
    ("line", "names", "dated"),
    [
        ("By Eurasianet December 2, 2025", "Eurasianet", True),
        ("02.12.2026 Syed Fazl-e-Haider", "Syed Fazl-e-Haider", True),
        ("By Ana Bek and Omar al-Rashid in Orlat", "Ana Bek and Omar al-Rashid", False),
        ("By Ana Bek, Staff Writer", "Ana Bek", False),
        ("By Ana Bek | October 3, 2031 | Page 12", "Ana Bek", True),
        ("By The Associated Press", "", False),
        ("Published: Sunday, 2/22/2031 - Updated: 9 months ago", "", True),
        ("-- Ana Bek", "Ana Bek", False),
    ],
)
def test_a_byline_says_who_wrote_and_whether_a_date_stands_in_it(line, names, dated):
    assert byline(line) == (names, dated)


@pytest.mark.parametrize(
    "line",
    [
        "By Saturday the troops had retreated.",
        "By Monday",
        "By March 2031",
        "In March 2031",
        "Recent Incidents",
        "By Aug. 4, 2012, 5 killed",
        "UPDATE: 3:40 p.m.",
    ],
)
def test_what_only_looks_like_a_byline_is_none(line):
    assert byline(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Men walk past a burnt car in Orlat [File: A. Doe/Reuters]",
        "FILE PHOTO: A soldier stands guard in Orlat. REUTERS/A. Doe",
        "The bridge after the attack. (Photo: Veland Herald)",
        "Smoke over the town — AFP/Getty Images",
    ],
)
def test_a_line_with_a_pictures_credit_is_a_caption(line):
    assert caption(line, leading=False) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Three were killed (Radio Kharmat, May 3, 2031).",
        "The ministry denied it, it told Reuters.",
        "The ministry denied it. —Reuters",
    ],
)
def test_a_cited_or_credited_agency_is_no_caption(line):
    assert caption(line, leading=False) is None


@pytest.mark.parametrize(
    ("title", "metadata", "parts"),
    [
        ("Five killed in Orlat - CNN", {}, ("Five killed in Orlat", "CNN")),
        ("Five killed in Orlat :: WXYZ.com", {}, ("Five killed in Orlat", "WXYZ.com")),
        ("Five killed in Orlat | Veland Herald", {"outlet": "Veland Herald"}, ("Five killed in Orlat", "Veland Herald")),
        (
            "Five killed in Orlat - Kharmat Bote",
            {"url": "https://www.kharmatbote.org/1"},
            ("Five killed in Orlat", "Kharmat Bote"),
        ),
        ("Border “not stable” – Dushanbe", {}, ("Border “not stable” – Dushanbe", "")),
        ("Orlat - Kharmat road reopened after attack", {}, ("Orlat - Kharmat road reopened after attack", "")),
    ],
)
def test_a_sites_name_leaves_the_title(title, metadata, parts):
    assert titles.split(title, metadata) == parts


def test_a_title_that_only_the_data_give_is_the_first_block():
    found = read("Five people were killed on Friday in Orlat, officials said.", title="Five killed in Orlat - CNN")
    assert kinds(found)[0] == ("title", "Five killed in Orlat")
    assert (
        read("× Five killed in Orlat\n\nFive people were killed on Friday.", title="Five killed in Orlat").text.count(
            "Five killed"
        )
        == 1
    )


def test_a_label_between_two_titles_goes_but_a_line_with_facts_stays():
    title, body = "Shells hit the market of Kharmat", "The army said on Saturday that twelve people had been killed in the town."
    found = read(f"{title}\n\nWorld Conflict Veland\n\nTwelve dead and five wounded\n\n{title}\n\n{body}\n")
    assert "World Conflict" not in found.text
    assert "Twelve dead and five wounded" in found.text


def test_a_line_with_a_pictures_copyright_at_its_end_is_its_caption():
    line = "Cars damaged in a firefight are seen near Orlat, April 30, 2031. © 2031 Ana Bek/Sputnik via AP"
    assert caption(line, True) == 0


def test_what_stands_over_a_credit_at_the_head_is_the_pictures_caption():
    shown = "A man looks at a wall in Orlat on Wednesday, May 7, 2031, after shells fell on the town."
    body = "Orlat: At least 15 civilians lost their lives after shells fell on the town on Tuesday, officials said."
    found = read(f"Shells kill 15 in Orlat\n\n{shown}\nCredit: PTI Photo\n\n{body}\n\nAnother 25 people were hurt, they said.")
    assert ("caption", shown) in kinds(found)
    assert next(text for kind, text in kinds(found) if kind == "paragraph") == body
