"""The list of parties and countries: ids, kinds by date, relations, demonyms, consistency of the tables."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.grounding.actors.actors import actor, all_actors, demonym_countries, demonym_country, kind_on, related
from thucydides.vocabulary import mapping, table

KINDS = {
    "state forces", "government", "rebel group", "political militia", "identity militia", "criminal group", "external forces", "civilians",
    "protesters", "rioters", "company", "outlet", "international organisation", "observer", "unidentified",
}  # fmt: skip
IDS = sorted(row["id"] for row in table("actors"))


def test_there_are_over_nine_hundred_named_groups_and_the_bodies_of_every_country() -> None:
    armed = [
        r for r in table("actors") if r["kind"] in ("rebel group", "political militia", "identity militia", "criminal group")
    ]
    assert len(armed) >= 900
    assert len(all_actors()) > 1900
    assert actor("bf-military-forces").name == "Military Forces of Burkina Faso"
    assert actor("tj-border-forces").parent == "tj-government"


def test_every_row_is_whole_and_refers_to_actors_that_exist() -> None:
    for row in table("actors"):
        assert row["kind"] in KINDS, row
        assert row["source"]
        assert row["name"]
        assert row["id"] == row["id"].lower()
        for other in [row["parent"], *row["related"].split(";")]:
            assert not other or actor(other).id == other
        for period in filter(None, row["kinds"].split(";")):
            kind, _, dates = period.partition(":")
            assert kind in KINDS, row
            assert dates.count(":") <= 1, row


def test_ids_are_unique() -> None:
    assert len(IDS) == len(set(IDS))


def test_the_taliban_change_kind_on_the_day_after_kabul_falls_to_them() -> None:
    assert kind_on("taliban", date(2021, 8, 15)) == "rebel group"
    assert kind_on("taliban", date(2021, 8, 16)) == "state forces"
    assert kind_on("taliban", None) == "state forces"
    assert kind_on("rapid-support-forces", date(2023, 4, 15)) == "rebel group"
    assert kind_on("splm", date(2005, 1, 1)) == "rebel group"


def test_an_unknown_id_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="tj-navy"):
        actor("tj-navy")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("iskp", "islamic-state", True),
        ("tj-border-forces", "tj-military-forces", True),
        ("taliban", "af-border-forces", True),
        ("tj-state-committee-national-security", "tj-border-forces", True),
        ("unidentified", "iskp", True),
        (None, "iskp", True),
        (None, "tj-border-forces", False),
        (None, "cn-civilians", False),
        ("taliban", "ttp", False),
        ("tj-border-forces", "uz-border-forces", False),
        ("hamas", "hezbollah", False),
    ],
)
def test_relations(a: str | None, b: str | None, expected: bool) -> None:
    assert related(a, b) is expected


@given(st.sampled_from(IDS), st.sampled_from(IDS))
def test_relation_is_symmetric_and_reflexive(a: str, b: str) -> None:
    assert related(a, a)
    assert related(a, b) == related(b, a)


@pytest.mark.parametrize(
    ("word", "country"),
    [("Tajik", "TJ"), ("Chinese", "CN"), ("Afghans", "AF"), ("Nigerien", "NE"), ("Nigerian", "NG"), ("Salvadoran", "SV"),
     ("Burkinabè", "BF"), ("Congolese", None), ("Korean", None), ("Martian", None), ("", None)],
)  # fmt: skip
def test_demonyms(word: str, country: str | None) -> None:
    assert demonym_country(word) == country


def test_ambiguous_demonyms_name_their_countries() -> None:
    assert set(demonym_countries("Congolese")) == {"CD", "CG"}


def test_every_state_of_the_table_has_a_code_a_name_and_a_source_is_stated_for_the_tables() -> None:
    codes = [row["code"] for row in table("demonyms")]
    assert len(codes) == len(set(codes)) >= 195
    assert set(mapping("actor_words")["table_sources"]) == {"actors", "demonyms", "outlets"}
