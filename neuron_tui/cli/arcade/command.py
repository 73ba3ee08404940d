"""`neuron-tui arcade`: small games, played beside a network that learns them."""

from __future__ import annotations

from difflib import get_close_matches

import click
from click.shell_completion import CompletionItem

from neuron_tui.cli.completion import beginning
from neuron_tui.cli.looks import looks_options
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.cli.options import ask_option, player_option, puzzles_option
from neuron_tui.cli.plain import is_plain, plain_option
from neuron_tui.game.arcade.titles import TITLES
from neuron_tui.puzzle.text import clip

MOST_STEPS = 200_000
SEED = 1


def games(_context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Games by their ids."""
    return beginning(typed, TITLES)


@click.command()
@click.argument("game", required=False, shell_complete=games)
@click.option("--network-only", is_flag=True, help="Let a network learn GAME without you, and print how.")
@click.option("--steps", type=int, metavar="N", help="How many steps it learns from.")
@click.option("--seed", type=int, metavar="N", help="Seed of the game and of the start weights.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in full precision.")
@player_option("Who plays; your user name by default.")
@ask_option
@looks_options
@plain_option
@puzzles_option
@click.pass_context
def arcade(
    context: click.Context,
    game: str | None,
    network_only: bool,
    steps: int | None,
    seed: int | None,
    as_json: bool,
) -> None:
    """Play GAME beside a network that learns it from nothing but points.

    Without GAME, home opens where the games are; without a terminal, they are listed.
    """
    if not network_only and (as_json or steps is not None):
        raise click.UsageError("--steps and --json are for a network alone; add --network-only")
    if game is not None:
        _check(game)
    if seed is not None:
        from neuron_tui.cli.choosing import seed_within

        seed_within(seed)
    if not network_only:
        _play(context, game, seed)
        return
    if game is None:
        raise click.UsageError("Missing argument 'GAME'")
    if steps is not None and not 1 <= steps <= MOST_STEPS:
        raise click.UsageError(f"--steps must be from 1 to {MOST_STEPS:,}, not {steps:,}")
    from neuron_tui.cli.arcade.report import report_on
    from neuron_tui.game.arcade.games import game_called

    chosen = game_called(game)
    report = report_on(chosen, chosen.steps if steps is None else steps, SEED if seed is None else seed)
    click.echo(report.as_json() if as_json else report.as_table())


def _play(context: click.Context, game: str | None, seed: int | None) -> None:
    """Open the game, or home where the games are; without a terminal, list them."""
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.cli.opening import in_a_terminal, open_game

    if game is None and not (in_a_terminal() or is_plain(context)):
        from neuron_tui.cli.columns import aligned

        click.echo("\n".join(aligned(list(TITLES.items()))))
        return
    folders = folders_in_use(context.obj)
    instead = "with --network-only a network plays without one"
    open_game(context, folders, seed=seed, game=game or "", instead=instead)


def _check(game: str) -> None:
    """Raise MistakeError where there is no such game."""
    if game not in TITLES:
        near = get_close_matches(game, TITLES, 1)
        wanted = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(TITLES)}"
        raise MistakeError(f"there is no game `{clip(game)}`; {wanted}")
