"""Counts of a war beside counts of an incident, places of the writer, bodies that did nothing, and two incidents taken for one."""

from reconciling_made import DARVOZ, KHATLON, Made, at_least, exact, on
from thucydides.reconciling import Reconciled

DAY = ("5 May 2024", on("2024-05-05"))


def told(made: Made, name: str, text: str, **more: object) -> None:
    made.document(name, text, f"Paper {name}", published="2024-05-06")
    made.mention(name, "one", made.text(name), when=DAY if DAY[0] in text else None, **more)


def killed(found: Reconciled) -> tuple[int | None, int | None, int | None]:
    quantity = found.incidents[0].assessed("killed").quantity  # type: ignore[union-attr]
    assert quantity is not None
    return quantity.low, quantity.best, quantity.high


def test_a_running_count_is_not_the_toll_of_the_incident() -> None:
    made = Made()
    told(made, "a", "On 5 May 2024 three people were shot in Khatlon.", toll=(("three people", "killed", exact(3), "people"),))
    told(made, "b", "Troops fired on 5 May 2024, and 2,200 people have died since March.",
         toll=(("2,200 people", "killed", exact(2200), "people"),))  # fmt: skip
    found = made.reconciled()
    assert killed(found) == (3, 3, 3)
    assert not [d for d in found.discrepancies if d.kind == "value"]


def test_a_toll_that_is_only_larger_stays() -> None:
    made = Made()
    told(made, "a", "On 5 May 2024 twelve people were shot in Khatlon.", toll=(("twelve people", "killed", exact(12), "people"),))
    told(made, "b", "On 5 May 2024 troops shot 40 people.", toll=(("40 people", "killed", exact(40), "people"),))
    assert killed(made.reconciled()) == (12, 40, 40)


def test_a_dateline_is_no_scene() -> None:
    made = Made()
    told(made, "a", "KHATLON (Reuters) - Guards were shot on 5 May 2024.", place=("KHATLON", KHATLON))
    told(made, "b", "On 5 May 2024 guards were shot in Darvoz.", place=("Darvoz", DARVOZ))
    found = made.reconciled()
    assert found.incidents[0].assessed("place").place.name == "Darvoz"  # type: ignore[union-attr]
    assert not [d for d in found.discrepancies if d.attribute == "place"]


def test_a_report_that_names_both_places_contradicts_neither() -> None:
    made = Made()
    told(made, "a", "On 5 May 2024 posts in Khatlon and Darvoz were shot at.", place=("Khatlon", KHATLON), places=(("Darvoz", DARVOZ),))
    told(made, "b", "On 5 May 2024 a post in Darvoz was shot at.", place=("Darvoz", DARVOZ))
    assert not [d for d in made.reconciled().discrepancies if d.attribute == "place"]


def test_accounts_that_differ_in_date_and_number_are_told_once_as_two_incidents() -> None:
    made = Made()
    told(made, "a", "On 5 May 2024 three people were shot.", toll=(("three people", "killed", exact(3), "people"),))
    made.document("b", "On 11 May 2024 thirty people were shot.", "Paper b")
    made.mention("b", "one", made.text("b"), when=("11 May 2024", on("2024-05-11")), toll=(("thirty people", "killed", exact(30), "people"),))
    found = made.reconciled()
    (one,) = [d for d in found.discrepancies if d.attribute in ("date", "killed", "incidents")]
    assert one.kind == "number of incidents"
    assert "likely tell of different incidents" in one.explanation


def test_a_count_that_grows_from_report_to_report_asks_once() -> None:
    made = Made()
    told(made, "a", "On 5 May 2024 three people were shot in Khatlon.", place=("Khatlon", KHATLON),
         toll=(("three people", "killed", exact(3), "people"),))  # fmt: skip
    for month, number in (("06", 1700), ("07", 2200), ("08", 5000)):
        name = f"count-{month}"
        made.document(name, f"The war has cost {number} lives since March.", f"Paper {month}", published=f"2024-{month}-10")
        window = on("2024-03", wording="since March")
        made.aggregate(name, made.text(name), ("since March", window), deaths=at_least(number), group="people", area=KHATLON,
                       date_is_document_bound=True)  # fmt: skip
    (gap,) = made.reconciled().gaps
    assert "at least 5,000 deaths" in gap.question
    assert "at least 1,700" in gap.question
    assert "at least 2,200" in gap.question


def test_an_agency_in_the_dateline_is_one_origin_of_two_papers() -> None:
    made = Made()
    for name in ("a", "b"):
        told(made, name, f"DUSHANBE (Reuters) - Three people were shot on 5 May 2024, paper {name} has it.",
             toll=(("Three people", "killed", exact(3), "people"),))  # fmt: skip
    told(made, "c", "On 5 May 2024 three people were shot.", toll=(("three people", "killed", exact(3), "people"),))
    assert made.reconciled().incidents[0].origins == 2
