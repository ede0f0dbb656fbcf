"""Open questions in words that a colleague would use, also where the record holds nothing of what is counted."""

from reconciling_made import KHATLON, Made, at_least, exact, on


def question(words: str, **more: object) -> str:
    made = Made()
    made.document("a", f"On 1 May 2024 two people were killed. {words} in June 2024.", "Paper", "2024-07-01")
    made.mention("a", "x", made.text("a"), when=("1 May 2024", on("2024-05-01")), toll=(("two people", "killed", exact(2), "people"),))
    made.aggregate("a", words, window=("in June 2024", on("2024-06")), **more)
    (gap,) = made.reconciled().gaps
    return gap.question


def test_deaths_that_a_count_names_are_not_said_twice() -> None:
    said = question("The network counts at least 40 civilian deaths", kind="tally", deaths=at_least(40), group="civilian deaths", area=KHATLON)
    assert "at least 40 civilian deaths" in said.replace("forty", "40")
    assert "deaths of civilian deaths" not in said


def test_where_nothing_is_recorded_the_record_holds_none() -> None:
    said = question("The network counts 40 deaths", kind="tally", deaths=exact(40), area=KHATLON)
    assert "the record holds none: 40 deaths are told nowhere" in said
    assert "The window is taken" not in said


def asked(words: str, wording: str, edtf: str, deaths: int) -> tuple[str, str]:
    made = Made()
    made.document("a", f"On 1 May 2024 two people were killed. {words} {wording}.", "Paper", "2024-07-01")
    made.mention("a", "x", made.text("a"), when=("1 May 2024", on("2024-05-01")), toll=(("two people", "killed", exact(2), "people"),))
    made.aggregate("a", words, window=(wording, on(edtf, wording=wording)), deaths=exact(deaths), area=KHATLON, kind="tally")
    (gap,) = made.reconciled().gaps
    return gap.question, gap.likely


def test_many_missing_dead_are_looked_for_in_several_incidents() -> None:
    assert asked("The network counts 40 deaths", "in June 2024", "2024-06", 40)[1].startswith("incidents in June 2024")
    assert asked("The network counts 3 deaths", "in June 2024", "2024-06", 3)[1].startswith("an incident in June 2024")


def test_a_day_that_only_the_report_knows_is_looked_for_by_its_date() -> None:
    said, likely = asked("The network counts 40 deaths", "today", "2024-06-03", 40)
    assert "40 deaths today" in said
    assert "on 3 June 2024" in likely
    assert "at the end of June" in asked("The network counts 40 deaths", "the end of June", "2024-06", 40)[0]
