"""Which sentences of a report tell of a deed of their own: counts over many, deeds told again, headings, chronologies."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Block, Document
from told import incidents, place, read, toll

SAME_DAY = """Three killed in Aden blast

A bomb killed three people in Aden on Monday, officials said.

A 12-year-old boy was among those hurt.

A guard is dead after the explosion, his family said."""


def test_what_is_told_without_day_or_place_of_its_own_adds_to_the_incident_told() -> None:
    (told,) = incidents(read(SAME_DAY, "2024-01-16"))
    assert toll(told, "killed") == [3]


BORDER = """Troops trade fire on the border

The fighting broke out on 24 July 2025, a day after five soldiers were wounded by a landmine in Ubon Ratchathani province.

On 16 July 2025, three soldiers were injured near Hat Nam, Nam Yuen district, Ubon Ratchathani province; on 23 July 2025, a second blast wounded five more soldiers in the same district.

Both governments trade accusations over landmines."""


def test_two_deeds_of_one_sentence_are_two_mentions_with_ids_of_their_own() -> None:
    found = incidents(read(BORDER, "2025-08-04"))
    assert len({m.id for m in found}) == len(found)
    assert {m.date.edtf for m in found if m.date} >= {"2025-07-16", "2025-07-23"}


def test_a_deed_in_the_clause_of_after_was_before_what_it_dates() -> None:
    first = next(m for m in incidents(read(BORDER, "2025-08-04")) if "Ubon" in (place(m) or "") and toll(m, "injured") == [5])
    assert first.date is not None
    assert first.date.edtf == "2025-07-23"


def test_what_is_only_talked_about_is_no_incident() -> None:
    assert not [m for m in incidents(read(BORDER, "2025-08-04")) if any("accusations" in BORDER[p.start : p.end] for p in m.passages)]


def test_a_heading_places_what_is_told_under_it() -> None:
    text = "Weekly note\n\nAttacks in El Fasher\n\n7 October 2025: shelling of a hospital; 13 killed, 16 injured (WHO)."
    starts = [0, text.index("Attacks in"), text.index("7 October")]
    blocks = tuple(
        Block(s, e, kind)  # type: ignore[arg-type]
        for s, e, kind in zip(starts, [11, starts[2] - 2, len(text)], ["title", "heading", "bullet"], strict=True)
    )
    (extract,) = extract_documents([Document("d", "d", text, "d", blocks, title="Weekly note")])
    (told,) = incidents(extract)
    assert (place(told), toll(told, "killed"), toll(told, "injured")) == ("El Fasher", [13], [16])


def test_a_count_over_a_month_and_a_country_is_no_incident() -> None:
    text = "Update\n\nIn April 2025, conflict-related violence killed at least 209 civilians and injured 1,146, the monitors said."
    extract = read(text, "2025-05-04")
    assert not incidents(extract)
    assert [a.deaths.best for a in extract.aggregates if a.deaths] == [209]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "At least 60 people were killed across Sudan on Tuesday, including 12 in Omdurman, activists said.",
            [("Omdurman", [12])],
        ),
        ("Two reporters were killed in Omdurman in fighting that left 60 people dead across Sudan.", [("Omdurman", [2])]),
        (
            "Soldiers killed 41 people in the village of Wad al-Noura, in Gezira state, and 23 people in the town of Sennar on Monday.",
            [("village of Wad al-Noura, in Gezira state", [41]), ("town of Sennar", [23])],
        ),
        ("By the end of last week 1,634 civilians had been killed, the group said.", []),
    ],
)
def test_what_is_counted_over_a_country_or_a_war_is_no_toll_of_one_place(sentence: str, told: list[tuple[str, list[int]]]) -> None:
    found = incidents(read(f"Unrest in Sudan\n\n{sentence}", "2024-06-06"))
    assert [(place(m), toll(m, "killed")) for m in found] == told
    assert len({m.id for m in found}) == len(found)


def test_a_chronology_in_one_block_is_one_incident_an_entry() -> None:
    text = (
        "A year of war\n\n3 Feb: At least 55 killed in Omdurman in shelling by the army 3 Apr: Attack on Nyala kills nine "
        "25 May: Some 108 killed in El Fasher, many of them women 6 Jun: At least 79 people killed in Sennar"
    )
    found = incidents(read(text, "2023-12-01"))
    assert [(m.date.edtf[5:], *toll(m, "killed")[:1]) for m in found if m.date] == [("02-03", 55), ("04-03", 9), ("05-25", 108), ("06-06", 79)]


def test_an_arrest_for_the_deed_told_is_no_incident_of_its_own_but_a_roundup_is() -> None:
    text = (
        "Two killed in Kaduna\n\nGunmen killed two traders in Kaduna on Saturday, police said.\n\n"
        "{}\n\nThe traders were on their way to the market."
    )
    suspects = read(text.format("Police arrested two suspects in connection with the killing on Tuesday."), "2024-03-13")
    assert [m.type for m in incidents(suspects)] == ["Attack"]
    many = read(text.format("Soldiers arrested 60 people in Zaria on Tuesday."), "2024-03-13")
    assert [m.type for m in incidents(many)] == ["Attack", "Arrests"]


def test_taking_a_camp_is_no_arrest_and_its_days_are_the_deeds() -> None:
    extract = read("Siege\n\nOn 11–13 April 2025, the RSF captured the Zamzam refugee camp, killing between 300 and 1,500 people.", None)
    (told,) = incidents(extract)
    assert told.type == "Non-state actor overtakes territory"
    assert told.date is not None
    assert told.date.edtf == "2025-04-11/2025-04-13"


def test_the_place_of_another_incident_of_a_report_is_not_taken_for_one_told_without() -> None:
    text = (
        "Offensive in Mali\n\nOn 23 May 2025, militants overran the base in Dioura, killing 41 soldiers.\n\n"
        "On 1 June 2025, militants raided a base in Xanadu. Thirty soldiers were killed."
    )
    found = {m.date.edtf: m.place for m in incidents(read(text, None)) if m.date and m.place}
    assert {day: ref.wording for day, ref in found.items()} == {"2025-05-23": "Dioura", "2025-06-01": "Xanadu"}
    there = found["2025-06-01"].place
    assert there is not None
    assert (there.kind, there.country) == ("country", "ML")


def test_a_district_behind_an_unknown_name_and_the_same_district_are_places_of_the_deed() -> None:
    assert {place(m) for m in incidents(read(BORDER, "2025-08-04")) if m.date and m.date.edtf == "2025-07-16"} == {
        "Nam Yuen district, Ubon Ratchathani province"
    }
