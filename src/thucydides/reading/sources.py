"""Sources: which files are to be read, found in folders and lists, and which are not and why.

Invariants: a file is found once however many ways lead to it; what is found does not depend on the order of the paths; links
that lead in circles end; nothing but regular files is ever opened (a pipe would wait for ever).
"""

import os
import stat
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from thucydides.nouns.document import Unread
from thucydides.reading.contents import refusal
from thucydides.vocabulary import mapping

SHOWN = 3
"""So many files of one unread kind in one folder are listed by name; of more, the first ones are."""


class Source(Struct, frozen=True, order=True):
    """A file to read: the name it goes by in the record (relative to the folder given), where it is, the path it was given by.

    `format` is text, markdown, html, wikitext, json, json lines, or "" where the contents must tell.
    """

    path: str
    file: str
    given: str
    format: str = ""
    size: int = 0


def find(paths: Iterable[Path | str]) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """The files to read under the paths, sorted by name, and what is not read with the reason in one line each."""
    found: dict[str, Source] = {}
    unread: list[Unread] = []
    skipped: dict[str, tuple[Path, str, str]] = {}
    for root in sorted({Path(path) for path in paths}):
        count = 0
        for file, name, problem in _files(root):
            count += 1
            if problem:
                unread.append(Unread(str(file), problem))
                continue
            real = os.path.realpath(file)
            how, what, advice = _format(file.name)
            if what:
                skipped.setdefault(real, (file, what, advice))
                continue
            source = Source(name, real, str(file), how, file.stat().st_size)
            found[real] = min(found.get(real, source), source, key=lambda one: (len(one.path), one.path, one.given))
        if not count:
            unread.append(Unread(str(root), "the folder holds no files; give one that holds reports"))
    return tuple(sorted(found.values())), tuple(
        sorted({*unread, *_listed(skipped.values())}, key=lambda one: (one.path, one.reason))
    )


def _files(root: Path) -> Iterator[tuple[Path, str, str]]:
    """(file, its name in the record, what is wrong with it or "") for all under a path; hidden files are passed over."""
    seen: set[str] = set()
    folders, linked = [root], list[Path]()
    while folders or linked:
        path = folders.pop() if folders else linked.pop()
        try:
            mode = path.stat().st_mode
            if stat.S_ISREG(mode):
                yield path, path.relative_to(root).as_posix() if path != root else path.name, ""
            elif stat.S_ISDIR(mode):
                real = os.path.realpath(path)
                if real in seen:
                    continue
                seen.add(real)
                inside = sorted((path / name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
                folders += [one for one in inside if not one.is_symlink()]
                linked = sorted([*linked, *(one for one in inside if one.is_symlink())], reverse=True)
            else:
                yield path, path.name, "is not a regular file (a device, pipe or socket); give a file or folder"
        except OSError as error:
            broken = path.is_symlink() and not path.exists()
            yield path, path.name, "is a link that leads nowhere or in a circle; mend or remove it" if broken else refusal(error)


def _format(name: str) -> tuple[str, str, str]:
    """How a file of this name is read ("" by its contents), and where it is not read what it is and what to do."""
    vocabulary = mapping("reading_formats")
    parts = name.lower().split(".")
    if len(parts) > 2 and parts[-1] == "gz":
        parts.pop()
    ending = parts[-1] if len(parts) > 1 else ""
    what, advice = describe(ending)
    return vocabulary["readable"].get(ending, ""), what, advice


def describe(ending: str) -> tuple[str, str]:
    """What a file with an unread ending is, and what to do with it; ("", "") for any other ending."""
    for kind in mapping("reading_formats")["unread"]:
        if ending in kind["endings"]:
            return kind["what"], kind["advice"]
    return "", ""


def _listed(skipped: Iterable[tuple[Path, str, str]]) -> Iterator[Unread]:
    """One line for each file of a kind that is not read, or one for many of a kind in one folder."""
    ordered = sorted(skipped, key=lambda one: (str(one[0].parent), one[1], one[0].name))
    for (folder, what, advice), group in groupby(ordered, key=lambda one: (one[0].parent, one[1], one[2])):
        files = [file for file, _, _ in group]
        if len(files) <= SHOWN:
            yield from (Unread(str(file), f"{what} is not read; {advice}") for file in files)
        else:
            names = ", ".join(file.name for file in files[:SHOWN])
            yield Unread(str(folder), f"{len(files)} files ({names} ...), each {what}, are not read; {advice}")
