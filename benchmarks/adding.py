"""How long a person waits who adds one report to a record, or rules on it: processor seconds, and their ratio to a build of all.

usage: adding.py SOURCES...      (files or folders as for `thucydides build`; the last of their reports is the one that is added)

Prints a line for each of: the record built from what was extracted, with nothing kept; with everything kept and nothing new; one more
report; a ruling. Extracting the one report is in its seconds and not in its ratio. Whatever Python loads once is loaded before.
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from thucydides.build import build, extend
from thucydides.nouns import Document, Record
from thucydides.reading import read_sources
from thucydides.record import Store


def written(documents: Sequence[Document], path: Path) -> Path:
    """Some documents as JSON Lines."""
    with path.open("w") as file:
        for one in documents:
            said = {"id": one.path, "url": one.url, "title": one.title, "outlet": one.outlet, "text": one.text}
            published = {"published": one.published.edtf} if one.published and one.published.earliest == one.published.latest else {}
            file.write(json.dumps(said | published) + "\n")
    return path


def timed(sources: Sequence[Path | str], store: Store) -> tuple[Record, dict[str, float]]:
    """The record, and the processor seconds of its steps."""
    steps: dict[str, float] = {}
    last = ["loading", time.process_time()]

    def tell(step: str, done: int, total: int) -> None:
        now = time.process_time()
        steps[str(last[0])] = steps.get(str(last[0]), 0.0) + now - float(last[1])
        last[:] = [step if done < total else "the rest", now]

    begun = time.process_time()
    built = extend(sources, store, tell)
    built.changes()
    tell("", 0, 1)
    whole = time.process_time() - begun
    return store.revision(built.revision), {**steps, "whole": whole}


def main(sources: list[str]) -> None:
    """One line for each kind of build."""
    with tempfile.TemporaryDirectory() as home, Store.open(Path(home) / "record", create=True) as store:
        documents, _ = read_sources(sources)
        more = written(documents[-1:], Path(home) / "more.jsonl")
        record = build([written(documents[:-1], Path(home) / "reports.jsonl")], store)
        print(f"{len(record.documents)} reports, {len(record.mentions)} tellings, {len(record.incidents)} incidents and acts")
        print(f"{'':24s} {'whole':>7s} {'ratio':>6s}  steps")
        shelf = Path(home) / "record" / "kept"
        whole = None
        for name in ("from what was extracted", "again", "one more report", "a ruling"):
            if name in ("from what was extracted", "again"):
                with store._engine.begin() as connection:  # so that the build does not see that nothing changed
                    connection.exec_driver_sql("UPDATE revisions SET engine = 'another'")
            if name == "from what was extracted":
                for file in shelf.iterdir():
                    file.unlink()
            if name == "a ruling":
                told = [i for i in record.incidents if i.kind == "incident"]
                with suppress(IndexError):
                    store.rule("merge", (told[0].mentions[0], told[1].mentions[0]), "me", "2026-01-01")
            record, steps = timed([more] if name == "one more report" else [], store)
            own = steps["whole"] - steps.get("extracting", 0.0)
            whole = whole or own
            said = ", ".join(f"{step} {seconds:.2f}" for step, seconds in steps.items() if step != "whole" and seconds >= 0.01)
            print(f"{name:24s} {steps['whole']:7.2f} {own / whole:6.2f}  {said}")


if __name__ == "__main__":
    main(sys.argv[1:])
