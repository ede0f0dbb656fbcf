"""Infobox: `{{Infobox military conflict}}` of a record; what is in dispute or not counted (result, strength) stays empty."""

from thucydides.publishing import days, sums, words
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.lead import countries, extent
from thucydides.publishing.wiki.belligerents import Sides, named, sides
from thucydides.publishing.wiki.casualties import field, parts
from thucydides.publishing.wiki.markup import plain
from thucydides.publishing.wiki.references import References

MOST_PARTIES = 8
MOST_PLACES = 5
WIDTH = 14


def infobox(index: Index, references: References) -> str:
    """The whole template, a parameter a line."""
    found = sides(index)
    counted = parts(index, found)
    rows = [
        ("conflict", plain(index.record.title)),
        ("partof", ""),
        ("image", ""),
        ("date", _dates(index, references)),
        ("place", plain(words.listing(list(countries(index))[:MOST_PLACES]))),
        ("territory", ""),
        ("result", ""),
        ("status", ""),
        ("combatant1", _parties(found.first)),
        ("combatant2", _parties(found.second)),
        ("commander1", ""),
        ("commander2", ""),
        ("strength1", ""),
        ("strength2", ""),
        ("casualties1", field(index, references, counted[1])),
        ("casualties2", field(index, references, counted[2])),
        ("casualties3", field(index, references, counted[3])),
        ("notes", _notes(index, found)),
    ]
    body = "\n".join(f"| {name:<{WIDTH}} = {value}".rstrip() for name, value in rows)
    return "{{Infobox military conflict\n" + body + "\n}}"


def _dates(index: Index, references: References) -> str:
    """The first and the last day of the record's incidents, each cited to the document that tells of it."""
    dated = [(d.latest, i.id, i) for i in sums.force(index.record) if (d := sums.when(i)) and d.earliest and d.latest]
    first, last = extent(i for _, _, i in dated)
    if first is None or last is None:
        return ""
    ends = [min((i for _, _, i in dated), key=by_time), max(dated, key=lambda d: d[:2])[2]]
    cited = []
    for incident in ends:
        assessed = incident.assessed("date")
        claims = [index.claims[c] for c in assessed.claims_for if c in index.claims] if assessed else []
        mentions = [index.mentions[m] for m in incident.mentions if m in index.mentions]
        cited.append(references.to([c.passage for c in claims] or [m.passages[0] for m in mentions if m.passages], 1))
    if first == last:
        return days.day(first) + cited[0]
    return f"{days.day(first)}{cited[0]} – {days.day(last)}{cited[1]}"


def _parties(side: tuple[tuple[str, str], ...]) -> str:
    names = list(dict.fromkeys(plain(named(key, name)) for key, name in side))
    return "<br />".join(names[:MOST_PARTIES])


def _notes(index: Index, found: Sides) -> str:
    """What the figures leave out, and who is named without a side."""
    unknown = sums.total(sums.force(index.record), "killed").unknown
    said = []
    if unknown:
        said.append(f"No document gives a number of dead for {words.count(unknown, 'incident')}.")
    if found.others:
        names = words.listing([plain(named(key, name)) for key, name in found.others][:MOST_PARTIES])
        said.append(f"<!-- Named, on no side that the record settles: {names} -->")
    return " ".join(said)
