"""The verb `explain`: how the record came to a value, and where what it says first came from."""

from pathlib import Path

import click

from thucydides.commands.common import json_option, latest, record_argument, write_json, write_lines


@click.command(short_help="Say how the record came to a value, with the passages.")
@record_argument
@click.argument("incident", required=False)
@click.argument("attribute", required=False)
@click.option("--origins", is_flag=True, help="Say who told whom: from the speakers through agencies and outlets to the reports.")
@click.option("--svg", metavar="FILE", help="With --origins, draw it into FILE.")
@json_option
def explain(record: str, incident: str | None, attribute: str | None, origins: bool, svg: str | None, as_json: bool) -> None:
    """Say how RECORD came to the values of INCIDENT, or to one ATTRIBUTE of it (killed, date, place, type, responsibility, ...).

    Gives the value, the rule and what it means, the claims for and against with their passages, each origin counted once, and for a
    whole incident why its mentions are one. With --origins, where what is said of INCIDENT, or without one of everything, first came from.
    """
    from thucydides.showing.finding import find_incident

    if incident is None and not origins:
        raise click.UsageError("name an INCIDENT (thucydides show RECORD lists them), or ask for --origins of the whole record")
    if svg and not origins:
        raise click.UsageError("--svg draws the origins; give --origins with it")
    found = latest(record)
    one = find_incident(found, incident) if incident is not None else None
    if origins:
        import msgspec

        from thucydides.reconciling.origin_graph import origin_graph
        from thucydides.showing.origin_picture import picture
        from thucydides.showing.origins import told

        graph, title = origin_graph(found, one), one.title if one is not None else found.title
        if svg:
            Path(svg).write_text(picture(graph, title), encoding="utf-8")
            click.echo(f"The origins are drawn in {svg}.")
        elif as_json:
            write_json(msgspec.to_builtins(graph))
        else:
            write_lines(told(graph, title))
        return
    from thucydides.showing import explaining

    assert one is not None
    if as_json:
        write_json(explaining.plain(found, one, attribute))
    else:
        write_lines(explaining.explain(found, one, attribute))
