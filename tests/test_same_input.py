"""What is read hangs on no order in which a process keeps its sets."""

import os
import subprocess
import sys

CODE = """
from thucydides.extracting.kinds.weapons import wordings
told = [("mortar", "mortars"), ("attack", "attacks"), ("rocket", "rockets"), ("rifle", "rifles"), ("gun", "guns"), ("bomb", "bombs")]
print([wordings(*both) for both in told])
"""


def test_the_wordings_tried_for_a_weapon_stand_in_one_order_in_every_process() -> None:
    def made(seed: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        return ran.stdout

    assert len({made(str(seed)) for seed in range(4)}) == 1
