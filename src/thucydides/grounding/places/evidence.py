"""Evidence: what the words around a name say for or against its being a place, as a set of short words on the name."""

from collections.abc import Collection
from functools import cache

from thucydides.grounding.places.deeds import FALLS, WAS, deed_of, names_a_deed, struck
from thucydides.grounding.places.entries import heads_entry
from thucydides.grounding.places.hyphens import is_joined
from thucydides.grounding.places.lexicon import Lexicon, lexicon
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens

PLAIN_GAPS = frozenset({" ", "-", "–", "‑"})
_SURE = frozenset({"prep", "dateline", "holds"})


def look(tokens: Tokens, name: Name, words: Lexicon, persons: set[int], surnames: set[str], ends: set[int]) -> None:
    """Fill `name.evidence`: prep, taken (by a verb of force: "captured X"), of, person, surname, brand, org, street, run-before,
    run-after, common, opens, dateline, given (a given name), upper (all capitals), acronym, hyphened, joined (a half of
    a longer name with a hyphen), possessive, speaks, number-before, article, part, house.

    `ends` are the last tokens of the document's names, so that "Panji Poyon–Sherkhan Bandar" is two names and not one long one.
    """
    found, sets = name.evidence, words.sets
    first, last = name.core_first, name.core
    single = first == last
    head = tokens[first]
    tail = head if single else tokens[last]
    if tail.possessive:
        found.add("possessive")
    if head.upper and head.size > 3:
        found.add("upper")
    if single and head.upper and 1 < head.size <= _LETTERS and not _among_capitals(tokens, first):
        found.add("acronym")
    if single and head.lower in words.given:
        found.add("given")
    if first in persons or last in persons or (last > first + 1 and any(at in persons for at in range(first, last))):
        found.add("person")
        return
    if single:
        if name.key in surnames:
            found.add("surname")
        if (head.lower in sets["common"] or head.lower in sets["never"]) and head.text not in ("US", "UK", "UAE"):
            found.add("common")
    elif tail.lower in sets["streets"] and tail.lower not in words.types:
        found.add("street")
    if is_joined(tokens, name, words):
        found.add("joined")
    if tokens.opens(name.first):
        found.add("opens")
    if head.upper and name.kind == "place" and last + 1 < len(tokens) and tokens.opens(first):
        nxt, gap = tokens[last + 1], tokens.gaps[last + 1]
        if len(gap) > 1 and gap.strip(" .") in _OF_DATELINE and not (nxt.upper and gap == " "):
            found.add("dateline")
    if name.first:
        if heads_entry(tokens, name.first, name.last):
            found.add("listed")
        before = tokens[name.first - 1]
        if before.lower == "of" and name.first > 1 and tokens[name.first - 2].lower in ("block", "intersection", "corner"):
            found.add("street")  # "the 3100 block of Mount Pleasant"
        if (before.cap or before.lower in _BEFORE_REGION) and _after_movement(tokens, name):
            found.add("movement")
        _before(tokens, name, words, found, ends)
    told = _told_after(tokens, name.last + 1)
    if told:
        _after(tokens, name, words, found)
    if deed_of(tokens, name.first, words) or (told and (names_a_deed(tokens, name.last, words) or struck(tokens, name.last + 1, words))):
        found.add("struck")


_LETTERS = 5
"""Letters of the short name of a body at most."""


def _among_capitals(tokens: Tokens, at: int) -> bool:
    """Whether a word stands in a line of capitals."""
    beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return any(t.upper and t.size > 1 for t in beside)


@cache
def _words_after() -> frozenset[str]:
    """The lower-case words behind a name that tell anything of it."""
    sets = lexicon().sets
    told = ("particles", "playing", "speaking", "deeds_named", "sites_named", "halls_named")
    return WAS.union(FALLS, _BODIES, *(sets[name] for name in told))


def _told_after(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a name, from `at` on, tells anything of it."""
    if at >= len(tokens) or (gap := tokens.gaps[at]) not in PLAIN_GAPS:
        return at < len(tokens) and gap == " (" and tokens[at].lower in lexicon().sets["halls_named"]
    return gap != " " or tokens[at].cap or tokens[at].lower in _words_after()


_OF_DATELINE = frozenset({"-", "–", "—", "--", ",", "(", ":", "/"})
_BEFORE_REGION = frozenset({"the", "in", "of", "islamic", "greater"})


def _after_movement(tokens: Tokens, name: Name) -> bool:
    """ "Islamic State in Khorasan Province", "al-Qaeda in the Islamic Maghreb": part of a movement's name, not where it is."""
    at = name.first - 1
    if tokens[name.first].lower == "state" and tokens[at].lower == "islamic":
        return True
    if tokens[name.last].lower not in lexicon().sets["branches"] and not name.types:
        return False  # "members of Islamic State in Istanbul"
    while at >= 0 and tokens[at].lower in _BEFORE_REGION and name.first - at < 5:
        at -= 1
    if at < 0 or not tokens[at].cap:
        return False
    return tokens[at].key in ("qaeda", "qaida", "shabaab") or (
        tokens[at].lower == "state" and at > 0 and tokens[at - 1].lower == "islamic"
    )


def elsewhere(names: list[Name]) -> None:
    """Mark names that the same document uses elsewhere in a way that only a place is used."""
    sure = {n.key for n in names if n.container is not None or not n.evidence.isdisjoint(_SURE)}
    for name in names:
        if name.key in sure and name.container is None and name.evidence.isdisjoint(_SURE):
            name.evidence.add("elsewhere")


def _before(tokens: Tokens, name: Name, words: Lexicon, found: set[str], ends: set[int]) -> None:
    at = name.first - 1
    gap, before, sets = tokens.gaps[name.first], tokens[at], words.sets
    lower = before.lower
    if lower == "the" or before.possessive:
        found.add("article")
    elif lower in words.directions:
        found.add("part")  # "north Montgomery"
    if gap in PLAIN_GAPS:
        if before.cap:
            if gap == " " and lower in sets["clubs"]:
                found.add("brand")
            if not before.possessive and name.first == name.core_first and not tokens.opens(at):
                if before.title and lower not in _TITLES_OF_PLACES:
                    found.add("person")
                elif gap != " " and at in ends:
                    pass
                elif lower not in words.directions and lower not in words.prepositions and lower not in words.types:
                    found.add("run-before")
        elif not name.types and before.text.isdigit():
            found.add("number-before")
    if _names_vessel(tokens, name, sets["vessels"]) or (lower in _NAMED and gap in _QUOTED):
        found.add("brand")  # "the container ship Maersk Hangzhou", 'a new drone named "Yafa"'
    while (
        at >= 0
        and tokens.gaps[at + 1] in (" ", "-", " “", ' "')
        and (tokens[at].lower in sets["articles"] or tokens[at].lower in words.directions)
    ):
        at -= 1
    if at >= 0 and tokens.gaps[at + 1] in (" ", " “", ' "'):
        lower = tokens[at].lower
        if lower in sets["leading"]:
            found.add("prep")
            if lower in sets["striking"]:
                found.add("taken")
        elif lower == "of":
            found.add("prep" if at and tokens[at - 1].lower in _PARTS_OF else "of")


_NAMED = frozenset({"named", "called", "dubbed", "codenamed", "nicknamed"})
_QUOTED = frozenset({' "', " “", " ‘", " '", " ''"})
_NAME_OF_SHIP = 2


def _names_vessel(tokens: Tokens, name: Name, vessels: Collection[str]) -> bool:
    """Whether a name is, or ends, that of a ship: "the tanker Sounion", "the container ship ''Maersk Hangzhou''"."""
    for at in range(name.first - 1, max(-1, name.first - 2 - _NAME_OF_SHIP), -1):
        if tokens.gaps[at + 1] != " " and tokens.gaps[at + 1] not in _QUOTED:
            return False
        if tokens[at].lower in vessels:
            return True
        if not tokens[at].cap:
            return False
    return False


_PARTS_OF = frozenset({"districts", "areas", "suburbs", "neighbourhoods", "neighborhoods", "quarters", "outskirts", "villages", "towns"})
"""What a place has, so that its name follows: "the Hamidiya and Bab Qibli districts of Hama"."""


# Titles that a place's name follows as often as a person's.
_TITLES_OF_PLACES = frozenset({"mayor", "governor", "gov", "sheriff", "chief", "bishop", "general"})


def _after(tokens: Tokens, name: Name, words: Lexicon, found: set[str]) -> None:
    at = name.last + 1
    if at >= len(tokens) or tokens[at - 1].possessive:
        return
    nxt, gap, sets = tokens[at], tokens.gaps[at], words.sets
    lower = nxt.lower
    if name.type_word and gap == " " and name.type_word in ("city", "town", "county") and tokens[at - 1].cap and lower in sets["playing"]:
        found.add("brand")  # "Manchester City beat ..."
    if gap in (" ", " (") and lower in sets["halls_named"]:
        found.add("house")  # "the Ouagadougou (conference) center"
    if gap in PLAIN_GAPS:
        if not nxt.cap and gap in ("-", "‑") and lower not in _JOINED_WITH:
            found.add("hyphened")
        if nxt.cap and (lower in sets["streets"] or lower in _GATES):
            found.add("street")  # "Elm Avenue", "the Damascus Gate" of Jerusalem
        elif nxt.cap or lower in _BODIES:
            if lower in sets["brand_organisations"] or (lower == "air" and _lines(tokens, at + 1)):
                found.add("brand")
            elif lower in sets["local_organisations"]:
                found.add("org")
            elif nxt.cap and gap == " " and lower not in words.types and lower not in sets["directions"]:
                found.add("run-after")
        elif lower in sets["particles"] and at + 1 < len(tokens) and tokens[at + 1].cap and gap == tokens.gaps[at + 1] == " ":
            found.add("run-after")  # "Kampi ya Moto", of which no entry is found
        if lower in sets["speaking"] and "prep" not in found:
            found.add("speaks")


_BODIES = frozenset({"police", "residents", "officials"})
_GATES = frozenset({"gate", "checkpoint", "junction", "roundabout", "intersection"})
"""What is called after the place to which a road from it leads."""
_JOINED_WITH = frozenset({"based", "born", "backed", "led", "held", "controlled", "area", "occupied"})


def _lines(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].lower == "lines"
