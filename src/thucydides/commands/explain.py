"""The verb `explain`: how the record came to a value, why two accounts are one incident or are not, and where it first came from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thucydides.commands.common import json_option, latest, record_argument, write_json, write_lines

if TYPE_CHECKING:
    from thucydides.nouns import Incident, Record


@click.command(short_help="Say how the record came to a value, or why two accounts are one.")
@record_argument
@click.argument("incident", required=False)
@click.argument("attribute", required=False)
@click.option("--against", metavar="OTHER", help="Another incident or mention: say why the two are one, or are not.")
@click.option("--tree", is_flag=True, help="Say in which order the mentions of INCIDENT came together, and why.")
@click.option(
    "--chart", metavar="FILE", type=click.Path(dir_okay=False),
    help="With --against or --tree: draw it into FILE, as its ending says: .html, .svg or .png.",
)
@click.option("--origins", is_flag=True, help="Say who told whom: from the speakers through agencies and outlets to the reports.")
@click.option("--svg", metavar="FILE", type=click.Path(dir_okay=False), help="With --origins, draw it into FILE.")
@json_option
def explain(
    record: str,
    incident: str | None,
    attribute: str | None,
    against: str | None,
    tree: bool,
    chart: str | None,
    origins: bool,
    svg: str | None,
    as_json: bool,
) -> None:
    """Say how RECORD came to the values of INCIDENT, or to one ATTRIBUTE of it (killed, date, place, type, responsibility, ...).

    Gives the value, the rule and what it means, the claims for and against with their passages, each origin counted once, and for a
    whole incident why its mentions are one. With --against, the two accounts of INCIDENT and OTHER (incidents, or ids of mentions) that are
    most alike are held against each other, and what forbids that the two are one comes first. With --tree, the order in which the mentions
    of INCIDENT were joined, with the weight and the reasons of each step. With --origins, where what is said of INCIDENT, or without one of
    everything, first came from.
    """
    from thucydides.showing import explaining
    from thucydides.showing.finding import find_incident

    _fitting(incident, attribute, against, tree, chart, origins, svg)
    found = latest(record)
    if origins:
        _origins(found, incident, svg, as_json)
        return
    assert incident is not None
    if against:
        _against(found, incident, against, chart, as_json)
        return
    one = find_incident(found, incident)
    if tree:
        _tree(found, one, chart, as_json)
    elif as_json:
        write_json(explaining.plain(found, one, attribute))
    else:
        write_lines(explaining.explain(found, one, attribute))


def _fitting(
    incident: str | None, attribute: str | None, against: str | None, tree: bool, chart: str | None, origins: bool, svg: str | None
) -> None:  # fmt: skip
    """UsageError where options do not go together."""
    if incident is None and not origins:
        raise click.UsageError("name an INCIDENT (thucydides show RECORD lists them), or ask for --origins of the whole record")
    if svg and not origins:
        raise click.UsageError("--svg draws the origins; give --origins with it")
    if chart and not (against or tree):
        raise click.UsageError("--chart draws two accounts (name the other with --against) or how an incident's came together (--tree)")
    if sum(map(bool, (attribute, origins, against, tree))) > 1:
        raise click.UsageError("give an attribute, --origins, --tree or --against, one of them")


def _origins(record: "Record", incident: str | None, svg: str | None, as_json: bool) -> None:
    """Who told whom, of one incident or of the whole record."""
    import msgspec

    from thucydides.reconciling.origin_graph import origin_graph
    from thucydides.showing.finding import find_incident
    from thucydides.showing.origin_picture import picture
    from thucydides.showing.origins import told

    one = find_incident(record, incident) if incident is not None else None
    graph, title = origin_graph(record, one), one.title if one is not None else record.title
    if svg:
        Path(svg).write_text(picture(graph, title), encoding="utf-8")
        click.echo(f"The origins are drawn in {svg}.")
    elif as_json:
        write_json(msgspec.to_builtins(graph))
    else:
        write_lines(told(graph, title))


def _against(record: "Record", incident: str, against: str, chart: str | None, as_json: bool) -> None:
    """Why the nearest accounts of two incidents are one, or are not, and what forbids it."""
    from thucydides.linking import waterfall
    from thucydides.linking.charting import chart as page
    from thucydides.linking.charting import picture
    from thucydides.linking.comparing import against as held
    from thucydides.publishing.index import Index
    from thucydides.record import MissingError
    from thucydides.showing import opposing
    from thucydides.showing.lines import Line
    from thucydides.showing.saving import save_drawing

    sides = [_mentions(record, wanted) for wanted in (incident, against)]
    found = held(sides[0], sides[1], record.mentions, record.documents, record.claims, record.rulings)
    if found is None:
        raise MissingError(f"{incident} and {against} have no two accounts to compare; `thucydides show RECORD` lists the incidents")
    index = Index(record)
    if chart:
        title, bars, ban = opposing.title(index, found.nearest), waterfall(found.nearest), opposing.in_short(found.ban) if found.ban else ""
        words = [line.text for line in opposing.opposed(index, found) if line.text and line.text != title]
        save_drawing(Path(chart), picture(title, bars, ban), page(title, words, bars, ban))
    if as_json:
        write_json(opposing.plain(index, found))
    else:
        write_lines([*opposing.opposed(index, found), *([Line(f"The chart is in {chart}.", 2)] if chart else [])])


def _tree(record: "Record", incident: "Incident", chart: str | None, as_json: bool) -> None:
    """In which order the mentions of an incident came together."""
    from thucydides.linking.charting import page
    from thucydides.linking.merging import merges
    from thucydides.publishing.index import Index
    from thucydides.showing import tree
    from thucydides.showing.lines import Line
    from thucydides.showing.saving import save_drawing

    index, steps = Index(record), merges(incident, record.mentions, record.documents)
    if chart:
        drawn = tree.drawing(index, incident, steps)
        save_drawing(Path(chart), drawn, page(incident.title, [line.text for line in tree.told(index, steps)], drawn, tree.NOTE))
    if as_json:
        write_json({"incident": incident.id, "title": incident.title, "steps": tree.plain(index, steps)})
    else:
        write_lines([*tree.tree(index, incident, steps), *([Line(f"The tree is drawn in {chart}.")] if chart else [])])


def _mentions(record: "Record", wanted: str) -> tuple[str, ...]:
    from thucydides.showing.finding import find_incident

    return (wanted,) if any(m.id == wanted for m in record.mentions) else find_incident(record, wanted).mentions
