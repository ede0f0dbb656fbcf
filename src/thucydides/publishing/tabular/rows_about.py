"""Rows about the export itself and about what people ruled."""

from collections.abc import Iterator

from thucydides import __version__
from thucydides.publishing.index import Index
from thucydides.publishing.tabular.cells import JOIN, Row


def about_rows(index: Index) -> Iterator[Row]:
    """What these tables are: facts about the export as item and value."""
    record, options = index.record, index.options
    quoted = "passages in full" if options.full_text else f"at most {options.words} words a passage"
    facts: Row = {
        "title": record.title,
        "revision": str(record.revision),
        "program": f"thucydides {__version__}",
        "status": options.status,
        "quotations": quoted,
    }
    yield from ({"item": item, "value": value} for item, value in facts.items())


def rulings_rows(index: Index) -> Iterator[Row]:
    """A row a ruling of a person."""
    for r in index.record.rulings:
        yield {
            "number": r.number,
            "verb": r.verb,
            "arguments": JOIN.join(r.arguments),
            "who": r.who,
            "when": r.when,
            "why": r.why or None,
            "withdrawn_by": r.withdrawn_by,
        }
