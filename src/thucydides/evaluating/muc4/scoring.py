"""The measures of MUC-4: templates aligned message by message, fillers tallied, recall, precision and F from the tallies.

A pair of templates may be aligned where the types match at least partly and so does one of `ANCHORS` (a shared word is enough, but not
between two single set fillers), or where all of those are empty in both. Pairs are taken greedily by recall in whole percents, then in
file order. Simplifications: no filler earns for several of the key, nothing is aligned by hand, F comes from counts.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from thucydides.evaluating.muc4.keys import ANCHORS, SLOTS, Filler, Template
from thucydides.evaluating.muc4.values import PARTLY, RIGHT, essential, judge, words


class Counted(Struct, frozen=True):
    """Fillers that are right, partly right, wrong, too many and missing."""

    right: int = 0
    partly: int = 0
    wrong: int = 0
    spurious: int = 0
    missing: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(
            self.right + other.right, self.partly + other.partly, self.wrong + other.wrong, self.spurious + other.spurious,
            self.missing + other.missing,
        )  # fmt: skip

    @property
    def possible(self) -> int:
        """Fillers that were asked for."""
        return self.right + self.partly + self.wrong + self.missing

    @property
    def actual(self) -> int:
        """Fillers that were given."""
        return self.right + self.partly + self.wrong + self.spurious

    @property
    def recall(self) -> float:
        """Credit for what was asked, 0 where nothing was."""
        return (self.right + self.partly / 2) / self.possible if self.possible else 0.0

    @property
    def precision(self) -> float:
        """Credit for what was given, 0 where nothing was."""
        return (self.right + self.partly / 2) / self.actual if self.actual else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        return (2 * self.right + self.partly) / (self.possible + self.actual) if self.possible and self.actual else 0.0


class Pair(Struct, frozen=True):
    """A key and the answer aligned with it, either None where it stays alone, and the tallies by slot."""

    message: str
    key: Template | None
    ours: Template | None
    slots: Mapping[int, Counted]

    def total(self) -> Counted:
        """All slots together."""
        return sum(self.slots.values(), Counted())


def score_slot(slot: int, keys: Sequence[Filler], ours: Sequence[Filler], strict: bool = False) -> Counted:
    """The tally of one slot: fillers paired greedily, the rightest first, then those whose tags correspond, then in order."""
    found = []
    for i, key in enumerate(keys):
        for j, answer in enumerate(ours):
            credit, same = judge(slot, key, answer, strict)
            if credit:
                found.append((-credit, not same, i, j))
    used_keys: set[int] = set()
    used: set[int] = set()
    earned = {RIGHT: 0, PARTLY: 0}
    for credit, _, i, j in sorted(found):
        if i not in used_keys and j not in used:
            used_keys.add(i)
            used.add(j)
            earned[-credit] += 1
    surplus = len(ours) - len(used)
    left = [key for i, key in enumerate(keys) if i not in used_keys]
    wrong = min(len(left), surplus)
    required = sum(not key.optional for key in left)
    return Counted(earned[RIGHT], earned[PARTLY], wrong, surplus - wrong, max(0, required - surplus))


def score_pair(key: Template | None, ours: Template | None, strict: bool = False) -> dict[int, Counted]:
    """The tallies of a pair by slot; either may be None."""
    return {s: score_slot(s, key.fillers(s) if key else (), ours.fillers(s) if ours else (), strict) for s in SLOTS}


def _all_words(fillers: Sequence[Filler]) -> set[str]:
    return {w for f in fillers for o in f.options for text in (o.value, *o.tags) for w in essential(words(text))}


def _alignable(key: Template, ours: Template, tallies: Mapping[int, Counted]) -> bool:
    if not (tallies[4].right or tallies[4].partly):
        return False
    for slot in ANCHORS:
        mine, theirs = ours.fillers(slot), key.fillers(slot)
        by_words = SLOTS[slot].kind == "string" or max(len(mine), len(theirs)) > 1
        if tallies[slot].right or tallies[slot].partly or (by_words and _all_words(mine) & _all_words(theirs)):
            return True
    return all(tallies[slot] == Counted() for slot in ANCHORS)


def align(message: str, keys: Sequence[Template], ours: Sequence[Template]) -> Iterator[Pair]:
    """The aligned pairs of a message, keys first in file order, then the answers that stay alone."""
    candidates = []
    for i, key in enumerate(keys):
        for j, answer in enumerate(ours):
            tallies = score_pair(key, answer, strict=True)
            if _alignable(key, answer, tallies):
                total = sum(tallies.values(), Counted())
                candidates.append((-round(100 * total.recall), i, j))
    partner: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in partner and j not in partner.values():
            partner[i] = j
    for i, key in enumerate(keys):
        aligned = ours[partner[i]] if i in partner else None
        if aligned is not None or not key.optional:
            yield Pair(message, key, aligned, score_pair(key, aligned))
    for j, answer in enumerate(ours):
        if j not in partner.values():
            yield Pair(message, None, answer, score_pair(None, answer))


def score(keys: Mapping[str, Sequence[Template]], answers: Mapping[str, Sequence[Template]]) -> tuple[Pair, ...]:
    """Every pair of every message, by message id."""
    names = sorted({*keys, *answers})
    return tuple(pair for name in names for pair in align(name, keys.get(name, ()), answers.get(name, ())))


def rows(pairs: Sequence[Pair]) -> dict[str, Counted]:
    """The rows of the official table: ALL TEMPLATES (aligned, missing and spurious ones), MATCHED ONLY, groups and slots over all."""
    out = {
        "all templates": sum((p.total() for p in pairs), Counted()),
        "matched only": sum((p.total() for p in pairs if p.key and p.ours), Counted()),
    }
    for group in dict.fromkeys(slot.group for slot in SLOTS.values()):
        out[group] = sum((c for p in pairs for s, c in p.slots.items() if SLOTS[s].group == group), Counted())
    for number, slot in SLOTS.items():
        out[slot.title.lower()] = sum((p.slots[number] for p in pairs), Counted())
    return out
