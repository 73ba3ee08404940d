"""Something to do after the verdict: each kind of task with its tool, by keys alone, at 80x24."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import yaml

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.match.match import Phase
from neuron_tui.tui.home.screen import HomeScreen
from tests.tui.story import Player, playing, unchanged, write

FILES = sorted(bundled_puzzles().glob("*/*.yaml"))
WITH_TASKS = [file for file in FILES if file.stem != "chapter" and "\ntask:" in file.read_text("utf-8")]
UNASKED = """\
title: {}
inputs: [left, middle, right]
examples: [0 0 1 -> 0, 1 1 1 -> 1, 1 0 1 -> 1, 0 1 1 -> 0]
neuron: {{iterations: 60}}
"""
TEACH = "task: {do: teach, par: 2, solution: [1, 2], hint: Look at the first two.}\n"


@asynccontextmanager
async def at_the_tool(file: Path, tmp_path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Player]:
    """A bundled puzzle alone, and Enter after Enter to its task."""
    (tmp_path / "puzzles").mkdir(exist_ok=True)
    shutil.copy(file, tmp_path / "puzzles")
    journal = tmp_path / "journal.sqlite3"
    async with playing(tmp_path / "puzzles", size=size, journal=journal) as player:
        await player.play()
        if not player.match.puzzle.questions:
            await player.press("enter")
            await tried(player)
            yield player
            return
        while player.match.guessing:
            await player.press("1", "enter")
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        while "Enter read on" in player.lines[-1]:
            await player.press("enter")
        assert "Enter your turn" in player.lines[-1]
        await player.press("enter")
        await tried(player)
        yield player


async def tried(player: Player, *keys: str) -> None:
    """Press keys, and wait for what comes of them: a training to its end, or turns of the hand."""
    await player.press(*keys)

    def there() -> bool:
        bench, match = player.match.bench, player.match
        at_end = match.recording.complete and match.iteration == match.replay.iterations
        return bench.settled and (at_end or bench.run.hand is not None)

    await player.until(there)
    await player.settle()


def file_of(name: str) -> Path:
    return next(file for file in WITH_TASKS if file.stem.partition("-")[2] == name)


def kept(tmp_path: Path) -> list[tuple[str, int, int]]:
    """The tasks in the journal: kind, count and stars."""
    return [(task.do, task.count, task.stars) for task in Journal(tmp_path / "journal.sqlite3").tasks()]


async def back_to_the_match(player: Player) -> None:
    """R puts the tool away, and Enter goes on to the next puzzle."""
    await tried(player, "R")
    assert "your turn" not in player.lines[0]
    assert not player.says("x swaps"), "T brings back what was made, and nothing is compared unasked"
    assert "─" not in player.lines[-3], "the timeline still shows all of the training"
    assert "Enter next" in player.lines[-1]
    assert "T your turn" in player.lines[-1]


@pytest.mark.everyday
async def test_teach_is_to_leave_rows_out_with_the_arrows(tmp_path: Path) -> None:
    async with at_the_tool(file_of("cat-on-your-lap"), tmp_path) as player:
        assert player.says("your turn", "Leave rows out with ← →", "6 of 6 right, from 5 rows.")
        assert "It must get all 6 right from the fewest rows: 2 will do." in player.part("#speech")
        assert not player.says("learning rate"), "only what the task is about can be changed"
        await tried(player, "left")
        assert player.says("■ □ ■ ◂ left out ▸", "from 4 rows.")
        await tried(player, "right")
        assert player.says("row 1 ■ □ ■ ◂ told 1 ▸"), "and never another answer"
        await tried(player, "left", "down", "left")
        await tried(player, "down", "down", "left")
        assert player.says("Done: 2 rows ★★★", "No fewer will do. R goes back.", "6 of 6 right, from 2 rows.")
        await back_to_the_match(player)
        await player.until(lambda: kept(tmp_path)[-1:] == [("teach", 2, 3)])


async def test_break_is_to_change_answers(tmp_path: Path) -> None:
    async with at_the_tool(file_of("too-many-cooks"), tmp_path) as player:
        said = (
            "Your turn Change the fewest answers with ← → until it says 1 to ???: 1 will do. 0 rows changed."
        )
        assert player.part("#speech") == said
        await tried(player, "right")
        assert player.says("row 1 □ □ □ ◂ told 1 ▸", "1 row changed: not yet.")
        await tried(player, "right")
        assert player.says("row 1 □ □ □ ◂ told 0 ▸", "0 rows changed."), "no row is left out"
        await tried(player, "down", "down", "down", "down", "left")
        assert player.says("Done: 1 row ★★★")
        await back_to_the_match(player)
        await player.until(lambda: kept(tmp_path) == [("break", 1, 3)])
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.press("t")
        await player.until(lambda: player.says("Tasks: 1 done, 3 of 3 stars."))


async def test_by_hand_is_to_turn_the_weights_from_0(tmp_path: Path) -> None:
    async with at_the_tool(file_of("night-light-again"), tmp_path) as player:
        assert player.says("0 of 4 sure, after 0 turns.")
        assert not player.says("begin with"), "it begins with all of them at 0"
        await tried(player, *["left"] * 7, "down", "down", *["right"] * 3)
        assert player.says("Done: 10 turns ★★☆", "The best is 9.", "4 of 4 sure, after 10 turns.")
        await tried(player, "comma")
        assert player.says("Done: 10 turns", "2 of 4 sure, after 9 turns."), "a turn is taken back"
        await tried(player, "R")
        await tried(player, "T", "home")
        await tried(player, *["left"] * 6, "down", "down", *["right"] * 3)
        assert player.says("Done: 9 turns ★★★")
        await back_to_the_match(player)
        await player.until(lambda: kept(tmp_path) == [("by hand", 10, 2), ("by hand", 9, 3)])


async def test_set_up_is_to_change_what_may_change(tmp_path: Path) -> None:
    async with at_the_tool(file_of("two-keys"), tmp_path) as player:
        assert player.says("It must get all 4 right with the")
        assert player.says("threshold", "iterations")
        assert not player.says("learning rate")
        assert not player.says("start weights")
        await tried(player, "right")
        assert player.says("threshold ◂ yes ▸", "Done: 10,000 iterations ★☆☆")
        for _ in range(6):
            await tried(player, "down", "left", "down")
        assert player.says("Done: 10 iterations ★★★")
        await back_to_the_match(player)
        await player.until(lambda: kept(tmp_path)[-1:] == [("set up", 10, 3)])


async def test_fool_is_to_draw(tmp_path: Path) -> None:
    async with at_the_tool(file_of("few-pictures"), tmp_path) as player:
        assert player.says("Draw a picture it gets wrong, near one it gets right: 1 point will do.")
        assert player.says("The rule says 1.", "R to the match", "h hint"), player.text
        await tried(player, "left", "up", "enter")
        assert player.says("Done: 1 point ★★★", "This is 1 point from one it gets right. The rule says 0.")
        await back_to_the_match(player)
        await player.until(lambda: kept(tmp_path) == [("fool", 1, 3)])


async def test_in_the_place_of_a_question_the_weights_are_turned_before_it_learns(tmp_path: Path) -> None:
    shutil.copy(file_of("turn-it-yourself"), tmp_path)
    async with playing(tmp_path, journal=tmp_path / "journal.sqlite3") as player:
        assert player.says("Turn its weights yourself, before it learns. Enter to play.", "4 rows · a task")
        await player.play()
        assert "Your turn Turn the weights" in player.part("#speech")
        with unchanged(player):
            await player.press("0", "right", "h")
        await player.press("m")
        assert player.lines[-1].strip() == "Enter first: the neuron is asleep until then."
        await player.press("enter")
        await tried(player)
        assert player.says("0 of 4 sure, after 0 turns.")
        assert not player.says("the trained neuron"), "it has learned nothing yet"
        await tried(player, *["left"] * 3, "down", *["right"] * 7, "comma")
        assert player.says("Done: 9 turns ★★★", "R lets it learn on its own.", "R let it learn")
        await player.press("escape")
        assert "T your turn" in player.lines[-1]
        await player.press("R")
        await player.until(lambda: player.match.player.playhead.playing)
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        words = player.part("#words")
        assert "You: 9 turns, all 4 rows sure. The neuron: 10,000 looks, 4 of 4 rows sure." in words
        assert "coffee: you +6.00, the neuron +8.99" in words
        assert "points you 0 neuron 0" in player.text.replace("  ", " "), "nothing is scored"
        for view in "mcv":
            await player.press(view)
            assert player.match.maximized is not None
            await player.press("escape")
        with unchanged(player):
            await player.press("s")
        await player.until(lambda: kept(tmp_path) == [("by hand", 9, 3)])
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: player.says("• Turn it yourself"))


async def test_in_the_place_of_a_question_rows_are_chosen_or_else_it_learns_first(tmp_path: Path) -> None:
    (tmp_path / "1-teach.yaml").write_text(UNASKED.format("Teach") + TEACH, encoding="utf-8")
    set_up = "task: {do: set up, par: 1, may: [iterations], solution: [1]}\n"
    (tmp_path / "2-set-up.yaml").write_text(UNASKED.format("Set up") + set_up, encoding="utf-8")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("enter")
        await tried(player, "left")
        assert player.says("1 □ □ ■ (0)", "from 3 rows.")
        await tried(player, "R")
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert "it got all 4 right. From all rows it got 4 of 4 right." in player.part("#words")
        while "Enter read on" in player.lines[-1]:
            await player.press("enter")
        await player.press("enter")
        await player.until(lambda: player.lines[0].startswith(" Set up "))
        await player.settle()
        assert "Enter let it learn" in player.lines[-1]
        await player.press("enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        await player.press("T")
        assert player.says("It must get all 4 right with the fewest iterations")


@pytest.mark.everyday
async def test_a_hint_stands_in_the_place_of_the_goal_until_it_is_put_away(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=TEACH)
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("T", "h")
        assert player.says("Hint Look at the first two.")
        await player.press("h")
        assert player.says("Your turn Leave rows out")


async def test_what_is_reached_takes_the_place_of_the_hint(tmp_path: Path) -> None:
    async with at_the_tool(file_of("cat-on-your-lap"), tmp_path) as player:
        await player.press("h")
        assert player.says("Hint")
        await tried(player, "left", "down", "left")
        await tried(player, "down", "down", "left")
        assert player.says("Done: 2 rows")
        assert not player.says("Hint")


async def test_a_task_can_be_left_for_later_and_enter_goes_on(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", more=TEACH)
    write(tmp_path, "b.yaml", "The second")
    async with playing(tmp_path) as player:
        await player.verdict()
        while "Enter read on" in player.lines[-1]:
            await player.press("enter")
        await player.press("enter")
        await tried(player, "left")
        await tried(player, "R")
        await tried(player, "T")
        assert player.says("left out"), "it is as it was left"
        await player.press("escape")
        assert "from 3 rows." in player.part("#speech"), "Esc closes the panel, and what was tried stays"
        await tried(player, "R")
        await player.press("enter")
        await player.until(lambda: player.lines[0].startswith(" The second "))


async def test_before_the_verdict_and_without_a_task_nothing_is_asked(tmp_path: Path) -> None:
    write(tmp_path / "with", "a.yaml", more=TEACH)
    async with playing(tmp_path / "with") as player:
        await player.train()
        with unchanged(player):
            await player.press("T")
    write(tmp_path / "without", "a.yaml")
    async with playing(tmp_path / "without") as player:
        await player.verdict()
        while "Enter read on" in player.lines[-1]:
            await player.press("enter")
        assert "your turn" not in player.lines[-1]


async def test_what_was_done_with_w_before_counts_and_weights_that_began_elsewhere_are_at_0(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.yaml", more="task: {do: by hand, par: 9, solution: [6, 0, -3]}\n")
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("w", "up", "up", "right", "right", "R")
        await tried(player, "T")
        assert "0 of 5 sure, after 0 turns." in player.part("#speech")
        assert player.part("#puzzle").count("+0.00") == 3
        await tried(player, *["right"] * 6, "down", "down", *["left"] * 3)
        assert player.says("✓ Done: 9 turns ★★★", "5 of 5 sure, after 9 turns.")
        await tried(player, "R")
        await tried(player, "w")
        await tried(player, "R")
        await tried(player, "T")
        assert player.says("✓ Done before: 9 turns ★★★")


def task_of(file: Path) -> dict[str, str]:
    task: dict[str, str] = yaml.safe_load(file.read_text("utf-8"))["task"]
    return task


ONE_OF_EACH = list({task_of(file)["do"]: file for file in WITH_TASKS}.values())


@pytest.mark.parametrize(
    ("file", "size"),
    [(file, (80, 24)) for file in WITH_TASKS] + [(file, (100, 30)) for file in ONE_OF_EACH],
    ids=lambda value: getattr(value, "stem", None),
)
async def test_goal_hint_and_progress_are_whole_on_every_screen(
    file: Path, size: tuple[int, int], tmp_path: Path
) -> None:
    task = task_of(file)
    async with at_the_tool(file, tmp_path, size) as player:
        assert not player.says("more line")
        assert "R to the match" in player.lines[-1] or task["do"] == "by hand", player.text
        before = player.text
        panel = ".view" if task["do"] == "fool" else "#speech"
        await player.press("h")
        assert task["hint"] in player.part(panel)
        assert not player.says("more line")
        await player.press("h")
        assert player.text == before
