"""Memory: what one process holds of what it keeps of a record, so that its next build neither reads nor writes it.

Invariant: what is held says of what it was made, as what is written does; so it is taken up only where it still holds, whoever else built
the record meanwhile.
"""

from collections.abc import Callable
from typing import Any


class Memory:
    """Things by the name under which a shelf keeps them, and of those that are not written yet what makes their bytes."""

    def __init__(self) -> None:
        self.held: dict[str, Any] = {}
        self.due: dict[str, Callable[[], bytes]] = {}

    def drop(self, name: str) -> None:
        """Hold nothing under a name any longer."""
        self.held.pop(name, None)
        self.due.pop(name, None)

    def clear(self) -> None:
        """Hold nothing any longer."""
        self.held.clear()
        self.due.clear()
