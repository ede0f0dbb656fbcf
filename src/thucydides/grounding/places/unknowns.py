"""Unknowns: capitalised names that no gazetteer holds and that the words around them tell to be places."""

from thucydides.grounding.ordinary import is_ordinary
from thucydides.grounding.places.lexicon import Lexicon, lexicon
from thucydides.grounding.places.matches import JOINERS
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens

_LEAST_RESPELT = 5  # letters of an unknown name after a preposition alone that may be a respelling of a known one
_PEOPLE_OF = frozenset({"people", "residents", "inhabitants", "outskirts", "countryside", "suburbs", "villagers"})


def unknown_name(tokens: Tokens, at: int, words: Lexicon) -> Name | None:
    """A capitalised name that no gazetteer holds, told to be a place by a type word after it ("Dovang district") or what follows; or one
    word after a preposition, which is a place only where it proves to be a known one respelt ("outside Zaporizhia")."""
    j = at
    while j + 1 < len(tokens) and j - at < 3 and tokens[j + 1].cap and tokens.gaps[j + 1] in JOINERS and not tokens[j].possessive:
        if tokens[j + 1].lower in words.types:
            break
        j += 1
    nxt = tokens[j + 1] if j + 1 < len(tokens) else None
    key = " ".join(t.key for t in tokens[at : j + 1])
    single = at == j and (
        tokens[at].lower in words.sets["common"] or tokens[at].lower in words.sets["never"] or tokens[at].lower in words.types
    )
    if not key or single or tokens[at].lower in words.prepositions or (at < j and tokens[at].lower in words.sets["never"]):
        return None
    typed = nxt is not None and tokens.gaps[j + 1] == " " and nxt.lower in words.sets["unknown_types"]
    if typed and nxt is not None and nxt.cap:
        beyond = tokens[j + 2] if j + 2 < len(tokens) else None
        typed = nxt.lower not in ("department", "agency", "division") and (beyond is None or not beyond.cap or tokens.gaps[j + 2] != " ")
    before = tokens[at - 1] if at else None
    of = before is not None and before.lower == "of" and at > 1 and tokens[at - 2].lower in words.sets["unknown_types"]
    of = of and not tokens[at - 2].cap
    if (typed and not tokens[j].possessive) or of:
        return Name("unknown", at, j, key, at, j)
    if (
        before is not None
        and (before.lower in lexicon().sets["leads_to"] or _of_a_place(tokens, at, words))
        and tokens.gaps[at] == " "
        and (_leads_on(tokens, j) or (at == j and len(key) >= _LEAST_RESPELT and not tokens[at].possessive))
        and not (at == j and is_ordinary(tokens[at].text))  # "Hostages Still in Danger"
        and not ordinary(tokens, at, j, words)
    ):
        return Name("unknown", at, j, key, at, j)
    return None


def _of_a_place(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether "of" and the word before it say that a place follows: "east of Kuriga", "the people of Kuriga"."""
    return at > 1 and tokens[at - 1].lower == "of" and (tokens[at - 2].lower in words.directions or tokens[at - 2].lower in _PEOPLE_OF)


def _leads_on(tokens: Tokens, j: int) -> bool:
    """Whether what follows may say what the name lies in: "Kuriga in Nigeria's Kaduna state", "Kuriga, Kaduna"."""
    if j + 1 >= len(tokens) or tokens[j].possessive:
        return False
    nxt, gap = tokens[j + 1], tokens.gaps[j + 1]
    return (gap == " " and nxt.lower == "in") or (gap in (", ", " (") and (nxt.cap or nxt.lower in ("in", "a")))


def ordinary(tokens: Tokens, first: int, last: int, words: Lexicon) -> bool:
    """Whether any word of the stretch is one that names people, things or times rather than places."""
    for token in tokens[first : last + 1]:
        word = token.lower
        if (
            word in words.sets["never"]
            or word in words.sets["common"]
            or word in words.given
            or word in words.sets["people_titles"]
        ):
            return True
        if (
            word in words.sets["local_organisations"]
            or word in words.sets["brand_organisations"]
            or word in words.sets["streets"]
        ):
            return True
        if word in words.demonyms or len(word) < 3:
            return True
    return False
