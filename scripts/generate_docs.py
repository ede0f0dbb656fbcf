"""Write docs/commands.md, docs/schema.md, docs/rules.md and docs/rules/ from the code: the commands as click knows them, the nouns,
tables and rules as they are, and what each rule of assessment gives on one example.

usage: generate_docs.py [--check]    with --check nothing is written; exit code 1 where a page is not what the code gives
"""

import inspect
import re
import sys
import types
import typing
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import click
import msgspec

HOME = Path(__file__).resolve().parent.parent / "docs"
NOTE = "<!-- Written by scripts/generate_docs.py from the code; do not change by hand. -->"


def commands() -> str:
    """The command reference."""
    from thucydides.cli import EXIT_CODES, cli

    parts = [NOTE, "# Commands", "", "Every command answers to `--help`. Errors are one line on standard error.", ""]
    parts += ["## Exit codes", "", "| code | meaning |", "|---|---|", *(f"| {n} | {text} |" for n, text in EXIT_CODES.items()), ""]
    for path, command in _commands(cli, "thucydides"):
        parts += [f"## {path}" if " " in path else f"## {path} itself", ""]
        context = click.Context(command, info_name=path)
        usage = " ".join(command.collect_usage_pieces(context))
        parts += ["```", f"{path} {usage}".strip(), "```", "", *_help(command), ""]
        options = [p for p in command.get_params(context) if isinstance(p, click.Option) and "--help" not in p.opts]
        if options:
            parts += ["| option | meaning |", "|---|---|", *(_option(o) for o in options), ""]
        if isinstance(command, click.Group):
            parts += ["| command | what it does |", "|---|---|"]
            parts += [f"| `{n}` | {c.get_short_help_str(200)} |" for n, c in sorted(command.commands.items())] + [""]
    return "\n".join(parts).rstrip() + "\n"


def _commands(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    """A command and all below it, each with what one types to run it."""
    found = [(path, command)]
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            found += _commands(command.commands[name], f"{path} {name}")
    return found


def _help(command: click.Command) -> list[str]:
    return inspect.cleandoc(command.help or "").splitlines()


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    value = "" if option.is_flag else f" `{option.metavar or (option.name or '').upper()}`"
    default = f" (default: `{option.default}`)" if option.show_default and option.default not in (None, False) else ""
    required = " (required)" if option.required else ""
    return f"| {names}{value} | {option.help or ''}{default}{required} |"


def schema() -> str:
    """The schema reference: what the nouns hold, and the tables of record.db."""
    import thucydides.nouns as nouns
    from thucydides.record import schema as tables
    from thucydides.record.tables import metadata

    parts = [
        NOTE, "# The record as data", "",
        "A record is a folder: `record.db` (SQLite), `documents/<sha256>.txt` (the text of each document as read), `rulings.jsonl` (the",
        "log of rulings, one line each, only ever added to), `lock` (held while a build writes) and `kept/` (what makes the next build",
        "quick; it may be deleted at any time and changes no result). On a PostgreSQL server the tables are the same,",
        "the texts stand in `texts.body`, and the rulings in `ruling_log`.", "",
        "## Nouns", "", "The values that every step takes and gives; the `body` of a table's row is one of them as JSON.", "",
    ]  # fmt: skip
    for name in nouns.__all__:
        noun = getattr(nouns, name)
        parts += [f"### {name}", "", *_paragraph(noun.__doc__), "", "| field | type | default |", "|---|---|---|"]
        hints = get_type_hints(noun)
        for field in msgspec.structs.fields(noun):
            default = "" if field.required else f"`{field.default!r}`"
            parts.append(f"| `{field.name}` | {_type(hints[field.name])} | {default} |")
        parts.append("")
    parts += ["## Tables", "", *_paragraph(tables.__doc__), "", f"Version of these tables: `{tables.HEAD}` (in `alembic_version`).", ""]
    parts += ["The state now: `SELECT * FROM incidents WHERE until IS NULL`. The state at revision 2:",
              "`... WHERE since <= 2 AND (until IS NULL OR until >= 2)`.", ""]  # fmt: skip
    for table in metadata.sorted_tables:
        parts += [f"### `{table.name}`", "", table.comment or "", "", "| column | type | meaning |", "|---|---|---|"]
        for column in table.columns:
            key = " (key)" if column.primary_key else "" if column.nullable else " (required)"
            refers = "".join(sorted(f"; refers to `{k.target_fullname}`" for k in column.foreign_keys))
            parts.append(f"| `{column.name}` | {str(column.type).lower()}{key} | {column.comment or ''}{refers} |")
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _paragraph(text: str | None) -> list[str]:
    return re.sub(r"\|", r"\\|", inspect.cleandoc(text or "")).splitlines()


def _type(hint: Any) -> str:
    """A type in words: "text, or null", "list of Passage", "one of: a, b"."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        named = [_type(i) for i in inner if i is not type(None)]
        return " or ".join(named) + (", or null" if type(None) in inner else "")
    if origin is Literal:
        return "one of: " + ", ".join(f"`{i}`" for i in inner)
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return f"list of {_type(inner[0])}"
        return f"[{', '.join(_type(i) for i in inner)}]"
    if isinstance(hint, typing.ForwardRef):
        return hint.__forward_arg__
    return {str: "text", int: "integer", float: "number", bool: "true or false"}.get(hint, getattr(hint, "__name__", str(hint)))


STEPS = {
    "reading": "Reading: what a page is, and which of its words are the report",
    "date": "Dates: from words to days",
    "place": "Places: from words to gazetteer entries",
    "toll": "Tolls: from words to numbers",
    "type": "Types: what kind of incident",
    "claim": "Claims: who says what",
    "extract": "What a report leaves unsaid of its own incident",
    "figure": "Figures: background quantities",
    "link": "Same incident or not",
    "assess": "From claims to the record's own figures",
    "review": "What a person is asked, and in which order",
    "publish": "What of a record is exported, and as what",
}
"""The rule files in the way of the data, with the heading of each."""


def rules() -> str:
    """Every rule by its id, with its meaning and source."""
    from thucydides.vocabulary import mapping

    parts = [NOTE, "# How the rules work", "", RULES_LEAD, ""]
    for step, heading in STEPS.items():
        table = mapping(f"rules/{step}")
        parts += [f"## {heading}", "", f"Source: {' '.join(str(table['source']).split())}", ""]
        parts += ["| rule | meaning | source |", "|---|---|---|"]
        for name, rule in table["rules"].items():
            cells = (" ".join(str(rule.get(key, "")).split()).replace("|", "\\|") for key in ("meaning", "source"))
            parts.append(f"| `{name}` | " + " | ".join(cells) + " |")
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


RULES_LEAD = (
    "Each rule that turns words into a value, or claims into an assessment, has an id, one sentence of meaning and a source. The\n"
    "record names the rule wherever it was used; `thucydides explain` prints it. A rule reads words, never a document: it holds for\n"
    "every report alike."
)


def rule_page(name: str) -> str:
    """The page of one rule of assessment: what it means, where it comes from, and what it gives on one made example."""
    from importlib import import_module

    from thucydides.reconciling import counts
    from thucydides.reconciling.rules import RULES, rule_by_name
    from thucydides.reconciling.rules.example import ACCOUNTS, accounts
    from thucydides.vocabulary import mapping

    table = mapping("rules/assess")["rules"]
    module = import_module(f"thucydides.reconciling.rules.{RULES[name]}")
    head, _, rest = inspect.cleandoc(module.__doc__ or "").partition("\n\n")
    parts = [NOTE, f"# `{name}`", "", head.replace("\n", " "), "", rest, ""]
    parts += [f"In one sentence: {' '.join(table[name]['meaning'].split())} Source: {table[name]['source']}.", ""]
    parts += ["Choose it with `thucydides build SOURCES --record DIR --rule " + name + "`; `thucydides check RECORD --rules` shows how the",
              "figures of a whole record change under each rule.", "", "## On one example", ""]  # fmt: skip
    parts += ["| printed by | who says it | what | day |", "|---|---|---|---|"]
    parts += [f"| {paper} | {speaker} | {words} | {day} May 2024 |" for paper, speaker, _, _, words, day, _, _ in ACCOUNTS]
    verdict = rule_by_name(name)(accounts())
    assert verdict is not None
    q = verdict.quantity
    parts += ["", f"**Best {q.best}, low {q.low}, high {'open' if q.high is None else q.high}**: {verdict.reason}.", ""]
    others = []
    for other in RULES:
        found = rule_by_name(other)(accounts())
        if found is not None and other != name:
            others.append(f"[`{other}`]({other.removeprefix('assess.')}.md) {counts.span(found.quantity.low, found.quantity.high)}, "
                          f"best {found.quantity.best}")  # fmt: skip
    return "\n".join([*parts, f"The others: {'; '.join(others)}.", ""])


def rule_pages() -> dict[str, Callable[[], str]]:
    """A page for every rule of assessment, by its name in docs/."""
    from thucydides.reconciling.rules import RULES

    return {f"rules/{name.removeprefix('assess.')}.md": partial(rule_page, name) for name in RULES}


PAGES = {**rule_pages(), "commands.md": commands, "schema.md": schema, "rules.md": rules}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check say which are not up to date."""
    stale = []
    for name, page in PAGES.items():
        path, text = HOME / name, page()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
    if "--check" in arguments and stale:
        print(f"not up to date: {', '.join(stale)}; run: python scripts/generate_docs.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
