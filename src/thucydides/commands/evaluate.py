"""The verb `evaluate`: the program held against public benchmarks."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from thucydides.commands.common import json_option, write_json

if TYPE_CHECKING:
    from thucydides.evaluating.outcome import Case


@click.command(short_help="Hold the program against a public benchmark.")
@click.argument("suite", required=False)
@click.argument("data", required=False)
@click.option("--list", "listing", is_flag=True, help="List the suites and the data that each takes.")
@click.option("--half", type=click.Choice(["tune", "check"]), help="Take one half only: one to tune on, one to check on.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Take about N documents, the same ones every time.")
@click.option("--errors", type=click.IntRange(min=1), metavar="N", help="Also write N wrong answers, the worst of each measure by turns.")
@click.option("--only", default="", metavar="TEXT", help="Of wrong answers, those of measures with TEXT in their names.")
@click.option("--keep", default="", metavar="RECORD", help="Build in this record, so that what was read can be used again.")
@click.option("--predictions", default="", metavar="FILE", help="Write the answers in the suite's own format (muc4).")
@click.option(
    "--layers",
    type=click.Choice(["rules", "both", "learned"]),
    default="rules",
    help="Who names the parties of an incident: the rules, the learned layer too where they name none, or that alone (gvdb).",
)
@click.option("--save-baseline", "baseline", metavar="FILE", help="Put the scores into this baseline file.")
@json_option
def evaluate(
    suite: str | None, data: str | None, listing: bool, half: str | None, limit: int | None, errors: int | None, only: str,
    keep: str, predictions: str, layers: Literal["rules", "both", "learned"], baseline: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Run the benchmark SUITE over its public DATA (a file or folder that you have) and print its scores.

    Where the same slice of the data was measured for the last release, its score stands behind in brackets.
    """
    from thucydides.evaluating import SUITES
    from thucydides.evaluating import evaluate as run
    from thucydides.evaluating.baseline import read_baseline, save_baseline, slice_name
    from thucydides.evaluating.outcome import Cut, worst

    if listing:
        for name, (_, _, takes) in SUITES.items():
            click.echo(f"{name:12} {takes}")
        return
    if suite is None or data is None:
        raise click.UsageError("name the suite and its data: thucydides evaluate SUITE DATA; --list shows the suites")
    cut = Cut(half or "", limit, keep, predictions, layers)
    try:
        outcome = run(suite, data, cut)
        before = read_baseline().get(slice_name(suite, data, cut))
        if baseline:
            save_baseline(suite, data, cut, outcome, Path(baseline))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    cases = worst((case for case in outcome.cases if only in case.measure), errors) if errors else ()
    if as_json:
        write_json({"scores": outcome.scores, "documents": outcome.documents, "errors": cases} if errors else outcome.scores)
        return
    width = max(map(len, outcome.scores), default=0)
    for name, score in outcome.scores.items():
        old = before.scores.get(name) if before else None
        click.echo(f"{name:{width}}  {score:.3f}" + (f" ({old:.3f})" if old is not None else ""))
    for case in cases:
        _write(case)


def _write(case: "Case") -> None:
    click.echo(f"\n{case.measure}: {case.where}\n  gold  {case.gold}\n  ours  {case.ours}\n  text  {case.text}")
