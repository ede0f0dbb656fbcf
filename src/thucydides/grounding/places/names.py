"""Names: the stretches of a text that may name a place, with the words around them that bear on it. No choice is made here."""

from typing import Any

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import Lexicon, lexicon
from thucydides.grounding.places.tokens import Tokens, tokens_of

_JOINERS = frozenset({" ", "-", "–", "‑", " - "})
_DOTTED = frozenset({"st", "ste", "mt", "ft", "mts"})
_LONGEST = 6
_MOST_MEANINGS = 50_000
Meaning = tuple[str, tuple[int, ...], tuple[str, ...], int]  # the kind of a name, its entries, its countries, and the one entry it means
_LEAST_RESPELT = 5  # letters of an unknown name after a preposition alone that may be a respelling of a known one
_CAPITALS_ONLY = frozenset({"us", "uk", "uae", "usa", "drc", "car", "dc", "la"})  # words, unless written "US" or "U.S."


class Name:
    """A stretch of tokens `first`..`last` (both in it) that may name a place.

    `kind` is place, demonym, abbreviation or unknown (a capitalised name with a type word that no gazetteer holds). `core` is the
    last token of the name without its type word, `types` the kinds that its type word allows; `numbers` are entries. The rest is
    filled by later steps: `container` the name that holds it, `choice` the candidate chosen and `entry` its number, `score` how sure,
    `town` the town that it is a part of where no entry is meant,
    `rival` another candidate as likely as the choice.
    """

    __slots__ = ("abbreviation", "accepted", "choice", "container", "core", "core_first", "demonym", "entry", "evidence", "first", "fixed",
                 "key", "kind", "last", "numbers", "respelt", "rival", "score", "town", "type_word", "types")  # fmt: skip

    def __init__(self, kind: str, first: int, last: int, key: str, numbers: tuple[int, ...] = ()) -> None:
        self.kind, self.first, self.last, self.key, self.numbers = kind, first, last, key, numbers
        self.core_first, self.core = first, last
        self.types: tuple[str, ...] = ()
        self.type_word = ""
        self.demonym: tuple[str, ...] = ()
        self.abbreviation: tuple[str, str] | None = None
        self.container: Name | None = None
        self.choice: Any = None
        self.rival: Any = None
        self.entry: int | None = None
        self.town: Entry | None = None
        self.fixed = -1
        self.score = 0.0
        self.evidence: set[str] = set()
        self.accepted = False
        self.respelt = False


def scan(text: str, gazetteer: Gazetteer) -> tuple[Tokens, list[Name]]:
    """The tokens of a text and its names in order, longest match first, non-overlapping."""
    words = lexicon()
    tokens = tokens_of(text)
    names: list[Name] = []
    free = 0  # the first token that no name has taken
    for at in tokens.heads:
        if at < free:
            continue
        token = tokens[at]
        name = _abbreviation(tokens, at, words, names) if token.short else None
        name = name or _match(tokens, at, gazetteer, words)
        if name is None:
            if not (at and tokens[at - 1].brings) and not _unit_follows(tokens, at):
                continue
            name = _unknown(tokens, at, words)
            if name is None:
                continue
        if token.lower == "the" and name.last == at + 1:
            inner = _match(tokens, at + 1, gazetteer, words)
            name = inner if inner is not None and inner.last > name.last else name  # "The Rock Hill school": not The Rock
        _type_words(tokens, name, words, gazetteer, free - 1)
        names.append(name)
        free = name.last + 1
    return tokens, names


def _unit_follows(tokens: Tokens, at: int) -> bool:
    """Whether a word of a kind of place comes next, or after a few more words with capitals."""
    for after in range(at + 1, min(at + 5, len(tokens))):
        token = tokens[after]
        if token.unit:
            return True
        if not token.cap:
            return False
    return False


def _abbreviation(tokens: Tokens, at: int, words: Lexicon, names: list[Name]) -> Name | None:
    """A state's short form after a comma or bracket: "Rocky Mount, N.C.", "Rocky Mount (NC)"; dotted ones also alone, and with one
    point where a small word follows ("an Ill. man")."""
    token = tokens[at]
    if token.text == "W":
        if at + 1 == len(tokens) or tokens[at + 1].text != "Va":
            return None
        name = Name("abbreviation", at, at + 1, token.key)
        name.abbreviation = ("US", "West Virginia")
        return name
    end = tokens.end(at)
    pointed = "." in token.text or tokens.text[end : end + 1] == "."
    form = token.text + "." if pointed and "." not in token.text else token.text
    found = words.abbreviations.get(form) or words.abbreviations.get(token.text)
    if not found:
        return None
    next_to = bool(names) and names[-1].last == at - 1
    if token.text in ("D.C.", "DC") and next_to and names[-1].key == "washington":
        return None
    alone = pointed and form in words.abbreviations and at + 1 < len(tokens) and tokens.gaps[at + 1] == ". " and not tokens[at + 1].heads
    if token.text.count(".") < 2 and not alone and not (next_to and tokens.gaps[at].strip() in (",", "(")):
        return None
    name = Name("abbreviation", at, at, token.key)
    name.abbreviation = found
    return name


def _stretch(tokens: Tokens, at: int, through: bool = False) -> list[str]:
    """The keys of the words from `at` on that may be one name, up to a possessive, or with those within: "Cox's Bazar"."""
    before = tokens[at]
    keys = [before.key if before.key != "el" else "al"]
    for j in range(at + 1, min(len(tokens), at + _LONGEST)):
        token = tokens[j]
        gap = tokens.gaps[j]
        if before.possessive:
            if not (through and token.cap and gap == " "):
                break
            keys[-1] += "s"
        elif not (gap in _JOINERS or (gap == ". " and before.lower in _DOTTED)):
            break
        if not token.cap and not token.links and gap not in ("-", "‑"):
            break
        keys.append(token.key)
        before = token
    return keys


def _match(tokens: Tokens, at: int, gazetteer: Gazetteer, words: Lexicon) -> Name | None:
    """The longest stretch from `at` that the gazetteer or the demonyms hold."""
    token = tokens[at]
    if at + 1 < len(tokens):
        nxt = tokens[at + 1]
        gap = tokens.gaps[at + 1]
        if (nxt.cap or nxt.links or gap in ("-", "‑")) and (gap == " " or gap in _JOINERS or (gap == ". " and token.lower in _DOTTED)):
            found = _longest(tokens, at, gazetteer, words)
            if found is not None:
                return found
    key = token.key
    if not token.cap or len(key) < 2:
        return None
    alone: dict[str, Meaning | None] = gazetteer.meanings[True]
    meaning = alone[key] if key in alone else _meaning(key, True, gazetteer, words)
    if meaning is None or (token.never and not _then_unit(tokens, at)):
        return None
    if key in _CAPITALS_ONLY and not (token.text.isupper() or "." in token.text):
        return None
    return None if _goes_on(tokens, at) else _name(meaning, at, at, key)


def _longest(tokens: Tokens, at: int, gazetteer: Gazetteer, words: Lexicon) -> Name | None:
    """The longest name of several words from `at`."""
    one, two = tokens[at], tokens[at + 1]
    first = one.key if one.key != "el" else "al"
    if one.possessive:
        if not gazetteer.leads(first + "s", two.key):
            return None
    elif (
        first not in words.demonyms_lead
        and not gazetteer.leads(first, two.key)
        and not (two.possessive and gazetteer.leads(first, two.key + "s"))
    ):
        return None
    keys = _stretch(tokens, at)
    end = at + len(keys)
    if tokens[end - 1].possessive and end < len(tokens):
        found = _held(tokens, at, _stretch(tokens, at, through=True), len(keys), gazetteer, words)
        if found is not None:
            return found
    return _held(tokens, at, keys, 1, gazetteer, words)


def _held(tokens: Tokens, at: int, keys: list[str], least: int, gazetteer: Gazetteer, words: Lexicon) -> Name | None:
    """The longest name from `at` of more than `least` of the words of these keys."""
    if len(keys) <= least:
        return None
    joined = " ".join(keys)
    sizes = gazetteer.openings(joined)
    demonyms = keys[0] in words.demonyms_lead
    if not sizes and not demonyms:
        return None
    size = len(joined)
    for count in range(len(keys), least, -1):
        if size in sizes or (demonyms and joined[:size] in words.demonyms):
            last = at + count - 1
            if tokens[last].cap or tokens.gaps[last] in ("-", "‑"):
                meaning = _meaning(joined[:size], False, gazetteer, words)
                if meaning is not None:
                    return _name(meaning, at, last, joined[:size])
        size -= len(keys[count - 1]) + 1
    return None


_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "ibn", "ould"})


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a word is the first of a longer name that no gazetteer holds ("Dar al-Arqam"), and so no place by itself."""
    if at + 2 >= len(tokens):
        return False
    article = tokens[at + 1]
    if article.lower not in _ARTICLES:
        return False
    last = tokens[at + 2]
    before, behind = tokens.gaps[at + 1 : at + 3]
    joined = before in (" ", "-") and behind in ("-", "‑", " ")
    return joined and not (article.lower == "at" and behind == " ") and last.cap


def _name(meaning: Meaning, first: int, last: int, key: str) -> Name:
    name = Name(meaning[0], first, last, key, meaning[1])
    name.demonym, name.fixed = meaning[2], meaning[3]
    return name


def _meaning(key: str, single: bool, gazetteer: Gazetteer, words: Lexicon) -> Meaning | None:
    """What a key may mean, wherever it stands: what the demonyms or the gazetteer hold."""
    known: dict[str, Meaning | None] = gazetteer.meanings[single]
    if key in known:
        return known[key]
    if len(known) > _MOST_MEANINGS:
        known.clear()
    known[key] = found = _looked_up(key, single, gazetteer, words)
    return found


def _looked_up(key: str, single: bool, gazetteer: Gazetteer, words: Lexicon) -> Meaning | None:
    """What a key may mean; a name of one word that is that of a country is no demonym."""
    if key in words.sets["never_names"]:
        return None
    numbers = gazetteer.find(key)
    demonym = words.demonyms.get(key)
    if demonym and not (single and _is_country(gazetteer, key)):
        fixed = -1
        if key in words.peoples:
            kind, country, place = words.peoples[key]
            fixed = next((e.number for e in gazetteer.named(place, (kind,), country)), -1)
        return "demonym", numbers, demonym, fixed
    return ("place", numbers, (), -1) if numbers else None


def _then_unit(tokens: Tokens, at: int) -> bool:
    """Whether a comma and a capitalised word follow ("Independence, Mo."), or it is the short form of a country ("US")."""
    if tokens[at].text in ("US", "UK", "UAE", "U.S.", "U.K."):
        return True
    return at + 1 < len(tokens) and tokens.gaps[at + 1] == ", " and tokens[at + 1].cap and not tokens.opens(at)


def _is_country(gazetteer: Gazetteer, key: str) -> bool:
    return any(gazetteer.kind(number) == "country" for number in gazetteer.find(key)[:40])


def _unknown(tokens: Tokens, at: int, words: Lexicon) -> Name | None:
    """A capitalised name that no gazetteer holds, told to be a place by a type word after it ("Dovang district") or what follows; or one
    word after a preposition, which is a place only where it proves to be a known one respelt ("outside Zaporizhia")."""
    j = at
    while j + 1 < len(tokens) and j - at < 3 and tokens[j + 1].cap and tokens.gaps[j + 1] in _JOINERS and not tokens[j].possessive:
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
        return Name("unknown", at, j, key)
    if (
        before is not None
        and (before.lower in lexicon().sets["leads_to"] or _of_a_place(tokens, at, words))
        and tokens.gaps[at] == " "
        and (_leads_on(tokens, j) or (at == j and len(key) >= _LEAST_RESPELT and not tokens[at].possessive))
        and not _ordinary(tokens, at, j, words)
    ):
        return Name("unknown", at, j, key)
    return None


_PEOPLE_OF = frozenset({"people", "residents", "inhabitants", "outskirts", "countryside", "suburbs", "villagers"})


def _of_a_place(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether "of" and the word before it say that a place follows: "east of Kuriga", "the people of Kuriga"."""
    return at > 1 and tokens[at - 1].lower == "of" and (tokens[at - 2].lower in words.directions or tokens[at - 2].lower in _PEOPLE_OF)


def _leads_on(tokens: Tokens, j: int) -> bool:
    """Whether what follows may say what the name lies in: "Kuriga in Nigeria's Kaduna state", "Kuriga, Kaduna"."""
    if j + 1 >= len(tokens) or tokens[j].possessive:
        return False
    nxt, gap = tokens[j + 1], tokens.gaps[j + 1]
    return (gap == " " and nxt.lower == "in") or (gap in (", ", " (") and (nxt.cap or nxt.lower in ("in", "a")))


def _ordinary(tokens: Tokens, first: int, last: int, words: Lexicon) -> bool:
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


def _type_words(tokens: Tokens, name: Name, words: Lexicon, gazetteer: Gazetteer, floor: int) -> None:
    """Take type words into the name: after it ("Darvoz district"), before it ("Lake Chad", "the village of Ruzvayak")."""
    if tokens[name.last].possessive and _is_country(gazetteer, name.key):
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
        and tokens[name.first].lower not in ("port", "city", "island")
    ):
        name.type_word, name.types = tokens[name.first].lower, words.before[tokens[name.first].lower]
    elif name.last + 1 < len(tokens) and tokens[name.last + 1].typed and not tokens[name.last].possessive:
        nxt = tokens[name.last + 1]
        two = nxt.lower + (" " + tokens[name.last + 2].lower if name.last + 2 < len(tokens) else "")
        if tokens.gaps[name.last + 1] in (" ", "-"):
            for word, count in ((two, 2), (nxt.lower, 1)):
                if (
                    word in words.types
                    and (nxt.cap or _can_be(word, name, words, gazetteer))
                    and (" " in word) == (count == 2)
                    and _typed(word, tokens, name, words)
                ):
                    name.type_word, name.types = word, words.types[word]
                    name.last += count
                    break
    if not name.types and name.first - 1 > floor:
        before = tokens[name.first - 1]
        if before.lower in words.before and tokens.gaps[name.first] in (" ", ". "):
            name.type_word, name.types = before.lower, words.before[before.lower]
            name.first -= 1
            if name.kind == "place" and name.types[0] in ("water", "mountain"):
                longer = gazetteer.find(before.key + " " + name.key)
                name.numbers = tuple(sorted({*name.numbers, *longer}))
        elif before.lower == "of" and name.first - 2 > floor and tokens.gaps[name.first - 1] == tokens.gaps[name.first] == " ":
            kind = tokens[name.first - 2].lower
            if kind in words.types and (not kind.endswith("s") or kind in ("towns", "cities")):
                name.type_word, name.types = kind, words.types[kind]
                name.first -= 2
    if name.kind == "demonym" and name.types:
        after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
        if name.numbers and after != "of" and name.type_word in ("province", "district", "county", "oblast", "region"):
            name.kind = "place"
        else:
            name.last, name.first, name.types, name.type_word = name.core, name.core_first, (), ""


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
        return tokens[at].cap or word in ("area", "state", "camp", "village", "city")
    return True
