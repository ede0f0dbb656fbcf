"""Scattered: counts of deeds told together only, all over a country, in places or days that are several.

Invariant: a count at one town is none.
"""

import re
from functools import cache

from thucydides.extracting.aggregates.occurrences import incident_count
from thucydides.extracting.aggregates.single import at_fine_place
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.wide import APART
from thucydides.nouns import DateRange, Document
from thucydides.vocabulary import mapping

SHORT = re.compile(r"\b(?:24|12|48|36|few)\s+hours\b|\bovernight\b|\bthe\s+(?:day|night)\b", re.IGNORECASE)
"""Stretches that are a day: "over the past 24 hours"."""


_OTHERS = re.compile(
    r"\bin\s+(?:\w+\s+)?(?:separate|other|different|various)\s+(?:\w+\s+)?"
    r"(?:attacks|incidents|clashes|shootings|bombings|blasts|explosions|strikes|raids|ambushes)\b",
    re.IGNORECASE,
)
"""Deeds of which a count is told together and none by itself."""


def scattered(document: Document, telling: Telling, text: str) -> bool:
    """Whether a count of one day is over deeds all over a country: "five separate attacks across Mali on Wednesday killed 71", "Mali saw
    five attacks", or of deeds told only together: "three others were killed in separate attacks that day"."""
    events = incident_count(document, telling)
    number = (events.best or events.low or 0) if events is not None else 0
    countries = {p.place.kind for p in telling.places if p.place is not None} == {"country"}
    together = (
        (number > 1 and APART.search(text) is not None)
        or (number > 2 and countries)
        or _OTHERS.search(text) is not None
        or _many_places().search(text) is not None
    )
    return together and not at_fine_place(telling)


def on_days(document: Document, telling: Telling, date: DateRange | None) -> bool:
    """Whether several deeds of more than one day are counted together: "on 14 and 15 June two air strikes killed twelve"."""
    events = incident_count(document, telling)
    several = events is not None and (events.best or 0) > 1
    short = telling.time is not None and SHORT.search(telling.time.wording) is not None
    return several and not short and date is not None and date.precision == "days" and date.earliest != date.latest


@cache
def _many_places() -> re.Pattern[str]:
    """Three places or more over which a count is told: "across ten districts"."""
    places = "|".join(mapping("roundups")["places"])
    numbers = r"(?:at\s+least\s+|more\s+than\s+|some\s+)?"
    numbers += r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+dozen|dozens\s+of|several|\d\d{1,2}|[3-9])"
    return re.compile(
        rf"\bacross\s+{numbers}\s+(?:\w+\s+)?(?:{places}|counties|municipalities|departments|communities)\b", re.IGNORECASE
    )
