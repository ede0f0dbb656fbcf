"""Counts told in headlines of the present, in lists, along with others, and by fixed words of harm, in sentences of our own about many
conflicts."""

import pytest

from thucydides.extracting.harm import find_harm
from thucydides.extracting.parsing import pipeline


def counts(text: str) -> list[tuple[str, int | None]]:
    """(outcome, best) of every harm that is no part of another, sorted."""
    found = [h for s in pipeline()(text).sents for h in find_harm(s) if h.part_of is None and not h.self_inflicted]
    return sorted(((h.outcome, h.quantity.best if h.quantity else None) for h in found), key=lambda c: (c[0], c[1] or 0))


HEADLINES = [
    ("Drone Attack Kills 12 Fishermen in Sudan's White Nile", [("killed", 12)]),
    ("Explosion in Borno Market Kills 31", [("killed", 31)]),
    ("Kachin Fighters Kill Two and Wound Nine in Raid on Barracks", [("injured", 9), ("killed", 2)]),
    ("Missile attack wounds 14 at Kharkiv depot - governor", [("injured", 14)]),
    ("Army Executes Dozens in Oromia Town", [("killed", 24)]),
    ("Mali Accuses Neighbour Of Killing Seven Of Its Soldiers", [("killed", 7)]),
    ("Gunmen Attack Church in Kaduna, Kill Over 15 Worshippers", [("killed", 15)]),
    ("Over 200 die in militia raid", [("killed", 200)]),
    ("Death toll from Khartoum shelling hits 30: doctors", [("killed", 30)]),
]
COUNTED_TOGETHER = [
    ("A land mine blew up near Bor, killing five soldiers on patrol and two nurses working for an aid agency.", [("killed", 2), ("killed", 5)]),
    ("Raiders killed at least 15 African Union peacekeepers, mostly Burundian, and six Somali soldiers.", [("killed", 6), ("killed", 15)]),
    ("A car bomb at a hotel killed two guards, a driver and three passers-by, police said.", [("killed", 1), ("killed", 2), ("killed", 3)]),
    ("Six people, a man and five women, were killed.", [("killed", 6)]),
    ("The militia hacked to death more than 40 on 9 May 2002.", [("killed", 40)]),
    ("In Ituri the attackers hacked to death at least 30 villagers.", [("killed", 30)]),
    ("They killed five people, including a man in a car and two women.", [("killed", 5)]),
    ("The rocket killed three pupils in a bus and two houses burnt down.", [("killed", 3)]),
    ("A mine sank the boat, killing ten sailors, their pilot and wounding another eight.", [("injured", 8), ("killed", 1), ("killed", 10)]),
    ("Raiders kill a Druze family of four while a mine injures two in Salkhad.", [("injured", 2), ("killed", 4)]),
    ("Gunmen opened fire at a shrine near Sehwan, resulting in at least one death.", [("killed", 1)]),
    ("A pair of Irish nurses were also injured in the blast.", [("injured", 2)]),
    ("The consul was almost killed and two guards died.", [("killed", 2)]),
    ("The blast in Tyre killed nearly 40 people.", [("killed", 40)]),
]
"""Counts side by side, counts of parts, and what nearly happened."""
FIXED = [
    ("The shelling resulted in the deaths of 12 passengers and injuries to 16 others.", [("injured", 16), ("killed", 12)]),
    ("The exchange of fire led to injuries to two of its soldiers.", [("injured", 2)]),
    ("Two mortar bombs fell on the camp, causing wounds among eight Ukrainian soldiers.", [("injured", 8)]),
    ("By nightfall the death toll was nearing 90.", [("killed", 90)]),
    ("State radio put the number killed at over 40.", [("killed", 40)]),
    ("The deaths have reached five, a nurse said.", [("killed", 5)]),
    ("The elder said that they lost 33 people in the raid.", [("killed", 33)]),
    ("A surgeon said the hospital had received 25 bodies and more than 60 wounded.", [("injured", 60), ("killed", 25)]),
    ("By noon the volunteers had recovered over 70 corpses.", [("killed", 70)]),
    ("There were 19 bodies strewn across the market of Plaju.", [("killed", 19)]),
    ("The massacre claimed up to 500 lives.", [("killed", 500)]),
    ("The bombing in Homs claimed a total of 13 lives.", [("killed", 13)]),
    ("The raid led to the tragic loss of at least 22 lives and left six others wounded.", [("injured", 6), ("killed", 22)]),
    ("Six of the 21 injured soldiers are in critical condition.", [("injured", 21)]),
    ("The raid left three of the 30 attackers dead.", [("killed", 3)]),
    ("Rebels slit the throats of 18 farmers.", [("killed", 18)]),
    ("Four persons died while 30 others sustained varying degrees of injuries.", [("injured", 30), ("killed", 4)]),
]
LISTS = [
    ("A priest, six police officers and eight gunmen died in the attack.", [("killed", 1), ("killed", 6), ("killed", 8)]),
    ("15 rebels, including a commander, and five civilians were killed in Arauca.", [("killed", 5), ("killed", 15)]),
    ("The bodies of four men and three children were pulled out of the house after the strike.", [("killed", 3), ("killed", 4)]),
    ("Rebel fire killed two Indian and three Pakistani soldiers.", [("killed", 2), ("killed", 3)]),
    ("The warlord died on Friday in a gunfight together with his deputy.", [("killed", 1), ("killed", 1)]),
    ("Two guards were killed along with the suicide bomber.", [("killed", 1), ("killed", 2)]),
    ("A gunman in Grozny set off a grenade, killing himself and a policeman.", [("killed", 1), ("killed", 1)]),
    ("In one of the worst raids on the army, 17 soldiers were killed and 20 left injured.", [("injured", 20), ("killed", 17)]),
    ("Gunmen raided the village, killing over 90, mostly displaced people, at night.", [("killed", 90)]),
]
SECOND = [
    ("Nine people have been confirmed dead and about 60 hurt.", [("injured", 60), ("killed", 9)]),
    ("According to the ministry, 21 people died and over 39 were injured.", [("injured", 39), ("killed", 21)]),
    ("Two aid workers died and three suffered burns.", [("injured", 3), ("killed", 2)]),
    ("Four policemen were ambushed and killed, and five more hospitalised.", [("injured", 5), ("killed", 4)]),
    ("Two soldiers were killed and nine taken prisoner.", [("captured", 9), ("killed", 2)]),
    ("The dead numbered eleven.", [("killed", 11)]),
    ("Eight people were killed, two of them police officers, and 15 injured.", [("injured", 15), ("killed", 8)]),
    ("At least six people have died and nine others are being treated.", [("injured", 9), ("killed", 6)]),
    ("Four cousins were killed and six more sustained wounds when a shell struck their home.", [("injured", 6), ("killed", 4)]),
    ("The ambush resulted in the loss of three soldiers.", [("killed", 3)]),
    ("The number of martyrs rose to 12.", [("killed", 12)]),
    ("The bomb claimed 20 victims in Mosul.", [("killed", 20)]),
    ("The bodies of 24 people were laid out in a mosque in Hama.", [("killed", 24)]),
    ("The strike on the camp left 16 people, mostly women, dead.", [("killed", 16)]),
]
NOT_TOLD = [
    ("The army reported the loss of two villages.", []),
    ("Two of its nurses were killed in the blast: one Kenyan and one Somali.", [("killed", 2)]),
    ("Photographs show bodies under the rubble.", []),
    ("The killing 12 days earlier had shaken Goma.", []),
    ("Three of the 40 districts were calm.", []),
    ("The corps of engineers lost 40 trucks.", []),
    ("Rebels killed two herders along the river in Darfur.", [("killed", 2)]),
]
OTHERWISE = [
    ("The siege left three Iraqis, two Turkish cooks and a Briton dead.", [("killed", 1), ("killed", 2), ("killed", 3)]),
    ("A raid left six Nigeriens, two Chadian drivers and a Belgian nun dead.", [("killed", 1), ("killed", 2), ("killed", 6)]),
    ("A rocket killed a Frenchman and two Malians.", [("killed", 1), ("killed", 2)]),
    ("The dead were four Afghans, two guards and a Pole.", [("killed", 1), ("killed", 2), ("killed", 4)]),
    ("The blast killed eight shoppers, with 13 more receiving shrapnel wounds.", [("injured", 13), ("killed", 8)]),
    ("Four women, three men and a baby died.", [("killed", 1), ("killed", 3), ("killed", 4)]),
    ("Raiders killed ten herders, many of them boys, and two guards.", [("killed", 2), ("killed", 10)]),
    ("Ten sentries (six of them off-duty recruits) were slain.", [("killed", 10)]),
    ("Two nuns were killed, one stabbed by a crowd and the other burned.", [("killed", 2)]),
    ("Bandits slew nine porters; three had been burned alive.", [("killed", 9)]),
    ("Fatalities numbered 14 by dusk.", [("killed", 14)]),
    ("The count of the wounded was not known, but the number of fallen approached 60.", [("killed", 60)]),
    ("The mayor gave the number of dead as 22 and the wounded as 51.", [("injured", 51), ("killed", 22)]),
    ("Medics first spoke of five dead; by noon the figure had gone up to 12.", [("killed", 5), ("killed", 12)]),
    ("The remains of five boys and two monks were dug out of the ruins.", [("killed", 2), ("killed", 5)]),
    ("The corpses of 19 farmers were lined up in a barn.", [("killed", 19)]),
    ("The navy lost four sailors in a clash off Mannar.", [("killed", 4)]),
    ("A mine cost two drivers their lives.", [("killed", 2)]),
    ("Shan Rebels Kill Six, Hurt Nine in Ambush", [("injured", 9), ("killed", 6)]),
    ("Teacher, two pupils hacked to death near Bunia", [("killed", 1), ("killed", 2)]),
    ("No casualties were immediately reported.", []),
    ("Two pilots said that they had been shot at.", []),
    ("The rebels captured two Syrian bases.", []),
    ("Six captive soldiers were shot by the river.", [("killed", 6)]),
    ("Fourteen people - four of them recruits - died.", [("killed", 14)]),
    ("Neighbours buried the nine boys the soldiers had shot dead.", [("killed", 9)]),
    ("Bandits still hold 140 of the 190 pupils they kidnapped in May.", [("captured", 190)]),
    ("Militants freed 20 of the 65 hostages taken in the raid.", [("captured", 65)]),
    ("Eight men were made to lie down and then executed.", [("killed", 8)]),
    ("Two boys were torn apart by a shell.", [("killed", 2)]),
    ("The parade was torn apart by a row.", []),
    ("A half-dozen soldiers were killed.", [("killed", 6)]),
    ("Seven, or possibly nine, traders were murdered in Kaya.", [("killed", 7)]),
    ("Nine mutineers died, while the garrison lost four men.", [("killed", 4), ("killed", 9)]),
]
"""The same kinds of fact in other words than above."""


@pytest.mark.parametrize(("text", "expected"), [*HEADLINES, *COUNTED_TOGETHER, *FIXED, *LISTS, *SECOND, *NOT_TOLD, *OTHERWISE])
def test_counts_are_read_wherever_the_words_of_harm_stand(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == sorted(expected)


def test_each_of_two_countries_keeps_its_own_soldiers() -> None:
    found = [h for s in pipeline()("Shells killed one Armenian and three Azerbaijani servicemen.").sents for h in find_harm(s)]
    assert sorted((h.quantity.best, h.people.nationality) for h in found if h.quantity) == [(1, "AM"), (3, "AZ")]


def test_targets_and_an_army_are_nobody() -> None:
    assert counts("Jets struck a dozen Syrian and Iranian targets near Homs.") == []
    assert counts("Missiles hit Ethiopian army positions.") == []


def test_that_no_civilian_was_hurt_speaks_of_civilians() -> None:
    found = [h for s in pipeline()("The strike killed a commander and no civilians were injured.").sents for h in find_harm(s)]
    assert [(h.outcome, h.people.group) for h in found if h.quantity and h.quantity.best == 0] == [("injured", "civilians")]
    assert counts("No-one was injured in the blast.") == [("injured", 0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A mule driver lost his life on a mine near the well.", [("killed", 1)]),
        ("She lost her life in an ambush on the ring road.", [("killed", 1)]),
        ("He nearly lost his life on the way.", []),
        ("She could have lost her life.", []),
        ("He lost his life savings.", []),
    ],
)
def test_who_lost_his_life_is_one_dead(text: str, told: list[tuple[str, int | None]]) -> None:
    assert counts(text) == told


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Warplanes were sent to support the troops, and around 30 attackers were killed.", ["attackers"]),
        ("Helicopters were called in to evacuate the soldiers, and 12 gunmen were killed.", ["gunmen"]),
        ("Five soldiers and two policemen were killed.", ["soldiers", "policemen"]),
    ],
)
def test_who_was_helped_is_not_dead_with_who_was_killed_then(text: str, dead: list[str]) -> None:
    assert [h.people.group for s in pipeline()(text).sents for h in find_harm(s) if h.outcome == "killed"] == dead
