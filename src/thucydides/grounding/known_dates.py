"""Known dates: the whole dates that other documents give to deeds like those of an undated one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from msgspec.structs import replace

from thucydides.grounding.same_telling import alike, count_in, same_place
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Day
from thucydides.nouns import DateRange, Mention

# How likely two tellings must be of one incident: where month and day agree, and where only what is told agrees.
_ALIKE_SAME_DAY, _ALIKE = 2, 4
# The points of one place, or of places close by.
_ONE_PLACE = 2
# A date of a month or finer is whole enough to date another telling.
_WHOLE_DAYS = 31


class Alike(Protocol):
    """What gives the whole dates that dated tellings of the same incident have.

    `like` gives the dates of tellings like a mention; `of_day` the days, of the years known, that a month and day told in a document
    about some countries may be.
    """

    def like(self, mention: Mention, expression: TimeExpression | None) -> list[DateRange]: ...

    def of_day(self, form: Day, document: str, countries: Collection[str]) -> set[date]: ...


class Linked:
    """The whole dates of the mentions that were judged to tell of the same incident; `told` are all mentions by id, `whole` those with
    whole dates."""

    def __init__(self, clusters: Iterable[Sequence[str]], told: Mapping[str, Mention], whole: Iterable[Mention]) -> None:
        dated = {m.id: m for m in whole}
        self._mates: dict[str, list[Mention]] = {}
        for cluster in clusters:
            mates = [dated[i] for i in cluster if i in dated]
            self._mates |= {i: mates for i in cluster if mates}

    def like(self, mention: Mention, expression: TimeExpression | None) -> list[DateRange]:
        """The dates of linked tellings, widened by a night where the mention names a day of its own."""
        mates = [m.date for m in self._mates.get(mention.id, ()) if m.document != mention.document and m.date is not None]
        return [_widened(d) for d in mates] if expression is not None else mates

    def of_day(self, form: Day, document: str, countries: Collection[str]) -> set[date]:
        """None: links are of deeds."""
        return set()


class Neighbours:
    """The days of the one year in which dated mentions of other documents, in the same country, lie within days of a month and day, or
    documents that tell of that country were `published`."""

    def __init__(
        self, whole: Iterable[Mention], told: Iterable[Mention] = (), published: Mapping[str, date | None] | None = None
    ) -> None:
        self._by_country: dict[str, set[tuple[str, date]]] = {}
        for mention in whole:
            country, when = country_of(mention), mention.date
            if country and when and when.earliest and when.earliest == when.latest:
                self._by_country.setdefault(country, set()).add((mention.document, when.earliest))
        for mention in told if published else ():
            country, day = country_of(mention), (published or {}).get(mention.document)
            if country and day is not None:
                self._by_country.setdefault(country, set()).add((mention.document, day))

    def like(self, mention: Mention, expression: TimeExpression | None) -> list[DateRange]:
        """The day that the words name, in the year of the neighbours; none where they are of several years, or there are none."""
        if expression is None or not isinstance(expression.form, Day):
            return []
        meant = self.of_day(expression.form, mention.document, (country_of(mention) or "",))
        return [DateRange(d.isoformat(), d, d) for d in meant] if len(meant) == 1 else []

    def of_day(self, form: Day, document: str, countries: Collection[str]) -> set[date]:
        """The days that a month and day may be, its weekday agreeing, beside what other documents tell of those countries."""
        near = {day for country in countries for other, day in self._by_country.get(country, ()) if other != document}
        meant = {d for day in near if (d := _in_season(form, day)) is not None}
        return {d for d in meant if form.weekday is None or d.weekday() == form.weekday}


def country_of(mention: Mention) -> str | None:
    return mention.place.place.country if mention.place is not None and mention.place.place is not None else None


def _in_season(form: Day, day: date) -> date | None:
    """A month and day in the year in which it lies within `_SEASON_DAYS` of a day, None where it does in none."""
    try:
        meant = [date(year, form.month, form.day) for year in (day.year - 1, day.year, day.year + 1)]
    except ValueError:
        return None  # 29 February
    return next((m for m in meant if abs((m - day).days) <= _SEASON_DAYS), None)


_SEASON_DAYS = 14
_NIGHT = timedelta(days=1)


def _widened(when: DateRange) -> DateRange:
    """A range with a day on either side: reports of one night differ by a day."""
    if when.earliest is None or when.latest is None:
        return when
    return replace(when, earliest=when.earliest - _NIGHT, latest=when.latest + _NIGHT)


class Dated:
    """The mentions with whole dates, by the month and day they are of and by the deaths and the injured they tell."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_day: dict[tuple[int, int], list[Mention]] = {}
        self._by_count: dict[tuple[str, int], list[Mention]] = {}
        for mention in sorted(filter(_whole, mentions), key=lambda m: m.id):
            when = mention.date
            if when and when.earliest and when.earliest == when.latest:
                self._by_day.setdefault((when.earliest.month, when.earliest.day), []).append(mention)
            for key in _counts(mention):
                self._by_count.setdefault(key, []).append(mention)

    def like(self, mention: Mention, expression: TimeExpression | None) -> list[DateRange]:
        """The dates of other documents' tellings that are like a mention; one with a month and day only needs less."""
        if expression is not None and isinstance(expression.form, Day):
            near, need = self._by_day.get((expression.form.month, expression.form.day), []), _ALIKE_SAME_DAY
        else:
            near, need = [other for key in _counts(mention) for other in self._by_count.get(key, [])], _ALIKE
        return [
            other.date for other in near if other.date and other.document != mention.document and alike(mention, other) >= need
        ]

    def of_day(self, form: Day, document: str, countries: Collection[str]) -> set[date]:
        """The days that a month and day may be beside what other documents tell of those countries."""
        return self._near.of_day(form, document, countries)

    @cached_property
    def _near(self) -> Neighbours:
        return Neighbours(m for told in self._by_day.values() for m in told)

    def beside(self, mention: Mention, form: Day) -> list[DateRange]:
        """The dates of other documents' tellings of one month and day that are like a mention, or of its place whatever they count."""
        near = [
            o for o in self._by_day.get((form.month, form.day), []) if o.document != mention.document and o.kind == mention.kind
        ]
        return [o.date for o in near if o.date and (same_place(mention, o) >= _ONE_PLACE or alike(mention, o) >= _ALIKE_SAME_DAY)]

    @staticmethod
    def whole(mentions: Iterable[Mention]) -> list[Mention]:
        """The mentions with whole dates of a month or finer."""
        return [*filter(_whole, mentions)]


def _counts(mention: Mention) -> list[tuple[str, int]]:
    """The counts by which a telling may be known again: its deaths and its injured, none of them zero."""
    counts = [(outcome, count_in(mention, outcome)) for outcome in ("killed", "injured")]
    return [(outcome, count.best) for outcome, count in counts if count and count.best]


def _whole(mention: Mention) -> bool:
    """Whether a mention tells of a deed with a whole date of a month or finer."""
    when = mention.date
    if when is None or when.earliest is None or when.latest is None or mention.status not in ("happened", "foiled"):
        return False
    return (when.latest - when.earliest).days <= _WHOLE_DAYS
