"""Account: one document's telling of one incident, put together from that document's mentions of it.

Invariants: a document has at most one account of an incident; every value keeps its passage; counts of different mentions are
never added up.
"""

from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Claim, DateRange, Incident, Mention, Passage, Person, Place, Quantity, TollItem
from thucydides.publishing.index import Index
from thucydides.publishing.words import OUTCOMES


class Told(Struct, frozen=True):
    """A count of one outcome in one account: how many, its parts by group, and where it is written."""

    outcome: str
    quantity: Quantity
    passage: Passage
    items: tuple[TollItem, ...] = ()


class Account(Struct, frozen=True):
    """What one document says of one incident: `date`, `place`, `type` of its fullest mention that has them, tolls by outcome.

    `speakers` are the people and bodies that the document names for it, in the order of the text; none where it speaks in its
    own voice. Who only blames somebody is not among them.
    """

    document: str
    mentions: tuple[str, ...]
    passages: tuple[Passage, ...]
    speakers: tuple[tuple[str, Passage], ...] = ()
    date: DateRange | None = None
    date_passage: Passage | None = None
    place: Place | None = None
    place_passage: Passage | None = None
    place_role: str = ""
    type: str = ""
    type_passage: Passage | None = None
    toll: tuple[Told, ...] = ()
    weapons: tuple[tuple[str, Passage], ...] = ()
    persons: tuple[Person, ...] = ()
    hour: tuple[str, Passage] | None = None

    def told(self, outcome: str) -> Told | None:
        """The count of one outcome, or None where the document gives none."""
        return next((t for t in self.toll if t.outcome == outcome), None)


def accounts(index: Index, incident: Incident) -> tuple[Account, ...]:
    """The accounts of an incident, in the order of the record's documents."""
    found: dict[str, list[Mention]] = {}
    for name in incident.mentions:
        if name in index.mentions:
            found.setdefault(index.mentions[name].document, []).append(index.mentions[name])
    return tuple(_account(index, document, mentions) for document, mentions in sorted(found.items()))


def _account(index: Index, document: str, mentions: list[Mention]) -> Account:
    ranked = sorted(mentions, key=lambda m: (m.background, -_fullness(m), m.passages[:1], m.id))
    claims = [c for m in sorted(mentions, key=lambda m: m.id) for c in index.claims_of.get(m.id, ()) if c.document == document]
    dated = min((m for m in ranked if m.date is not None), key=_vagueness, default=None)
    placed = min((m for m in ranked if m.place is not None and m.place.place is not None), key=_coarseness, default=None)
    ref = placed.place if placed else None
    typed = ranked[0]
    return Account(
        document=document,
        mentions=tuple(sorted(m.id for m in mentions)),
        passages=tuple(sorted({p for m in mentions for p in m.passages})),
        speakers=_speakers(index, claims),
        date=dated.date if dated else None,
        date_passage=dated.date_passage or dated.passages[0] if dated else None,
        place=ref.place if ref else None,
        place_passage=ref.passage if ref else None,
        place_role=ref.role if ref else "",
        type=typed.type,
        type_passage=typed.weapons[0][1] if typed.weapons else typed.passages[0] if typed.passages else None,
        toll=tuple(t for o in (*OUTCOMES, "displaced") if (t := _told(o, ranked)) is not None),
        weapons=tuple({name: (name, passage) for m in ranked for name, passage in reversed(m.weapons)}.values()),
        persons=tuple({(p.name, p.part): p for m in reversed(ranked) for p in m.persons}.values()),
        hour=next((m.hour for m in ranked if m.hour is not None), None),
    )


def _fullness(mention: Mention) -> int:
    """How much a mention tells: its values counted."""
    return 2 * len(mention.toll) + bool(mention.date) + bool(mention.place) + len(mention.actors)


def _vagueness(mention: Mention) -> int:
    """The days that a mention's date leaves open; a date without a year is the vaguest."""
    found = mention.date
    if found is None or found.earliest is None or found.latest is None:
        return 10**6
    return (found.latest - found.earliest).days


def _coarseness(mention: Mention) -> int:
    return mention.place.place.coarseness if mention.place and mention.place.place else 10


def _speakers(index: Index, claims: Iterable[Claim]) -> tuple[tuple[str, Passage], ...]:
    """Who speaks, each with where the text says so."""
    found: dict[str, Passage] = {}
    for claim in sorted(claims, key=lambda c: (c.passage, c.id)):
        if claim.speaker and claim.attribute != "responsibility" and claim.speaker not in found:
            found[claim.speaker] = _spoken(index, claim.speaker, claim.cue or claim.passage)
    return tuple(found.items())


def _spoken(index: Index, speaker: str, cue: Passage) -> Passage:
    """The stretch of a sentence that holds the words of saying and the speaker's name, where it stands there too."""
    if cue.document not in index.documents:
        return cue
    start, end = index.bounds(cue)
    within = index.documents[cue.document].text[start:end].lower().find(speaker.lower())
    at = start + within
    return Passage(cue.document, min(cue.start, at), max(cue.end, at + len(speaker))) if within >= 0 else cue


def _told(outcome: str, ranked: list[Mention]) -> Told | None:
    """The count of one outcome by the mention that counts most, whole counts added up, parts left inside their whole."""
    options = []
    for mention in ranked:
        if not mention.toll:
            continue
        items = tuple(i for i in mention.toll if i.outcome == outcome)
        wholes = [i for i in items if i.part_of is None]
        if wholes:
            options.append(Told(outcome, _sum([i.quantity for i in wholes]), wholes[0].passage, items))
    return max(options, key=lambda t: (t.quantity.best is not None, t.quantity.best or 0, len(t.items)), default=None)


def _sum(parts: list[Quantity]) -> Quantity:
    """Separate counts together: open where one is open, unknown best where one is unknown; the known lows still bound it."""
    if len(parts) == 1:
        return parts[0]
    lows = [q.low for q in parts if q.low is not None]
    bests = [q.best for q in parts if q.best is not None]
    highs = [q.high for q in parts if q.high is not None]
    return Quantity(
        low=sum(lows) if lows else None,
        best=sum(bests) if len(bests) == len(parts) else None,
        high=sum(highs) if len(highs) == len(parts) else None,
        wording=" + ".join(q.wording for q in parts if q.wording),
        rule="toll.sum",
        approximate=any(q.approximate for q in parts),
        weak=all(q.weak for q in parts),
    )
