"""Signs: what speaks for a mention telling of a deed that was done, and what against (rule `extract.doubt`).

Invariant: a sign is seen in how the mention is told and in the report, never in what the report is about.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.drafting.holding import in_lead
from thucydides.extracting.retold.told import said, total
from thucydides.extracting.spans import days_wide
from thucydides.nouns import Document, Mention
from thucydides.nouns.place import COUNTRY

WEEK, MONTH = 3, 20
"""Days over which a range no longer dates a deed to a few days, and to a month."""
LONG = 4
"""Sentences that no report gives to what it only touches on."""
LATELY = 60
_ARMED = frozenset(
    {"rebel group", "political militia", "identity militia", "criminal group", "state forces", "external forces", "unidentified"}
)
_OWN_VOICE = re.compile(r"\b(?:I|you|your|we|our|us)\b")
_HARMED = ("injured", "captured", "missing")
_LISTED = frozenset({"bullet", "title", "summary", "table"})
_ARREST = frozenset({"arrest", "harm", "death"})


def signs(document: Document, draft: Draft, mention: Mention, home: str | None) -> frozenset[str]:
    """The signs of one mention of a report whose deeds mostly lie in the country `home`."""
    told = (*_of_day(document, draft, mention), *_of_place(draft, mention, home), *_of_harm(draft, mention))
    return frozenset((*told, *_of_words(document, draft, mention)))


def home_of(mentions: Sequence[Mention]) -> str | None:
    """The country in which most deeds of a report lie, the first named of equals."""
    told = Counter(m.place.place.country for m in mentions if m.place is not None and m.place.place is not None and m.place.place.country)
    return max(told, key=lambda country: told[country], default=None)


def _of_day(document: Document, draft: Draft, mention: Mention) -> Iterator[str]:
    times = [d.telling for d in draft.items if d.telling.time is not None]
    if times:
        yield "own-day"
    if mention.date is None:
        yield "undated"
        return
    if not times:
        yield "day-inferred"
    if WEEK < days_wide(mention.date) <= MONTH:
        yield "within-weeks"
    published, latest = document.published, mention.date.latest
    if latest is not None and published is not None and published.latest is not None:
        since = (published.latest - latest).days
        if since < 0:
            yield "after-the-report"
        elif since > LATELY:
            yield "long-ago"


def _of_place(draft: Draft, mention: Mention, home: str | None) -> Iterator[str]:
    place = mention.place.place if mention.place is not None else None
    if place is None:
        yield "no-place"
        return
    if place.coarseness >= COUNTRY and mention.launched_from is None:
        yield "country-only"
    elif not said(draft):
        yield "place-inferred"
    if home is not None and place.country not in (None, home):
        yield "abroad"


def _of_harm(draft: Draft, mention: Mention) -> Iterator[str]:
    harms = [h for d in draft.items for h in d.telling.harms]
    if any(h.people.counted and h.quantity is not None and (h.quantity.best or 0) > 1 for h in harms):
        yield "counted"
    elif total(mention, "killed") == 1:
        yield "one-killed"
    if not any(i.outcome in ("killed", *_HARMED) for i in mention.toll):
        yield "nobody-harmed"


def _of_words(document: Document, draft: Draft, mention: Mention) -> Iterator[str]:
    tellings = [d.telling for d in draft.items]
    heads = [t.head for t in tellings if t.head is not None]
    families = frozenset(f for t in tellings for f in t.families)
    text = " ".join(document.text[t.start : t.end] for t in tellings)
    listed = any(t.entry is not None or t.kind in _LISTED for t in tellings)  # lists and titles tell what was done in the present
    not_done = not listed and all(t.mood != "done" for t in tellings)
    found = {
        "weak": bool(heads) and all(h.weak for h in heads),
        "only-a-noun": bool(heads) and all(h.noun for h in heads),
        "only-arrest": "arrest" in families and families <= _ARREST,
        "not-done": not_done,
        "goes-on": not_done and any(t.mood in ("goes on", "may be") for t in tellings),
        "listed": listed,
        "own-voice": _OWN_VOICE.search(text) is not None,
        "asked": "?" in text,
        "armed": any(a.kind in _ARMED for t in tellings for a in t.actors),
        "doer": any(r in ("perpetrator", "party") for t in tellings for r in t.roles),
        "lead": in_lead(document, mention.passages[0].start),
        "long": len({t.start for t in tellings}) >= LONG,
    }
    yield from (sign for sign, holds in found.items() if holds)
