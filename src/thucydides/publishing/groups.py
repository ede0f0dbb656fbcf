"""Groups: the people of one count by what the reports call them: "5 miners were", "4 people (3 soldiers and 1 officer) were".

Invariant: what is shown as a group names people; any other words of a count ("8 Guayaquil", "3 more bodies") are people at large.
"""

import re

from msgspec.structs import replace

from thucydides.grounding.actors.countries import demonym_countries
from thucydides.nouns import Assessment, Incident, Quantity
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.reconciling.groups import singular

_COUNT = re.compile(r"\d|^at least\b")
"""A group's words that are a count themselves."""
_OF = re.compile(r"^of ")
_MORE = re.compile(
    r"^(?:(?:more|other|another|further|additional|named|unnamed|unidentified|some|the|those|dead|slain|killed|wounded|injured|fallen|lost)\s+)+",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:men|children|people)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*$")


def whom(incident: Incident, outcome: str, value: Quantity) -> str:
    """The people of one count, with the verb: "5 miners were", "4 people (3 Ecuadorian soldiers) were", "nobody was"."""
    if value.high == 0:
        return "nobody was"
    groups = grouped(incident, outcome)
    one = value.low == value.best == value.high == 1
    if len(groups) == 1 and _same(groups[0].quantity, value):
        return f"{_counting(value, groups[0].group)} {'was' if one else 'were'}"
    number, mark, best = words.quantity(value).partition(" (best ")
    subject = f"{number} {'person' if one else 'people'}" + (f"{mark}{best}" if mark else "")
    return f"{subject}{bracketed(groups, value)} {'was' if one else 'were'}"


def grouped(incident: Incident, outcome: str) -> list[Assessment]:
    """The assessments of an outcome's groups, without those that say no more than "people"."""
    found = [a for a in incident.assessments if a.attribute.startswith(f"{outcome}/") and a.quantity and a.group]
    plain = mapping("phrases")["plain"]
    said = [replace(a, group=_OF.sub("", a.group)) for a in found if not _COUNT.search(a.group)]
    told = [replace(a, group=_MORE.sub("", a.group)) for a in said if names_people(a.group, a.quantity)]
    named = [replace(a, group=one_or_many(a.group, a.quantity)) for a in told if a.group.lower() not in plain]
    return list({(words.quantity(a.quantity), a.group): a for a in reversed(named)}.values())[::-1]


def names_people(group: str, count: Quantity | None) -> bool:
    """Whether words beside a count say who the people are: a noun for people in the number of the count, or one person's name.

    >>> names_people("Congolese miners", None), names_people("more bodies", None), names_people("her", None)
    (True, False, False)
    """
    last = group.split()[-1] if group.split() else ""
    if not _WORD.match(last) or last.lower() in mapping("phrases")["no_people"]:
        return False
    one = count is not None and count.low == count.best == count.high == 1
    if one:
        return " and " not in group and group.split()[0].lower() not in mapping("phrases")["no_people"]
    plain = singular(last) != last or _PLURAL.search(last) is not None or last.lower() in mapping("phrases")["several"]
    return plain or bool(demonym_countries(last))


def one_or_many(group: str, count: Quantity | None) -> str:
    """A group's name in the singular where it is one person: "1 Chinese civilian"."""
    first, _, last = group.rpartition(" ")
    if count is None or (count.low, count.high) != (1, 1) or last.lower() in mapping("phrases")["both"]:
        return group
    return f"{first} {singular(last)}".strip()


def bracketed(groups: list[Assessment], value: Quantity) -> str:
    """The groups of a count in brackets, as `parts` has them."""
    text = parts(groups, value)
    return f" ({text})" if text else ""


def parts(groups: list[Assessment], value: Quantity) -> str:
    """The groups of a count in words; those that overlap, being more than the whole, are other words for the same people."""
    if len(groups) > 1 and all(_same(a.quantity, value) for a in groups):
        return f"described as {words.listing([a.group for a in groups], 'or')}"
    named = [_counting(a.quantity, a.group) for a in groups]
    together = sum(a.quantity.best or a.quantity.low or 0 for a in groups if a.quantity)
    if value.best is not None and together > value.best and len(groups) > 1:
        return f"described as {words.listing(named, 'or')}"
    return words.listing(named)


def _counting(value: Quantity | None, group: str) -> str:
    """A group with its count: "5 miners", "some fighters"; a person by name is counted by nobody."""
    last = group.split()[-1]
    by_name = " " in group and last.isalpha() and not last.islower()
    one = value is not None and value.low == value.best == value.high == 1
    return group if one and by_name else f"{_counted(value)} {group}"


def _counted(value: Quantity | None) -> str:
    """A group's count; "some" where no number is given."""
    return "some" if value is not None and value.best is None and (value.low or 0) <= 1 else words.quantity(value)


def _same(a: Quantity | None, b: Quantity) -> bool:
    return a is not None and (a.low, a.best, a.high) == (b.low, b.best, b.high)
