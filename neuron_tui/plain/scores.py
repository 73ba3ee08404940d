"""How the player compares with the neuron, in sentences."""

from __future__ import annotations

from neuron_tui.game.arcade.records import about_rounds
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.sentences import sentences, summary
from neuron_tui.game.task.done import about_tasks
from neuron_tui.plain.conversation import Conversation
from neuron_tui.puzzle.library.library import LOOSE_TITLE
from neuron_tui.puzzle.library.shelf import Shelf


def tell_scores(conversation: Conversation, keeper: Keeper, shelf: Shelf) -> None:
    """What the figures say, what they are, and what besides was done."""
    whole = shelf.whole()
    list(whole)
    figures = Figures(keeper.counted(keeper.player).renamed(whole.puzzles()))
    titles = {chapter.id: chapter.title for chapter in whole.library.chapters}
    conversation.say(*sentences(figures, lambda chapter: titles.get(chapter, chapter or LOOSE_TITLE)))
    conversation.say(*summary(figures))
    conversation.say(about_tasks(keeper.tasks(keeper.player)), about_rounds(keeper.rounds(keeper.player)))
