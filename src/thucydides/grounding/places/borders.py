"""Borders: the wordings of lines between two countries."""

import re

from thucydides.grounding.places.border import Border
from thucydides.grounding.places.border_pairs import LINE, country_of_name, only_pair, subject_of
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens

_AND = re.compile(r"^ (?:and|&) (?:the )?$")
_SIDE = frozenset({"side", "sides"})


def find_borders(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> list[Border]:
    """Every wording of a border between two countries, in order; a bare "the border" takes the pair that the document named last."""
    lines = [at for at, token in enumerate(tokens) if token.lower in LINE and not _of_something(tokens, at)]
    if not lines:
        return []
    by_last = {name.last: name for name in names}
    by_first = {name.first: name for name in names}
    found: list[Border] = []
    pair: tuple[str, ...] = only_pair(tokens, names, gazetteer)
    for at in lines:
        border = _paired(tokens, at, by_last, gazetteer) or _with(tokens, at, by_first, by_last, names, pair, gazetteer)
        if border is None:
            border = _bare(tokens, at, by_last, names, pair, gazetteer)
        if border is None:
            continue
        if len(border.countries) == 2:
            pair = border.countries
        found.append(border)
    return found


def _of_something(tokens: Tokens, at: int) -> bool:
    """Whether "border" only qualifies what comes after it ("border guards", "border clashes", "border crossing")."""
    if at + 1 >= len(tokens) or tokens.gaps[at + 1] not in (" ", "-"):
        return False
    return tokens[at + 1].lower in lexicon().sets["border_things"]


def _paired(tokens: Tokens, at: int, by_last: dict[int, Name], gazetteer: Gazetteer) -> Border | None:
    """ "the Tajik-Afghan border", "the Afghanistan–Tajikistan border", "the Syrian and Turkish border"."""
    k = at - 1
    if k >= 0 and tokens[k].lower in ("common", "shared", "state", "international", "mountainous", "land"):
        k -= 1
    two = by_last.get(k)
    if two is None or (b := country_of_name(two, gazetteer)) == "":
        return None
    one = by_last.get(two.first - 1)
    gap = tokens.between(one.last, two.first) if one else ""
    if one is None or gap.strip() not in ("-", "–", "‑", "—", "/", "and", "-to-"):
        return None
    a = country_of_name(one, gazetteer)
    if not a or a == b:
        return None
    return _whole(tokens, one.first, at, (a, b), [one, two], by_last, gazetteer)


def _with(
    tokens: Tokens,
    at: int,
    by_first: dict[int, Name],
    by_last: dict[int, Name],
    names: list[Name],
    pair: tuple[str, ...],
    gazetteer: Gazetteer,
) -> Border | None:
    """ "the border between X and Y", "its border with Y", "X's border with Y", "the border of X and Y"."""
    k = at + 1
    if k >= len(tokens) or tokens[k].lower not in ("between", "with", "of", "separating"):
        return None
    word = tokens[k].lower
    k += 1
    while k < len(tokens) and tokens[k].lower in ("the", "neighboring", "neighbouring", "both"):
        k += 1
    one = by_first.get(k)
    if one is None or not (a := country_of_name(one, gazetteer)):
        return None
    nxt = by_first.get(one.last + 2)
    if (
        word in ("between", "of", "separating")
        and nxt is not None
        and _AND.match(tokens.between(one.last, nxt.first))
    ):
        b = country_of_name(nxt, gazetteer)
        if b and b != a:
            return _whole(tokens, at, nxt.last, (a, b), [one, nxt], by_last, gazetteer)
    if word == "between":
        return None
    before = by_last.get(at - 1)
    used = [one]
    b = country_of_name(before, gazetteer) if before is not None else ""
    first = at
    if b and before is not None and b != a:
        used.insert(0, before)
        first = before.first
    else:
        b = subject_of(tokens, at, names, gazetteer, a) or next((c for c in pair if a in pair and c != a), "")
    return _whole(tokens, first, one.last, (b, a), used, by_last, gazetteer) if b else None


def _bare(
    tokens: Tokens, at: int, by_last: dict[int, Name], names: list[Name], pair: tuple[str, ...], gazetteer: Gazetteer
) -> Border | None:
    """ "along the border", "X side of the border", "the Afghan border" where the document's pair is known."""
    token = tokens[at]
    if token.cap and not token.upper:
        return None
    before = tokens[at - 1].lower if at else ""
    name = by_last.get(at - 1)
    if name is not None and pair and country_of_name(name, gazetteer) in pair:
        return _whole(tokens, name.first, at, pair, [name], by_last, gazetteer)
    if name is not None and name.kind == "demonym" and (a := country_of_name(name, gazetteer)):
        b = subject_of(tokens, at, names, gazetteer, a)  # "Malian troops near the Algerian border"
        return _whole(tokens, name.first, at, (a, b), [name], by_last, gazetteer) if b else None
    if before not in ("the", "shared", "common", "state", "mountainous", "its", "rugged", "porous") or not pair:
        return None
    return _whole(tokens, at, at, pair, [], by_last, gazetteer)


def _whole(
    tokens: Tokens,
    first: int,
    last: int,
    countries: tuple[str, ...],
    used: list[Name],
    by_last: dict[int, Name],
    gazetteer: Gazetteer,
) -> Border:
    """Widen by "X side of the" before, and by "area" after."""
    side = None
    k = first - 1
    if k >= 0 and tokens[k].lower == "the":
        k -= 1
    if k > 0 and tokens[k].lower == "of" and tokens[k - 1].lower in _SIDE:
        holder = by_last.get(k - 2)
        code = country_of_name(holder, gazetteer)
        if code in countries and holder is not None:
            side, first = code, holder.first
            used = [holder, *used]
    if last + 1 < len(tokens) and tokens[last + 1].lower in ("area", "areas", "region", "zone") and tokens.gaps[last + 1] == " ":
        last += 1
    return Border(first, last, tuple(sorted(countries)), side, used)
