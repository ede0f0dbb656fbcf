"""Our own reports on many wars and their gold: every quote stands in its report, every name in the gold is one that the suite knows."""

import html
from pathlib import Path
from typing import Any

import pytest

from thucydides.evaluating import evaluate
from thucydides.evaluating.judged import day, read_gold
from thucydides.evaluating.outcome import Cut
from thucydides.evaluating.record_sums import ATTRIBUTES
from thucydides.evaluating.record_values import gold_codes
from thucydides.evaluating.slices import sources, stem
from thucydides.vocabulary import mapping

WARS = Path(__file__).parents[1] / "benchmarks" / "wars"
GOLD = read_gold(WARS)
REPORTS = {path.name: " ".join(html.unescape(path.read_text(encoding="utf-8")).split()) for path in sources(WARS)}
EVENTS: list[dict[str, Any]] = GOLD["events"]
ALL = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])


@ALL
def test_every_quote_stands_in_its_report(event: dict[str, Any]) -> None:
    for mention in event["mentions"]:
        assert " ".join(mention["quote"].split()) in REPORTS[mention["page"]]
        assert mention["role"] in ("primary", "secondary", "aggregate")


def test_every_quote_of_a_count_stands_in_its_report() -> None:
    for count in GOLD["aggregates"]:
        assert " ".join(count["quote"].split()) in REPORTS[count["page"]]


@ALL
def test_an_incident_is_coded_in_words_that_the_suite_knows(event: dict[str, Any]) -> None:
    types = {name for names in mapping("types")["event_types"].values() for name in names}
    assert {event["type"], *event.get("type_also", [])} <= types
    assert event["country"] is None or gold_codes(event)
    first, last = day(event["date_start"]), day(event["date_end"])
    assert first is not None
    assert last is not None
    assert first <= last
    if event["best_date"]:
        assert first <= (day(event["best_date"]) or first) <= last
    for outcome in ("deaths", "injured"):
        told = [number for key in ("low", "best", "high") if (number := event[outcome].get(key)) is not None]
        assert told == sorted(told)
    assert (event["lat"] is None) == (event["lon"] is None)


def test_contradictions_and_counts_name_incidents_and_reports_that_there_are() -> None:
    ids = [event["id"] for event in EVENTS]
    assert len(ids) == len(set(ids))
    for contradiction in GOLD["contradictions"]:
        assert set(contradiction["event"].split("+")) <= set(ids)
        assert contradiction["field"] in ATTRIBUTES
        assert {value["page"] for value in contradiction["values"]} <= REPORTS.keys()


def test_every_report_tells_of_an_incident_and_its_name_says_the_war() -> None:
    told = {mention["page"] for event in EVENTS for mention in event["mentions"]}
    assert told == REPORTS.keys()
    wars = {stem(name).rsplit("-", 1)[0] for name in REPORTS}
    readme = (WARS / "README.md").read_text(encoding="utf-8")
    assert len(wars) >= 16
    assert all(f"`{war}`" in readme for war in wars)


def test_a_half_of_the_wars_is_measured_without_the_readme() -> None:
    outcome = evaluate("record", str(WARS), Cut("tune", 6))
    assert 0 < outcome.documents <= 8
    assert outcome.scores["passages that re-read"] == 1.0
