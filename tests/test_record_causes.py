"""Every change between two revisions names the document or the ruling that caused it; a ruling that fits nothing is reported."""

from pathlib import Path

import msgspec
import pytest

from cli_runner import Runner
from example_record import REPORTS
from record_factory import record, report
from thucydides.build import build
from thucydides.nouns import Record, Ruling
from thucydides.record import Store, diff
from thucydides.record.changes import Change, Differences
from thucydides.reviewing.fitting import unfit

A, B, C = report("a.txt", 3, 2), report("b.txt", 3, 4), report("c.txt", 9, 1)


class Built:
    """Four revisions of the example: as read; with a merge; without it, with other rulings and one more report; with the merge again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with Store.open(folder, create=True) as store:
            self.revisions = [build([REPORTS / "reports"], store)]
            first = self.revisions[0]
            self.clash, self.january = self.mentions(first, "TJ-2025-12-24"), self.mentions(first, "TJ-2026-01")
            self.rule(store, "merge", ",".join(self.clash), ",".join(self.january))
            self.revisions.append(build([], store))
            drones = self.mentions(first, "TJ-2025-11-26")
            self.rule(store, "undo", "1")
            self.rule(store, "split", drones[0], ",".join(drones[1:]))
            self.rule(store, "set", self.mentions(first, "TJ-2025-11-30")[0], "killed", "3")
            self.rule(store, "reject", *self.mentions(first, "TJ-2022-05-15"))
            self.rule(store, "different", self.mentions(first, "TJ-2024-11")[0], self.mentions(first, "TJ-2023-09-06")[0])
            self.rule(store, "set", self.mentions(first, "TJ-2022-05-15")[0], "killed", "1")
            self.revisions.append(build([REPORTS / "later"], store, warn=(warnings := list[str]()).append))
            self.warnings = warnings
            self.rule(store, "undo", "2")
            self.revisions.append(build([], store))

    def mentions(self, record: Record, incident: str) -> tuple[str, ...]:
        return next(i.mentions for i in record.incidents if i.id == incident)

    def rule(self, store: Store, verb: str, *arguments: str) -> None:
        store.rule(verb, arguments, "Ana", "2026-02-01", f"reason for {verb}")

    def between(self, before: int, after: int) -> Differences:
        return diff(self.revisions[before - 1], self.revisions[after - 1])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("causes") / "r")


def of(found: Differences, incident: str) -> list[Change]:
    return [c for c in found.changes if c.incident == incident and c.about in ("incident", "value")]


def test_a_merge_is_the_cause_of_all_that_it_changed(built: Built) -> None:
    found = built.between(1, 2)
    assert found.rulings_added == (1,)
    assert found.idle == ()
    assert {(c.rulings, c.documents) for c in found.changes} == {((1,), ())}
    assert [c.kind for c in of(found, "TJ-2026-01")] == ["merged"]
    groups = {c.attribute: c.kind for c in of(found, "TJ-2025-12-24") if c.attribute.startswith("killed/")}
    assert groups == {"killed/alleged intruders": "changed", "killed/armed men": "added"}
    assert "killed" in {c.attribute for c in found.changes if c.about == "discrepancy" and c.incident == "TJ-2025-12-24"}


def test_each_of_several_rulings_and_a_new_document_are_told_apart(built: Built) -> None:
    found = built.between(2, 3)
    (new,) = found.documents_added
    assert found.rulings_added == (2, 3, 4, 5, 6, 7)
    assert {c.rulings for c in of(found, "TJ-2025-12-24")} == {(2,)}
    assert [(c.kind, c.rulings) for c in of(found, "TJ-2026-01")] == [("split", (2,))]
    assert {c.rulings for c in [*of(found, "TJ-2025-11-26"), *of(found, "TJ-2025-11-26-b")]} == {(3,)}
    assert [(c.attribute, c.rulings, c.documents) for c in of(found, "TJ-2025-11-30") if c.attribute == "killed"] == [("killed", (4,), ())]
    assert [(c.kind, c.rulings) for c in of(found, "TJ-2022-05-15")] == [("removed", (5,))]
    added = [c for c in found.changes if c.kind == "added" and c.about == "incident"]
    assert [(c.documents, c.rulings) for c in added] == [((new,), ())]
    assert found.idle == (6, 7)
    assert all((c.documents or c.rulings) != bool(c.cause) for c in found.changes)


def test_what_an_undone_undo_brings_back_is_its_doing(built: Built) -> None:
    found = built.between(3, 4)
    assert found.rulings_added == (8,)
    assert {c.rulings for c in found.changes} == {(8,)}
    assert [c.kind for c in of(found, "TJ-2026-01")] == ["merged"]
    assert built.between(2, 4).changes
    assert not any({1, 2, 8} & set(c.rulings) for c in built.between(2, 4).changes)


def test_the_diff_is_told_with_who_and_why(built: Built, run: Runner) -> None:
    out = run("diff", built.folder, 2, 3).out
    assert "* Ruling 4 (set killed 3, Ana: reason for set)" in out
    assert "Ruling 6 and Ruling 7 have changed nothing." in out
    assert "killed: 2 is now 3 [ruling 4 (set killed 3, Ana: reason for set)]" in out
    assert "[ruling 2 (undo of 1, Ana: reason for undo)]" in out
    found = run("diff", built.folder, 2, 3, "--json").json
    assert found["rulings_without_effect"] == [6, 7]
    assert next(r["why"] for r in found["rulings"] if r["number"] == 5) == "reason for reject"
    assert any(c["rulings"] == [4] for c in found["changes"])


def test_a_ruling_that_fits_nothing_is_said_by_build_and_check_and_kept(built: Built, run: Runner) -> None:
    (warning,) = built.warnings
    assert warning.startswith("ruling 7 (set, Ana: reason for set) fits nothing: the account that it speaks of is in no incident")
    assert "rule undo" in warning
    checked = run("check", built.folder)
    assert checked.code == 1
    assert "Rulings that fit nothing any more" in checked.out
    assert "Ruling 7 (set, Ana: reason for set) fits nothing" in checked.out
    assert [u["number"] for u in run("check", built.folder, "--json").json["rulings_unfit"]] == [7]
    assert 7 in [r["number"] for r in run("rule", "list", built.folder, "--json").json]


def ruling(number: int, verb: str, *arguments: str) -> Ruling:
    return Ruling(number, verb, arguments, "Ana", "2026-02-01")  # type: ignore[arg-type]


def test_why_a_ruling_fits_nothing_is_said() -> None:
    made = record([A, B, C])
    a, b, c = (next(m.id for m in made.mentions if m.document == d.id) for d in (A, B, C))
    rulings = (
        ruling(1, "merge", a, c), ruling(2, "merge", a, "gone:0"), ruling(3, "different", a, c), ruling(4, "set", "gone:0", "killed", "3"),
        ruling(5, "set", a, "killed", "a few"), ruling(6, "set", a, "killed", "3"), ruling(7, "reject", "gone:0"), ruling(8, "reject", f"{b}:killed"),
        ruling(9, "different", a), ruling(10, "merge", a, "other:0"), ruling(11, "undo", "10"),
    )  # fmt: skip
    found = {u.ruling.number: u.reason for u in unfit(msgspec.structs.replace(made, rulings=rulings))}
    assert set(found) == {1, 2, 4, 5, 7, 9}
    assert "a later ruling contradicts it" in found[1]
    assert "no longer in the record" in found[2]
    assert "no longer in the record" in found[4]
    assert "cannot be read" in found[5]
    assert "what it rejects" in found[7]
    assert "one side only" in found[9]
    assert unfit(made) == ()


def test_a_rejected_claim_is_named_where_its_value_goes() -> None:
    before = record([A, B])
    incident = before.incidents[0]
    killed = incident.assessed("killed")
    assert killed is not None
    void = next(c for c in before.claims if c.document == B.id and c.attribute == "killed")
    value = msgspec.structs.replace(killed, quantity=msgspec.structs.replace(killed.quantity, high=2), claims_against=())  # type: ignore[type-var]
    values = tuple(value if a is killed else a for a in incident.assessments)
    after = msgspec.structs.replace(
        before, incidents=(msgspec.structs.replace(incident, assessments=values),), rulings=(ruling(1, "reject", void.id),)
    )
    (change,) = (c for c in diff(before, after).changes if c.about == "value")
    assert (change.attribute, change.rulings, change.documents) == ("killed", (1,), ())
