"""Evaluating: what the program reads and links, held against public benchmarks.

Each suite is one module and takes data in its own published format; `SUITES` names them.
"""

from importlib import import_module
from pathlib import Path

SUITES = {
    "record": ("thucydides.evaluating.record", "evaluate_record", "documents and gold.json in one folder"),
    "geoparsing": ("thucydides.evaluating.geoparsing", "evaluate_geoparsing", "the XML file of LGL or TR-News"),
    "polnear": ("thucydides.evaluating.polnear", "evaluate_polnear", "the archive of PolNeAR"),
}


def evaluate(suite: str, data: str) -> dict[str, float]:
    """The scores of one suite over its data, by measure; ValueError with the suites there are where it is not one."""
    if suite not in SUITES:
        raise ValueError(f"there is no suite {suite!r}; choose one of {', '.join(SUITES)}")
    path = Path(data)
    if not path.exists():
        raise ValueError(f"{data}: there is no such file or folder; give the suite's data ({SUITES[suite][2]})")
    module, function, _ = SUITES[suite]
    scores: dict[str, float] = getattr(import_module(module), function)(path)
    return scores


__all__ = ["SUITES", "evaluate"]
