"""The verb `check`: what does not hold together in a record."""

import click

from thucydides.commands.common import json_option, latest, record_argument, write_json, write_lines


@click.command(short_help="Say what does not hold together; exit code 1 if anything.")
@record_argument
@json_option
@click.pass_context
def check(context: click.Context, record: str, as_json: bool) -> None:
    """Say what in RECORD does not hold together: discrepancies, counts that the incidents do not reach, open questions.

    The weightiest comes first. The exit code is 1 where there is anything to look at, 0 where there is nothing.
    """
    from thucydides.showing import checking

    found = latest(record)
    if as_json:
        write_json(checking.plain(found))
    else:
        write_lines(checking.checked(found))
    context.exit(1 if checking.findings(found) else 0)
