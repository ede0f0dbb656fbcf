"""Log: the rulings of people, one line each, only ever added to; a ruling is undone by a further one.

Invariants: numbers count from 1 and never repeat; a line stands for good once it ends in a line break; what a killed or
full-disk write left behind at the end is no ruling and makes way for the next.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, insert, select

from thucydides.nouns import Ruling
from thucydides.record import schema
from thucydides.record.errors import MissingError, UnreadableError

VERBS: tuple[str, ...] = get_args(get_type_hints(Ruling)["verb"])


class _Line(Struct, frozen=True, forbid_unknown_fields=True):
    """A ruling as the log holds it; what became of it is told by later lines."""

    number: int
    verb: str
    arguments: tuple[str, ...]
    who: str
    when: str
    why: str = ""


def read_file(path: Path, name: str) -> tuple[Ruling, ...]:
    """The rulings of a `rulings.jsonl`, in order; none where there is no such file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    return resolve(data[: data.rfind(b"\n") + 1].splitlines(), name)


def append_file(path: Path, ruling: Ruling) -> None:
    """Add one ruling to a `rulings.jsonl` and see that the disk has it; the caller holds the record's lock."""
    with path.open("ab") as file:
        whole = path.read_bytes().rfind(b"\n") + 1
        if whole < file.tell():
            file.truncate(whole)
        file.write(line(ruling) + b"\n")
        file.flush()
        os.fsync(file.fileno())


def read_table(connection: Connection, name: str) -> tuple[Ruling, ...]:
    """The rulings of a record that is no folder, in order."""
    table = schema.ruling_log.c
    return resolve([body.encode() for body in connection.execute(select(table.body).order_by(table.number)).scalars()], name)


def append_table(connection: Connection, ruling: Ruling) -> None:
    """Add one ruling to the log of a record that is no folder."""
    connection.execute(insert(schema.ruling_log), {"number": ruling.number, "body": line(ruling).decode()})


def line(ruling: Ruling) -> bytes:
    """A ruling as one line of the log, without the line break."""
    return msgspec.json.encode(_Line(ruling.number, ruling.verb, ruling.arguments, ruling.who, ruling.when, ruling.why))


def resolve(lines: Iterable[bytes], name: str) -> tuple[Ruling, ...]:
    """The rulings that the lines give, each marked with the ruling that undid it, where one did.

    An undone `undo` brings back what it had undone.
    """
    rulings: dict[int, Ruling] = {}
    for count, data in enumerate(lines, 1):
        where = f"{name}: rulings.jsonl line {count}"
        if not data.strip():
            continue
        try:
            said = msgspec.json.decode(data, type=_Line)
            ruling = msgspec.convert(msgspec.to_builtins(said), Ruling)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise UnreadableError(f"{where} is no ruling ({error}); correct the line or take it out") from error
        if ruling.number in rulings:
            raise UnreadableError(f"{where} repeats the number {ruling.number}; give the later one a number of its own")
        rulings[ruling.number] = ruling
    for ruling in sorted(rulings.values(), key=lambda r: r.number, reverse=True):
        target = _target(ruling)
        if target is not None and target in rulings and rulings[ruling.number].withdrawn_by is None:
            rulings[target] = msgspec.structs.replace(rulings[target], withdrawn_by=ruling.number)
    return tuple(rulings[number] for number in sorted(rulings))


def following(
    rulings: Sequence[Ruling], verb: str, arguments: Sequence[str], who: str, when: str, why: str, name: str
) -> Ruling:
    """The next ruling of the log; `MissingError` where the verb is none of ours or what it would undo does not stand."""
    if verb not in VERBS:
        raise MissingError(f"{name}: no ruling is called {verb}; the rulings are {', '.join(VERBS)}")
    number = max((r.number for r in rulings), default=0) + 1
    ruling = msgspec.convert(
        {"number": number, "verb": verb, "arguments": list(arguments), "who": who, "when": when, "why": why}, Ruling
    )
    if verb == "undo":
        target = _target(ruling)
        found = next((r for r in rulings if r.number == target), None)
        if found is None:
            raise MissingError(f"{name}: there is no ruling {' '.join(arguments)} to undo; `thucydides rule list` shows them")
        if found.withdrawn_by is not None:
            raise MissingError(f"{name}: ruling {found.number} was already undone by ruling {found.withdrawn_by}")
    return ruling


def _target(ruling: Ruling) -> int | None:
    """The number of the ruling that an `undo` withdraws; None for other verbs."""
    if ruling.verb != "undo" or len(ruling.arguments) != 1 or not ruling.arguments[0].isdecimal():
        return None
    return int(ruling.arguments[0])
