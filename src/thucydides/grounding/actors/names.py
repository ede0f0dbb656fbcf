"""Names of listed parties in a text: longest match over folded words, acronyms settled by what else the text names.

Rules: `actor.name` (the longest name wins; a word that the list writes with a capital must have one in the text, an acronym must stand in
capitals, unless the whole line shouts) and `actor.ambiguous` (a name that several parties bear is read only where the text decides).
"""

import itertools
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from thucydides.grounding.actors.countries import country_index
from thucydides.grounding.actors.list import UNIDENTIFIED, actor, listed_actors
from thucydides.grounding.actors.tokens import NameWords, Tokens, name_words
from thucydides.vocabulary import mapping, table

_ACRONYM_LENGTH = 9


class _Name(Struct, frozen=True):
    words: tuple[str, ...]
    capital: tuple[bool, ...]
    acronym: bool
    actors: tuple[str, ...]


class NameMatch(Struct, frozen=True):
    """Tokens `[first, last)` name one of `actors`: one where settled, several or none where the text leaves it open."""

    first: int
    last: int
    actors: tuple[str, ...]


@cache
def _caps_words() -> frozenset[tuple[str, ...]]:
    return frozenset(name_words(word).folded for word in mapping("actor_words")["caps_words"])


@cache
def _index() -> dict[str, tuple[_Name, ...]]:
    """First folded word to the names that begin with it, longest first."""
    names: dict[tuple[tuple[str, ...], bool], tuple[tuple[bool, ...], list[str]]] = {}
    for listed in listed_actors().values():
        if listed.id == UNIDENTIFIED:
            continue
        for wording in (listed.name, *_of_leader(listed.aliases)):
            if "(" in wording:
                continue
            t = name_words(wording)
            acronym = len(t.folded) <= 3 and len(wording) <= _ACRONYM_LENGTH and wording.isupper()
            for words in (t.folded, _joined_possessive(t)) if any(t.possessive) else (t.folded,):
                capital, ids = names.get((words, acronym), (t.capital, []))
                both = tuple(a and b for a, b in zip(capital, t.capital, strict=True))
                names[words, acronym] = both, ids if listed.id in ids else [*ids, listed.id]
    index: dict[str, list[_Name]] = {}
    for (words, acronym), (capital, ids) in names.items():
        index.setdefault(words[0], []).append(_Name(words, capital, acronym, tuple(sorted(ids))))
    return {first: tuple(sorted(values, key=lambda n: (-len(n.words), n.words))) for first, values in index.items()}


def _of_leader(aliases: Sequence[str]) -> list[str]:
    """The names with what else reports call a leader's forces ("Haftar's troops" beside "Haftar's forces")."""
    kinds = mapping("actor_words")["leaders_forces"]
    led = [a.removesuffix("forces") for a in aliases if a.endswith(("'s forces", "’s forces"))]
    return [*aliases, *(f"{leader}{kind}" for leader in led for kind in kinds)]


def _joined_possessive(t: NameWords) -> tuple[str, ...]:
    """The words with possessive endings written on ("Peoples Defence Force")."""
    return tuple(word + "s" if owns else word for word, owns in zip(t.folded, t.possessive, strict=True))


def find_names(t: Tokens) -> tuple[NameMatch, ...]:
    """The listed names among the tokens, in order, without overlap; acronyms that the text itself explains follow it."""
    index, found, i, size = _index(), [], 0, len(t.folded)
    while i < size:
        name = _longest(index.get(t.folded[i], ()), t, i)
        if name is None or _prefixed_against(t, i) or _within_longer_name(t, i, name):
            i += 1
            continue
        found.append(NameMatch(i, i + len(name.words), name.actors))
        i += len(name.words)
    return _settled(t, tuple(found))


def _longest(candidates: tuple[_Name, ...], t: Tokens, i: int) -> _Name | None:
    for name in candidates:
        last = i + len(name.words)
        if t.folded[i:last] != name.words or not all(t.joined[i + 1 : last]):
            continue
        if t.shouted[i]:
            if name.words in _caps_words():
                continue
            return name
        if name.acronym:
            spoken = len(name.words[0]) > 3 and last == i + 1 and t.capital[i] and name.words not in _caps_words()
            if spoken or all(t.upper[k] or t.folded[k].isdigit() for k in range(i, last)):
                return name
        elif all(t.capital[k] or not wants for k, wants in zip(range(i, last), name.capital, strict=True)):
            return name
    return None


def _prefixed_against(t: Tokens, i: int) -> bool:
    """Whether a hyphenated prefix turns the name into its opposite or a leaning ("anti-Taliban", "pro-Houthi", "non-Hamas")."""
    return i > 0 and t.folded[i - 1] in ("anti", "pro", "non", "ex") and t.gap(i) in ("-", "‑", "‐", "–")


@cache
def _group_words() -> frozenset[str]:
    return frozenset(word for words in mapping("actor_words")["group_words"].values() for word in words)


def _within_longer_name(t: Tokens, i: int, name: _Name) -> bool:
    """Whether a name made of common group words is the tail of a longer one ("Kachin National Liberation Army" is not Colombia's)."""
    if len(name.words) < 2 or i == 0 or not t.joined[i] or not _group_words().intersection(name.words):
        return False
    before = t.folded[i - 1]
    opening = i == 1 or t.gap(i - 1).strip(" \u00a0") not in ("", "-")
    if t.shouted[i] or opening or not t.capital[i - 1] or t.possessive[i - 1] or before in ("the", "a", "an"):
        return False
    return before not in country_index()


def _settled(t: Tokens, found: tuple[NameMatch, ...]) -> tuple[NameMatch, ...]:
    """Names of several parties narrowed to those that the text points at: named in full, spelled out before brackets, or of its country."""
    sure = {m.actors[0] for m in found if len(m.actors) == 1}
    explained: dict[tuple[str, ...], tuple[str, ...]] = {}
    for left, right in itertools.pairwise(found):
        if (
            right.first == left.last
            and t.gap(right.first).strip() == "("
            and len(left.actors) == 1
            and left.actors[0] in right.actors
        ):
            explained[t.folded[right.first : right.last]] = left.actors
    countries = mentioned_countries(t) if any(len(m.actors) > 1 or _is_bare(t, m) for m in found) else frozenset()
    found = tuple(m for m in found if not _abroad(t, m, found, countries))
    if all(len(m.actors) == 1 for m in found):
        return found
    out = []
    for m in found:
        actors = explained.get(t.folded[m.first : m.last], m.actors)
        if len(actors) > 1:
            actors = tuple(a for a in actors if a in sure) or actors
        if len(actors) > 1:
            actors = tuple(a for a in actors if actor(a).country in countries) or actors
        out.append(NameMatch(m.first, m.last, actors))
    return tuple(out)


def _is_acronym(t: Tokens, match: NameMatch) -> bool:
    plain = not t.shouted[match.first] or len(t.folded[match.first]) <= _LETTERS
    return match.last == match.first + 1 and t.upper[match.first] and plain


_COMMON = frozenset({"people", "peoples", "national", "armed", "forces", "defence", "defense", "popular", "air", "force", "guard"})
"""Words of names that armies and groups of many lands bear: "People's Liberation Army"."""


def _is_bare(t: Tokens, match: NameMatch) -> bool:
    """Whether a name is but letters, or but words that armies of many lands bear."""
    return _is_acronym(t, match) or set(t.folded[match.first : match.last]) <= _group_words() | _COMMON


def _abroad(t: Tokens, match: NameMatch, found: tuple[NameMatch, ...], countries: frozenset[str]) -> bool:
    """Whether letters or common words alone would tell of the forces of a state, or three letters of any party of a part of the world, of
    which the text speaks nowhere, while it speaks of others: they are another body's (rule `actor.abroad`)."""
    if not countries or len(match.actors) != 1 or not _is_bare(t, match):
        return False
    meant = actor(match.actors[0])
    if meant.country is None or meant.country in countries:
        return False
    state = meant.kind in ("state forces", "government")
    if not state and (match.last > match.first + 1 or len(t.folded[match.first]) > _LETTERS or _spoken_near(meant.country, countries)):
        return False
    named = {m.actors[0] for m in found if len(m.actors) == 1 and not _is_bare(t, m)}
    others = {actor(m.actors[0]).country for m in found if len(m.actors) == 1 and m.actors != match.actors}
    return match.actors[0] not in named and meant.country not in others


_LETTERS = 3
"""Letters of an acronym that bodies of many lands bear."""


def _spoken_near(country: str, countries: frozenset[str]) -> bool:
    """Whether a text speaks of a country of the same part of the world."""
    parts = _parts()
    return parts.get(country) in {parts.get(code) for code in countries}


@cache
def _parts() -> dict[str, str]:
    return {row["code"]: row["acled_region"] for row in table("coding_countries")}


def mentioned_countries(t: Tokens) -> frozenset[str]:
    """The countries that the tokens name or speak of, those meant for certain only."""
    index, found = country_index(), set()
    for i, word in enumerate(t.folded):
        for entry in index.get(word, ()):
            if len(entry.countries) == 1 and t.folded[i : i + len(entry.words)] == entry.words and (t.capital[i] or t.shouted[i]):
                found.add(entry.countries[0])
                break
    return frozenset(found)
