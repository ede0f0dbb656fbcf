"""A dense war, larger than what is compared wholly: one city shelled day after day; no row of days, no matter of order or workers."""

import random
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest

from linking_factory import ALEPPO, HOMS, document, mention
from thucydides.linking import Linked, link
from thucydides.linking.blocking import _COMPARE_ALL
from thucydides.linking.features import busy_days, features
from thucydides.linking.scoring import complete, score
from thucydides.linking.times import when
from thucydides.linking.unit import units
from thucydides.linking.weights import weights
from thucydides.linking.whereabouts import where
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
    assert len(mentions) > _COMPARE_ALL
    return link(mentions, documents)


def test_days_are_not_drawn_into_rows_though_each_shares_words_with_the_next(linked: Linked) -> None:
    truth = war()[2]
    days = [sorted({truth[m] for m in cluster}) for cluster in linked.clusters]
    assert all(found[-1] - found[0] <= 1 for found in days)
    assert sum(len(found) == 1 for found in days) >= 0.45 * DAYS
    assert sum(len(cluster) % TELLINGS == 0 for cluster in linked.clusters) >= 0.9 * len(days)


def test_mentions_joined_through_a_third_are_compared_with_one_another() -> None:
    day = ["2012-02-11", "2012-02-12", "2012-02-13", "2012-02-13"]
    tellings = [mention(f"p{n}", 0, "Attack", said, HOMS, [5], words="raid market") for n, said in enumerate(day)]
    rows = features(units(tellings, []))
    compared = score(rows, weights(), keys={"rare": ((0,), (0, 1), (1,), ())})
    whole = complete(compared, [[0, 1, 2], [3]], rows, weights())
    pairs = {*zip(whole.left.tolist(), whole.right.tolist(), strict=True), *(divmod(pair, 4) for pair in whole.hopeless.tolist())}
    assert pairs == {(0, 1), (0, 2), (1, 2)}
    assert complete(whole, [[0, 1, 2], [3]], rows, weights()) is whole


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
    busy = dict(zip((u.mention.id for u in tellings), busy_days(tellings, [when(u) for u in tellings], [where(u) for u in tellings]),
                    strict=True))  # fmt: skip
    assert busy["d0600:0"] == 60
    assert busy["x:0"] == 0
