"""`neuron-tui completion`, and what a shell is offered while somebody types a command."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import click
from click.shell_completion import CompletionItem, get_completion_class

from neuron_tui.cli.mistake import MistakeError

SHELLS = ("bash", "zsh", "fish")


def puzzles(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids that begin so; else what begins so after its chapter; else files."""
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.puzzle.library.library import scan

    ids: list[str] = []
    with suppress(MistakeError):  # a folder that is not there
        entries = scan(folders_in_use(context.obj or [])).entries
        ids = [entry.id for entry in entries if entry.shadowed_by is None]
    names = (place.rpartition("/")[2] for place in ids)
    return beginning(typed, ids) or beginning(typed, names) or [CompletionItem(typed, type="file")]


def packs(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Packs by name."""
    from neuron_tui.cli.choosing import folders_in_use
    from neuron_tui.puzzle.library.library import find_packs

    with suppress(MistakeError):  # a folder that is not there
        return beginning(typed, (pack.name for pack in find_packs(folders_in_use(context.obj or [])).packs))
    return []


def players(_context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names that stand in the journal, in capitals or not."""
    from neuron_tui.folders import journal
    from neuron_tui.game.journal.glance import names_in

    return beginning(typed, names_in(journal()))


def beginning(typed: str, words: Iterable[str]) -> list[CompletionItem]:
    """What may become of a word, in capitals or not."""
    return [CompletionItem(word) for word in words if word.casefold().startswith(typed.casefold())]


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what lets SHELL complete commands, puzzles and players.

    Have it run by the file that SHELL reads when it starts.
    """
    complete = get_completion_class(shell)
    assert complete is not None
    click.echo(complete(context.find_root().command, {}, "neuron-tui", "_NEURON_TUI_COMPLETE").source())
