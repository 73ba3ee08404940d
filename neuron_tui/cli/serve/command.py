"""`neuron-tui serve`, and the command that plays with one of its visitors."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import click

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import given_player, only_option, only_pack, player_option, puzzles_option

PORT, MOST = 8000, 40


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: a free one.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="0.0.0.0 lets other computers in.")
@click.option("--title", default="neuron-tui", metavar="TEXT", help="What the page is called.")
@click.option("--most", type=click.IntRange(1), default=MOST, show_default=True, help="Players at one time.")
@puzzles_option
@only_option
@click.pass_context
def serve(context: click.Context, port: int, host: str, title: str, most: int) -> None:
    """Let others play in their browsers.

    Each types a name and has a player of that name in your journal. Only this computer can open the page,
    unless --host says otherwise.
    """
    if find_spec("textual_serve") is None:
        raise MistakeError("serving needs the extra `web`; install it with `pip install 'neuron-tui[web]'`")
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.serve.server import Server, keep_serving
    from neuron_tui.folders import journal
    from neuron_tui.game.files.saving import current_folder

    folders = folders_in_use(context.obj)
    only = only_pack(context, folders)
    others = (folder.path.absolute() for folder in folders if folder.source != "bundled")
    checkout = current_folder() == str(Path(__file__).parents[3])  # else nothing is loaded from there
    python = [sys.executable] if checkout else [sys.executable, "-P"]
    visit = [*python, "-m", "neuron_tui", "visit", f"--journal={journal()}"]
    visit += [f"--puzzles={path}" for path in others if path.is_dir()] + [f"--only={only}"] * bool(only)
    keep_serving(Server(visit, title, most), host, port, _say)


def _say(address: str) -> None:
    click.echo(f"The game is at {address} (Ctrl+C ends it).")


@click.command(hidden=True)
@click.option("--journal", type=click.Path(path_type=Path), required=True)
@player_option("The visitor.")
@puzzles_option
@only_option
@click.pass_context
def visit(context: click.Context, journal: Path) -> None:
    """Play with a visitor: the standard streams lead to the page, by way of the server."""
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.opening import open_game

    if given_player(context) is None:
        raise click.UsageError("a visitor has a name; `neuron-tui serve` lets visitors in")
    open_game(context, folders_in_use(context.obj), visits=journal)
