"""People as a noun phrase tells of them."""

from msgspec import Struct

from thucydides.nouns import Quantity


class People(Struct, frozen=True):
    """A noun phrase that counts people, `[start, end)` of its paragraph with the token index of its `head`.

    `quantity` is None where the words give people and no number at all ("they"); `counted` where a number word stands there. `group` is the
    phrase without its number; `category` and `nationality` (ISO 3166-1 alpha-2) as nouns.TollItem. `name`, `sex`, `young`, `age` tell
    one person from another; `definite` takes up people told before, `more` and `ordinal` add to them. `noun` is the lemma that they are
    called by, "" for a bare name; `owner` the word whose they are ("his" cousin, the "elder"'s nephew).
    """

    start: int
    end: int
    head: int
    quantity: Quantity | None
    group: str
    category: str = "unknown"
    nationality: str | None = None
    name: str = ""
    sex: str = ""
    young: bool = False
    age: int | None = None
    definite: bool = False
    more: bool = False
    ordinal: bool = False
    pronoun: bool = False
    counted: bool = False
    noun: str = ""
    owner: str = ""
