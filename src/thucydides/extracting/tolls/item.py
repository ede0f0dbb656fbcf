"""Item: one toll item of a mention from a harm that its sentences tell.

Invariant: a category that the record does not know is "unknown".
"""

from thucydides.extracting.harm import Harm
from thucydides.nouns import Passage, Quantity, TollItem
from thucydides.nouns.toll import Category, Outcome

OUTCOMES: tuple[Outcome, ...] = ("killed", "injured", "missing", "captured", "displaced")


def toll_item(document: str, outcome: Outcome, harm: Harm, quantity: Quantity, part_of: int | None = None) -> TollItem:
    category: Category = harm.people.category if harm.people.category in _CATEGORIES else "unknown"  # type: ignore[assignment]
    return TollItem(
        outcome,
        quantity,
        Passage(document, harm.start, harm.end),
        harm.people.group,
        category,
        harm.people.nationality,
        part_of=part_of,
        perpetrator=harm.self_inflicted or category in ("rebels", "criminals"),
    )


_CATEGORIES = {"civilians", "state forces", "rebels", "militia", "criminals", "external forces", "protesters"}
ANYBODY = frozenset(
    {"", "people", "dead", "killed", "deaths", "bodies", "victims", "persons", "injured", "wounded", "fatalities", "casualties"}
)
"""Groups that are no group: who is counted is anybody harmed."""
