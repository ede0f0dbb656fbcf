"""Countries that stand for a party: their forces by what only forces use, their people, or their government.

Invariants: a word that several countries share stands for one only where the text names that one; a place where something was is no party.
"""

from thucydides.grounding.actors.descriptions import phrases_of, words_of
from thucydides.grounding.actors.list import actor, state_actor_id
from thucydides.grounding.actors.parties import Party, as_armed, one_country
from thucydides.grounding.actors.tokens import Tokens
from thucydides.grounding.actors.walks import Scene


def arms(scene: Scene) -> list[Party]:
    """Rule `actor.arms`: a nationality or a country's name right before what only forces use or do: "Israeli air strikes", "a US drone"."""
    t, out = scene.t, []
    for found in scene.countries_from.values():
        code = one_country(found.word.countries, scene.mentioned)
        longest = max((n for n in range(1, _ARMS + 1) if _joined(t, found.last, n) in phrases_of("arms")), default=0)
        if code is None or found.word.kind == "people" or not longest:
            continue
        place = found.word.kind == "seat" and not found.word.always and not t.possessive[found.last - 1]
        if place or (found.word.kind == "name" and t.folded[found.last + longest - 1] in words_of("struck_places")):
            continue  # "the Bamako bombings", "Mali gunfire": where it was
        if found.first and t.joined[found.first] and t.folded[found.first - 1] in words_of("not_country_before"):
            continue
        meant = actor(state_actor_id(code, "military-forces"))
        out.append(Party(found.first, found.last, meant.id, meant.name, meant.kind, code, generic=True))
    return out


_ARMS = 2
"""Words of the longest wording for arms."""


def _joined(t: Tokens, first: int, length: int) -> tuple[str, ...]:
    """The words from a token on, where nothing but blanks or hyphens stands between them; nothing where they are not joined."""
    last = first + length
    if last > len(t.folded) or not all(t.joined[first:last]):
        return ()
    return tuple(t.folded[first:last])


def countries_standing(scene: Scene) -> list[Party]:
    """Rule `actor.metonym`: peoples as civilians ("Afghans"), seats of government, and countries and capitals as possible metonyms."""
    t, out = scene.t, []
    for found in scene.countries_from.values():
        word = found.word
        code = one_country(word.countries, scene.mentioned)
        if word.kind == "demonym" or code is None:
            continue
        if found.first and t.folded[found.first - 1] in words_of("not_country_before") and t.joined[found.first]:
            continue
        if found.last < len(t.folded) and t.gap(found.last) == "-" and t.folded[found.last] in words_of("suffixes"):
            continue  # "the Pakistan-based group" is not Pakistan
        identity = state_actor_id(code, "civilians" if word.kind == "people" else "government")
        meant = actor(identity)
        metonym = word.kind != "people" and not word.always
        party = Party(found.first, found.last, identity, meant.name, meant.kind, code, metonym, word.kind == "people")
        out.append(as_armed(t, party) if word.kind == "people" else party)
    return out
