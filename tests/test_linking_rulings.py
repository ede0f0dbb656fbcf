"""Rulings: what a person decides about mentions is done, and what fits nothing is reported."""

from linking_factory import HOMS, KHATLON, document, mention
from thucydides.linking import link
from thucydides.nouns import Ruling

MENTIONS = [
    mention("p", 0, "Armed clash", "2025-12-24", KHATLON, [5]),
    mention("q", 0, "Armed clash", "2025-12-24", KHATLON, [5]),
    mention("r", 0, "Armed clash", "2025-12-24", KHATLON, [5]),
    mention("s", 0, "Shelling/artillery/missile attack", "2012-02-11", HOMS, [40]),
]
DOCUMENTS = [document(name) for name in "pqrs"]


def ruling(number: int, verb: str, *arguments: str, withdrawn_by: int | None = None) -> Ruling:
    return Ruling(number, verb, arguments, "editor", "2026-02-01T10:00:00Z", "seen", withdrawn_by)


def clusters(*rulings: Ruling) -> tuple[tuple[str, ...], ...]:
    return link(MENTIONS, DOCUMENTS, (), rulings).clusters


def test_without_rulings_three_are_one() -> None:
    assert clusters() == (("p:0", "q:0", "r:0"), ("s:0",))


def test_merge_joins_what_nothing_else_would_even_on_impossible_days() -> None:
    assert clusters(ruling(1, "merge", "p:0", "s:0")) == (("p:0", "q:0", "r:0", "s:0"),)


def test_different_keeps_two_apart_and_split_takes_a_group_out() -> None:
    assert clusters(ruling(1, "different", "p:0,q:0", "r:0"))[:2] == (("p:0", "q:0"), ("r:0",))
    assert clusters(ruling(1, "split", "p:0", "q:0,r:0"))[:2] == (("p:0",), ("q:0", "r:0"))


def test_a_document_stands_for_its_mentions() -> None:
    assert clusters(ruling(1, "merge", "r", "s"))[0] == ("p:0", "q:0", "r:0", "s:0")


def test_a_withdrawn_ruling_does_nothing() -> None:
    assert clusters(ruling(1, "merge", "p:0", "s:0", withdrawn_by=2), ruling(2, "undo", "1")) == clusters()


def test_the_later_of_two_contradicting_rulings_wins_and_the_earlier_is_reported() -> None:
    merge, different = ruling(1, "merge", "p:0", "r:0"), ruling(2, "different", "p:0", "r:0")
    linked = link(MENTIONS, DOCUMENTS, (), [merge, different])
    assert linked.unfit == (merge,)
    assert not any({"p:0", "r:0"} <= set(cluster) for cluster in linked.clusters)


def test_a_ruling_on_a_mention_that_is_gone_is_reported_and_the_rest_goes_on() -> None:
    gone = ruling(3, "merge", "p:0", "x:77")
    linked = link(MENTIONS, DOCUMENTS, (), [gone])
    assert linked.unfit == (gone,)
    assert linked.clusters == clusters()


def test_verbs_of_other_steps_are_left_alone() -> None:
    linked = link(MENTIONS, DOCUMENTS, (), [ruling(1, "set", "i", "killed.best", "3"), ruling(2, "reject", "i")])
    assert linked.unfit == ()


def test_the_pair_of_a_ruling_says_so() -> None:
    linked = link(MENTIONS, DOCUMENTS, (), [ruling(4, "merge", "p:0", "s:0")])
    assert [p.ruling for p in linked.pairs if (p.left, p.right) == ("p:0", "s:0")] == ["merge 4"]
