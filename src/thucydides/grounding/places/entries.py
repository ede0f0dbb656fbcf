"""Entries: names between the day that opens an entry of a list and its colon: "9 March, Kidal: ...", "Feb. 17: Ankara, Mall Road: ..."."""

from functools import cache

from thucydides.grounding.places.tokens import Tokens
from thucydides.vocabulary import mapping

_WORDS = 6
"""Words of a place with the quarter or the street of it, at most."""
_JOINED = frozenset({" ", ", ", " (", "-", "–"})
_BEHIND_DAY = frozenset({",", ":", "–", "—", "-", ".,"})


def heads_entry(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens `first`..`last` stand between the day that opens an entry and its colon, alone or with what they lie in."""
    return _ends_head(tokens, last) and _behind_day(tokens, first)


def heads_line(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens `first`..`last` open a short line of their own behind whose colon people are harmed: "Jakarta: nine killed as bomb
    explodes"."""
    if last + 1 >= len(tokens) or not tokens.gaps[last + 1].startswith(": ") or "\n" not in tokens.gaps[first]:
        return False
    for at in range(last + 1, min(last + 1 + _LINE, len(tokens))):
        if at > last + 1 and (gap := tokens.gaps[at]).strip(" ,'’‘“”\"-–"):
            return False if "\n" not in gap else _harmed(tokens, last + 1, at)
    return last + 1 + _LINE >= len(tokens) and _harmed(tokens, last + 1, len(tokens))


def _harmed(tokens: Tokens, first: int, until: int) -> bool:
    return any(t.lower in _HARM for t in tokens[first:until])


_LINE = 16
_HARM = frozenset(
    {"killed", "kills", "kill", "dead", "die", "dies", "died", "wounded", "wounds", "injured", "injures", "shot", "murdered", "massacred"}
)


def _ends_head(tokens: Tokens, last: int) -> bool:
    for at in range(last + 1, min(last + 2 + _WORDS, len(tokens))):
        if tokens.gaps[at].startswith((":", "):")):
            return True
        if tokens.gaps[at] not in _JOINED or not (tokens[at].cap or tokens[at].lower in _small()):
            return False
    return False


def _behind_day(tokens: Tokens, first: int) -> bool:
    at = first - 1
    while at > max(0, first - 1 - _WORDS) and tokens[at].cap and tokens.gaps[at + 1] in _JOINED and not _month(tokens, at):
        at -= 1
    if at < 0 or tokens.gaps[at + 1].strip() not in _BEHIND_DAY:
        return False
    day = tokens[at].text.isdigit() or _month(tokens, at)
    return day and any(tokens.opens(a) and any(tokens[i].text.isdigit() for i in range(a, at + 1)) for a in range(max(0, at - 3), at + 1))


def _month(tokens: Tokens, at: int) -> bool:
    return tokens[at].lower.rstrip(".") in _months()


@cache
def _small() -> frozenset[str]:
    """Small words of a name's kind: "Karrada district"."""
    kinds = {"district", "province", "county", "state", "area", "quarter", "town", "city", "village", "street", "road", "camp"}
    return frozenset(kinds | {"near", "of", "the"})


@cache
def _months() -> frozenset[str]:
    words = mapping("dates")["words"]
    return frozenset((*words["month"], *words["shortmonth"]))
