"""Second deeds of a page: what a report tells beside its main matter without a town of its own. All sentences are ours."""

import pytest

from told import at, day_of, incidents, killed, read

LEAD = "Six dead at border post\n\nA lorry bomb wrecked the customs post at Torkham on Wednesday, killing six officers, the authorities said.\n\n"


@pytest.mark.parametrize(
    "second",
    [
        "Troops said raiders also shot dead the mayor of the border municipality of Landi Kotal on the same day.",
        "The same evening armed men murdered the head of the Peshawar bar.",
        "Later that day shells fell on a fairground, killing a farmer.",
        "Earlier in the day a retired judge was gunned down outside a mosque.",
        "A milkman was stabbed to death by masked men that same night.",
    ],
)
def test_what_is_told_as_of_the_same_day_is_another_deed(second: str) -> None:
    told = read(LEAD + second, "2013-05-17")
    assert sorted(max(killed(m)) for m in incidents(told)) == [1, 6]
    assert {day_of(m) for m in incidents(told)} == {"2013-05-15"}


@pytest.mark.parametrize(
    "more",
    ["Later that day the toll rose to nine.", "Two of those hurt in the blast died later that day.", "The same evening two of the wounded died."],
)
def test_what_comes_of_a_deed_on_its_day_is_of_it(more: str) -> None:
    assert len(incidents(read(LEAD + more, "2013-05-17"))) == 1


def test_the_day_before_counts_back_to_another_deed() -> None:
    told = read(
        "Nine policemen killed\n\nNine policemen died on Monday in an ambush near the town of Ménaka, the army said.\n\n"
        "A second ambush some hours later left three drivers dead.\n\n"
        "In a separate incident, herders said bandits had shot dead a nurse and her brother.\n\n"
        "The day before, two pedlars were killed when their van hit a landmine.",
        "2022-08-16",
    )
    assert len(incidents(told)) == 4
    van = next(m for m in incidents(told) if 2 in killed(m) and m.type.startswith("Remote"))
    assert day_of(van) == "2022-08-14"


def test_a_small_number_of_other_people_is_no_sign_of_one_deed() -> None:
    told = read(
        "Bomb in Newry\n\nFour men were killed last night when a bomb exploded in a bar in Newry.\n\n"
        "The bombing is thought to be revenge for the shooting on Sunday of two sisters in Keady.\n\n"
        "Two policemen were slightly hurt when a patrol on its way to the bar was fired on.",
        "1976-07-03",
    )
    assert not any("policemen" in (i.group or "") for i in at(told, "Keady").toll)


def test_the_word_for_what_was_done_takes_up_the_deed_told_by_it() -> None:
    told = read(
        "Grenade at a bus stop\n\nThree shoppers died on Monday when a grenade was tossed at a bus stop in Pulwama.\n\n"
        "Hours earlier, militants had gunned down a clerk in Tral.\n\n"
        "Two rebels and a captain fell in a firefight at Kulgam.\n\n"
        "In Kupwara, masked men kidnapped a forester.\n\n"
        "A tailor who witnessed the grenade attack said a boy had run off.",
        "2003-05-06",
    )
    grenade = at(told, "Pulwama")
    assert len(grenade.passages) == 2


@pytest.mark.parametrize("power", ["Kinshasa-held", "Kigali-backed", "Kampala-controlled"])
def test_the_capital_that_holds_a_town_is_not_where_it_was(power: str) -> None:
    told = read(f"Mortar rounds hit the {power} town of Rutshuru on Sunday, killing three porters.", "2012-11-06")
    assert {m.place.place.name for m in incidents(told) if m.place is not None and m.place.place is not None} == {"Rutshuru"}


@pytest.mark.parametrize(
    "onset",
    [
        "The raid started on Monday night when bombers rammed the gate and riflemen poured in.",
        "The standoff broke out on Monday as armed youths shot a porter.",
        "It erupted on Monday when a band of youths shot the doorman.",
    ],
)
def test_a_siege_is_of_the_day_on_which_it_began(onset: str) -> None:
    told = read(
        "Commandos end hotel siege\n\nCommandos ended a siege at a hotel in Kabul early on Tuesday after raiders killed 18 guests.\n\n" + onset,
        "2018-01-24",
    )
    assert [day_of(m) for m in incidents(told)] == ["2018-01-22"]


def test_another_deed_behind_takes_nothing_to_itself_of_what_stands_before_it() -> None:
    told = read(
        "Bomb at Blida market kills nine\n\nA bomb killed nine people at a market in Blida on Tuesday.\n\n"
        "Hours earlier, raiders slit the throats of five shepherds at a farm.\n\nTwo other people died when a bomb went off on a coach.\n\n"
        "Troops also reported that raiders shot dead the head of the Larba post office the same morning.",
        "1997-01-22",
    )
    assert len(incidents(told)) == 4
