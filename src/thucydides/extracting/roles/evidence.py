"""Evidence: what the program's lists know of a name, and the way through the sentence tree from a noun to a deed."""

from calendar import day_name, month_name
from functools import cache

from spacy.tokens import Token

from thucydides.extracting.roles.candidates import climb

LONGEST = 5
"""Steps of the longest way through the tree that is looked at."""
_CALENDAR = frozenset(word.lower() for word in (*month_name[1:], *day_name))


@cache
def known(name: str) -> tuple[str, ...]:
    """What lists say of a name: a month or weekday, a country or the people of one, the kinds of the party that bears it."""
    from thucydides.grounding.actors.countries import country_of_name, demonym_countries
    from thucydides.grounding.actors.list import actor
    from thucydides.grounding.actors.names import find_names
    from thucydides.grounding.actors.tokens import tokens

    words = name.split()
    out = ["calendar"] if words[-1].lower() in _CALENDAR else []
    out += ["country"] if country_of_name(name) else []
    out += ["demonym"] if any(demonym_countries(w) for w in words) else []
    out += [f"party-{kind}" for match in find_names(tokens(name)) for kind in sorted({actor(a).kind for a in match.actors})]
    return tuple(dict.fromkeys(out))


def path_to(noun: Token, deed: Token) -> str:
    """The relations from a noun up to the word it shares with a deed and down to the deed; "" where they are far apart."""
    first = climb(noun)
    up = [first, *first.ancestors]
    down = [deed, *deed.ancestors]
    shared = next((t for t in up if t in down), None)
    if shared is None:
        return ""
    left = [_step(t) for t in up[: up.index(shared)]]
    right = [_step(t) for t in reversed(down[: down.index(shared)])]
    if len(left) + len(right) > LONGEST:
        return ""
    return f"{'<'.join(left)}^{'>'.join(right)}"


def _step(token: Token) -> str:
    return token.lower_ if token.dep_ == "prep" else token.dep_
