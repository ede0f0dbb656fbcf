"""Reports added to a record that stands: the same as all at once, in any order and any portions, and only what they touch is reopened."""

import random
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from example_record import REPORTS
from linking_factory import ALEPPO, EL_FASHER, HOMS, KHATLON, document, mention
from test_linking_laws import record, records
from thucydides.build import build
from thucydides.linking import Linked, link
from thucydides.linking.blocking import COMPARE_ALL
from thucydides.linking.link import linked
from thucydides.linking.standing import Standing
from thucydides.nouns import Claim, Document, Mention, Passage, Quantity, Record, Ruling
from thucydides.publishing.outputs.json import plain
from thucydides.record import Store
from thucydides.record.making import cache_key

FEW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow],
               phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
TOWNS = (HOMS, ALEPPO, EL_FASHER, KHATLON)
WORDS = "shell army resident road school bakery bridge checkpoint market clinic convoy farm dam mill tower".split()  # noqa: SIM905


@cache
def war(size: int = 400) -> tuple[tuple[Mention, ...], tuple[Document, ...], tuple[Claim, ...]]:
    """A war in four towns over a year, each deed told by one to five reports that leave out or get wrong this and that; some are copies."""
    dice = random.Random(size)
    mentions: list[Mention] = []
    documents: list[Document] = []
    claims: list[Claim] = []
    while len(mentions) < size:
        day, town, toll = date(2012, 1, 1) + timedelta(days=dice.randrange(365)), dice.choice(TOWNS), dice.randrange(12)
        told = [*dice.sample(WORDS, 4), f"name{dice.randrange(300)}"]
        for _ in range(min(int(dice.paretovariate(1)), 5)):
            name = f"r{dice.randrange(10**6):06d}{len(documents)}"
            said = dice.choice((day.isoformat(), day.isoformat(), day.isoformat()[:7], None, (day + timedelta(days=1)).isoformat()))
            one = mention(name, 0, dice.choice(("Attack", "Armed clash", "Shelling/artillery/missile attack")), said,
                          town if dice.random() < 0.8 else None, [toll] if dice.random() < 0.8 else [], words=" ".join(dice.sample(told, 3)),
                          names=["Karim"] if dice.random() < 0.1 else [], report=dice.random() < 0.1)  # fmt: skip
            other = mention(name, 40, "consult", said, town, words="talks truce", apart=[0])
            whole = document(name, (day + timedelta(days=dice.randrange(3))).isoformat())
            documents.append(replace(whole, text=" ".join(told)))
            mentions += [one, other] if dice.random() < 0.1 else [one]
            claims.append(Claim(f"{name}:c", name, (one.id,), "killed", "", "asserts", Passage(name, 0, 5), quantity=Quantity(toll + 1, toll + 1, None)))
            if dice.random() < 0.05:
                documents.append(replace(whole, id=f"{name}x", copy_of=name, text=" ".join(told)))
                mentions.append(replace(one, id=f"{name}x:0", document=f"{name}x"))
    return tuple(mentions), tuple(documents), tuple(claims)


def add(standing: Standing, part: list[Document], whole: tuple, rulings: tuple[Ruling, ...] = ()):
    names = {d.id for d in part}
    return standing.change(part, [m for m in whole[0] if m.document in names], [c for c in whole[2] if c.document in names], rulings)


@cache
def at_once() -> Linked:
    mentions, documents, claims = war()
    return link(mentions, documents, claims)


@FEW
@given(st.randoms(use_true_random=False), st.lists(st.integers(1, 60), min_size=1, max_size=2))
def test_a_war_added_in_any_order_and_portions_is_the_war_at_once(dice: random.Random, portions: list[int]) -> None:
    documents = list(war()[1])
    dice.shuffle(documents)
    standing = Standing()
    cuts = [0, *sorted({len(documents) - p for p in portions}), len(documents)]
    for a, b in pairwise(cuts):
        add(standing, documents[a:b], war())
    assert linked(standing) == at_once()


@FEW
@given(records, st.randoms(use_true_random=False))
def test_small_records_added_report_by_report_are_the_same_too(drawn: list[tuple], dice: random.Random) -> None:
    mentions, documents = record(drawn)
    dice.shuffle(documents)
    standing = Standing()
    for one in documents:
        add(standing, [one], (mentions, documents, ()))
    assert linked(standing) == link(mentions, documents)


def test_the_war_is_larger_than_what_is_compared_wholly() -> None:
    assert len(at_once().clusters) > 100
    assert len(war()[0]) > COMPARE_ALL


def test_a_report_that_goes_or_is_corrected_leaves_what_the_rest_would_have_made() -> None:
    mentions, documents, claims = war()
    standing = Standing()
    add(standing, list(documents), war())
    out = {d.id for d in random.Random(3).sample(documents, 5)}
    rest = [d for d in documents if d.id not in out]
    standing.change((), (), (), gone=out)
    assert linked(standing) == link([m for m in mentions if m.document not in out], rest, [c for c in claims if c.document not in out])
    corrected = rest[7]
    told = [replace(m, words=("other", "words")) for m in mentions if m.document == corrected.id]
    standing.change([corrected], told, [])
    whole = [m for m in mentions if m.document not in out and m.document != corrected.id]
    assert linked(standing) == link([*whole, *told], rest, [c for c in claims if c.document not in {*out, corrected.id}])


def test_one_more_report_reopens_what_it_may_belong_to_and_nothing_else() -> None:
    mentions, documents, _ = war()
    last = next(d for d in documents if sum(m.document == d.id for m in mentions) == 1 and len(cluster_of(at_once(), f"{d.id}:0")) == 3)
    standing = Standing()
    add(standing, [d for d in documents if d.id != last.id], war())
    before = linked(standing)
    reopened = add(standing, [last], war())
    after = linked(standing)
    assert after == at_once()
    assert reopened.units == 1
    assert reopened.compared < len(standing.pairs) / 4
    opened = {m for cluster in reopened.clusters for m in cluster}
    changed = {m for c in {*after.clusters} ^ {*before.clusters} for m in c}
    assert changed <= opened
    assert f"{last.id}:0" in opened
    assert len(opened) < len(mentions) / 4


def cluster_of(found: Linked, one: str) -> tuple[str, ...]:
    return next((c for c in found.clusters if one in c), ())


def test_a_report_about_nothing_that_was_told_reopens_nothing() -> None:
    standing = Standing()
    add(standing, list(war()[1]), war())
    clusters = standing.layers.clusters.copy()
    far = mention("zz", 0, "Attack", "1999-04-01", replace(HOMS, name="Bogotá", gazetteer_id="geonames:3688689", country="CO", admin1="Bogotá",
                  admin2=None, latitude=4.6, longitude=-74.1), [2], words="quarry ferry")  # fmt: skip
    reopened = standing.change([document("zz", "1999-04-02")], [far])
    assert reopened.clusters == (("zz:0",),)
    assert np.array_equal(standing.layers.clusters[:-1], clusters)


@pytest.mark.parametrize("verb", ["merge", "different"])
def test_rulings_that_come_and_go_hold_as_in_a_build_at_once(verb: str) -> None:
    mentions, documents, claims = war()
    cluster = max(at_once().clusters, key=len)
    other = cluster[1] if verb == "different" else next(c for c in at_once().clusters if c[0] not in cluster)[0]
    ruling = Ruling(1, verb, (cluster[0], other), "me", "2026-01-01")  # type: ignore[arg-type]
    standing = Standing()
    add(standing, list(documents), war())
    standing.change((), (), (), (ruling,))
    assert linked(standing) == link(mentions, documents, claims, (ruling,))
    standing.change((), (), (), ())
    assert linked(standing) == at_once()


def test_the_example_added_in_portions_of_any_order_gives_the_bytes_of_the_example_at_once(tmp_path: Path) -> None:
    """From the files to the export: reading, dates found through others, copies, linking, reconciling and saving."""
    files = sorted(path for folder in ("reports", "later") for path in (REPORTS / folder).iterdir())
    with Store.open(tmp_path / "whole", create=True) as whole:
        at_once = build(files, whole)
        extracts = whole.cached_extracts({cache_key(d) for d in whole.documents_as_read()})
    for seed, cuts in enumerate(((2, 3), (5,))):
        random.Random(seed).shuffle(files)
        with Store.open(tmp_path / f"parts{seed}", create=True) as parts:
            parts.keep_extracts(extracts)
            added = at_once
            for a, b in pairwise((0, *cuts, len(files))):
                added = build(files[a:b], parts)
        assert len(added.incidents) > 3
        assert exported(added) == exported(at_once)


def exported(record: Record) -> bytes:
    """A record as its export, without its revision and what it answers of earlier ones, which tell how it came to be."""
    return msgspec.json.encode({**plain(replace(record, revision=0, answers=()))})
