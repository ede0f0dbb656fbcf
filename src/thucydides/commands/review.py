"""The verb `review`: where a person's minute changes the record most, asked one question at a time."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from thucydides.commands.common import json_option, latest, open_store, record_argument, write_json, write_lines

if TYPE_CHECKING:
    from thucydides.nouns import Record
    from thucydides.record import Store


@click.command(short_help="Go through what a person should look at, what changes most first.")
@record_argument
@click.option("--list", "listing", is_flag=True, help="List the questions and ask none.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than N questions.")
@click.option("--who", help="Who rules; by default the user of this machine.")
@click.option("--no-build", is_flag=True, help="Leave the record as it is; the rulings hold from the next build.")
@json_option
def review(record: str, listing: bool, limit: int | None, who: str | None, no_build: bool, as_json: bool) -> None:
    """Ask where RECORD may be wrong, what an answer is expected to change most first, and keep the answers as rulings.

    Are these two incidents one? Is this one two? Which of the numbers told is right? Every question comes with the passages, who says it,
    why it is asked and what hangs on it. Answer "same", "different", "right" (as it stands), "take 2" (the value of the second claim),
    "set 5", "reject" (no incident; "reject a" of two, "reject 2" for a claim that is void), "skip" (or Enter), "why" (the reasons and
    rules in full), "build" (make the record anew now) or "quit"; the first letter is enough (x for reject, k for skip). What follows a
    colon is the reason: "different: the other village". At the end the record is built anew and what changed is said.

    What was ruled is not asked again. Where the input is no terminal, answers are read from it, one a line. --list and --json ask nothing.
    """
    import getpass

    from thucydides.record import MissingError
    from thucydides.reviewing.session import walk

    if listing or as_json:
        _list(record, limit, as_json)
        return
    with open_store(record) as store:
        terminal, name = sys.stdin is not None and sys.stdin.isatty(), who or getpass.getuser()
        done = walk(store, _ask if terminal else _read, write_lines, lambda: _build(record, store), name, limit, terminal)
        if not done.asked:
            click.echo("There is nothing to ask: no question is open that a ruling has not answered.")
        elif not done.answered and not terminal:
            raise MissingError("no answers came on standard input; give them one a line, or see the questions with --list")
        if done.rulings and not no_build:
            _build(record, store)
        elif done.rulings:
            click.echo(f"The rulings hold from the next build: thucydides build --record {record}")


def _list(record: str, limit: int | None, as_json: bool) -> None:
    from thucydides.publishing.index import Index
    from thucydides.reviewing import shown
    from thucydides.reviewing.queue import queue
    from thucydides.showing.lines import Line

    found = latest(record)
    with open_store(record) as store:
        items = queue(found, store.rulings())
    some, index = items[:limit], Index(found)
    if as_json:
        write_json({"questions": len(items), "items": [shown.plain(index, item, n) for n, item in enumerate(some, 1)]})
        return
    if not items:
        click.echo("There is nothing to ask: no question is open that a ruling has not answered.")
    for number, item in enumerate(some, 1):
        write_lines([*([Line("")] if number > 1 else []), *shown.shown(index, item, number, len(items))])


def _ask(prompt: str) -> str | None:
    """A line typed at the terminal; None at its end (Ctrl-D)."""
    with suppress(ImportError):
        import readline  # noqa: F401 (lets the line be edited)
    try:
        return _plain(input(prompt))
    except EOFError:
        click.echo()
        return None


def _read(prompt: str) -> str | None:
    """A line of the input, shown after its prompt."""
    line = _plain(sys.stdin.readline()) if sys.stdin is not None else ""
    if line:
        click.echo(f"{prompt}{line.rstrip()}")
    return line or None


def _plain(line: str) -> str:
    """The line as text that can be written; bytes that are no characters are question marks."""
    return line.encode("utf-8", "replace").decode("utf-8")


def _warn(warning: str) -> None:
    click.echo(f"thucydides: {warning}", err=True)


def _build(record: str, store: "Store") -> "Record":
    """The record made anew under all rulings, with what changed."""
    from thucydides.build import extend
    from thucydides.commands.progress import progress
    from thucydides.record import MissingError, diff
    from thucydides.showing.differing import differing

    revisions = store.revisions()
    if not revisions:
        raise MissingError(f"{record}: no build has finished yet; run: thucydides build SOURCES --record {record}")
    with progress() as tell:
        built = extend((), store, tell, None, revisions[-1].rule, _warn)
    click.echo("")
    after = store.revision(built.revision)
    if built.before is None or built.revision == built.before:
        click.echo(f"Nothing changed: revision {after.revision} stands.")
    else:
        before = store.revision(built.before)
        write_lines(differing(before, after, diff(before, after)))
    return after
