"""Five made reports of one border conflict reconciled: figures, contradictions, counts that are not reached, grades."""

import pytest

from reconciling_border import border_story
from thucydides.nouns import AggregateCheck, Assessment, Discrepancy
from thucydides.reconciling import Reconciled


@pytest.fixture(scope="module")
def border() -> Reconciled:
    return border_story().reconciled()


def figure(border: Reconciled, incident: str, attribute: str) -> Assessment:
    found = next(i for i in border.incidents if i.id == incident).assessed(attribute)
    assert found is not None, f"{attribute} of {incident}"
    return found


def ends(border: Reconciled, incident: str, attribute: str) -> tuple[int | None, int | None, int | None]:
    quantity = figure(border, incident, attribute).quantity
    assert quantity is not None
    return quantity.low, quantity.best, quantity.high


def found(border: Reconciled, attribute: str, *incidents: str) -> list[Discrepancy]:
    return [d for d in border.discrepancies if d.attribute == attribute and set(incidents) <= set(d.incidents)]


def checks(border: Reconciled, words: str) -> AggregateCheck:
    made = border_story()
    ids = {a.id for a in made.aggregates if words in made.text(a.document)[a.passage.start : a.passage.end]}
    return next(c for c in border.checks if c.aggregate in ids)


def test_incidents_are_named_by_country_and_date(border: Reconciled) -> None:
    assert [i.id for i in border.incidents] == [
        "AF-2025-01",
        "AF-2025-08-24",
        "TJ-2023-09-06",
        "TJ-2024-11",
        "TJ-2025-11-26",
        "TJ-2025-11-30",
        "TJ-2025-12-24",
        "TJ-2026-01",
    ]


def test_figures_of_each_incident(border: Reconciled) -> None:
    assert ends(border, "TJ-2025-11-26", "killed") == (3, 3, 3)
    assert ends(border, "TJ-2025-11-26", "injured") == (1, 1, 1)
    assert ends(border, "TJ-2025-11-30", "killed") == (2, 2, 2)
    assert ends(border, "TJ-2025-11-30", "injured") == (2, 2, 2)
    assert ends(border, "TJ-2025-12-24", "killed") == (5, 5, 5)
    assert ends(border, "TJ-2026-01", "killed") == (4, 4, 4)
    assert ends(border, "TJ-2025-12-24", "killed/border guards") == (2, 2, 2)


def test_unsaid_injuries_stay_unknown(border: Reconciled) -> None:
    clash = next(i for i in border.incidents if i.id == "TJ-2025-12-24")
    assert clash.assessed("injured") is None


def test_day_of_the_deed_wins_over_day_of_the_statement(border: Reconciled) -> None:
    (one,) = found(border, "date", "TJ-2025-12-24")
    assert one.kind == "report date"
    assert "25 December 2025 is likeliest the day on which it was announced" in one.explanation


def test_district_is_finest_place_of_those_that_hold_it(border: Reconciled) -> None:
    place = figure(border, "TJ-2025-12-24", "place").place
    assert place is not None
    assert place.name == "Shamsiddin Shohin"
    assert not found(border, "place")


def test_titles_are_plain_words(border: Reconciled) -> None:
    assert (
        next(i for i in border.incidents if i.id == "TJ-2025-11-26").title
        == "Drone strike on Chinese nationals in Khatlon, Tajikistan"
    )


def test_five_and_at_least_five_is_a_mild_difference(border: Reconciled) -> None:
    (one,) = [d for d in found(border, "killed", "TJ-2025-12-24") if d.kind == "value"]
    assert one.weight < 3
    assert {v.value for v in one.values} >= {"five", "at least five"}


def test_method_of_a_pair_against_gunfire(border: Reconciled) -> None:
    (one,) = found(border, "method", "TJ-2025-11-30")
    assert {v.value for v in one.values} == {"attack from the air", "gunfire"}
    assert not found(border, "method", "TJ-2025-11-26")


def test_injured_of_the_pair_do_not_add_up(border: Reconciled) -> None:
    one = next(d for d in found(border, "injured", "TJ-2025-11-26", "TJ-2025-11-30") if d.kind == "aggregate")
    assert "1 + 2 = 3" in one.explanation


def test_window_with_an_empty_half(border: Reconciled) -> None:
    kinds = [d for d in found(border, "date", "TJ-2025-11-26", "TJ-2025-11-30") if d.kind == "window"]
    assert any("none in December" in d.explanation for d in kinds)
    assert any("“this month”" in d.explanation for d in kinds)


def test_responsibility_is_disputed(border: Reconciled) -> None:
    (one,) = found(border, "responsibility", "TJ-2025-11-26")
    for words in (
        "accused Islamic militants",
        "accused criminal groups",
        "suspected ISKP",
        "nobody has claimed it",
        "denied it",
    ):
        assert words in one.explanation


def test_toll_told_by_one_only(border: Reconciled) -> None:
    (one,) = found(border, "killed", "AF-2025-08-24")
    assert one.explanation.startswith("Only Open Encyclopedia gives a toll (one killed and four injured)")
    assert one.weight <= 1


def test_stale_summary(border: Reconciled) -> None:
    (one,) = [d for d in border.discrepancies if d.kind == "stale summary"]
    assert "three militants killed, but its own text counts 3 + 3 + 4 = 10" in one.explanation


def test_border_lengths_in_two_units(border: Reconciled) -> None:
    (one,) = found(border, "border length")
    assert one.kind == "unit"
    assert "850 miles is 1,368 kilometres as converted and 1,368 kilometres as written, which agree" in one.explanation
    assert "840 miles is 1,352 kilometres as converted and 1,350 kilometres as written, which agree" in one.explanation
    assert "870 miles is 1,400 kilometres" in one.explanation


def test_one_number_for_two_windows(border: Reconciled) -> None:
    (one,) = found(border, "posts")
    assert one.kind == "window"


def test_tally_that_the_record_does_not_reach(border: Reconciled) -> None:
    check = checks(border, "at least five deadly")
    assert check.verdict == "short"
    assert check.recorded_deaths is not None
    assert (check.recorded_deaths.low, check.recorded_deaths.best, check.recorded_deaths.high) == (14, 14, 14)
    assert check.recorded_incidents == 4
    assert check.residual_deaths == (2, 2)
    assert check.residual_incidents == (1, 2)
    (other,) = check.other
    assert other.recorded_deaths is not None
    assert (other.recorded_deaths.best, other.recorded_incidents) == (10, 3)
    assert (other.residual_deaths, other.residual_incidents) == ((6, 6), (2, 6))


def test_tally_becomes_an_open_question(border: Reconciled) -> None:
    gap = next(g for g in border.gaps if g.question.startswith("An AFP tally"))
    assert gap.question.startswith(
        "An AFP tally counts 16 deaths in at least five incidents since November; the record holds 14 in 4: "
        "2 deaths and at least one incident are told nowhere. The count names smugglers; no recorded incident has any."
    )
    assert "smugglers" in gap.likely
    assert (gap.deaths, gap.incidents) == ((2, 2), (1, 2))
    this_month = next(g for g in border.gaps if "this month" in g.question)
    assert "in the month up to 24 December 2025" in this_month.likely, "who reads the record has no 'this month'"


def test_ordinal_counts_up_to_its_incident(border: Reconciled) -> None:
    check = checks(border, "third such act")
    assert (check.recorded_incidents, check.residual_incidents) == (1, (2, 2))
    gap = next(g for g in border.gaps if g.aggregate == check.aggregate)
    assert gap.question.startswith("Officials in Dushanbe count an incident as the third of its kind in December; the record holds one")
    assert "two incidents are told nowhere" in gap.question


def test_more_than_a_dozen_this_month(border: Reconciled) -> None:
    check = checks(border, "more than a dozen")
    assert check.recorded_deaths is not None
    assert check.recorded_deaths.best == 10
    assert check.residual_deaths == (3, None)
    strict = next(o for o in check.other if o.recorded_deaths is not None and o.recorded_deaths.best == 5)
    assert strict.residual_deaths == (8, None)


def test_pair_is_met_whatever_the_means(border: Reconciled) -> None:
    check = checks(border, "A pair of drone")
    assert check.verdict == "met"
    assert check.incidents == ("TJ-2025-11-26", "TJ-2025-11-30")
    assert "whatever the means" in check.reading


def test_only_counts_that_are_not_reached_ask(border: Reconciled) -> None:
    assert len(border.gaps) == 3


def test_grades(border: Reconciled) -> None:
    grades = {i.id: (i.harm and i.harm.grade, i.responsibility and i.responsibility.grade) for i in border.incidents}
    assert grades["TJ-2025-11-26"] == ("fair", "contested")
    assert grades["AF-2025-01"] == ("confirmed", "confirmed")
    assert grades["TJ-2023-09-06"] == ("weak", None)


def test_types_of_violence(border: Reconciled) -> None:
    assert {i.id: i.ucdp_type for i in border.incidents if i.id in ("TJ-2025-11-26", "TJ-2025-12-24")} == {
        "TJ-2025-11-26": 3,
        "TJ-2025-12-24": 1,
    }


def test_no_discrepancy_is_invented(border: Reconciled) -> None:
    seen = sorted((d.kind, d.attribute, d.incidents) for d in border.discrepancies)
    pair = ("TJ-2025-11-26", "TJ-2025-11-30")
    assert seen == sorted(
        [
            ("report date", "date", ("TJ-2025-12-24",)),
            ("value", "killed", ("TJ-2025-12-24",)),
            ("value", "killed", ("TJ-2025-11-30",)),
            ("method", "method", ("TJ-2025-11-30",)),
            ("aggregate", "injured", pair),
            ("window", "date", pair),
            ("window", "date", pair),
            ("responsibility", "responsibility", ("TJ-2025-11-26",)),
            ("responsibility", "responsibility", ("TJ-2025-11-30",)),
            ("value", "killed", ("AF-2025-08-24",)),
            ("stale summary", "killed", ("TJ-2023-09-06", "TJ-2025-12-24", "TJ-2026-01")),
            ("unit", "border length", ()),
            ("window", "posts", ()),
        ]
    )


def test_order_of_input_changes_nothing(border: Reconciled) -> None:
    assert border_story().reconciled(backwards=True) == border


def test_explanations_hold_no_ids(border: Reconciled) -> None:
    ids = {i.id for i in border.incidents} | {d.id for d in border_story().documents}
    for text in [d.explanation for d in border.discrepancies] + [g.question for g in border.gaps]:
        assert not any(one in text for one in ids), text


def test_every_side_has_a_passage_inside_its_document(border: Reconciled) -> None:
    texts = {d.id: d.text for d in border_story().documents}
    for one in border.discrepancies:
        assert len(one.values) >= 2
        for value in one.values:
            assert texts[value.passage.document][value.passage.start : value.passage.end].strip()
