"""Unlisted groups: capitalised names that no list holds and that their own words make a group's.

Invariants: a group has no entry and no country; a line in capitals names none; a listed name is never part of one.
"""

from thucydides.grounding.actors.descriptions import is_number, phrases_of, words_of
from thucydides.grounding.actors.parties import Party, group_kind
from thucydides.grounding.actors.tokens import Tokens
from thucydides.grounding.actors.walks import Scene
from thucydides.nouns.actor import ActorKind
from thucydides.vocabulary import mapping

_JOINS = frozenset({"of", "the", "for", "and", "de", "del", "la", "al", "e", "i", "ul", "wal"})
"""Small words within the names of groups."""


def unlisted_groups(scene: Scene) -> list[Party]:
    """Rule `actor.unlisted`: capitalised names that their own words make a group's; never from a line in capitals."""
    t, out, i, size = scene.t, [], 0, len(scene.t.folded)
    while i < size:
        if not t.capital[i] or t.shouted[i] or i in scene.names_from:
            i += 1
            continue
        last = end = i + 1
        while end < size and t.joined[end] and end not in scene.names_from and (t.capital[end] or t.folded[end] in _JOINS):
            end += 1
            if t.capital[end - 1]:
                last = end
        first = i + 1 if t.folded[i] in ("the", "a", "an") or is_number(t, i) else i
        if last - first > 2 and t.folded[first] in words_of("members") and t.folded[first + 1] == "of":  # "Fighters of the Front"
            first += 3 if t.folded[first + 2] == "the" else 2
        so_named = _named_so(t, i)
        kind = so_named[1] if so_named is not None else group_kind(t, first, last)
        if kind is not None:
            name = t.text[t.starts[first] : t.ends[last - 1]]
            out.append(Party(first if so_named is None else so_named[0], last, None, name, kind, None))
        i = max(end, i + 1)
    return out


def _named_so(t: Tokens, first: int) -> tuple[int, ActorKind] | None:
    """(token of the noun, kind) of a group whose name begins at a token by the words before: "a militia known as the Sons of the River"."""
    at = first - 1 if first and t.folded[first - 1] in ("the", "a", "an") else first
    for length in range(4, 0, -1):
        noun = at - length - 1
        if noun >= 0 and t.folded[at - length : at] in phrases_of("naming"):
            kinds: dict[str, ActorKind] = mapping("actor_words")["named_groups"]
            return (noun, kinds[t.folded[noun]]) if t.folded[noun] in kinds else None
    return None


def of_a_group(party: Party, groups: list[Party]) -> bool:
    """Whether a description of nobody's forces is a word of a rebel group's name ("Army" of "the Liberation Army") or what a group is
    that is named behind it ("a militia known as ...")."""
    loose = party.actor_id is None and party.generic and party.country is None
    within = any(g.kind == "rebel group" and g.first <= party.first and party.last <= g.last for g in groups)
    return loose and (within or any(g.first == party.last - 1 for g in groups))
