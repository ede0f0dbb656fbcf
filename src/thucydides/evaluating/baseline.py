"""Baseline: the figures of the last release, slice by slice, and what has become worse since.

A slice is a suite, the name of its data, a half and a limit; its figures hold for exactly these documents.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

import thucydides
from thucydides.evaluating.outcome import Cut, Outcome

BASELINE = Path(__file__).with_name("baseline.json")
TOLERANCE = 0.02
"""How far a figure may fall before the gate closes."""
ABOUT = "Figures of the last release by slice: suite, data, half, limit. Written by: thucydides evaluate ... --save-baseline FILE"


class Slice(msgspec.Struct, frozen=True):
    """One slice's figures: which data, how many documents, by which version, and of how many answers each score is a share."""

    suite: str
    data: str
    half: str
    limit: int | None
    documents: int
    program: str
    scores: dict[str, float]
    asked: dict[str, int] = {}


def slice_name(suite: str, data: str, cut: Cut) -> str:
    """The name of a slice in the file: "record gva-dev, tune, 200"."""
    layers = "" if cut.layers == "rules" else cut.layers
    parts = (f"{suite} {Path(data).resolve().name}", cut.half or "all", "" if cut.limit is None else str(cut.limit), layers)
    return ", ".join(filter(None, parts))


def read_baseline(path: Path = BASELINE) -> dict[str, Slice]:
    """The slices of a baseline file by name; none where there is no file. ValueError with one line where it is not one."""
    if not path.exists():
        return {}
    try:
        held = msgspec.json.decode(path.read_bytes(), type=dict[str, str | dict[str, Slice]])
    except (OSError, msgspec.DecodeError) as error:
        raise ValueError(f"{path} is no baseline file ({error}); give another name, or remove it") from error
    slices = held.get("slices")
    return slices if isinstance(slices, dict) else {}


def save_baseline(suite: str, data: str, cut: Cut, outcome: Outcome, path: Path) -> None:
    """Put the figures of a slice into the file, in place of those it had; the rest of the file stays."""
    one = Slice(
        suite, Path(data).resolve().name, cut.half, cut.limit, outcome.documents, thucydides.__version__,
        {name: round(value, 4) for name, value in outcome.scores.items()}, outcome.asked,
    )  # fmt: skip
    write_baseline({**read_baseline(path), slice_name(suite, data, cut): one}, path)


def write_baseline(slices: Mapping[str, Slice], path: Path = BASELINE) -> None:
    """Write a baseline file anew, its slices in order of their names."""
    whole = msgspec.json.encode({"about": ABOUT, "slices": dict(sorted(slices.items()))})
    path.write_bytes(msgspec.json.format(whole, indent=1) + b"\n")


def worse(scores: Mapping[str, float], before: Mapping[str, float], tolerance: float = TOLERANCE) -> Iterator[str]:
    """A line for every figure that is worse than before by more than the tolerance, or that is no longer there.

    Of errors and distances ("area", "km" at the end of the name) less is better, of everything else more.
    """
    for name, old in before.items():
        if name not in scores:
            yield f"{name}: was {old:.3f}, is no longer measured"
            continue
        new = scores[name]
        if name.endswith("median km"):
            fallen = new - old > tolerance * max(old, 50.0)
        else:
            fallen = (new - old if name.endswith("area") else old - new) > tolerance + 1e-9
        if fallen:
            yield f"{name}: was {old:.3f}, is {new:.3f}"
