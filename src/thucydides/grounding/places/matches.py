"""Matches: the longest stretches of words that the gazetteer or the names of peoples hold."""

from thucydides.grounding.ordinary import is_ordinary
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.token import STATES, Token, ends_name
from thucydides.grounding.places.tokens import Tokens

JOINERS = frozenset({" ", "-", "–", "‑", " - "})
HYPHENS = frozenset({"-", "‑"})
_DOTTED = frozenset({"st", "ste", "mt", "ft", "mts"})
_LONGEST = 6
_MOST_MEANINGS = 50_000
Meaning = tuple[str, tuple[int, ...], tuple[str, ...], int]  # the kind of a name, its entries, its countries, and the one entry it means
UNKNOWN: Meaning = ("", (), (), -1)
_CAPITALS_ONLY = frozenset({"us", "uk", "uae", "usa", "drc", "car", "dc", "la"})  # words, unless written "US" or "U.S."
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "esh", "ez", "bin", "ibn", "ould"})
_ENGLISH = frozenset({"as", "an"})
"""Articles that are English words before an ordinary word: "Dozens Killed in Sudan as Rebels Advance"."""


def _stretch(tokens: Tokens, at: int, through: bool = False) -> list[str]:
    """The keys of the words from `at` on that may be one name, up to a possessive, or with those within: "Cox's Bazar"."""
    before, gaps = tokens[at], tokens.gaps
    keys = [before.key if before.key != "el" else "al"]
    for j in range(at + 1, min(len(tokens), at + _LONGEST)):
        token, gap = tokens[j], gaps[j]
        if before.possessive:
            if not (through and token.cap and gap == " "):
                break
            keys[-1] += "s"
        elif not (gap in JOINERS or (gap == ". " and before.lower in _DOTTED)):
            break
        if not token.joins and gap not in HYPHENS:
            break
        keys.append(token.key)
        before = token
    return keys


def longer_match(tokens: Tokens, at: int, gazetteer: Gazetteer, words: Lexicon) -> Name | None:
    """The longest stretch of several words from `at` that the gazetteer or the demonyms hold."""
    if at + 1 >= len(tokens):
        return None
    one, two, gap = tokens[at], tokens[at + 1], tokens.gaps[at + 1]
    if gap in HYPHENS and one.cap and two.cap and (both := _of_two(tokens, at, gazetteer)) is not None:
        return both
    if not (gap in JOINERS or (gap == ". " and one.lower in _DOTTED)) or not (two.joins or gap in HYPHENS):
        return None
    first = one.key if one.key != "el" else "al"
    if one.possessive:
        if two.key not in gazetteer.seconds[first + "s"]:
            return None
    elif (
        two.key not in (seconds := gazetteer.seconds[first])
        and first not in words.demonyms_lead
        and not (two.possessive and two.key + "s" in seconds)
    ):
        return None
    keys = _stretch(tokens, at)
    end = at + len(keys)
    if tokens[end - 1].possessive and end < len(tokens):
        found = _held(tokens, at, _stretch(tokens, at, through=True), len(keys), gazetteer, words)
        if found is not None:
            return found
    return _held(tokens, at, keys, 1, gazetteer, words)


def _of_two(tokens: Tokens, at: int, gazetteer: Gazetteer) -> Name | None:
    """A province called after two lands whose name a hyphen joins: "Sistan-Baluchestan" is Sistan and Baluchestan."""
    one, two = tokens[at].key, tokens[at + 1].key
    if "and" not in gazetteer.seconds[one]:
        return None
    key = f"{one} and {two}"
    numbers = gazetteer.find(key)
    provinces = any(gazetteer.kind(number) == "admin1" and gazetteer.entry(number).key == key for number in numbers)
    return Name("place", at, at + 1, key, at, at + 1, numbers) if provinces else None


def single_match(tokens: Tokens, at: int, behind: Token, meaning: Meaning, gazetteer: Gazetteer) -> Name | None:
    """The name of one word, of that meaning, that stands at `at` with another word behind it."""
    token = tokens[at]
    key = token.key
    if token.never and not _then_unit(tokens, at):
        return None
    if key in _CAPITALS_ONLY and not (token.text.isupper() or "." in token.text):
        return None
    if token.mixed:
        curated = _curated(meaning, gazetteer)
        if curated is None:
            return None
        meaning = curated
    if meaning[0] == "demonym" and behind.lower == "speaking":
        return None  # "the English-speaking regions": a tongue, and nobody's country
    if behind.lower in _ARTICLES and _goes_on(tokens, at):
        return None
    return Name(meaning[0], at, at, key, at, at, *meaning[1:])


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
            if ends_name(tokens[last]) or tokens.gaps[last] in ("-", "‑"):
                meaning = meaning_of(joined[:size], False, gazetteer, words)
                if meaning is not None:
                    return Name(meaning[0], at, last, joined[:size], at, last, *meaning[1:])
        size -= len(keys[count - 1]) + 1
    return None


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a word before an article is the first of a longer name that no gazetteer holds ("Dar al-Arqam"), and no place itself."""
    if at + 2 >= len(tokens):
        return False
    article, last = tokens[at + 1], tokens[at + 2]
    before, behind = tokens.gaps[at + 1 : at + 3]
    joined = before in (" ", "-") and behind in ("-", "‑", " ")
    english = article.lower == "at" or (article.lower in _ENGLISH and (is_ordinary(last.lower) or last.text.isupper()))
    return joined and not (english and behind == " ") and last.cap


def meaning_of(key: str, single: bool, gazetteer: Gazetteer, words: Lexicon) -> Meaning | None:
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
    if len(key) < 2 or key in words.sets["never_names"]:
        return None
    numbers = gazetteer.find(key)
    demonym = words.demonyms.get(key)
    if demonym and not (single and is_country(gazetteer, key)):
        fixed = -1
        if key in words.peoples:
            kind, country, place = words.peoples[key]
            fixed = next((e.number for e in gazetteer.named(place, (kind,), country)), -1)
        return "demonym", numbers, demonym, fixed
    return ("place", numbers, (), -1) if numbers else None


def _curated(meaning: Meaning, gazetteer: Gazetteer) -> Meaning | None:
    """What an abbreviation such as "LoC" may mean: a place listed by hand, and no code of a province somewhere."""
    kind, numbers, demonym, fixed = meaning
    listed = tuple(n for n in numbers if gazetteer.entry(n).identifier.startswith("curated:"))
    return (kind, listed, demonym, fixed) if listed or demonym else None


def _then_unit(tokens: Tokens, at: int) -> bool:
    """Whether a comma and a capitalised word follow ("Independence, Mo."), or it is the short form of a country ("US")."""
    if tokens[at].text in STATES:
        return True
    return at + 1 < len(tokens) and tokens.gaps[at + 1] == ", " and tokens[at + 1].cap and not tokens.opens(at)


def is_country(gazetteer: Gazetteer, key: str) -> bool:
    return any(gazetteer.kind(number) == "country" for number in gazetteer.find(key)[:40])
