"""Notes: an ACLED event in a few plain sentences, made from the record's values and none of any document's words.

"On 24 December 2025, Border Forces of Tajikistan clashed with an unidentified armed group in Shamsiddin Shohin, Khatlon, Tajikistan.
Reported: 5 killed." What sources disagree on, and how the number of fatalities came about, is said at the end.
"""

from thucydides.nouns import Incident, Place
from thucydides.publishing import days as dates
from thucydides.publishing import words
from thucydides.publishing.coding.acled_actors import Actors
from thucydides.publishing.coding.fatalities import Fatalities
from thucydides.publishing.index import Index, country
from thucydides.publishing.sums import toll, when
from thucydides.vocabulary import mapping

NAMELESS = {
    "Unidentified Armed Group": "an unidentified armed group",
    "Criminal Group": "a criminal group",
    "Civilians": "civilians",
    "Protesters": "protesters",
    "Rioters": "rioters",
}
"""Parties without a name of their own, as a sentence has them."""


def notes(index: Index, incident: Incident, sides: Actors, dead: Fatalities, where: Place) -> str:
    """The note of one event."""
    happened, hurt = _happened(incident, sides, where), _hurt(incident)
    return " ".join(
        part for part in (happened, hurt, _disputed(index, incident), dead.note if incident.kind == "incident" else "") if part
    )


def _happened(incident: Incident, sides: Actors, where: Place) -> str:
    between, alone = mapping("coding")["notes"].get(incident.type, ("were in an event with", "were in an event"))
    first, second = (_subject(name, country(where.country)) for name in (sides.first.name, sides.second.name))
    did = f"{first} {between} {second}" if second else f"{first} {alone}"
    using = (
        f" using {words.listing(incident.weapons)}" if incident.weapons and incident.event_type in ("Battles", "Riots") else ""
    )
    at = words.located(where, country(where.country))
    return f"{dates.opening(when(incident))}, {did}{using} {at}."


def _subject(name: str, home: str) -> str:
    """A side within a sentence: "an unidentified armed group", "civilians (China)", "the Government of Mali".

    The country in brackets is left out where it is that of the incident, which the sentence names anyway.
    """
    if name.startswith("Government of"):
        return f"the {name}"
    head, _, rest = name.partition(" (")
    abroad = f" ({rest}" if rest and rest != f"{home})" else ""
    if head in NAMELESS:
        return f"{NAMELESS[head]}{abroad}"
    return name


def _hurt(incident: Incident) -> str:
    """Who was killed and injured, in ranges, with the groups of the dead."""
    told = []
    for outcome in ("killed", "injured", "missing", "captured"):
        found = toll(incident, outcome)
        if found is None:
            continue
        number = "nobody" if found.high == 0 else words.quantity(found)
        parts = [a for a in incident.assessments if a.attribute.startswith(f"{outcome}/") and a.group]
        groups = [f"{a.group}: {words.quantity(a.quantity)}" for a in parts]
        told.append(f"{number} {outcome}" + (f" ({'; '.join(groups)})" if groups and found.high != 0 else ""))
    text = words.listing(told)
    return f"Reported: {text}." if text else ""


def _disputed(index: Index, incident: Incident) -> str:
    """What sources disagree on."""
    points = [index.discrepancies[d] for d in incident.discrepancies if d in index.discrepancies]
    found = dict.fromkeys(d.attribute for d in points if len(d.incidents) == 1)
    named = [name for name in found if name != "killed"]
    return f"Sources disagree on {words.listing([words_of(n) for n in named])}." if named else ""


def words_of(attribute: str) -> str:
    """An attribute in words: "the number of injured", "the date"."""
    if attribute in words.OUTCOMES:
        return f"the number of {attribute}"
    return attribute if attribute == "responsibility" else f"the {attribute}"
