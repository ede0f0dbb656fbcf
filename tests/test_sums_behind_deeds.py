"""Sums behind deeds: counts told behind the deeds of a report that are of all of them, of a time or a war, and those that are of one."""

import pytest

from thucydides.nouns import Extract
from told import incidents, killed, only, place, toll
from told import read as read_report


def read(text: str, published: str = "2031-06-10") -> Extract:
    return read_report(f"The war in the hills\n\n{text}", published)


def sums(found: Extract) -> set[int | None]:
    return {a.deaths.best for a in found.aggregates if a.deaths is not None}


_TWO = "A bomber blew himself up at a fair in Jhelum on Friday, killing 21 people. An hour later gunmen shot 12 passengers dead on a bus near Sialkot. "


@pytest.mark.parametrize(
    "total",
    [
        "In all, more than 33 people were killed in Punjab that day, a doctor said.",
        "Altogether at least 34 people lost their lives in the province.",
        "All told, the day's attacks claimed 33 lives.",
        "The total number of dead in Punjab on Friday was 35.",
        "The two attacks left 33 people dead between them.",
    ],
)
def test_a_sum_behind_two_deeds_at_places_apart_is_the_toll_of_neither(total: str) -> None:
    found = read(_TWO + total)
    assert sorted(n for m in incidents(found) for n in killed(m) if n) == [12, 21]
    assert sums(found) & {33, 34, 35}


def test_the_sum_of_one_deed_is_its_toll() -> None:
    found = only("The war in the hills\n\nGunmen cut the throats of herders at Tessit on Sunday. In all, 30 people were killed, survivors said.")
    assert killed(found) == [30]


@pytest.mark.parametrize(
    "claim",
    [
        "The Sarhad Front said it was behind the blast and that 71 soldiers had been killed in its attacks this month.",
        "The Sarhad Front claimed the attack, saying it had killed 71 soldiers this month.",
        "The Sarhad Front said its fighters had killed 71 troops so far this year.",
        "The blast brought the year's death toll in the district to 71.",
        "The army puts down 71 such deaths to similar raids since January.",
    ],
)
def test_what_a_group_or_a_year_has_cost_is_no_toll_of_the_last_deed(claim: str) -> None:
    found = read(f"Four soldiers died when a roadside bomb hit their truck near Panjgur on Tuesday. {claim}")
    assert [killed(m) for m in incidents(found)] == [[4]]


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("Twenty-nine people were killed in two bombings in Baghdad on Monday. A van blew up in Karrada, killing 18. Another bomb left 11 dead "
         "in Mansour.", {18, 11}),
        ("Two attacks cost 29 lives in Aden on Monday. Gunmen shot 18 worshippers dead at a mosque in Crater. Eleven died when a grenade was "
         "thrown at a café in Mualla.", {18, 11}),
    ],
)
def test_deeds_of_one_town_that_add_up_to_the_count_of_all_are_told_apart(text: str, spots: set[int]) -> None:
    found = read(text)
    assert {n for m in incidents(found) for n in killed(m)} == spots
    assert 29 in sums(found)


def test_blasts_at_one_spot_are_one_deed() -> None:
    found = read("Twin blasts killed 29 worshippers at a mosque in Herat on Monday. The first left 18 dead; 11 died in the second.")
    assert len(incidents(found)) == 1


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Police fired on a march in Basra on Tuesday. Sixteen people died and 840 were wounded, medics said.", 16, 840),
        ("Rebels stormed the garrison at Halgan on 1 May. Some 730 men lost their lives and 1,100 were injured.", 730, 1100),
        ("Eritrean and Ethiopian troops fought at Badme on 14 June. Nearly 900 soldiers died and 1,500 were hurt.", 900, 1500),
    ],
)
def test_many_hurt_or_dead_of_the_deed_just_told_are_of_no_war(text: str, dead: int, hurt: int) -> None:
    found = only(f"The war in the hills\n\n{text}")
    assert killed(found) == [dead]
    assert toll(found, "injured") == [hurt]


def test_thousands_killed_in_a_town_so_far_are_no_toll_of_the_last_shell() -> None:
    found = read("Two shells hit a tram in Grozny on 1 May, killing four. More than 2,300 people have lost their lives in the city.", "1996-05-03")
    assert [killed(m) for m in incidents(found)] == [[4]]
    assert sums(found) == {2300}


@pytest.mark.parametrize("word", ["Twin", "Dual", "Double"])
def test_a_word_for_two_that_opens_a_report_is_no_place(word: str) -> None:
    assert place(only(f"{word} bombings killed 25 shoppers in Kano on Tuesday.")) == "Kano"


@pytest.mark.parametrize(("deeds", "dead", "hurt"), [("Attacks", "Killed", "Injured"), ("Incidents", "Fatalities", "Wounded"), ("Clashes", "Deaths", "Injuries")])
def test_the_figures_of_a_month_behind_labels_are_no_toll_of_its_worst_deed(deeds: str, dead: str, hurt: str) -> None:
    worst = "The worst attack took place on 14 May in Tessit, where gunmen killed 16 herders and wounded four."
    found = read_report(f"Mali: monthly bulletin\n\nPeriod: 1-31 May 2031\n\n{deeds}: 54\n\n{dead}: 128\n\n{hurt}: 61\n\n{worst}", "2031-06-04")
    assert [killed(m) for m in incidents(found)] == [[16]]
    assert toll(incidents(found)[0], "injured") == [4]
    assert 128 in sums(found)
