"""Undated documents are dated by what they tell and by dated tellings of the same, whatever the order; what stays unknown stays so."""

import random
from datetime import date

from msgspec.structs import replace

from thucydides.dated import anchored, anchored_by_links
from thucydides.grounding.anchoring import anchor_documents, re_anchor
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import (
    Aggregate,
    Citation,
    DateRange,
    Document,
    Extract,
    Mention,
    Passage,
    Place,
    PlaceRef,
    Quantity,
    TollItem,
)

_PLACE = Place("Mirabad", "geonames:1", "settlement", "AF", "Herat", latitude=34.0, longitude=62.0, precision=1)
_OTHER = Place("Qalat", "geonames:2", "settlement", "AF", "Zabul", latitude=32.1, longitude=66.9, precision=1)


def _when(wording: str, published: DateRange | None = None) -> DateRange | None:
    return resolve(find_times(wording)[0], Anchor(published)) if wording else None


def _day(written: str) -> DateRange:
    return DateRange(written, date.fromisoformat(written), date.fromisoformat(written))


def _document(key: str, text: str = "Shots were fired.", published: DateRange | None = None, outlet: str | None = None) -> Document:
    return Document(key, f"{key}.txt", text, key * 4, published=published, outlet=outlet)


def _mention(key: str, start: int, date_: DateRange | None, killed: int, place: Place = _PLACE) -> Mention:
    passage = Passage(key, start, start + 5)
    count = TollItem("killed", Quantity(killed, killed, killed), passage)
    where = PlaceRef(passage, place.name, "at", place)
    return Mention(
        f"{key}:{start}", key, "incident", "Armed clash", "Battles", "happened", (passage,), date_, passage, place=where, toll=(count,)
    )


_DATED = _document("dated", published=_day("2025-12-02"))
_TOLD = Extract("dated", (_mention("dated", 0, _day("2025-11-26"), 3), _mention("dated", 9, _day("2025-11-30"), 2, _OTHER)))


def test_a_month_and_day_get_their_year_from_a_dated_telling_of_the_same() -> None:
    undated = _document("bare")
    extract = Extract("bare", (_mention("bare", 0, _when("November 26"), 3), _mention("bare", 9, _when("this month"), 9)))
    found = anchor_documents((_DATED, undated), {"dated": _TOLD, "bare": extract})
    assert set(found) == {"bare"}
    assert found["bare"].basis == "collection"
    assert (found["bare"].earliest, found["bare"].latest) == (date(2025, 11, 26), date(2025, 11, 30))
    filled = re_anchor(undated, extract, found["bare"])
    assert [m.date.edtf for m in filled.mentions if m.date] == ["2025-11-26", "2025-11"]
    assert {m.date.basis for m in filled.mentions if m.date} == {"collection"}


def test_a_weekday_is_held_against_the_month_that_another_tells() -> None:
    wiki = Extract("dated", (_mention("dated", 0, _when("January 2026"), 4),))
    counted = Aggregate("a", "bare", Passage("bare", 0, 5), window=_when("since November"))
    extract = Extract("bare", (_mention("bare", 0, _when("Sunday"), 4),), aggregates=(counted,))
    found = anchor_documents((_DATED, _document("bare")), (wiki, extract))["bare"]
    assert (found.earliest, found.latest) == (date(2026, 1, 4), date(2026, 1, 31))
    filled = re_anchor(_document("bare"), extract, found)
    sunday, window = filled.mentions[0].date, filled.aggregates[0].window
    assert sunday is not None
    assert (sunday.earliest, sunday.latest) == (date(2026, 1, 4), date(2026, 1, 25))
    assert window is not None
    assert (window.earliest, window.latest) == (date(2025, 11, 1), date(2026, 1, 31))


def test_a_document_is_no_older_than_the_newest_day_it_tells() -> None:
    text = "On 5 May 2024 shots were fired. A trial is scheduled for 9 September 2024. The lease runs until 2042."
    found = anchor_documents((_document("bare", text),), {"bare": Extract("bare")})["bare"]
    assert (found.edtf, found.earliest, found.latest, found.basis) == ("2024-05-05/..", date(2024, 5, 5), None, "text")
    weekday = Extract("bare", (_mention("bare", 0, _when("Sunday"), 1),))
    assert re_anchor(_document("bare"), weekday, found) == weekday


def test_tellings_that_differ_or_disagree_date_nothing() -> None:
    abroad = replace(_PLACE, country="PK")
    cases = {
        "another toll": _mention("bare", 0, _when("November 26"), 7),
        "another country": _mention("bare", 0, _when("November 26"), 3, abroad),
        "another day": _mention("bare", 0, _when("November 27"), 3),
        "too little in common": _mention("bare", 0, _when("Sunday"), 2, _PLACE),
    }
    for why, mention in cases.items():
        assert anchor_documents((_DATED, _document("bare")), {"dated": _TOLD, "bare": Extract("bare", (mention,))}) == {}, why
    twice = Extract("dated", (_mention("dated", 0, _day("2025-03-02"), 4), _mention("dated", 9, _day("2025-11-30"), 4)))
    weekday = Extract("bare", (_mention("bare", 0, _when("Sunday"), 4),))
    assert anchor_documents((_DATED, _document("bare")), {"dated": twice, "bare": weekday}) == {}


def test_a_date_line_without_its_year_narrows_to_that_day() -> None:
    line = DateRange("XXXX-12-05", None, None, "day", "dateline", "published.newswire", "Dec 5")
    extract = Extract("bare", (_mention("bare", 0, _when("November 26"), 3),))
    found = anchor_documents((_DATED, _document("bare", published=line)), {"dated": _TOLD, "bare": extract})
    assert found["bare"].edtf == "2025-12-05"


def test_one_citation_of_the_outlet_that_fits_dates_it() -> None:
    citing = replace(_TOLD, citations=(Citation(Passage("dated", 0, 5), "The Herald", _day("2025-11-28")),))
    extract = Extract("bare", (_mention("bare", 0, _when("November 26"), 3),))
    found = anchor_documents((_DATED, _document("bare", outlet="The Herald")), {"dated": citing, "bare": extract})
    assert (found["bare"].edtf, found["bare"].basis) == ("2025-11-28", "citing")


def test_dated_documents_and_those_that_nothing_dates_are_left_out() -> None:
    assert anchor_documents((_DATED, _document("bare")), {"dated": _TOLD, "bare": Extract("bare")}) == {}
    assert anchor_documents((), {}) == {}


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [_DATED, *(_document(f"d{i}", f"On {i + 1} May 2024 and later.") for i in range(5)), _document("bare")]
    bare = Extract("bare", (_mention("bare", 0, _when("November 30"), 2, _OTHER),))
    extracts = {d.id: Extract(d.id) for d in documents} | {"dated": _TOLD, "bare": bare}
    first = anchor_documents(documents, extracts)
    for seed in range(4):
        random.Random(seed).shuffle(documents)
        again = anchor_documents(documents, dict(random.Random(seed).sample(sorted(extracts.items()), len(extracts))))
        assert again == first
        assert list(again) == list(first)


def test_what_the_range_does_not_tell_stays_as_it_was() -> None:
    wide = DateRange("2025-11-01/2026-02-10", date(2025, 11, 1), date(2026, 2, 10), "months", "collection")
    told = (_when("January 5"), _when("two days earlier"), _day("2024-01-01"), None)
    extract = Extract("bare", tuple(_mention("bare", i * 9, when, 1) for i, when in enumerate(told)))
    assert re_anchor(_document("bare"), extract, wide) == extract
    year = DateRange("2025-11-26/2026-11-24", date(2025, 11, 26), date(2026, 11, 24), "months", "collection")
    shared = Extract("bare", (_mention("bare", 0, _when("November 26"), 3), _mention("bare", 9, _when("Sunday"), 1)))
    first, second = re_anchor(_document("bare"), shared, year).mentions
    assert (first.date and first.date.edtf, second.date) == ("2025-11-26", _when("Sunday"))
    years = DateRange("2020/2026", date(2020, 1, 1), date(2026, 12, 31), "years", "text")
    weekday = Extract("bare", (_mention("bare", 0, _when("Sunday"), 1),))
    assert re_anchor(_document("bare"), weekday, years) == weekday


def _linked(wording: str, other: str = "November 25") -> tuple[str | None, list[str | None]]:
    """(the document's estimate, the days of its two tellings) of an undated report whose first telling was linked with a dated one."""
    alone = _mention("dated", 0, _day("2025-11-26"), 41)
    mine = Extract("bare", (_mention("bare", 0, _when(wording), 3, _OTHER), _mention("bare", 9, _when(other), 9)))
    told = (Extract("dated", (alone,)), mine)
    documents = (_DATED, _document("bare"))
    before = anchored(documents, told)
    assert before[0][1].published is None
    after = anchored_by_links(documents, told, before, (("bare:0", "dated:0"), ("bare:9",)))
    assert after[0][0] == documents[0]
    published = after[0][1].published
    return published.edtf if published else None, [m.date.edtf if m.date else None for m in after[1][1].mentions]


def test_a_linked_telling_dates_a_report_that_nothing_else_dates() -> None:
    assert _linked("November 26")[1] == ["2025-11-26", "2025-11-25"]
    assert _linked("Wednesday")[1] == ["2025-11-26", "2025-11-25"]


def test_a_day_that_is_said_twice_is_read_by_the_wording_that_gives_it() -> None:
    plain = _when("November 25")
    assert plain
    twice = replace(plain, rule="date.stated-twice", wording="Only days before, on November 25")
    range_ = DateRange("2025-11-26/2025-12-10", date(2025, 11, 26), date(2025, 12, 10), "days", "collection")
    told = re_anchor(_document("bare"), Extract("bare", (_mention("bare", 9, twice, 2),)), range_).mentions[0].date
    assert told
    assert told.edtf == "2025-11-25"


def test_a_day_of_another_month_than_the_linked_tellings_keeps_its_year_open_where_it_is_far_off() -> None:
    assert _linked("November 26", "2 July")[1] == ["2025-11-26", "XXXX-07-02"]


def test_a_link_that_the_reports_own_words_contradict_dates_nothing() -> None:
    assert _linked("March 3", "2 July") == (None, ["XXXX-03-03", "XXXX-07-02"])


def test_reports_with_dates_of_their_own_are_never_touched_by_links() -> None:
    both = (_DATED, _document("other", published=_day("2024-03-01")))
    told = (_TOLD, Extract("other", (_mention("other", 0, _when("November 26"), 3),)))
    before = anchored(both, told)
    assert anchored_by_links(both, told, before, (("dated:0", "other:0"),)) == before


_AFGHAN = (_mention("dated", 0, _day("2015-11-26"), 3), _mention("dated", 9, _day("2015-11-30"), 2, _OTHER))


def _beside(*mine: Mention, told: tuple[Mention, ...] = _AFGHAN) -> list[str | None]:
    """The days of an undated report beside a dated one that tells of `told`, with which none of its tellings was linked."""
    documents = (_document("dated", published=_day("2015-12-02")), _document("bare"))
    extracts = (Extract("dated", told), Extract("bare", mine))
    after = anchored_by_links(documents, extracts, anchored(documents, extracts), [(m.id,) for m in (*told, *mine)])
    return [m.date.edtf if m.date else None for m in after[1][1].mentions]


def test_days_without_a_year_are_of_the_year_in_which_others_tell_of_the_same_weeks_and_country() -> None:
    assert _beside(_mention("bare", 0, _when("November 20"), 71)) == ["2015-11-20"]
    assert _beside(_mention("bare", 0, _when("2 July"), 71)) == ["XXXX-07-02"]


def test_where_others_tell_of_several_years_or_of_another_country_the_year_stays_open() -> None:
    later = (*_AFGHAN, _mention("dated", 20, _day("2014-11-22"), 8))
    assert _beside(_mention("bare", 0, _when("November 20"), 71), told=later) == ["XXXX-11-20"]
    abroad = Place("Kandi", "geonames:3", "settlement", "BJ", "Alibori", latitude=11.1, longitude=2.9, precision=1)
    assert _beside(_mention("bare", 0, _when("November 20"), 71, abroad)) == ["XXXX-11-20"]


def test_of_several_years_a_date_line_takes_the_one_whose_weekday_its_text_names() -> None:
    yearless = DateRange("XXXX-11-27", None, None, "day", "dateline", "published.dateline")
    told = (*_AFGHAN, _mention("dated", 20, _day("2014-11-22"), 8))
    documents = (
        _document("dated", published=_day("2015-12-02")),
        _document("bare", "The governor said on Friday that shots were fired.", published=yearless),
    )
    extracts = (Extract("dated", told), Extract("bare", (_mention("bare", 0, None, 71),)))
    published = anchored_by_links(documents, extracts, anchored(documents, extracts), [(m.id,) for e in extracts for m in e.mentions])[0]
    assert [d.published.edtf for d in published if d.id == "bare" and d.published] == ["2015-11-27"]


def test_days_from_one_to_another_bound_a_report_that_tells_of_them() -> None:
    found = anchor_documents((_document("bare", "Date: 24 March - 5 April 2021. The town fell."),), {})
    assert found["bare"].earliest == date(2021, 4, 5)


def test_a_report_that_only_says_when_it_was_changed_is_of_that_day_unless_its_incident_says_otherwise() -> None:
    text = "Shots in Mirabad\nUpdated: December 3, 2025 5:49 am\nShots were fired."
    alone = anchor_documents((_document("bare", text),), {})
    assert (alone["bare"].edtf, alone["bare"].rule) == ("2025-12-03", "published.updated")
    extract = Extract("bare", (_mention("bare", 0, _when("on Sunday"), 2, _OTHER), _mention("bare", 9, _when("November 26"), 3)))
    late = _document("bare", text.replace("2025", "2029"))
    other = anchor_documents((_DATED, late), {"dated": _TOLD, "bare": extract})
    assert other["bare"].latest is not None
    assert other["bare"].latest.year == 2025


def test_a_list_without_years_is_no_older_than_its_last_day_once_one_of_them_is_known() -> None:
    days = ["February 27", "November 26", "November 29", "December 24"]
    listed = [_mention("bare", at * 9, _when(day), 3 if day == "November 26" else 40 + at) for at, day in enumerate(days)]
    found = anchor_documents((_DATED, _document("bare")), {"dated": _TOLD, "bare": Extract("bare", tuple(listed))})
    assert found["bare"].earliest == date(2025, 12, 24)


def test_weekdays_of_the_text_keep_a_report_within_the_week_of_what_it_tells() -> None:
    text = "People fled on Friday, a mayor said. The toll on Wednesday 26 November 2025 was three."
    found = anchor_documents((_document("bare", text.replace("Friday", "Wednesday")),), {})
    assert (found["bare"].earliest, found["bare"].latest) == (date(2025, 11, 26), date(2025, 12, 2))
    assert anchor_documents((_document("bare", text),), {})["bare"].latest is None


def test_the_year_of_a_date_line_is_left_open_where_the_report_looks_back_over_years() -> None:
    line = DateRange("XXXX-11-26", None, None, "day", "dateline")
    text = "Qalat, Nov 26: The anniversary of the raid was kept."
    undated = replace(_document("bare", text, line))
    extract = {"dated": _TOLD, "bare": Extract("bare", (_mention("bare", 0, _when("November 26"), 3),))}
    assert "bare" not in anchor_documents((_DATED, undated), extract)
    fresh = replace(undated, text="Qalat, Nov 26: A post was raided.")
    assert anchor_documents((_DATED, fresh), extract)["bare"].edtf == "2025-11-26"


def _filed(line: str, text: str, *told: Mention, others: tuple[Mention, ...]) -> str | None:
    """When a report with a date line without its year was written, beside a dated report that tells of `others`."""
    documents = (_document("dated", published=_day("2015-12-02")), _document("bare", text, DateRange(line, None, None, "day", "dateline")))
    found = anchor_documents(documents, {"dated": Extract("dated", others), "bare": Extract("bare", told)})
    return found["bare"].edtf if "bare" in found else None


def test_a_date_line_whose_weekday_the_text_names_is_of_the_year_in_which_others_tell_of_its_day() -> None:
    late = replace(_mention("dated", 30, _day("2015-12-09"), 5), date=_day("2015-12-09"))
    told = _mention("bare", 0, _when("on Thursday"), 5)  # like a deed of the next month, which would put the report into the next year
    text = "Qalat, Nov 27 (Wire) - Five men were shot on Thursday, police said on Friday."
    assert _filed("XXXX-11-27", text, told, others=(*_AFGHAN, late)) == "2015-11-27"


def test_a_report_of_the_day_after_keeps_the_year_of_what_it_tells() -> None:
    others = (*_AFGHAN, _mention("dated", 20, _day("2014-11-22"), 8))
    told = _mention("bare", 0, _when("November 22"), 8)
    text = "Qalat, Nov 25 (Wire) - The governor said late on Monday that 8 were shot on Nov. 22; a curfew began on Wednesday."
    assert _filed("XXXX-11-25", text, told, others=others) == "2014-11-25"
