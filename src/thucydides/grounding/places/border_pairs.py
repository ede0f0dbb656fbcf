"""Border pairs: between which two countries a border runs that a text does not name whole."""

from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.shapes import shapes
from thucydides.grounding.places.tokens import Tokens

LINE = frozenset({"border", "borders", "frontier", "borderlands", "borderland", "boundary"})
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


def country_of_name(name: Name | None, gazetteer: Gazetteer) -> str:
    """The country that a name or demonym stands for, or ""."""
    if name is None:
        return ""
    if name.kind == "demonym":
        return name.demonym[0] if name.entry is None else gazetteer.entry(name.entry).country
    if name.entry is not None and gazetteer.entry(name.entry).kind in ("country", "admin1") and name.kind == "place":
        return gazetteer.entry(name.entry).country
    return ""


def subject_of(tokens: Tokens, at: int, names: list[Name], gazetteer: Gazetteer, other: str) -> str:
    """Whose border "its border with Y" is: the last country named before that is not Y and shares a border with it."""
    known = shapes(gazetteer)
    for name in reversed([n for n in names if n.last < at and at - n.last < 120]):
        code = country_of_name(name, gazetteer)
        if code and code != other and "-".join(sorted((code, other))) in known.borders:
            return code
    return ""


def only_pair(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The two countries most named, where they share a border: what a bare "the border" means before a pair is named.

    Names of places count, and adjectives of borders and forces; those of people ("Chinese workers") say nothing of the border.
    """
    from collections import Counter

    count: Counter[str] = Counter()
    for name in names:
        code = country_of_name(name, gazetteer)
        if not code or not name.accepted:
            continue
        after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
        if name.kind != "demonym":
            count[code] += 2
        elif after in LINE:
            count[code] += 3
        elif after in _OF_STATE:
            count[code] += 1
    top = [code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:2]]
    key = "-".join(sorted(top))
    return tuple(sorted(top)) if len(top) == 2 and key in shapes(gazetteer).borders else ()
