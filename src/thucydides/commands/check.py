"""The verb `check`: what does not hold together in a record."""

import click

from thucydides.commands.common import json_option, latest, record_argument, write_json, write_lines


@click.command(short_help="Say what does not hold together; exit code 1 if anything.")
@record_argument
@click.option("--rules", is_flag=True, help="Show instead how the figures change under each rule of assessment.")
@json_option
@click.pass_context
def check(context: click.Context, record: str, rules: bool, as_json: bool) -> None:
    """Say what in RECORD does not hold together: contradictions, counts that the incidents do not reach, open questions.

    What changes most comes first. Questions of earlier revisions that are answered follow, rulings that fit nothing any more, and the
    least and most that all stated numbers allow together, by month, group and side. The exit code is 1 where there is anything to look
    at, 0 where there is nothing. With --rules a table of the counts on which the rules differ, and of the sums under each.
    """
    found = latest(record)
    if rules:
        from thucydides.showing import rule_table

        if as_json:
            write_json(rule_table.plain(found))
        else:
            click.echo("\n".join(rule_table.compared(found)))
        return
    from thucydides.showing import checking

    if as_json:
        write_json(checking.plain(found))
    else:
        write_lines(checking.checked(found))
    context.exit(1 if checking.findings(found) else 0)
