"""The difference of two revisions names what changed and the documents that changed it."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from record_factory import record, report, tally
from thucydides.nouns import Record, Ruling
from thucydides.record import diff

Told = tuple[int, int, int | None]
"""Day, killed and injured of a made report."""


def changes(a: Record, b: Record, about: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(c.kind, c.incident, c.attribute, c.documents) for c in diff(a, b).changes if c.about == about]


def test_nothing_differs_from_itself() -> None:
    one = record([report("a.txt", 3, 2), tally()])
    assert not diff(one, one)
    assert diff(one, one).changes == ()


def test_a_new_account_changes_values_and_is_named_as_the_cause() -> None:
    a, b = report("a.txt", 3, 2), report("b.txt", 3, 4, 1)
    found = diff(record([a]), record([a, b]))
    assert found.documents_added == (b.id,)
    assert found.documents_removed == ()
    values = {c.attribute: c for c in found.changes if c.about == "value"}
    assert set(values) == {"accounts", "origins", "killed", "injured"}
    assert all(c.documents == (b.id,) and c.cause == "" for c in values.values())
    killed, injured = values["killed"], values["injured"]
    assert killed.kind == "changed"
    assert killed.old is not None
    assert killed.new is not None
    assert killed.old.quantity is not None
    assert killed.new.quantity is not None
    assert (killed.old.quantity.high, killed.new.quantity.high) == (2, 4)
    assert (injured.kind, injured.old) == ("added", None)
    assert [(c.kind, c.documents) for c in found.changes if c.about == "discrepancy"] == [("added", (b.id,))]


def test_a_discrepancy_with_one_more_side_is_changed_and_not_settled_and_found() -> None:
    told = [report("a.txt", 3, 2), report("b.txt", 3, 4), report("c.txt", 3, 7)]
    found = [c for c in diff(record(told[:2]), record(told)).changes if c.about == "discrepancy"]
    assert [(c.kind, c.documents) for c in found] == [("changed", (told[2].id,))]
    assert found[0].before
    assert found[0].after
    assert [kind for kind, *_ in changes(record(told), record(told[:2]), "discrepancy")] == ["changed"]


def test_incidents_come_and_go() -> None:
    a, b = report("a.txt", 3, 2), report("b.txt", 9, 4)
    assert changes(record([a]), record([a, b]), "incident") == [("added", "TJ-2024-03-09", "", (b.id,))]
    assert changes(record([a, b]), record([a]), "incident") == [("removed", "TJ-2024-03-09", "", (b.id,))]


def test_an_incident_is_the_same_under_another_id() -> None:
    a = record([report("a.txt", 3, 2)])
    renamed = msgspec.structs.replace(a.incidents[0], id="TJ-2024-03")
    b = msgspec.structs.replace(a, incidents=(renamed,))
    assert diff(a, b).changes == ()


def test_merged_and_split_incidents_are_told_apart_from_new_ones() -> None:
    two = record([report("a.txt", 3, 2), report("b.txt", 9, 4)])
    left, right = two.incidents
    joined = msgspec.structs.replace(left, mentions=(*left.mentions, *right.mentions))
    ruling = Ruling(1, "merge", (left.mentions[0], right.mentions[0]), "me", "2024")
    one = msgspec.structs.replace(two, incidents=(joined,), rulings=(ruling,))
    merged = [c for c in diff(two, one).changes if c.about == "incident"]
    assert [(c.kind, c.before, c.after, c.rulings, c.cause) for c in merged] == [("merged", right.title, left.title, (1,), "")]
    assert diff(two, one).rulings_added == (1,)
    split = [c for c in diff(one, two).changes if c.about == "incident"]
    assert [(c.kind, c.before, c.after) for c in split] == [("split", left.title, right.title)]


def test_open_questions_and_titles_are_compared() -> None:
    a, b = record([report("a.txt", 3, 2)]), record([report("a.txt", 3, 2), tally()], title="Other")
    found = diff(a, b)
    assert found.title == ("Made", "Other")
    assert [(c.kind, c.after) for c in found.changes if c.about == "gap"] == [("added", "Where were the other eight killed?")]
    assert [c.kind for c in diff(b, a).changes if c.about == "gap"] == ["removed"]


reports = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 9), st.none() | st.integers(0, 9)), max_size=5)


@settings(deadline=None)
@given(reports, reports)
def test_turning_the_two_round_turns_the_changes_round(one: list[Told], other: list[Told]) -> None:
    a = record([report(f"{n}.txt", *values) for n, values in enumerate(one)])
    b = record([report(f"{n}.txt", *values) for n, values in enumerate(other)])
    forth, back = diff(a, b), diff(b, a)
    assert (forth.documents_added, forth.documents_removed) == (back.documents_removed, back.documents_added)
    turned = {"added": "removed", "removed": "added", "changed": "changed", "merged": "split", "split": "merged"}
    of_incidents = sorted((turned[c.kind], c.incident) for c in forth.changes if c.about == "incident")
    assert of_incidents == sorted((c.kind, c.incident) for c in back.changes if c.about == "incident")
    assert bool(forth) == bool(back)
