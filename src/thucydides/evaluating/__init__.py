"""Evaluating: what the program reads and links, held against public benchmarks.

Each suite is one module and takes data in its own published format; `SUITES` names them. A suite is a function of the data's path and a
`Cut` (which half, how many documents) that gives an `Outcome`: scores, and every wrong answer with its text.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thucydides.evaluating.outcome import Cut, Outcome

SUITES = {
    "record": ("thucydides.evaluating.record", "evaluate_record", "documents and gold.json in one folder"),
    "timeline": (
        "thucydides.evaluating.timeline",
        "evaluate_timeline",
        "articles of a war and gold.json from a timeline in one folder",
    ),
    "case2021": ("thucydides.evaluating.case2021", "evaluate_case2021", "the table of CASE 2021, task 2"),
    "gvdb": ("thucydides.evaluating.gvdb", "evaluate_gvdb", "the table of the Gun Violence Database"),
    "geoparsing": ("thucydides.evaluating.geoparsing", "measure_geoparsing", "the XML file of LGL or TR-News"),
    "muc4": ("thucydides.evaluating.muc4.suite", "evaluate_muc4", "the folder of MUC-4 with texts and answer keys"),
    "ecbplus": ("thucydides.evaluating.ecbplus", "evaluate_ecbplus", "the JSON of ECB+ event mentions"),
    "steadiness": ("thucydides.evaluating.steadiness.suite", "evaluate_steadiness", "any folder of reports, which are told in other words"),
    "polnear": ("thucydides.evaluating.polnear", "measure_polnear", "the archive of PolNeAR"),
}


def evaluate(suite: str, data: str, cut: "Cut | None" = None) -> "Outcome":
    """What one suite finds over its data, or a cut of it; ValueError with the suites there are where it is not one."""
    from thucydides.evaluating.outcome import Cut

    if suite not in SUITES:
        raise ValueError(f"there is no suite {suite!r}; choose one of {', '.join(SUITES)}")
    path = Path(data)
    if not path.exists():
        raise ValueError(f"{data}: there is no such file or folder; give the suite's data ({SUITES[suite][2]})")
    module, function, _ = SUITES[suite]
    outcome: Outcome = getattr(import_module(module), function)(path, cut or Cut())
    return outcome


__all__ = ["SUITES", "evaluate"]
