"""Made reports of made wars without end, the same each time, word for word: a longer record begins as a shorter one does.

Deeds are made up: a day, a town of the gazetteer, a kind, a toll, who did it. Each is told by one to eight outlets, on its day or the days
after, alone or in a report of several; a telling may leave out the day or the town, give another toll, say who says so, or copy another
report. There are some 140 tellings a day, so that more of them are a longer war, and some reports count the deaths of a town.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from thucydides.grounding.places.gazetteer import open_gazetteer

TELLINGS_A_DAY = 140
FIRST_DAY = date(2011, 1, 3)
TOWNS = 60
COPIED, COMMENTED, COUNTING = 0.02, 0.4, 0.01
"""What share of reports is printed by another outlet too, of tellings has a comment, and of reports counts the deaths of a town."""
OUTLETS = (
    "Coast Wire", "The Plains Herald", "Delta Radio", "Northern Dispatch", "Harbour Times", "The Courier", "Valley News", "Star Post",
)  # fmt: skip


class War(NamedTuple):
    """The country of a made war, its army, those it fights, and the word for its people."""

    country: str
    army: str
    rebels: str
    people: str


WARS = (
    War("SD", "the Sudanese army", "Rapid Support Forces fighters", "Sudanese"),
    War("NG", "Nigerian troops", "Boko Haram militants", "Nigerian"),
    War("CO", "Colombian soldiers", "ELN guerrillas", "Colombian"),
    War("MM", "Myanmar troops", "Arakan Army fighters", "Burmese"),
    War("SO", "Somali troops", "al-Shabaab militants", "Somali"),
    War("ML", "Malian soldiers", "JNIM fighters", "Malian"),
    War("PH", "Philippine troops", "New People's Army rebels", "Filipino"),
    War("YE", "Yemeni government forces", "Houthi fighters", "Yemeni"),
)

DEEDS = (
    "{doer} shelled a market in {town}{when}, killing {killed} and wounding {hurt}.",
    "A roadside bomb hit a bus near {town}{when}; {killed} died and {hurt} were injured.",
    "{doer} attacked a checkpoint in {town}{when} and {killed} were killed.",
    "An air strike on {town}{when} killed {killed} and injured {hurt}.",
    "{killed} were shot dead when {doer} raided a village outside {town}{when}.",
    "A suicide bomber blew himself up in {town}{when}, killing {killed}.",
    "Clashes between {army} and {rebels} in {town}{when} left {killed} dead.",
    "{doer} abducted {hurt} from a village near {town}{when}.",
    "A landmine exploded on the road to {town}{when}, killing {killed} and injuring {hurt}.",
)
WITNESSES = (
    "Local officials said the dead included {some}.", "A hospital source put the number of injured at {number}.",
    "Witnesses blamed {doer}.", "{Doer} denied any part in it.", "Residents said the {thing} lasted {number} hours.",
    "No group claimed responsibility.", "A {people} military spokesman confirmed the attack.",
)
VICTIMS = ("civilians", "people", "villagers", "soldiers", "police officers", "traders", "children", "farmers", "fighters", "aid workers")
THINGS = ("shooting", "shelling", "fire", "fighting", "assault")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Deed(NamedTuple):
    """What is told of: when, in which war and town, in which words, by whom, and how many came to harm."""

    day: date
    war: War
    town: str
    words: str
    doer: str
    killed: int
    hurt: int
    victims: str


def towns(country: str) -> list[str]:
    """The names of the largest towns of a country that no other place there shares."""
    layer = open_gazetteer().layers[0]
    first, last = layer.head["countries"][country]
    found: dict[str, int] = {}
    shared = set[str]()
    for number in range(first, last):
        if layer.kind(number) == "settlement":
            entry = layer.entry(number)
            if entry.name in found:
                shared.add(entry.name)
            found[entry.name] = entry.population
    named = sorted((name for name in found if name not in shared), key=lambda name: (-found[name], name))
    return named[:TOWNS]


def reports() -> Iterator[tuple[int, dict[str, str]]]:
    """Reports without end by the day on which they came out: how many tellings stand in each, and its fields."""
    dice = random.Random("made reports")
    known = {war.country: towns(war.country) for war in WARS}
    told: dict[date, dict[tuple[str, str], list[Deed]]] = defaultdict(lambda: defaultdict(list))
    number = 0
    for day in (FIRST_DAY + timedelta(n) for n in count()):
        made = 0
        while made < TELLINGS_A_DAY:
            deed = _deed(dice, known, day)
            outlets = dice.sample(OUTLETS, min(int(dice.paretovariate(0.9)), len(OUTLETS)))
            for outlet in outlets:
                told[day + timedelta(min(int(dice.expovariate(0.9)), 12))][deed.war.country, outlet].append(deed)
            made += len(outlets)
        for (_, outlet), deeds in sorted(told.pop(day, {}).items()):
            while deeds:
                chosen = [deeds.pop(0) for _ in range(min(len(deeds), dice.choice((1, 2, 3, 4))))]
                text = _text(dice, chosen, day)
                for by in (outlet, "Wire Digest") if dice.random() < COPIED else (outlet,):
                    number += 1
                    title = f"{chosen[0].town}: {dice.choice(('attack', 'fighting', 'deaths'))} reported"
                    told_by = {"id": f"made-{number:07d}", "title": title, "outlet": by, "published": day.isoformat()}
                    yield len(chosen), {**told_by, "text": text}


def _deed(dice: random.Random, known: dict[str, list[str]], day: date) -> Deed:
    war = dice.choice(WARS)
    town = known[war.country][int(TOWNS * dice.random() ** 2) % len(known[war.country])]
    doer = dice.choice((war.army, war.rebels))
    killed = min(int(dice.paretovariate(0.9)), 120)
    return Deed(
        day, war, town, dice.choice(DEEDS), doer, killed, 1 + int(killed * dice.uniform(0.3, 3)), dice.choice(VICTIMS)
    )  # fmt: skip


def _text(dice: random.Random, deeds: list[Deed], day: date) -> str:
    """The text of one report."""
    parts = [_told(dice, deed, day) for deed in deeds]
    if dice.random() < COUNTING:
        counted = dice.randrange(20, 400)
        since = (day - timedelta(dice.randrange(20, 300))).strftime("%B %Y")
        parts.append(f"At least {counted} people have been killed in attacks in {deeds[0].town} since {since}, rights groups say.")
    return "\n\n".join(parts)


def _told(dice: random.Random, deed: Deed, day: date) -> str:
    """One telling of a deed, and what is said beside it."""
    off = dice.choice((-1, 1, 2)) if dice.random() < 0.15 else 0
    said = {
        "doer": deed.doer, "Doer": _capital(deed.doer), "army": deed.war.army, "rebels": deed.war.rebels, "people": deed.war.people,
        "town": deed.town if dice.random() > 0.05 else "a nearby town", "when": _when(dice, deed.day, day),
        "killed": _counted(max(1, deed.killed + off), deed.victims), "hurt": _counted(deed.hurt, "people"),
        "some": _counted(max(1, deed.killed // 2), "women"), "number": _number(max(2, deed.hurt)), "thing": dice.choice(THINGS),
    }  # fmt: skip
    lead = _capital(deed.words.format(**said))
    return " ".join((lead, dice.choice(WITNESSES).format(**said)) if dice.random() < COMMENTED else (lead,))


def _when(dice: random.Random, then: date, now: date) -> str:
    """The day of a deed as a report of another day gives it, or not at all."""
    if dice.random() < 0.1:
        return ""
    if (now - then).days < len(WEEKDAYS) and dice.random() < 0.6:
        return f" on {WEEKDAYS[then.weekday()]}"
    return f" on {then.strftime('%B')} {then.day}"


def _counted(number: int, people: str) -> str:
    singular = {"people": "person", "children": "child", "women": "woman", "police officers": "police officer"}
    return f"{_number(number)} {people if number != 1 else singular.get(people, people.removesuffix('s'))}"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
