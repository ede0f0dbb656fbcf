"""Fatalities: an incident's dead as ACLED counts them, from the record's ranges and the words behind them.

Rules `acled.none`, `acled.vague`, `acled.lowest`, `acled.corroborated` and `acled.divided`; each number comes with what was done, in words.
"""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.nouns import Assessment, Incident, Quantity
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.vocabulary import mapping

SMALL, LARGE = 3, 10
"""ACLED's numbers for dead without one: in a limited attack, in fighting on a larger scale."""


class Fatalities(Struct, frozen=True):
    """The number that ACLED's rules give, the rule, and a sentence that says how it came about ("" for a plain number)."""

    number: int
    rule: str
    note: str = ""


def fatalities(index: Index, incident: Incident) -> Fatalities:
    """The dead of one incident."""
    found = incident.assessed("killed")
    value = found.quantity if found else None
    if found is None or value is None or (value.low is None and value.best is None and value.high is None):
        return Fatalities(0, "acled.none", "No number of fatalities reported.")
    vague = _vague(index, found, value)
    if vague:
        return _estimated(incident, vague, value)
    low = value.low if value.low is not None else value.best if value.best is not None else 0
    best = value.best if value.best is not None else low
    vary = f"Reports of fatalities vary ({words.quantity(value)}); coded as"
    if best > low and found.origins > 1:
        return Fatalities(best, "acled.corroborated", f"{vary} the corroborated {best:,}.")
    if (value.high or best) > low:
        return Fatalities(low, "acled.lowest", f"{vary} the lowest, {low:,}.")
    return Fatalities(low, "acled.lowest")


def _vague(index: Index, found: Assessment, value: Quantity) -> str:
    """The rule that read the word for a number, where no document behind the figure gives a number."""
    table: dict[str, object] = mapping("coding")["vague"]
    counts = [c.quantity for name in found.claims_for if (c := index.claims.get(name)) and c.quantity]
    rules = [q.rule for q in counts or [value]]
    return rules[0] if rules and all(rule in table for rule in rules) else ""


def _estimated(incident: Incident, rule: str, value: Quantity) -> Fatalities:
    """The number for a word without one ("several", "dozens"): 10 or 3 by the scale of the fighting, or the word's own."""
    number = mapping("coding")["vague"][rule]
    if number == "scale":
        number = LARGE if incident.type in mapping("coding")["large"] else SMALL
    wording = f"“{value.wording}”" if value.wording else "people without a number"
    return Fatalities(number, "acled.vague", f"Fatalities reported as {wording}; coded as {number:,}.")


def divided(total: int, days: int) -> Sequence[int]:
    """A total over several days: as even as possible, what is left over to the first days (rule `acled.divided`)."""
    each, rest = divmod(total, days)
    return [each + (1 if n < rest else 0) for n in range(days)]
