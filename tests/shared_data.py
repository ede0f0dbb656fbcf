"""Where data that may not be redistributed lies: THUCYDIDES_SHARED, else a folder `shared` beside the checkout."""

import os
from pathlib import Path

import pytest


def shared(*parts: str) -> Path:
    """The path of a piece of that data; skips the test with a reason where it is missing."""
    root = Path(os.environ.get("THUCYDIDES_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    path = root.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs {'/'.join(parts)}; set THUCYDIDES_SHARED to the folder that holds it")
    return path
