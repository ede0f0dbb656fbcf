"""The verb `gazetteer`: which place a name means, and places of one's own."""

import click

from thucydides.commands.common import json_option, write_json

_CODE = 2


@click.group(short_help="Look up places, and add places of one's own.")
def gazetteer() -> None:
    """Look up places in the gazetteer, and add places of one's own."""


@gazetteer.command(short_help="Say which places a name may mean.")
@click.argument("name", nargs=-1, required=True)
@click.option("--country", help="Only places of this country (ISO 3166-1 alpha-2).")
@click.option("--limit", default=10, type=click.IntRange(min=1), show_default=True, help="Show so many at most.")
@json_option
def lookup(name: tuple[str, ...], country: str | None, limit: int, as_json: bool) -> None:
    """Say which places NAME may mean, the likeliest without any context first."""
    from thucydides.grounding.places.gazetteer import open_gazetteer
    from thucydides.record import MissingError

    wanted = " ".join(name)
    if country and (len(country) != _CODE or not country.isalpha()):
        raise click.BadParameter(f"{country!r} is no code of two letters, as SY is for Syria", param_hint="'--country'")
    found = open_gazetteer().named(wanted, country=(country or "").upper())[:limit]
    if not found:
        where = f" in {country.upper()}" if country else ""
        raise MissingError(f"no place is listed under {wanted!r}{where}; try another spelling, or add it: thucydides gazetteer add FILE")
    if as_json:
        write_json([
            {
                "id": e.identifier, "name": e.name, "kind": e.kind, "country": e.country, "admin1": e.admin1 or None,
                "admin2": e.admin2 or None, "latitude": e.latitude, "longitude": e.longitude, "population": e.population or None,
                "radius_km": e.radius,
            }
            for e in found
        ])  # fmt: skip
        return
    for e in found:
        within = ", ".join(dict.fromkeys(p for p in (e.admin2, e.admin1, e.country) if p and p != e.name))
        people = f", {e.population:,} people" if e.population else ""
        click.echo(f"{e.name} | {e.kind} in {within} | {e.latitude:.4f}, {e.longitude:.4f}{people} | {e.identifier}")


@gazetteer.command(short_help="Add places of one's own.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--to", "target", metavar="PATH",
              help="Another gazetteer of one's own to make or add to; builds use it where THUCYDIDES_GAZETTEER names it.")  # fmt: skip
@json_option
def add(file: str, target: str | None, as_json: bool) -> None:
    """Add the places in FILE to a gazetteer of one's own, which lies over the one that ships.

    FILE is a GeoNames dump of a country (XX.zip or XX.txt), or a CSV with the columns name, latitude, longitude and country (ISO 3166-1
    alpha-2), and where there are any alternates (split by "|"), kind, population, radius_km and id. Every build from then on uses the
    places; documents of a standing record are read again. Without --to they are kept where THUCYDIDES_GAZETTEER names a file, else in
    the user's data folder.
    """
    from pathlib import Path

    from thucydides.grounding.places.gazetteer import own_gazetteer
    from thucydides.grounding.places.tables import add_table

    own = Path(target) if target else own_gazetteer()
    try:
        added = add_table(Path(file), own)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'FILE'") from error
    in_use = own.resolve() == own_gazetteer().resolve()
    if as_json:
        write_json({"added": added, "gazetteer": str(own), "in_use": in_use})
        return
    click.echo(f"{added:,} places are new in {own}.")
    if in_use:
        click.echo("Builds use them from now on; to do without them, remove that file.")
    else:
        click.echo(f"To use them: export THUCYDIDES_GAZETTEER={own.resolve()}")
