"""Values of the record beside the coded ones, for the incidents that were paired: when, where, what, how many."""

from collections.abc import Iterator
from functools import cache

from thucydides.evaluating.judged import Event, coded, count, country, day, gold_in_words, in_words, kilometres, when
from thucydides.evaluating.outcome import Case, Tally
from thucydides.evaluating.pairing import Judged
from thucydides.nouns import Incident
from thucydides.vocabulary import table

NEAR_KM = 50.0
"""A place within this of the gold's is right (the measure of the coded data)."""
Judgement = tuple[str, bool, float]
"""A measure, whether the answer is good, and how bad it is where it is not."""


def judge_values(judged: Judged, tally: Tally) -> None:
    """Judge every value of every pair that the gold says something of."""
    for name, event in judged.pairs.items():
        incident, gold = judged.incidents[name], judged.events[event]
        found = (*_date(incident, gold), *_place(incident, gold), *_type(incident, gold), *_tolls(incident, gold))
        for measure, good, weight in found:
            case = Case(measure, event, judged.text(name), gold_in_words(gold), in_words(incident), weight)
            tally.judge(measure, good, case)


def _date(incident: Incident, gold: Event) -> Iterator[Judgement]:
    target = day(gold.get("best_date")) or (day(gold.get("date_start")) if gold.get("date_precision") == "day" else None)
    if target is None:
        return
    earliest, latest = when(incident)
    off = abs((earliest - target).days) if earliest is not None else 1000
    inside = earliest is not None and latest is not None and earliest <= target <= latest
    yield "date covers the day", inside, off
    yield "date exact to the day", earliest == latest == target, off


def _place(incident: Incident, gold: Event) -> Iterator[Judgement]:
    if wanted := gold_codes(gold):
        yield "country", country(incident) in wanted, 1.0
    if gold.get("lat") is not None and (gold.get("adm2") or gold.get("place")):
        far = kilometres(incident, gold)
        yield "within 50 km", far is not None and far <= NEAR_KM, 30000.0 if far is None else far


@cache
def _named() -> dict[str, str]:
    rows = table("demonyms")
    return {name: row["code"] for row in rows for name in (row["name"], *row["names"].split("|")) if name}


def gold_codes(gold: Event) -> set[str]:
    """The ISO codes that the gold's country stands for: given as a code, or by its English name."""
    given = {str(gold[key]) for key in ("country_code", "country") if gold.get(key)}
    return {_named().get(value, value.upper() if len(value) == 2 else "") for value in given} - {""}


def _type(incident: Incident, gold: Event) -> Iterator[Judgement]:
    if gold.get("type"):
        yield "type", incident.type in {gold["type"], *(gold.get("type_also") or ())}, 1.0


def _tolls(incident: Incident, gold: Event) -> Iterator[Judgement]:
    for outcome in ("killed", "injured"):
        low, best, high = count(incident, outcome)
        want = coded(gold, outcome)
        if want.get("best") is not None:
            off = 1e6 if best is None else abs(best - want["best"])
            yield f"{outcome} best", best == want["best"], off
            if "low" in want and "high" in want:
                yield f"{outcome} range", (low, high) == (want["low"], want["high"]), off
        elif want.get("low") is None and want.get("high") is None:
            yield f"{outcome} unknown kept", best is None, float(best or 0)
