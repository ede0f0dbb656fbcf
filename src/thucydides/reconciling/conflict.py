"""Conflict: a name for what a record tells of, where nobody gave it one."""

from collections import Counter
from collections.abc import Iterable

from thucydides.reconciling.alone import Alone
from thucydides.vocabulary import table


def name(incidents: Iterable[Alone]) -> str:
    """The country of most incidents, others of a third as many, and the years.

    "Tajikistan and Afghanistan, 2022–2026"; "Unnamed conflict" where no incident has a country.
    """
    told = [one for one in incidents if one.entry is not None]
    countries = Counter(one.country for one in told if one.country)
    if not countries:
        return "Unnamed conflict"
    most = max(countries.values())
    names = {row["code"]: row["name"] for row in table("demonyms")}
    named = [names.get(c, c) for c, n in sorted(countries.items(), key=lambda item: (-item[1], item[0])) if 3 * n >= most][:3]
    years = sorted({year for one in told for year in one.years})
    span = f", {years[0]}" if len(years) == 1 else f", {years[0]}–{years[-1]}" if years else ""
    return f"{' and '.join([', '.join(named[:-1]), named[-1]] if named[1:] else named)}{span}"
