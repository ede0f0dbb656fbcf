"""ucdp-ged: 49 columns in order, numbers that hold together, and what cannot be coded with its reason."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coding_made import HOME, exactly, incident, on, record
from publishing_sample import sample
from shared_data import shared
from thucydides.nouns import Aggregate, AggregateCheck, Incident, Passage, Place, Quantity, Record
from thucydides.publishing import Options
from thucydides.publishing.coding.ged import Uncoded, cell, event
from thucydides.publishing.index import Index
from thucydides.publishing.outputs.ucdp_ged import write

COLUMNS = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]


def rows(record: Record, name: str = "ged") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(record, Options())[f"{name}.csv"].decode(), newline="")))


def coded(one: Incident) -> dict[str, Any]:
    found = event(Index(record(one)), one)
    assert not isinstance(found, Uncoded), found
    return found


def reasons(one: Incident) -> str:
    found = event(Index(record(one)), one)
    assert isinstance(found, Uncoded)
    return "; ".join(found.reasons)


def test_the_columns_are_geds_49_in_order() -> None:
    header = next(csv.reader(io.StringIO(write(sample(), Options())["ged.csv"].decode())))
    assert header == COLUMNS
    assert len(header) == 49


def test_a_clash_with_a_named_group_is_state_based() -> None:
    (row,) = rows(record(incident(groups=(("soldiers", "state forces", 2), ("fighters", "rebels", 3)))))
    assert (row["type_of_violence"], row["dyad_name"]) == ("1", "Government of Mali - Northern Front")
    assert [row[c] for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high")] == list(
        "2300555"
    )
    assert (row["gwnoa"], row["country"], row["country_id"], row["region"]) == ("432", "Mali", "432", "Africa")
    assert (row["where_prec"], row["date_prec"], row["event_clarity"]) == ("1", "1", "1")
    assert (row["date_start"], row["geom_wkt"]) == ("2024-03-05 00:00:00.000", "POINT (-4.182700 14.484300)")
    assert row["source_article"] == '"Agence France-Presse,2024-03-07,A title"'
    assert (row["number_of_sources"], row["source_original"], row["relid"]) == ("1", "an officer", "ML-2024-03-05")


def test_what_is_dead_without_a_side_is_unknown_and_civilians_are_civilians() -> None:
    assert {k: v for k, v in coded(incident(killed=exactly(9), groups=(("villagers", "civilians", 4),))).items() if k.startswith("deaths")} == {
        "deaths_a": 0, "deaths_b": 0, "deaths_civilians": 4, "deaths_unknown": 5,
    }  # fmt: skip


def test_one_sided_violence_names_who_did_it_and_counts_civilians() -> None:
    one = incident("Attack", (("front", "", "perpetrator"), ("people", "", "target")), ucdp_type=3)
    row = coded(one)
    assert (row["side_a"], row["side_b"], row["side_b_dset_id"], row["deaths_civilians"]) == (
        "Northern Front",
        "Civilians",
        9999,
        5,
    )
    assert "no document names who did it" in reasons(incident("Attack", (("people", "", "target"),), ucdp_type=3))


def test_a_group_named_in_the_words_of_its_dead_is_its_side() -> None:
    row = coded(incident(killed=exactly(1), groups=(("Northern Front fighter", "state forces", 1),)))
    assert (row["deaths_a"], row["deaths_b"]) == (0, 1)


def test_an_actor_is_what_it_was_on_the_day() -> None:
    sides = (("turned", "", "perpetrator"), ("ml-forces", "", "target"))
    assert coded(incident(actors=sides, when=on("2020-01-01")))["side_b"] == "Turned Movement"
    assert "no named group or state on the other side" in reasons(incident(actors=sides))


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (incident(killed=None), "no number of dead is told"),
        (incident(killed=exactly(0)), "nobody was killed"),
        (incident(when=None), "no date with its year is told"),
        (incident(when=on("2019-01-01", "2021-12-31")), "date_prec ends at a year"),
        (incident(where=None), "no place that can be put on the map"),
        (incident(where=replace(HOME, country=None)), "in no state of Gleditsch and Ward's list"),
        (incident(actors=(("ml-forces", "", "party"), ("", "Unidentified Armed Group", "party"))), "no named group or state on the other side"),
        (incident(ucdp_type=2), "only one side is named: Northern Front"),
        (incident(ucdp_type=None), "no organised violence"),
        (incident("Agreement", kind="act", ucdp_type=None), "no use of armed force"),
    ],
)  # fmt: skip
def test_what_the_rules_cannot_code_goes_to_the_second_table_with_the_reason(one: Incident, why: str) -> None:
    assert why in reasons(one)
    assert rows(record(one)) == []
    (row,) = rows(record(one), "not_coded")
    assert why in row["reason"]
    assert row["id"] == one.id


def test_every_incident_is_in_one_of_the_two_tables() -> None:
    found = [r["relid"] for r in rows(sample())] + [r["id"] for r in rows(sample(), "not_coded") if r["kind"] != "count"]
    assert sorted(found) == sorted(i.id for i in sample().incidents)


COUNTS = st.none() | st.integers(0, 400)


@given(
    st.tuples(COUNTS, COUNTS, COUNTS),
    st.lists(st.tuples(st.sampled_from(["soldiers", "fighters", "x"]), st.sampled_from(["state forces", "rebels", "civilians", "unknown"]), st.integers(0, 300))),
    st.sampled_from([1, 3]),
)  # fmt: skip
def test_the_parts_sum_to_best_and_the_bounds_hold(
    told: tuple[int | None, ...], groups: list[tuple[str, str, int]], type: int
) -> None:
    known = sorted(n for n in told if n is not None)
    low, best, high = (None if t is None else known.pop(0) for t in told)
    one = incident(killed=Quantity(low, best, high), groups=tuple(groups), ucdp_type=type)
    found = event(Index(record(one)), one)
    if isinstance(found, Uncoded):
        assert not any(told)
        return
    assert found["deaths_a"] + found["deaths_b"] + found["deaths_civilians"] + found["deaths_unknown"] == found["best"]
    assert 0 <= found["low"] <= found["best"] <= found["high"]
    assert min(found[c] for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")) >= 0


@given(st.integers(1, 800))
def test_date_prec_follows_the_number_of_days(days: int) -> None:
    first = date(2022, 1, 1)
    one = incident(when=on(first.isoformat(), (first + timedelta(days - 1)).isoformat()))
    found = event(Index(record(one)), one)
    wanted = 1 if days == 1 else 2 if days <= 6 else 3 if days == 7 else 4 if days <= 31 else 5 if days <= 366 else None
    assert (None if isinstance(found, Uncoded) else found["date_prec"]) == wanted


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_the_cell_of_the_grid_holds_the_point(latitude: float, longitude: float) -> None:
    row, column = divmod(cell(latitude, longitude) - 1, 720)
    assert row / 2 - 90 - 1e-9 <= latitude <= row / 2 - 89.5 + 1e-9
    assert column / 2 - 180 - 1e-9 <= longitude <= column / 2 - 179.5 + 1e-9


def test_a_dyad_is_active_from_25_deaths_in_a_year() -> None:
    two = tuple(incident(id=f"ML-2024-0{n}", killed=exactly(n)) for n in (12, 13))
    assert {r["active_year"] for r in rows(record(*two))} == {"1"}
    assert {r["active_year"] for r in rows(record(two[0]))} == {"0"}


def tally(
    id: str, window: Any, residual: tuple[int | None, int | None], incidents: tuple[str, ...], area: Place | None = HOME
) -> Record:
    """A record with one incident and a count that leaves deaths over."""
    aggregate = Aggregate(id, "d1", Passage("d1", 0, 8), deaths=exactly(20), window=window, area=area, counter="a monitor")
    check = AggregateCheck(id, "as told", exactly(5), 1, residual, (1, None), "short", incidents)
    return record(incident(), aggregates=(aggregate,), checks=(check,))


def test_what_a_count_leaves_over_is_an_event_of_clarity_2() -> None:
    found = rows(tally("a1", on("2024-03-01", "2024-03-31"), (15, None), ("ML-2024-03-05",)))
    (left,) = [r for r in found if r["event_clarity"] == "2"]
    assert (left["relid"], left["best"], left["low"], left["deaths_unknown"], left["date_prec"]) == ("a1", "15", "15", "15", "4")
    assert (left["dyad_name"], left["source_original"]) == ("Government of Mali - Northern Front", "a monitor")


def test_a_residual_without_sides_or_place_is_not_coded() -> None:
    for made in (
        tally("a1", on("2024-03-01", "2024-03-31"), (15, 15), ()),
        tally("a1", on("2024-03-01"), (15, 15), ("ML-2024-03-05",), None),
    ):
        assert [r["event_clarity"] for r in rows(made)] == ["1"]
        assert [r["kind"] for r in rows(made, "not_coded")] == ["count"]


def test_counts_over_one_time_are_not_added_up() -> None:
    one = tally("a1", on("2024-03-01", "2024-03-31"), (15, None), ("ML-2024-03-05",))
    other = tally("a2", on("2024-03-10", "2024-04-10"), (7, 7), ("ML-2024-03-05",))
    both = replace(one, aggregates=one.aggregates + other.aggregates, checks=one.checks + other.checks)
    assert [r["relid"] for r in rows(both) if r["event_clarity"] == "2"] == ["a2"]
    assert "a2 covers too" in rows(both, "not_coded")[0]["reason"]


def test_the_rules_applied_go_with_the_tables() -> None:
    about = {r["item"]: r["value"] for r in rows(sample(), "about")}
    assert "graded" in about["status"] or "Everything" in about["status"]
    assert {i for i in about if i.startswith("rule ucdp.")} >= {"rule ucdp.split", "rule ucdp.residual"}
    assert [r["column"] for r in rows(sample(), "columns")] == COLUMNS


def test_a_public_sample_has_the_same_columns_types_and_cells() -> None:
    with shared("reference", "ucdp-ged-sample.csv").open(encoding="utf-8", newline="") as file:
        public = list(csv.DictReader(file))[1:]
    assert len(set(public[0]) & set(COLUMNS)) > 40
    assert all(cell(float(r["latitude"]), float(r["longitude"])) == int(r["priogrid_gid"]) for r in public)
    (own,) = rows(record(incident()))
    whole = {c for c in own if c in public[0] and all(r[c].lstrip("-").isdigit() for r in public if r[c])}
    assert {c for c in whole if own[c] and not own[c].lstrip("-").isdigit()} <= {"active_year"}
    assert {r["country"]: r["country_id"] for r in public} == {"Colombia": "100"}
