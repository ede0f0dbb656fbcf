"""The verb `build`: reports into a record."""

import gc
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from thucydides.commands.common import json_option, program, write_json

if TYPE_CHECKING:
    from thucydides.build import Built

FEW_PAUSES = (100_000, 20, 20)
"""How seldom Python looks for objects that refer to each other in a ring: a record is a great many objects and holds none."""


@click.command(short_help="Read reports and make or extend a record.")
@click.argument("sources", nargs=-1)
@click.option("--record", required=True, metavar="DIR", help="The record: a folder, or postgresql://... for a team.")
@click.option("--title", help="The name of the conflict; without it, one is made from the incidents.")
@click.option("--rule", default="assess.origins", show_default=True, help="The rule that turns claims into the record's values.")
@json_option
def build(sources: tuple[str, ...], record: str, title: str | None, rule: str, as_json: bool) -> None:
    """Read SOURCES (files and folders of reports) into the record at DIR, which is made where there is none.

    Text, HTML, Markdown, wiki text, JSON and JSON Lines are read, in English; what cannot be read is listed with the reason, reports
    in other languages are kept and named, and the rest goes on. A record that stands is extended: only new documents are read; without
    SOURCES it is made anew from what it holds, for instance after a ruling. Where nothing changed, no new revision is written. A build
    that is stopped leaves the last whole revision.
    """
    from thucydides.build import extend
    from thucydides.commands.progress import progress
    from thucydides.reconciling.rules import RULES
    from thucydides.record import MissingError, Store

    if rule not in RULES:
        raise click.UsageError(f"there is no rule {rule!r}; choose one of {', '.join(RULES)}")
    gc.set_threshold(*FEW_PAUSES)
    fresh = "://" not in record and not Path(record).exists()
    warnings: list[str] = []
    with Store.open(record, create=True) as store:
        try:
            with progress() as tell:
                built = extend(sources, store, tell, title, rule, warnings.append)
        except MissingError:
            if fresh:
                _tidy(Path(record))
            raise
    if as_json:
        write_json(_plain(record, built, warnings))
        return
    for warning in warnings:
        click.echo(f"thucydides: {warning}", err=True)
    _tell(record, built)


def _tidy(folder: Path) -> None:
    """Take away the empty record that a build made which found nothing to put into it."""
    for name in ("record.db", "lock"):
        (folder / name).unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _tell(record: str, built: "Built") -> None:
    """What was read, what not, what came out, and what to do next."""
    from thucydides.publishing import words
    from thucydides.showing.differing import SAME, summary

    click.echo(f"{words.count(built.documents, 'document')} in the record, {len(built.new)} of them new.")
    if built.unread:
        click.echo(f"{words.count(len(built.unread), 'input')} could not be read:")
        for one in built.unread:
            click.echo(f"  {one.path}: {one.reason}")
    click.echo(
        f"{built.title}: {words.count(built.incidents, 'incident')} and {words.count(built.acts, 'act')}, "
        f"{words.count(built.discrepancies, 'discrepancy', 'discrepancies')}, {words.count(built.questions, 'open question')}."
    )
    if built.before == built.revision:
        click.echo(f"Nothing changed: revision {built.revision} stands.")
    elif built.before is not None:
        changes = summary(built.changes())
        click.echo(f"Revision {built.revision}: {changes}.")
        if changes != SAME:
            click.echo(f"See them: {program()} diff {quote(record)} {built.before} {built.revision}")
    else:
        click.echo(f"Revision {built.revision} is in {record}.")
        click.echo(f"Look at it: {program()} show {quote(record)}; what does not hold together: {program()} check {quote(record)}")
        click.echo(f"As a page: {program()} export {quote(record)} --format html --output page.html")


def _plain(record: str, built: "Built", warnings: list[str]) -> dict[str, object]:
    return {
        "record": record, "revision": built.revision, "changed": built.before != built.revision, "title": built.title,
        "documents": built.documents, "new_documents": list(built.new),
        "unread": [{"path": u.path, "reason": u.reason} for u in built.unread], "incidents": built.incidents, "acts": built.acts,
        "discrepancies": built.discrepancies, "open_questions": built.questions, "warnings": warnings,
    }  # fmt: skip
