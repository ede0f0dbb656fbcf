"""Totals from parts, later statements, withdrawn claims, and whose count weighs how much."""


from reconciling_made import KHATLON, Made, at_least, exact
from thucydides.nouns import Quantity
from tolls_made import DAY, assessed, figures, one_report, report, told_by_sides


def test_parts_alone_add_up() -> None:
    found = one_report(
        "three militants and two guards died.",
        ("three militants", "killed", exact(3), "militants", "rebels"),
        ("two guards", "killed", exact(2), "guards", "state forces", "TJ"),
    )
    assert figures(found) == (5, 5, 5)
    assert figures(found, "killed/militants") == (3, 3, 3)


def test_parts_are_not_added_to_their_whole() -> None:
    found = one_report(
        "five people died, including two officers and three militants.",
        ("five people", "killed", exact(5), "people"),
        ("two officers", "killed", exact(2), "officers", "state forces", None, 0),
        ("three militants", "killed", exact(3), "militants", "rebels", None, 0),
    )
    assert figures(found) == (5, 5, 5)


def test_a_group_told_twice_counts_once() -> None:
    found = one_report(
        "three militants died. The three militants had crossed the river.",
        ("three militants died", "killed", exact(3), "militants", "rebels"),
        ("The three militants", "killed", exact(3), "militants", "rebels"),
    )
    assert figures(found) == (3, 3, 3)


def test_two_groups_of_one_kind_in_a_list_are_two() -> None:
    found = one_report(
        "two soldiers and two policemen died.",
        ("two soldiers", "killed", exact(2), "soldiers", "state forces"),
        ("two policemen", "killed", exact(2), "policemen", "state forces"),
    )
    assert figures(found) == (4, 4, 4)


def test_one_person_and_a_group_killed_by_one_verb_add_up() -> None:
    found = one_report(
        "A strike killed the governor's son and three grandchildren.",
        ("killed the governor's son", "killed", Quantity(1, 1, 1, "", "toll.singular"), "the governor's son", "civilians"),
        ("killed the governor's son and three grandchildren", "killed", exact(3), "grandchildren", "civilians"),
    )
    assert figures(found) == (4, 4, 4)


def test_others_beside_a_group_are_added() -> None:
    found = one_report(
        "two soldiers and three others died.",
        ("two soldiers", "killed", exact(2), "soldiers", "state forces"),
        ("three others", "killed", exact(3), "others"),
    )
    assert figures(found) == (5, 5, 5)


def test_women_among_the_dead_are_no_further_dead() -> None:
    found = one_report(
        "ten villagers died. Four women were killed in one house.",
        ("ten villagers", "killed", exact(10), "villagers", "civilians"),
        ("Four women", "killed", exact(4), "women", "civilians"),
    )
    assert figures(found) == (10, 10, 10)


def test_unconfirmed_casualties_are_unknown_and_not_zero() -> None:
    found = one_report(
        "casualties are unconfirmed.",
        ("casualties", "killed", Quantity(None, None, None, "casualties", "toll.unknown"), "casualties"),
    )
    assert figures(found) == (None, None, None)
    assert found.incidents[0].harm is None


def test_no_casualties_is_zero() -> None:
    found = one_report("no casualties.", ("no casualties", "killed", Quantity(0, 0, 0, "no casualties", "toll.none"), ""))
    assert figures(found) == (0, 0, 0)
    assert found.incidents[0].harm is not None
    assert found.incidents[0].harm.grade == "discounted"


def test_people_killed_without_a_number_is_at_least_some() -> None:
    found = one_report("people were killed.", ("people", "killed", Quantity(1, None, None, "people", "toll.plural"), "people"))
    assert figures(found) == (1, None, None)


def test_a_report_of_one_group_does_not_speak_for_the_total() -> None:
    made = Made()
    report(made, "a", exact(5))
    made.document("b", "On 1 May 2024 3 militants and 2 officers died.", "Paper b")
    made.mention(
        "b",
        "x",
        made.text("b"),
        when=DAY,
        toll=(
            ("3 militants", "killed", exact(3), "militants", "rebels"),
            ("2 officers", "killed", exact(2), "officers", "state forces", "TJ"),
        ),
    )
    made.document("c", "On 1 May 2024 2 Tajik officers died.", "Paper c")
    made.mention(
        "c",
        "x",
        made.text("c"),
        when=DAY,
        toll=(("2 Tajik officers", "killed", exact(2), "Tajik officers", "state forces", "TJ"),),
    )
    found = made.reconciled()
    assert figures(found) == (5, 5, 5)
    assert assessed(found).origins == 2
    assert not [d for d in found.discrepancies if d.attribute == "killed"]


def test_persons_added_up_by_name_yield_to_a_count() -> None:
    made = Made()
    report(made, "a", Quantity(2, 2, 2, "Omar Sow; his daughter", "toll.names"))
    report(made, "b", Quantity(2, 2, 2, "Omar Sow; a guard", "toll.names"))
    report(made, "c", exact(4))
    assert figures(made.reconciled())[1] == 4


def test_none_of_the_civilians_is_no_total() -> None:
    made = Made()
    made.document("a", "On 1 May 2024 no civilians were hurt.", "Paper a")
    nobody = Quantity(0, 0, 0, "no civilians", "toll.none")
    made.mention("a", "x", made.text("a"), when=DAY, toll=(("no civilians", "killed", nobody, "civilians", "civilians"),))
    found = made.reconciled()
    assert [a for i in found.incidents for a in i.assessments if a.attribute == "killed"] == []


def test_two_numbers_in_one_report_are_two_tellings() -> None:
    made = Made()
    made.document("a", "On 1 May 2024 5 people died, officials said. A hospital counted 7 people dead.", "Paper")
    made.mention(
        "a",
        "x",
        made.text("a"),
        when=DAY,
        place=None,
        toll=(("5 people", "killed", exact(5), "people"), ("7 people", "killed", exact(7), "people")),
    )
    assert figures(made.reconciled()) == (5, 7, 7)


def test_an_id_holds_the_country_and_the_day() -> None:
    made = Made()
    made.document("a", "On 1 May 2024 in Khatlon 5 people died.", "Paper")
    made.mention(
        "a", "x", made.text("a"), when=DAY, place=("Khatlon", KHATLON), toll=(("5 people", "killed", exact(5), "people"),)
    )
    assert made.reconciled().incidents[0].id == "TJ-2024-05-01"


def test_who_counts_one_side_alone_speaks_of_that_side_only() -> None:
    made = Made()
    told_by_sides(made, "a", "2024-05-02", "Paper A", ("8 soldiers", "killed", exact(8), "soldiers", "state forces", "TJ"), ("11 militants", "killed", exact(11), "militants", "rebels"))
    told_by_sides(made, "b", "2024-05-02", "Paper B", ("12 soldiers", "killed", exact(12), "soldiers", "state forces", "TJ"))
    found = made.reconciled()
    assert figures(found) == (19, 19, 19)
    assert figures(found, "killed/soldiers")[::2] == (8, 12)
    assert figures(found, "killed/militants") == (11, 11, 11)


def test_counts_of_people_at_large_get_no_sides_added() -> None:
    made = Made()
    told_by_sides(made, "a", "2024-05-02", "Paper A", ("8 soldiers", "killed", exact(8), "soldiers", "state forces", "TJ"), ("11 militants", "killed", exact(11), "militants", "rebels"))
    report(made, "c", exact(15), "2024-05-03")
    assert figures(made.reconciled())[2] == 19


def test_a_leader_killed_along_with_others_is_none_of_them() -> None:
    found = one_report(
        "Omar was killed along with eight other fighters.",
        ("Omar", "killed", Quantity(1, 1, 1, "Omar", "toll.singular"), "Omar"),
        ("eight other fighters", "killed", exact(8), "other fighters", "rebels"),
    )
    assert figures(found) == (9, 9, 9)


def test_a_group_named_is_no_breakdown() -> None:
    made = Made()
    report(made, "a", exact(15), "2024-05-02")
    told_by_sides(made, "b", "2024-05-02", "Paper B", ("12 civilians", "killed", exact(12), "civilians", "civilians", "TJ"))
    assert figures(made.reconciled()) == (12, 15, 15)


def test_a_report_that_counts_the_attacker_apart_breaks_its_number_down() -> None:
    made = Made()
    report(made, "a", exact(3), "2024-05-02")
    bomber = Quantity(1, 1, 1, "killed himself", "toll.attacker")
    told_by_sides(made, "b", "2024-05-02", "Paper B", ("3 people", "killed", exact(3), "people"), ("the attacker", "killed", bomber, "attacker"))
    assert figures(made.reconciled()) == (3, 4, 4)


def test_a_suicide_bomber_listed_with_his_victims_makes_no_larger_whole() -> None:
    made = Made()
    told_by_sides(made, "a", "2024-05-02", "Paper A", ("40 soldiers", "killed", exact(40), "soldiers", "state forces", "TJ"))
    told_by_sides(made, "b", "2024-05-02", "Paper B", ("40 soldiers", "killed", exact(40), "soldiers", "state forces", "TJ"), ("the bomber", "killed", exact(1), "bomber"))
    report(made, "c", at_least(40), "2024-05-02")
    assert figures(made.reconciled())[1] == 40
