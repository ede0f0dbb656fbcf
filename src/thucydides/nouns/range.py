"""Range: what the numbers stated together allow for one count."""

from typing import Literal

from msgspec import Struct

Scope = Literal["incident", "group", "side", "month", "record"]


class Range(Struct, frozen=True, gc=False):
    """The least and most that one count can be if the numbers stated of it are to hold together.

    `scope` says of what: an `incident` (`key` its id; `group` "" for everybody, else one group of its people), or all incidents of
    the record that are of a `group` of people ("CN civilians"), a `side` (an actor's id), a `month` ("2025-11") or the `record`.
    `high` None is open. `holds` is False where the statements contradict one another: the range then spans them. `claims` are the
    ids of the claims that bind it.
    """

    scope: Scope
    key: str
    outcome: str
    group: str
    low: int
    high: int | None
    holds: bool = True
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Scope, key, outcome and group: no two ranges of a record share them."""
        return f"{self.scope}:{self.key}:{self.outcome}:{self.group}"
