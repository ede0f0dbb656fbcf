"""The record: where a conflict's nouns are kept, revision by revision, and the log of what people ruled.

Nothing heavy is loaded until a store is opened, so that `thucydides --help` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from thucydides.record.errors import (
    LockedError,
    MissingError,
    NewerError,
    RecordError,
    RefusedError,
    UnreadableError,
    UnwritableError,
)

if TYPE_CHECKING:
    from thucydides.record.changes import Change, Differences
    from thucydides.record.differences import diff
    from thucydides.record.making import Making
    from thucydides.record.revision import Revision
    from thucydides.record.store import Store

__all__ = [
    "Change", "Differences", "LockedError", "Making", "MissingError", "NewerError", "RecordError", "RefusedError", "Revision",
    "Store", "UnreadableError", "UnwritableError", "diff",
]  # fmt: skip

_HOME = {
    "Change": "changes", "Differences": "changes", "diff": "differences",
    "Making": "making", "Revision": "revision", "Store": "store",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """The named part of the package, imported when first asked for."""
    if name in _HOME:
        return getattr(import_module(f"thucydides.record.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
