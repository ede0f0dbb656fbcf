"""Shot: people of whom an incident says that they were shot, and nothing of wounds: where no crime is told to the police, they died of it.

Invariant: a word of a wound, of a hospital or of somebody who lived leaves them what the words say, shot.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.bodies import BODIES
from thucydides.nouns import Document
from thucydides.vocabulary import mapping

MANY = 10
"""From so many on, people who were shot were massacred, whoever tells of it."""
SHORT = 4000
"""Characters of a report that is about one incident from end to end."""
NEXT = 160
"""Characters behind a sentence in which it may be said how those shot are."""


def with_shot_dead(document: Document, tellings: Sequence[Telling], main: bool) -> list[Telling]:
    """The tellings with people who were shot told as killed (rule `toll.shot`)."""
    harms = [h for t in tellings for h in t.harms if h.outcome in ("killed", "injured")]
    shot = [h for h in harms if not _their_bodies(h)]
    if len(shot) < len(harms) and shot and all(h.outcome == "injured" and h.struck and not h.self_inflicted for h in shot):
        return [replace(t, harms=tuple(_dead(h) if _is_shot(t, h, False) else h for h in t.harms)) for t in tellings]
    if not harms or any(h.outcome == "killed" or not h.struck or h.self_inflicted for h in harms):
        return list(tellings)
    whole = main and len(document.text) <= SHORT
    ends = [next((b.end for b in document.blocks if b.start <= t.start < b.end), t.end) for t in tellings]
    told = document.text if whole else " ".join(
        document.text[t.start : min(t.end + NEXT, max(t.end, end))] for t, end in zip(tellings, ends, strict=True)
    )
    if _words("wounds").search(told):
        return list(tellings)
    policed = _words("crime").search(told) is not None
    return [replace(t, harms=tuple(_dead(h) if _is_shot(t, h, policed) else h for h in t.harms)) for t in tellings]


def _their_bodies(harm: Harm) -> bool:
    """Whether bodies are told of as those of people told of before: "shot five farmers. Their bodies were found on Sunday"."""
    wording = harm.quantity.wording.lower() if harm.quantity is not None else ""
    theirs = harm.people.owner == "their" or wording.startswith("their ") or (harm.people.definite and not harm.people.counted)
    return harm.outcome == "killed" and theirs and harm.people.noun in BODIES


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(mapping('outcomes')['shot'][kind])})", re.IGNORECASE)


def _is_shot(telling: Telling, harm: Harm, policed: bool) -> bool:
    many = harm.quantity is not None and (harm.quantity.best or 0) >= MANY
    return harm.outcome == "injured" and harm.struck and "shoot" in telling.words and (many or not policed)


def _dead(harm: Harm) -> Harm:
    return replace(harm, outcome="killed", struck=False)
