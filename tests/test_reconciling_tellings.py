"""Totals from parts, later statements, withdrawn claims, and whose count weighs how much."""

import pytest

from reconciling_made import KHATLON, Made, at_least, exact, more_than, on, several
from thucydides.nouns import Assessment, Quantity
from thucydides.reconciling import Reconciled

DAY = ("1 May 2024", on("2024-05-01"))


def assessed(found: Reconciled, attribute: str = "killed") -> Assessment:
    (incident,) = found.incidents
    one = incident.assessed(attribute)
    assert one is not None
    return one


def figures(found: Reconciled, attribute: str = "killed") -> tuple[int | None, int | None, int | None]:
    quantity = assessed(found, attribute).quantity
    assert quantity is not None
    return quantity.low, quantity.best, quantity.high


def one_report(text: str, *toll: tuple[object, ...]) -> Reconciled:
    made = Made()
    made.document("a", f"On 1 May 2024: {text}", "Paper")
    made.mention("a", "x", made.text("a"), when=DAY, toll=toll)
    return made.reconciled()


def report(
    made: Made, name: str, quantity: Quantity, published: str | None = None, outlet: str | None = None, **more: object
) -> None:
    made.document(name, f"On 1 May 2024 {quantity.wording} people died.", outlet or f"Paper {name}", published)
    made.mention(
        name, "x", made.text(name), when=DAY, toll=((f"{quantity.wording} people", "killed", quantity, "people"),), **more
    )


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


def test_at_least_raises_no_high() -> None:
    made = Made()
    report(made, "a", exact(2))
    report(made, "b", at_least(2))
    assert figures(made.reconciled()) == (2, 2, 2)


def test_open_wording_speaks_for_the_higher_number_in_a_tie() -> None:
    made = Made()
    report(made, "a", exact(5))
    report(made, "b", at_least(2))
    assert figures(made.reconciled()) == (2, 5, 5)


def test_vague_words_give_way_to_numbers() -> None:
    made = Made()
    report(made, "a", several())
    report(made, "b", several())
    report(made, "c", exact(7))
    assert figures(made.reconciled()) == (7, 7, 7)


def test_vague_words_alone_say_at_least_how_many_and_no_best_number() -> None:
    made = Made()
    report(made, "a", several())
    assert figures(made.reconciled()) == (3, None, None)


def test_a_later_statement_of_one_speaker_replaces_the_earlier() -> None:
    made = Made()
    report(made, "a", exact(3), "2024-05-02", speaker="the interior ministry of Kenya")
    report(made, "b", exact(5), "2024-05-03", speaker="Kenyan officials")
    found = made.reconciled()
    assert figures(found) == (3, 5, 5)
    assert "replaced by a later statement" in assessed(found).reason
    assert not [d for d in found.discrepancies if d.kind == "value"]


def test_a_vaguer_later_statement_replaces_nothing() -> None:
    made = Made()
    report(made, "a", exact(5), "2024-05-02", speaker="Kenyan officials")
    report(made, "b", at_least(3), "2024-05-03", speaker="Kenyan officials")
    assert figures(made.reconciled())[1] == 5


def test_a_raised_toll_replaces_what_others_said_before() -> None:
    made = Made()
    report(made, "a", exact(3), "2024-05-02")
    report(made, "b", exact(3), "2024-05-02")
    report(made, "c", exact(9), "2024-05-04", replaces=True)
    assert figures(made.reconciled()) == (3, 9, 9)


def test_of_a_number_corrected_downwards_nothing_stays() -> None:
    made = Made()
    report(made, "a", exact(40), "2024-05-02", speaker="Kenyan officials")
    report(made, "b", exact(14), "2024-05-04", speaker="Kenyan officials", replaces=True)
    assert figures(made.reconciled()) == (14, 14, 14)


def test_one_person_told_of_first_is_no_low_of_a_toll_that_grew() -> None:
    made = Made()
    report(made, "a", Quantity(1, 1, 1, "a cameraman", "toll.singular"), "2024-05-02", speaker="Kenyan officials")
    report(made, "b", exact(9), "2024-05-04", speaker="Kenyan officials", replaces=True)
    assert figures(made.reconciled()) == (9, 9, 9)


def test_a_withdrawn_claim_no_longer_counts() -> None:
    made = Made()
    report(made, "a", exact(40), "2024-05-02", speaker="the Northern Front")
    report(made, "b", exact(4), "2024-05-02")
    made.document("c", "On 1 May 2024: the Northern Front took its number back.", "Paper c", "2024-05-05")
    third = made.mention("c", "x", made.text("c"), when=DAY)
    made.claim("c", (third,), "the Northern Front took its number back", "withdraws", "", "killed", speaker="the Northern Front")
    assert figures(made.reconciled()) == (4, 4, 4)


def test_a_partys_count_of_its_enemys_losses_weighs_less() -> None:
    made = Made()
    made.document("a", "On 1 May 2024 the army of Mali said 30 rebels died.", "Paper a")
    made.mention(
        "a",
        "x",
        made.text("a"),
        when=DAY,
        speaker="the army of Mali",
        toll=(("30 rebels", "killed", exact(30), "rebels", "rebels"),),
        actors=(("army of Mali", "party", "state forces", "ML"), ("rebels", "party", "rebel group")),
    )
    made.document("b", "On 1 May 2024 the Northern Front said 2 fighters died.", "Paper b")
    made.mention(
        "b",
        "x",
        made.text("b"),
        when=DAY,
        speaker="the Northern Front",
        toll=(("2 fighters", "killed", exact(2), "fighters", "rebels"),),
    )
    found = made.reconciled()
    assert figures(found) == (2, 2, 30)
    clash = next(d for d in found.discrepancies if d.attribute == "killed")
    assert "party's own count of its enemy's losses" in clash.explanation


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("assess.origins", (3, 7, 9)),
        ("assess.majority", (3, 3, 9)),
        ("assess.acled-lowest", (3, 3, 9)),
        ("assess.ibc-min-max", (3, 3, 9)),
        ("assess.latest", (3, 9, 9)),
        ("assess.ucdp", (7, 7, 9)),
    ],
)
def test_rules_by_name_give_their_own_figures(rule: str, expected: tuple[int, int, int]) -> None:
    made = Made()
    report(made, "a", exact(7), "2024-05-02")
    report(made, "b", exact(7), "2024-05-02")
    report(made, "c", exact(3), "2024-05-02", hedge="unconfirmed")
    report(made, "d", exact(9), "2024-05-09")
    found = made.reconciled(rule)
    assert figures(found) == expected
    assert assessed(found).rule == rule


def test_majority_needs_more_than_half() -> None:
    made = Made()
    for name, number in (("a", 7), ("b", 7), ("c", 3)):
        report(made, name, exact(number))
    assert figures(made.reconciled("assess.majority")) == (3, 7, 7)


def test_an_unknown_rule_names_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"no rule 'assess\.mine'; choose one of assess\.origins"):
        Made().reconciled("assess.mine")


def test_ties_go_to_the_breakdown_then_to_the_higher() -> None:
    made = Made()
    report(made, "a", exact(8))
    made.document("b", "On 1 May 2024 2 soldiers and 4 militants died.", "Paper b")
    made.mention(
        "b",
        "x",
        made.text("b"),
        when=DAY,
        place=None,
        toll=(
            ("2 soldiers", "killed", exact(2), "soldiers", "state forces"),
            ("4 militants", "killed", exact(4), "militants", "rebels"),
        ),
    )
    assert figures(made.reconciled())[1] == 6
    other = Made()
    report(other, "a", exact(4))
    report(other, "b", exact(6))
    assert figures(other.reconciled())[1] == 6


def test_a_round_number_that_was_passed_is_that_number_where_another_counts_it() -> None:
    made = Made()
    report(made, "a", more_than(12, "more than a dozen"))
    report(made, "b", exact(12))
    report(made, "c", exact(15))
    assert figures(made.reconciled())[1] == 12
    other = Made()
    report(other, "a", more_than(12, "more than a dozen"))
    report(other, "b", at_least(12))
    assert figures(other.reconciled())[1] == 13


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


def _sides(made: Made, name: str, published: str, outlet: str, *toll: tuple[object, ...]) -> None:
    made.document(name, "On 1 May 2024 " + " and ".join(str(t[0]) for t in toll) + " were killed.", outlet, published)
    made.mention(name, "x", made.text(name), when=DAY, toll=toll)


def test_who_counts_one_side_alone_speaks_of_that_side_only() -> None:
    made = Made()
    _sides(made, "a", "2024-05-02", "Paper A", ("8 soldiers", "killed", exact(8), "soldiers", "state forces", "TJ"), ("11 militants", "killed", exact(11), "militants", "rebels"))
    _sides(made, "b", "2024-05-02", "Paper B", ("12 soldiers", "killed", exact(12), "soldiers", "state forces", "TJ"))
    found = made.reconciled()
    assert figures(found) == (19, 19, 19)
    assert figures(found, "killed/soldiers")[::2] == (8, 12)
    assert figures(found, "killed/militants") == (11, 11, 11)


def test_a_later_number_of_one_side_leaves_the_other_sides_dead_standing() -> None:
    made = Made()
    _sides(made, "a", "2024-05-02", "Paper A", ("8 soldiers", "killed", exact(8), "soldiers", "state forces", "TJ"), ("11 militants", "killed", exact(11), "militants", "rebels"))
    _sides(made, "b", "2024-05-06", "Paper A", ("54 soldiers", "killed", exact(54), "soldiers", "state forces", "TJ"))
    found = made.reconciled()
    assert figures(found) == (19, 65, 65)
    assert figures(found, "killed/soldiers") == (54, 54, 54)
    assert figures(found, "killed/militants") == (11, 11, 11)


def test_counts_of_people_at_large_get_no_sides_added() -> None:
    made = Made()
    _sides(made, "a", "2024-05-02", "Paper A", ("8 soldiers", "killed", exact(8), "soldiers", "state forces", "TJ"), ("11 militants", "killed", exact(11), "militants", "rebels"))
    report(made, "c", exact(15), "2024-05-03")
    assert figures(made.reconciled())[2] == 19


def test_about_so_many_neither_lowers_nor_raises_the_ends() -> None:
    made = Made()
    report(made, "a", Quantity(45, 50, 55, "about 50", "toll.about", approximate=True))
    report(made, "b", exact(48))
    assert figures(made.reconciled())[::2] == (48, 50)


def test_the_wounded_who_died_are_no_rival_count_of_the_dead() -> None:
    found = one_report(
        "fifteen people died. Four people died in hospital.",
        ("fifteen people", "killed", exact(15), "people"),
        ("Four people", "killed", exact(4), "people"),
    )
    assert figures(found) == (15, 15, 15)


def test_a_leader_killed_along_with_others_is_none_of_them() -> None:
    found = one_report(
        "Omar was killed along with eight other fighters.",
        ("Omar", "killed", Quantity(1, 1, 1, "Omar", "toll.singular"), "Omar"),
        ("eight other fighters", "killed", exact(8), "other fighters", "rebels"),
    )
    assert figures(found) == (9, 9, 9)


def test_of_numbers_held_by_as_many_the_one_told_last_is_best() -> None:
    made = Made()
    report(made, "a", exact(41), "2024-05-02")
    report(made, "b", exact(43), "2024-05-07")
    assert figures(made.reconciled()) == (41, 43, 43)


def test_a_group_named_is_no_breakdown() -> None:
    made = Made()
    report(made, "a", exact(15), "2024-05-02")
    _sides(made, "b", "2024-05-02", "Paper B", ("12 civilians", "killed", exact(12), "civilians", "civilians", "TJ"))
    assert figures(made.reconciled()) == (12, 15, 15)


def test_up_to_so_many_raises_the_high_and_nothing_else() -> None:
    made = Made()
    report(made, "a", exact(20))
    report(made, "b", Quantity(0, 31, 31, "as many as 31", "toll.up-to", weak=True))
    assert figures(made.reconciled()) == (20, 20, 31)


def test_one_person_told_of_lowers_no_count() -> None:
    made = Made()
    report(made, "a", exact(8))
    report(made, "b", Quantity(1, 1, 1, "a cameraman", "toll.singular"))
    assert figures(made.reconciled()) == (8, 8, 8)


def test_a_sum_with_a_vague_word_in_it_yields_to_a_plain_number() -> None:
    made = Made()
    dozens = Quantity(24, 24, None, "dozens", "toll.dozens")
    _sides(made, "a", "2024-05-02", "Paper A", ("13 soldiers", "killed", exact(13), "soldiers", "state forces", "TJ"), ("dozens of villagers", "killed", dozens, "villagers", "civilians"))
    report(made, "b", exact(170))
    assert figures(made.reconciled()) == (170, 170, 170)


def test_who_counts_again_months_later_may_count_those_who_were_missed() -> None:
    made = Made()
    report(made, "a", exact(300), "2024-05-02")
    report(made, "b", exact(301), "2025-04-30")
    assert figures(made.reconciled()) == (300, 301, 301)


def test_a_report_that_counts_the_attacker_apart_breaks_its_number_down() -> None:
    made = Made()
    report(made, "a", exact(3), "2024-05-02")
    bomber = Quantity(1, 1, 1, "killed himself", "toll.attacker")
    _sides(made, "b", "2024-05-02", "Paper B", ("3 people", "killed", exact(3), "people"), ("the attacker", "killed", bomber, "attacker"))
    assert figures(made.reconciled()) == (3, 4, 4)


def test_a_suicide_bomber_listed_with_his_victims_makes_no_larger_whole() -> None:
    made = Made()
    _sides(made, "a", "2024-05-02", "Paper A", ("40 soldiers", "killed", exact(40), "soldiers", "state forces", "TJ"))
    _sides(made, "b", "2024-05-02", "Paper B", ("40 soldiers", "killed", exact(40), "soldiers", "state forces", "TJ"), ("the bomber", "killed", exact(1), "bomber"))
    report(made, "c", at_least(40), "2024-05-02")
    assert figures(made.reconciled())[1] == 40
