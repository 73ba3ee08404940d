"""The builder from home to a puzzle that is played, by keys and by mouse; and what it keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from neuron_tui.cli import main
from neuron_tui.folders import bundled_puzzles
from neuron_tui.puzzle.library.entry import read_entry
from neuron_tui.puzzle.puzzle import Example, Question
from neuron_tui.tui.builder.screen import BuilderScreen
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing, write

ROWS = "0010 1111 1011 0110"
LEARNED = "The neuron learns it, from 10 of 10 starts."


async def build(player: Player) -> None:
    """From home to the builder."""
    await player.press("n")
    await player.until(lambda: isinstance(player.app.screen, BuilderScreen))
    await player.settle()


def said(player: Player, *words: str) -> bool:
    """Whether these words stand in the panel on the right, over whatever lines."""
    return all(word in player.part("#judgement") for word in words)


@pytest.mark.everyday
async def test_a_table_becomes_a_puzzle_that_is_on_home_and_is_played(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "puzzles").mkdir()
    async with playing(home / "puzzles", bundled_puzzles(), source="own") as player:
        await build(player)
        assert said(player, "Type the rows of your table with 0 and 1.")
        await player.press(*ROWS.replace(" ", ""))
        await player.until(lambda: said(player, LEARNED))
        await player.press("down", *"1001")
        await player.until(lambda: said(player, "Fair: the shortest rule that fits is “A”."))
        await player.press(*["up"] * 9)
        await player.press("right", "right", "right")
        await player.press("l")
        await player.until(lambda: player.says("What is the answer called?"))
        await player.press(*"amp", "enter")
        await player.until(lambda: player.says("C + lamp", "0 and 1 fill in"))
        await player.press("up")
        for letter in "radio":  # typed before the dialog is there
            player.app.post_message(Key(letter, letter))
        await player.until(lambda: player.says("What is input 1 called?", "radio"))
        await player.press("enter")
        await player.until(lambda: said(player, "Fair: the shortest rule that fits is “radio”.", LEARNED))
        await player.press("down")
        await player.press("s")
        assert player.says("Give it a title.")
        await player.press(*"Left", "enter")
        assert player.says("left.yaml")
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen) and player.says("1 of 1"))
        assert "Left" in player.part("#preview")
        await player.play()
        assert player.match.puzzle.title == "Left"
    file = home / "puzzles" / "left.yaml"
    puzzle = read_entry(file).puzzle
    assert puzzle is not None
    assert (puzzle.input_names, puzzle.output_name) == (("radio", "B", "C"), "lamp")
    assert puzzle.examples == tuple(Example(tuple(map(int, row[:3])), int(row[3])) for row in ROWS.split())
    assert puzzle.questions == (Question((1, 0, 0), 1),)
    assert (puzzle.expect, main(["check", "--strict", "--train", str(file)])) == ("learns", 0)
    assert "no faults" in capsys.readouterr().out


async def test_the_mouse_turns_paints_adds_and_carries_rows(home: Path) -> None:
    async with playing(bundled_puzzles()) as player:
        await build(player)
        await player.click("+   answer")
        assert player.says("A B C D + answer neuron")
        await player.press("delete")
        await player.click("+ a row to learn from")
        await player.click("+ a row to learn from")
        assert player.says("Row 1 has no answer yet.")
        column, row = player.find("□")
        await drag(player, (column, row), (column, row + 1))
        await drag(player, player.find("_"), player.find("_", last=True))
        assert not player.says("no answer yet")
        screen = player.app.screen
        assert isinstance(screen, BuilderScreen)
        assert [(each.inputs, each.answer) for each in screen.draft.rows] == [((1, 0, 0), 0)] * 2
        await drag(player, (3, row), (3, row + 4))
        assert screen.draft.examples == 1
        await player.press("backspace", "backspace")
        assert [each.answer for each in screen.draft.rows] == [None, None], "what was painted is one step"


async def drag(player: Player, start: tuple[int, int], end: tuple[int, int]) -> None:
    pilot: Pilot[None] = player.pilot
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await player.settle()


async def test_what_was_being_made_is_there_again_and_beginning_anew_can_be_taken_back(home: Path) -> None:
    async with playing(bundled_puzzles()) as player:
        await build(player)
        for keys in ("0010", ["tab"], "Mine", ["escape"], ["escape"]):
            await player.press(*keys)
        await player.until(lambda: player.says("Your draft is kept."))
    async with playing(bundled_puzzles()) as player:
        await build(player)
        assert player.says("as you left it", "1 □ □ ■ 0", "Mine")
        await player.press("a")
        assert said(player, "Type the rows of your table")
        assert not player.says("Mine")
        await player.press("backspace")
        assert player.says("1 □ □ ■ 0", "Mine")
        await player.press("backspace", "backspace")
        assert not player.says("Mine")
        assert player.says("1 □ □ ■ _")
        await player.press("ctrl+y", "ctrl+y")
        await player.press(*["tab"] * 5)
        await player.press(*"A and", "enter")
        assert player.says("A name is missing; write a formula")
        await player.press(*" not B", "enter")
        await player.until(lambda: player.says("to be guessed", "A and not B"))


async def test_a_puzzle_is_made_of_a_match_and_never_written_over_another_unasked(home: Path) -> None:
    write(home / "puzzles", "quick-changed.yaml", "Mine")
    write(home / "course", "a.yaml")
    async with playing(home / "course") as player:
        await player.verdict()
        await player.press("f9")
        await player.until(lambda: isinstance(player.app.screen, BuilderScreen))
        await player.until(lambda: said(player, "Fair") and player.says("Quick (changed)", "1 □ □ ■ 0"))
        await player.press("s", "enter")
        assert player.says("is there already. Should it be overwritten?")
        for _ in range(3):
            await player.press("escape")
        await player.press("b", "down", "right")  # a branch with another answer
        await player.until(lambda: player.match.bench.settled)
        await player.press("f9")
        await player.until(
            lambda: player.says("from what you saw. Backspace brings your draft back", "1 □ □ ■ 1")
        )


async def test_a_picture_that_was_drawn_is_a_row_to_guess_and_a_pattern_of_the_atlas_a_puzzle() -> None:
    async with playing(bundled_puzzles() / "9-pictures") as player:
        await player.verdict("1", "enter", "0")
        await player.press("d", "backspace", "enter", "f9")
        await player.until(lambda: player.says("c □□□ □■□ □□□ ?", "to be guessed"))
        for _ in range(3):
            await player.press("escape")
    async with playing(bundled_puzzles()) as player:
        await player.press("f6")
        await player.press("f9")
        await player.until(lambda: player.says("Pattern 7 of the atlas"))


async def test_what_was_saved_is_edited_and_saved_again(home: Path) -> None:
    file = write(home / "puzzles", "quick.yaml", more="expect: learns\n")
    async with playing(home / "puzzles", source="own") as player:
        await player.press("f9")
        await player.until(lambda: said(player, "Fair"))
        assert player.says("Title Quick", "Then Left decides.")
        await player.press("down", "right", "1")
        await player.until(lambda: said(player, "The neuron learns it"))
        await player.press("s", "enter")
        assert player.says("is there already. Should it be overwritten?"), "it was written by hand"
        await player.press("s")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        assert "2 ■ ■ ■ 1" in player.part("#preview")
        for again in ("f9", "n"):  # from now on it is the builder's own
            await player.press(again)
            await player.until(lambda: isinstance(player.app.screen, BuilderScreen))
            await player.settle()
            for keys in (["tab", *"er", "escape"], ["s"], ["enter"]):
                await player.press(*keys)
            await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.press("f9")
        await player.until(lambda: isinstance(player.app.screen, BuilderScreen) and player.says("quick.yaml"))
        assert not player.says("Backspace brings your draft back"), "it is the same"
        elsewhere = file.read_text(encoding="utf-8") + "# from an editor\n"
        file.write_text(elsewhere, encoding="utf-8")
        await player.press("s", "enter")
        assert player.says("is there already. Should it be overwritten?")
    assert file.read_text(encoding="utf-8") == elsewhere
    puzzle = read_entry(file).puzzle
    assert puzzle is not None
    assert (puzzle.examples[1].inputs, puzzle.afterwards) == ((1, 1, 1), "Left decides.")
    assert puzzle.hints == ("Look at one column.", "Look at the left one.")


async def test_long_texts_and_switches_are_saved_as_they_were_typed(home: Path) -> None:
    rule = " ".join(["It is on where the left one is."] * 4) + "\n\nAnd so on."
    write(home / "puzzles", "long.yaml", more=f"lesson: {json.dumps(rule)}\n")
    async with playing(home / "puzzles", source="own") as player:
        await player.press("f9")
        await player.until(lambda: said(player, "Fair"))
        assert player.says("Hint Look at one column.", "Then Left decides.")
        await player.press(*["tab"] * 4)
        player.app.post_message(Paste(f" \x1b[31mRead on:\r\n\n{rule}"))
        await player.settle()
        await player.press("enter", "enter", *"Well")
        assert player.says("Well"), "its end is seen where one types"
        await player.press("up", "up", "shift+tab", "shift+tab", "enter", "enter", *"Left.")
        assert player.says("an empty line parts two hints", "Then Left decides."), "and else its beginning"
        for keys in (["tab"] * 5, ["space"], ["tab", "2"], ["tab"], ["space"], ["tab"], ["space"]):
            await player.press(*keys)
        assert player.says("[x] threshold 2 hidden", "[x] noisy [x] names decide", "they tell which rule")
        await player.click("[x] noisy")
        for key in ("escape", "s", "enter", "s"):
            await player.press(key)
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
    puzzle = read_entry(home / "puzzles" / "long.yaml").puzzle
    assert puzzle is not None
    assert puzzle.afterwards == f"Left decides. [31mRead on:\n\n{rule}\n\nWell"
    assert puzzle.hints == ("Look at one column.", "Look at the left one.", "Left.")
    assert (puzzle.neuron.threshold, puzzle.neuron.hidden, puzzle.neuron.iterations) == (True, 2, 60)
    assert (puzzle.noisy, puzzle.names_decide, puzzle.lesson) == (False, True, rule)


async def test_rows_that_are_pictures_are_drawn_by_keys_and_mouse(home: Path) -> None:
    async with playing(bundled_puzzles()) as player:
        await build(player)
        await player.press(*["tab"] * 6, *"2x3", "enter")
        assert player.says("Picture such as 3x3"), "there is no picture of this size"
        await player.press("shift+tab", *"3x3", "enter", "escape")
        await player.press("plus", "tab")
        assert player.says("Arrow keys and Enter draw, or the")
        await player.press("enter", "down", "right", "enter", "right", "enter")
        await player.press("escape", "1")
        assert player.says("1 ■□□ □■■ □□□ 1")
        await player.press("plus")
        column, row = player.find("□ □ □")
        for _ in range(2):
            await drag(player, (column, row), (column + 2, row))
        await drag(player, (column, row), (column + 4, row + 1))
        assert player.says("2 □□□ ■□□ □□■ _"), "where the mouse was seen; what was drawn before is off again"
        assert player.says("C3"), "the cursor of the table is there, too"
        await player.press("escape")
        await player.press("backspace")
        assert player.says("2 □□□ □□□ □□□ _"), "a stroke is one step"
        await player.press("down", "tab")
        assert player.says("Title needed"), "where no row is, none is drawn"


async def test_on_a_tall_screen_the_rows_are_on_the_curve_and_no_panel_is_empty(home: Path) -> None:
    async with playing(bundled_puzzles(), size=(120, 40)) as player:
        await build(player)
        await player.press(*ROWS.replace(" ", ""))
        await player.until(lambda: said(player, LEARNED))
        curve = player.part("#curve")
        assert {*"●○◆"} & {*curve} == {*"●○"}


async def test_what_nobody_has_guessed_yet_is_not_given_away(home: Path) -> None:
    write(home / "course", "a.yaml")
    async with playing(home / "course") as player:
        await player.press("f9")
        assert player.says("Play it first: to make one of it shows its answers.")
        await player.verdict()
        await player.press("escape")
        await player.press("f9")
        await player.until(lambda: player.says("Quick (changed)"))


async def test_one_of_your_own_is_edited_from_its_match_and_a_branch_of_it_is_another(home: Path) -> None:
    write(home / "puzzles", "quick.yaml")
    async with playing(home / "puzzles", source="own") as player:
        await player.verdict()
        await player.press("f9")
        await player.until(lambda: player.says("quick.yaml", "Title Quick Hint"))
        await player.press("escape")
        await player.press("b", "down", "right")
        await player.until(lambda: player.match.bench.settled)
        await player.press("f9")
        await player.until(lambda: player.says("from what you saw", "Title Quick (changed)"))


async def test_a_table_that_was_copied_from_a_spreadsheet_is_pasted_and_taken_back(home: Path) -> None:
    async with playing(bundled_puzzles()) as player:
        await build(player)
        await player.press(*"0010")
        player.app.post_message(
            Paste("rain\twind\tlate\nyes\tno\tyes\nno\tyes\tno\nyes\tyes\tyes\nno\tno\tno\n")
        )
        await player.until(lambda: player.says("rain", "wind", "late", "Pasted. Backspace takes it back."))
        assert isinstance(screen := player.app.screen, BuilderScreen)
        assert {row.inputs: row.answer for row in screen.draft.rows} == {
            (1, 0): 1,
            (0, 1): 0,
            (1, 1): 1,
            (0, 0): 0,
        }
        player.app.post_message(Paste("rain [b]\n"))
        await player.until(lambda: player.says("A table needs the names of its columns"))
        await player.press("backspace")
        await player.until(lambda: not player.says("rain"))
        assert [row.inputs for row in screen.draft.rows] == [(0, 0, 1)]
