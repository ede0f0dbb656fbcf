"""The verb `build`: reports into a record."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thucydides.commands.common import json_option, write_json

if TYPE_CHECKING:
    from thucydides.nouns import Record

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

    Text, HTML, Markdown, wiki text, JSON and JSON Lines are read; what cannot be read is listed with the reason, and the rest goes
    on. A record that stands is extended: only new documents are read; without SOURCES it is made anew from what it holds, for
    instance after a ruling. Where nothing changed, no new revision is written. A build that is stopped leaves the last whole revision.
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
                before, after = extend(sources, store, tell, title, rule, warnings.append)
        except MissingError:
            if fresh:
                _tidy(Path(record))
            raise
    if as_json:
        write_json(_plain(record, before, after, warnings))
        return
    for warning in warnings:
        click.echo(f"thucydides: {warning}", err=True)
    _tell(record, before, after)


def _tidy(folder: Path) -> None:
    """Take away the empty record that a build made which found nothing to put into it."""
    for name in ("record.db", "lock"):
        (folder / name).unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _new(before: "Record | None", after: "Record") -> list[str]:
    known = {d.id for d in before.documents} if before else set()
    return [d.path for d in after.documents if d.id not in known]


def _tell(record: str, before: "Record | None", after: "Record") -> None:
    """What was read, what not, what came out, and what to do next."""
    from thucydides.publishing import words
    from thucydides.record import diff
    from thucydides.showing.differing import summary

    new = _new(before, after)
    click.echo(f"{words.count(len(after.documents), 'document')} in the record, {len(new)} of them new.")
    if after.unread:
        click.echo(f"{words.count(len(after.unread), 'input')} could not be read:")
        for one in after.unread:
            click.echo(f"  {one.path}: {one.reason}")
    force = sum(i.kind == "incident" for i in after.incidents)
    acts = len(after.incidents) - force
    click.echo(
        f"{after.title}: {words.count(force, 'incident')} and {words.count(acts, 'act')}, "
        f"{words.count(len(after.discrepancies), 'discrepancy', 'discrepancies')}, "
        f"{words.count(len(after.gaps), 'open question')}."
    )
    if before is not None and before.revision == after.revision:
        click.echo(f"Nothing changed: revision {after.revision} stands.")
    elif before is not None:
        click.echo(f"Revision {after.revision}: {summary(diff(before, after))}.")
        click.echo(f"See them: thucydides diff {record} {before.revision} {after.revision}")
    else:
        click.echo(f"Revision {after.revision} is in {record}.")
        click.echo(f"Look at it: thucydides show {record}; what does not hold together: thucydides check {record}")


def _plain(record: str, before: "Record | None", after: "Record", warnings: list[str]) -> dict[str, object]:
    force = sum(i.kind == "incident" for i in after.incidents)
    return {
        "record": record, "revision": after.revision, "changed": before is None or before.revision != after.revision,
        "title": after.title, "documents": len(after.documents), "new_documents": _new(before, after),
        "unread": [{"path": u.path, "reason": u.reason} for u in after.unread], "incidents": force,
        "acts": len(after.incidents) - force, "discrepancies": len(after.discrepancies), "open_questions": len(after.gaps),
        "warnings": warnings,
    }  # fmt: skip
