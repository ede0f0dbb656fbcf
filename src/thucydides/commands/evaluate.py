"""The verb `evaluate`: the program held against public benchmarks."""

import click

from thucydides.commands.common import json_option, write_json


@click.command(short_help="Hold the program against a public benchmark.")
@click.argument("suite", required=False)
@click.argument("data", required=False)
@click.option("--list", "listing", is_flag=True, help="List the suites and the data that each takes.")
@json_option
def evaluate(suite: str | None, data: str | None, listing: bool, as_json: bool) -> None:
    """Run the benchmark SUITE over its public DATA (a file or folder that you have) and print its scores."""
    from thucydides.evaluating import SUITES
    from thucydides.evaluating import evaluate as run

    if listing:
        for name, (_, _, takes) in SUITES.items():
            click.echo(f"{name:12} {takes}")
        return
    if suite is None or data is None:
        raise click.UsageError("name the suite and its data: thucydides evaluate SUITE DATA; --list shows the suites")
    try:
        scores = run(suite, data)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        write_json(scores)
        return
    width = max(map(len, scores), default=0)
    for name, score in scores.items():
        click.echo(f"{name:{width}}  {score:.3f}")
