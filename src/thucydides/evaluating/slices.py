"""Slices: the same part of a benchmark's documents every time, so that what is tuned and what is checked stay apart.

Invariants: a slice depends on ids only, never on the order of a file; an item is in the "tune" half where the SHA-256 of its id is
odd, else in the "check" half; a document comes with every event that it tells, so no event is cut in two.
"""

import gzip
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from thucydides.evaluating.outcome import Cut

HALVES = ("tune", "check")
LINES = (".jsonl", ".jsonl.gz")


def digest(name: str) -> int:
    """The SHA-256 of an id, as a number."""
    return int(sha256(name.encode()).hexdigest(), 16)


def half_of(name: str) -> str:
    """The half that an id belongs to."""
    return "tune" if digest(name) % 2 else "check"


def stem(name: str) -> str:
    """A document's name as gold gives it: its file's name, with or without the ending."""
    return Path(name).stem if "." in Path(name).name else Path(name).name


def select(items: Iterable[str], cut: Cut) -> tuple[str, ...]:
    """The ids of a cut, in order of their hashes."""
    chosen = sorted((item for item in items if cut.half in ("", half_of(item))), key=lambda item: (digest(item), item))
    return tuple(chosen[: cut.limit])


def select_events(told: Mapping[str, Collection[str]], cut: Cut) -> tuple[frozenset[str], frozenset[str]]:
    """(events, documents) of a cut, given the documents that tell of each event.

    Events that share a document stay together, and the least id of them decides on the half and the order. Every group is taken
    with which there are no more than `limit` documents, and the first whatever its size.
    """
    events: set[str] = set()
    documents: set[str] = set()
    groups = {min(group): group for group in _groups(told)}
    for name in sorted(groups, key=lambda item: (digest(item), item)):
        if cut.half not in ("", half_of(name)):
            continue
        more = {document for event in groups[name] for document in told[event]}
        if cut.limit is not None and documents and len(documents | more) > cut.limit:
            continue
        events |= groups[name]
        documents |= more
    return frozenset(events), frozenset(documents)


def _groups(told: Mapping[str, Collection[str]]) -> list[set[str]]:
    """The events, those that share documents directly or through others together."""
    leader = {event: event for event in told}

    def lead(event: str) -> str:
        while leader[event] != event:
            leader[event] = leader[leader[event]]
            event = leader[event]
        return event

    first: dict[str, str] = {}
    for event in sorted(told):
        for document in sorted(told[event]):
            leader[lead(event)] = lead(first.setdefault(document, event))
    groups: dict[str, set[str]] = {}
    for event in told:
        groups.setdefault(lead(event), set()).add(event)
    return list(groups.values())


def sources(data: Path) -> tuple[Path, ...]:
    """The documents beside a gold file, or in folders beside it: every file but the gold, published timelines and a README."""
    return tuple(p for p in sorted(data.rglob("*")) if p.is_file() and not _beside(p.relative_to(data).parts))


def _beside(parts: Sequence[str]) -> bool:
    """Is a file no document: the gold, a timeline, a README, or anything hidden?"""
    return parts[-1] == "gold.json" or parts[-1].startswith(("timeline", "README")) or any(part.startswith(".") for part in parts)


def copy_slice(found: Sequence[Path], names: Collection[str], target: Path) -> tuple[Path, ...]:
    """The named documents of the sources, laid into the folder `target`; collections of lines are thinned, other files copied."""
    for path in found:
        if path.name.endswith(LINES):
            raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            kept = [line for line in raw.splitlines() if line.strip() and _named(line) in names]
            (target / path.name.removesuffix(".gz")).write_bytes(b"\n".join(kept) + b"\n" if kept else b"")
        elif path.is_file() and stem(path.name) in names:
            shutil.copy(path, target / path.name)
    return tuple(p for p in sorted(target.iterdir()) if p.stat().st_size)


def _named(line: bytes) -> str:
    try:
        value = msgspec.json.decode(line)
    except msgspec.DecodeError:
        return ""
    return stem(str(value.get("id") or value.get("path") or "")) if isinstance(value, dict) else ""
