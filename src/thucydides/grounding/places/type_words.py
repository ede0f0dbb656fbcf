"""Type words: the words beside a name that say what kind of place it is: "Darvoz district", "Lake Chad", "the village of Ruzvayak"."""

from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.matches import is_country
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens


def take_type_words(tokens: Tokens, name: Name, words: Lexicon, gazetteer: Gazetteer, floor: int) -> None:
    """Take type words into the name: after it ("Darvoz district"), before it ("Lake Chad", "the village of Ruzvayak")."""
    if tokens[name.last].possessive and is_country(gazetteer, name.key):
        return  # "a suburb of Lebanon's capital": what is in it is its capital's
    if name.kind == "abbreviation":
        return
    name.core = name.last
    own = tokens[name.last].lower
    if own in words.types and name.last > name.first:
        name.type_word, name.types = own, words.types[own]
    elif (
        tokens[name.first].lower in words.before
        and name.last > name.first
        and tokens[name.first].lower not in _OWN
    ):
        name.type_word, name.types = tokens[name.first].lower, words.before[tokens[name.first].lower]
    elif name.last + 1 < len(tokens) and tokens[name.last + 1].typed and not tokens[name.last].possessive:
        nxt = tokens[name.last + 1]
        two = nxt.lower + (" " + tokens[name.last + 2].lower if name.last + 2 < len(tokens) else "")
        three = two + (" " + tokens[name.last + 3].lower if name.last + 3 < len(tokens) else "")
        if tokens.gaps[name.last + 1] in (" ", "-"):
            for word, count in ((three, 3), (two, 2), (nxt.lower, 1)):
                if (
                    word in words.types
                    and (nxt.cap or _can_be(word, name, words, gazetteer))
                    and word.count(" ") + 1 == count
                    and _typed(word, tokens, name, words)
                    and not (
                        _of_next(name.last + count, tokens, words, gazetteer)
                        and _large(name, gazetteer)
                        and not (word in QUARTERS and _of_city(name, name.last + count, tokens, gazetteer))
                    )
                ):
                    name.type_word, name.types = word, words.types[word]
                    name.last += count
                    if name.kind == "place" and word in _BUILT:
                        name.numbers = tuple(sorted({*name.numbers, *gazetteer.find(f"{name.key} {word}")}))
                    break
    if not name.types and name.first - 1 > floor:
        before = tokens[name.first - 1]
        if before.lower in words.before and tokens.gaps[name.first] in (" ", ". "):
            name.type_word, name.types = before.lower, words.before[before.lower]
            name.first -= 1
            if name.kind == "place" and name.types[0] in ("water", "mountain"):
                longer = gazetteer.find(before.key + " " + name.key)
                name.numbers = tuple(sorted({*name.numbers, *longer}))
        elif before.lower in _OF and name.first - 2 > floor and tokens.gaps[name.first - 1] == tokens.gaps[name.first] == " ":
            kind = tokens[name.first - 2].lower
            of_another = kind in QUARTERS and name.first > 2 and tokens[name.first - 3].cap  # "the Gulshan quarter of Dhaka"
            of_another = of_another or (before.lower == "of" and _one_of(tokens, name.first - 2, kind))
            if kind in words.types and (not kind.endswith("s") or kind in ("towns", "cities")) and not of_another:
                name.type_word, name.types = kind, words.types[kind]
                name.first -= 2
    if name.kind == "demonym" and name.types:
        after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
        if name.numbers and after != "of" and name.type_word in ("province", "district", "county", "oblast", "region"):
            name.kind = "place"
        else:
            name.last, name.first, name.types, name.type_word = name.core, name.core_first, (), ""


_OWN = frozenset({"port", "city", "island", "colonia", "barrio"})
"""Type words that are part of a name which the gazetteer has: "Colonia del Sacramento" is no quarter."""
_OF = frozenset({"of", "called", "named"})
"""Between a type word and its name: "the village of Kaya", "a village called Kaya"."""


TOWNS = frozenset({
    "village", "town", "city", "suburb", "township", "hamlet", "settlement", "port", "neighborhood", "neighbourhood", "quarter",
    "municipality", "commune", "locality", "community", "camp",
})  # fmt: skip
"""Type words of what lies in a province or a town."""


def _of_next(last: int, tokens: Tokens, words: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a type word is that of the next name, which lies in the one before it: "the Idlib town of Saraqib", not "Lagos city of
    Nigeria" and not "Bulbul village of Anantnag district"."""
    if tokens[last].lower not in TOWNS or last + 2 >= len(tokens) or tokens[last + 1].lower not in _OF or not tokens[last + 2].cap:
        return False
    end = last + 2
    while end + 1 < len(tokens) and tokens[end + 1].cap and tokens.gaps[end + 1] in (" ", "-"):
        end += 1
    if tokens[end].lower in words.types or (end + 1 < len(tokens) and tokens[end + 1].lower in words.types):
        return tokens[end].lower in TOWNS
    return not is_country(gazetteer, " ".join([token.key for token in tokens[last + 2 : end + 1]]))


def _large(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name is one of a region, a province, a district or a city, in which towns and quarters lie."""
    return any(
        gazetteer.kind(number) in ("admin1", "admin2", "region") or gazetteer.entry(number).population >= _CITY
        for number in name.numbers[:_FIRST]
    )


_CITY, _FIRST = 200_000, 20
_BUILT = frozenset({"dam", "camp", "bridge", "prison"})
"""Type words of what has an entry of its own, called after a town: "Haditha dam"."""
_PARTED = frozenset({"hamlet", "village", "suburb", "town", "district", "neighborhood", "neighbourhood", "quarter", "township"})


def _one_of(tokens: Tokens, at: int, kind: str) -> bool:
    """Whether a type word speaks of one of several that a place has, the one told before it: "San José, a hamlet of Apartadó"."""
    if kind not in _PARTED or at < 2:
        return False
    while at > 2 and tokens.gaps[at] == " " and not tokens[at - 1].cap and tokens[at - 1].lower not in ("a", "an", "another"):
        at -= 1  # "a poor hamlet of"
    return tokens[at - 1].lower in ("a", "an", "another") and tokens.gaps[at - 1] == ", " and tokens[at - 2].cap


QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter", "district", "area"})


def _of_city(name: Name, last: int, tokens: Tokens, gazetteer: Gazetteer) -> bool:
    """Whether what follows a type word and "of" is a city larger than any town of the name before it: "the Mayo neighbourhood of Khartoum"
    is a part of Khartoum."""
    end = last + 2
    while end + 1 < len(tokens) and tokens[end + 1].cap and tokens.gaps[end + 1] in (" ", "-") and not tokens[end].possessive:
        end += 1
    key = " ".join([token.key for token in tokens[last + 2 : end + 1]])
    city = max((gazetteer.entry(n).population for n in gazetteer.find(key)[:_FIRST] if gazetteer.kind(n) == "settlement"), default=0)
    own = max((gazetteer.entry(n).population for n in name.numbers[:_FIRST] if gazetteer.kind(n) == "settlement"), default=0)
    return city >= _CITY and city > own


def _can_be(word: str, name: Name, words: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a natural feature of that type has the name: "the Texas lake" is not a lake named Texas."""
    kinds = words.types[word]
    if kinds[0] not in ("water", "mountain", "island"):
        return True
    return any(gazetteer.kind(number) in kinds for number in name.numbers[:40])


def _typed(word: str, tokens: Tokens, name: Name, words: Lexicon) -> bool:
    """Whether a word after a name is its type and not the start of something else ("Lincoln County" but not "Boston area man")."""
    if word in (
        "state",
        "states",
        "city",
        "area",
        "port",
        "camp",
        "capital",
        "settlement",
        "quarter",
        "pass",
        "towns",
        "village",
        "villages",
    ):
        at = name.last + 1
        of = word == "quarter" and at + 1 < len(tokens) and tokens[at + 1].lower in ("of", "in")
        return tokens[at].cap or of or word in ("area", "state", "camp", "village", "city")
    return True
