"""Titles and ids: an incident in plain words ("Drone strike on Chinese workers in Khatlon, Tajikistan") and by country and date."""

from calendar import month_abbr, month_name
from collections.abc import Sequence
from functools import cache
from typing import Any

from thucydides.nouns import Assessment, DateRange, Place, Quantity
from thucydides.reconciling.groups import demographic, singular
from thucydides.reconciling.opposed import Party, opposed
from thucydides.reconciling.words import country_name, demonym, entry
from thucydides.vocabulary import mapping

_NOBODY = frozenset({"people", "person", "others", "other", "victims", "injury", "injuries", "wounds", "target", "targets"})


def title(
    subtype: str,
    weapons: Sequence[str],
    place: Place | None,
    parties: Sequence[Party],
    targets: Sequence[str],
    groups: Sequence[Assessment],
    killed: Quantity | None = None,
    doer: str = "",
) -> str:
    """What happened, by whom, to or between whom, and where; `killed` is how many died in all, of whom a small part names nothing, `doer`
    the named party that did it, "" where that is open."""
    pattern = entry("titles", subtype) or {"noun": subtype.capitalize(), "link": "between"}
    by_weapon = pattern.get("weapons", {})
    noun = next((by_weapon[w] for w in weapons if w in by_weapon), pattern["noun"])
    if noun.casefold().endswith(("attack", "strike")):
        pattern = {**pattern, "against": "on"}
    return f"{noun}{_who(pattern, parties, targets, _telling(groups, killed), doer)}{_where(place)}"


def _who(
    pattern: dict[str, Any], parties: Sequence[Party], targets: Sequence[str], groups: Sequence[Assessment], doer: str
) -> str:
    doers = [name for _, name, role in parties if role in ("perpetrator", "party")]
    if pattern["link"] == "on":
        hit = (
            _victims(groups)
            or next((_in_words(name) for _, name, role in parties if role in ("target", "victim")), "")
            or next(iter(targets), "")
        )
        link, by = pattern.get("against", "on"), f" by {doer}" if doer and doer != hit else ""
        return f" {link} {hit}{by}" if hit and link in _BEFORE_DOER else f"{by} {link} {hit}" if hit else by
    if pattern["link"] == "by":
        return f" by {doers[0]}" if doers else ""
    sides = opposed(parties)
    if pattern.get("taken") and sides and sides[0] in doers:
        return f" by {sides[0]}" + (f" from {sides[1]}" if len(sides) == 2 else "")
    return f" between {sides[0]} and {sides[1]}" if len(sides) == 2 else f" with {sides[0]}" if sides else ""


_BEFORE_DOER = frozenset({"of", "from"})
"""Words before whom it was done to that stand next to the deed: "abduction of villagers by X", but "attack by X on villagers"."""


def _in_words(name: str) -> str:
    """A party's name in a title: people of no name ("Civilians (Kyrgyzstan)") are no name."""
    kind = name.split(" (")[0]
    return name.replace(kind, kind.lower()) if kind in _PEOPLE else name


_PEOPLE = frozenset({"Civilians", "Protesters", "Rioters"})


def _telling(groups: Sequence[Assessment], killed: Quantity | None) -> list[Assessment]:
    """The groups that say who was hit: none that is a part of more dead by age or sex, or less than half of them."""
    whole = (killed.best or killed.low or 0) if killed is not None else 0
    return [g for g in groups if not _small(g, whole)]


def _small(group: Assessment, whole: int) -> bool:
    count = (group.quantity.best or group.quantity.low or 0) if group.quantity is not None else 0
    if group.group.casefold().split()[:1] in (["body"], ["bodies"], ["corpse"], ["corpses"]):
        return True
    if not group.attribute.startswith("killed") or count == whole:
        return False
    return count > whole or 2 * count < whole or (group.nationality is None and demographic(group.group))


def _victims(groups: Sequence[Assessment]) -> str:
    """The largest group hit, with its nationality."""
    named = [
        g
        for g in groups
        if g.group and _is_somebody(g.group) and g.quantity is not None and not g.attribute.endswith("/")
    ]
    if not named:
        return ""
    largest = min(
        named,
        key=lambda g: (
            not g.attribute.startswith("killed"),
            -((g.quantity.best or 0) if g.quantity else 0),
            g.nationality is None,
            g.group,
        ),
    )
    first, _, rest = largest.group.partition(" ")
    words = rest if first.casefold() in ("its", "their", "his", "her", "our", "the") and rest else largest.group
    if largest.quantity is not None and largest.quantity.best == 1:
        last = words.split()[-1]
        if not last.islower():
            return words  # a name
        words = f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words.removesuffix(last)}{singular(last)}"
    adjective = demonym(largest.nationality)
    return f"{adjective} {words}" if adjective and adjective.casefold() not in words.casefold() else words


def _is_somebody(group: str) -> bool:
    """Whether the words for people say who they were: not "additional people", "sustained injuries", "him", "Aug.", nor the attackers."""
    last = group.casefold().split()[-1].rstrip(".")
    nobody = _unnamed() | _NOBODY
    return not {last, singular(last)} & nobody and last not in mapping("reconciling")["whole"] and singular(last) not in _faceless()


@cache
def _faceless() -> frozenset[str]:
    return frozenset(mapping("reconciling")["faceless"])


@cache
def _unnamed() -> frozenset[str]:
    """Words that stand for people told before, and months, which are nobody."""
    groups = mapping("groups")
    months = (m.casefold() for m in (*month_name, *month_abbr) if m)
    return frozenset((*groups["singular_pronouns"], *groups["plural_pronouns"], "sept", *months)) - {"may", "april", "june", "august"}


def _where(place: Place | None) -> str:
    if place is None or not (place.name or place.country):
        return ""
    country = country_name(place.country)
    if not place.name or place.name == country:
        return f" in {country}"
    if place.name[0].isdigit():
        return f" {place.name}, {country}" if country else f" {place.name}"
    near = "on the" if place.kind == "border" and not place.name.casefold().startswith("the ") else "in"
    return f" {near} {place.name}" + (f", {country}" if country and country not in place.name else "")


def stem(place: Place | None, when: DateRange | None) -> str:
    """The id of an incident before any suffix: country and date, "XX" and "undated" where unknown."""
    country = place.country if place is not None and place.country else "XX"
    return f"{country}-{_date(when)}"


def _date(when: DateRange | None) -> str:
    if when is None or when.earliest is None or when.latest is None:
        return "undated"
    first, last = when.earliest, when.latest
    if (last - first).days <= 1:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else f"{first.year:04}-{last.year:04}"


def suffix(position: int) -> str:
    """ "", "-b", "-c" ... "-z", "-ba" for the 1st, 2nd ... incident of one country and date."""
    if position == 0:
        return ""
    letters = ""
    while position:
        position, rest = divmod(position, 26)
        letters = chr(ord("a") + rest) + letters
    return f"-{letters}"
