"""Contradictions of counts, parts and wholes, counts over many incidents, responsibility; and what is none."""

import pytest
from msgspec.structs import replace

from reconciling_made import KHATLON, Made, at_least, between, exact, on, several
from thucydides.nouns import Discrepancy, Quantity
from thucydides.reconciling import compare_rules
from thucydides.reconciling.naming import plural

DAY = ("1 May 2024", on("2024-05-01"))


def report(made: Made, name: str, *toll: tuple[object, ...], cluster: str = "x", day: str = "2024-05-01", **more: object) -> str:
    words = "; ".join(str(row[0]) for row in toll)
    made.document(name, f"On {day} in Khatlon: {words} by the report of {name}.", f"Paper {name}")
    return made.mention(name, cluster, made.text(name), when=(day, on(day)), place=("Khatlon", KHATLON), toll=toll, **more)


def dead(
    number: int, group: str = "people", category: str | None = None, quantity: Quantity | None = None, part: int | None = None
) -> tuple[object, ...]:
    return (f"{number} {group} dead", "killed", quantity or exact(number), group, category, None, part)


def kinds(made: Made) -> list[tuple[str, str]]:
    return sorted((d.kind, d.attribute) for d in made.reconciled().discrepancies)


def one(made: Made, kind: str) -> Discrepancy:
    (found,) = [d for d in made.reconciled().discrepancies if d.kind == kind]
    return found


def test_three_against_five() -> None:
    made = Made()
    report(made, "a", dead(3))
    report(made, "b", dead(5))
    found = one(made, "value")
    assert found.explanation == (
        "On how many were killed the accounts differ: Paper a says three; Paper b says five. Nothing in the texts says which is right."
    )
    assert [v.value for v in found.values] == ["five", "three"]
    assert found.weight > 10


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (([dead(5)], [dead(3, "civilians", "civilians"), dead(5, "people")]), ""),
        (([dead(3)], [dead(5), dead(2, "soldiers", "state forces", part=0)]), "The difference is the size of one group"),
        (([dead(3)], [dead(5), dead(3, "soldiers", "state forces", part=0)]), "it likely counts that group only"),
        (([("none dead", "killed", Quantity(0, 0, 0, "none", "toll.none"), "")], [dead(5)]), "they cannot both be right"),
    ],
)
def test_differences_come_with_the_likeliest_reason(rows: tuple[list[tuple[object, ...]], ...], reason: str) -> None:
    made = Made()
    for number, toll in enumerate(rows):
        report(made, f"d{number}", *toll)
    if reason:
        assert reason in one(made, "value").explanation
    else:
        assert not [d for d in made.reconciled().discrepancies if d.kind == "value"]


def test_precision_alone_is_no_discrepancy() -> None:
    made = Made()
    report(made, "a", dead(50, quantity=Quantity(45, 50, 55, "about 50", "toll.about", approximate=True)))
    report(made, "b", dead(50))
    report(made, "c", dead(3, quantity=several()))
    assert not kinds(made)


def test_a_rounded_number_beside_another_is_a_mild_one() -> None:
    made = Made()
    report(made, "a", dead(50, quantity=Quantity(45, 50, 55, "about 50", "toll.about", approximate=True)))
    report(made, "b", dead(52))
    found = one(made, "value")
    assert "One is rounded, so both can be true." in found.explanation
    assert found.weight < 10


def test_groups_that_differ_under_one_total() -> None:
    made = Made()
    report(made, "a", dead(5), dead(2, "guards", "state forces", part=0), dead(3, "militants", "rebels", part=0))
    report(made, "b", dead(5), dead(1, "guards", "state forces", part=0), dead(4, "militants", "rebels", part=0))
    found = [d for d in made.reconciled().discrepancies if d.kind == "value"]
    assert len(found) == 2
    assert all("the total agrees" in d.explanation.lower() for d in found)


def test_parts_that_exceed_their_whole() -> None:
    made = Made()
    report(made, "a", dead(5))
    report(made, "b", dead(4, "militants", "rebels"))
    report(made, "c", dead(3, "guards", "state forces"))
    found = one(made, "part-whole")
    assert found.explanation == (
        "These three statements on how many were killed cannot all be true, because the groups come to at least 7, and all together "
        "to no more than 5: Paper a says five; Paper b says four militants; Paper c says three guards."
    )


def test_silence_is_not_zero_and_only_mild() -> None:
    made = Made()
    report(made, "a", dead(5))
    made.document("b", "On 1 May 2024 shots were heard in Khatlon.", "Paper b")
    made.mention("b", "x", made.text("b"), when=DAY, place=("Khatlon", KHATLON))
    found = one(made, "value")
    assert found.explanation == "Only Paper a gives a toll (five killed); Paper b tells of the incident and gives none."
    assert found.weight == 1.0


def war(*deaths: int) -> Made:
    """Incidents on the first days of May 2024, told by one paper each."""
    made = Made()
    for number, count in enumerate(deaths, 1):
        report(made, f"d{number}", dead(count), cluster=f"c{number}", day=f"2024-05-{number:02}")
    return made


def count(made: Made, words: str, first: str = "2024-05-01", last: str = "2024-05-31", **more: object) -> None:
    name = f"count{len(made.documents)}"
    made.document(name, f"In May {words}.", f"Counter {len(made.documents)}")
    made.aggregate(name, words, ("In May", between(first, last, "In May")), **more)


def test_a_count_that_is_met_says_nothing() -> None:
    made = war(3, 4)
    count(made, "seven died in two attacks", deaths=exact(7), incidents=exact(2), group="people")
    found = made.reconciled()
    assert [c.verdict for c in found.checks] == ["met"]
    assert not found.gaps
    assert not found.discrepancies


def test_a_count_that_is_overshot() -> None:
    made = war(3, 4, 5)
    count(made, "seven died in two attacks", deaths=exact(7), incidents=exact(2), group="people")
    found = one(made, "aggregate")
    assert "yet what is told in that window comes to 12 killed in 3 incidents" in found.explanation
    assert len(found.incidents) == 3


def test_a_count_that_is_short_is_a_question_and_no_incident() -> None:
    made = war(3, 4)
    count(made, "at least twelve died in four attacks", deaths=at_least(12), incidents=exact(4), group="people")
    found = made.reconciled()
    (gap,) = found.gaps
    assert (gap.deaths, gap.incidents) == ((5, None), (2, 2))
    assert "the record holds 7 in 2: at least 5 deaths and two incidents are told nowhere" in gap.question
    assert len(found.incidents) == 2
    assert not found.discrepancies


def test_deaths_bound_the_missing_incidents() -> None:
    made = war(3)
    count(made, "four died in at least two attacks", deaths=exact(4), incidents=at_least(2), group="people")
    (check,) = made.reconciled().checks
    assert (check.residual_deaths, check.residual_incidents) == ((1, 1), (1, 1))


def test_more_attacks_than_incidents_for_the_same_dead() -> None:
    made = war(5)
    count(made, "five died in two attacks", deaths=exact(5), incidents=exact(2), group="people")
    assert "One side likely takes several attacks for one, or one for several." in one(made, "number of incidents").explanation


def test_this_month_may_be_the_month_before_the_first_day_of_writing() -> None:
    """A report written between 20 May and 31 May counts what fell between 20 April and then as "this month"."""
    made = war(3)
    report(made, "april", dead(4), cluster="april", day="2024-04-25")
    made.document("count", "This month seven people died.", "Counter", between("2024-05-20", "2024-05-31"))
    made.aggregate(
        "count", "seven people died", ("This month", on("2024-05", wording="This month")), deaths=exact(7), group="people"
    )
    (check,) = made.reconciled().checks
    assert (check.verdict, check.reading) == ("met", "the month up to 20 May 2024")
    assert [o.residual_deaths for o in check.other] == [(4, 4)]


def test_an_unknown_toll_may_hold_what_is_missing() -> None:
    made = war(3)
    made.document("u", "On 2024-05-09 in Khatlon casualties were unconfirmed.", "Paper u")
    made.mention("u", "cu", made.text("u"), when=("2024-05-09", on("2024-05-09")), place=("Khatlon", KHATLON),
                 toll=(("casualties", "killed", Quantity(None, None, None, "casualties", "toll.unknown"), "casualties"),))  # fmt: skip
    count(made, "ten people died", deaths=exact(10), group="people")
    (check,) = made.reconciled().checks
    assert check.residual_deaths == (0, 7)
    assert check.recorded_incidents == 1
    assert check.verdict == "short"


def test_two_counts_of_one_window_that_exclude_each_other() -> None:
    made = war(3)
    count(made, "nine died that week", "2024-05-01", "2024-05-07", deaths=exact(9), group="people")
    count(made, "eight died that month", deaths=exact(8), group="people")
    assert "the part cannot be more than the whole" in one(made, "aggregate").explanation


def test_whom_a_count_counts_limits_what_is_counted() -> None:
    made = Made()
    report(made, "a", dead(2, "guards", "state forces"), dead(3, "militants", "rebels"))
    count(made, "three militants died", deaths=exact(3), group="militants", category="rebels")
    (check,) = made.reconciled().checks
    assert check.verdict == "met"
    assert check.recorded_deaths is not None
    assert check.recorded_deaths.best == 3


def test_counts_leave_room_for_no_more_than_they_say() -> None:
    made = Made()
    report(made, "a", dead(3, "militants", "rebels"))
    report(made, "b", dead(4, quantity=at_least(4)), cluster="y", day="2024-05-02")
    count(made, "nine people died", deaths=exact(9), group="people")
    ranges = {(r.key, r.group): (r.low, r.high) for r in made.reconciled().ranges if r.scope == "incident"}
    assert ranges["TJ-2024-05-01", ""] == (3, 5)
    assert ranges["TJ-2024-05-02", ""] == (4, 6)


def blame(made: Made, mention: str, document: str, stance: str, who: str, **more: object) -> None:
    made.claim(document, (mention,), "report", stance, who, **more)


@pytest.mark.parametrize(
    ("claims", "grade", "disputed"),
    [
        ([("accuses", "the Northern Front")], "weak", False),
        ([("accuses", "the Northern Front"), ("denies", "the Northern Front")], "contested", True),
        ([("accuses", "the Northern Front"), ("suspects", "the Southern Front")], "contested", True),
        ([("claims", "the Northern Front"), ("accuses", "the Northern Front")], "confirmed", False),
        ([("claims", "the Northern Front"), ("claims", "the Southern Front")], "contested", True),
        ([("accuses", "gunmen"), ("accuses", "militants")], "fair", False),
        ([("accuses", "smugglers"), ("accuses", "militants")], "contested", True),
        ([("suspects", "the Northern Front"), ("none-claimed", "no group")], "weak", False),
        ([("claims", "the outlawed Northern Front (NF)"), ("claims", "Northern Front")], "confirmed", False),
        ([("accuses", "rebels"), ("accuses", "militia")], "fair", False),
        ([("accuses", "soldiers"), ("accuses", "terrorists")], "fair", False),
        ([("accuses", "smugglers"), ("accuses", "the militants behind the raid")], "weak", False),
        ([], None, False),
    ],
)
def test_responsibility(claims: list[tuple[str, str]], grade: str | None, disputed: bool) -> None:
    made = Made()
    for number, (stance, who) in enumerate(claims or [("", "")]):
        mention = report(made, f"d{number}", dead(5))
        made.documents[-1] = replace(made.documents[-1], text=made.documents[-1].text.replace("report", who or "report"))
        if stance:
            made.claim(f"d{number}", (mention,), who, stance, who, speaker=who if stance in ("claims", "denies") else None)
    found = made.reconciled()
    graded = found.incidents[0].responsibility
    assert (graded.grade if graded else None) == grade
    assert bool([d for d in found.discrepancies if d.kind == "responsibility"]) == disputed


def test_one_party_in_several_spellings_is_one_position_and_a_clause_gives_the_one_it_blames() -> None:
    made = Made()
    said = ("Smugglers", "smugglers", "the smuggler group", "He blamed militants")
    for number, who in enumerate(said):
        mention = report(made, f"d{number}", dead(5))
        made.documents[-1] = replace(made.documents[-1], text=made.documents[-1].text.replace("report", who))
        made.claim(f"d{number}", (mention,), who, "accuses", who)
    (found,) = [d for d in made.reconciled().discrepancies if d.kind == "responsibility"]
    assert "militants are accused" in found.explanation
    assert "blamed" not in found.explanation
    assert found.explanation.casefold().count("smuggler") == 1


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("officials in Dushanbe", True), ("Tajik authorities (in AFP)", True), ("police", True), ("Rebels", True),
        ("the officials and administration", True),
        ("Sky News", False), ("post.news", False), ("The New York Times", False), ("Reuters", False), ("a group of rebels", False),
    ],
)  # fmt: skip
def test_who_is_several_people(name: str, many: bool) -> None:
    assert plural(name) == many


@pytest.mark.parametrize(("kilometres", "agrees"), [(1368, True), (1361, True), (1358, False), (1377, False)])
def test_lengths_agree_as_far_as_rounding_goes(kilometres: int, agrees: bool) -> None:
    made = Made()
    made.document("a", "A border of 850 miles.", "Paper a")
    made.document("b", f"A border of {kilometres} km.", "Paper b")
    made.figure("a", "850 miles", "border length", 850, "mile", 1609.344)
    made.figure("b", f"{kilometres} km", "border length", kilometres, "kilometre", 1000)
    assert kinds(made) == ([] if agrees else [("unit", "border length")])


def test_one_text_whose_two_units_disagree() -> None:
    made = Made()
    made.document("a", "A border of 870 miles (1,350 km).", "Paper a")
    made.figure("a", "870 miles", "border length", 870, "mile", 1609.344)
    made.figure("a", "1,350 km", "border length", 1350, "kilometre", 1000, same=True)
    assert "which do not agree" in one(made, "unit").explanation


def test_counts_of_things_are_compared_in_one_window_only() -> None:
    made = Made()
    made.document("a", "4 posts opened; 80 posts since 2021.", "Paper a")
    made.document("b", "90 posts since 2021; 12 posts.", "Paper b")
    made.figure("a", "4 posts", "posts", 4, "count", 1, subject="posts")
    made.figure("a", "80 posts", "posts", 80, "count", 1, subject="posts", window="since 2021")
    made.figure("b", "12 posts", "posts", 12, "count", 1, subject="posts")
    assert not kinds(made)
    made.figure("b", "90 posts", "posts", 90, "count", 1, subject="posts", window="since 2021")
    assert kinds(made) == [("value", "posts")]


def test_figures_under_every_rule() -> None:
    made = Made()
    report(made, "a", dead(3))
    report(made, "b", dead(5))
    report(made, "c", dead(5))
    clusters = tuple(tuple(c) for c in made.clusters.values())
    rows = compare_rules(made.documents, made.mentions, made.claims, made.citations, clusters)
    (row, total) = rows
    assert {name: q.best for name, q in row.figures} == {
        "assess.origins": 5, "assess.ucdp": 5, "assess.acled-lowest": 3, "assess.ibc-min-max": 3, "assess.latest": 5, "assess.majority": 5,
    }  # fmt: skip
    assert row.differs
    assert (total.incident, dict(total.figures)["assess.origins"].best) == ("", 5)


def test_who_tells_of_one_person_by_name_does_not_contradict_a_count() -> None:
    made = Made()
    report(made, "a", dead(39))
    report(made, "b", dead(1, quantity=Quantity(1, 1, 1, "the former minister", "toll.singular")))
    assert not [d for d in made.reconciled().discrepancies if d.kind == "value"]


def test_the_attackers_alone_do_not_contradict_all_the_dead() -> None:
    made = Made()
    report(made, "a", dead(27))
    report(made, "b", dead(4, "assailants", "rebels"))
    assert not [d for d in made.reconciled().discrepancies if d.kind == "value"]
    other = Made()
    report(other, "a", dead(27))
    report(other, "b", dead(4))
    assert one(other, "value")


def test_who_the_dead_were_is_disputed_where_some_say_fighters_and_others_civilians() -> None:
    made = Made()
    report(made, "a", dead(10, "militants", "rebels"))
    report(made, "b", dead(10, "villagers", "civilians"))
    found = one(made, "value")
    assert "fighters or civilians" in found.explanation
    assert {v.value for v in found.values} == {"10 militants", "10 villagers"}
    other = Made()
    report(other, "a", dead(10, "militants", "rebels"))
    report(other, "b", dead(10))
    assert not [d for d in other.reconciled().discrepancies if d.kind == "value"]
