"""Formats: what a record can be written as, each one a module with `INFO`, its manifest, and `write`.

Ours are the modules of `outputs/`. Others add a format by the entry point group `thucydides.formats`, naming a module (or any
object) with the same two names; a name of ours is never replaced.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from msgspec import Struct

from thucydides.nouns import Record
from thucydides.nouns.incident import GradeName
from thucydides.publishing import outputs
from thucydides.publishing.options import Options

GROUP = "thucydides.formats"
OURS = tuple(m.name.replace("_", "-") for m in iter_modules(outputs.__path__))
"""The names of our formats, which are those of the modules in `outputs/`."""
Written = bytes | Mapping[str, bytes]
"""One file's bytes, or a folder's files by name ("incidents.csv", "data/incidents.csv")."""


class FormatInfo(Struct, frozen=True):
    """A format's manifest: its name, the usual ending of its file ("" for a folder), and what it holds, in one sentence.

    `standard` names the definition that it keeps to; `readers` programs that read it. `grade` is the least grade that it holds where
    none is asked for; a format that is the whole record (`whole`) holds everything whatever is asked for, the documents'
    texts included. One that `compares` tells what changed since the revision before. `fault` marks one of another package that
    cannot be loaded; its description says why.
    """

    name: str
    extension: str
    description: str
    standard: str = ""
    readers: tuple[str, ...] = ()
    grade: GradeName = "weak"
    whole: bool = False
    compares: bool = False
    fault: bool = False


class Format(Protocol):
    """What a module of a format offers."""

    INFO: FormatInfo
    write: Callable[[Record, Options], Written]


class UnknownFormatError(ValueError):
    """No such format; the message names those there are."""


def find(name: str) -> Format:
    """The format called `name`; UnknownFormatError, which lists what there is, where it is none."""
    if name in OURS:
        return cast(Format, import_module(f"thucydides.publishing.outputs.{name.replace('-', '_')}"))
    for entry in entry_points(group=GROUP):
        if entry.name == name:
            try:
                return cast(Format, entry.load())
            except Exception as error:  # another package's code may fail in any way
                raise UnknownFormatError(f"the format {name!r} of another package cannot be loaded: {error}") from error
    raise UnknownFormatError(f"no format {name!r}{_speaking_of(name)}; there are: {', '.join(f.name for f in formats())}")


def _speaking_of(name: str) -> str:
    """Which formats say of themselves that they give what was asked for ("pdf" is a file of the brief), for the message."""
    word = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    said = [f.name for f in formats() if word.search(" ".join((f.description, f.standard, *f.readers)))]
    return f", but {' and '.join(said)} {'speaks' if len(said) == 1 else 'speak'} of it" if name and said else ""


def formats() -> tuple[FormatInfo, ...]:
    """Every format there is: ours first, then those that other packages add, by name."""
    ours = [find(name).INFO for name in OURS]
    others = sorted({e.name: e for e in entry_points(group=GROUP) if e.name not in OURS}.items())
    return (*ours, *(_info(entry) for _, entry in others))


def _info(entry: Any) -> FormatInfo:
    """An added format's manifest; one that cannot be loaded is listed with the reason."""
    try:
        return cast(Format, entry.load()).INFO
    except Exception as error:  # another package's code: whatever it does must not hide our formats
        return FormatInfo(entry.name, "", f"cannot be loaded: {error}", fault=True)
