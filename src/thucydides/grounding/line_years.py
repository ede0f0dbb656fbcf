"""Line years: the year of a date line that gives its month and day alone, by what others tell of those days and by the text's weekdays."""

from datetime import date, timedelta

from thucydides.grounding.known_dates import Alike, country_of
from thucydides.grounding.times import find_times
from thucydides.grounding.times.forms import Day, Weekday
from thucydides.nouns import Document, Extract


def of_neighbours(dateline: str, document: Document, extract: Extract, dated: Alike) -> date | None:
    """The day of a date line without a year, in the only year in which others tell of deeds of those days in the same countries, or of
    several the only one whose weekday the text names, as news does of its own day; None where a weekday that the text gives with its day
    is of another year."""
    if len(dateline) != len("XXXX-12-24"):
        return None
    countries = {c for m in extract.mentions if (c := country_of(m)) is not None}
    meant = dated.of_day(Day(int(dateline[5:7]), int(dateline[8:10])), extract.document, countries)
    if len(meant) > 1:
        named = {day for day in meant if day.weekday() in _weekdays(document.text)}
        meant = named if named >= {day for day in meant if says_its_day(day, document.text, None)} else set()
    if len(meant) != 1:
        return None
    filed = next(iter(meant))
    told = [t.form for t in find_times(document.text) if isinstance(t.form, Day) and t.form.year is None and t.form.weekday is not None]
    held = [(f, day) for f in told if f.month <= filed.month and (day := _in_year(f, filed.year)) is not None]
    return filed if all(day.weekday() == f.weekday for f, day in held) else None


def says_its_day(day: date, text: str, begun: date | None) -> bool:
    """Whether a text that tells of nothing later names the weekday of a day, or of the one before, as news of it does."""
    near = {day.weekday(), (day - timedelta(days=1)).weekday()}
    return (begun is None or begun <= day) and not near.isdisjoint(_weekdays(text))


def by_weekday(dateline: str, text: str, lower: date, begun: date | None) -> date | None:
    """The day of a date line without a year in the only year about `lower` in which it is of a weekday that the text names, as news names
    its own day, where it is not of the year behind `lower`, of which it names none; None for any other."""
    if len(dateline) != len("XXXX-12-24"):
        return None
    form = Day(int(dateline[5:7]), int(dateline[8:10]))
    about = [day for year in (-1, 0, 1) if (day := _in_year(form, lower.year + year)) is not None]
    named = _weekdays(text)
    first = next((day for day in about if day >= lower), None)
    fitting = [day for day in about if day.weekday() in named and (begun is None or day >= begun)]
    if first is not None and says_its_day(first, text, begun):
        return None
    return fitting[0] if len(fitting) == 1 else None


def _weekdays(text: str) -> set[int]:
    """The weekdays that a text names without more."""
    return {t.form.weekday for t in find_times(text) if isinstance(t.form, Weekday) and t.form.which == "plain"}


def _in_year(form: Day, year: int) -> date | None:
    try:
        return date(year, form.month, form.day)
    except ValueError:
        return None
