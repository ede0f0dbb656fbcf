"""Which of several numbers still stands: later statements, corrections, withdrawn claims, and tolls that grew."""

from reconciling_made import Made, at_least, exact
from thucydides.nouns import Quantity
from tolls_made import DAY, assessed, figures, one_report, report, told_by_sides


def test_a_later_statement_of_one_speaker_replaces_the_earlier() -> None:
    made = Made()
    report(made, "a", exact(3), "2024-05-02", speaker="the interior ministry of Kenya")
    report(made, "b", exact(5), "2024-05-03", speaker="Kenyan officials")
    found = made.reconciled()
    assert figures(found) == (3, 5, 5)
    assert "replaced by a later statement" in assessed(found).reason
    assert [d.weight < 10 for d in found.discrepancies if d.kind == "value"] == [True]


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


def test_a_later_number_of_one_side_leaves_the_other_sides_dead_standing() -> None:
    made = Made()
    told_by_sides(made, "a", "2024-05-02", "Paper A", ("8 soldiers", "killed", exact(8), "soldiers", "state forces", "TJ"), ("11 militants", "killed", exact(11), "militants", "rebels"))
    told_by_sides(made, "b", "2024-05-06", "Paper A", ("54 soldiers", "killed", exact(54), "soldiers", "state forces", "TJ"))
    found = made.reconciled()
    assert figures(found) == (19, 65, 65)
    assert figures(found, "killed/soldiers") == (54, 54, 54)
    assert figures(found, "killed/militants") == (11, 11, 11)


def test_the_wounded_who_died_are_no_rival_count_of_the_dead() -> None:
    found = one_report(
        "fifteen people died. Four people died in hospital.",
        ("fifteen people", "killed", exact(15), "people"),
        ("Four people", "killed", exact(4), "people"),
    )
    assert figures(found) == (15, 15, 15)


def test_who_counts_again_months_later_may_count_those_who_were_missed() -> None:
    made = Made()
    report(made, "a", exact(300), "2024-05-02")
    report(made, "b", exact(301), "2025-04-30")
    assert figures(made.reconciled()) == (300, 301, 301)
