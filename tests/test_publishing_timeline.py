"""timeline: no date finer than known, nothing of a document becomes markup, and a calendar that calendars read."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from coding_made import incident, on, record
from publishing_sample import sample
from thucydides.nouns import Record
from thucydides.publishing import Options
from thucydides.publishing.outputs.timeline import write
from thucydides.publishing.sums import when


def shown(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write(record, Options())["timeline.json"])
    return found


def lines(record: Record) -> list[str]:
    """The calendar's lines, unfolded."""
    text = write(record, Options())["timeline.ics"].decode()
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")


def test_every_dated_incident_and_act_is_an_event() -> None:
    dated = [i.id for i in sample().incidents if (d := when(i)) and d.earliest and d.latest]
    assert sorted(e["unique_id"] for e in shown(sample())["events"]) == sorted(dated)
    assert "1 further one has no date" in shown(sample())["title"]["text"]["text"]


def test_a_month_is_given_as_a_month() -> None:
    found = {e["unique_id"]: e for e in shown(sample())["events"]}
    assert found["EC-1991-03-12"]["start_date"] == {"year": 1991, "month": 3, "day": 12}
    month = replace(on("2024-03-01", "2024-03-31"), precision="month")
    (event,) = shown(record(incident(when=month)))["events"]
    assert event["start_date"] == {"year": 2024, "month": 3}
    assert "end_date" not in event
    assert event["display_date"] == "March 2024"
    (days,) = shown(record(incident(when=on("2024-03-05", "2024-03-07"))))["events"]
    assert (days["start_date"]["day"], days["end_date"]["day"]) == (5, 7)


def test_words_of_documents_stay_text() -> None:
    hostile = replace(sample(), documents=tuple(replace(d, outlet="<img src=x onerror=y>") for d in sample().documents))
    for event in shown(hostile)["events"]:
        assert "<img" not in event["text"]["text"]
        assert set(re.findall(r"</?(\w+)", event["text"]["text"])) == {"p"}


def test_a_calendar_library_reads_the_calendar() -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    calendar = icalendar.Calendar.from_ical(write(sample(), Options())["timeline.ics"])
    found = {str(e["UID"]).partition("@")[0]: e for e in calendar.walk("VEVENT")}
    by_id = {i.id: i for i in sample().incidents}
    assert set(found) == {i.id for i in sample().incidents if (d := when(i)) and d.earliest}
    for name, event in found.items():
        told = when(by_id[name])
        assert told is not None
        assert told.latest is not None
        assert event["DTSTART"].dt == told.earliest
        assert event["DTEND"].dt == told.latest + timedelta(1)
        assert str(event["SUMMARY"]) == by_id[name].title
        assert not event.errors
    assert str(calendar["X-WR-CALNAME"]) == sample().title


def test_the_calendar_keeps_to_75_octets_and_reads_no_clock() -> None:
    raw = write(sample(), Options())["timeline.ics"]
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert {line for line in lines(sample()) if line.startswith("DTSTAMP")} == {"DTSTAMP:19910320T000000Z"}
    assert "DTSTAMP:19700101T000000Z" in lines(replace(record(incident()), documents=()))


def test_a_long_title_of_many_letters_is_folded_between_letters() -> None:
    title = "Столкновение; на, границе \\ " * 9
    raw = write(record(replace(incident(), title=title)), Options())["timeline.ics"]
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    raw.decode()
    summary = next(line for line in lines(record(replace(incident(), title=title))) if line.startswith("SUMMARY:"))
    plain = re.sub(r"\\([\\;,])", r"\1", summary.removeprefix("SUMMARY:"))
    assert plain == " ".join(title.split())


def test_only_an_exact_place_has_a_point_and_only_what_is_well_borne_out_is_firm() -> None:
    found = "\n".join(lines(record(incident(), incident(id="ML-b", origins=2))))
    assert found.count("GEO:14.484300;-4.182700") == 2
    assert (found.count("STATUS:TENTATIVE"), found.count("STATUS:CONFIRMED")) == (1, 1)
    province = incident(where=replace(when_where(), precision=4))
    assert not any(line.startswith("GEO") for line in lines(record(province)))


def when_where() -> Any:
    """The place of a made incident."""
    place = incident().assessed("place")
    assert place is not None
    return place.place


def test_an_empty_record_is_an_empty_timeline() -> None:
    assert shown(Record("Nothing", 1))["events"] == []
    assert lines(Record("Nothing", 1))[-2] == "END:VCALENDAR"
    assert date(1970, 1, 1).isoformat() not in "\n".join(lines(Record("Nothing", 1)))
