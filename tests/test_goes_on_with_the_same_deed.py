"""What goes on with the deed told before it: its doers, those beside the dead, sentences under a month. All sentences are ours."""

import pytest

from told import ASIDE, at, day_of, incidents, killed, read

MARKETS = "Notes of the week\n\n{}\n\n" + ASIDE


@pytest.mark.parametrize(
    ("text", "dead", "day"),
    [
        (
            "Nine guards killed as raiders storm depot in Gao\n\nNine guards were killed when men in uniform broke into a fuel depot at Gao, the army "
            "said, in the worst raid since the war began.\n\nThe attackers climbed the rear wall before dawn on Tuesday, throwing grenades, and held "
            "two halls for hours.\n\nOn 3 March a mine killed two drivers near Kidal. On 9 March shells hit a school in Mopti. On 12 March gunmen shot "
            "a judge in Bamako.",
            [9], "2019-05-14",
        ),
        (
            "Gunmen kill six in Kano\n\nSix traders were shot dead at a market in Kano, police said.\n\nThe gunmen came on motorcycles on Monday and "
            "opened fire at the stalls.",
            [6], "2019-05-13",
        ),
    ],
)  # fmt: skip
def test_doers_named_by_the_deed_go_on_with_it(text: str, dead: list[int], day: str) -> None:
    (found,) = [m for m in incidents(read(text, "2019-05-15")) if day_of(m) == day]
    assert killed(found) == dead


def test_those_who_died_besides_are_no_sign_of_another_deed_with_as_many_dead() -> None:
    text = MARKETS.format(
        "On 8 July 2018 Sidi Keita, a commander, was killed along with two guards by soldiers near Kidal.\n\nOn 18 September 2018 four men attacked a "
        "camp near the town of Gao. Seventeen soldiers were killed in the attack; two more died of burns in the following days."
    )
    assert killed(at(read(text, "2019-02-01"), "Gao"))[:1] == [17]


def test_under_a_month_a_sentence_behind_a_day_is_of_that_day(tmp_path: object) -> None:
    text = (
        "= Clashes on the Kagera 2011 =\n\nIn 2011 there were clashes on the river, told here month by month and place by place.\n\n== October ==\n\n"
        "On 2 October 2011 men fired on a post at Kyaka. Three guards and all four attackers were killed."
    )
    found = read(text, "2012-01-01")
    assert {day_of(m) for m in incidents(found)} == {"2011-10-02"}


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("On 22 August the group's leader Ibn Omar was killed with two others near the town of Kidal.", [1, 2]),
        ("On 22 August the party's chairman Sidi Toure was shot dead in Kidal.", [1]),
    ],
)
def test_somebody_named_behind_his_office_is_one_of_the_dead(sentence: str, dead: list[int]) -> None:
    assert [killed(m) for m in incidents(read(MARKETS.format(sentence), "2018-10-01"))] == [dead]


@pytest.mark.parametrize(
    "sentence",
    ["No major losses were reported by either force.", "And the army should say how many of its soldiers died there; nobody knows."],
)
def test_what_gives_no_number_is_none(sentence: str) -> None:
    text = MARKETS.format(f"On 8 August soldiers stormed the town of Kidal. {sentence}")
    assert [killed(m) for m in incidents(read(text, "2018-10-01"))] == [[]]


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("On Tuesday four fighters were shot dead near Bama, and six women who had been held captive were freed.", "Armed clash", "2018-09-25"),
        ("Troops rescued 12 schoolgirls abducted in March in a raid near Bama on Tuesday, killing five fighters.", "Armed clash", "2018-09-25"),
        ("Gunmen kidnapped 12 girls in Bama on Tuesday, of whom two escaped.", "Abduction/forced disappearance", "2018-09-25"),
    ],
)
def test_people_set_free_were_not_taken_in_the_deed(sentence: str, kind: str, day: str) -> None:
    (found,) = incidents(read(MARKETS.format(sentence), "2018-09-28"))
    assert (found.type, day_of(found)) == (kind, day)


def test_captured_arms_shown_were_not_used() -> None:
    text = MARKETS.format("On 9 February they overran the barracks at Kidal. The group said 25 soldiers had been killed and showed captured mortars.")
    (found,) = incidents(read(text, "2018-04-01"))
    assert found.type != "Shelling/artillery/missile attack"


def test_a_source_in_lower_case_is_cited_and_its_day_dates_no_deed() -> None:
    text = MARKETS.format("On March 2 fighters walked into Kidal. Three members of the defence force were beheaded (coastal newsletter, March 6).")
    assert [(day_of(m), killed(m)) for m in incidents(read(text, "2018-04-18"))] == [("2018-03-02", [3])]


def test_a_count_in_two_districts_is_of_the_deed() -> None:
    text = MARKETS.format("On 1 November eight civilians were killed by mortar fire in Samba and Rajouri districts, and 22 were injured.")
    assert [killed(m) for m in incidents(read(text, "2016-12-08"))] == [[8]]


def test_what_counts_right_behind_a_deed_counts_it_though_another_has_as_many_dead() -> None:
    text = (
        "= Violence in the Central African Republic, 2019 =\n\nThis page lists what happened in 2019 in the towns of the country, town by town, as papers "
        "told it.\n\n== Paoua ==\n\nOn 21 May 2019 raiders killed 50 people near Paoua.\n\n== Birao ==\n\nOn 2 September 2019 fighters attacked a post near "
        "Birao.\n\n== Bria ==\n\nOn 9 October 2019 a mine killed two drivers near Bria.\n\n== Bangui ==\n\nIn the night of 25 December 2019 traders fought with "
        "the militia. Some 50 persons died and about 60 were wounded; a large part of the market was burned down."
    )
    found = [m for m in incidents(read(text, "2020-03-01")) if day_of(m) and (day_of(m) or "") >= "2019-12-25"]
    assert [killed(m) for m in found] == [[50]]


def test_a_time_counted_from_the_deed_is_no_day_of_it() -> None:
    text = MARKETS.format("On 2 May the cup was played at the stadium in Lamu, a month after the shootings at the market of Mpeketoni which took 44 lives.")
    assert "2018-06-02" not in {day_of(m) for m in incidents(read(text, "2018-07-01"))}
