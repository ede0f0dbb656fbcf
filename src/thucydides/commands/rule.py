"""The verb `rule`: a person's decisions, kept for good, in force from the next build on."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from thucydides.commands.common import json_option, latest, open_store, record_argument, write_json

if TYPE_CHECKING:
    from thucydides.nouns import Record


@click.group(short_help="Overrule the program: merge, split, reject, set, undo.")
def rule() -> None:
    """Overrule the program in RECORD. A ruling is kept as a line of a log, wins over the program, holds through every later build,
    and can be undone.

    An incident is named by its id or words of its title, an account of it by the document's id, file name or outlet. What is written
    into the log are the mentions that they stand for, so that the ruling holds when ids of incidents change.
    """


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option("--why", default="", help="The reason, for others to read.")(command)
    command = click.option("--who", help="Who rules; by default the user of this machine.")(command)
    return json_option(command)


def _rule(record: str, verb: str, arguments: Sequence[str], who: str | None, why: str, as_json: bool) -> None:
    """Append a ruling to the log and say so."""
    import getpass
    from datetime import date

    with open_store(record) as store:
        made = store.rule(verb, tuple(arguments), who or getpass.getuser(), date.today().isoformat(), why)
    if as_json:
        write_json(made)
    else:
        click.echo(f"Ruling {made.number} is kept ({made.verb}). It holds from the next build: thucydides build --record {record}")


def _mentions(record: "Record", wanted: str) -> str:
    """What `wanted` stands for, as the log writes it: a mention itself, or the mentions of an incident."""
    from thucydides.showing.finding import find_incident

    if wanted in {m.id for m in record.mentions}:
        return wanted
    return ",".join(find_incident(record, wanted).mentions)


@rule.command(short_help="These incidents are one.")
@record_argument
@click.argument("incidents", nargs=-1, required=True)
@_options
def merge(record: str, incidents: tuple[str, ...], who: str | None, why: str, as_json: bool) -> None:
    """Rule that the INCIDENTS named (two or more) are one and the same."""
    _several(incidents)
    found = latest(record)
    _rule(record, "merge", [_mentions(found, one) for one in incidents], who, why, as_json)


@rule.command(short_help="These incidents are never one.")
@record_argument
@click.argument("incidents", nargs=-1, required=True)
@_options
def different(record: str, incidents: tuple[str, ...], who: str | None, why: str, as_json: bool) -> None:
    """Rule that the INCIDENTS named (two or more) are never one."""
    _several(incidents)
    found = latest(record)
    _rule(record, "different", [_mentions(found, one) for one in incidents], who, why, as_json)


def _several(incidents: Sequence[str]) -> None:
    if len(set(incidents)) < 2:
        raise click.UsageError("name at least two incidents")


@rule.command(short_help="Some accounts tell of another incident.")
@record_argument
@click.argument("incident")
@click.argument("accounts", nargs=-1)
@click.option("--documents", multiple=True, help="An account, in place of an argument; can be given several times.")
@_options
def split(
    record: str, incident: str, accounts: tuple[str, ...], documents: tuple[str, ...], who: str | None, why: str, as_json: bool
) -> None:
    """Rule that the ACCOUNTS named tell of another incident than the rest of INCIDENT.

    An account is a document's id, file name or outlet, or a mention's id.
    """
    accounts += documents
    if not accounts:
        raise click.UsageError("name at least one account")
    from thucydides.record import MissingError
    from thucydides.showing.finding import find_incident

    found = latest(record)
    whole = find_incident(found, incident)
    known = {d.id: {d.id, d.path, d.outlet} for d in found.documents}
    named = {m.id: known[m.document] | {m.id} for m in found.mentions if m.id in whole.mentions}
    for account in accounts:
        if not any(account in names for names in named.values()):
            there = ", ".join(sorted({d.path for d in found.documents if any(d.id in n for n in named.values())}))
            raise MissingError(f"{account!r} does not tell of {whole.id}; its accounts are {there}")
    out = [m for m, names in named.items() if names & set(accounts)]
    rest = [m for m in named if m not in out]
    if not rest:
        raise MissingError(f"these are all accounts of {whole.id}; leave at least one")
    _rule(record, "split", [",".join(out), ",".join(rest)], who, why, as_json)


@rule.command(short_help="This is no incident, or this claim is void.")
@record_argument
@click.argument("items", nargs=-1, required=True)
@_options
def reject(record: str, items: tuple[str, ...], who: str | None, why: str, as_json: bool) -> None:
    """Rule that the ITEMS named (incidents, or ids of mentions, claims or aggregates) are to be left out of account."""
    found = latest(record)
    known = {noun.id for nouns in (found.mentions, found.claims, found.aggregates) for noun in nouns}
    _rule(record, "reject", [p for one in items for p in ([one] if one in known else _mentions(found, one).split(","))], who, why, as_json)


@rule.command("set", short_help="This value is so.")
@record_argument
@click.argument("incident")
@click.argument("attribute")
@click.argument("value")
@_options
def set_value(record: str, incident: str, attribute: str, value: str, who: str | None, why: str, as_json: bool) -> None:
    """Rule that ATTRIBUTE of INCIDENT is VALUE.

    A count is written "5", "3-5", "3/4/5" (low, best, high), "5+" or "unknown" ("killed.best" is the same as "killed"); a date
    "2025-11-30", "2025-11", "2025" or "2025-11-30/2025-12-02"; a place by its name, "Homs" or "Homs, SY", or as "37.8,70.2,TJ,Name"; a
    type as ACLED calls it.
    """
    from thucydides.reviewing.setting import readable
    from thucydides.showing.finding import find_incident

    one, attribute = find_incident(latest(record), incident), attribute.removesuffix(".best")
    anchor = incident if incident in one.mentions else one.mentions[0]
    _rule(record, "set", [anchor, attribute, readable(attribute, value, one)], who, why, as_json)


@rule.command(short_help="Withdraw a ruling.")
@record_argument
@click.argument("number", type=int)
@_options
def undo(record: str, number: int, who: str | None, why: str, as_json: bool) -> None:
    """Withdraw the ruling NUMBER; withdrawing an undo brings back what it had undone."""
    _rule(record, "undo", [str(number)], who, why, as_json)


@rule.command("list", short_help="List the rulings.")
@record_argument
@json_option
def listing(record: str, as_json: bool) -> None:
    """List the rulings on RECORD, with what was withdrawn."""
    from thucydides.nouns import Record
    from thucydides.showing.ruled import listed

    with open_store(record) as store:
        rulings, found = store.rulings(), store.latest()
    if as_json:
        write_json(rulings)
        return
    for line in listed(rulings, found or Record("", 0)):
        click.echo(line)
    if not rulings:
        click.echo("There are no rulings.")
