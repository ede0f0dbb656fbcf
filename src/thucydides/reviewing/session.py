"""Session: the walk through the questions, in a terminal or from a script; each answer is written as a ruling before the next question."""

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from thucydides.nouns import Record, Ruling
from thucydides.publishing.index import Index
from thucydides.record import Store
from thucydides.record.errors import MissingError
from thucydides.reviewing import shown
from thucydides.reviewing.answers import Answer, parse, ruling
from thucydides.reviewing.item import Item
from thucydides.reviewing.queue import queue
from thucydides.reviewing.ruled import Ruled
from thucydides.showing.lines import Line

Ask = Callable[[str], str | None]
"""Asks with a prompt and gives the line that was typed, None where there are no more."""
Write = Callable[[list[Line]], None]
Build = Callable[[], Record]
"""Builds the record anew, says what changed, and gives it."""


class Walked(Struct, frozen=True):
    """What came of a walk: the rulings made, how many questions were shown, and whether any answer was given at all."""

    rulings: tuple[Ruling, ...]
    asked: int
    answered: bool


def walk(store: Store, ask: Ask, write: Write, build: Build, who: str, limit: int | None, reasons: bool) -> Walked:
    """Ask the questions until there are no more, or no more answers; `reasons` asks for the reason of an answer given without one."""
    made: list[Ruling] = []
    seen: set[str] = set()
    asked, answered = 0, False
    record = _latest(store)
    left = _open(record, store, seen)
    index = Index(record)
    total = len(left) if limit is None else min(limit, len(left))
    while left and (limit is None or asked < limit):
        item = left.pop(0)
        if Ruled(store.rulings(), record.mentions).answers(item):
            continue
        asked += 1
        seen.add(item.id)
        write([*([Line("")] if asked > 1 else []), *shown.shown(index, item, asked, max(total, asked))])
        for answer in _answers(index, item, ask, write):
            answered = True
            if answer.verb == "build":
                record = build()
                index, left = Index(record), _open(record, store, seen)
                break
            if answer.verb in ("skip", "quit"):
                break
            try:
                verb, arguments = ruling(index, item, answer)
            except MissingError as error:
                write([Line(f"{error}.")])
                continue
            why = answer.why or (ask("Why, for others to read (Enter for no reason): ") or "" if reasons else "")
            made.append(store.rule(verb, arguments, who, date.today().isoformat(), why.strip()))
            write([Line(f"Ruling {made[-1].number} is kept ({verb}).")])
            break
        else:
            return Walked(tuple(made), asked, answered)
        if answer.verb == "quit":
            break
    return Walked(tuple(made), asked, answered)


def _answers(index: Index, item: Item, ask: Ask, write: Write) -> Iterator[Answer]:
    """The answers to one question until one of them is taken; what is no answer is said, and asked again."""
    while (line := ask(shown.answers(item))) is not None:
        try:
            answer = parse(line, item)
        except MissingError as error:
            write([Line(f"{error}.")])
            continue
        if answer.verb == "why":
            write(shown.why(index, item))
        else:
            yield answer


def _latest(store: Store) -> Record:
    record = store.latest()
    if record is None:
        raise MissingError(f"{store.name}: no build has finished yet; run: thucydides build SOURCES --record {store.name}")
    return record


def _open(record: Record, store: Store, seen: set[str]) -> list[Item]:
    return [item for item in queue(record, store.rulings()) if item.id not in seen]
