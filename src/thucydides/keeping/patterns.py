"""Patterns: regular expressions as Python compiled them, kept from one start of the program to the next, which else compiles a thousand.

Invariant: what is taken up is what this very Python made of the same pattern and flags; a Python that compiles otherwise keeps nothing.
"""

import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
from msgspec import Struct

from thucydides.keeping.shelf import Shelf

_NAME = "patterns"
_FEW, _MOST = 50, 4000
"""Fewer new patterns than this are not worth writing all; more than so many are of what is read, and no part of the program."""
_PYTHON = (3, 11), (3, 14)
"""The Pythons that compile in the way that is known here: from the first up to the last, which is none of them."""


class _Made(Struct, frozen=True, array_like=True):
    """What a pattern was compiled to: its flags, its code, and the numbers and names of its groups."""

    flags: int
    code: bytes
    groups: int
    named: dict[str, int]
    names: tuple[str | None, ...]


_Known = dict[tuple[str, int], _Made]
_KNOWN = msgspec.msgpack.Decoder(tuple[tuple[str, int, _Made], ...])


@contextmanager
def kept_patterns(home: Path) -> Iterator[None]:
    """Meanwhile take the patterns that are compiled from what a folder keeps, and keep there those that are new."""
    if not _PYTHON[0] <= sys.version_info[:2] < _PYTHON[1]:
        yield
        return
    compiler, engine = _python()
    shelf = Shelf(home, f"{' '.join(sys.version.split())} {engine.MAGIC}")
    known = {(said, flags): made for said, flags, made in shelf.recall(_NAME, _KNOWN.decode) or ()}
    asked, usual = _Known(), compiler.compile

    def compiled(said: Any, flags: int = 0) -> Any:
        key = (said, int(flags))
        if type(said) is not str or len(asked) >= _MOST:
            return usual(said, flags)
        if (made := known.get(key)) is None:
            found, made = _compiled(compiler, engine, usual, said, flags)
        else:
            found = engine.compile(said, made.flags, array("I", made.code).tolist(), made.groups, made.named, made.names)
        asked[key] = made
        return found

    compiler.compile = compiled
    try:
        yield
    finally:
        compiler.compile = usual
        if len(asked.keys() - known.keys()) >= _FEW:
            shelf.keep(_NAME, tuple((*key, made) for key, made in asked.items()), msgspec.msgpack.encode)


def _python() -> tuple[Any, Any]:
    """What compiles patterns in Python, and what makes them of code."""
    return import_module("re._compiler"), import_module("_sre")


def _compiled(compiler: Any, engine: Any, usual: Any, said: str, flags: int) -> tuple[Any, _Made]:
    """A pattern compiled in the usual way, and what it was compiled to."""
    seen: list[_Made] = []

    def made(said: str, flags: int, code: list[int], groups: int, named: dict[str, int], names: tuple[str | None, ...]) -> Any:
        seen.append(_Made(int(flags), array("I", code).tobytes(), groups, dict(named), names))
        return engine.compile(said, flags, code, groups, named, names)

    compiler._sre = SimpleNamespace(**{**vars(engine), "compile": made})
    try:
        return usual(said, flags), seen[0]
    finally:
        compiler._sre = engine
