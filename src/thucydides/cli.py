"""The command line: one thin command for each verb; errors in one line that says what to do; documented exit codes."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from thucydides import __version__
from thucydides.commands.actors import actors
from thucydides.commands.build import build
from thucydides.commands.check import check
from thucydides.commands.diff import diff
from thucydides.commands.evaluate import evaluate
from thucydides.commands.explain import explain
from thucydides.commands.export import export
from thucydides.commands.gazetteer import gazetteer
from thucydides.commands.review import review
from thucydides.commands.rule import rule
from thucydides.commands.show import show

EXIT_CODES = {
    0: "done, and nothing to report",
    1: "`check` found something to look at",
    2: "a mistake in the call or its input: an unknown option, a missing file, record, incident or revision",
    3: "the record cannot be used: written by a newer version, being written by another build, or damaged",
    4: "something could not be written: the disk is full, or a folder does not allow it",
    5: "the record was refused: a value has no passage, or its passage does not re-read; nothing was saved",
    70: "a fault of the program itself; THUCYDIDES_TRACEBACK=1 shows where",
    130: "stopped by Ctrl-C; the last whole revision stands",
    141: "whoever read the output stopped reading it",
}


class _Unread(Exception):  # noqa: N818 (no error of ours)
    """Nobody reads the output any more."""


class _Verbs(click.Group):
    """The commands; a broken pipe is ours to answer, because click would exit with 0."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was called."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _Unread from None


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="thucydides", message="%(prog)s %(version)s")
def cli() -> None:
    """Read many reports of an armed conflict and write one record of it: every incident, every count, every claim, with who
    said it, through whom, and the exact passage.

    Begin with: thucydides build REPORTS --record RECORD
    """


for _command in (build, show, explain, check, review, export, diff, rule, gazetteer, actors, evaluate):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; whatever goes wrong is said in one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(list(arguments) if arguments is not None else None, prog_name="thucydides", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (BrokenPipeError, _Unread):
        _abandon_output()
        return 141
    except (click.Abort, KeyboardInterrupt):
        return _said("stopped", 130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx is not None else error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _said(_usage(error), 2)
    except Exception as error:
        if os.environ.get("THUCYDIDES_TRACEBACK"):
            raise
        code = _said(*_explained(error))
        if isinstance(error, OSError):
            _abandon_output()
        return code


def _usage(error: click.ClickException) -> str:
    """A mistake in the call, with the command whose help tells more."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "thucydides"
    message = error.format_message().strip().rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see: {path} --help"


def _explained(error: Exception) -> tuple[str, int]:
    """What an error means for the person at the terminal, and the exit code for it."""
    from thucydides.record.errors import RecordError

    if isinstance(error, RecordError):
        return str(error), error.code
    module = type(error).__module__
    if module.startswith("thucydides.publishing"):
        return str(error), 2 if isinstance(error, ValueError) else 4
    if isinstance(error, FileNotFoundError):
        return f"{error.filename or error}: there is no such file or folder; check the spelling, and that the folder it lies in is there", 2
    if isinstance(error, IsADirectoryError):
        return f"{error.filename or error}: is a folder; name a file in it", 2
    if isinstance(error, OSError):
        what = error.strerror or str(error)
        return f"{error.filename or 'the output'}: {what}; free some space or check the permissions, and try again", 4
    if isinstance(error, MemoryError):
        return "the memory does not suffice; give fewer documents at a time", 4
    what = " ".join(str(error).split())[:200]
    hint = "a fault of the program; please report it (THUCYDIDES_TRACEBACK=1 shows where)"
    return f"{type(error).__name__}: {what}; {hint}", 70


def _said(message: str, code: int) -> int:
    """Say it in one line on standard error."""
    click.echo(f"thucydides: {' '.join(message.split())}", err=True)
    return code


def _abandon_output() -> None:
    """Nobody takes the output any more: let the interpreter end without trying to write the rest of it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
