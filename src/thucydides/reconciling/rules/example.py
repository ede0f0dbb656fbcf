"""Example: six made accounts of one clash, on which each rule is shown in its page of the documentation and tried in the tests."""

from datetime import date

from thucydides.nouns import Passage, Quantity
from thucydides.reconciling.groups import GroupCount
from thucydides.reconciling.origins import Chain
from thucydides.reconciling.tellings import Telling

ACCOUNTS: tuple[tuple[str, str, int, int | None, str, int, float, str], ...] = (
    ("the Courier", "the police", 5, 5, "five killed", 1, 1.0, ""),
    ("the Agency, which the Herald prints", "the police", 5, 5, "five killed", 2, 1.0, ""),
    ("the Sentinel", "a villager", 7, None, "at least seven killed", 1, 1.0, ""),
    ("the Gazette", "the hospital", 7, 7, "seven killed", 3, 1.0, ""),
    ("the Observer", "a relief worker", 9, 9, "allegedly nine killed", 4, 1.0, "allegedly"),
    ("the Bulletin of the army", "the army", 12, 12, "twelve militants killed", 2, 0.5, ""),
)
"""Who prints it, who says it, least and most, the words, the day of May 2024, the weight, and the hedge; the army counts its enemy."""


def accounts() -> tuple[Telling, ...]:
    """The accounts as tellings; the two that quote the police are of one origin."""
    return tuple(
        Telling(
            f"account-{n}",
            Chain(speaker, (f"outlet:{paper}",), f"account-{n}", speaker, date(2024, 5, day)),
            Quantity(low, low, high, words.removesuffix(" killed"), "toll.exact" if high is not None else "toll.at-least"),
            Passage(f"account-{n}", 0, 1),
            groups=(GroupCount(("rebels", "", ""), "militants", Quantity(low, low, high), True),) if weight < 1 else (),
            everybody=weight >= 1,
            weight=weight,
            doubt=hedge,
            origin=f"voice:{speaker}",
        )
        for n, (paper, speaker, low, high, words, day, weight, hedge) in enumerate(ACCOUNTS, 1)
    )
