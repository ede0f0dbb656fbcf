"""Borders: the wordings of a line between two countries, and the middle of it."""

import re

from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.names import Name
from thucydides.grounding.places.places import country_name
from thucydides.grounding.places.shapes import middle_of_line, shapes
from thucydides.grounding.places.tokens import Tokens
from thucydides.nouns.place import Place

_LINE = frozenset({"border", "borders", "frontier", "borderlands", "borderland", "boundary"})
_AND = re.compile(r"^ (?:and|&) (?:the )?$")
_SIDE = frozenset({"side", "sides"})


_OF_STATE = frozenset(
    {
        "forces",
        "force",
        "troops",
        "army",
        "soldiers",
        "guards",
        "officials",
        "authorities",
        "side",
        "military",
        "government",
        "police",
    }
)


class Border:
    """A border wording: tokens `first`..`last`, the two countries, the country whose side is said, and the names it uses up."""

    __slots__ = ("countries", "first", "last", "side", "used")

    def __init__(self, first: int, last: int, countries: tuple[str, ...], side: str | None, used: list[Name]) -> None:
        self.first, self.last, self.countries, self.side, self.used = first, last, countries, side, used


def find_borders(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> list[Border]:
    """Every wording of a border between two countries, in order; a bare "the border" takes the pair that the document named last."""
    by_last = {name.last: name for name in names}
    by_first = {name.first: name for name in names}
    found: list[Border] = []
    pair: tuple[str, ...] = _only_pair(tokens, names, gazetteer)
    for at, token in enumerate(tokens):
        if token.lower not in _LINE or _of_something(tokens, at):
            continue
        border = _paired(tokens, at, by_last, gazetteer) or _with(tokens, at, by_first, by_last, names, pair, gazetteer)
        if border is None:
            border = _bare(tokens, at, by_last, pair, gazetteer)
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


def _country(name: Name | None, gazetteer: Gazetteer) -> str:
    """The country that a name or demonym stands for, or ""."""
    if name is None:
        return ""
    if name.kind == "demonym":
        return name.demonym[0] if name.entry is None else gazetteer.entry(name.entry).country
    if name.entry is not None and gazetteer.entry(name.entry).kind in ("country", "admin1") and name.kind == "place":
        return gazetteer.entry(name.entry).country
    return ""


def _paired(tokens: Tokens, at: int, by_last: dict[int, Name], gazetteer: Gazetteer) -> Border | None:
    """ "the Tajik-Afghan border", "the Afghanistan–Tajikistan border", "the Syrian and Turkish border"."""
    k = at - 1
    if k >= 0 and tokens[k].lower in ("common", "shared", "state", "international", "mountainous", "land"):
        k -= 1
    two = by_last.get(k)
    if two is None or (b := _country(two, gazetteer)) == "":
        return None
    one = by_last.get(two.first - 1)
    gap = tokens.between(one.last, two.first) if one else ""
    if one is None or gap.strip() not in ("-", "–", "‑", "—", "/", "and", "-to-"):
        return None
    a = _country(one, gazetteer)
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
    if one is None or not (a := _country(one, gazetteer)):
        return None
    nxt = by_first.get(one.last + 2)
    if (
        word in ("between", "of", "separating")
        and nxt is not None
        and _AND.match(tokens.between(one.last, nxt.first))
    ):
        b = _country(nxt, gazetteer)
        if b and b != a:
            return _whole(tokens, at, nxt.last, (a, b), [one, nxt], by_last, gazetteer)
    if word == "between":
        return None
    before = by_last.get(at - 1)
    used = [one]
    b = _country(before, gazetteer) if before is not None else ""
    first = at
    if b and before is not None and b != a:
        used.insert(0, before)
        first = before.first
    else:
        b = _subject(tokens, at, names, gazetteer, a) or next((c for c in pair if a in pair and c != a), "")
    return _whole(tokens, first, one.last, (b, a), used, by_last, gazetteer) if b else None


def _subject(tokens: Tokens, at: int, names: list[Name], gazetteer: Gazetteer, other: str) -> str:
    """Whose border "its border with Y" is: the last country named before that is not Y and shares a border with it."""
    known = shapes(gazetteer)
    for name in reversed([n for n in names if n.last < at and at - n.last < 120]):
        code = _country(name, gazetteer)
        if code and code != other and "-".join(sorted((code, other))) in known.borders:
            return code
    return ""


def _bare(tokens: Tokens, at: int, by_last: dict[int, Name], pair: tuple[str, ...], gazetteer: Gazetteer) -> Border | None:
    """ "along the border", "X side of the border", "the Afghan border" where the document's pair is known."""
    token = tokens[at]
    if token.cap and not token.upper:
        return None
    before = tokens[at - 1].lower if at else ""
    name = by_last.get(at - 1)
    if name is not None and pair and _country(name, gazetteer) in pair:
        return _whole(tokens, name.first, at, pair, [name], by_last, gazetteer)
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
        code = _country(holder, gazetteer)
        if code in countries and holder is not None:
            side, first = code, holder.first
            used = [holder, *used]
    if last + 1 < len(tokens) and tokens[last + 1].lower in ("area", "areas", "region", "zone") and tokens.gaps[last + 1] == " ":
        last += 1
    return Border(first, last, tuple(sorted(countries)), side, used)


def _only_pair(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The two countries most named, where they share a border: what a bare "the border" means before a pair is named.

    Names of places count, and adjectives of borders and forces; those of people ("Chinese workers") say nothing of the border.
    """
    from collections import Counter

    count: Counter[str] = Counter()
    for name in names:
        code = _country(name, gazetteer)
        if not code or not name.accepted:
            continue
        after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
        if name.kind != "demonym":
            count[code] += 2
        elif after in _LINE:
            count[code] += 3
        elif after in _OF_STATE:
            count[code] += 1
    top = [code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:2]]
    key = "-".join(sorted(top))
    return tuple(sorted(top)) if len(top) == 2 and key in shapes(gazetteer).borders else ()


def border_place(border: Border, gazetteer: Gazetteer) -> Place:
    """The border as a Place: the middle of its line, half its length as radius, precision 5, a country only where a side is said."""
    known = shapes(gazetteer)
    one, two = border.countries
    line = known.line(one, two)
    names = [country_name(code, gazetteer) for code in border.countries]
    title = f"{names[0]}–{names[1]} border"
    if line is None:
        return Place(
            name=title,
            kind="border",
            country=border.side,
            precision=5,
            reason=f"no border line of {names[0]} and {names[1]} is known",
        )
    latitude, longitude, half = middle_of_line(line)
    reason = f"the middle of the line that {names[0]} and {names[1]} share"
    if border.side:
        reason += f", on the side of {country_name(border.side, gazetteer)}"
    return Place(
        name=title, gazetteer_id=f"border:{one}-{two}", kind="border", country=border.side, latitude=round(latitude, 5),
        longitude=round(longitude, 5), precision=5, radius_km=round(half, 1), reason=reason,
    )  # fmt: skip
