"""timeline: the record in the order of time, for TimelineJS (`timeline.json`) and for calendars (`timeline.ics`)."""

import msgspec

from thucydides.nouns import Record
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.timelines.icalendar import calendar
from thucydides.publishing.timelines.timelinejs import timeline

INFO = FormatInfo(
    "timeline",
    "",
    "Incidents and acts in the order of time, as a TimelineJS file and as a calendar.",
    standard="TimelineJS 3 JSON; iCalendar (RFC 5545)",
    readers=("TimelineJS", "Thunderbird", "Google Calendar", "Outlook"),
    grade="contested",
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """Both files by name."""
    index = Index(record, options)
    shown = msgspec.json.format(msgspec.json.encode(timeline(index)), indent=1) + b"\n"
    return {"timeline.json": shown, "timeline.ics": calendar(index)}
