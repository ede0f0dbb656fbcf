"""The verb `diff`: what changed between two revisions."""

import click

from thucydides.commands.common import json_option, open_store, record_argument, write_json, write_lines


@click.command(short_help="Say what changed between two revisions, and why.")
@record_argument
@click.argument("before", type=int, metavar="REV")
@click.argument("after", type=int, metavar="REV", required=False)
@json_option
def diff(record: str, before: int, after: int | None, as_json: bool) -> None:
    """Say what changed in RECORD from one revision to another (by default the latest), by incident and value.

    Each change comes with the documents that caused it and the rulings that did, by number with who made them and why; rulings that
    changed nothing are named too.
    """
    from thucydides.record import diff as compare
    from thucydides.showing import differing

    with open_store(record) as store:
        old = store.revision(before)
        new = store.revision(len(store.revisions()) if after is None else after)
    found = compare(old, new)
    if as_json:
        write_json(differing.plain(found))
    else:
        write_lines(differing.differing(old, new, found))
