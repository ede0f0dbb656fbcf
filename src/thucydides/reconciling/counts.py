"""Counts: what quantities say of one another, and how they are said in words.

Invariants: None is unknown and never zero; a sum is open where a term is open, and has no best where a term has none.
"""

from collections.abc import Sequence

from thucydides.nouns import Quantity
from thucydides.reconciling.words import words

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def known(quantity: Quantity) -> bool:
    """Whether a quantity says anything of the number."""
    return quantity.low is not None or quantity.best is not None or quantity.high is not None


def low(quantity: Quantity) -> int:
    """The least number that the wording allows; 0 where it gives none."""
    return quantity.low if quantity.low is not None else 0


def allows(quantity: Quantity, number: int) -> bool:
    """Whether the wording can be true of a number."""
    return low(quantity) <= number and (quantity.high is None or number <= quantity.high)


def leaves_room(quantity: Quantity, number: int) -> bool:
    """Whether a telling can be true of a number: who tells of persons one by one does not say that there were no more."""
    return allows(quantity, number) or inferred(quantity) or (quantity.rule in words("one_by_one") and low(quantity) <= number)


def meet(one: Quantity, other: Quantity) -> bool:
    """Whether one number can be true of both wordings."""
    return (one.high is None or low(other) <= one.high) and (other.high is None or low(one) <= other.high)


def exact(quantity: Quantity) -> bool:
    """Whether the wording gives one number and no other."""
    return quantity.best is not None and quantity.low == quantity.best == quantity.high


def indefinite(quantity: Quantity) -> bool:
    """Whether the number is only the reading of a vague word ("several", "dozens", people in the plural)."""
    return quantity.rule in words("indefinite") or (quantity.best is None and quantity.high is None)


def plain(quantity: Quantity) -> bool:
    """Whether words count people: no vague word, no "up to", nothing supplied, no persons told one by one."""
    loose = indefinite(quantity) or quantity.weak or inferred(quantity) or quantity.rule in words("one_by_one")
    return quantity.best is not None and not loose


def inferred(quantity: Quantity) -> bool:
    """Whether no words say the number: a reader supplied it because a report that counts one outcome is silent on another."""
    return quantity.rule in words("inferred")


def total(quantities: Sequence[Quantity]) -> Quantity:
    """The sum of disjoint counts, as vague as its vaguest part (rule `toll.vague-sum`)."""
    if len(quantities) == 1:
        return quantities[0]
    bests, highs = [q.best for q in quantities], [q.high for q in quantities]
    vague = any(q.rule in words("indefinite") for q in quantities)
    return Quantity(
        sum(low(q) for q in quantities),
        sum(b for b in bests if b is not None) if None not in bests else None,
        sum(h for h in highs if h is not None) if None not in highs else None,
        " + ".join(say(q) for q in quantities),
        "toll.vague-sum" if vague else "toll.sum",
        any(q.approximate for q in quantities),
        any(q.weak for q in quantities),
    )


def say(quantity: Quantity) -> str:
    """The quantity in words: "at least five", "5 to 7", "about 50", "an unknown number"."""
    if not known(quantity):
        return "an unknown number"
    if quantity.rule == "toll.none" or (quantity.low == quantity.high == 0):
        return "none"
    if quantity.approximate and quantity.best is not None:
        return f"about {quantity.best:,}"
    if quantity.rule == "toll.mixed" and quantity.high is not None:
        return f"{number(quantity.high)} killed or injured"
    if quantity.weak and quantity.high is not None:
        return f"up to {number(quantity.high)}"
    if exact(quantity):
        return number(quantity.low or 0)
    if indefinite(quantity) and quantity.wording:
        return quantity.wording.lower()
    if quantity.high is None:
        return f"at least {number(low(quantity))}"
    return f"{low(quantity)} to {quantity.high}"


def number(value: int) -> str:
    """Numbers below ten as words, others with thousands parted."""
    return SMALL[value] if 0 < value < len(SMALL) else f"{value:,}"


def span(least: int | None, most: int | None) -> str:
    """A range from least to most in words; `most` None is open."""
    if least is None and most is None:
        return "an unknown number"
    if most is None:
        return f"at least {number(least or 0)}"
    if least == most:
        return number(most)
    return f"{number(least or 0)} to {number(most)}" if least else f"at most {number(most)}"


def noun(value: int | None, one: str, many: str) -> str:
    """The noun that fits a number."""
    return one if value == 1 else many
