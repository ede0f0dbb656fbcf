"""Own names: a province's main name is not taken for that of another province which was once called so."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize("behind", ["", " Traders in Sila closed their stalls."])
def test_a_main_name_goes_before_a_former_one(tmp_path: Path, behind: str) -> None:
    text = f"Armed men killed nine people at a well in Ouaddai, Chad, on 1 July 2025.{behind}"
    (mention,) = [m for m in told(tmp_path, text).mentions if m.kind == "incident"]
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Ouaddaï"
