"""Numbers, places and people in the words that every format prints.

Invariants: unknown is said ("unknown", "no place given"), never shown as 0; a range is never narrowed; nothing here depends on
the reader's locale or clock. English only.
"""

import re
from collections.abc import Sequence

from thucydides.grounding.places.fold import fold
from thucydides.nouns import Place, Quantity
from thucydides.publishing.assets import mapping

UNKNOWN = "unknown"
NO_PLACE = "no place given"
PRECISIONS = {
    1: "exact place",
    2: "within about 25 km",
    3: "district",
    4: "province",
    5: "a line or area without sharp edge",
    6: "country only",
    7: "international waters or air",
}
"""UCDP's where_prec classes in words (UCDP GED codebook)."""
OUTCOMES = ("killed", "injured", "missing", "captured")
PREPOSITIONS = {"border": "on the", "crossing": "at", "site": "at", "water": "at", "mountain": "near", "island": "on"}
"""What stands before a place's name, by its kind; "in" before all others."""
FORCES = re.compile(r"(?:Military|Police|Border|Security|Naval|Air) Forces|Government|Police|Army|Navy")
SOME = re.compile(r"(Unidentified|Criminal|Armed|Communal|Private) (.*Group|Gang|Militia|Actor)s?\b(.*)")
BODY = re.compile(
    r"(?!The )\S+ .*?\b(?:Army|Front|Forces?|Movement|Party|Union|Brigades?|Battalions?|Corps|Command|Alliance|Coalition|Council"
    r"|Cartel|Clan|Organi[sz]ation|Group|Guards?|Network)(?: \([^()]*\))?$"
)
"""Parties whose name of several words ends in what they are: "the National Liberation Army (Colombia)"."""
FOLK = re.compile(r"(?:Civilians|Protesters|Rioters|Rebels|Militants|Students|Prisoners|Journalists|Workers)\b")
BARE = frozenset(("army", "military", "navy", "air force", "regime", "opposition", "government", "authorities", "security services"))
"""Parties that are told of without a name and want an article."""
PAIRS = (("“", "”"), ("(", ")"), ("‘", "’"))


def count(n: int, noun: str, plural: str | None = None) -> str:
    """1 person, 2 people, 1,204 incidents."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def amount(value: float) -> str:
    """A measured quantity to one decimal: "1,368", "1,432.3"."""
    return f"{value:,.1f}".removesuffix(".0")


def measure(value: float, unit: str) -> str:
    """A quantity in its common unit as a reader has it: "1,368 km" for 1,368,000 m, "80" for 80 of unit 1."""
    if unit == "m" and abs(value) >= 1000:
        value, unit = value / 1000, "km"
    return amount(value) if unit in ("", "1") else f"{amount(value)} {unit}"


def people(n: int) -> str:
    """1 person, 5 people."""
    return count(n, "person", "people")


def number(low: int | None, best: int | None, high: int | None, approximate: bool = False, weak: bool = False) -> str:
    """A count as a range in words: "5", "at least 5", "3 to 5 (best 3)", "up to 5", "about 50", "unknown".

    An open high end is said as "at least" the low one; deaths told without a number are "at least 1, no number given".
    """
    if low is None and best is None and high is None:
        return UNKNOWN
    if weak and high is not None and low in (None, 0):
        return f"up to {high:,}"
    if approximate and best is not None:
        return f"about {best:,}"
    if high is None:
        return _open(low, best)
    if low is None:
        return f"up to {high:,}" + (f" (best {best:,})" if best is not None and best != high else "")
    if low == high:
        return f"{low:,}"
    return f"{low:,} to {high:,}" + (f" (best {best:,})" if best is not None else "")


def _open(low: int | None, best: int | None) -> str:
    if low is None:
        return f"{best:,}"
    if best is None and low <= 1:
        return f"at least {low:,}, no number given"
    if best is None:
        return f"at least {low:,}"
    return f"at least {low:,}" + (f" (best {best:,})" if best != low else "")


def quantity(value: Quantity | None) -> str:
    """`number` of a quantity; None is unknown."""
    if value is None:
        return UNKNOWN
    return number(value.low, value.best, value.high, value.approximate, value.weak)


def short(value: Quantity | None) -> str:
    """The same for a table's cell: "5", "≥ 5", "3–5", "≤ 5", "≈ 50", "?"."""
    if value is None or (value.low is None and value.best is None and value.high is None):
        return "?"
    low, best, high = value.low, value.best, value.high
    if value.weak and high is not None:
        return f"≤ {high:,}"
    if value.approximate and best is not None:
        return f"≈ {best:,}"
    if high is None:
        return f"≥ {low:,}" if low is not None else f"{best:,}"
    if low is None:
        return f"≤ {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def span(least: int | None, most: int | None) -> str:
    """A residual in words: (2, 2) "2", (1, None) "at least 1", (0, 3) "0 to 3", (None, None) "unknown"."""
    if least is None and most is None:
        return UNKNOWN
    if most is None:
        return f"at least {least:,}"
    if least is None:
        return f"at most {most:,}"
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def where(value: Place | None, country: str | None = None) -> str:
    """A place with what holds it: "Darvoz, Gorno-Badakhshan, Tajikistan"; `country` is the country's name. What bears the same name in
    another spelling ("Kidal, Kidāl") is said once."""
    if value is None:
        return NO_PLACE
    parts: dict[str, str] = {}
    for part in (value.name, value.admin2, value.admin1, country or value.country):
        if part:
            parts.setdefault(fold(part) or part, part)
    return ", ".join(parts.values()) or NO_PLACE


def located(value: Place, country: str | None = None) -> str:
    """A place with its preposition: "in Darvoz, Tajikistan", "on the Afghanistan–Tajikistan border", "at the crossing"."""
    said = where(value, country)
    return said if said.startswith(("between ", "near ", "off ")) else f"{PREPOSITIONS.get(value.kind, 'in')} {said}"


def precision(value: Place | None) -> str:
    """How exactly a place is known, in words: "district, within 30 km"."""
    if value is None or (value.precision is None and value.radius_km is None):
        return UNKNOWN
    words = PRECISIONS.get(value.precision or 0, "precision unknown")
    return words + (f", within {value.radius_km:,.0f} km" if value.radius_km else "")


def kind(type: str) -> str:
    """A type as shown: PLOVER's capital codes as words ("Request"), ACLED's as they are."""
    return type.capitalize() if type.isupper() else type


def listing(items: Sequence[str], last: str = "and") -> str:
    """a; a and b; a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def sentence_case(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def party(name: str) -> str:
    """An actor's name as it stands in a sentence: "the Border Forces of Tajikistan", "an unidentified armed group (Mali)", "civilians"."""
    found = SOME.match(name)
    if found:
        first = found[1].lower()
        return f"{'an' if first[0] in 'aeiou' else 'a'} {first} {found[2].lower()}{found[3]}"
    if FOLK.match(name):
        return name[0].lower() + name[1:]
    if name.startswith(("The ", "A ", "An ")):
        return name[0].lower() + name[1:]
    if name.lower() in BARE:
        return f"the {name.lower()}"
    if FORCES.fullmatch(name):
        return f"the {name.lower()}"
    articled = (FORCES.match(name) and " of " in name) or BODY.match(name) or name in mapping("phrases")["articled"]
    return f"the {name}" if articled else name


def balanced(text: str) -> str:
    """Words cut out of a text without a quotation mark or bracket that has lost its other half."""
    for start, end in PAIRS:
        if text.count(start) != text.count(end) and (start != "‘" or text.count(start) > text.count(end)):
            text = text.replace(start, "").replace(end, "")
    return (text.replace('"', "") if text.count('"') % 2 else text).strip()
