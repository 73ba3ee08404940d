"""A small game line by line: without a name, the guess, the learning, and once more with all names."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from neuron_tui.game.arcade.game import Game
from neuron_tui.game.arcade.games import game_called
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.plain.arcade import PlainArcade
from neuron_tui.plain.conversation import Conversation, LeftError
from tests.plain.conftest import Heard, Play
from tests.plain.lines import unfit

ONE_GAME = ["1111111"]
"""In Catch a game has seven keys."""


def heard_of(game: Game, home: Path, *typed: str, seed: int = 1) -> Heard:
    """What is said in a game in which the network learns only a little, until the input ends."""
    out = io.StringIO()
    conversation = Conversation(io.StringIO("".join(f"{line}\n" for line in typed)), out)
    arcade = PlainArcade(
        conversation, Keeper(home / "journal.sqlite3", "listener"), game, lambda: seed, 1_000
    )
    try:
        arcade.run()
    except LeftError:
        out.write("left\n")
    lines = out.getvalue().splitlines()
    assert unfit(lines) == []
    return Heard(lines, 0)


def test_ten_games_a_guess_the_learning_and_the_names(tmp_path: Path) -> None:
    masked = ["left", "4", "1", "", "draw", "points", "111111", *(9 * ONE_GAME)]
    learning = ["help", "nine", "0", "9" * 5_000, "2,000", "500", "300", "", "watch", ""]
    opened = ["draw", "left", "expects", "stay Stay", "2 222", "enough", "share", "home"]
    heard = heard_of(game_called("catch"), tmp_path, *masked, *learning, *opened)
    before = heard.lines[: heard.lines.index("It was Catch. A ball falls; move the basket under it.")]
    assert [
        word for word in ("ball", "basket", "stay", "Catch") if any(word in line for line in before)
    ] == []
    assert sum(line.startswith("Over: ") for line in before) == 10
    assert "Nothing here is called left." in heard
    assert sum(line.startswith("The keys are 1 to 3.") for line in before) == 3
    assert sum("Or type board, enough or help." in line for line in before) == 1
    assert "This game: plus 0.0." in before

    for games in ("10", "10,000", "3,000", "300"):
        assert f"You say after {games} games, the nearest that counts." in heard.lines
    assert "You say after 300 games." in heard.lines
    assert "After 100 games: " in heard
    verdict = heard.after("After 100 games: ")
    assert verdict[0].startswith("It was ")
    assert any(line.startswith("You said after 300 games: ") for line in verdict)
    assert "It plays a game." in verdict

    again = heard.after("Catch, with names.")
    assert "The keys: 1 left, 2 stay, 3 right." in again
    assert "b ball, a basket, . nothing" in again
    assert "Ball to row 2; basket to column 2." in again
    assert "It would press " in heard
    assert any(line.startswith("Masked you had ") for line in again)
    assert "neuron-tui: Catch, by itself" in again

    masked_round, open_round = Keeper(tmp_path / "journal.sqlite3", "listener").rounds()
    assert (masked_round.look, masked_round.games, masked_round.guess) == ("masked", 10, 300)
    assert masked_round.passed is not None
    assert (open_round.look, open_round.games, open_round.guess) == ("open", 1, None)


def test_what_was_played_is_kept_however_it_ends(tmp_path: Path) -> None:
    heard = heard_of(game_called("catch"), tmp_path, *ONE_GAME, *ONE_GAME, "enough", "never")
    assert heard.lines[-2:] == ["An empty line counts it, a number changes it.", "left"]
    (kept,) = Keeper(tmp_path / "journal.sqlite3", "listener").rounds()
    assert (kept.games, kept.guess, kept.passed) == (2, None, None)


def test_a_beginning_is_told_once(tmp_path: Path) -> None:
    heard = heard_of(game_called("key-and-door"), tmp_path, *(9 * ["1" * 50]))
    begun = [heard.after(f"Game {number} of 10.")[0] for number in range(1, 10)]
    assert begun[0].startswith("Row 1: ")
    assert set(begun[1:]) == {"It begins just as the last one."}


@pytest.mark.slow
def test_a_game_is_chosen_where_puzzles_are(play: Play, home: Path) -> None:
    assert "By itself: small games, 0 of 4 played. Type arcade for them." in play("list")
    heard = play("arcade", "arcade 2", "home", "arcade first game", *ONE_GAME, "home", "arcade", "quit")
    assert "2: Second game." in heard.lines
    assert heard.lines.count("A game without a name.") == 2
    assert "1: Catch, played." in heard.lines
    assert "1: Catch, played." in play(command="arcade").lines
    assert "A game without a name." in play(puzzle="snake", command="arcade")
