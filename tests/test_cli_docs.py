"""The command and schema references say what the code does: every command, option, noun and table is in them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import click
import pytest

import thucydides.nouns as nouns
from thucydides.cli import cli

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_docs", ROOT / "scripts" / "generate_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_what_the_code_gives(generator: ModuleType) -> None:
    for name, page in generator.PAGES.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == page(), f"docs/{name}: run python scripts/generate_docs.py"


def walk(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    inner = command.commands.items() if isinstance(command, click.Group) else ()
    return [(path, command), *(pair for name, sub in inner for pair in walk(sub, f"{path} {name}"))]


def test_every_command_is_explained() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for path, command in walk(cli, "thucydides"):
        assert f"## {path}" in page
        assert command.help, path
        assert command.help.strip().endswith((".", "RECORD")), path
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{path} {option.name}"
                assert option.opts[-1] in page


def test_every_noun_and_table_says_what_a_row_means() -> None:
    from thucydides.record import schema  # noqa: F401
    from thucydides.record.tables import metadata

    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    for name in nouns.__all__:
        assert f"### {name}\n" in page
    for table in metadata.sorted_tables:
        assert f"### `{table.name}`\n" in page
        assert table.comment
        assert all(column.comment for column in table.columns)


def test_a_page_that_is_out_of_date_is_noticed(generator: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator, "HOME", tmp_path)
    assert generator.main(["--check"]) == 1
    assert not list(tmp_path.iterdir())
    assert generator.main([]) == 0
    assert generator.main(["--check"]) == 0
    (tmp_path / "schema.md").write_text("old")
    assert generator.main(["--check"]) == 1
