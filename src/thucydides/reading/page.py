"""Page: a report as it came in, split into lines but not yet cleaned, and Line: one of them.

Every format reader gives Pages; `blocks` and `boilerplate` take them, so what a format knows (this is a heading, that a table
row) is said here once and what it does not know is left open.
"""

from msgspec import Struct


class Unreadable(Exception):  # noqa: N818 - it is an answer, told to the user in one line, not a fault
    """An input cannot be taken in; the message says why and what to do."""


class Line(Struct, frozen=True):
    """One line of a page: its words, and what its format says of it.

    `kind` is a block kind or "" where the format does not say; `level` a heading's depth, `key` an infobox field's name;
    `gap` holds where a blank line stands before it, `indent` where it begins with white space.
    """

    text: str
    kind: str = ""
    level: int = 0
    key: str = ""
    gap: bool = False
    indent: bool = False


class Page(Struct, frozen=True):
    """One report before cleaning: where it came from, its lines, and what its format says about it.

    `metadata` has any of title, outlet, author, url, published, language, and a page's own dates under the names it gives them.
    """

    path: str
    lines: tuple[Line, ...]
    metadata: dict[str, str]
    notes: tuple[str, ...] = ()
