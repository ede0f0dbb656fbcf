"""What holds for all tests: property tests have no deadline, for how long one example takes says how busy the machine is; and commands are
run inside the test."""

import pytest
from hypothesis import settings

from cli_runner import Runner

settings.register_profile("thucydides", deadline=None)
settings.load_profile("thucydides")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Runs a command line and hands back what it wrote."""
    return Runner(capsys)
