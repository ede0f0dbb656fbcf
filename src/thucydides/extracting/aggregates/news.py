"""News: counts that look like those of a war so far, and are the news of one occurrence.

Invariant: a count with a window of time, over a war by its words, or of several deeds is none.
"""

import re
from collections.abc import Sequence

from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling

LARGE = 500
"""Deaths told without any day above which a count is taken to run over a war: single occurrences of this size are told with their day."""
HOT = 200
"""Deaths up to which the first sentence of a report may tell one occurrence in the present perfect."""
LEAD = 3
"""Sentences from the head of a report, title and date line counted, within which its news is told."""
WEEK_DAYS = 7
_LONG = re.compile(
    r"\b(?:crackdown|uprising|conflict|war|unrest|insurgency|revolt|revolution|campaign|offensive|siege|hostilities|protests|rebellion|violence|fighting"
    r"|attacks|raids|clashes|strikes|massacres|ongoing|since|so\s+far|to\s+date|recent(?:ly)?|in\s+total|altogether|(?:past|last|this)\s+(?:\w+\s+)?"
    r"(?:week|month|year|decade|day)s?)\b",
    re.IGNORECASE,
)
"""Words of what goes on for long or was done more than once."""
SOME_ONE = re.compile(
    r"\b(?:in|on|at|near|by|from|during|after|following)\s+(?:an?|one)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:village|hamlet|town|suburb|camp|market|mosque|church|monastery|school|hospital|clinic|hotel|restaurant|bar|mine|farm|plantation|field|pitch"
    r"|stadium|square|bridge|station|airport|prison|jail|college|university|checkpoint|base|barracks|post|outpost|convoy|bus|boat|ferry|truck|funeral|wedding|attack|raid|ambush|assault|massacre|strike|airstrike"
    r"|blast|explosion|bombing|shooting|shelling|incident|clash)\b",
    re.IGNORECASE,
)
"""One place or one deed, though neither has a name: "at a plantation", "in a raid"."""


def is_news(telling: Telling, before: Sequence[Telling], anchor: Reckoning) -> bool:
    """Whether a sentence counts what the title tells of one occurrence, within a week: then it tells of that one too
    (rule `extract.title-count`): "54 soldiers killed in attack" heads "... were killed in attacks last week on two positions"."""
    date = anchor.when(telling.time) if telling.time is not None else None
    if telling.windows or (date is not None and days_wide(date) > WEEK_DAYS):
        return False
    return bool(_counts(telling) & {count for title in before if title.kind == "title" for count in _counts(title)})


def _counts(telling: Telling) -> set[tuple[str, int]]:
    """The counts of several people that a sentence gives, by outcome."""
    told = ((h.outcome, h.quantity.best or 0) for h in telling.harms if h.quantity is not None and h.part_of is None)
    return {(outcome, best) for outcome, best in told if best > 1}


def is_fresh(telling: Telling, text: str, most: int) -> bool:
    """Whether the present perfect tells the news of one occurrence (rule `extract.fresh`): in the sentence that opens a report, or where
    one place or one deed stands with it ("gunmen have killed 20 people at a plantation"). `most` is the greatest count of `text`."""
    if most > HOT or telling.windows or _LONG.search(text):
        return False
    fine = any(p.place is not None and p.place.kind in _SPOT and p.role in ("at", "near") for p in telling.places)
    return fine or telling.order <= LEAD or SOME_ONE.search(text) is not None


_SPOT = frozenset({"settlement", "site", "island"})


FEW = 10
"""Fewer dead than this are hardly those of a war so far, where one deed is named with them."""
_CAME_OF = re.compile(r"\b(?:after|when|as)\b[^.;]*$", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:coordinated|co-ordinated|simultaneous(?:ly)?|synchroni[sz]ed|twin)\b", re.IGNORECASE)
_AMID = re.compile(r"\bamid\s+(?:a|the)\s+(?:\w+\s+)?(?:spate|wave|string|series|surge|rise|spike|upsurge)\b", re.IGNORECASE)


def of_one_deed(telling: Telling, text: str, most: int) -> bool:
    """Whether a verb of force tells the one deed of which those counted died: "ten people have been killed after a rocket struck a bus",
    or, for a few, "stormed a village, setting off clashes that have left three dead"."""
    deeds = [t for t in telling.triggers if not t.noun and t.family not in ("death", "harm", "arrest")]
    came = any(_CAME_OF.search(text[: t.start - telling.start]) is not None for t in deeds)
    return came or together(text) or (most < FEW and any(not t.weak for t in deeds))


def together(text: str) -> bool:
    """Whether several attacks are called one occurrence: "coordinated attacks", "twin blasts"."""
    return _TOGETHER.search(text) is not None


def amid_others(text: str, counted: int) -> bool:
    """Whether a count, which begins at `counted`, is of others like the deed told: "amid a spate of bombings that has left 44 dead"."""
    return _AMID.search(text, 0, max(0, counted)) is not None
