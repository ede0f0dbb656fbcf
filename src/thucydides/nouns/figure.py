"""Figure: a background quantity with its unit."""

from msgspec import Struct

from thucydides.nouns.passage import Passage


class Figure(Struct, frozen=True):
    """A quantity that is no toll ("the 870-mile-long border"): what it measures, value and unit as written, and in SI.

    `name` is a vocabulary name (border length, posts, strength, ...), `subject` what it belongs to ("AF-TJ border").
    `same_as` is the id of a figure that the text gives as the same quantity in another unit ("840 miles (1,350 kilometers)").
    """

    id: str
    document: str
    passage: Passage
    name: str
    subject: str
    value: float
    unit: str
    si_value: float
    si_unit: str
    approximate: bool = False
    wording: str = ""
    same_as: str | None = None
    window: str = ""
