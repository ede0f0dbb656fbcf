"""The verb `show`: the incidents of a record, or one of them."""

import click

from thucydides.commands.common import json_option, latest, record_argument, terminal_width, write_json, write_lines


@click.command(short_help="List the incidents, or show one of them.")
@record_argument
@click.argument("incident", required=False)
@json_option
def show(record: str, incident: str | None, as_json: bool) -> None:
    """List the incidents and acts of RECORD in the order of time, or show one INCIDENT with its accounts.

    INCIDENT is the id in the first column, a part of one, or words of its title. In the table "≥ 5" is at least five, "?" is
    unknown, which is not zero.
    """
    from thucydides.showing.finding import find_incident

    found = latest(record)
    one = find_incident(found, incident) if incident else None
    if as_json:
        from thucydides.publishing.outputs.json import plain

        whole = plain(found)
        if one is None:
            write_json({key: whole[key] for key in ("conflict", "revision", "incidents", "acts")})
        else:
            write_json(next(i for key in ("incidents", "acts") for i in whole[key] if i["id"] == one.id))
    elif one is None:
        from thucydides.showing.listing import listed

        click.echo("\n".join(listed(found, terminal_width())))
    else:
        from thucydides.showing.incident import shown

        write_lines(shown(found, one))
