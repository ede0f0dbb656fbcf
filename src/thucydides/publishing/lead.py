"""Lead: what a record covers, in plain sentences whose numbers are counted from the record itself."""

from collections.abc import Iterable
from datetime import date

from thucydides.nouns import Aggregate, AggregateCheck, Gap, Incident
from thucydides.publishing import days, sums, words
from thucydides.publishing.index import Index, country
from thucydides.publishing.sentences import Sentence

MOST_COUNTS = 3
"""Counts that the lead names at most; the rest stand in their own part."""


def lead(index: Index, harm: bool = True) -> tuple[Sentence, ...]:
    """Of what the record is made, what it tells of, how many were harmed, and what is disputed or open.

    `harm` is False where the numbers of killed and injured stand beside the lead.
    """
    return (_made(index), _tells(index), *(_harm(index) if harm else ()), *_counted(index), _disputed(index))


def countries(index: Index) -> tuple[str, ...]:
    """The countries of the record's incidents by name, the one with most incidents first."""
    found: dict[str, int] = {}
    for incident in sums.force(index.record):
        assessed = incident.assessed("place")
        if assessed and assessed.place and assessed.place.country:
            found[assessed.place.country] = found.get(assessed.place.country, 0) + 1
    return tuple(country(code) for code in sorted(found, key=lambda c: (-found[c], c)))


def extent(incidents: Iterable[Incident]) -> tuple[date | None, date | None]:
    """The first and the last possible day of the incidents that have a date."""
    dates = [d for i in incidents if (d := sums.when(i)) is not None]
    firsts, lasts = [d.earliest for d in dates if d.earliest], [d.latest for d in dates if d.latest]
    return (min(firsts) if firsts else None, max(lasts) if lasts else None)


def _made(index: Index) -> Sentence:
    documents = index.record.documents
    originals = [d for d in documents if d.copy_of is None]
    outlets = {d.outlet for d in originals if d.outlet}
    published = [d.published for d in originals if d.published and d.published.earliest and d.published.latest]
    text = f"This record is put together from {words.count(len(documents), 'document')}"
    if len(originals) != len(documents):
        text += f", {words.count(len(documents) - len(originals), 'copy', 'copies')} of another among them"
    if outlets:
        text += f", from {words.count(len(outlets), 'named outlet')}"
    if published:
        first = min(p.earliest for p in published if p.earliest)
        last = max(p.latest for p in published if p.latest)
        text += f", published {days.day(first)}"
        text = text.replace("published ", "published between ") + f" and {days.day(last)}" if first != last else text
        undated = len(originals) - len(published)
        text += f"; {undated:,} of them {'gives' if undated == 1 else 'give'} no date of publication" if undated else ""
    return Sentence(text + ".")


def _tells(index: Index) -> Sentence:
    force, acts = sums.force(index.record), sums.acts(index.record)
    if not force and not acts:
        return Sentence("They tell of no incident.")
    text = f"They tell of {words.count(len(force), 'incident')}"
    text += f" and {words.count(len(acts), 'act')} without force" if acts else ""
    first, last = extent(force)
    if first and last:
        text += f", the earliest no sooner than {days.day(first)} and the latest no later than {days.day(last)}"
    names = countries(index)
    text += f", in {words.listing(names[:6])}" if names else ""
    return Sentence(text + ".")


def _harm(index: Index) -> tuple[Sentence, ...]:
    found = []
    force = sums.force(index.record)
    for outcome in ("killed", "injured"):
        total = sums.total(force, outcome)
        if not total.counted:
            if force:
                found.append(Sentence(f"No document gives a number of people {outcome} in any of them."))
            continue
        where = f"the {words.count(total.counted, 'incident')} for which a number is given" if total.unknown else "them"
        verb = "was" if total.words == "1" else "were"
        rest = f"; for {total.unknown:,} no document gives one" if total.unknown else ""
        found.append(Sentence(f"{words.sentence_case(total.people)} {verb} {outcome} in {where}{rest}."))
    return tuple(found)


def _counted(index: Index) -> tuple[Sentence, ...]:
    """What counts over many incidents say, where the record falls short of them: one of a document, the widest first."""
    found: dict[str, tuple[int, str, Sentence]] = {}
    for aggregate in index.record.aggregates:
        check = index.checks.get(aggregate.id)
        if check is None or check.verdict != "short" or aggregate.deaths is None or aggregate.summary or check.recorded_deaths is None:
            continue
        if residue(check.residual_deaths, check.residual_incidents) and check.incidents:
            said = Sentence(short_of(index, aggregate, check), (aggregate.passage,))
            rank = (-len(check.incidents), aggregate.id, said)
            found[aggregate.document] = min(rank, found.get(aggregate.document, rank), key=lambda r: r[:2])
    return tuple(said for _, _, said in sorted(found.values(), key=lambda r: r[:2]))[:MOST_COUNTS]


def short_of(index: Index, aggregate: Aggregate, check: AggregateCheck) -> str:
    """A count that the record does not reach, in one sentence."""
    who = words.sentence_case(aggregate.counter or index.source(aggregate.document))
    stated = f"{words.quantity(aggregate.deaths)} deaths" if aggregate.deaths else ""
    if aggregate.incidents:
        stated += f"{' in ' if stated else ''}{words.quantity(aggregate.incidents)} incidents"
    held = f"{words.quantity(check.recorded_deaths)} in {words.count(check.recorded_incidents, 'incident')}"
    missing = residue(check.residual_deaths, check.residual_incidents)
    rest = f", which leaves {missing} unaccounted for" if missing else ""
    return f"{who} counts {stated}; the record holds {held}{rest}."


def missing_words(gap: Gap) -> str:
    """What a gap says is missing: "2 deaths and at least 1 incident"; empty where it gives no number."""
    return residue(gap.deaths, gap.incidents)


def residue(deaths: tuple[int | None, int | None], incidents: tuple[int | None, int | None]) -> str:
    """How many deaths and incidents are missing, in words; what may be none at all is left out."""
    found = []
    for (least, most), noun in ((deaths, "death"), (incidents, "incident")):
        if least:
            found.append(f"{words.span(least, most)} {noun if (least, most) in ((1, 1), (1, None)) else noun + 's'}")
    return words.listing(found)


def _disputed(index: Index) -> Sentence:
    differ, gaps = len(index.record.discrepancies), len(index.record.gaps)
    one = "No contradiction was found"
    if differ:
        one = f"The documents contradict one another or themselves on {words.count(differ, 'point')}"
    two = f"{words.count(gaps, 'question')} {'stays' if gaps == 1 else 'stay'} open" if gaps else "no question stays open"
    return Sentence(f"{one}; {two}.")
