"""`neuron-tui help`: a command's help, and what makers of puzzles look up."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from neuron_tui.cli.completion import beginning
from neuron_tui.cli.mistake import MistakeError
from neuron_tui.puzzle.text import clip

_REFERENCE = "puzzle-files"
_SCHEMA = "-schema"
TOPICS = (_REFERENCE, *(what + _SCHEMA for what in ("puzzle", "chapter", "pack", "glossary")))


def text_on(topic: str) -> str:
    """The reference of puzzle files, or the JSON Schema of one kind of file."""
    if topic == _REFERENCE:
        from neuron_tui.folders import documents

        return (documents() / "puzzle-files.md").read_text(encoding="utf-8")

    from neuron_tui.game.course.glossary import GLOSSARY
    from neuron_tui.puzzle.file.keys import schema
    from neuron_tui.puzzle.file.reader import PUZZLE
    from neuron_tui.puzzle.library.chapter import CHAPTER
    from neuron_tui.puzzle.library.pack import PACK

    what = topic.removesuffix(_SCHEMA)
    forms = {"puzzle": PUZZLE, "chapter": CHAPTER, "pack": PACK, "glossary": GLOSSARY}
    return schema(f"A {what} for neuron-tui", forms[what])


def _topics(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    group = context.find_root().command
    commands = group.list_commands(context) if isinstance(group, click.Group) else []
    return beginning(typed, (*commands, *TOPICS))


@click.command("help")
@click.argument("topic", required=False, shell_complete=_topics)
@click.pass_context
def help_command(context: click.Context, topic: str | None) -> None:
    """Show the help of a command, or another topic.

    TOPIC is a command; or `puzzle-files`, all keys that the file of a puzzle, chapter, pack or glossary may
    have; or `puzzle-schema`, `chapter-schema`, `pack-schema` or `glossary-schema`, a JSON Schema with which
    editors complete and check such files.
    """
    whole = context.find_root()
    group = whole.command
    if topic is None:
        click.echo(whole.get_help())
    elif topic in TOPICS:
        click.echo(text_on(topic).encode(), nl=False)  # whatever the terminal writes: these are UTF-8
    elif isinstance(group, click.Group) and (command := group.get_command(whole, topic)):
        click.echo(command.get_help(click.Context(command, whole, topic)))
    else:
        known = ", ".join(TOPICS)
        raise MistakeError(f"there is no help on `{clip(topic)}`; name a command, or one of {known}")
