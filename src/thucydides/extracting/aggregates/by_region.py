"""By region: the shares of provinces in a count over a stretch of time, told behind it: "548 civilians were killed in March. Ninewa was the
worst hit with 362 killed and 182 injured".

Rule `extract.share-by-region`. Invariants: nothing is a share that tells of a day, of who did it or of a means, or of a place finer than a
province before a province is told; no share is as large as the whole.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from thucydides.extracting.aggregates.stating import aggregate
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.harm import Harm
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Aggregate, Document, PlaceRef
from thucydides.nouns.place import PROVINCE

LONG = 6
"""Days from which on a count over them is told by regions."""
BEHIND = 2
"""Paragraphs behind the whole in which its shares are told."""
_HARM = frozenset({"death", "harm"})
_ROLES = ("at", "near", "mentioned", "between")


def is_share(telling: Telling, whole: Aggregate, told: Telling, run: bool) -> bool:
    """Whether a sentence counts shares of a `whole` that `told` tells; `run` says that the sentence before does."""
    long = whole.window is not None and days_wide(whole.window) >= LONG
    if not long or not 0 <= telling.paragraph - told.paragraph <= BEHIND or telling.time is not None or telling.windows:
        return False
    if telling.families - _HARM or any(w.used for w in telling.weapons) or "perpetrator" in telling.roles:
        return False
    counts = _counts(telling)
    most = whole.deaths.best if whole.deaths is not None else None
    if not counts or most is None or any((h.quantity.best or 0) >= most for h in counts if h.quantity is not None):
        return False
    wide = [p for p in _places(telling) if p.place is not None and p.place.coarseness >= PROVINCE and p.place.kind != "country"]
    return bool(wide) or (run and bool(_places(telling)))


def shares(document: Document, telling: Telling, whole: Aggregate, anchor: Reckoning) -> Iterator[Aggregate]:
    """The shares of a sentence, each over the stretch of time of the whole."""
    counts = _counts(telling)
    for number, dead in enumerate(counts):
        behind = counts[number + 1].people.start if number + 1 < len(counts) else telling.end
        theirs = [h for h in telling.harms if h is dead or (h.outcome == "injured" and dead.people.start < h.people.start < behind)]
        places = [p for p in _places(telling) if p.passage.start < dead.people.start] or _places(telling)
        one = replace(telling, harms=tuple(replace(h, part_of=None) for h in theirs), places=tuple(places[-1:]))
        found = aggregate(document, one, anchor)
        yield replace(found, id=f"{found.id}:{number}", window=whole.window, window_passage=whole.window_passage)


def _counts(telling: Telling) -> list[Harm]:
    counted = [h for h in telling.harms if h.outcome == "killed" and h.people.counted and h.quantity is not None]
    return sorted((h for h in counted if h.part_of is None), key=lambda h: h.people.start)


def _places(telling: Telling) -> list[PlaceRef]:
    return sorted((p for p in telling.places if p.role in _ROLES and p.place is not None), key=lambda p: p.passage.start)
