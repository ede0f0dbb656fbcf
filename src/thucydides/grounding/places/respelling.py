"""Respelling: names that no key meets, looked up by their consonants in the countries at hand: "Shohin" for Shokhin.

A name of several words of which the gazetteer holds the first alone, as that of a place far off, is such a name too: "Tal Tamr", where it
holds Tall Tamr (rule `place.respelling`).
"""

from thucydides.grounding.places.candidates import candidate_of
from thucydides.grounding.places.containment import contained
from thucydides.grounding.places.context import MAIN, Context
from thucydides.grounding.places.entry import outline_of
from thucydides.grounding.places.fold import skeleton
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.holding import holders
from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.namesakes import ENGLISH
from thucydides.grounding.places.priors import prior
from thucydides.grounding.places.ranking import weigh
from thucydides.grounding.places.tokens import Tokens
from thucydides.grounding.places.unknowns import ordinary

_JOINED = frozenset({" ", "-", "‑"})
_WORDS = 3  # of a longer name at most
_BONES = 3  # consonants by which a name may be known; one of fewer is known by all its letters but one
_SHORTEST = 5  # letters of a name of which one may be wrong
_LONG = 7  # letters of a name of which one may be wrong
_ALL = 1.0  # share of the country that a document is about most
_AT_HAND = 2  # countries whose provinces a misspelt name may mean


def respell(name: Name, gazetteer: Gazetteer, context: Context) -> None:
    """Look a name that no key meets up by its consonants, in its container's country, else in the countries of the document."""
    few = len(skeleton(name.key).replace(" ", "")) < _BONES
    holder = holders(gazetteer, name.container)[:1] if name.container is not None else []
    codes = [holder[0].country] if holder else sorted(context.named, key=lambda c: (-context.named[c], c))[:4]
    if not holder:  # a hamlet in Kashmir is none of Connecticut
        codes = [c for c in codes if context.share(c) >= (_ALL if name.types and c in ENGLISH else 0.0 if name.types else MAIN)]
    best: tuple[float, int] | None = None
    for code in codes:
        for number in gazetteer.respelt(name.key, code) if name.types or holder or code not in ENGLISH else ():
            entry = gazetteer.entry(number)
            if few and not one_off(name.key, entry.key):
                continue  # "Bara" is not Bar
            if (entry.kind not in name.types if name.types else entry.kind not in ("settlement", "admin2")) or (
                holder and not contained(candidate_of(entry, 0.0), holder[0])
            ):
                continue
            outline = outline_of(entry)
            worth = prior(
                outline.kind, outline.sub, outline.population, outline.quality, outline.small, False, "other", name.types
            )
            score = weigh((candidate_of(entry, worth),), context)[0]
            if best is None or score > best[0]:
                best = (score, number)
    chosen = best[1] if best else _province(name, codes, gazetteer)
    if chosen is not None:
        name.entry, name.respelt = chosen, True


def _province(name: Name, codes: list[str], gazetteer: Gazetteer) -> int | None:
    """The one province of the countries at hand whose name differs by one letter left out, put in, changed or swapped: "Nangahar"."""
    key = name.key
    if len(key) < _LONG or (name.types and "admin1" not in name.types):
        return None
    found = {
        number
        for code in codes[:_AT_HAND]
        for province, number in gazetteer.provinces(code)
        if province[:1] == key[:1] and one_off(key, province)
    }
    return found.pop() if len(found) == 1 else None


def one_off(one: str, two: str) -> bool:
    """Whether two words differ by one letter: left out, put in, changed, or two that stand side by side swapped.

    >>> one_off("nangahar", "nangarhar"), one_off("donestk", "donetsk"), one_off("helmand", "herat")
    (True, True, False)
    """
    if abs(len(one) - len(two)) > 1 or one == two or min(len(one), len(two)) < _SHORTEST:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if len(one) != len(two):
        shorter, longer = sorted((one, two), key=len)
        return shorter[at:] == longer[at + 1 :]
    return one[at + 1 :] == two[at + 1 :] or (one[at : at + 2] == two[at : at + 2][::-1] and one[at + 2 :] == two[at + 2 :])


def go_on(tokens: Tokens, names: list[Name], gazetteer: Gazetteer, context: Context, words: Lexicon) -> None:
    """Put longer names that prove to be known ones respelt in the place of those of their first word that are no places."""
    for at, name in enumerate(names):
        if name.accepted or name.kind != "place" or name.first != name.last or "run-after" not in name.evidence:
            continue
        if not (name.first and tokens[name.first - 1].brings and tokens.gaps[name.first] == " "):
            continue
        longer = _longer(tokens, name, gazetteer, context, words)
        if longer is not None:
            names[at] = longer


def _longer(tokens: Tokens, name: Name, gazetteer: Gazetteer, context: Context, words: Lexicon) -> Name | None:
    """The longest name from the word of another on that is a known one respelt."""
    end = name.last
    while end + 1 < len(tokens) and end - name.first < _WORDS - 1 and tokens[end + 1].cap and tokens.gaps[end + 1] in _JOINED:
        if tokens[end].possessive:
            break
        end += 1
    for last in range(end, name.last, -1):
        if ordinary(tokens, name.first, last, words):
            continue
        key = " ".join([token.key for token in tokens[name.first : last + 1]])
        longer = Name("unknown", name.first, last, key, name.first, last)
        respell(longer, gazetteer, context)
        if longer.respelt:
            longer.accepted, longer.container = True, name.container
            longer.evidence = name.evidence - {"run-after"}
            return longer
    return None
