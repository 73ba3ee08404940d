"""A file for each game, and the list of them all."""

from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.games.catch import CATCH
from neuron_tui.game.arcade.games.key_and_door import KEY_AND_DOOR
from neuron_tui.game.arcade.games.road import ROAD
from neuron_tui.game.arcade.games.snake import SNAKE

GAMES: tuple[Game, ...] = (CATCH, ROAD, SNAKE, KEY_AND_DOOR)
"""As `titles` has them."""


def game_called(id: str) -> Game:
    """The game with this id. Raises KeyError where there is none."""
    return {game.id: game for game in GAMES}[id]
