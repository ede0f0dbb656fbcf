"""Which number is best, and how far low and high reach: ties, vague words, round numbers, and the rules by name."""

import pytest

from reconciling_made import Made, at_least, exact, more_than, several
from thucydides.nouns import Quantity
from tolls_made import DAY, assessed, figures, report, told_by_sides


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


def test_about_so_many_neither_lowers_nor_raises_the_ends() -> None:
    made = Made()
    report(made, "a", Quantity(45, 50, 55, "about 50", "toll.about", approximate=True))
    report(made, "b", exact(48))
    assert figures(made.reconciled())[::2] == (48, 50)


def test_of_numbers_held_by_as_many_the_one_told_last_is_best() -> None:
    made = Made()
    report(made, "a", exact(41), "2024-05-02")
    report(made, "b", exact(43), "2024-05-07")
    assert figures(made.reconciled()) == (41, 43, 43)


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
    told_by_sides(made, "a", "2024-05-02", "Paper A", ("13 soldiers", "killed", exact(13), "soldiers", "state forces", "TJ"), ("dozens of villagers", "killed", dozens, "villagers", "civilians"))
    report(made, "b", exact(170))
    assert figures(made.reconciled()) == (170, 170, 170)
