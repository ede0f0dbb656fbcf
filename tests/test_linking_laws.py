"""Laws of linking, on made records of any shape: the order of the input, copies of documents, and what can never be one."""

from itertools import combinations

import numpy as np
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from linking_factory import ALEPPO, BORDER, EL_FASHER, HOMS, KHATLON, SHOHIN, TAJIKISTAN, document, mention
from thucydides.linking import Linked, link
from thucydides.linking.forbidding import impossible
from thucydides.nouns import Document, Mention, Passage, Ruling

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow],
               phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
DAYS = ("2025-12-24", "2025-12-25", "2025-12-26", "2025-12", "2025-11-01", "XXXX-12-24", None)
PLACES = (KHATLON, SHOHIN, BORDER, TAJIKISTAN, HOMS, ALEPPO, EL_FASHER, None)
TYPES = ("Armed clash", "Attack", "Air/drone strike", "consult")
WORDS = ["clash", "border", "guard", "drone", "market", "hospital", "convoy", "raid", "village", "bridge", "camp", "mine"]

tellings = st.builds(
    lambda source, type, day, place, killed, words, names, report: (source, type, day, place, killed, words, names, report),
    st.integers(0, 5), st.sampled_from(TYPES), st.sampled_from(DAYS), st.sampled_from(PLACES),
    st.none() | st.integers(0, 12), st.lists(st.sampled_from(WORDS), max_size=8), st.lists(st.sampled_from(("Karim", "Osman")), max_size=2),
    st.booleans(),
)  # fmt: skip
records = st.lists(tellings, min_size=2, max_size=14)


def record(drawn: list[tuple]) -> tuple[list[Mention], list[Document]]:
    """Mentions of up to six documents; every second one of a document is told as different from the one before it."""
    made: list[Mention] = []
    for n, (source, type, day, place, killed, words, names, report) in enumerate(drawn):
        own = [m for m in made if m.document == f"s{source}"]
        apart = [int(own[-1].id.split(":")[1])] if own and n % 2 else []
        made.append(mention(f"s{source}", n * 10, type, day, place, [] if killed is None else [killed], words=" ".join(words),
                            names=sorted(set(names)), report=report, apart=apart))  # fmt: skip
    return made, [document(name, "2025-12-28") for name in sorted({m.document for m in made})]


def cluster_of(linked: Linked) -> dict[str, int]:
    return {m: n for n, cluster in enumerate(linked.clusters) for m in cluster}


@FEW
@given(records, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(drawn: list[tuple], dice) -> None:
    mentions, documents = record(drawn)
    first = link(mentions, documents)
    dice.shuffle(mentions)
    dice.shuffle(documents)
    assert link(mentions, documents) == first


@FEW
@given(records)
def test_every_linked_mention_stands_in_one_cluster_and_what_cannot_be_one_is_not(drawn: list[tuple]) -> None:
    mentions, documents = record(drawn)
    linked = link(mentions, documents)
    assert sorted(m for cluster in linked.clusters for m in cluster) == sorted(m.id for m in mentions)
    by_id = {m.id: m for m in mentions}
    for cluster in linked.clusters:
        assert len({by_id[m].kind for m in cluster}) == 1
        for left, right in combinations(cluster, 2):
            assert left not in by_id[right].distinct_from
            a, b = by_id[left].date, by_id[right].date
            if a and b and a.earliest and a.latest and b.earliest and b.latest and a.precision == b.precision == "day":
                assert max((a.earliest - b.latest).days, (b.earliest - a.latest).days) <= 10


@FEW
@given(records)
def test_a_copy_of_a_document_splits_no_incident_and_joins_none(drawn: list[tuple]) -> None:
    mentions, documents = record(drawn)
    before = link(mentions, documents)
    source = documents[0]
    copies = [_moved(m, "copy") for m in mentions if m.document == source.id]
    after = link([*mentions, *copies], [*documents, replace(source, id="copy", copy_of=source.id)])
    at = cluster_of(after)
    kept = tuple(tuple(m for m in cluster if not m.startswith("copy")) for cluster in after.clusters)
    assert tuple(sorted(c for c in kept if c)) == before.clusters
    for m in copies:
        assert at[m.id] == at[m.id.replace("copy", source.id)]


def _moved(m: Mention, to: str) -> Mention:
    """The same mention in another document."""
    here = f"{m.document}:"
    return replace(
        m, id=m.id.replace(here, f"{to}:"), document=to, passages=tuple(Passage(to, p.start, p.end) for p in m.passages),
        distinct_from=tuple(d.replace(here, f"{to}:") for d in m.distinct_from),
    )  # fmt: skip


@FEW
@given(records, st.data())
def test_a_ruling_wins_over_everything(drawn: list[tuple], data: st.DataObject) -> None:
    mentions, documents = record(drawn)
    left, right = sorted(data.draw(st.lists(st.sampled_from([m.id for m in mentions]), min_size=2, max_size=2, unique=True)))
    one = link(mentions, documents, (), [Ruling(1, "merge", (left, right), "me", "2026-01-01")])
    assert cluster_of(one)[left] == cluster_of(one)[right]
    two = link(mentions, documents, (), [Ruling(1, "different", (left, right), "me", "2026-01-01")])
    assert cluster_of(two)[left] != cluster_of(two)[right]
    assert one.unfit == two.unfit == ()


def test_fine_days_far_apart_forbid_in_busy_areas_and_statements_and_wrong_years_do_not() -> None:
    def days(
        first: int, last: int, firm: bool = False, report: bool = False, busy: bool = True, year: bool = False,
        fresh: bool = False,
    ) -> dict[str, np.ndarray]:
        said = {"first": first, "last": last, "other_first": np.nan, "other_last": np.nan, "firm": firm, "report": report, "busy": busy}
        said |= {"year": firm or year, "fresh": fresh}
        return {name: np.array([value]) for name, value in said.items()}

    def cannot(left: dict[str, np.ndarray], right: dict[str, np.ndarray]) -> bool:
        return bool(impossible(left, right, 10)[0])

    a, b = days(100, 100), days(130, 131)
    assert cannot(a, b)
    assert not cannot(a, days(105, 105))
    assert not cannot(a, days(130, 150))
    assert not cannot(a, days(130, 131, report=True))
    assert not cannot(a, days(465, 465))
    assert not cannot(a, days(130, 131, busy=False))
    assert cannot(days(100, 100, firm=True, busy=False), days(465, 465, firm=True, busy=False))
    assert not cannot(days(np.nan, np.nan, firm=True), days(465, 465, firm=True))
    assert cannot(days(1, 365, year=True, busy=False), days(3700, 3700, busy=False))
    assert not cannot(days(1, 365, year=True, busy=False), days(465, 465, busy=False))
    assert not cannot(days(1, 365, busy=False), days(3700, 3700, busy=False))


def test_news_of_one_year_is_not_news_of_years_later_nor_a_day_written_out_a_year_before() -> None:
    def days(day: int, firm: bool = False, fresh: bool = False) -> dict[str, np.ndarray]:
        said = {"first": day, "last": day, "other_first": np.nan, "other_last": np.nan, "busy": False, "report": False}
        said |= {"firm": firm, "year": firm, "fresh": fresh}
        return {name: np.array([value]) for name, value in said.items()}

    def cannot(left: dict[str, np.ndarray], right: dict[str, np.ndarray]) -> bool:
        return bool(impossible(left, right, 10)[0])

    assert cannot(days(100, fresh=True), days(900, fresh=True))
    assert not cannot(days(100, fresh=True), days(600, fresh=True))
    assert not cannot(days(100, fresh=True), days(900))
    assert cannot(days(100, firm=True), days(600, fresh=True))
    assert not cannot(days(100, firm=True), days(400, fresh=True))


def test_a_camp_attacked_in_two_years_is_two_incidents_whatever_an_undated_report_could_be_of() -> None:
    first, second = mention("a", 0, "Attack", "2022-02-01", EL_FASHER, [46]), mention("b", 0, "Attack", "2023-06-12", EL_FASHER, [46])
    assert second.date is not None
    second = replace(second, date=replace(second.date, basis="document", wording="Monday"))
    undated = mention("c", 0, "Attack", None, EL_FASHER, [46])
    said = [document("a", "2022-02-03"), document("b", "2023-06-13"), document("c", None)]
    clusters = link([first, second, undated], said).clusters
    assert not any({first.id, second.id} <= set(c) for c in clusters)
