"""The verb `evaluate`: the program held against public benchmarks."""

from importlib import import_module

import click

from thucydides.commands.common import json_option, write_json


@click.command(short_help="Hold the program against a public benchmark.")
@click.argument("suite")
@click.argument("data")
@json_option
def evaluate(suite: str, data: str, as_json: bool) -> None:
    """Run the benchmark SUITE over its public DATA (a file or folder that you have) and print its scores."""
    from thucydides.record import MissingError

    run = getattr(import_module("thucydides.evaluating"), "evaluate", None)
    if run is None:
        raise MissingError("this version ships no benchmark suite; update the program: pip install --upgrade thucydides")
    scores = run(suite, data)
    if as_json:
        write_json(scores)
        return
    for name, score in scores.items():
        click.echo(f"{name:40} {score}")
