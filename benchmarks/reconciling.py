"""Time and memory of reconciling a made war: python benchmarks/reconciling.py [INCIDENTS ...]

Made: incidents over two years, most told by one of sixty papers, some by two, three or six, with about ten claims each (who died,
of which group, when and where), one in ten mistaken and one in five "at least"; in one of eight groups cross, so that the solver is
asked; for every twenty incidents one count over some weeks, of a province or of all. The same number gives the same war. Prints one
line of JSON a size: incidents, claims, counts over many incidents, seconds of clock and of processor, peak memory in MB, and what was
found.
"""

import json
import random
import resource
import sys
import time
from datetime import date, timedelta

from thucydides.nouns import (
    ActorRef,
    Aggregate,
    Claim,
    DateRange,
    Document,
    Mention,
    Passage,
    Place,
    PlaceRef,
    Quantity,
    TollItem,
)
from thucydides.reconciling import reconcile

SIZES = (1_000, 2_500, 5_000, 10_000)
PAPERS, WORDS = 60, 6_000
TELLINGS = (1,) * 85 + (2,) * 9 + (3,) * 4 + (6,) * 2
GROUPS = (("civilians", "SD", "villagers"), ("state forces", "SD", "soldiers"), ("rebels", None, "fighters"))
CROSSING = (("unknown", "SD", "Sudanese nationals"), ("civilians", None, "civilians"))


def exact(number: int) -> Quantity:
    return Quantity(number, number, number, str(number), "toll.exact")


def at_least(number: int) -> Quantity:
    return Quantity(number, number, None, f"at least {number}", "toll.at-least")


def made(size: int) -> tuple[list[Document], list[Mention], list[Claim], list[Aggregate], tuple[tuple[str, ...], ...]]:
    """Documents, mentions, claims, aggregates and clusters of a war of `size` incidents."""
    dice = random.Random(size)
    papers = [f"paper-{n:02}" for n in range(PAPERS)]
    text = {p: ". ".join(" ".join(f"Word{dice.randrange(900)}" for _ in range(20)) for _ in range(WORDS // 20)) for p in papers}
    documents = [Document(p, p, text[p], p, outlet=f"Outlet {p[-2:]}", published=_day(date(2026, 1, 1))) for p in papers]
    mentions: list[Mention] = []
    claims: list[Claim] = []
    clusters = []
    for number in range(size):
        told = _incident(dice, number, papers)
        mentions += [m for m, _ in told]
        claims += [c for _, some in told for c in some]
        clusters.append(tuple(m.id for m, _ in told))
    return documents, mentions, claims, [_count(dice, n, papers) for n in range(size // 20)], tuple(clusters)


def _day(day: date) -> DateRange:
    return DateRange(day.isoformat(), day, day)


def _incident(dice: random.Random, number: int, papers: list[str]) -> list[tuple[Mention, list[Claim]]]:
    day = date(2024, 1, 1) + timedelta(days=number % 700)
    state = f"State {number % 18}"
    place = Place(f"Town {number}", f"town:{number}", "settlement", "SD", state, None, 8 + number % 12, 22 + number % 14, 1, 5.0)
    groups = [*GROUPS, *(CROSSING if dice.random() < 0.125 else ())]
    truth = [dice.randrange(6) for _ in groups]
    telling = dice.sample(papers, dice.choice(TELLINGS))
    return [_telling(dice, f"{paper}:{number}", paper, _day(day), place, groups, truth) for paper in telling]


def _telling(
    dice: random.Random, identifier: str, paper: str, when: DateRange, place: Place, groups: list[tuple[str, str | None, str]],
    truth: list[int],
) -> tuple[Mention, list[Claim]]:  # fmt: skip
    start = dice.randrange(30_000)
    passage = Passage(paper, start, start + 60)
    whole = sum(truth[: len(GROUPS)]) + (dice.random() < 0.1)
    toll = [TollItem("killed", at_least(whole) if dice.random() < 0.2 else exact(whole), passage, "people")]
    toll += [
        TollItem("killed", exact(n), passage, noun, category, nation, part_of=0)  # type: ignore[arg-type]
        for n, (category, nation, noun) in zip(truth, groups, strict=True)
        if n
    ]
    toll.append(TollItem("injured", exact(dice.randrange(20)), passage, "people"))
    actors = (ActorRef(passage, "fighters", "perpetrator", "rsf", "RSF", "rebel group", "SD"),)
    mention = Mention(identifier, paper, "incident", "Attack", "Violence against civilians", "happened", (passage,), when, passage,
                      place=PlaceRef(passage, place.name, "at", place), actors=actors, toll=tuple(toll))  # fmt: skip
    claims = [
        Claim(f"{identifier}:{i}", paper, (identifier,), t.outcome, "", "asserts", passage, quantity=t.quantity, group=t.group,
              speaker=dice.choice((None, "a medic", "the army")), category=t.category, part=t.part_of is not None)
        for i, t in enumerate(toll)
    ]  # fmt: skip
    for name, more in (("date", {"date": when}), ("place", {"place": place}), ("type", {}), ("responsibility", {"actor": "rsf"})):
        value = {"type": "Attack", "responsibility": "RSF"}.get(name, "")
        claims.append(Claim(f"{identifier}:{name}", paper, (identifier,), name, value, "asserts", passage, **more))  # type: ignore[arg-type]
    return mention, claims


def _count(dice: random.Random, number: int, papers: list[str]) -> Aggregate:
    first = date(2024, 1, 1) + timedelta(days=dice.randrange(650))
    window = DateRange("", first, first + timedelta(days=dice.randrange(1, 60)), "days", wording="in those weeks")
    paper = papers[number % len(papers)]
    state = f"State {number % 18}"
    area = Place(state, f"state:{state}", "admin1", "SD", state, None, 12.0, 28.0, 4, 150.0) if number % 3 else None
    return Aggregate(f"{paper}:a{number}", paper, Passage(paper, 0, 50), deaths=at_least(dice.randrange(5, 400)), incidents=at_least(3),
                     window=window, group="people", area=area)  # fmt: skip


def main(sizes: list[int]) -> None:
    """One line of JSON for each size."""
    for size in sizes:
        documents, mentions, claims, aggregates, clusters = made(size)
        clock, processor = time.perf_counter(), time.process_time()
        found = reconcile(documents, mentions, claims, (), aggregates, (), clusters, ())
        print(json.dumps({
            "incidents": len(found.incidents), "claims": len(claims), "counts": len(found.checks),
            "seconds": round(time.perf_counter() - clock, 1), "processor_seconds": round(time.process_time() - processor, 1),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "discrepancies": len(found.discrepancies), "gaps": len(found.gaps), "ranges": len(found.ranges),
        }), flush=True)  # fmt: skip


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or list(SIZES))
