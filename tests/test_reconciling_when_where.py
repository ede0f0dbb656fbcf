"""Dates, places, types and status of an incident from tellings that differ, and what of it is a discrepancy."""

import pytest

from reconciling_made import BADAKHSHAN, BORDER, DARVOZ, GBAO, KHATLON, SHOHIN, TAJIKISTAN, TAKHAR, Made, between, exact, on
from thucydides.nouns import DateRange, Discrepancy, Incident, Passage, Place, Ruling
from thucydides.reconciling.dates import Dated, assess_date
from thucydides.reconciling.origins import Chain

YEARLESS = DateRange("XXXX-11-26", None, None, "day", "text", wording="November 26")
EITHER = DateRange(
    "2026-12-02",
    on("2026-12-02").earliest,
    on("2026-12-02").latest,
    "day",
    wording="02.12.2026",
    alternatives=(on("2026-02-12"),),
)


def told(*tellings: dict[str, object]) -> Made:
    """Reports of one incident, each with the values given."""
    made = Made()
    for number, telling in enumerate(tellings):
        name = f"doc{number}"
        made.document(name, f"When, where, how and whence told by {number}: five dead in a raid there then.", f"Paper {number}")
        values = dict(telling)
        for key, word in (("when", "When"), ("place", "where"), ("source", "whence")):
            if key in values:
                values[key] = (word, values[key])
        if "weapon" in values:
            values["weapons"] = ((values.pop("weapon"), "how"),)
        made.mention(name, "x", made.text(name), **values)
    return made


def incident(*tellings: dict[str, object]) -> Incident:
    (found,) = told(*tellings).reconciled().incidents
    return found


def clashes(attribute: str, *tellings: dict[str, object]) -> list[Discrepancy]:
    """The discrepancies of an attribute between reports that all count five dead, and so tell of one deed."""
    tellings = tuple({"toll": (("five", "killed", exact(5)),), **telling} for telling in tellings)
    return [d for d in told(*tellings).reconciled().discrepancies if d.attribute == attribute]


def date_of(*tellings: dict[str, object]) -> str:
    found = incident(*tellings).assessed("date")
    assert found is not None
    assert found.date is not None
    return found.date.edtf


def place_of(*tellings: dict[str, object]) -> Place:
    found = incident(*tellings).assessed("place")
    assert found is not None
    assert found.place is not None
    return found.place


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([on("2025-11-26"), on("2025-11")], "2025-11-26"),
        ([on("2025-11-26"), on("2025-11-27"), on("2025-11-27")], "2025-11-27"),
        ([on("2025-11-26"), on("2025-11-27"), on("2025-11-28"), between("2025-11-27", "2025-11-28")], "2025-11-27"),
        ([YEARLESS, on("2025-11-26")], "2025-11-26"),
        ([on("2025-11"), on("2025-11"), on("2025-11-26")], "2025-11-26"),
        ([YEARLESS], "XXXX-11-26"),
        ([EITHER, on("2026-02-12")], "2026-02-12"),
        ([on("2025-11"), on("2025")], "2025-11"),
    ],
)
def test_finest_date_that_most_allow(dates: list[DateRange], expected: str) -> None:
    assert date_of(*({"when": d} for d in dates)) == expected


def test_of_days_with_as_many_origins_the_one_that_more_reports_give_stands() -> None:
    said = [("2024-01-16", "a", "doc1"), ("2024-01-18", "b", "doc2"), ("2024-01-18", "b", "doc3")]
    tellings = [Dated("m", on(day), False, Chain("", (document,), document, document), Passage(document, 0, 4), (), origin) for day, origin, document in said]
    found = assess_date("i", tellings)
    assert found is not None
    assert found.value == "2024-01-18"


def test_day_of_the_statement_yields_even_to_a_month() -> None:
    assert date_of({"when": on("2025-12-25"), "report": True}, {"when": on("2025-12")}) == "2025-12"


def test_day_of_the_statement_stands_where_nothing_else_is_told() -> None:
    assert date_of({"when": on("2025-12-25"), "report": True}) == "2025-12-25"


def test_coarser_dates_are_no_discrepancy() -> None:
    assert not clashes("date", {"when": on("2025-11-26")}, {"when": on("2025-11")}, {"when": YEARLESS})


def test_later_statement_is_a_report_date_and_earlier_is_a_clash() -> None:
    (late,) = clashes("date", {"when": on("2025-12-24")}, {"when": on("2025-12-25"), "report": True})
    assert late.kind == "report date"
    (early,) = clashes("date", {"when": on("2025-12-24")}, {"when": on("2025-12-20"), "report": True})
    assert early.kind == "date"


def test_days_and_places_of_reports_that_nothing_else_ties_to_one_deed_are_no_discrepancy() -> None:
    found = told({"when": on("2025-03-04"), "place": SHOHIN}, {"when": on("2025-03-19"), "place": DARVOZ}).reconciled().discrepancies
    assert not [d for d in found if d.attribute in ("date", "place")]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("2025-03-04", "2025-04-03", "Day and month are exchanged"),
        ("2024-03-04", "2025-03-04", "the year of one account"),
        ("2025-03-04", "2025-03-05", "one day apart"),
        ("2025-03-04", "2025-05-04", "the month of one account"),
        ("2025-03-04", "2025-03-19", "15 days apart"),
    ],
)
def test_dates_that_exclude_each_other_come_with_a_reason(one: str, other: str, reason: str) -> None:
    (found,) = clashes("date", {"when": on(one)}, {"when": on(other)})
    assert reason in found.explanation


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([KHATLON, SHOHIN, TAJIKISTAN], "Shamsiddin Shohin"),
        ([KHATLON, KHATLON, DARVOZ], "Khatlon"),
        ([BORDER, SHOHIN], "Shamsiddin Shohin"),
        ([GBAO, DARVOZ], "Darvoz"),
        ([KHATLON, DARVOZ], "Darvoz"),
    ],
)
def test_finest_place_that_most_allow(places: list[Place], expected: str) -> None:
    assert place_of(*({"place": p} for p in places)).name == expected


def test_a_province_of_a_district_is_no_discrepancy() -> None:
    assert not clashes("place", {"place": KHATLON}, {"place": SHOHIN}, {"place": TAJIKISTAN}, {"place": BORDER})


def test_places_far_apart_are_one() -> None:
    (found,) = clashes("place", {"place": SHOHIN}, {"place": DARVOZ})
    assert "km apart" in found.explanation


def test_the_source_taken_for_the_scene_is_named() -> None:
    (found,) = clashes("place", {"place": DARVOZ, "source": TAKHAR}, {"place": TAKHAR})
    assert "names the source and not the scene" in found.explanation


def test_a_border_without_a_side_lies_across_from_the_source() -> None:
    border = Place("Afghanistan–Tajikistan border", "border:AF-TJ", "border", None, None, None, 37.6, 70.2, 5, 450.0)
    assert place_of({"place": border, "source": BADAKHSHAN}).country == "TJ"
    assert place_of({"place": border}).country is None


def test_type_of_most_and_ties_to_what_says_more() -> None:
    assert incident({"kind": "Attack"}, {"kind": "Air/drone strike", "weapon": "drone"}).type == "Air/drone strike"
    assert incident({"kind": "Attack"}, {"kind": "Attack"}, {"kind": "Air/drone strike"}).type == "Attack"
    assert incident({"kind": "Attack"}, {"kind": "Armed clash"}).type == "Armed clash"


def test_means_that_exclude_each_other() -> None:
    assert clashes("method", {"weapon": "drone"}, {"weapon": "firearm"})
    assert not clashes("method", {"weapon": "drone"}, {"weapon": "explosive device"})
    assert not clashes("method", {"weapon": "heavy weapons"}, {"weapon": "firearm"})
    assert not clashes("method", {"weapon": "firearm"}, {})


def test_means_told_apart_say_why_both_may_hold() -> None:
    (afar,) = clashes("method", {"weapon": "drone"}, {"weapon": "rocket"})
    (fight,) = clashes("method", {"weapon": "drone", "kind": "Armed clash"}, {"weapon": "firearm", "kind": "Armed clash"})
    (plain,) = clashes("method", {"weapon": "drone", "kind": "Attack"}, {"weapon": "firearm", "kind": "Attack"})
    assert "taken for one another" in afar.explanation
    assert "In one fight" in fight.explanation
    assert max(afar.weight, fight.weight) < plain.weight


def test_a_foiled_attempt_with_dead_happened() -> None:
    toll = (("five dead", "killed", exact(5), "people"),)
    assert incident({"status": "foiled", "toll": toll}).status == "happened"
    assert not told({"status": "foiled"}).reconciled().incidents
    assert not told({"status": "planned", "toll": toll}).reconciled().incidents


def test_acts_have_their_own_kind() -> None:
    assert incident({"act": True, "kind": "Agreement"}).kind == "act"


def test_incidents_of_one_day_and_country_are_told_apart() -> None:
    made = Made()
    for number in range(28):
        made.document(f"doc{number:02}", f"Telling {number} of a raid in Khatlon on 1 May 2024.", f"Paper {number}")
        made.mention(
            f"doc{number:02}",
            f"c{number}",
            made.text(f"doc{number:02}"),
            when=("1 May 2024", on("2024-05-01")),
            place=("Khatlon", KHATLON),
        )
    ids = [i.id for i in made.reconciled().incidents]
    assert len(set(ids)) == 28
    assert {"TJ-2024-05-01", "TJ-2024-05-01-b", "TJ-2024-05-01-z", "TJ-2024-05-01-ba"} <= set(ids)
    assert "TJ-2024-05-01-a" not in ids


def test_nothing_known_of_time_and_place_is_in_the_id() -> None:
    assert incident({}).id == "XX-undated"


def rule_set(*arguments: str, number: int = 1, verb: str = "set", withdrawn_by: int | None = None) -> Ruling:
    return Ruling(number, verb, arguments, "M. Coder", "2026-01-01", "checked by phone", withdrawn_by)


TOLL = (("five dead", "killed", exact(5), "people"),)


@pytest.mark.parametrize("anchor", ["TJ-2024-05-01", "doc0:0"])
def test_a_set_value_wins(anchor: str) -> None:
    made = told({"when": on("2024-05-01"), "place": KHATLON, "toll": TOLL})
    made.rulings = [rule_set(anchor, "killed", "6-8"), rule_set(anchor, "type", "Armed clash", number=2)]
    (found,) = made.reconciled().incidents
    killed = found.assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    assert (killed.quantity.low, killed.quantity.best, killed.quantity.high, killed.rule) == (6, 6, 8, "ruling.set")
    assert killed.reason == "set by M. Coder: checked by phone; the rule assess.origins gave five"
    assert found.type == "Armed clash"


def test_a_withdrawn_ruling_changes_nothing() -> None:
    made = told({"when": on("2024-05-01"), "place": KHATLON, "toll": TOLL})
    plain = made.reconciled()
    made.rulings = [rule_set("TJ-2024-05-01", "killed", "6", withdrawn_by=2)]
    assert made.reconciled() == plain
    made.rulings = [rule_set("TJ-2024-05-01", "killed", "6"), rule_set("1", number=2, verb="undo")]
    assert made.reconciled() == plain
    made.rulings = [rule_set("TJ-2024-05-01", "killed", "as many as the sand")]
    assert made.reconciled() == plain


def test_a_set_date_renames_the_incident() -> None:
    made = told({"when": on("2024-05-01"), "place": KHATLON})
    made.rulings = [rule_set("doc0:0", "date", "2024-05-03")]
    assert [i.id for i in made.reconciled().incidents] == ["TJ-2024-05-03"]


def test_a_set_value_can_be_unknown() -> None:
    made = told({"when": on("2024-05-01"), "place": KHATLON, "toll": TOLL})
    made.rulings = [rule_set("TJ-2024-05-01", "killed", "unknown")]
    killed = made.reconciled().incidents[0].assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    assert killed.quantity.best is None


def test_rejected_incidents_mentions_and_claims_are_left_out() -> None:
    made = told({"when": on("2024-05-01"), "place": KHATLON, "toll": TOLL})
    for anchor in ("TJ-2024-05-01", "doc0:0"):
        made.rulings = [rule_set(anchor, verb="reject")]
        assert not made.reconciled().incidents
