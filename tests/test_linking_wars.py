"""A dense war, larger than what is compared wholly: one city shelled day after day; no row of days, no matter of order or workers."""

import random
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from linking_factory import ALEPPO, DEPAYIN, DJIBO, EL_FASHER, HOMS, KHARKIV, TIBU, document, mention
from thucydides.linking import Linked, link, scoring
from thucydides.linking.blocking import COMPARE_ALL, State, block
from thucydides.linking.columns import table
from thucydides.linking.commons import commons
from thucydides.linking.days import BUSY_DAYS
from thucydides.linking.features import features
from thucydides.linking.groups import Problem
from thucydides.linking.layers import layered
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.querying import connection
from thucydides.linking.scoring import Compared, score
from thucydides.linking.unit import units
from thucydides.linking.weights import weights
from thucydides.nouns import Document, Mention, Place

DAYS, TELLINGS = 120, 3
COMMON = "shell city army resident district government troop rebel".split()  # noqa: SIM905 (words read better so)


def war() -> tuple[list[Mention], list[Document], dict[str, int]]:
    """Three reports a day of one city's shelling, with the day's toll, and words of two days; the last of each leaves the day out."""
    dice = random.Random(7)
    mentions, documents, truth = [], [], {}
    for n in range(DAYS):
        day = date(2012, 1, 1) + timedelta(days=n)
        toll, told = 2 + n * 7 % 53, [f"{stem}{at}" for stem in ("street", "baker") for at in (n, n + 1)]
        for k in range(TELLINGS):
            name = f"d{n:03d}{k}"
            said = None if k == 2 else day.isoformat()
            words = " ".join([*dice.sample(COMMON, 5), *told])
            mentions.append(mention(name, 0, "Shelling/artillery/missile attack", said, HOMS, [toll], victims="civilians",
                                    category="civilians", weapons=["artillery"], words=words))  # fmt: skip
            documents.append(document(name, (day + timedelta(days=1)).isoformat()))
            truth[f"{name}:0"] = n
    return mentions, documents, truth


@pytest.fixture(scope="module")
def linked() -> Linked:
    mentions, documents, _ = war()
    assert len(mentions) > COMPARE_ALL
    return link(mentions, documents)


def test_days_are_not_drawn_into_rows_though_each_shares_words_with_the_next(linked: Linked) -> None:
    truth = war()[2]
    days = [sorted({truth[m] for m in cluster}) for cluster in linked.clusters]
    assert all(found[-1] - found[0] <= 1 for found in days)
    assert sum(len(found) == 1 for found in days) >= 0.45 * DAYS
    assert sum(len(cluster) % TELLINGS == 0 for cluster in linked.clusters) >= 0.9 * len(days)


def test_mentions_joined_through_a_third_are_compared_with_one_another() -> None:
    """Two pairs chain three units together: the third is asked for, and where it weighs nothing the three come apart."""
    pairs = Compared(4, np.array([0, 1]), np.array([1, 2]), np.array([6.0, 5.0]), np.array([0, 0]))
    asked: list[list[int]] = []

    def weigh(missing: Any) -> Compared:
        asked.append(missing.tolist())
        return Compared(4, missing // 4, missing % 4, np.full(len(missing), -12.0), np.zeros(len(missing), int))

    problem = Problem(0.0, lambda a, b: np.zeros(len(a), bool), np.zeros(4, bool), np.arange(4, dtype=np.uint64)).joined_by(pairs)
    found = layered(problem, weigh)
    assert [some for some in asked if some] == [[0 * 4 + 2]]
    assert found.clusters.tolist() == [1, 1, 2, 3]
    assert list(zip(found.inside.left.tolist(), found.inside.right.tolist(), strict=True)) == [(0, 2)]


@pytest.mark.parametrize("workers", [1, 3])
def test_neither_order_nor_the_number_of_workers_changes_anything(linked: Linked, workers: int) -> None:
    mentions, documents, _ = war()
    dice = random.Random(workers)
    dice.shuffle(mentions)
    dice.shuffle(documents)
    with connection() as duck:
        duck.execute(f"SET threads = {workers}")
        try:
            assert link(mentions, documents) == linked
            assert duck.execute("SELECT current_setting('threads')").fetchone() == (workers,)
        finally:
            duck.execute("RESET threads")


def test_pairs_weighed_in_portions_weigh_what_they_weigh_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    mentions, documents, _ = war()
    words, tellings = Words(), units(mentions[:90], documents)
    rows = table(features(tellings), words, Numbers())
    left, right = np.triu_indices(len(rows), 1)
    pairs, common = left * len(rows) + right, commons(rows, words)
    whole = score(rows, common, words, weights(), pairs)
    monkeypatch.setattr(scoring, "_AT_A_TIME", 1_000)
    parts = score(rows, common, words, weights(), pairs)
    assert len(pairs) > 4 * scoring._AT_A_TIME
    for column in ("left", "right", "weight", "met"):
        assert np.array_equal(getattr(parts, column), getattr(whole, column)), column


def test_in_a_crowd_of_one_week_uncommon_words_bring_together_what_neither_place_nor_toll_does() -> None:
    """Ukraine: one report names the city, one the province, neither a toll, among a hundred of the week; their words were told before."""
    dice = random.Random(5)
    province = Place("Kharkiv Oblast", "iso:UA-63", "admin1", "UA", "Kharkiv", None, 49.6, 36.4, 4, 120.0)
    made = [("one", "2024-03-05", KHARKIV, "thermobaric glide"), ("other", "2024-03-05", province, "thermobaric glide")]
    made += [(f"week{n:03d}", f"2024-03-0{4 + n % 3}", KHARKIV, f"street{n}") for n in range(130)]
    made += [(f"past{n:04d}", f"20{10 + n % 13}-{1 + n % 12:02d}-15", HOMS, "thermobaric glide" if n < 18 else f"lane{n}") for n in range(1500)]
    dice.shuffle(made)
    mentions = [mention(name, 0, "Air/drone strike", day, place, words=said) for name, day, place, said in made]
    tellings = units(mentions, [document(name, day) for name, day, _, _ in made])
    words, numbers = Words(), Numbers()
    rows = table(features(tellings), words, numbers)
    pairs = block(State(rows, commons(rows, words), words, numbers, weights().impossible_days))
    at = {u.mention.document: n for n, u in enumerate(tellings)}
    kept = set(pairs.tolist())
    assert at["one"] * len(rows) + at["other"] in kept
    assert at["one"] * len(rows) + at["past0000"] not in kept
    assert len(pairs) < 60 * len(rows)


def test_a_city_struck_daily_is_busy_and_one_struck_once_is_not() -> None:
    mentions, documents, _ = war()
    tellings = units([*mentions, mention("x", 0, "Attack", "2012-02-15", ALEPPO, [5])], [*documents, document("x")])
    words = Words()
    rows = table(features(tellings), words, Numbers())
    busy = dict(zip((u.mention.id for u in tellings), commons(rows, words).busy.tolist(), strict=True))
    assert busy["d0600:0"] == BUSY_DAYS
    assert busy["x:0"] == 0


def told(*tellings: tuple[str, Mention]) -> list[list[str]]:
    """The clusters, by document, of tellings each given with the day of its report."""
    documents = [document(m.document, day) for day, m in tellings]
    return [sorted(m.split(":")[0] for m in cluster) for cluster in link([m for _, m in tellings], documents).clusters]


def test_the_tolls_of_two_sides_do_not_split_a_raid_on_one_day() -> None:
    """Burkina Faso: the army says 21 were killed, the armed group 41."""
    army = mention("army", 0, "Armed clash", "2024-08-24", DJIBO, [21], doers=["jnim"], sufferers=["bf-army"], victims="soldiers",
                   category="state forces", words="base dawn attack reinforcement")  # fmt: skip
    group = mention("group", 0, "Armed clash", "2024-08-24", DJIBO, [41], doers=["jnim"], sufferers=["bf-army"], victims="soldiers",
                    category="state forces", words="base statement weapon seize attack")  # fmt: skip
    assert told(("2024-08-25", army), ("2024-08-26", group)) == [["army", "group"]]


def test_days_inside_a_long_attack_belong_to_it() -> None:
    """Sudan: a camp attacked for three days, which others tell by its first or its last day."""
    words = "camp displace storm clinic staff burn market"
    whole = mention("whole", 0, "Attack", "2025-04-11/2025-04-13", EL_FASHER, ["100+"], doers=["rsf"], victims="civilians",
                    category="civilians", words=words)  # fmt: skip
    first = mention("first", 0, "Attack", "2025-04-11", EL_FASHER, ["100+"], doers=["rsf"], victims="civilians", category="civilians",
                    words=words)  # fmt: skip
    last = mention("last", 0, "Attack", "2025-04-13", EL_FASHER, ["100+"], doers=["rsf"], victims="civilians", category="civilians",
                   words=words)  # fmt: skip
    assert told(("2025-04-14", whole), ("2025-04-12", first), ("2025-04-14", last)) == [["first", "last", "whole"]]


def test_two_attacks_on_one_city_a_day_apart_with_other_tolls_are_two() -> None:
    """Ukraine: bombs on one day, missiles on the next."""
    one = mention("one", 0, "Air/drone strike", "2024-05-25", KHARKIV, [18], [48], doers=["russia"], victims="civilians",
                  category="civilians", weapons=["bomb"], words="hypermarket shopper fire")  # fmt: skip
    same = mention("same", 0, "Air/drone strike", "2024-05-25", KHARKIV, [16], [43], doers=["russia"], victims="civilians",
                   category="civilians", weapons=["bomb"], words="hypermarket guide shopper")  # fmt: skip
    two = mention("two", 0, "Shelling/artillery/missile attack", "2024-05-26", KHARKIV, [2], [5], doers=["russia"], victims="civilians",
                  category="civilians", weapons=["missile"], words="house courtyard window")  # fmt: skip
    assert sorted(told(("2024-05-26", one), ("2024-05-26", same), ("2024-05-27", two))) == [["one", "same"], ["two"]]


def test_one_village_attacked_twice_in_a_month_was_attacked_twice() -> None:
    """Myanmar: a column burns a village, and comes back two weeks later; the second report of each leaves out the toll."""
    times = [("2022-02-02", [3]), ("2022-02-02", []), ("2022-02-17", [1]), ("2022-02-17", [])]
    raids = [
        (day, mention(f"r{n}", 0, "Looting/property destruction", day, DEPAYIN, toll, doers=["mm-army"], victims="villagers",
                      category="civilians", words="house burn soldier flee"))
        for n, (day, toll) in enumerate(times)
    ]  # fmt: skip
    assert sorted(told(*raids)) == [["r0", "r1"], ["r2", "r3"]]


def test_those_who_died_later_do_not_make_a_second_bomb() -> None:
    """Colombia: three killed and nine hurt; two days on, five killed and seven hurt, the day not told again."""
    early = mention("early", 0, "Remote explosive/landmine/IED", "2023-03-29", TIBU, [3], [9], doers=["eln"], victims="soldiers",
                    category="state forces", weapons=["bomb"], words="platoon base explosive conscript")  # fmt: skip
    late = mention("late", 0, "Remote explosive/landmine/IED", None, TIBU, [5], [7], doers=["eln"], victims="soldiers",
                   category="state forces", weapons=["bomb"], words="platoon hospital explosive conscript die")  # fmt: skip
    assert told(("2023-03-29", early), ("2023-03-31", late)) == [["early", "late"]]


def test_a_siege_told_by_weeks_does_not_swallow_the_massacre_of_one_day() -> None:
    """Syria: months of shelling in one report, one day's killing in two others."""
    siege = mention("siege", 0, "Shelling/artillery/missile attack", "2012-02", HOMS, ["300+"], doers=["sy-army"], victims="residents",
                    category="civilians", words="district bombardment month")  # fmt: skip
    day = [mention(n, 0, "Attack", "2012-02-20", HOMS, [47], doers=["shabiha"], victims="women and children", category="civilians",
                   weapons=["knife"], words="family stab house body") for n in ("day1", "day2")]  # fmt: skip
    assert sorted(told(("2012-03-01", siege), ("2012-02-21", day[0]), ("2012-02-22", day[1]))) == [["day1", "day2"], ["siege"]]
