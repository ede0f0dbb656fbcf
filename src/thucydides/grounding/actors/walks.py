"""How far a description of a party reaches: left over modifiers, numbers and nationality, right over "of X", "based in Y" and a name."""

from msgspec import Struct

from thucydides.grounding.actors.descriptions import CountryMatch, Head, HeadMatch, is_number, phrase_at, phrases_of, words_of
from thucydides.grounding.actors.names import NameMatch
from thucydides.grounding.actors.tokens import Tokens
from thucydides.nouns.actor import GROUP_KINDS

_BANDS = GROUP_KINDS | {"unidentified"}


class Scene(Struct, frozen=True):
    """The tokens with what was found at each: names, countries and heads by the token after their last, and by their first."""

    t: Tokens
    names_from: dict[int, NameMatch]
    names_to: dict[int, NameMatch]
    countries_from: dict[int, CountryMatch]
    countries_to: dict[int, CountryMatch]
    heads_to: dict[int, HeadMatch]
    mentioned: frozenset[str]


_DASHES = frozenset("-‐‑–")


class LeftWalk(Struct, frozen=True):
    first: int
    country: CountryMatch | None
    name: NameMatch | None
    limited: bool


def walk_left(scene: Scene, k: int, kind: str) -> LeftWalk:
    t = scene.t
    country: CountryMatch | None = None
    name: NameMatch | None = None
    limited, start = False, k
    while k > 0 and t.joined[k] and not _dashed(t, k):
        j = k - 1
        if k in scene.names_to and name is None and country is None:
            name = scene.names_to[k]
            k = name.first
        elif k in scene.countries_to:
            found = scene.countries_to[k]
            leaning = _leaning(t, found.first)
            if country is not None or name is not None:
                break
            if found.word.kind == "people" or (found.word.kind == "seat" and not (t.possessive[j] or found.word.always)):
                break
            k = leaning if leaning is not None else found.first
            if leaning is None:
                country = found
        elif t.folded[j] in words_of("suffixes") and j > 0 and t.gap(j).strip() in ("-", "‑", "‐", "–"):
            before = scene.names_to.get(j) or scene.countries_to.get(j)
            if before is None:
                k = j
                continue
            if (
                isinstance(before, NameMatch)
                and t.folded[j] in ("led", "run", "controlled")
                and (kind == "government" or (t.folded[j] == "led" and kind in _BANDS))
                and not name
            ):
                name = before
            k = before.first
        elif k in scene.heads_to and not t.possessive[j] and country is None and name is None:
            k = scene.heads_to[k].first
        elif t.folded[j] in words_of("harming") and k < start and is_number(t, k):
            break  # "the blast wounded two soldiers": a verb and no modifier
        elif t.folded[j] in words_of("modifiers") or is_number(t, j):
            limited = limited or t.folded[j] in words_of("limiting")
            k = j
        else:
            break
    while k < start and t.folded[k] in ("other", "additional", "more", "then"):
        k += 1
    return LeftWalk(k, country, name, limited)


def _dashed(t: Tokens, k: int) -> bool:
    """Whether a dash parts a word from the one before it, as the dash behind a dateline does: "Kaduna, March 5 - Gunmen"."""
    gap = t.gap(k)
    return gap.strip() in _DASHES and gap[:1].isspace() and gap[-1:].isspace()


def _leaning(t: Tokens, first: int) -> int | None:
    """Where a prefix or a word before a demonym takes its country away, the token that it begins at."""
    if first == 0 or not t.joined[first]:
        return None
    return first - 1 if t.folded[first - 1] in words_of("not_country_before") else None


def walk_right(scene: Scene, main: HeadMatch, left: LeftWalk, head: Head) -> tuple[int, NameMatch | None, CountryMatch | None]:
    """The span's end and the party or country that "of Ukraine", "from X", "based in Y" after the head adds."""
    t, last = scene.t, main.last
    if left.name is not None or last >= len(t.folded) or not t.joined[last]:
        return last, left.name, left.country
    if last in scene.names_from and head.kind in _BANDS and t.gap(last) == " ":
        return scene.names_from[last].last, scene.names_from[last], left.country  # "the militant group Boko Haram" is one party
    after_link = phrase_at(t, last, phrases_of("links"))
    target = _after_article(t, after_link)
    if after_link > last and target in scene.names_from:
        name = scene.names_from[target]
        return name.last, name, left.country
    after = phrase_at(t, last, phrases_of("whence"))
    target = _after_article(t, after)
    found = scene.countries_from.get(target)
    if after == last or left.country is not None or found is None or found.word.kind == "people":
        return last, None, left.country
    inside = t.folded[last:after] != ("of",) and t.folded[last:after] != ("from",)
    if inside and head.kind not in _BANDS and (head.kind != "government" or main.head.words in phrases_of("abroad")):
        return last, None, left.country
    if found.word.kind == "demonym":
        return last, None, left.country
    return (last if inside else found.last), None, found


def _after_article(t: Tokens, i: int) -> int:
    while i < len(t.folded) and t.folded[i] in words_of("before_places"):
        i += 1
    return i


def before_noun(t: Tokens, i: int) -> bool:
    """Whether a word that may be an adjective stands before a noun: "the military base", but not "the military shelled the base"."""
    return i < len(t.folded) and t.joined[i] and t.folded[i] not in words_of("small_words") and not _goes_on(t.folded[i])


def _goes_on(word: str) -> bool:
    """Whether a word says what somebody does, or how, and is no noun: "bombed", "struck", "reportedly"."""
    return word in words_of("verbs_after") or (len(word) > _SHORT and word.endswith(("ed", "ly")))


_SHORT = 4
"""Letters up to which a word in "-ed" or "-ly" may be anything ("aged", "only")."""


def person_end(t: Tokens, last: int) -> int:
    """The token after a person's name that follows a title ("President Emomali Rahmon"), at most five words."""
    i = last
    while i < len(t.folded) and i - last < 5 and t.joined[i] and t.gap(i) == " " and not t.shouted[i]:
        if t.possessive[i - 1] or not (t.capital[i] or (i > last and t.folded[i] in words_of("name_particles"))):
            break
        i += 1
        if t.possessive[i - 1]:
            break
    return i
