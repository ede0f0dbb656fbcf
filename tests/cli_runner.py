"""Running the command line inside a test."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from record_factory import extract, record
from thucydides.cli import main
from thucydides.nouns import Document
from thucydides.record import Store
from thucydides.record.making import cache_key


class Ran(NamedTuple):
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it wrote, as JSON."""
        return json.loads(self.out)


class Runner:
    """Runs commands and hands back what they wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        self._capsys.readouterr()
        code = main([str(a) for a in arguments])
        captured = self._capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    def fails(self, code: int, *arguments: object) -> str:
        """The one line on standard error of a command that must fail with `code` and write nothing else."""
        ran = self(*arguments)
        assert ran.code == code, ran
        assert ran.out == ""
        assert ran.err.startswith("thucydides: ")
        assert ran.err.count("\n") == 1
        assert ran.err.endswith("\n")
        return ran.err


def keep(folder: Path, *builds: list[Document], title: str = "Made") -> Path:
    """A record with one revision for each list of documents."""
    with Store.open(folder, create=True) as store:
        for documents in builds:
            store.save(record(documents, title), {cache_key(d): extract(d) for d in documents})
    return folder
