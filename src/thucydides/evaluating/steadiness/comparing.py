"""Comparing: the incidents of a record and of the same record reworded, each with what it was before, value by value.

Invariant: incidents are paired by the words that tell them, those reworded by the words from which they come.
"""

from collections.abc import Iterator, Mapping

from thucydides.evaluating.judged import in_words
from thucydides.evaluating.measures import greedy_pairs
from thucydides.evaluating.outcome import EXCERPT, Case, Tally
from thucydides.evaluating.steadiness.edits import Edit, Shifts
from thucydides.evaluating.steadiness.records import Made, told, values
from thucydides.nouns import Incident, Mention
from thucydides.sentences import ends

Stretches = Mapping[str, tuple[tuple[int, int], ...]]
"""By the path of a report: the stretches of it, as written, that tell of an incident."""
SAME = 5
"""Characters that one equal value is worth where words alone do not say which incident is which."""


class Change:
    """A record as written and the same reworded in one way; `shifts` are by path, of the reports that it touched only."""

    def __init__(self, kind: str, before: Made, after: Made, shifts: Mapping[str, Shifts]) -> None:
        self.kind, self.shifts = kind, shifts
        self._texts = {d.path: d.text for d in before.documents.values()}
        self._old = {i.id: (i, self._told(i, before, False)) for i in before.incidents}
        self._new = {i.id: (i, self._told(i, after, True)) for i in after.incidents}
        old, new = self._tellings(before, False), self._tellings(after, True)
        self._otherwise = {stretch for stretch in old.keys() | new.keys() if old.get(stretch) != new.get(stretch)}

    def judge(self, tally: Tally) -> None:
        """Judge every incident that a touched report tells of, and its values; measures are by value and by kind."""
        pairs = greedy_pairs(dict(self._weights()))
        found = {old: self._new[new][0] for new, old in pairs.items()}
        for name, (incident, stretches) in self._old.items():
            if not self._touched(stretches):
                continue
            other = found.get(name)
            self._judge(tally, "incidents", stretches, other is not None, in_words(incident), "no such incident")
            if other is None:
                continue
            ours = values(other)
            for value, was in values(incident).items():
                self._judge(tally, value, stretches, was == ours[value], in_words(incident), in_words(other))
        for name, (incident, stretches) in self._new.items():
            if name not in pairs and self._touched(stretches):
                self._judge(tally, "incidents", stretches, False, "no such incident", in_words(incident))

    def _judge(self, tally: Tally, value: str, stretches: Stretches, good: bool, was: str, now: str) -> None:
        where = ", ".join(sorted(stretches))
        case = None if good else Case(f"{self.kind}: {value}", where, self._said(stretches), was, now)
        tally.judge("all values", good, case)
        tally.judge(value, good)
        tally.judge(self.kind, good)

    def _told(self, incident: Incident, made: Made, later: bool) -> Stretches:
        found: dict[str, list[tuple[int, int]]] = {}
        for name in incident.mentions:
            for path, start, end in self._stretches(made.mentions[name], made, later):
                found.setdefault(path, []).append((start, end))
        return {path: tuple(sorted(set(some))) for path, some in found.items()}

    def _stretches(self, mention: Mention, made: Made, later: bool) -> Iterator[tuple[str, int, int]]:
        path = made.documents[mention.document].path
        shifts = self.shifts.get(path) if later else None
        for passage in mention.passages:
            yield path, *(shifts.back(passage.start, passage.end) if shifts else (passage.start, passage.end))

    def _tellings(self, made: Made, later: bool) -> dict[tuple[str, int, int], list[object]]:
        """What the reports tell, by the stretches that tell it."""
        found: dict[tuple[str, int, int], list[object]] = {}
        for mention in made.mentions.values():
            for stretch in self._stretches(mention, made, later):
                found.setdefault(stretch, []).append(told(mention))
        return {stretch: sorted(some, key=repr) for stretch, some in found.items()}

    def _touched(self, stretches: Stretches) -> bool:
        return not self.shifts.keys().isdisjoint(stretches)

    def _weights(self) -> Iterator[tuple[tuple[str, str], float]]:
        by_path: dict[str, list[str]] = {}
        for name, (_, stretches) in self._old.items():
            for path in stretches:
                by_path.setdefault(path, []).append(name)
        for new, (incident, stretches) in self._new.items():
            mine = values(incident)
            for old in sorted({name for path in stretches for name in by_path.get(path, ())}):
                theirs = values(self._old[old][0])
                if common := _common(stretches, self._old[old][1]):
                    yield (new, old), common + SAME * sum(mine[value] == theirs[value] for value in mine)

    def _said(self, stretches: Stretches) -> str:
        """A sentence of an incident as written and reworded: one that is read otherwise, else the first that was reworded."""
        edits = list(self._edits(stretches))
        otherwise = [(path, edit) for path, span, edit in edits if (path, *span) in self._otherwise]
        beside = [(path, self.shifts[path].edits[0]) for path in sorted(stretches.keys() & self.shifts.keys())]
        path, edit = [*otherwise, *((path, edit) for path, _, edit in edits), *beside][0]
        how = "read otherwise" if otherwise else "this incident's sentences are read alike" if edits else "reworded elsewhere"
        start, end = _sentence(self._texts[path], edit.start, edit.end)
        return "\n  ".join((*self._both(path, start, end), f"where {how}"))

    def _edits(self, stretches: Stretches) -> Iterator[tuple[str, tuple[int, int], Edit]]:
        for path in sorted(stretches.keys() & self.shifts.keys()):
            for span in stretches[path]:
                for edit in self.shifts[path].within(*span):
                    yield path, span, edit

    def _both(self, path: str, start: int, end: int) -> tuple[str, str]:
        """A stretch as written and as reworded."""
        text, after, at = self._texts[path], "", start
        for one in self.shifts[path].within(start, end):
            after += text[at : one.start] + one.new
            at = one.end
        return _short(text[start:end]), f"so    {_short(after + text[at:end])}"


def _common(one: Stretches, other: Stretches) -> float:
    """How many characters two tellings have in common."""
    pairs = ((a, b) for path, some in one.items() for a in some for b in other.get(path, ()))
    return float(sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a, b in pairs))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence in which a stretch lies."""
    begin = max((after for _, after in ends(text) if after <= start), default=0)
    close = min((behind for behind, _ in ends(text) if behind >= end), default=len(text))
    return begin, close


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= EXCERPT else f"{said[:EXCERPT].rpartition(' ')[0]} ..."
