"""The verb `explain`: how the record came to a value."""

import click

from thucydides.commands.common import json_option, latest, record_argument, write_json, write_lines


@click.command(short_help="Say how the record came to a value, with the passages.")
@record_argument
@click.argument("incident")
@click.argument("attribute", required=False)
@json_option
def explain(record: str, incident: str, attribute: str | None, as_json: bool) -> None:
    """Say how RECORD came to the values of INCIDENT, or to one ATTRIBUTE of it (killed, date, place, type, responsibility, ...).

    Gives the value, the rule and what it means, the claims for and against with their passages, each origin counted once, and for a
    whole incident why its mentions are one.
    """
    from thucydides.showing import explaining
    from thucydides.showing.finding import find_incident

    found = latest(record)
    one = find_incident(found, incident)
    if as_json:
        write_json(explaining.plain(found, one, attribute))
    else:
        write_lines(explaining.explain(found, one, attribute))
