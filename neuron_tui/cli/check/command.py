"""`neuron-tui check`: every fault in puzzle files, and whether they keep their promises."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from neuron_tui.cli.ctrl_c import ctrl_c_waits
from neuron_tui.cli.options import puzzles_option

if TYPE_CHECKING:
    from neuron_tui.cli.check.checking import Checked

STANDARD_INPUT = Path("-")
NONE_OF_YOUR_OWN = "You have no puzzles of your own yet; `--bundled` checks those that come with the game."


class Wanted(TypedDict):
    """What is checked beyond the form, and what is told."""

    proving: bool
    bundled: bool
    fix: bool
    strict: bool
    as_json: bool
    quiet: bool
    verbose: bool


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--train", "proving", is_flag=True, help="Train the neuron and prove what each file expects.")
@click.option("--bundled", is_flag=True, help="Check the puzzles that come with the game.")
@click.option(
    "--fix", is_flag=True, help="Write rows and settings in their plain form; nothing else changes."
)
@click.option("--strict", is_flag=True, help="Fail on warnings, too.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array, an object per finding.")
@click.option("-q", "--quiet", is_flag=True, help="Print what is found and no summary.")
@click.option(
    "-v", "--verbose", is_flag=True, help="With --train, tell what the neuron answers and where it fails."
)
@click.option("--watch", is_flag=True, help="Check PATH again whenever it changes, until Ctrl+C.")
@puzzles_option
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], watch: bool, **wanted: Unpack[Wanted]) -> None:
    """Report every fault in puzzle files.

    PATH is a file, a folder, or - for standard input; without one, your own puzzles and those of the folders
    you gave are checked. --train uses all cores.
    """
    if watch and (len(paths) != 1 or paths[0] == STANDARD_INPUT):
        raise click.UsageError("--watch needs one PATH, a file or a folder.")
    before = _stamps(paths[0]) if watch else {}
    code = _check_once(context, paths, **wanted)
    for _ in _wakings(paths[0]) if watch else ():
        now = _stamps(paths[0])
        if now and now != before:  # a file may be away for a moment while an editor saves it
            before = now
            click.echo()
            _check_once(context, paths, **wanted)
    context.exit(code)


def _check_once(context: click.Context, paths: tuple[Path, ...], **wanted: Unpack[Wanted]) -> int:
    """Check and tell what is found; the exit code."""
    with ctrl_c_waits():
        from neuron_tui.cli.check import checking, report
        from neuron_tui.cli.check import proving as proofs

        if wanted["proving"]:
            import numpy.random  # noqa: F401 - numpy itself imports it as late as it can

    files = _files(context, paths, bundled=wanted["bundled"])
    if wanted["fix"]:
        for path in checking.make_plain(files):
            click.echo(f"{path}: written plainly", err=wanted["as_json"])
        if STANDARD_INPUT not in paths:
            files = _files(context, paths, bundled=wanted["bundled"])
    if wanted["proving"]:
        with _training_bar(sum(checked.puzzle is not None for checked in files)) as advance:
            files = proofs.prove_all(files, advance)
    if wanted["as_json"]:
        click.echo(report.in_json(files))
        return checking.exit_code(files, strict=wanted["strict"])
    for checked in files:
        told = proofs.told(checked) if wanted["verbose"] else ()
        for line in (*report.in_lines(checked, with_notes=not wanted["quiet"]), *told):
            click.echo(line)
    if not wanted["quiet"]:
        summary = checking.summary(files, wanted["proving"])
        lines = [proofs.proofs_counted(files), summary, _plain_hint(files)]
        click.echo("\n".join(filter(None, lines)) if files else NONE_OF_YOUR_OWN)
    return checking.exit_code(files, strict=wanted["strict"])


def _wakings(path: Path) -> Iterator[object]:
    """Something whenever anything happens there, and every second: not every system tells of all.

    Of a file its folder is watched: editors put another file in the place of the old one.
    """
    from watchfiles import watch

    folder = path if path.is_dir() else path.parent
    return watch(folder, recursive=path.is_dir(), yield_on_timeout=True, rust_timeout=1_000)


def _stamps(path: Path) -> dict[Path, tuple[int, int]]:
    """When the file, or each file in the folder, was written, and how large it is."""
    stamps = {}
    for file in path.rglob("*") if path.is_dir() else [path]:
        with suppress(OSError):
            found = file.stat()
            stamps[file] = found.st_mtime_ns, found.st_size
    return stamps


def _files(context: click.Context, paths: tuple[Path, ...], *, bundled: bool) -> list[Checked]:
    from neuron_tui.cli.check import checking
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.puzzle.file.source import MAX_BYTES

    files = []
    for path in paths:
        if path == STANDARD_INPUT:
            files.append(checking.check_text(sys.stdin.buffer.read(MAX_BYTES + 1)))
        else:
            files += checking.check_path(path)
    if bundled or not paths:
        files += checking.check_folders(folders_in_use(context.obj), bundled=bundled)
    return files


def _plain_hint(files: list[Checked]) -> str:
    count = sum(bool(checked.rewrites) for checked in files)
    return f"{count} of them could be written more plainly; --fix does it." if count else ""


@contextmanager
def _training_bar(puzzles: int) -> Iterator[Callable[[int], object]]:
    """A progress bar on standard error; gives the function that advances it."""
    hidden = not sys.stderr.isatty()
    with ExitStack() as stack:
        with ctrl_c_waits():  # the bar hides the cursor, and shows it again only if it has begun
            bar = click.progressbar(length=puzzles, label="Training", file=sys.stderr, hidden=hidden)
            stack.enter_context(bar)
        yield bar.update
