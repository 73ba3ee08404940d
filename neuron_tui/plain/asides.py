"""What can be typed wherever the game asks something."""

from __future__ import annotations

from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.plain.command import Command, Speaker
from neuron_tui.plain.conversation import Conversation
from neuron_tui.puzzle.library.shelf import Shelf
from neuron_tui.puzzle.text import capital, clip

MOST_TERMS = 3


def asides(shelf: Shelf, keeper: Keeper) -> tuple[Command[Speaker], ...]:
    """The commands, for a player whose answers this keeper keeps."""

    def scores(speaker: Speaker, _: str) -> None:
        from neuron_tui.plain.scores import tell_scores

        tell_scores(speaker.conversation, keeper, shelf)

    return (
        Command(
            "explain",
            "what a term of the field means",
            lambda speaker, word: _explain(speaker.conversation, shelf, word),
            takes="WORD",
        ),
        Command("scores", "how you compare with the neuron", scores),
    )


def _explain(conversation: Conversation, shelf: Shelf, word: str) -> None:
    """What the terms mean that fit a word, the nearest first."""
    from neuron_tui.game.course.glossary import glossary_of

    terms = glossary_of(shelf.library).fitting(word)
    for term in terms[:MOST_TERMS]:
        conversation.say(f"{capital(term.name)}: {term.meaning}", term.elsewhere)
    if not terms:
        conversation.say(f"No term fits {clip(word)}.")
