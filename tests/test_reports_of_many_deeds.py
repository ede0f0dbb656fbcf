"""Long reports that tell of many deeds: what a sentence goes on with, of which day it is, and what it leaves alone. All sentences are ours."""

from thucydides.nouns import Mention
from told import at, day_of, incidents, killed, read

COLOMBIA = """Day of attacks across Colombia

Gunmen killed six farm workers in the town of Corinto on Tuesday, the mayor said.

They came on motorcycles and called the men out of a canteen, a survivor said.

The government has promised more soldiers for the province, where coca is grown and prices have fallen.

Last month a car bomb outside a barracks in Arauca killed four recruits and wounded 19 people.

{more}

Trade unions marched for higher wages in several cities and the finance ministry put off a decision about taxes.

On Monday two policemen were shot dead in Tumaco while they bought bread."""


def injured(mention: Mention) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == "injured" and i.part_of is None]


def test_people_counted_as_new_are_no_more_of_the_deed_told_before() -> None:
    more = "Three soldiers were wounded in a grenade attack on their lorry at a river crossing, the army said."
    (arauca,) = [m for m in incidents(read(COLOMBIA.format(more=more), "2022-06-15")) if day_of(m) == "2022-05"]
    assert (killed(arauca), injured(arauca)) == ([4], [19])


def test_talk_of_force_far_from_any_deed_adds_nothing_to_one() -> None:
    more = "The bishop said that armed men were destroying the country and that their greed had hit everyone."
    text = COLOMBIA.format(more="Rain fell for days on the plains and many of the roads could not be used, the drivers said.\n\n" + more)
    told = read(text, "2022-06-15")
    assert len(incidents(told)) == 3
    assert all("bishop" not in text[p.start : p.end] for m in incidents(told) for p in m.passages)


def test_a_deed_told_without_a_day_is_of_the_day_that_the_report_last_told_of() -> None:
    text = (
        "Fighting spreads in Myanmar\n\n"
        "Fighters of an ethnic army ambushed a convoy near Hakha on Friday and killed nine soldiers, a spokesman said.\n\n"
        "The convoy had been carrying rice and fuel, he said, and the road has been closed for weeks.\n\n"
        "In Demoso, shells fired by the army killed a woman and her two children, residents said.\n\n"
        "On Thursday, jets bombed a school in Depayin, wounding 14 pupils."
    )
    told = read(text, "2022-03-12")
    assert day_of(at(told, "Demoso")) == "2022-03-11"
    assert day_of(at(told, "Depayin")) == "2022-03-10"


def test_a_deed_told_behind_another_day_long_past_is_of_no_day_of_the_news() -> None:
    text = (
        "Fighting spreads in Myanmar\n\n"
        "Fighters of an ethnic army ambushed a convoy near Hakha on Friday and killed nine soldiers, a spokesman said.\n\n"
        "On Thursday, jets bombed a school in Depayin, wounding 14 pupils.\n\n"
        "The army took power on 1 February 2021 and arrested the leaders of the party that had won the election.\n\n"
        "In Mandalay, soldiers fired into a crowd of shipyard workers, killing two."
    )
    assert day_of(at(read(text, "2022-03-12"), "Mandalay")) != "2022-03-10"


def test_days_later_counts_from_the_day_named_last() -> None:
    text = (
        "A year of war in Sudan\n\n"
        "Drones struck a market in Omdurman on Wednesday, killing 12 people, medics said.\n\n"
        "Soldiers shelled Nyala on Tuesday and wounded seven.\n\n"
        "The first clashes broke out in the capital on 15 April 2023, when talks about the army had failed.\n\n"
        "Two days later, gunmen looted a hospital in Zalingei and killed a nurse."
    )
    assert day_of(at(read(text, "2024-04-12"), "Zalingei")) == "2023-04-17"


def test_next_door_is_where_the_deed_told_just_before_was() -> None:
    text = (
        "Shells fall on Ukrainian port\n\n"
        "Rockets struck a grain store in Izmail on Monday night and wounded four dockers, the governor said.\n\n"
        "Nobody slept, said a cook who lives there.\n\n"
        "Two sailors had been killed on Saturday when a drone hit the customs house next door, he said.\n\n"
        "Jets bombed a bridge near Zatoka on Sunday."
    )
    saturday = next(m for m in incidents(read(text, "2023-08-02")) if day_of(m) == "2023-07-29")
    assert saturday.place is not None
    assert saturday.place.wording == "Izmail"


def test_where_a_body_speaks_is_not_where_the_deeds_it_tells_of_were() -> None:
    text = (
        "Clinics hit\n\nRebels shelled a camp near Goma on Monday and killed five people, a teacher said.\n\n"
        "In Geneva, the Red Cross said on Wednesday health posts in Congo were attacked by rebels."
    )
    assert all(m.place is None or m.place.wording != "Geneva" for m in incidents(read(text, "2020-06-04")))


def test_no_count_of_casualties_is_not_none() -> None:
    text = (
        "Raid in Mali\n\nGunmen on motorcycles attacked the market of Djibo on Monday, a councillor said.\n\n"
        "There was no immediate casualty count."
    )
    (told,) = incidents(read(text, "2020-06-04"))
    assert not [i for i in told.toll if i.outcome in ("killed", "injured")]


def test_who_counts_the_injured_beside_uncounted_dead_says_not_that_nobody_died() -> None:
    text = (
        "Blast in Yemen\n\nA bomb went off in a mosque in Taiz on Friday, wounding 14 people and leaving bodies in the yard, a nurse said.\n\n"
        "Windows broke in the streets around it, and traders said that they would keep their shops shut for the rest of the week."
    )
    (told,) = incidents(read(text, "2016-06-04"))
    assert injured(told) == [14]
    assert 0 not in killed(told)


def test_the_stamp_of_a_page_dates_no_deed() -> None:
    text = (
        "War in the Donbas\n\nUpdated: Tue Jul 19 2014 00:04:00 Shells killed three miners in Horlivka on Sunday, the town council said.\n\n"
        "Aired July 22, 2014 - 08:00:00 ET A bus was fired on near Luhansk."
    )
    assert day_of(at(read(text, "2014-07-22"), "Horlivka")) == "2014-07-20"


def test_a_weekday_and_its_day_give_the_year_of_a_deed_of_long_ago() -> None:
    text = (
        "Anniversary in Burundi\n\n"
        "When people marched through Gitega after Friday prayers on 15 May, police opened fire and killed four, a teacher recalls.\n\n"
        "The court has not yet heard a single witness, and the families wait for a day on which it will."
    )
    (told,) = incidents(read(text, "2016-06-20"))
    assert day_of(told) == "2015-05-15"


def test_a_feast_day_of_last_year_is_a_day() -> None:
    text = "Trial opens\n\nA mine that blew up his lorry near Gao killed his brother on Easter Day last year, the driver said."
    (told,) = incidents(read(text, "2014-06-20"))
    assert day_of(told) == "2013-03-31"


def test_what_is_awaited_or_to_end_is_no_deed() -> None:
    text = (
        "Truce holds in Tigray\n\nShells killed two women in Adigrat on Saturday, a nurse said.\n\n"
        "On Sunday, the foreign minister said in Mekele that the country decided on the stoppage of all military operations.\n\n"
        "Hopes rose in Adwa, where an assault by the army has been expected since Sunday, and traders opened their shops."
    )
    assert [m.place.wording for m in incidents(read(text, "2022-11-08")) if m.place] == ["Adigrat"]


def test_a_home_town_told_behind_a_comma_is_where_a_deed_was() -> None:
    text = (
        "Bombs in Guinea\n\nGunmen shot dead three traders in Siguiri on Thursday, the mayor said.\n\n"
        "Two recruits were wounded in a car bombing in the colonel's hometown, Kankan, on Friday, the army said."
    )
    assert injured(at(read(text, "2023-02-06"), "Kankan")) == [2]


def test_a_day_before_but_is_not_that_of_the_deed_behind_it() -> None:
    text = (
        "Law lifted in Peru\n\nThe president ended the state of emergency on 21 April 2011, but soldiers killed two miners in Puno.\n\n"
        "The families say that nobody has asked them what they saw, and that the files are kept in a cellar of the court."
    )
    assert all(day_of(m) != "2011-04-21" for m in incidents(read(text, "2012-04-09")))


def test_who_drowns_with_a_boat_is_killed_by_nobody() -> None:
    text = (
        "Sea claims lives\n\nAn aid worker said on Thursday that refugees had pulled one another down and drowned when an overloaded "
        "migrant boat sank off Zuwara.\n\nThe boat had left on Monday."
    )
    assert not incidents(read(text, "2021-04-09"))
