"""Own deeds: which sentence beside a deed tells of another one by words of its own. All sentences are ours."""

from thucydides.nouns import Extract
from told import ASIDE, at, day_of, incidents, killed, read


def types(told: Extract) -> list[str | None]:
    """The types of the incidents of a report, sorted."""
    return sorted(str(m.type) for m in incidents(told))


def test_raids_shelling_and_a_march_in_one_city_are_three_deeds() -> None:
    told = read(
        "Report of the day\n\nAir raids hit the port of Hodeidah on Tuesday, port workers said.\n\n"
        "Protesters chanted slogans against the blockade in Hodeidah, a resident said.\n\n"
        "Troops fired artillery shells at the eastern quarters of Hodeidah for two hours, the resident added.\n\n" + ASIDE,
        "2018-06-13",
    )
    assert types(told) == ["Air/drone strike", "Peaceful protest", "Shelling/artillery/missile attack"]


def test_another_deed_of_the_same_kind_in_the_same_city_is_another() -> None:
    told = read(
        "Report of the day\n\nClashes broke out in the city of Taiz on Monday, killing four fighters, medics said.\n\n"
        "The governor appealed for calm, and the United Nations called on both sides to hold their fire.\n\n"
        "Clashes were also reported in western parts of Taiz, around the airport.\n\n" + ASIDE,
        "2017-01-24",
    )
    assert len(incidents(told)) == 2


def test_a_village_is_told_of_again_and_not_struck_twice() -> None:
    told = read(
        "Report of the day\n\nRebel fighters stormed the village of Yirgou on Tuesday and killed 46 herders, survivors said.\n\n"
        "The governor said that gunmen attacked Yirgou on motorcycles.",
        "2019-01-03",
    )
    assert len(incidents(told)) == 1


def test_a_sentence_that_only_says_in_which_town_it_was_is_of_the_deed_before_it() -> None:
    told = read(
        "Market burns\n\nTwo planes bombed a cattle market on Friday, killing eleven traders, herders said.\n\n"
        "Witnesses said the planes dropped four bombs in El Obeid.",
        "2024-08-18",
    )
    assert [killed(m) for m in incidents(told)] == [killed(at(told, "El Obeid"))]


def test_the_attack_taken_up_is_no_deed_of_its_own() -> None:
    told = read(
        "Report of the day\n\nA car bomb exploded outside a police post in Baidoa on Saturday and killed nine people.\n\n"
        "The blast in Baidoa shattered the windows of a clinic. The attackers then opened fire on the guards.\n\n"
        "The nine were buried on Sunday.",
        "2022-05-09",
    )
    assert [(day_of(m), killed(m)) for m in incidents(told)] == [("2022-05-07", killed(at(told, "Baidoa")))]


def test_arrests_where_a_deed_was_done_follow_from_it() -> None:
    told = read(
        "Report of the day\n\nGunmen shot dead a judge outside his house in Cali on Friday.\n\n"
        "Police arrested four men in Cali, a spokesman said.",
        "1991-03-10",
    )
    assert [m.type for m in incidents(told)] == ["Attack"]


def test_in_a_report_of_many_deeds_another_day_is_of_another_deed() -> None:
    told = read(
        "Report of the day\n\nAir raids hit the port of Hodeidah on Tuesday, port workers said.\n\n"
        "Gunmen killed two teachers in Taiz on Tuesday, the police said.\n\n"
        "A roadside bomb wounded four soldiers in Aden on Monday.\n\n"
        "On Sunday, three fighters died as they hunted snipers near the market, a medic said.\n\n",
        "2018-06-13",
    )
    found = [(day_of(m), killed(m)) for m in incidents(told)]
    assert ("2018-06-10", [3]) in found
    assert len(found) == 4


def test_a_day_of_its_own_behind_a_deed_of_some_days_sets_another_apart() -> None:
    told = read(
        "The week in Tillaberi\n\nGunmen burned the market of Banibangou on 3 July, killing two guards.\n\n"
        "On 8-10 July, rebels attacked the barracks of Ayorou and killed nine soldiers. On 9 July, rebels burned a church and 20 homes.\n\n"
        + ASIDE,
        "2021-07-14",
    )
    assert [day_of(m) for m in incidents(told)] == ["2021-07-03", "2021-07-08/2021-07-10", "2021-07-09"]


def test_the_next_sentence_on_the_day_of_a_deed_is_of_it_though_it_says_once_more_what_was_done() -> None:
    told = read(
        "Report of the day\n\nMortar shells struck the city of Marawi on 6 June, killing three shopkeepers.\n\n"
        "The shells struck Marawi in the morning of 6 June, the mayor said.\n\n" + ASIDE,
        "2017-06-08",
    )
    assert [day_of(m) for m in incidents(told)] == ["2017-06-06"]


def test_something_else_done_in_another_paragraph_is_another_deed_though_no_place_is_said() -> None:
    told = read(
        "Report of the day\n\nA car bomb killed six recruits outside the barracks in Baidoa on Saturday, a doctor said.\n\n"
        "Prices of rice have doubled since the war began.\n\nClan militiamen looted an aid convoy on Saturday, drivers said.\n\n" + ASIDE,
        "2022-05-09",
    )
    assert types(told) == ["Looting/property destruction", "Remote explosive/landmine/IED"]
    assert [day_of(m) for m in incidents(told)] == ["2022-05-07", "2022-05-07"]


def test_shelling_and_the_taking_of_hostages_in_the_next_paragraph_are_two_deeds() -> None:
    told = read(
        "Army shells rebel hills\n\nThe army shelled rebel posts in the hills near Cazombo on Tuesday, an officer said.\n\n"
        "Earlier in the day gunmen seized a convoy of food and took the drivers hostage, an aid agency said on Tuesday.",
        "1993-05-05",
    )
    assert types(told) == ["Abduction/forced disappearance", "Shelling/artillery/missile attack"]


def test_in_a_report_of_many_deeds_another_paragraph_on_the_same_day_tells_of_another() -> None:
    told = read(
        "Day of fighting\n\nFighters overran the town of Benguela on Monday, the governor said.\n\n"
        "The army shelled Huambo on Monday, killing three traders, a nurse said.\n\n"
        "In Malanje on Monday a mine blew up a bus and wounded its driver.\n\n"
        "The war has killed thousands of people, and the shelling of towns goes on. A priest asked for a truce.\n\n"
        "Rebels attacked a train in the hills on Monday, the railway said.\n\n" + ASIDE,
        "1993-05-04",
    )
    assert len(incidents(told)) == 4


def test_the_same_shelling_told_by_another_witness_is_no_second_one() -> None:
    told = read(
        "Clinic hit\n\nShells hit a clinic in Shusha on Monday and killed two patients, a nurse said.\n\n"
        "The fighters in the town said that shells hit the clinic on Monday for an hour.\n\nThe two were buried at once.",
        "1992-03-03",
    )
    assert [killed(m) for m in incidents(told)] == [[2]]
