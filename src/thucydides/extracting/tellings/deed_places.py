"""Deed places: which places of a sentence are of which of its deeds.

Invariant: a place is of one deed, unless it hangs on none in the tree.
"""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.caught_places import where_caught
from thucydides.extracting.tellings.hanging import governor, token_starting
from thucydides.extracting.tellings.opened import Part
from thucydides.extracting.tellings.passing_places import dates_only, gone_to
from thucydides.extracting.tellings.spoken_places import where_spoken
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import DISTRICT


def owner_of(sentence: Span, start: int, nodes: set[int]) -> int | None:
    """The deed that the word at `start` hangs under in the tree, or None."""
    token = token_starting(sentence, start)
    return governor(token, {n: n for n in nodes}) if token is not None else None


def places_of_deed(
    places: list[PlaceRef],
    groups: list[tuple[set[int], TimeExpression | None]],
    group: set[int],
    sentence: Span,
    shift: int,
    parts: Sequence[Part] = (),
) -> list[PlaceRef]:
    """The places of a sentence that are of one `group` of its deeds, and those that are of none of them; `parts` are those of its parts
    that open with a day, whose places are of the deeds told in them."""
    nodes = {n: n for g, _ in groups for n in g}
    places = [
        p
        for p in places
        if not dates_only(sentence, p, nodes, shift)
        and not where_spoken(sentence, p, nodes, shift, places)
        and not where_caught(sentence, p, nodes, shift, places)
        and not (p.role == "to" and gone_to(sentence, p, nodes, shift))
    ]
    if parts:
        stands = {id(p): token_starting(sentence, p.passage.start - shift) for p in places}
        places = [p for p in places if (t := stands[id(p)]) is None or not is_fine(p) or _told_in(sentence, t, parts, group)]
    if len(groups) < 2:
        return places
    owners = {n: i for i, (g, _) in enumerate(groups) for n in g}
    wanted = next(i for i, (g, _) in enumerate(groups) if g is group)
    tokens = [token_starting(sentence, p.passage.start - shift) for p in places]
    owned = [governor(t, owners) if t is not None and not (parts and is_fine(p)) else None for p, t in zip(places, tokens, strict=True)]
    told = not parts and any(o == wanted and is_fine(p) and p.role in ("at", "near") for p, o in zip(places, owned, strict=True))
    return [p for p, o in zip(places, owned, strict=True) if o == wanted or (o is None and not (told and is_fine(p)))]


def _told_in(sentence: Span, place: Token, parts: Sequence[Part], group: set[int]) -> bool:
    """Whether a place stands in the same part of a sentence as one of the words of a deed."""
    bounds = [(sentence.start, parts[0].first), *((p.first, p.end) for p in parts)]
    first, end = next((a, b) for a, b in bounds if a <= place.i < b)
    return any(first <= n < end for n in group)


def is_fine(place: PlaceRef) -> bool:
    """Whether a place is a district or finer, of which a deed has one."""
    return place.place is not None and place.place.coarseness <= DISTRICT
