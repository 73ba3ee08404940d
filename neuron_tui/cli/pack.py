"""`neuron-tui pack`: the packs that are there, a new one, and one less."""

from __future__ import annotations

import shutil
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import click

from neuron_tui.cli.completion import packs
from neuron_tui.cli.journal.opened import confirmed
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import puzzles_option
from neuron_tui.puzzle.text import clean, clip, plural, some

if TYPE_CHECKING:
    from neuron_tui.game.files.pack_source import Files


@click.group("pack", invoke_without_command=True)
@click.pass_context
def pack_commands(context: click.Context) -> None:
    """Add, list and remove packs: folders of chapters.

    `neuron-tui --only PACK` plays one as the whole course, and `neuron-tui new --pack NAME` writes one.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@pack_commands.command("list")
@puzzles_option
@click.pass_context
def list_packs(context: click.Context) -> None:
    """List all packs: name, title, version, puzzles, folder."""
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.columns import aligned
    from neuron_tui.puzzle.library.library import find_packs

    rows = [
        [pack.name, clip(pack.title), pack.file.version, plural(len(pack.puzzles), "puzzle"), str(pack.path)]
        for pack in find_packs(folders_in_use(context.obj)).packs
    ]
    click.echo("\n".join(aligned(rows)))


@pack_commands.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Put it in the place of the one that is there.")
def add(source: Path, replace: bool) -> None:
    """Copy a pack into your puzzle folder.

    SOURCE is a folder or a zip file. Only its puzzles and other texts are taken. Its name comes from its
    title; answers to its puzzles are kept under that name, so a newer version keeps them.
    """
    from neuron_tui.folders import own_puzzles
    from neuron_tui.game.files.pack_source import PackError, pack_files
    from neuron_tui.game.files.saving import safe_name
    from neuron_tui.puzzle.library.names import PACK_FILE
    from neuron_tui.puzzle.library.pack import NAMES, read_pack_file

    try:
        files = pack_files(source)
        part = own_puzzles() / f".{token_hex(8)}.part"
        try:
            _write(files, part)
            name = safe_name(read_pack_file(part / PACK_FILE).title or source.absolute().stem) or "pack"
            path = own_puzzles() / (f"{name}-pack" if name in NAMES.values() else name)
            _put(part, path, replace=replace)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except PackError as problem:
        raise MistakeError(f"{source} is no pack: {problem}") from problem
    click.echo(path)
    click.echo(f"Play it with `neuron-tui --only {path.name}`.")


def _write(files: Files, folder: Path) -> None:
    from neuron_tui.game.files.saving import make_folder, share

    for path, data in files.items():
        file = folder / path
        make_folder(file.parent)
        file.write_bytes(data)
        share(file)


def _put(part: Path, path: Path, *, replace: bool) -> None:
    """Move a pack to its place, wholly or not at all."""
    if not path.exists():
        part.rename(path)
        return
    if not replace:
        raise MistakeError(f"{path} is there already; --replace puts this one in its place")
    if (path / ".git").exists():
        raise MistakeError(f"{path} is a git repository; `git pull` in it brings the newest version")
    before = part.with_suffix(".old")
    path.rename(before)
    part.rename(path)
    shutil.rmtree(before, ignore_errors=True)


@pack_commands.command()
@click.argument("name", shell_complete=packs)
@click.option("--yes", is_flag=True, help="Do not ask first.")
def remove(name: str, yes: bool) -> None:
    """Remove the pack NAME from your puzzle folder. Your answers to its puzzles stay."""
    from neuron_tui.folders import own_puzzles
    from neuron_tui.puzzle.library.library import Folder, find_packs

    there = {pack.name: pack for pack in find_packs([Folder(own_puzzles(), "own")]).packs if pack.parts}
    if name not in there:
        known = f"; those in it are {some(list(there), 12)}" if there else ""
        raise MistakeError(f"there is no pack `{clip(name)}` in your puzzle folder{known}")
    path = there[name].path
    what = f"{clean(str(path))} with {plural(len(there[name].puzzles), 'puzzle')}"
    if not yes and not confirmed(f"Remove {what}, and whatever else is in it?"):
        click.echo("Nothing was removed.")
        return
    if path.is_symlink():
        path.unlink()
    else:
        shutil.rmtree(path)
    click.echo(f"Removed {what}.")
