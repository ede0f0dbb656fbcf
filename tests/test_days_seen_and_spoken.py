"""The day on which somebody saw, spoke of or took a picture of what a deed had left is not shown as the day of the deed."""

from datetime import date
from pathlib import Path

import pytest

from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import DateRange
from told import told


def days(folder: Path, text: str) -> set[str]:
    """The days of the incidents that a report tells."""
    return {m.date.edtf for m in told(folder, text).mentions if m.kind == "incident" and m.date is not None}


def test_what_is_seen_on_a_day_was_done_before(tmp_path: Path) -> None:
    text = (
        "When our party reached Nyunzu on Wednesday, we saw four huts destroyed by mortar shells. "
        "The shells hit the huts on Monday night, the chief said."
    )
    assert days(tmp_path, text) == {"2025-06-30"}


def test_a_pictures_day_dates_no_deed_of_the_report(tmp_path: Path) -> None:
    text = (
        "By our staff A wounded woman arrives at a clinic in Bunia on June 30, 2025. BUNIA, Congo -- Rebels shelled Bunia, the mayor said. "
        "At least nine people were killed in Wednesday's attacks on Bunia, a nurse said."
    )
    assert days(tmp_path, text) == {"2025-07-02"}


@pytest.mark.parametrize(
    "line",
    [
        "According to a statement of the ministry on 2 July, six people were killed in an ambush near Bunia on 28 June.",
        "Six people were killed in an ambush near Bunia on 28 June, according to a bulletin on 2 July.",
        "Speaking to reporters in Kinshasa on Wednesday, a general said six people were killed in an ambush near Bunia on 28 June.",
    ],
)
def test_the_day_of_a_source_is_not_the_deeds(tmp_path: Path, line: str) -> None:
    assert days(tmp_path, line) == {"2025-06-28"}


def test_a_day_counted_from_when_somebody_spoke_gives_way_to_the_reports_own(tmp_path: Path) -> None:
    text = 'Police captured a rebel commander in Goma on Tuesday, officials said. "He was captured today at the port," a colonel said.'
    assert days(tmp_path, text) == {"2025-07-01"}


def test_no_deed_that_was_done_is_of_tomorrow(tmp_path: Path) -> None:
    text = "Gunmen shot dead five recruits near Goma on Tuesday. The recruits were shot dead as they headed home for tomorrow's feast."
    assert days(tmp_path, text) == {"2025-07-01"}


def test_the_previous_day_counts_from_the_deed_told_last(tmp_path: Path) -> None:
    text = "A bomb went off in Gao on Monday, wounding two. The previous day, rebels had shot dead two men in Kidal."
    assert days(tmp_path, text) == {"2025-06-30", "2025-06-29"}


@pytest.mark.parametrize(
    "line",
    [
        "Rebels blew up a bridge near Gao on Tuesday, the day after soldiers killed a guerrilla chief in Kidal.",
        "On Tuesday rebels blew up a bridge near Gao, a day after soldiers killed a guerrilla chief in Kidal.",
    ],
)
def test_a_deed_that_another_came_the_day_after_is_of_the_day_before(tmp_path: Path, line: str) -> None:
    assert days(tmp_path, line) == {"2025-07-01", "2025-06-30"}


def test_a_day_counted_inside_a_sentence_counts_from_the_day_told_there(tmp_path: Path) -> None:
    text = (
        "The war that began on May 2, 2025 was nearly over. On the morning of June 19 the rebel's body was shown on television; "
        "he was shot dead in the marsh the day before, together with 40 of his men."
    )
    assert "2025-06-18" in days(tmp_path, text)


def test_a_month_whose_dead_a_sentence_counts_is_not_the_days_of_its_deed(tmp_path: Path) -> None:
    text = "Three soldiers died in an explosion in Gao on Sunday, bringing to 66 the number of peacekeepers killed in June."
    assert days(tmp_path, text) == {"2025-06-29"}


def test_a_day_right_behind_a_deed_told_as_new_is_its_own_though_others_mourn(tmp_path: Path) -> None:
    text = "A family is mourning the loss of a child, after a fatal shooting early Wednesday morning in Goma."
    assert days(tmp_path, text) == {"2025-07-02"}


def test_tomorrow_looks_ahead() -> None:
    (time,) = find_times("for tomorrow's holiday")
    assert time.lean == "future"
    told_on = DateRange("2025-07-03", date(2025, 7, 3), date(2025, 7, 3), "day", "stated", "published.metadata")
    day = resolve(time, Anchor(document=told_on))
    assert day is not None
    assert day.edtf == "2025-07-04"


def test_a_reaction_leaves_a_deed_its_own_day(tmp_path: Path) -> None:
    text = "The alliance apologised on Wednesday for the raid on 28 June in which its troops killed 25 herders near Nyunzu."
    assert days(tmp_path, text) == {"2025-06-28"}


@pytest.mark.parametrize(
    "line",
    [
        "A day after gunmen killed 12 traders in Gao, soldiers imposed a curfew on Wednesday.",
        "A day after coordinated bombings killed at least 160 people in Kano, soldiers imposed a curfew on Wednesday.",
    ],
)
def test_a_deed_with_which_a_sentence_opens_is_counted_back_from_the_day_behind(tmp_path: Path, line: str) -> None:
    assert "2025-07-01" in days(tmp_path, line)


def test_the_previous_friday_is_that_before_the_deed_told_last(tmp_path: Path) -> None:
    text = "Rebels shot dead nine hostages in Kurmuk on Tuesday. The Friday before, they had shot two drivers near Geissan."
    assert days(tmp_path, text) == {"2025-07-01", "2025-06-27"}


def test_the_day_of_a_source_in_brackets_is_not_the_deeds(tmp_path: Path) -> None:
    text = "On 28 June a patrol fell into an ambush near Bunia: six dead, nine wounded (communiqué of the general staff, 29 June 2025)."
    assert days(tmp_path, text) == {"2025-06-28"}


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("in the night from Monday to Tuesday", "2025-06-30/2025-07-01"), ("between Monday and Tuesday", "2025-06-30/2025-07-01")],
)
def test_two_days_that_follow_one_another_are_those_of_the_deed(tmp_path: Path, words: str, edtf: str) -> None:
    assert days(tmp_path, f"Rebels hacked six farmers to death in a village near Bunia {words}, a chief said.") == {edtf}


def test_a_month_is_only_that_of_the_night_told_behind_it(tmp_path: Path) -> None:
    text = "In November 2024 a plane dropped bombs on a barracks at Bunia, and on the mill beside it, on the night of the 27th to the 28th."
    assert days(tmp_path, text) == {"2024-11-27/2024-11-28"}
