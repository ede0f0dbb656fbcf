"""Time, memory, pairs and recall of linking on made mentions of a dense war.

usage: linking.py [--long] [SIZE ...]

Made: incidents over two years, so that the war is the denser the more mentions there are, or with --long over so many days that there are
137 mentions a day, as many as 100,000 in two years; in the provinces and towns of eight countries, a few towns having most of them, each
told by one to forty documents; a telling may leave out the day, the place or the toll, give the statement's day, a coarser place or a
rising toll. The same size gives the same mentions. Prints one line of JSON a size: seconds by step, peak memory in MB, pairs a mention,
share of true pairs that blocking keeps, and pair precision and recall of the clusters.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from msgspec.structs import replace

from linking_factory import document, mention
from thucydides.linking.link import linked
from thucydides.linking.standing import Standing
from thucydides.nouns import Document, Mention, Place

TYPES = ("Armed clash", "Attack", "Shelling/artillery/missile attack", "Air/drone strike", "Remote explosive/landmine/IED", "Suicide bomb",
         "Abduction/forced disappearance", "Arrests")  # fmt: skip
FIRST_DAY = 738_500
DAYS = 730
A_DAY = 137  # mentions, in a long war
COUNTRIES = 8
ADDED = 9


def made(size: int, days: int = DAYS) -> tuple[list[Mention], list[Document], dict[str, int]]:
    """About `size` mentions, their documents, and for each mention the number of its incident."""
    dice = random.Random(size)
    towns = [_town(dice, n) for n in range(400)]
    mentions: list[Mention] = []
    truth: dict[str, int] = {}
    late: dict[str, int] = {}
    incident = 0
    while len(mentions) < size:
        incident += 1
        for telling, day in _tellings(dice, towns, incident, len(mentions), days):
            mentions.append(telling)
            truth[telling.id] = incident
            late[telling.document] = day
    words = {m.document: " ".join((*m.words, *m.names)) for m in mentions}
    documents = [replace(document(name, _iso(day)), text=words[name]) for name, day in late.items()]
    return mentions[:size], documents, truth


def _town(dice: random.Random, number: int) -> Place:
    country = number % COUNTRIES
    province = dice.randrange(14)
    code = f"{chr(65 + country)}{chr(65 + country)}"
    return Place(f"Town {number}", f"made:{number}", "settlement", code, f"Province {country}-{province}", f"District {number // 3}",
                 10 + country * 4 + dice.random() * 3, 10 + province * 0.3 + dice.random(), 1, 5.0)  # fmt: skip


def _tellings(dice: random.Random, towns: list[Place], incident: int, at: int, days: int) -> Iterator[tuple[Mention, int]]:
    town = towns[int(len(towns) * dice.random() ** 2)]
    day = FIRST_DAY + dice.randrange(days)
    kind = dice.choices(TYPES, (30, 20, 20, 10, 8, 2, 6, 4))[0]
    killed = min(int(dice.paretovariate(0.9)) - 1, 300)
    hurt = int(killed * dice.uniform(0.5, 3)) + dice.randrange(3)
    words = [_word(dice) for _ in range(14)]
    names = [_name(dice) for _ in range(dice.randrange(4))]
    doers, sufferers = (f"actor:{town.country}-{dice.randrange(4)}",), (f"actor:{town.country}-{4 + dice.randrange(3)}",)
    for n in range(min(int(dice.paretovariate(1.1)), 40)):
        late = min(int(dice.expovariate(0.8)), 20)
        when: str | None = _iso(day)
        report = False
        if dice.random() < 0.12:
            when = None
        elif dice.random() < 0.08:
            when = _iso(day)[:7]
        elif dice.random() < 0.1:
            when, report = _iso(day + 1), True
        where: Place | None = town
        if dice.random() < 0.15:
            where = Place(
                town.admin1 or "", f"made:{town.admin1}", "admin1", town.country, town.admin1, None, town.latitude, town.longitude, 4, 80.0
            )
        elif dice.random() < 0.08:
            where = None
        toll = max(0, killed + (dice.choice((-1, 1, 2)) if dice.random() < 0.15 else 0))
        told = [w for w in words if dice.random() < 0.6] + [_word(dice) for _ in range(6)]
        yield mention(
            f"doc{at + n}", 0, kind if dice.random() < 0.8 else dice.choice(TYPES), when, where,
            [toll] if dice.random() < 0.75 else [], [hurt] if dice.random() < 0.4 else [],
            doers if dice.random() < 0.6 else (), sufferers if dice.random() < 0.6 else (),
            words=" ".join(told), names=[w for w in names if dice.random() < 0.6], report=report,
        ), day + late  # fmt: skip


def _word(dice: random.Random) -> str:
    """One of 20,000 words, a few of them common."""
    number = int(dice.paretovariate(0.6)) % 20_000
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:05d}")


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(s) for s in ("BDFGKLMNRST", "aeiou", "bdklmnrs", "aeiou", "kmnrst")).title()


def _iso(day: int) -> str:
    from datetime import date

    return date.fromordinal(day).isoformat()


def blocked(standing: Standing, truth: dict[str, int]) -> tuple[float, float]:
    """Share of the true pairs that are compared, and compared pairs a mention."""
    import numpy as np

    event = np.array([truth[unit.members[0]] for unit in standing.units])
    kept = int((event[standing.pairs.left] == event[standing.pairs.right]).sum())
    true = sum(n * (n - 1) // 2 for n in Counter(event.tolist()).values())
    return kept / max(true, 1), len(standing.pairs) / len(event)


def agreement(clusters: tuple[tuple[str, ...], ...], truth: dict[str, int]) -> tuple[float, float]:
    """Pair precision and pair recall of the clusters."""
    said = hit = true = 0
    sizes: dict[int, int] = defaultdict(int)
    for cluster in clusters:
        said += len(cluster) * (len(cluster) - 1) // 2
        shares: dict[int, int] = defaultdict(int)
        for m in cluster:
            shares[truth[m]] += 1
            sizes[truth[m]] += 1
        hit += sum(n * (n - 1) // 2 for n in shares.values())
    true = sum(n * (n - 1) // 2 for n in sizes.values())
    return hit / max(said, 1), hit / max(true, 1)


def main() -> None:
    """Run the sizes given, by default a thousand, ten thousand and a hundred thousand mentions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--long", action="store_true")
    arguments = parser.parse_args()
    for size in arguments.sizes:
        days = max(size // A_DAY, 1) if arguments.long else DAYS
        mentions, documents, truth = made(size, days)
        documents.sort(key=lambda d: d.id)
        late = {d.id for d in random.Random(1).sample(documents, ADDED)}
        own = {name: [m for m in mentions if m.document == name] for name in late}
        seconds, processor = time.perf_counter(), time.process_time()
        standing = Standing()
        standing.change([d for d in documents if d.id not in late], [m for m in mentions if m.document not in late])
        seconds, processor = time.perf_counter() - seconds, time.process_time() - processor
        adding = []
        for one in (d for d in documents if d.id in late):
            begun, worked = time.perf_counter(), time.process_time()
            reopened = standing.change([one], own[one.id])
            adding.append((time.perf_counter() - begun, time.process_time() - worked, reopened))
        begun = time.process_time()
        found = linked(standing)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        recall, pairs = blocked(standing, truth)
        precise, hit = agreement(found.clusters, truth)
        print(json.dumps({
            "mentions": size, "days": days,
            "seconds": round(seconds, 1), "processor_seconds": round(processor, 1), "peak_mb": round(memory),
            "telling_pairs_processor_seconds": round(time.process_time() - begun, 1),
            "clusters": len(found.clusters), "pairs_kept": len(found.pairs), "compared_a_mention": round(pairs, 1),
            "blocking_recall": round(recall, 4), "precision": round(precise, 4), "recall": round(hit, 4),
            "adding_one_seconds": round(median(a[0] for a in adding), 2),
            "adding_one_processor_seconds": round(median(a[1] for a in adding), 2),
            "adding_one_compares": int(median(a[2].compared for a in adding)),
            "adding_one_reopens": int(median(len(a[2].clusters) for a in adding)),
        }), flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
