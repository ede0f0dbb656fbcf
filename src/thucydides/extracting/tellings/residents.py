"""Residents: the town whose people tell of a deed, which was there where what they tell names no other place (rule `place.residents`).

"Residents of Shire said that soldiers had looted shops." Invariants: only people who live in a place or work there speak of it so, never an
official or a spokesman; what they tell of another place stays there.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import PROVINCE
from thucydides.vocabulary import mapping

BEARING = 45
"""Characters between a town and one by which it is told where that lies."""
_SCENES = ("at", "near", "between", "to")
_HOMES = ("mentioned", "origin", "from")
_OF = frozenset({"of", "from", "in"})
_LIVING = frozenset({"live", "reside", "dwell", "stay", "work", "shelter", "remain", "trap"})


def at_home(sentence: Span, places: Sequence[PlaceRef], deeds: Collection[int], shift: int) -> list[PlaceRef]:
    """The places with the town whose people say what the deeds were as "at", where no other is told."""
    homes = [p for p in places if p.role in _HOMES and _speaks_of(sentence, p, deeds, shift)]
    scenes = [p for p in places if p.role in _SCENES and p.place is not None and p.place.coarseness <= PROVINCE]
    if any(not _bearing(p, homes) for p in scenes):
        return list(places)
    return [replace(p, role="at") if p.role in _HOMES and _speaks_of(sentence, p, deeds, shift) else p for p in places]


def _bearing(place: PlaceRef, homes: Sequence[PlaceRef]) -> bool:
    """Whether a place only says where the town of those who tell lies: "residents of Balad, north of Baghdad, reported"."""
    return place.role == "near" and any(0 < place.passage.start - home.passage.end <= BEARING for home in homes)


def _speaks_of(sentence: Span, place: PlaceRef, deeds: Collection[int], shift: int) -> bool:
    """Whether a place is that of people who say what the deeds were."""
    token = token_starting(sentence, place.passage.end - shift - 1)
    if token is None or place.place is None or place.place.coarseness > PROVINCE:
        return False
    while token.head.idx >= place.passage.start - shift and token.head.idx < place.passage.end - shift and token.head != token:
        token = token.head
    if token.dep_ != "pobj" or token.head.lower_ not in _OF:
        return False
    people = token.head.head
    if people.dep_ == "acl" and people.lemma_.lower() in _LIVING:
        people = people.head  # "people living in Derna said"
    verb = people.head
    if people.dep_ != "nsubj" or people.lemma_.lower() not in mapping("telling")["residents"] or verb.lemma_.lower() not in REPORTING:
        return False
    return any(_tells(c, deeds) for c in verb.children if c.dep_ in ("ccomp", "parataxis", "dobj")) or (
        verb.dep_ == "parataxis" and _tells(verb.head, deeds)
    )


def _tells(clause: Token, deeds: Collection[int]) -> bool:
    return any(t.i in deeds for t in clause.subtree)
