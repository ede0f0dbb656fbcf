"""A record that grew, was corrected and ruled upon, build by build, is byte for byte the record of one build from nothing.

Real reports in real folders: whatever a build keeps for the next one may save time and nothing else.
"""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_linking_adding import FEW, exported
from thucydides.build import build, extend
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Extract, Record
from thucydides.record import Store, diff
from thucydides.record.laws import faults
from thucydides.record.making import cache_key
from thucydides.record.saving import content_hash
from thucydides.showing.differing import summary

TOWNS = ("Kadugli", "El Fasher", "Nyala")
DEEDS = ("Shells hit the market of {town} on {day} March 2024, killing {killed} people and wounding {hurt}, a medic said.",
         "Gunmen attacked a village near {town} on {day} March 2024. {Killed} villagers were killed, residents told the paper.",
         "A drone struck a fuel depot in {town} on {day} March 2024; the army said {killed} soldiers died.")  # fmt: skip
COUNT = "Since the start of March 2024 attacks in and around {town} have killed at least {total} people, a local network said."
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")


def texts() -> dict[str, str]:
    """Short reports by file name: deeds told by one to three papers that differ on the toll, and counts over many."""
    dice = random.Random(5)
    found: dict[str, str] = {}
    for deed in range(5):
        form, town, day, toll = dice.choice(DEEDS), dice.choice(TOWNS), dice.randrange(2, 28), dice.randrange(5)
        for _ in range(dice.choice((1, 2, 3))):
            number = NUMBERS[min(toll + dice.randrange(2), len(NUMBERS) - 1)]
            told = form.format(town=town, day=day, killed=number, Killed=number.capitalize(), hurt="ten")
            more = f"\n\n{COUNT.format(town=town, total=20 + deed)}" if dice.random() < 0.3 else ""
            name = f"paper{len(found)}.txt"
            found[name] = f"Report {len(found)} from {town}\n\nMarch {day + 1}, 2024\n\n{told} Aid workers reached the scene late.{more}\n"
    return found


def corrected(text: str) -> str:
    """A report as its paper corrected it: one word of number is another, and a sentence came."""
    old = next((n for n in NUMBERS if n in text), "two")
    return text.replace(old, "nine").replace("late.", "late. The paper had given a lower figure before.")


@cache
def extracts() -> Mapping[str, Extract]:
    """What is read from all reports and their corrections, by cache key: read once for all tests here."""
    with TemporaryDirectory() as folder:
        sources = [Path(folder) / name for name in ("said", "corrected")]
        for source, change in zip(sources, (str, corrected), strict=True):
            source.mkdir()
            for name, text in texts().items():
                (source / name).write_text(change(text))
        found: dict[str, Extract] = {}
        for n, source in enumerate(sources):
            with Store.open(Path(folder) / f"record{n}", create=True) as store:
                build([source], store)
                found |= store.cached_extracts({cache_key(d) for d in store.documents_as_read()})
        return found


class Desk:
    """Somebody who keeps a record in a folder, of reports in another."""

    def __init__(self, home: Path) -> None:
        self.reports, self.record = home / "reports", home / "record"
        self.reports.mkdir(parents=True)

    def write(self, name: str, text: str) -> None:
        (self.reports / name).write_text(text)

    def build(self, record: Path | None = None, everything: bool = False, rule: str = "assess.origins") -> Record:
        """Build what lies in the folder of reports into the record, or into another one."""
        with Store.open(record or self.record, create=True) as store:
            store.keep_extracts(extracts())
            return build([self.reports] if everything or record is None else [], store, rule=rule)

    def rule(self, dice: random.Random, record: Record) -> None:
        """Rule on something of the record, or take a ruling back."""
        with Store.open(self.record) as store:
            standing = [r.number for r in store.rulings() if r.withdrawn_by is None and r.verb != "undo"]
            one, other = (dice.choice(record.mentions).id for _ in range(2))
            verb = dice.choice(("merge", "different", "set", "reject", "undo"))
            said = {"merge": (one, other), "different": (one, other), "set": (one, "killed", "7"), "reject": (one,)}
            if verb != "undo":
                store.rule(verb, said[verb], "me", "2026-01-01")
            elif standing:
                store.rule("undo", (str(dice.choice(standing)),), "me", "2026-01-01")

    def anew(self, rule: str = "assess.origins") -> Record:
        """The record that one build from nothing makes of the same reports and rulings."""
        fresh = self.record.with_name("fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        if (self.record / "rulings.jsonl").exists():
            shutil.copy(self.record / "rulings.jsonl", fresh / "rulings.jsonl")
        return self.build(fresh, everything=True, rule=rule)


@settings(FEW, max_examples=2)
@given(dice=st.randoms(use_true_random=False))
def test_any_series_of_reports_corrections_and_rulings(dice: random.Random, tmp_path_factory: pytest.TempPathFactory) -> None:
    desk, waiting = Desk(tmp_path_factory.mktemp("desk")), list(texts().items())
    dice.shuffle(waiting)
    for n in range(4):
        came = [waiting.pop() for _ in range(min(len(waiting), dice.randrange(1, 5)))]
        for name, text in came:
            desk.write(name, text)
        if n and dice.random() < 0.5:
            name = dice.choice([p.name for p in desk.reports.iterdir()])
            desk.write(name, corrected(texts()[name]))
        rule = dice.choice(("assess.origins", "assess.origins", "assess.ucdp", "assess.latest"))
        record = desk.build(rule=rule)
        assert not list(faults(record))
        if n < 3 and dice.random() < 0.7:
            desk.rule(dice, record)
    assert exported(record) == exported(desk.anew(rule))


@settings(FEW, max_examples=2)
@given(dice=st.randoms(use_true_random=False))
def test_what_changed_is_told_from_what_differs_as_from_two_whole_revisions(dice: random.Random, tmp_path_factory: pytest.TempPathFactory) -> None:
    desk, waiting = Desk(tmp_path_factory.mktemp("desk")), list(texts().items())
    dice.shuffle(waiting)
    for n in range(4):
        for name, text in [waiting.pop() for _ in range(min(len(waiting), dice.randrange(1, 5)))]:
            desk.write(name, text)
        if n and dice.random() < 0.5:
            name = dice.choice([p.name for p in desk.reports.iterdir()])
            desk.write(name, corrected(texts()[name]))
        with Store.open(desk.record, create=True) as store:
            store.keep_extracts(extracts())
            built = extend([desk.reports], store)
            record = store.revision(built.revision)
            force = sum(i.kind == "incident" for i in record.incidents)
            assert (built.documents, built.incidents, built.acts) == (len(record.documents), force, len(record.incidents) - force)
            assert (built.discrepancies, built.questions, built.title) == (len(record.discrepancies), len(record.gaps), record.title)
            assert store.revisions()[-1].content == content_hash(record)
            assert store.revisions()[-1].incidents == force
            if built.before is not None:
                assert summary(built.changes()) == summary(diff(store.revision(built.before), record))
        if dice.random() < 0.7:
            desk.rule(dice, record)


def test_rows_that_were_put_in_the_place_of_others_are_read_and_not_taken_for_those_that_were_kept(tmp_path: Path) -> None:
    desk, files = Desk(tmp_path), list(texts().items())
    for name, text in files[:-1]:
        desk.write(name, text)
    desk.build()
    with sqlite3.connect(desk.record / "record.db") as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("UPDATE gaps SET key = key + 1000")
        database.execute("UPDATE checks SET key = key + 1000")
    database.close()
    desk.write(files[0][0], corrected(files[0][1]))
    desk.write(*files[-1])
    assert exported(desk.build()) == exported(desk.anew())
    with Store.open(desk.record) as store:
        latest = store.latest()
        assert latest is not None
        assert exported(latest) == exported(desk.anew())


@pytest.mark.parametrize("harm", ["gone", "empty", "cut", "other bytes", "a file", "of another program"])
def test_whatever_becomes_of_what_is_kept(harm: str, tmp_path: Path) -> None:
    desk, files = Desk(tmp_path), list(texts().items())
    for name, text in files[:-1]:
        desk.write(name, text)
    desk.build()
    kept = desk.record / "kept"
    assert any(kept.iterdir())
    for file in sorted(kept.iterdir()):
        data = file.read_bytes()
        if harm == "of another program":
            Shelf(kept, "another").put(file.name, data)
        else:
            file.write_bytes({"empty": b"", "cut": data[:-9], "other bytes": data[:200] + b"?" * (len(data) - 200)}.get(harm, b""))
    if harm in ("gone", "a file"):
        shutil.rmtree(kept)
    if harm == "a file":
        kept.write_text("not a folder")
    desk.write(*files[-1])
    assert exported(desk.build()) == exported(desk.anew())


def test_what_is_kept_is_whole_or_absent_whenever_the_program_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom thucydides.keeping.shelf import Shelf\n"
        "shelf = Shelf(Path(sys.argv[1]), 'this')\n"
        "for n in range(10**6):\n    shelf.put('one', bytes([n % 256]) * 3_000_000)\n    print(n, flush=True)\n"
    )
    dice = random.Random(2)
    for _ in range(4):
        process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "kept")], stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"0\n"
        time.sleep(dice.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = Shelf(tmp_path / "kept", "this").take("one")
        assert found is not None
        assert len(found) == 3_000_000
        assert len(set(found)) == 1
