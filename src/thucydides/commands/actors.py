"""The verb `actors`: which party a name means."""

import click

from thucydides.commands.common import json_option, write_json


@click.group(short_help="Look up parties: armed groups, forces, governments.")
def actors() -> None:
    """Look up the parties that the program knows: armed groups, forces, governments."""


@actors.command(short_help="Say which party a name means.")
@click.argument("name", nargs=-1, required=True)
@json_option
def lookup(name: tuple[str, ...], as_json: bool) -> None:
    """Say which party NAME means: its canonical name, kind, country, years and aliases; the nearest ones where it means none."""
    from difflib import get_close_matches

    from thucydides.grounding.actors.actors import actor, all_actors, find_actors
    from thucydides.record import MissingError

    wanted = " ".join(name)
    every = all_actors()
    names = {alias.casefold(): a.id for a in reversed(every) for alias in (a.id, a.name, *a.aliases)}
    ids = [m.actor_id for m in find_actors(wanted) if m.actor_id]
    found = [actor(i) for i in dict.fromkeys([*([names[wanted.casefold()]] if wanted.casefold() in names else []), *ids])]
    if not found:
        near = list(dict.fromkeys(names[n] for n in get_close_matches(wanted.casefold(), names, 5, 0.6)))
        hint = f"the nearest are {', '.join(actor(i).name for i in near)}" if near else "no other name comes near it"
        raise MissingError(f"no party is listed under {wanted!r}; {hint}")
    if as_json:
        write_json(found)
        return
    for one in found:
        periods = [f"{kind} {since or '...'} to {until or 'now'}" for kind, since, until in one.kinds]
        parts = [one.name, one.id, "; ".join(periods) or one.kind, one.country or "", one.active, ", ".join(one.aliases)]
        click.echo(" | ".join(part for part in parts if part))
