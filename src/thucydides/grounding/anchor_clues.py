"""Anchor clues: what the words of an undated document, and dated tellings of the same incidents, say of its own date."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.same_telling import alike, count_in
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Calendar, Day, Shift, Stretch, Weekday
from thucydides.nouns import DateRange, Extract, Mention

# How likely two tellings must be of one incident: where month and day agree, and where only what is told agrees.
_ALIKE_SAME_DAY, _ALIKE = 2, 4
# Tellings that could be the same must agree on the day this far, or the clue is dropped.
_AGREE_DAYS = 10
# A date of a month or finer is whole enough to date another telling.
_WHOLE_DAYS = 31


class Clue(Struct, frozen=True):
    """What a document's words say of its own date: an expression that must meet the days given, or any of the days known."""

    expression: TimeExpression | None
    first: date | None = None
    last: date | None = None


class Alike(Protocol):
    """What gives the whole dates that dated tellings of the same incident have."""

    def like(self, mention: Mention, expression: TimeExpression | None) -> list[DateRange]: ...


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


class Neighbours:
    """The days of the one year in which dated mentions of other documents, in the same country, lie within days of a month and day."""

    def __init__(self, whole: Iterable[Mention]) -> None:
        self._by_country: dict[str, list[tuple[str, date]]] = {}
        for mention in whole:
            country, when = _country(mention), mention.date
            if country and when and when.earliest and when.earliest == when.latest:
                self._by_country.setdefault(country, []).append((mention.document, when.earliest))

    def like(self, mention: Mention, expression: TimeExpression | None) -> list[DateRange]:
        """The day that the words name, in the year of the neighbours; none where they are of several years, or there are none."""
        if expression is None or not isinstance(expression.form, Day):
            return []
        near = [day for document, day in self._by_country.get(_country(mention) or "", ()) if document != mention.document]
        meant = {d for day in near if (d := _in_season(expression.form, day)) is not None}
        return [DateRange(d.isoformat(), d, d) for d in meant] if len(meant) == 1 else []


def _country(mention: Mention) -> str | None:
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
        return [other.date for other in near if other.date and other.document != mention.document and alike(mention, other) >= need]


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


def clues_of(extract: Extract, dated: Alike) -> tuple[list[Clue], set[date]]:
    """The clues of a document's mentions and windows, and the days of the incidents it shares with dated tellings."""
    clues, known = [], set()
    for mention in extract.mentions:
        expression = lacking(mention.date)
        if mention.date is not None and expression is None:
            continue
        matched = _matched(mention, expression, dated)
        if matched is not None:
            first, last = matched
            clues.append(Clue(expression, first, last))
            known |= {first, last}
        elif expression is not None and _fresh(expression):
            clues.append(Clue(expression))
    for aggregate in extract.aggregates:
        expression = lacking(aggregate.window)
        if expression is not None and _fresh(expression):
            clues.append(Clue(expression))
    return clues, known


def lacking(when: DateRange | None) -> TimeExpression | None:
    """The expression of a time that still lacks the document's date, None for any other."""
    if when is None or when.basis != "unknown" or not when.wording:
        return None
    found = find_times(when.wording)
    return found[0] if len(found) == 1 and found[0].relative_to == "document" else None


def _fresh(expression: TimeExpression) -> bool:
    """Whether the words say that what is told is new: "this month", "in recent weeks"."""
    form = expression.form
    if isinstance(form, Calendar):
        return form.offset == 0 and form.unit in ("week", "month")
    return isinstance(form, Stretch) and form.sign < 0


def _matched(mention: Mention, expression: TimeExpression | None, dated: Alike) -> tuple[date, date] | None:
    """The days of the dated tellings that are like a mention, None where there are none or they part."""
    found = [(when.earliest, when.latest) for when in dated.like(mention, expression) if when.earliest and when.latest]
    if not found:
        return None
    day = min(found, key=lambda days: (days[1] - days[0], days))
    if any(first - timedelta(days=_AGREE_DAYS) > day[1] or last + timedelta(days=_AGREE_DAYS) < day[0] for first, last in found):
        return None
    return day


def near(clue: Clue) -> bool:
    """Whether the words of a clue are those of fresh news ("Sunday", "this month"), where a month and day may be long past."""
    return clue.expression is not None and isinstance(clue.expression.form, Weekday | Calendar | Stretch | Shift)


def fits(clue: Clue, day: date, known: set[date]) -> bool:
    """Whether a clue holds for a document of that day."""
    if clue.expression is None:
        return clue.first is not None and clue.first <= day
    anchor = DateRange(day.isoformat(), day, day)
    when = resolve(clue.expression, Anchor(anchor))
    if when is None or when.earliest is None or when.latest is None:
        return False
    if clue.first is None or clue.last is None:
        return any(when.earliest <= k <= when.latest for k in known)
    return when.earliest <= clue.last and clue.first <= when.latest
