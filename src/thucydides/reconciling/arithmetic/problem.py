"""Problem: unknown counts, what is stated of them, and which are sums of which.

Invariants: a count is a whole number of at least 0; statements may be false together, sums may not.
"""

from msgspec import Struct


class Statement(Struct, frozen=True, gc=False):
    """The counts `variables` add up to something from `low` to `high` (None is open), says `source` (an id, "" for a fact of the
    model).
    """

    variables: tuple[int, ...]
    low: int
    high: int | None
    source: str = ""


class Sum(Struct, frozen=True, gc=False):
    """The count `total` is the sum of the counts `parts`, always."""

    total: int
    parts: tuple[int, ...]


class Problem(Struct, frozen=True):
    """`size` unknown counts, numbered from 0, with statements and sums over them."""

    size: int
    statements: tuple[Statement, ...] = ()
    sums: tuple[Sum, ...] = ()

    def components(self) -> list[list[int]]:
        """The counts in sets that share no statement and no sum, each sorted, in order of their first."""
        parent = list(range(self.size))

        def find(n: int) -> int:
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n

        for group in self.links():
            for other in group[1:]:
                a, b = find(group[0]), find(other)
                parent[max(a, b)] = min(a, b)
        found: dict[int, list[int]] = {}
        for n in range(self.size):
            found.setdefault(find(n), []).append(n)
        return [found[key] for key in sorted(found)]

    def links(self) -> list[tuple[int, ...]]:
        """The counts that each statement of several counts, and each sum, ties together."""
        return [s.variables for s in self.statements if len(s.variables) > 1] + [(s.total, *s.parts) for s in self.sums]

    def split(self) -> "list[tuple[list[int], list[int], Problem]]":
        """Each component on its own: its counts, the positions of its statements, and the problem over them, numbered anew."""
        components = self.components()
        number: dict[int, tuple[int, int]] = {
            old: (c, new) for c, component in enumerate(components) for new, old in enumerate(component)
        }
        positions: list[list[int]] = [[] for _ in components]
        sums: list[list[Sum]] = [[] for _ in components]
        for n, statement in enumerate(self.statements):
            if statement.variables:
                positions[number[statement.variables[0]][0]].append(n)
        for total in self.sums:
            sums[number[total.total][0]].append(Sum(number[total.total][1], tuple(number[p][1] for p in total.parts)))
        return [
            (component, mine, Problem(len(component), tuple(_renumbered(self.statements[n], number) for n in mine), tuple(some)))
            for component, mine, some in zip(components, positions, sums, strict=True)
        ]

    def ringed(self) -> bool:
        """Whether two counts of a connected problem meet by more than one way; where they do not, pushing bounds through is
        exact.
        """
        links = self.links()
        return sum(map(len, links)) > self.size + len(links) - 1


def _renumbered(statement: Statement, number: dict[int, tuple[int, int]]) -> Statement:
    return Statement(tuple(number[v][1] for v in statement.variables), statement.low, statement.high, statement.source)
