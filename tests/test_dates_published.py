"""A document's own date: where it is looked for, in what order, and what is never taken for it."""

from datetime import date

import pytest

from thucydides.grounding.published import document_date
from thucydides.nouns import Block, DateRange

_BODY = "Shells fell on the town. Two people were killed, the mayor said."


def _of(text: str, metadata: dict[str, str] | None = None, *kinds: str) -> DateRange | None:
    """The date of a text whose first lines are blocks of the kinds given."""
    blocks, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=False):
        blocks.append(Block(start, start + len(line), kind))  # type: ignore[arg-type]
        start += len(line) + 1
    return document_date(text, tuple(blocks), metadata or {})


@pytest.mark.parametrize(
    "written",
    ["2025-12-02", "2025-12-02T18:04:05Z", "2025-12-02T18:04:05+03:00", "20251202", "20251202180405", "1764698645",
     "Tue, 02 Dec 2025 18:04:05 GMT", "December 2, 2025", "2 December 2025", "2025/12/02", "Dec 2, 2025 6:04 pm"],
)  # fmt: skip
def test_the_page_s_own_data_come_first_however_they_write_it(written: str) -> None:
    found = _of(f"By Our Reporter, 4 May 2024\n{_BODY}", {"published": written, "url": "https://a.example/2023/01/02/x"}, "byline")
    assert found is not None
    assert (found.edtf, found.basis, found.rule) == ("2025-12-02", "metadata", "published.metadata")


def test_then_the_byline_then_the_address_then_the_text() -> None:
    text = f"By Our Reporter, 4 May 2024\nPosted: Monday, 6 May 2024\n{_BODY}"
    url = {"url": "https://a.example/world/2024/05/05/shells-fall?id=20200101"}
    dates = [_of(text, url, "byline"), _of(text, url), _of(text.partition("\n")[2])]
    assert [(d.edtf, d.basis) for d in dates if d] == [("2024-05-04", "dateline"), ("2024-05-05", "url"), ("2024-05-06", "text")]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2024/11/29/shells-fall", "2024-11-29"),
        ("https://a.example/2024/12/24/", "2024-12-24"),
        ("https://a.example/world/2024-10-05-shells", "2024-10-05"),
        ("https://a.example/2024/11/shells-fall", "2024-11"),
        ("https://a.example/stories/202411060349.html", "2024-11-06"),
        ("https://a.example/2024/05/05/x", "2024-05-05"),
        ("https://a.example/news/2024-05-05-x", "2024-05-05"),
        ("https://a.example/x_20240505.html", "2024-05-05"),
        ("https://a.example/2024/05/x", "2024-05"),
        ("https://a.example/story/24568412/x", None),
        ("https://a.example/20241399/x", None),
        ("https://a20240505.example/x", None),
        ("https://a.example/world/2012/may/08/shells-fall", "2012-05-08"),
        ("https://a.example/archives/la-xpm-1999-jan-23-mn-882-story.html", "1999-01-23"),
        ("https://a.example/the-2024-march-to-freedom", None),
    ],
)
def test_an_address_gives_a_day_or_a_month(url: str, expected: str | None) -> None:
    found = _of(_BODY, {"url": url})
    assert (found.edtf if found else None) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Teen held Posted: Tuesday, January 28, 2014 8:18 PM EST Updated: Friday, February 28, 2014 8:27 PM EST", "2014-01-28"),
        ("Published 3 June 2022", "2022-06-03"),
        ("19 May 2012 Last updated at 05:31 GMT", "2012-05-19"),
        ("GENEVA | Thu Jun 9, 2011 4:25 pm EDT", "2011-06-09"),
        ("FRANKLIN (Feb. 4, 2014) – Two men were shot.", "2014-02-04"),
        ("Monday, 6 May 2024", "2024-05-06"),
        ("06.05.2024 Amina Haddad", "2024-05-06"),
        ("By Amina Haddad December 2, 2025", "2025-12-02"),
        ("July 20, 2011 | By Our Own Reporter", "2011-07-20"),
        ("Lake Courier / Amina Haddad / 22nd September 2025", "2025-09-22"),
        ("May. 08, 2002", "2002-05-08"),
        ("Bamako, 18 January 2013 (RX/TL) -- Two men were shot.", "2013-01-18"),
        ("Kidal October 04,2022 (KN) – The town is tense.", "2022-10-04"),
    ],
)
def test_words_of_publishing_and_date_lines_are_read(head: str, expected: str) -> None:
    found = _of(f"{head}\n{_BODY} On 13.05.2024 and 25.04.2024 nothing was known.")
    assert found is not None
    assert (found.edtf, found.alternatives) == (expected, ())


@pytest.mark.parametrize(
    "text",
    [
        f"Updated: January 3, 2017 - 6:19 PM\n{_BODY}",
        f"© 2 May 2017 The Outlet. All rights reserved.\n{_BODY}",
        f"Copyright 2017 The Outlet\n{_BODY}",
        f"{_BODY} The clash of 5 May 2017 was the first.",
        "The court sat on Friday, July 18, 2016 as crowds gathered outside.\n" + _BODY,
        _BODY,
        "",
    ],
)
def test_updates_copyright_lines_and_days_told_are_not_its_date(text: str) -> None:
    assert _of(text) is None


def test_a_date_in_numbers_is_settled_by_what_the_page_tells() -> None:
    near = _of(f"02.12.2026 Amina Haddad\n{_BODY} On December 24, 2025, a post was hit.")
    assert near is not None
    assert (near.edtf, near.alternatives, near.rule) == ("2026-02-12", (), "published.numeric-nearest")
    told = _of(f"02.12.2026 Amina Haddad\n{_BODY} On March 24, 2026, a post was hit.")
    assert told is not None
    assert (told.edtf, told.alternatives, told.rule) == ("2026-12-02", (), "published.numeric-told")
    other = _of(f"02.12.2026 Amina Haddad\n{_BODY} The last report was of 25.11.2026.")
    assert other is not None
    assert (other.edtf, other.rule) == ("2026-12-02", "published.numeric-other")
    language = _of(f"02.12.2026\n{_BODY}", {"language": "ru"})
    assert language is not None
    assert language.edtf == "2026-12-02"


def test_a_date_in_numbers_that_nothing_settles_keeps_both_readings() -> None:
    for text in (_BODY, f"{_BODY} On 4 January 2026 a post was hit." + " On 1 November 2025 too."):
        found = _of(f"02.04.2026\n{text}")
        assert found is not None
        assert {found.edtf, *(other.edtf for other in found.alternatives)} == {"2026-04-02", "2026-02-04"}
        assert found.rule == "published.numeric-open"


def test_a_date_line_without_a_year_has_it_from_the_newest_day_told_or_not_at_all() -> None:
    line = "LONDON, Jan 5 (Reuters) - Two men were shot."
    found, open_ended = _of(f"{line}\nThe first raid was on December 24, 2025."), _of(line)
    assert found is not None
    assert (found.earliest, found.rule) == (date(2026, 1, 5), "published.year-told")
    assert open_ended is not None
    assert (open_ended.edtf, open_ended.earliest) == ("XXXX-01-05", None)


def test_an_updated_line_with_hour_and_zone_dates_a_report_that_nothing_else_dates() -> None:
    assert (found := _of(f"Updated: March 12, 2025 11:47 IST\n{_BODY}")) is not None
    assert (found.edtf, found.rule) == ("2025-03-12", "published.stamp")


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Bria, June 6: At least 38 people were killed this morning.", "XXXX-06-06"),
        ("Bria ( Haute-Kotto ), Nov 13 : A patrol was shot at.", "XXXX-11-13"),
        ("Bria, May 25 (KNA).- The toll has risen to 16.", "XXXX-05-25"),
        ("Taiz, April 2 (RHN)-- Shells fell on the town.", "XXXX-04-02"),
    ],
)
def test_a_date_line_with_its_place_or_agency_is_known_without_a_year(line: str, edtf: str) -> None:
    found = _of(line)
    assert found is not None
    assert (found.edtf, found.basis, found.rule) == (edtf, "dateline", "published.newswire")


@pytest.mark.parametrize(
    "text",
    [
        "Kabul, Aug 3: A bomb went off.\nHerat, Aug 4: A patrol was shot at.",
        "On Sunday, June 6: At least 38 people were killed.",
        f"{_BODY} Figures will be released on 7 September 2020.",
    ],
)
def test_days_of_entries_and_of_what_is_to_come_are_no_date_lines(text: str) -> None:
    assert _of(text) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Forest Rights Watch\nNote to donors | 9 March 1999\nThe road to Kalo", "1999-03-09"),
        ("Fires on the ridge road\nApril 4, 2031 · By Abel Moro, Teso · 7 comments · Share", "2031-04-04"),
        ("STATEMENT TO THE PEOPLE\nThe hills of Arua, May 20, 2014.\nBrothers and sisters.", "2014-05-20"),
        ("LIVE: the bridge is down\nThe Lake Courier, Friday 27 March 1998, all times Teso", "1998-03-27"),
        ("The Lake Courier | Wednesday 26 May 1999 | Teso edition\nBridge attack: burials begin", "1999-05-26"),
        ("What the ridge is for\nJune 6, 2024 Marta Olin Reading time: 9 min\nKey points", "2024-06-06"),
        ("MOUNTAIN | NATIONAL NEWS SERVICE\nTESO, Sept 25, 2003 /12:41/\nFourth body found", "2003-09-25"),
        ("Who remembers the massacre\nA talk on the dead of 4 May 2020\nBy Marta Olin", None),
        ("The siege was lifted on 4 May 2020\nBy Marta Olin", None),
    ],
)
def test_the_one_whole_day_over_the_text_is_the_page_s_whatever_else_its_line_says(head: str, expected: str | None) -> None:
    kinds = ("byline", "paragraph", "heading") if head.startswith(("Forest", "MOUNTAIN")) else ("title", "paragraph", "paragraph")
    lines = ("paragraph", "title", "paragraph") if head.startswith("The Lake") else kinds
    text = f"{head}\n" + "Two men were shot at the mill, the mayor said, and a third was still looked for by his family. " * 3
    found = _of(text, None, *lines, "paragraph")
    assert (found.edtf if found else None) == expected
    if found:
        later = _of(f"{text}\nThe truce of 1 June 2035 did not hold.", None, *lines, "paragraph", "paragraph")
        assert later is None or later.rule != "published.head-day"


def test_a_day_that_the_opening_calls_today_is_the_page_s() -> None:
    found = _of("POLICE COMMAND\nThe Inspector has today, 7th July 2025, visited the town of Odo.")
    assert found is not None
    assert (found.edtf, found.rule) == ("2025-07-07", "published.today")


def test_the_day_on_which_somebody_was_released_is_not_that_of_a_page() -> None:
    assert _of(f"{_BODY}\nThe two teachers were released on June 26 by order of a judge.") is None


def test_a_newspaper_s_own_line_at_the_foot_gives_its_day() -> None:
    found = _of(f"Funerals in Odo\n{_BODY}\nPublished in The Odo Courier, November 26th, 2015")
    assert found is not None
    assert found.edtf == "2015-11-26"


def test_headings_of_some_days_are_entries_and_no_date_of_the_page() -> None:
    text = "9 October\nShells fell.\n11–12 October\nA bridge was blown up."
    assert _of(text, None, "heading", "paragraph", "heading", "paragraph") is None


def test_a_day_that_opens_the_first_entry_of_a_chronicle_is_not_that_of_the_page() -> None:
    lead = (
        "Mokopane. The other side repeats in every capital that the war began elsewhere and with another shot, and so we offer readers a chronicle, "
        "for remembering. It was put together from the notes of those who were there, and leaves out whatever only one of them had seen or heard."
    )
    more = (
        "At Tamar, four of our guards were shot by police in their car on the way home from the fair, two of them finished off by the roadside. A "
        "fifth reached the village and told the elders what had been done; nobody was ever charged, although the names were known to everybody."
    )
    text = f"Chronicle of the border\n{lead}\n29 May 2011. {more}\n20 September 2012. {more}\n14 July 2013. {more}\n8 September 2013. {more}"
    found = _of(text)
    assert found is None or found.edtf != "2011-05-29"


def test_a_date_line_without_its_year_is_of_the_year_of_the_pages_last_change() -> None:
    def dated(changed: str) -> str | None:
        text = f"Toll of the raid rises\n\nUPDATED {changed}\n\nKADUNA, Dec 30 (Wire) - Gunmen killed nine people on Friday, the police said."
        found = document_date(text, (), {})
        return found.edtf if found else None

    assert dated("30 DECEMBER 2022 02:14") == dated("2 January 2023 10:05") == "2022-12-30"
    assert dated("29 December 2022 23:50") == "2022-12-30"
    assert dated("30 September 2022 23:50") == "XXXX-12-30"


@pytest.mark.parametrize("foot", ["19 Feb 10 | Africa", "19 February 2010", "19.02.2010 | World"])
@pytest.mark.parametrize(
    "stamp", ["Last Updated: Monday, 22 February 2010, 11:40 GMT", "Page last updated at 11:40 GMT, Monday, 22 February 2010",
              "Updated: 22 February 2010 17:10 IST"],
)  # fmt: skip
def test_below_a_stamp_the_bare_date_of_another_report_at_the_foot_is_not_the_page_s(stamp: str, foot: str) -> None:
    body = "\n".join(f"Road {n} is open, a trader said." for n in range(14))
    found = _of(f"{stamp}\nGuards shot at a mill\n{body}\nSEE ALSO\nWho holds the north\n{foot}\nTerms of use")
    assert found is not None
    assert (found.edtf, found.rule) == ("2010-02-22", "published.stamp")


def test_below_a_stamp_the_date_behind_posted_at_the_foot_is_the_page_s() -> None:
    body = "\n".join(f"Road {n} is open, a trader said." for n in range(14))
    found = _of(f"Last Updated: Monday, 22 February 2010, 11:40 GMT\nGuards shot at a mill\n{body}\nPosted on 20 February 2010\nTerms of use")
    assert found is not None
    assert found.edtf == "2010-02-20"
