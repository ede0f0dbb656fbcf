"""Caught places: where somebody was arrested, charged or tried for a deed, which is not where the deed was done.

Invariant: such a place is let go only where the sentence names another place behind the deed itself.
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import DISTRICT


def where_caught(sentence: Span, place: PlaceRef, nodes: Collection[int], shift: int, others: Sequence[PlaceRef]) -> bool:
    """Whether a place is that of an arrest or a trial for a deed of which the sentence names the place too: "police in Stockholm arrested
    a man over the killing of two guards in Uppsala"."""
    caught = _caught(token_starting(sentence, place.passage.start - shift))
    if caught is None:
        return False
    deeds = [n for n in nodes if n > caught.i]
    return any(o is not place and _fine(o) and any(_behind(sentence, o, n, caught, shift) for n in deeds) for o in others)


def _caught(place: Token | None) -> Token | None:
    """The word of an arrest or a trial that a place hangs on, before any other verb."""
    while place is not None:
        if place.lemma_.lower() in _CATCHING:
            return place
        if place.pos_ == "VERB" or place.head == place:
            return None
        place = place.head
    return None


def _behind(sentence: Span, place: PlaceRef, deed: int, caught: Token, shift: int) -> bool:
    """Whether a place stands behind the word of a deed that hangs on an arrest for it by "for", "over" or the like."""
    at = token_starting(sentence, place.passage.start - shift)
    if at is None or at.i < deed or place.role not in ("at", "near"):
        return False
    ways = [t for t in sentence.doc[caught.i + 1 : deed] if t.lower_ in _FOR]
    return bool(ways) and not any(t.text in (";", ".") for t in sentence.doc[caught.i : at.i])


def _fine(place: PlaceRef) -> bool:
    return place.place is not None and place.place.coarseness <= DISTRICT


_CATCHING = frozenset(
    {"arrest", "detain", "charge", "sentence", "jail", "imprison", "convict", "indict", "extradite", "try", "trial", "condemn", "acquit",
     "court", "remand", "apprehend", "nab", "prosecutor"}
)  # fmt: skip
_FOR = frozenset({"for", "over", "with", "of", "behind", "about", "in"})
"""What leads from an arrest to the deed: "charged with", "on suspicion of", "arrested in connection with"."""
