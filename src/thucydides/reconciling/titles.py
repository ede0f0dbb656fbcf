"""Titles and ids: an incident in plain words ("Drone strike on Chinese workers in Khatlon, Tajikistan") and by country and date."""

from calendar import month_abbr, month_name
from collections.abc import Sequence
from functools import cache
from typing import Any

from thucydides.extracting.people.sides import categories
from thucydides.grounding.actors.countries import country_of_name, demonym_country
from thucydides.nouns import Assessment, DateRange, Place, Quantity
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.counts import number
from thucydides.reconciling.groups import demographic, singular
from thucydides.reconciling.opposed import Party, is_unarmed, opposed, side
from thucydides.reconciling.party_words import in_words, of_state
from thucydides.reconciling.words import country_name, demonym, entry
from thucydides.vocabulary import mapping

_NOBODY = frozenset({"own", "dead", "people", "person", "others", "other", "victims", "injury", "injuries", "wounds", "target", "targets"})


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
    own = of_state(doer, parties)
    hit = [g for g in _telling(groups, killed) if not (own and g.category == "state forces")]
    return f"{noun}{_who(pattern, parties, targets, hit, doer)}{_where(place)}"


def _who(
    pattern: dict[str, Any], parties: Sequence[Party], targets: Sequence[str], groups: Sequence[Assessment], doer: str
) -> str:
    doers = [p for p in parties if p[2] in ("perpetrator", "party")]
    if pattern["link"] == "on":
        own = {side(p) for p in doers if p[1] == doer}
        others = [p[1] for p in parties if p[2] in ("target", "victim") and side(p) not in own]
        others += [t for t in targets if t not in {p[1] for p in parties}]
        hit = (_victims(groups) if pattern.get("victims", True) else "") or (in_words(others[0]) if others else "")
        link, by = pattern.get("against", "on"), f" by {in_words(doer)}" if doer and in_words(doer) != hit else ""
        return f" {link} {hit}{by}" if hit and link in _BEFORE_DOER else f"{by} {link} {hit}" if hit else by
    if pattern["link"] == "by":
        told = [p[1] for p in doers if p[1].split(" (")[0] != "Civilians" and pattern.get("by", _arms(p)) == _arms(p)]
        return f" by {in_words(told[0])}" if told else ""
    sides = opposed(parties)
    words = ["government forces" if s == "Government" else in_words(s) for s in sides]
    if pattern.get("taken") and sides:
        lost = f" from {words[-1]}"
        return (f" by {words[0]}" + (lost if len(words) == 2 else "")) if sides[0] in {p[1] for p in doers} else lost
    return f" between {words[0]} and {words[1]}" if len(words) == 2 else f" with {words[0]}" if words else ""


def _arms(party: Party) -> str:
    actor, name, _ = party
    return "unarmed" if is_unarmed(name, known_actor(actor) if actor else None) else "armed"


_BEFORE_DOER = frozenset({"of", "from"})
"""Words before whom it was done to that stand next to the deed: "abduction of villagers by X", but "attack by X on villagers"."""


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
    words = words.removeprefix("a ").removeprefix("number of ")
    if largest.quantity is not None and largest.quantity.best == 1:
        last = words.split()[-1]
        if not last.islower():
            return words  # a name
        words = f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words.removesuffix(last)}{singular(last)}"
    words = _with_others(words, (largest.quantity.best or 0) if largest.quantity is not None else 0)
    adjective = demonym(largest.nationality)
    told = any(country_of_name(w) or demonym_country(w) for w in words.split() if w[:1].isupper())  # "US soldiers" are American
    return f"{adjective} {words}" if adjective and not told and adjective.casefold() not in words.casefold() else words


def _with_others(words: str, count: int) -> str:
    """Whom a group is named after, where it counts others with him: "a woman and another", "Sergeant Manik and two others"."""
    last = words.split()[-1]
    named = count == _SEVERAL and len(words.split()) > 1 and all(w[:1].isupper() for w in words.split()[-2:])
    named = named and singular(last) == last and demonym_country(last) is None
    one = named or (last in categories() and last not in _MANY and singular(last) == last)
    if count < _SEVERAL or not one:
        return words
    others = "another" if count == _SEVERAL else f"{number(count - 1)} others"
    article = "" if not last.islower() else "an " if words[0].lower() in "aeiou" else "a "
    return f"{article}{words} and {others}"


_SEVERAL = 2
_MANY = frozenset(
    {"personnel", "police", "staff", "crew", "family", "military", "army", "militia", "force", "people", "navy", "security"}
)
"""Nouns in the singular that are several."""


def _is_somebody(group: str) -> bool:
    """Whether the words for people say who they were: not "additional people", "sustained injuries", "him", "Aug.", nor the attackers."""
    first, last = group.casefold().split()[0], group.casefold().split()[-1].rstrip(".")
    if first in _RELATIVE or len(last) < _SHORTEST:
        return False
    nobody = _unnamed() | _NOBODY
    return not {last, singular(last)} & nobody and last not in mapping("reconciling")["whole"] and singular(last) not in _faceless()


_RELATIVE = frozenset({"whose", "which", "who", "whom", "that"})
_SHORTEST = 3
"""Letters of the shortest word for people; shorter ones are left of words that were cut ("co" of "co-workers")."""


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
        return f" in {'the ' if country in mapping('reconciling')['articled'] else ''}{country}"
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
