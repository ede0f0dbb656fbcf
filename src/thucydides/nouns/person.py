"""Person: somebody whom a report names as harmed by a deed or as having done it."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.passage import Passage

Part = Literal["victim", "perpetrator"]


class Person(Struct, frozen=True):
    """A person named in a telling: the fullest name the document gives, the part the words give the person, the age if told.

    `outcome` is what befell a victim as far as the words say (killed, injured, captured), else "". `passage` is the full name, `told` the
    words where the part is told (the same, or a later "Ibarra"). That a report names a perpetrator is a claim like any other, no finding.
    """

    name: str
    part: Part
    passage: Passage
    outcome: str = ""
    age: int | None = None
    told: Passage | None = None
