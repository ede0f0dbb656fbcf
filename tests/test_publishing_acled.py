"""acled: 31 columns in order, its rules on fatalities, days, places and sides, and what they cannot code."""

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coding_made import HOME, exactly, incident, on, record
from publishing_sample import sample
from thucydides.nouns import Incident, Quantity, Record
from thucydides.publishing import Options
from thucydides.publishing.coding.acled import events
from thucydides.publishing.coding.acled_actors import interaction
from thucydides.publishing.coding.fatalities import divided
from thucydides.publishing.coding.ged import Uncoded
from thucydides.publishing.index import Index
from thucydides.publishing.outputs.acled import write
from thucydides.vocabulary import mapping

COLUMNS = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]


def rows(record: Record, name: str = "acled") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(record, Options())[f"{name}.csv"].decode(), newline="")))


def coded(one: Incident, killed: Quantity | None = None) -> list[dict[str, Any]]:
    found = events(Index(record(one, killed=killed)), one)
    assert not isinstance(found, Uncoded), found
    return found


def reason(one: Incident) -> str:
    found = events(Index(record(one)), one)
    assert isinstance(found, Uncoded)
    return "; ".join(found.reasons)


def test_the_columns_are_acleds_31_in_order() -> None:
    header = next(csv.reader(io.StringIO(write(sample(), Options())["acled.csv"].decode())))
    assert header == COLUMNS
    assert len(header) == 31


def test_a_clash_as_acled_codes_it() -> None:
    (row,) = rows(record(incident()))
    assert (row["event_date"], row["time_precision"], row["geo_precision"], row["fatalities"]) == ("2024-03-05", "1", "1", "5")
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == (
        "Northern Front",
        "Rebel group",
        "Military Forces of Mali",
        "State forces",
    )
    assert (row["interaction"], row["civilian_targeting"]) == ("State forces-Rebel group", "")
    assert (row["iso"], row["region"], row["country"], row["latitude"]) == ("466", "Western Africa", "Mali", "14.4843")
    assert (row["source"], row["source_scale"], row["timestamp"]) == ("Agence France-Presse", "International", "1709769600")
    assert row["disorder_type"] == "Political violence"
    assert re.fullmatch(r"MLI\d+", row["event_id_cnty"])
    assert (
        row["notes"] == "On 5 March 2024, Northern Front clashed with Military Forces of Mali in Mopti, Mali. Reported: 5 killed."
    )
    assert row["tags"] == "record=ML-2024-03-05"


def test_violence_against_civilians_has_them_as_second_actor_and_target() -> None:
    (row,) = coded(incident("Attack", (("people", "", "target"),), ucdp_type=3))
    assert (row["actor1"], row["actor2"]) == ("Unidentified Armed Group (Mali)", "Civilians (Mali)")
    assert (row["interaction"], row["civilian_targeting"]) == ("Political militia-Civilians", "Civilians targeted")
    (row,) = coded(incident("Attack", (("", "Civilians", "target"), ("front", "", "perpetrator"))))
    assert (row["actor1"], row["actor2"]) == ("Northern Front", "Civilians (Mali)")


def test_police_of_no_country_are_those_of_the_country_and_a_states_forces_abroad_are_external() -> None:
    (row,) = coded(incident(actors=(("", "Police Forces", "target"), ("front", "", "perpetrator"))))
    assert (row["actor2"], row["inter2"]) == ("Police Forces of Mali", "State forces")
    (row,) = coded(incident(where=replace(HOME, country="NE")))
    assert (row["actor2"], row["inter2"], row["country"]) == ("Military Forces of Mali", "External/Other forces", "Niger")


def test_the_vaguer_of_two_names_of_one_side_is_left_out() -> None:
    (row,) = coded(
        incident(
            "Air/drone strike",
            (
                ("", "Civilians", "target"),
                ("people", "", "target"),
                ("", "Unidentified Armed Group", "perpetrator"),
                ("", "Unidentified Armed Group (Niger)", "perpetrator"),
            ),
        )
    )
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"], row["assoc_actor_2"]) == (
        "Unidentified Armed Group (Niger)",
        None,
        "Civilians (Mali)",
        None,
    )


@pytest.mark.parametrize(
    ("type", "quantity", "number"),
    [
        ("Armed clash", Quantity(3, 3, None, "several", "toll.several"), 10),
        ("Attack", Quantity(3, 3, None, "several", "toll.several"), 3),
        ("Attack", Quantity(3, 3, None, "a few", "toll.few"), 3),
        ("Air/drone strike", Quantity(2, None, None, "civilians", "toll.plural"), 10),
        ("Attack", Quantity(24, 24, None, "dozens", "toll.dozens"), 12),
        ("Attack", Quantity(200, 200, None, "hundreds", "toll.hundreds"), 100),
        ("Attack", Quantity(2, 2, None, "a couple", "toll.couple"), 2),
        ("Attack", Quantity(5, 5, None, "at least five", "toll.at-least"), 5),
        ("Attack", exactly(0), 0),
    ],
)
def test_words_without_a_number_have_acleds_numbers(type: str, quantity: Quantity, number: int) -> None:
    (row,) = coded(incident(type, killed=quantity), killed=quantity)
    assert row["fatalities"] == number
    vague = quantity.rule in mapping("coding")["vague"]
    assert (f"Fatalities reported as “{quantity.wording}”; coded as {number}." in row["notes"]) == vague


def test_a_number_told_beside_a_vague_word_counts() -> None:
    (row,) = coded(incident(killed=Quantity(3, 4, 4, "several", "toll.several")), killed=exactly(4))
    assert row["fatalities"] == 3


def test_where_reports_differ_the_lowest_counts_until_a_higher_is_corroborated() -> None:
    told = Quantity(4, 6, 9)
    (low,) = coded(incident(killed=told))
    (high,) = coded(incident(killed=told, origins=2))
    assert (low["fatalities"], high["fatalities"]) == (4, 6)
    assert "Reports of fatalities vary (4 to 9 (best 6)); coded as the lowest, 4." in low["notes"]
    assert "coded as the corroborated 6." in high["notes"]


def test_without_a_number_of_dead_fatalities_are_0_and_the_note_says_so() -> None:
    (row,) = coded(incident(killed=None))
    assert row["fatalities"] == 0
    assert row["notes"].endswith("No number of fatalities reported.")


def test_fighting_over_days_is_an_event_a_day_and_the_dead_are_divided() -> None:
    found = coded(incident(killed=exactly(11), when=on("2024-03-05", "2024-03-07", "date.span", "from March 5 to 7")))
    assert [(r["event_date"], r["fatalities"], r["time_precision"]) for r in found] == [
        ("2024-03-05", 4, 1),
        ("2024-03-06", 4, 1),
        ("2024-03-07", 3, 1),
    ]
    assert len({r["event_id_cnty"] for r in found}) == 3
    assert all("11 fatalities over 3 days are divided between them." in r["notes"] for r in found)


def test_a_day_that_is_not_known_is_one_event_in_the_middle() -> None:
    (week,) = coded(incident(when=on("2024-03-04", "2024-03-10", "date.days", "between March 4 and 10")))
    (month,) = coded(incident(when=on("2024-03-01", "2024-03-31")))
    assert (week["event_date"], week["time_precision"]) == ("2024-03-07", 2)
    assert (month["event_date"], month["time_precision"]) == ("2024-03-16", 3)


@given(st.integers(0, 10_000), st.integers(1, 40))
def test_a_total_is_divided_without_loss_as_evenly_as_can_be(total: int, days: int) -> None:
    found = divided(total, days)
    assert sum(found) == total
    assert max(found) - min(found) <= 1
    assert list(found) == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (incident(when=on("2024-01-01", "2024-12-31")), "time_precision ends at a month"),
        (incident(when=None), "no date with its year is told"),
        (incident(where=None), "no place that can be put on the map"),
        (incident(where=replace(HOME, precision=6)), "known only by country"),
        (incident("CONSULT", kind="act", event_type="CONSULT", ucdp_type=None), "no event type of ACLED's"),
    ],
)
def test_what_the_rules_cannot_code_goes_to_the_second_table_with_the_reason(one: Incident, why: str) -> None:
    assert why in reason(one)
    (row,) = rows(record(one), "not_coded")
    assert why in row["reason"]


def test_one_day_place_and_pair_of_known_sides_is_one_event() -> None:
    strike = incident("Air/drone strike", id="ML-2024-03-05-b", killed=exactly(2))
    (row,) = rows(record(incident(), strike))
    assert (row["sub_event_type"], row["fatalities"]) == ("Armed clash", "7")
    assert row["tags"] == "record=ML-2024-03-05; record=ML-2024-03-05-b"
    unknown = tuple(incident("Attack", (("people", "", "target"),), id=f"ML-{n}") for n in (1, 2))
    assert len(rows(record(*unknown))) == 2, "attackers whom nobody names are not known to be the same"


def test_types_of_both_sides_stand_in_the_order_of_their_codes() -> None:
    codes = mapping("coding")["inter_codes"]
    for first in codes:
        assert interaction(first, "") == f"{first} only"
        for second in codes:
            assert interaction(first, second) == interaction(second, first)
            left, right = re.fullmatch("(.*)-(.*)", interaction(first, second)).groups()  # type: ignore[union-attr]
            assert codes[left] <= codes[right]


def test_every_sub_event_type_has_a_disorder_type_and_words_for_notes() -> None:
    found = mapping("coding")
    for event_type, subs in mapping("types")["event_types"].items():
        for sub in subs:
            assert found["disorder"].get(sub) or found["disorder"].get(event_type)
            assert len(found["notes"][sub]) == 2


def test_every_incident_and_act_is_in_one_of_the_two_tables() -> None:
    told = [tag.removeprefix("record=") for r in rows(sample()) for tag in r["tags"].split("; ")]
    assert sorted(told + [r["id"] for r in rows(sample(), "not_coded")]) == sorted(i.id for i in sample().incidents)


def test_the_notes_copy_no_sentence_of_a_document() -> None:
    texts = [" ".join(d.text.split()) for d in sample().documents]
    for row in rows(sample()):
        for n in range(len(words := row["notes"].split()) - 7):
            assert not any(" ".join(words[n : n + 8]) in text for text in texts), row["notes"]


ROLES = st.sampled_from(["perpetrator", "target", "party", "victim"])
LISTED = ("ml-forces", "ml-government", "front", "league", "people", "fr-forces")
DESCRIBED = ("Civilians", "Unidentified Armed Group", "Police Forces", "Protesters (Mali)", "Criminal Group (Niger)")
PARTIES = st.sampled_from([*((actor, "") for actor in LISTED), *(("", name) for name in DESCRIBED)])
SUBS = [(event, sub) for event, subs in mapping("types")["event_types"].items() for sub in subs]


@given(st.sampled_from(SUBS), st.lists(st.tuples(PARTIES, ROLES), max_size=5), st.sampled_from(["ML", "NE", "XK"]))
def test_whoever_took_part_the_event_keeps_to_the_codebook(
    type: tuple[str, str], sides: list[tuple[tuple[str, str], str]], home: str
) -> None:
    event, sub = type
    one = incident(sub, tuple((a, name, role) for (a, name), role in sides), event_type=event, where=replace(HOME, country=home))
    (row,) = coded(one)
    assert row["actor1"]
    assert row["inter1"] in mapping("coding")["inter_codes"]
    assert (row["actor2"] is None) == (row["inter2"] is None)
    assert row["interaction"] == interaction(row["inter1"], row["inter2"] or "")
    assert row["disorder_type"]
    if event == "Violence against civilians":
        assert row["inter1"] != "Civilians"
        assert row["inter2"] in ("Civilians", "Protesters", "Rioters")
        assert row["civilian_targeting"] == ("Civilians targeted" if row["inter2"] == "Civilians" else None)
    if event == "Battles":
        assert row["actor2"]
        assert not {row["inter1"], row["inter2"]} & {"Civilians", "Protesters", "Rioters"}
    if event in ("Protests", "Riots"):
        assert row["inter1"] == event.replace("Protests", "Protesters").replace("Riots", "Rioters")
