"""A match played by keys, from the first look to the verdict and on."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.match.match import Phase
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.match.screen import MatchScreen
from tests.tui.story import Player, playing, unchanged, write, write_huge

TWO = "1 1 0 -> 1, 0 1 0 -> 0"


@pytest.mark.everyday
async def test_the_article_s_match_from_the_first_look_to_the_verdict() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.play()
        assert player.phase is Phase.LOOK
        assert player.says("Should ??? be 0 or 1?", "asleep", "press 0 or 1")
        assert not player.says("+0.44"), "no numbers that nobody can read yet"
        await player.press("1")
        assert player.phase is Phase.GUESS
        assert "▲ you 0.90" in player.part("#guesses")
        assert "−224 if 0 fairly sure it is 1 · 1 again: certain +96 if 1" in player.part("#guesses")
        await player.press("left", "left", "left", "left")
        assert "you 0.70" in player.part("#guesses")
        assert "leaning to 1" in player.part("#guesses")
        await player.press("enter")
        assert player.phase is Phase.TRAIN
        assert player.says("look", "of 10,000")
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        words = player.part("#words")
        assert words.startswith(
            "You leaned the right way: it is 1. you +64 · neuron +100 The weights began at random"
        )
        assert "neuron 0.9999" in player.part("#guesses")
        assert "you +64 the answer is 1 neuron +100" in player.part("#guesses")
        assert player.says("you 64 neuron 100")
        await player.press("p")
        assert "+9.67" in player.part("#neuron")


async def test_the_neuron_sleeps_until_the_guess_stands(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("1")
        with unchanged(player):
            await player.press("full_stop", "comma", "end")
        await player.press("space", "plus", "minus", "home")
        assert player.match.iteration == 0
        assert "neuron" not in player.part("#examples")


@pytest.mark.parametrize(
    ("keys", "guess"),
    [
        (["1", "1"], "you 1.00"),
        (["0"], "you 0.10"),
        (["0", "0", "right"], "you 0.05"),
        (["right"], "you 0.55"),
    ],
)
async def test_the_first_guess_key_ends_the_look(keys: list[str], guess: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press(*keys)
        assert player.phase is Phase.GUESS
        assert guess in player.part("#guesses")


@pytest.mark.everyday
async def test_enter_without_a_guess_says_what_to_do_first(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("enter", "enter")
        assert player.phase is Phase.LOOK
        assert player.says("Press 0 or 1 first")


@pytest.mark.parametrize("key", ["w", "e", "b", "m", "c", "v", "r", "space"])
async def test_what_waits_for_the_guess_says_so(key: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press(key)
        assert player.lines[-1].strip() == "First your guess: the neuron is asleep until then."
        await player.press("1")
        await player.press(key)
        assert player.lines[-1].strip().startswith("Enter first, if that is your guess")
        assert player.phase is Phase.GUESS
        await player.press("left")
        assert player.lines[-1].startswith(" 01 guess")


async def test_a_guess_can_be_typed_as_a_number(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", questions=TWO)
    async with playing(tmp_path) as player:
        await player.play()
        for keys, guess in (("23", None), (".7", "0.7"), ("0,05", "0.05"), ("1.0", "1"), (".6", "0.6")):
            names = {".": "full_stop", ",": "comma"}
            await player.press(*(names.get(key, key) for key in keys))
            assert player.match.match.guess == (guess and Fraction(guess))
        assert "you 0.60" in player.part("#guesses")
        await player.press("enter", "1")
        assert player.match.match.guesses == (Fraction("0.6"), Fraction("0.9"))


@pytest.mark.slow
async def test_hints_come_one_by_one(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        assert player.says("h hint")
        assert not player.says("Look at one column.")
        await player.press("h")
        assert "Look at one column." in player.part("#words")
        assert player.says("h hint")
        assert not player.says("Look at the left one.")
        await player.press("h")
        assert "Look at one column. Hint Look at the left one." in player.part("#words")
        assert not player.says("h hint")
        with unchanged(player):
            await player.press("h")
        assert player.phase is Phase.LOOK


async def test_several_questions_are_asked_one_after_the_other(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", questions=TWO)
    async with playing(tmp_path) as player:
        await player.play()
        assert player.says("(1 of 2)")
        await player.press("1", "enter")
        assert player.phase is Phase.GUESS
        assert player.says("(2 of 2)")
        assert player.match.selected == 5
        assert "you" not in player.part("#guesses")
        await player.press("0", "enter")
        assert player.phase is Phase.TRAIN
        assert player.match.match.guesses == (Fraction(9, 10), Fraction(1, 10))
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        words = player.part("#words")
        both = "You got every one, the neuron was right in every one, and sure in 1 of 2."
        assert words.startswith(f"{both} you +192 · neuron")
        assert "■■□ is 1 you 0.90 +96" in words
        assert "□■□ is 0 you 0.10 +96" in words


async def test_the_arrow_keys_walk_through_the_rows_and_the_neuron_shows_each(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        on = []
        for _ in range(5):
            on.append([glyph for glyph in player.part("#neuron") if glyph in "■□"])
            await player.press("up")
        # the question 1 0 0, then the examples from the last to the first
        rows = ["100", "011", "101", "111", "001"]
        assert on == [["■" if bit == "1" else "□" for bit in row] for row in rows]
        with unchanged(player):
            await player.press("up")
        await player.press("down", "down", "down", "down")
        with unchanged(player):
            await player.press("down")


@pytest.mark.slow
async def test_full_precision_is_there_on_request(tmp_path: Path) -> None:
    async with playing(bundled_puzzles(), size=(140, 40)) as player:
        await player.pictures()
        assert not player.says("9.672993")
        await player.press("f")
        assert player.says("+9.672993", "−0.20784", "−4.629637", "0.99993704")
        await player.press("f")
        assert not player.says("9.672993")


WRONG_KEYS = ["x", "R", "delete", "ctrl+a", "f12", "backspace", "g"]
ASLEEP = ["full_stop", "comma", "end", "a"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("phase", "before", "also_wrong"),
    [
        (Phase.LOOK, [], ASLEEP),
        (Phase.GUESS, ["1"], ASLEEP),
        (Phase.TRAIN, ["1", "enter", "space", "home"], ["left", "right", "h", "a", "enter", "pageup"]),
        (Phase.VERDICT, ["1", "enter", "end"], ["left", "right", "h", "pagedown"]),
    ],
    ids=lambda value: value.value if isinstance(value, Phase) else "",
)
async def test_wrong_keys_change_nothing(
    phase: Phase, before: list[str], also_wrong: list[str], tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press(*before)
        await player.until(lambda: player.phase is phase)
        await player.settle()
        match = player.match.match
        with unchanged(player):
            await player.press(*WRONG_KEYS, *also_wrong)
        assert player.match.match == match


async def go_on(player: Player, *keys: str) -> None:
    """Press a key that leads to another match, and wait for it."""
    before = player.match
    await player.press(*keys)
    await player.until(lambda: player.app.screen is not before)
    await player.until(lambda: player.match.recording.complete and player.match.recorded > 0)


@pytest.mark.slow
async def test_enter_goes_on_to_the_next_puzzle_and_a_plays_it_again(tmp_path: Path) -> None:
    write(tmp_path, "a/01-apple.yaml", "Apple")
    write(tmp_path, "a/02-broken.yaml", more="nonsense: 1\n")
    write(tmp_path, "b/01-pear.yaml", "Pear")
    async with playing(tmp_path) as player:
        await player.verdict()
        await go_on(player, "a")
        assert (player.match.puzzle.title, player.phase) == ("Apple", Phase.LOOK)
        await player.press("1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        await go_on(player, "enter")
        assert (player.match.puzzle.title, player.phase) == ("Pear", Phase.LOOK), (
            "the broken one is passed over"
        )
        await player.press("0", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        assert player.says("That was the last puzzle")


async def test_a_puzzle_counts_once_however_often_it_is_played(tmp_path: Path) -> None:
    for end, name in enumerate(("01-apple", "02-pear"), 1):
        # with nothing on, the neuron says 0.5, which gives no points
        write(tmp_path, f"a/{name}.yaml", name, iterations=end, questions="0 0 0 -> 1")
    async with playing(tmp_path) as player:
        await player.verdict("1", "1")
        assert player.says("you 100 neuron 0")
        await go_on(player, "a")
        assert player.says("you 100 neuron 0")
        await player.press("0", "0", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert player.says("you 100 neuron 0"), "the second time it does not count"
        await go_on(player, "enter")
        await player.press("0", "0", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert player.says("you −200 neuron 0")


async def test_escape_goes_home_from_every_phase(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        for keys in ([], ["1"], ["1", "enter", "space"], ["1", "enter", "end"]):
            await player.play()
            assert player.phase is Phase.LOOK, "a match that was left begins anew"
            await player.press(*keys)
            if keys[-1:] == ["end"]:
                await player.until(lambda: player.phase is Phase.VERDICT)
            await player.press("escape")
            if keys[-1:] == ["space"]:
                assert player.says("Esc once more leaves"), "a guess that stands is not lost by one key"
                await player.press("full_stop")
                assert not player.says("Esc once more"), "who goes on has not asked to leave"
                await player.press("escape", "escape")
            await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.press("escape", "escape")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["escape", "a", "enter"])
async def test_a_key_pressed_twice_at_once_counts_once(key: str, tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path, f"{number}-p.yaml".replace("-p", f"-p{number}"), f"Puzzle {number}")
    async with playing(tmp_path) as player:
        await player.verdict()
        before = player.match
        await player.press(key, key)
        await player.until(lambda: player.app.screen is not before)
        if key == "escape":
            assert isinstance(player.app.screen, HomeScreen)
        else:
            await player.until(lambda: player.match.recording.complete)
            assert player.match.puzzle.title == ("Puzzle 0" if key == "a" else "Puzzle 1")


async def test_enter_reads_every_word_before_the_next_puzzle(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    write(tmp_path, "a.yaml", "First", more=f"lesson: {words}\n")
    first = tmp_path / "a.yaml"
    write(tmp_path, "b.yaml", "Second")
    text = first.read_text(encoding="utf-8").replace("Left decides.", words)
    first.write_text(text.replace("rule: The output copies the leftmost input.", "formula: left"), "utf-8")
    async with playing(tmp_path) as player:
        await player.play()
        assert player.says("word0", "more lines")
        await player.press("pagedown")
        assert not player.says("word0 "), "a long lesson is read on with the page keys"
        await player.press("1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        seen = player.part("#words").split()
        assert "word0" in seen
        while player.match.puzzle.title == "First":
            seen += player.part("#words").split()
            await player.press("enter")
            await player.until(lambda: isinstance(player.app.screen, MatchScreen))
        assert {f"word{number}" for number in range(400)} <= set(seen)
        assert "The rule Answer is 1 for “left”, and 0 for all else." in " ".join(seen)


@pytest.mark.slow
async def test_quitting_in_the_middle_of_training_ends_at_once(tmp_path: Path) -> None:
    write_huge(tmp_path, "a.yaml", iterations=1_000_000)
    async with playing(tmp_path) as player:
        await player.press("enter")
        match = player.match
        for key in ("1", "enter", "0", "enter"):
            player.app.simulate_key(key)
        await player.until(lambda: match.iteration > 0)
        player.app.simulate_key("ctrl+q")
        await player.until(lambda: player.app._exit)
    assert player.app.return_code == 0
    assert match.recording.recorded < 900_000, "nobody waited for the recording"


@pytest.mark.slow
@pytest.mark.parametrize("keys", [[], ["slash"], ["question_mark"]], ids=str)
async def test_ctrl_q_leaves_from_anywhere(keys: list[str], tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.press(*keys, "ctrl+q")
        await player.until(lambda: player.app._exit)
    assert player.app.return_code == 0


async def test_practice_says_that_it_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path, journal=tmp_path / "journal.sqlite3") as player:
        await player.verdict()
        assert "not counted" not in player.part("#words")
        await player.press("p", "a")
        await player.until(lambda: player.match.guessing and player.says("practice"))
        await player.press("1", "enter", "end")
        await player.until(lambda: player.match.solved)
        await player.settle()
        assert "practice: not counted" in player.part("#words")


@pytest.mark.parametrize("key", ["w", "m", "e"])
async def test_what_is_closed_again_at_the_verdict_leaves_its_words_as_they_were(
    key: str, tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.verdict()
        before = player.part("#words")
        await player.press(key)
        await player.settle()
        await player.press("escape")
        await player.until(lambda: player.match.reads)
        await player.settle()
        assert player.part("#words") == before
