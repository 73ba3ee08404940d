"""Mistakes in one line on standard error; a traceback only if it is asked for."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Callable

import click

from neuron_tui.cli.encoding import replace_unencodable

DEBUG = "NEURON_TUI_DEBUG"
"""The environment variable that shows tracebacks."""

INTERRUPTED = 130
"""What a shell gives a command that Ctrl-C ended: 128 and the number of the signal."""


class MistakeError(Exception):
    """Something the player can put right; the message says what and how, in one line."""


def exit_code_of(run: Callable[[], object]) -> int:
    """Run a command of click's (not in its standalone mode), and turn whatever ends it into an exit code.

    Mistakes go to standard error as one line beginning `error:`. A reader that leaves early, as `head`
    does, is no mistake.
    """
    replace_unencodable(sys.stdout, sys.stderr)
    try:
        code = run()
        if sys.stdout is not None:  # it is None where the shell closed it
            sys.stdout.flush()
    except MistakeError as mistake:
        return _report(str(mistake), 1)
    except click.ClickException as mistake:
        return _report(_with_help(mistake), mistake.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 1
    except SystemExit as end:  # click ends so when the pipe broke earlier
        return end.code if isinstance(end.code, int) else 1
    except Exception as problem:
        return _report_unforeseen(problem)
    return code if isinstance(code, int) else 0


def _report_unforeseen(problem: Exception) -> int:
    if isinstance(problem, OSError) and problem.strerror and not os.environ.get(DEBUG):
        place = f"{problem.filename}: " if problem.filename else ""
        return _report(f"{place}{problem.strerror}", 1)
    return report_crash(problem)


def report_crash(problem: BaseException) -> int:
    """Say in one line that the game itself is at fault, and where the report is; gives the exit code."""
    if os.environ.get(DEBUG):
        traceback.print_exception(problem)
        return 1
    from neuron_tui.cli.crash import write_report

    try:
        where = f"the report is in {write_report(problem)}"
    except OSError:
        where = f"{DEBUG}=1 shows where"
    return _report(f"something went wrong in the game itself ({_in_short(problem)}); {where}", 1)


def _in_short(problem: BaseException) -> str:
    return "".join(traceback.format_exception_only(problem)).strip()


def _with_help(mistake: click.ClickException) -> str:
    """The message of click's own, and where to read on."""
    context = mistake.ctx if isinstance(mistake, click.UsageError) else None
    command = context.command_path if context else "neuron-tui"
    return f"{mistake.format_message().rstrip('.?')}; see `{command} --help`"


def _report(message: str, code: int) -> int:
    """Write the one line."""
    line = "".join(character for character in " ".join(message.split()) if character.isprintable())
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _drop_output()
    if sys.stderr is not None:
        with contextlib.suppress(OSError):  # where nobody reads it
            print(f"error: {line}", file=sys.stderr, flush=True)
    return code


def _drop_output() -> None:
    """Send what standard output still holds nowhere, for Python tries once more to write it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
