"""`neuron-tui help`: a command's help, and what makers of puzzles look up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click
from click.shell_completion import CompletionItem

from neuron_tui.cli.completion import beginning
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.puzzle.text import clip


def _puzzle_files() -> str:
    from neuron_tui.folders import documents

    return (documents() / "puzzle-files.md").read_text(encoding="utf-8")


def _puzzle_schema() -> str:
    from neuron_tui.puzzle.file.keys import schema
    from neuron_tui.puzzle.file.reader import PUZZLE

    return schema("A puzzle for neuron-tui", PUZZLE)


def _chapter_schema() -> str:
    from neuron_tui.puzzle.file.keys import schema
    from neuron_tui.puzzle.library.chapter import CHAPTER

    return schema("A chapter for neuron-tui", CHAPTER)


def _pack_schema() -> str:
    from neuron_tui.puzzle.file.keys import schema
    from neuron_tui.puzzle.library.pack import PACK

    return schema("A pack for neuron-tui", PACK)


TOPICS: Mapping[str, Callable[[], str]] = {
    "puzzle-files": _puzzle_files,
    "puzzle-schema": _puzzle_schema,
    "chapter-schema": _chapter_schema,
    "pack-schema": _pack_schema,
}


def _topics(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    group = context.find_root().command
    commands = group.list_commands(context) if isinstance(group, click.Group) else []
    return beginning(typed, (*commands, *TOPICS))


@click.command("help")
@click.argument("topic", required=False, shell_complete=_topics)
@click.pass_context
def help_command(context: click.Context, topic: str | None) -> None:
    """Show the help of a command, or another topic.

    TOPIC is a command; or `puzzle-files`, all keys that the file of a puzzle, chapter or pack may have; or
    `puzzle-schema`, `chapter-schema` or `pack-schema`, a JSON Schema with which editors complete and check
    such files.
    """
    whole = context.find_root()
    group = whole.command
    if topic is None:
        click.echo(whole.get_help())
    elif topic in TOPICS:
        click.echo(TOPICS[topic]().encode(), nl=False)  # whatever the terminal writes: these are UTF-8
    elif isinstance(group, click.Group) and (command := group.get_command(whole, topic)):
        click.echo(command.get_help(click.Context(command, whole, topic)))
    else:
        known = ", ".join(TOPICS)
        raise MistakeError(f"there is no help on `{clip(topic)}`; name a command, or one of {known}")
