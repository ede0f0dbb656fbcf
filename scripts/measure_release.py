"""Measure a release: run every slice of the baseline over the public data, lay the figures down, and write them into docs/evaluation.md.

    python scripts/measure_release.py DATA [--only TEXT]     # DATA: the folder with gva-dev, t17-wars, muc4 and the rest

Each slice runs in a process of its own, the longest first. Prints what rose and what fell. `TABLES` says which tables of the page show
which slices; a table's columns are named in its own head, and "n" is the number of answers that the figure before it is a share of.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from thucydides.evaluating.baseline import Slice, read_baseline, write_baseline

PAGE = Path(__file__).parents[1] / "docs" / "evaluation.md"
OWN = Path(__file__).parents[1] / "benchmarks"
"""Data that lies in the repository."""
TABLES = {
    "**Gun-violence news": ("record gva-dev, tune, 200", "record gva-dev, check, 200"),
    "**Wars, our own reports,": ("record wars, tune", "record wars, check"),
    "**Wars, our own reports told in other words": ("steadiness wars, tune", "steadiness wars, check"),
    "**Wars in the news": ("timeline syria, all", "timeline iraq, all"),
    "**Types of short texts": ("case2021 snippets-dev.tsv, tune", "case2021 snippets-dev.tsv, check"),
    "**Gun Violence Database": ("gvdb dev.tsv, tune", "gvdb dev.tsv, check"),
    "**Local-Global Lexicon": ("geoparsing lgl.xml, tune", "geoparsing lgl.xml, check"),
    "**TR-News": ("geoparsing TR-News.xml, tune", "geoparsing TR-News.xml, check"),
    "**MUC-4": ("muc4 muc4, tune", "muc4 muc4, check"),
    "**ECB+": ("ecbplus dev-event-mentions.json.gz, all",),
    "**PolNeAR": ("polnear polnear-train-dev.tar.gz, check",),
}
"""By the first words of a table's caption: the slices that its columns show, from left to right."""


def filled(page: str, slices: Mapping[str, Slice]) -> str:
    """The page with every figure of its tables as the slices have it; rows of other tables stay as they are."""
    lines, shown, columns = [], (), ()
    for line in page.splitlines():
        if line.startswith(("**", "#")):
            shown, columns = next((names for caption, names in TABLES.items() if line.startswith(caption)), ()), ()
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if shown and cells and cells[0] == "measure":
            columns = tuple(_columns(cells[1:], shown))
        elif columns and len(cells) == len(columns) + 1 and not set(line) <= set("|- "):
            line = "| " + " | ".join([cells[0], *(_cell(cells[0], slices[name], count) for name, count in columns)]) + " |"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _columns(head: list[str], shown: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Each column of a table: its slice, and whether it holds numbers of answers instead of figures."""
    names = iter(shown)
    name = ""
    for word in head:
        name = name if word == "n" else next(names)
        yield name, word == "n"


def _cell(measure: str, one: Slice, count: bool) -> str:
    if count:
        return str(one.asked.get(measure, ""))
    return f"{one.scores[measure]:.3f}"


def _command(name: str, one: Slice, data: Path) -> list[str]:
    found = sorted(OWN.glob(one.data)) or sorted(data.rglob(one.data))
    if not found:
        raise SystemExit(f"{data} holds no {one.data}, which the slice {name!r} is measured on; name the folder with all public data")
    half = ["--half", one.half] if one.half else []
    limit = [] if one.limit is None else ["--limit", str(one.limit)]
    return [sys.executable, "-m", "thucydides", "evaluate", one.suite, str(found[0]), *half, *limit]


def measured(name: str, one: Slice, data: Path, into: Path) -> dict[str, Slice]:
    """The figures of one slice, run anew in a process of its own; SystemExit with its last line where it fails."""
    run = subprocess.run([*_command(name, one, data), "--save-baseline", str(into)], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"{name}: {(run.stderr or run.stdout).strip().splitlines()[-1:]}")
    return read_baseline(into)


def moved(before: Mapping[str, float], after: Mapping[str, float]) -> Iterator[str]:
    """A line for every figure that is not what it was, to three digits."""
    for measure in sorted(before.keys() | after.keys()):
        old, new = before.get(measure), after.get(measure)
        if old is None or new is None or round(old, 3) != round(new, 3):
            yield f"  {measure}: {old if old is None else f'{old:.3f}'} -> {new if new is None else f'{new:.3f}'}"


def main() -> None:
    """Measure, lay down, fill in."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", default="", metavar="TEXT", help="slices with TEXT in their names")
    args = parser.parse_args()
    before = read_baseline()
    chosen = sorted((name for name in before if args.only in name), key=lambda name: -before[name].documents)
    with TemporaryDirectory() as scratch, ThreadPoolExecutor(os.cpu_count()) as pool:
        files = [Path(scratch) / f"{number}.json" for number in range(len(chosen))]
        runs = pool.map(lambda name, into: measured(name, before[name], args.data, into), chosen, files)
        after = {name: got for held in runs for name, got in held.items()}
    for name in sorted(after):
        print(name, *moved(before[name].scores, after[name].scores), sep="\n")
    write_baseline({**before, **after})
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), {**before, **after}), encoding="utf-8")


if __name__ == "__main__":
    main()
