"""The record of the example's reports, built once for all tests of one run that want it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store

REPORTS = Path(__file__).resolve().parents[1] / "examples" / "panj-border"


@cache
def example() -> Record:
    """The first revision: the six reports."""
    return example_with_later()[0]


@cache
def example_with_later() -> tuple[Record, Record]:
    """The record of the six reports, and its next revision with the report that answers the open question."""
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record", create=True) as store:
        return build([REPORTS / "reports"], store), build([REPORTS / "later"], store)
