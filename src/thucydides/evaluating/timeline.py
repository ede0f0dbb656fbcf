"""The suite `timeline`: a record of many articles of one war against incidents that people coded from a published timeline.

Data: a folder with `documents.jsonl[.gz]` and `gold.json` (events with dates, country, place, tolls, types; `told_in` names the articles
that tell of each). Events and incidents are paired one to one by date, country, place and toll, whatever documents tell of them. A
timeline tells of some incidents only, so there is no precision here: an incident without an event is no fault.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from thucydides.evaluating.judged import (
    Dates,
    Event,
    build_record,
    coded,
    count,
    country,
    gold_in_words,
    gold_when,
    in_words,
    kilometres,
    read_gold,
    when,
)  # fmt: skip
from thucydides.evaluating.measures import best_pairs, ranges_meet
from thucydides.evaluating.outcome import Case, Cut, Outcome, Tally, excerpt
from thucydides.evaluating.record_values import NEAR_KM
from thucydides.evaluating.slices import select_events, stem
from thucydides.nouns import Incident, Record

FAR_KM = 60.0
"""An incident farther than this from the event is another one."""
SLACK_DAYS = 1
BESIDE = 60
"""Characters around a number in which a word of death makes it one of dead."""
_DEATH = re.compile(r"kill|dead|\bdie|death|bodies|\blives\b|\btoll\b|massacre|slain|martyr", re.IGNORECASE)
MANY = 5


def _days(incident: Incident) -> Dates:
    """The record's dates; where one end is open the other stands for both."""
    earliest, latest = when(incident)
    return earliest or latest, latest or earliest


def _far(incident: Incident, event: Event) -> float | None:
    """Kilometres; None where the gold names no place. A place known by its country only lies at the country's point."""
    return kilometres(incident, event) if event.get("place") is not None else None


def same(value: int | None, event: Event, outcome: str) -> bool:
    """Whether the record's number is the coded one, or another that the timeline gives ("more than 60" is 61 by rule, or 60)."""
    want = coded(event, outcome)
    return value is not None and (value == want.get("best") or value in (want.get("also") or ()))


def weight(incident: Incident, event: Event) -> float | None:
    """How well an incident fits an event; None where it cannot be the one.

    An incident without a date or in another country is not found: nobody could look it up. Date, place and toll weigh up to 2
    each, the type half.
    """
    (first, last), (begin, end) = _days(incident), gold_when(event)
    if (
        first is None
        or last is None
        or begin is None
        or end is None
        or country(incident) != str(event.get("country_code")).upper()
    ):
        return None
    far = _far(incident, event)
    if not ranges_meet((first, last), (begin, end), SLACK_DAYS) or (far is not None and far > FAR_KM):
        return None
    killed = count(incident, "killed")[1]
    counted = killed is not None and coded(event, "killed").get("best") is not None
    dated = 2 / (1 + abs((first - begin).days) + abs((last - end).days))
    placed = 0.5 if far is None else 2 - far / FAR_KM
    return 1 + dated + placed + (2.0 * same(killed, event, "killed") if counted else 0.5) + 0.5 * _typed(incident, event)


def _typed(incident: Incident, event: Event) -> bool:
    return incident.type in {event.get("type"), *(event.get("type_also") or ())}


def score(record: Record, gold: Mapping[str, Any]) -> Outcome:
    """Events found, and the values of those found, as shares; `found` with its conditions first."""
    incidents = {i.id: i for i in record.incidents if i.kind == "incident"}
    events: dict[str, Event] = {e["id"]: e for e in gold["events"]}
    fits = {
        (i, e): w
        for e, event in events.items()
        for i, incident in incidents.items()
        if (w := weight(incident, event)) is not None
    }
    incident_of = {event: incidents[name] for name, event in best_pairs(fits).items()}
    texts = {stem(d.path): d.text for d in record.documents}
    told = {m.id: (m.document, m.passages[0].start) for m in record.mentions}
    by_id = {d.id: d.text for d in record.documents}
    tally = Tally()
    for name, event in events.items():
        found = incident_of.get(name)
        opening = next((texts[p] for p in event.get("told_in") or () if p in texts), "")
        lost = Case("found", name, excerpt(opening), gold_in_words(event), _near(incidents.values(), event), float(bool(opening)))
        for measure, good in _finding(found, event):
            tally.judge(measure, good, lost if measure == "found" else None)
        if found is None:
            continue
        document, start = told[found.mentions[0]]
        numbered = any(_gives_number(texts[p], event) for p in event.get("told_in") or () if p in texts)
        for measure, good in _values(found, event, numbered):
            case = Case(measure, name, excerpt(by_id[document], start), gold_in_words(event), in_words(found))
            tally.judge(measure, good, case)
    return Outcome(tally.scores(), len(record.documents), dict(tally.asked), tuple(tally.cases))


def _finding(found: Incident | None, event: Event) -> Iterator[tuple[str, bool]]:
    yield "found", found is not None
    if event.get("told_in"):
        yield "found, told in articles", found is not None
    want = coded(event, "killed")
    if (want.get("best") or want.get("low") or 0) >= MANY:
        yield "found, 5 or more killed", found is not None
    if event.get("place") or want.get("best") is not None:
        sure = found is not None and (_far(found, event) is not None or same(count(found, "killed")[1], event, "killed"))
        yield "found, place or toll agrees", sure


def _gives_number(text: str, event: Event) -> bool:
    """Whether an article that tells of an event gives the coded number beside a word of death, whatever else it counts."""
    from thucydides.extracting.quantities import find_quantities

    near = (q.quantity for q in find_quantities(text) if _DEATH.search(text, max(0, q.start - BESIDE), q.end + BESIDE))
    return any(same(number, event, "killed") for quantity in near for number in (quantity.best, quantity.high))


def _values(incident: Incident, event: Event, numbered: bool) -> Iterator[tuple[str, bool]]:
    """The values of an event found; `numbered` says whether an article gives the coded number at all, so that it can be exact."""
    low, best, high = count(incident, "killed")
    want = coded(event, "killed")
    if want.get("best") is not None:
        exact = same(best, event, "killed")
        yield "killed exact", exact
        if event.get("told_in"):
            yield "killed exact, told in articles", exact
        if numbered:
            yield "killed exact, number in articles", exact
        numbers = (want["best"], *(want.get("also") or ()))
        known = (low, high) != (None, None)
        yield "killed range holds it", known and any((low or 0) <= n and (high is None or n <= high) for n in numbers)
    if coded(event, "injured").get("best") is not None:
        yield "injured exact", same(count(incident, "injured")[1], event, "injured")
    yield "type", _typed(incident, event)
    if event.get("place") and event.get("lat") is not None:
        far = _far(incident, event)
        yield "within 50 km", far is not None and far <= NEAR_KM
    (first, last), (begin, end) = _days(incident), gold_when(event)
    inside = first == last and None not in (first, begin, end) and ranges_meet((begin, end), (first, first), 0)
    yield "day exact", (first, last) == (begin, end) or inside


def _near(incidents: Any, event: Event) -> str:
    """The incidents of the event's country and days, which one might have taken for it."""
    near = [
        i for i in incidents if _days(i)[0] is not None and country(i) == event.get("country_code")
        and ranges_meet(_days(i), gold_when(event), SLACK_DAYS)
    ]  # fmt: skip
    return " | ".join(in_words(i) for i in near[:3]) or "no incident of its country and days"


def evaluate_timeline(data: Path, cut: Cut | None = None) -> Outcome:
    """Build a record of the documents in `data` and score it; a cut takes events that articles tell of, with these articles."""
    cut = cut or Cut()
    gold = read_gold(data)
    names = None
    if cut.half or cut.limit is not None:
        told = {e["id"]: tuple(map(stem, e["told_in"])) for e in gold["events"] if e.get("told_in")}
        events, names = select_events(told, cut)
        gold = {**gold, "events": [e for e in gold["events"] if e["id"] in events]}
    return score(build_record(data, names, cut), gold)
