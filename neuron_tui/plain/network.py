"""What a network that has learned a small game expects, and how it plays."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from neuron_tui.game.arcade.moment import Moment
from neuron_tui.game.arcade.round import Round
from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron.q_learning import Cells
from neuron_tui.plain.board import board_in_words, what_changed
from neuron_tui.plain.conversation import Conversation
from neuron_tui.puzzle.text import capital


def tell_expected(conversation: Conversation, moment: Moment, cells: Cells) -> int:
    """What it would press on this board, and what it expects of each key; gives the number of that action."""
    values = moment.values(cells).tolist()
    names = [action.name for action in moment.game.actions]
    best = int(np.argmax(values))
    each = ", ".join(f"{name} {signed(value)}" for name, value in zip(names, values, strict=True))
    conversation.say(f"It would press {names[best]}. It expects: {each}.")
    return best


def watch(conversation: Conversation, moment: Moment, draw: Generator) -> None:
    """A game that it plays, key by key, until it is over or goes round in a circle."""
    game = moment.game
    played, seen = Round.begin(game, draw), set[bytes]()
    conversation.say("It plays a game.", *board_in_words(game.things, played.state.cells()))
    while not played.ended:
        before = played.state.cells()
        if before.tobytes() in seen:
            conversation.say("It was here before, and goes on like this to the end.")
            return
        seen.add(before.tobytes())
        action = int(np.argmax(moment.values(before)))
        played = played.press(action, draw)
        changed = what_changed(game.things, before, played.state.cells()) or "nothing has changed"
        bite = "" if played.ended or not played.reward else f"{signed(played.reward, 1)} points; "
        conversation.say(f"{capital(game.actions[action].name)}: {bite}{changed}.")
    conversation.say(f"Over: {signed(played.brought, 1)}.")
