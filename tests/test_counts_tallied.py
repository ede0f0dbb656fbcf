"""Counts of the killed over a stretch of time are read as such, whatever deed the sentence tells, and no deed is made of them."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources


def told(tmp_path: Path, text: str) -> tuple[set[int], set[int]]:
    """The counts over many of a report, and those of its incidents."""
    (tmp_path / "report.txt").write_text(f"News report\n\nJuly 3, 2014\n\n{text}\n\nThe road through the district was closed for some hours.")
    documents, _ = read_sources([str(tmp_path / "report.txt")])
    (found,) = extract_documents(documents)
    many = {a.deaths.best for a in found.aggregates if a.deaths is not None and a.deaths.best}
    single = {
        sum(i.quantity.best or 0 for i in m.toll if i.outcome == "killed" and i.part_of is None)
        for m in found.mentions
        if m.kind == "incident"
    }
    return many, single - {0}


@pytest.mark.parametrize(
    ("text", "many", "single"),
    [
        ("Councillor Ali Nur was shot dead in Baidoa on Sunday. He is the fourth councillor killed in the town this year.", {4}, {1}),
        ("Mayor Luis Prado was shot dead in Lara on Sunday. Prado is the seventh mayor to be murdered since October 2013.", {7}, {1}),
        ("A bomb killed three in Yala on Friday. It was the ninth death from a bomb in the province in a week.", {9}, {3}),
        ("Five people were killed in a shooting in Kingston on Saturday, bringing the number of murders this month to 45.", {45}, {5}),
        ("There were 512 homicides in San Salvador in March, police figures show.", {512}, set()),
        ("So far this year: 31 massacres with 108 victims in the country.", {108}, set()),
        ("Results in the department from 1 January to 30 June:\n\nKilled in the line of duty: 19 members of the police.", {19}, set()),
        ("Deaths since the start of the uprising: 410.", {410}, set()),
        ("The total since the start of the war has reached 2,367 dead and 11,088 wounded, of whom 17 dead in the last day.", {2367}, set()),
        ("The governor spoke of 413 civilians killed since the beginning of the month; the UN had it at 74 killed.", {413, 74}, set()),
    ],
)
def test_what_fixed_words_tally_is_no_toll_of_a_deed(tmp_path: Path, text: str, many: set[int], single: set[int]) -> None:
    assert told(tmp_path, text) == (many, single)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Sixty-one fishermen were shot dead off the coast in the first quarter of 2014, the union said.", 61),
        ("As of 20 June, 74 people had died in the flare-up along the border, the interior ministry said.", 74),
        ("At least 88 people were killed in two weeks of clashes between farmers and herders.", 88),
        ("Ten days of air raids on Aleppo have left 130 dead, activists said on Tuesday.", 130),
        ("The operation in Jenin city, launched on 21 June, has entered its tenth day, with 16 fatalities so far.", 16),
        ("We know of 39 dead since the fighting in the valley began on 16 January, and most carried arms.", 39),
        ("On 14 and 15 June, 12 villagers were killed by two air strikes in the camp.", 12),
        ("In June alone, 26 farmers were hacked to death in Ituri.", 26),
        ("On July 24-28, Cambodia lost 13 people, eight of them civilians.", 13),
        ("In the general hospital of Uvira alone 37 bodies came in between Tuesday and Thursday.", 37),
    ],
)
def test_a_count_over_days_weeks_or_months_is_of_no_one_deed(tmp_path: Path, text: str, many: int) -> None:
    assert told(tmp_path, text) == ({many}, set())


@pytest.mark.parametrize(
    ("text", "single"),
    [
        ("As of Monday evening, 23 bodies had been pulled from the ruins of the hotel bombed on Sunday.", 23),
        ("After three weeks of fighting rebels took the town of Bria on Monday, killing five soldiers.", 5),
        ("The third blast in a week killed three people in Kabul on Sunday.", 3),
        ("Forty villagers were killed on the night of 14 to 15 June in two air strikes on a village near Sagaing.", 40),
        ("In March 2011, 27 worshippers were killed when rebels bombed a church in Jos.", 27),
    ],
)
def test_a_deed_is_one_though_words_of_a_longer_time_stand_with_it(tmp_path: Path, text: str, single: int) -> None:
    assert told(tmp_path, text) == (set(), {single})


def test_a_woman_among_those_whom_a_body_says_it_counted_is_one_of_them(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "News report\n\nJuly 3, 2014\n\nGunmen raided a village near Cotabato on Tuesday. The Council of Elders said it had recorded 15 deaths, "
        "among them a deaf woman."
    )
    documents, _ = read_sources([str(tmp_path / "report.txt")])
    (found,) = extract_documents(documents)
    (mention,) = (m for m in found.mentions if m.kind == "incident")
    assert [(i.quantity.best, i.part_of) for i in mention.toll] == [(15, None), (1, 0)]


def test_a_table_counts_the_killed_over_the_times_of_its_columns(tmp_path: Path) -> None:
    table = "| Indicator | Jan–Jun 2014 | Jan–Jun 2013 |\n| Unlawful killings | 6 | 14 |\n| Torture (victims) | 63 | 51 |\n| Soldiers killed | 13 | 18 |"
    assert told(tmp_path, f"Figures of the first half of 2014\n\n{table}") == ({6, 14, 13, 18}, set())


@pytest.mark.parametrize(
    ("text", "many", "single"),
    [
        ("Friday's bloodshed raised the death toll to about 300 since the revolt that began in Deraa on June 18.", {300}, set()),
        ("Friday's deaths brought to 50 the number of people killed since the marches started on Tuesday, a medic said.", {50}, set()),
        ("Police have shot six people dead over two days of protests in the coastal town of Latakia.", {6}, set()),
        ("By the count of lawyers 50 people lost their lives in unrest across Syria on Saturday, almost half in Homs.", {50}, set()),
        ("The death of three men in a raid on Monday brings to nine the number of villagers killed since the operation began.", {9}, {3}),
        ("Monday's blast killed five people, bringing the toll of the attack to five.", set(), {5}),
        ("The bombing on Friday killed nine; three died since then, bringing the death toll to 12.", set(), {12}),
    ],
)
def test_a_toll_that_ran_up_over_days_is_none_of_the_last_deed(tmp_path: Path, text: str, many: set[int], single: set[int]) -> None:
    assert told(tmp_path, text) == (many, single)
