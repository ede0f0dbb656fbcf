"""Videos: lists of films that a page plays beside a report, each a line of its running time and its title.

A page's player writes "1:27 Flood waters rise", "0:49 ...", "4:07 ..." line under line. The hours of a day that a report tells hour by hour
("9:05 Shelling in the north", "9:30 ...") look alike, but they rise, or fall, all the way, save at midnight; running times go up and down.

Invariant: hours of a morning or an afternoon, and times in their order, are of the report.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from thucydides.reading.page import Line

TURNS = 2
"""How often the times of a list go up, and how often down, at least."""
_RUNNING = re.compile(r"(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)\s+(?![ap]\.?m\b)\S", re.IGNORECASE)


def without_videos(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page without its lists of films."""
    kept: list[Line] = []
    for run, timed in _runs(lines):
        if not (timed and _unordered([_seconds(line) for line in run])):
            kept.extend(run)
    return tuple(kept)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines in runs of such as begin with a running time, and of others."""
    run: list[Line] = []
    timed = False
    for line in lines:
        if (_seconds(line) >= 0) != timed and run:
            yield run, timed
            run = []
        timed = _seconds(line) >= 0
        run.append(line)
    yield run, timed


def _seconds(line: Line) -> int:
    """The running time at the beginning of a line, in seconds; -1 where there is none."""
    found = _RUNNING.match(line.text.strip()) if line.kind not in ("infobox", "table") else None
    return int(found["minutes"]) * 60 + int(found["seconds"]) if found is not None else -1


def _unordered(times: Sequence[int]) -> bool:
    """Whether times go up and down again and again."""
    steps = list(pairwise(times))
    return min(sum(a < b for a, b in steps), sum(a > b for a, b in steps)) >= TURNS
