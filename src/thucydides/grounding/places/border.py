"""Border: the wording of a line between two countries, and the place that it is."""

from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.places import country_name
from thucydides.grounding.places.shapes import middle_of_line, shapes
from thucydides.nouns.place import Place


class Border:
    """A border wording: tokens `first`..`last`, the two countries, the country whose side is said, and the names it uses up."""

    __slots__ = ("countries", "first", "last", "side", "used")

    def __init__(self, first: int, last: int, countries: tuple[str, ...], side: str | None, used: list[Name]) -> None:
        self.first, self.last, self.countries, self.side, self.used = first, last, countries, side, used


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
