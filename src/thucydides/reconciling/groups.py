"""Groups: whom a count counts, as a key that one can compare ("two Tajik officers" and "two border guards" are Tajik state
forces).

Invariant: a key is (category, nationality, noun); the noun is "" where category or nationality already tell the group.
"""

import re
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from thucydides.nouns import Passage, Quantity
from thucydides.reconciling.words import words
from thucydides.vocabulary import mapping

GroupKey: TypeAlias = tuple[str, str, str]
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
EVERYBODY: GroupKey = ("", "", "")
_ARTICLES = frozenset({"a", "an", "the", "another", "other", "others", "some", "more", "all", "his", "her", "their"})
_SIDES = frozenset({"state forces", "rebels", "militia", "external forces", "criminals"})
_OF = frozenset({"number", "numbers", "body", "bodies", "remains", "corpse", "corpses"})
_HARM = frozenset({"death", "deaths", "fatality", "fatalities", "casualty", "casualties", "losses"})
_EMPTY = frozenset({"", "wounded", "injured", "killed", "dead"})


class GroupCount(Struct, frozen=True, gc=False):
    """How many of one group a telling counts; `settles` where the number is that of the whole group, not of some of it."""

    key: GroupKey
    label: str
    quantity: Quantity
    settles: bool
    side: str | None = None
    perpetrator: bool = False
    claims: tuple[str, ...] = ()
    passage: Passage | None = None


@cache
def head(group: str) -> str:
    """The noun of a group wording, singular where that is plain: "alleged intruders" -> "intruder"."""
    tokens = _TOKEN.findall(group.casefold().split(" from ")[0].split(" of ")[0])
    return singular(tokens[-1]) if tokens else ""


_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "gunmen": "gunman",
    "servicemen": "serviceman",
    "militiamen": "militiaman",
    "thieves": "thief",
    "police": "police",
    "troops": "troop",
    "forces": "force",
}


def plural(noun: str) -> str:
    """The plural of an English noun by its ending; irregular ones by table."""
    many = next((p for p, one in _IRREGULAR.items() if one == noun), None)
    if many is not None or singular(noun) != noun:
        return many or noun
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


@cache
def singular(noun: str) -> str:
    """The singular of an English plural by its ending; irregular ones by table."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def everybody(group: str, nationality: str | None) -> bool:
    """Whether a wording counts all people rather than a group of them."""
    return nationality is None and all(t in words("whole") for t in _TOKEN.findall(group.casefold()))


def beside(group: str) -> bool:
    """Whether a wording counts people beside others told before ("three others")."""
    tokens = _TOKEN.findall(group.casefold())
    return any(t in words("beside") for t in tokens) and all(t in words("beside") | words("whole") for t in tokens)


def demographic(group: str) -> bool:
    """Whether a wording cuts across sides (women, children, workers)."""
    return head(group) in words("demographic") or f"{head(group)}s" in words("demographic")


def group_key(group: str, category: str, nationality: str | None) -> GroupKey:
    """The key of a group; demographic and uncategorised nouns stand for themselves."""
    if everybody(group, nationality) and category not in _SIDES:
        return EVERYBODY
    known = "" if category == "unknown" else category
    if demographic(group) and nationality is None:
        return (known, "", head(group))
    return (known, nationality or "", "" if known or nationality else head(group))


@cache
def clean_label(group: str) -> str:
    """A group wording without its article and number: "another two Chinese nationals" -> "Chinese nationals"; "" where nothing
    is left.
    """
    numbers = mapping("numbers")
    small = {*numbers["units"], *numbers["tens"], *_ARTICLES}
    tokens = group.split()
    while tokens and (tokens[0].casefold() in small or tokens[0].isdigit()):
        tokens.pop(0)
    if len(tokens) > 2 and tokens[1].casefold() == "of" and tokens[0].casefold() in _OF:
        return clean_label(" ".join(tokens[2:]))  # "the bodies of five miners", "a number of fighters"
    if len(tokens) == 1 and tokens[0].casefold() in numbers["ordinals"]:
        return ""  # "a fifth"
    if len(tokens) > 1 and tokens[-1].casefold() in _HARM:
        return " ".join([*tokens[:-2], plural(tokens[-2])]) if singular(tokens[-2].casefold()) in _nouns() else ""  # "civilian deaths"
    text = " ".join(
        t if not t.istitle() or n == 0 or singular(t.casefold()) not in _nouns() else t.casefold() for n, t in enumerate(tokens)
    )
    return "" if text.casefold() in _EMPTY else text


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for nouns in mapping("groups")["groups"].values() for noun in nouns)


def holds(outer: GroupKey, inner: GroupKey) -> bool:
    """Whether everyone of the inner group belongs to the outer one, going by the keys alone."""
    if outer in (EVERYBODY, inner):
        return True
    category, nationality, noun = outer
    return not noun and (not category or category == inner[0]) and (not nationality or nationality == inner[1])


def apart(one: GroupKey, other: GroupKey) -> bool:
    """Whether nobody can belong to both: different categories or different nationalities."""
    return bool((one[0] and other[0] and one[0] != other[0]) or (one[1] and other[1] and one[1] != other[1]))


@cache
def alike_nouns(one: str, other: str, category: str) -> bool:
    """Whether two nouns of one side say the same of its people: all of those who fight a state do, and of forces the nouns of one service
    ("policemen" and "officers") and those that any of their men are called by ("troops")."""
    if category in FIGHTERS:
        return True
    services = mapping("reconciling")["services"].values()
    loose = words("men")
    return category in _SIDES and (bool({one, other} & loose) or any({one, other} <= set(service) for service in services))


FIGHTERS = frozenset({"rebels", "militia", "criminals"})
"""Categories of those who fight for no state."""


@cache
def category_of(noun: str) -> str:
    """The category that the group vocabulary gives a noun in the singular, "" where it has none."""
    for category, nouns in mapping("groups")["groups"].items():
        if noun in nouns:
            return str(category)
    return ""
