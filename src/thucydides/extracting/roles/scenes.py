"""Scenes: the targets of one document told apart into incidents, each with those who did it and with what.

Targets are few and each belongs to one incident, so incidents are clusters of targets: two are of one incident where the learned
pairing says so. Those who did it and their means are given to every cluster that the learned joining ties them to.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from thucydides.extracting.roles.features import steps
from thucydides.extracting.roles.proposals import DEEDS, Entity, Proposal

Score = Callable[[Sequence[str]], float]


class Scene(Struct, frozen=True):
    """One incident: its deed (one of `DEEDS`), targets in order, and who did it, for whom and with what, each with a score."""

    deed: str
    targets: tuple[Entity, ...]
    others: tuple[tuple[Entity, float], ...] = ()

    @property
    def score(self) -> float:
        """The score of the surest target."""
        return max((t.score for t in self.targets), default=-9.0)


def deed_of(entity: Entity) -> str:
    """The deed that the surest naming of a target tells of."""
    best = entity.best
    return DEEDS[max(range(len(DEEDS)), key=lambda k: (best.deeds[k], -k))]


LEARNED_FROM = ("h=", "c=", "sd=", "s=", "rc=", "det=", "m=", "quote", "r=")
"""Features of the surest target that say something of the whole incident."""


def scene_features(
    scene: Scene, beside: Sequence[Scene], document: Sequence[float], sentences: Sequence[Sequence[float]]
) -> list[str]:
    """What speaks for an incident being one at all: its scores, those beside it (itself among them), its sentences, its surest target."""
    scores = sorted((t.score for t in scene.targets), reverse=True)
    best = max(scene.targets, key=lambda t: t.score).best
    kind = 1 + DEEDS.index(scene.deed)
    numbers = sorted({t.best.sentence for t in scene.targets})
    out = steps("top", scores[0]) + steps("second", scores[1] if len(scores) > 1 else -9.0)
    out += [f"n={min(len(scores), 5)}", f"scenes={min(len(beside), 5)}", f"deed={scene.deed}", f"at={min(best.sentence, 6)}"]
    out += [
        f"rank={min(sum(o.score > scene.score for o in beside), 4)}",
        *steps("gap", max(o.score for o in beside) - scene.score),
    ]
    out += steps("doc", document[0]) + steps("docdeed", document[kind])
    out += steps("sent", max(sentences[n][0] for n in numbers)) + steps("sentdeed", max(sentences[n][kind] for n in numbers))
    out.append(f"told={min(sum(len(t.proposals) for t in scene.targets), 8)}")
    for part in ("individual", "organisation", "instrument"):
        found = [(e.score, tie) for e, tie in scene.others if e.part == part]
        out.append(f"{part}={min(len(found), 3)}")
        if found:
            out += steps(part, max(s for s, _ in found)) + steps(f"{part}-tie", max(t for _, t in found))
    return [*dict.fromkeys([*out, *(f for f in best.features if f.startswith(LEARNED_FROM))]), "bias"]


def _bucket(gap: int) -> str:
    return str(gap) if gap < 4 else "4" if gap < 7 else "7"


def _keys(p: Proposal) -> set[tuple[int, int]]:
    return {key for _, key, _ in p.governors}


def pair_features(a: Entity, b: Entity, places: Sequence[str]) -> list[str]:
    """What speaks for or against two entities of a document being of one incident."""
    close = min(
        ((abs(p.sentence - q.sentence), p.sentence, q.sentence) for p in a.proposals for q in b.proposals), default=(9, 0, 0)
    )
    p, q = a.best, b.best
    gap = abs(p.sentence - q.sentence)
    kinds = ":".join(sorted((a.part, b.part)))
    one, other = deed_of(a) if a.part in ("thing", "person") else "", deed_of(b)
    out = [f"close={_bucket(close[0])}", f"gap={_bucket(gap)}", f"kinds={kinds}", f"kc={kinds}:{_bucket(close[0])}"]
    out += [f"par={min(abs(p.paragraph - q.paragraph), 4)}"]
    if one:
        out += [
            "deed=same" if one == other else f"deed={':'.join(sorted((one, other)))}",
            f"dc={one == other}:{_bucket(close[0])}",
            f"d={one}",
        ]
        overlap = sum(min(x, y) for x, y in zip(p.deeds, q.deeds, strict=True) if x > -2 and y > -2)
        out.append(f"fit={max(-4, min(4, round(overlap)))}")
    else:
        out.append(f"od={a.part}:{other}")
    if any(x.top == y.top for x in a.proposals for y in b.proposals):
        out.append("listed")
    shared = [
        (r, s)
        for x in a.proposals for y in b.proposals if x.paragraph == y.paragraph
        for r, k, _ in x.governors for s, m, _ in y.governors if k == m
    ]  # fmt: skip
    if shared:
        out += ["governor", *(f"gr={r}:{s}" for r, s in shared[:4]), f"gk={kinds}"]
    here, there = places[p.sentence], places[q.sentence]
    out.append(
        "place="
        + ("none" if not here and not there else "same" if here == there else "one" if not here or not there else "other")
    )
    between = [s for s in places[min(p.sentence, q.sentence) + 1 : max(p.sentence, q.sentence) + 1] if s]
    out.append(f"between={min(len(set(between) - {here}), 3)}")
    out.append(
        f"score={round(max(-4, min(4, a.score)))}:{round(max(-4, min(4, b.score)))}"
        if a.part not in ("thing", "person")
        else "targets"
    )
    return [*dict.fromkeys(out), "bias"]


def scenes(
    targets: Sequence[Entity],
    others: Sequence[Entity],
    places: Sequence[str],
    pairing: Score,
    joining: Score,
    bar: float,
    tie: float,
) -> list[Scene]:
    """The incidents of a document: targets clustered where the mean score of their pairs is above `bar`, others joined above `tie`."""
    groups: list[list[Entity]] = [[t] for t in targets]
    scores = {(i, j): pairing(pair_features(a, b, places)) for i, a in enumerate(targets) for j, b in enumerate(targets) if i < j}
    index = {id(t): i for i, t in enumerate(targets)}

    def mean(g: list[Entity], h: list[Entity]) -> float:
        links = [scores[min(index[id(x)], index[id(y)]), max(index[id(x)], index[id(y)])] for x in g for y in h]
        return sum(links) / len(links)

    while len(groups) > 1:
        value, i, j = max((mean(groups[i], groups[j]), -i, -j) for i in range(len(groups)) for j in range(i + 1, len(groups)))
        if value <= bar:
            break
        groups[-i] += groups.pop(-j)
    out = []
    for group in groups:
        deed = _deed(group)
        joined = []
        for other in others:
            value = max(joining(pair_features(other, t, places)) for t in group)
            if value > tie:
                joined.append((other, value))
        out.append(Scene(deed, tuple(group), tuple(joined)))
    return out


def _deed(group: Sequence[Entity]) -> str:
    totals = [sum(t.best.deeds[k] for t in group) / len(group) for k in range(len(DEEDS))]
    return DEEDS[max(range(len(DEEDS)), key=lambda k: (totals[k], -k))]
