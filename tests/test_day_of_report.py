"""A deed told without a day is of the day of all the others of its report, where that is news. The reports are ours."""

from datetime import date

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Block, DateRange, Document, Mention


def incidents(text: str, day: date) -> list[Mention]:
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(at, at + len(paragraph), "paragraph" if number else "title"))
        at += len(paragraph) + 2
    published = DateRange(day.isoformat(), day, day, "day", "document", "published.metadata")
    (extract,) = extract_documents([Document("d", "d", text, "d", tuple(blocks), title=text.split("\n\n")[0], published=published)])
    return sorted((m for m in extract.mentions if m.kind == "incident"), key=lambda m: m.passages[0].start)


@pytest.mark.parametrize(
    "text",
    [
        "Raid on Jenin\n\nSoldiers killed nine people in a raid on Jenin on Thursday, the health ministry said. The soldiers shot at an "
        "ambulance.\n\nThe ministry later said that a tenth person was shot dead by soldiers in the town of al-Ram.",
        "Shells fall on Barda\n\nRockets killed 21 people in Barda on Thursday, prosecutors said. The rockets burnt cars.\n\nOfficials in "
        "Stepanakert said that shells had fallen on the city, killing one person.",
    ],
)
def test_a_deed_without_a_day_is_of_the_day_of_the_others(text: str) -> None:
    *_, last = incidents(text, date(2023, 1, 27))
    assert last.date is not None
    assert (last.date.edtf, last.date.rule, last.date_is_report) == ("2023-01-26", "date.of-report", True)


def test_where_the_others_are_of_several_days_it_has_none() -> None:
    text = (
        "Week of strikes\n\nRockets killed 21 people in Barda on Thursday.\n\nShells killed three people in Ganja on Wednesday.\n\nOfficials "
        "in Stepanakert said that shells had fallen on the city, killing one person."
    )
    assert not [m for m in incidents(text, date(2023, 1, 27)) if m.date is not None and m.date.rule == "date.of-report"]


def test_a_report_that_looks_back_gives_no_day() -> None:
    text = (
        "A year of war\n\nRockets killed 21 people in Barda on 28 October 2020, prosecutors said. The rockets burnt cars.\n\nOfficials in "
        "Stepanakert said that shells had fallen on the city, killing one person."
    )
    assert not [m for m in incidents(text, date(2021, 9, 27)) if m.date is not None and m.date.rule == "date.of-report"]


_DAY = (
    "Shells fall on Barda\n\nRockets killed 21 people in Barda on Thursday, prosecutors said.\n\nIn Ganja, shells killed three people on "
    "Thursday.\n\nGunmen shot dead a teacher in Tartar on Thursday evening.\n\n"
)
_LAST = "Officials in Stepanakert said that shells had fallen on the city, killing one person."


def test_where_most_news_is_of_one_day_so_is_what_has_none() -> None:
    text = f"{_DAY}Last month, on 11 December, a bomb killed two soldiers in Agdam.\n\n{_LAST}"
    *_, last = incidents(text, date(2023, 1, 27))
    assert last.date is not None
    assert (last.date.edtf, last.date.rule, last.date_is_report) == ("2023-01-26", "date.of-report", True)


def test_one_deed_of_the_last_days_among_those_of_others_gives_no_day() -> None:
    text = (
        "A month of war\n\nRockets killed 21 people in Barda on Thursday.\n\nShells killed three people in Ganja on 12 December.\n\n"
        f"On 15 December gunmen shot dead a teacher in Tartar.\n\n{_LAST}"
    )
    assert not [m for m in incidents(text, date(2023, 1, 27)) if m.date is not None and m.date.rule == "date.of-report"]
