"""Five real reports of one conflict become the record that a careful coder made of them."""

import json
from pathlib import Path

import pytest

from shared_data import shared
from thucydides.build import build
from thucydides.evaluating.record import score
from thucydides.nouns import Record
from thucydides.record import Store

AT_LEAST = {
    "incidents recall": 1.0,
    "accounts F1": 1.0,
    "discrepancies recall": 1.0,
    "aggregates recall": 1.0,
    "date exact to the day": 1.0,
    "within 50 km": 0.85,
    "type": 1.0,
    "killed best": 1.0,
    "injured best": 1.0,
    "killed unknown kept": 1.0,
    "injured unknown kept": 1.0,
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    sources = shared("seeds")
    with Store.open(tmp_path_factory.mktemp("five") / "record", create=True) as store:
        return build([sources], store)


@pytest.mark.parametrize("measure", sorted(AT_LEAST))
def test_every_measure_holds(record: Record, measure: str) -> None:
    gold = json.loads(shared("gold", "seeds.json").read_text(encoding="utf-8"))
    assert score(record, gold).scores[measure] >= AT_LEAST[measure]


def test_at_most_one_incident_is_told_by_nobody_else(record: Record) -> None:
    gold = json.loads(shared("gold", "seeds.json").read_text(encoding="utf-8"))
    assert score(record, gold).scores["incidents precision"] >= 11 / 12


def test_what_no_report_tells_is_asked_for(record: Record) -> None:
    tallies = [c for c in record.checks if c.recorded_incidents == 4]
    assert any(c.residual_deaths[0] == 2 and c.residual_incidents[0] == 1 for c in tallies)


def test_one_more_document_gives_what_building_all_at_once_gives(record: Record, tmp_path: Path) -> None:
    paths = sorted(shared("seeds").iterdir())
    with Store.open(tmp_path / "record", create=True) as store:
        build(paths[:4], store)
        after = build(paths[4:], store)
    assert (after.incidents, after.discrepancies, after.gaps) == (record.incidents, record.discrepancies, record.gaps)
