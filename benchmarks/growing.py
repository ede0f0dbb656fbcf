"""What one more report costs in records of made wars (`made_reports.py`): seconds of processor and megabytes, by part.

usage: growing.py [--home DIR] [--runs N] [SIZE ...]

For each size a record of about so many tellings is built by `thucydides build`, the longer ones out of the shorter, in DIR, where those
that an earlier run built are taken up. To a copy of it reports are then added one by one, each by a process of its own, the first
uncounted. Prints a line of JSON a size: what the record holds, and in the median of the runs the seconds of clock and of processor and
the megabytes of the process, and the seconds and further megabytes of each part of it; beside them (`held`) the seconds of processor and
of clock of a report that a process adds which holds the record (`Store.holding`), and of writing at its end what it held. Building
100,000 takes half an hour.
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from thucydides.commands.build import FEW_PAUSES

PARTS = {
    "parser": ("thucydides.extracting.parsing:pipeline",),
    "gathering": ("thucydides.build:gather",),
    "extracting": ("thucydides.extracting:extract_documents", "thucydides.extracted:Extracts._read"),
    "kept files": ("thucydides.keeping.shelf:Shelf.take", "thucydides.keeping.shelf:Shelf.put"),
    "linking": ("thucydides.linking.link:link_corpus",),
    "weighing pairs": ("thucydides.linking.standing:score",),
    "reconciling": ("thucydides.reconciling.reconcile:reconcile_corpus",),
    "database": ("thucydides.record.store:Store.compared", "thucydides.record.store:Store.add", "thucydides.record.loading:as_read"),
    "digest of the program": ("thucydides.record.making:_digest",),
    "summary of changes": ("thucydides.record.partly:Partly.changes",),
}
"""Where the time of each part passes: what is called there, save what is called within for another part."""
AT_FIRST = 2
"""So many reports that a process adds first are uncounted: what is loaded and read once is not what a further one costs."""
APART = 10
"""So many tellings lie between the reports that are added, more than one holds."""


class Watch:
    """Seconds of processor and growth of the peak of memory, each counted for the innermost part at work."""

    def __init__(self) -> None:
        self.parts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._open, self._last = ["other"], (0.0, 0.0)

    def turn(self) -> None:
        """Count what passed since the last turn."""
        now = (time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        for n in range(2):
            self.parts[self._open[-1]][n] += now[n] - self._last[n]
        self._last = now

    def within(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The work, counted for a part."""

        def done(*arguments: Any, **options: Any) -> Any:
            self.turn()
            self._open.append(part)
            try:
                return work(*arguments, **options)
            finally:
                self.turn()
                self._open.pop()

        return done


def watched(arguments: list[str]) -> None:
    """Run one command in this process and print what its parts took, as JSON."""
    watch = Watch()
    watch.turn()
    watch.within("loading the program", _load)(watch)
    begun = time.time()
    code = import_module("thucydides.cli").main(arguments)
    watch.turn()
    print(json.dumps({"code": code, "clock": time.time() - begun, "parts": watch.parts}), file=sys.stderr)


def held(record: str, sources: list[str]) -> None:
    """Add reports one by one in this process, which holds the record, and print what each took, as JSON."""
    import gc

    from thucydides.build import extend
    from thucydides.record import Store

    gc.set_threshold(*FEW_PAUSES)
    found = []
    with Store.open(record) as store:
        with store.holding():
            for source in sources:
                begun = (time.process_time(), time.time())
                extend([source], store).changes()
                found.append((time.process_time() - begun[0], time.time() - begun[1]))
            begun = (time.process_time(), time.time())
        written = time.process_time() - begun[0]
    print(json.dumps({"reports": found, "written": written}), file=sys.stderr)


def _load(watch: Watch) -> None:
    """Load what the parts lie in, and see that each is counted."""
    for part, places in PARTS.items():
        for place in places:
            module, _, name = place.partition(":")
            *above, last = name.split(".")
            home = import_module(module)
            for one in above:
                home = getattr(home, one)
            setattr(home, last, watch.within(part, getattr(home, last)))


def portion(least: int, size: int, path: Path) -> Path:
    """The reports behind those of the first `least` tellings up to `size`, as a file."""
    from made_reports import reports

    told = 0
    with path.open("w") as file:
        for tellings, fields in reports():
            told += tellings
            if told > least:
                file.write(json.dumps(fields) + "\n")
            if told >= size:
                return path
    return path


def grown(home: Path, size: int, before: int) -> Path:
    """The record of about `size` tellings, grown from the one of `before`."""
    record, partial = home / f"record-{size}", home / "partial"
    if not record.exists():
        shutil.rmtree(partial, ignore_errors=True)
        if before:
            shutil.copytree(home / f"record-{before}", partial)
        _watched(str(portion(before, size, home / f"reports-{size}.jsonl")), partial)
        partial.rename(record)
    return record


def added(record: Path, size: int, runs: int) -> dict[str, object]:
    """What each of some reports more took in the median, the first left out: it finds the files of no other program kept."""
    with TemporaryDirectory() as home:
        copy = shutil.copytree(record, Path(home) / "record")
        every = range(2 * runs + 1 + AT_FIRST)
        more = [str(portion(size + APART * n, size + APART * n + 1, Path(home) / f"more-{n}.jsonl")) for n in every]
        found = [_watched(one, copy) for one in more[: runs + 1]]
        together = _run("--held", str(copy), *more[runs + 1 :])
        with sqlite3.connect(copy / "record.db") as connection:
            of = ("documents", "mentions", "incidents")
            reports = {name: connection.execute(f"SELECT count(*) FROM {name} WHERE until IS NULL").fetchone()[0] for name in of}
    middle = {
        part: [round(median(one["parts"].get(part, (0, 0))[n] for one in found[1:]), 2) for n in range(2)] for part in found[-1]["parts"]
    }
    whole = {name: round(median(sum(p[n] for p in one["parts"].values()) for one in found[1:]), 2) for n, name in enumerate(("cpu", "MB"))}
    cpu, clock = (round(median(one[n] for one in together["reports"][AT_FIRST:]), 2) for n in range(2))
    beside = {"held": {"cpu": cpu, "clock": clock, "written": round(together["written"], 2)}}
    return {**reports, "clock": round(median(one["clock"] for one in found[1:]), 2), **whole, **beside, "parts": middle}


def _watched(source: str, record: Path) -> dict[str, Any]:
    return _run("--watched", "build", source, "--record", str(record))


def _run(*arguments: str) -> dict[str, Any]:
    """What a process of this file prints on standard error last."""
    command = [sys.executable, __file__, *arguments]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as Python keeps what it compiles
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=kept).stderr
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return found


def main() -> None:
    """One line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--home", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with TemporaryDirectory() as temporary:
        home, before = arguments.home or Path(temporary), 0
        home.mkdir(exist_ok=True)
        for size in sorted(arguments.sizes):
            print(json.dumps(added(grown(home, size, before), size, arguments.runs)), flush=True)
            before = size


if __name__ == "__main__":
    if sys.argv[1:2] == ["--watched"]:
        watched(sys.argv[2:])
    elif sys.argv[1:2] == ["--held"]:
        held(sys.argv[2], sys.argv[3:])
    else:
        main()
