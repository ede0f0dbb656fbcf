"""A dense war, larger than what is compared wholly: one city shelled day after day; no row of days, no matter of order or workers."""

import random
from datetime import date, timedelta
from typing import Any

import duckdb
import numpy as np
import pytest

from linking_factory import ALEPPO, HOMS, document, mention
from thucydides.linking import Linked, link
from thucydides.linking.blocking import COMPARE_ALL
from thucydides.linking.columns import commons, table
from thucydides.linking.comparisons import BUSY_DAYS
from thucydides.linking.components import clustered, components
from thucydides.linking.features import features
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.scoring import Compared
from thucydides.linking.unit import units
from thucydides.nouns import Document, Mention

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
        return Compared(4, missing // 4, missing % 4, np.full(len(missing), -9.0), np.zeros(len(missing), int))

    labels = components(pairs, 0.0)
    assert labels.tolist() == [0, 0, 0, 3]
    found, besides = clustered(pairs, labels, np.array([0, 3]), 0.0, lambda a, b: False, (), weigh)
    assert asked == [[0 * 4 + 2]]
    assert sorted(found) == [[0, 1], [2], [3]]
    assert list(zip(besides.left.tolist(), besides.right.tolist(), strict=True)) == [(0, 2)]


@pytest.mark.parametrize("workers", [1, 3])
def test_neither_order_nor_the_number_of_workers_changes_anything(linked: Linked, workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = duckdb.connect

    def with_workers(database: str, config: dict[str, Any] | None = None) -> Any:
        return connect(database, config={**(config or {}), "threads": workers})

    monkeypatch.setattr(duckdb, "connect", with_workers)
    mentions, documents, _ = war()
    dice = random.Random(workers)
    dice.shuffle(mentions)
    dice.shuffle(documents)
    assert link(mentions, documents) == linked


def test_a_city_struck_daily_is_busy_and_one_struck_once_is_not() -> None:
    mentions, documents, _ = war()
    tellings = units([*mentions, mention("x", 0, "Attack", "2012-02-15", ALEPPO, [5])], [*documents, document("x")])
    words = Words()
    rows = table(features(tellings), words, Numbers())
    busy = dict(zip((u.mention.id for u in tellings), commons(rows, words).busy.tolist(), strict=True))
    assert busy["d0600:0"] == BUSY_DAYS
    assert busy["x:0"] == 0
