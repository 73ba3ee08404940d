"""The scoreboard: sentences first, pictures, the table and who wins where; by key and by mouse."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.scores.counted import Asked
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.entry import read_entry
from neuron_tui.puzzle.library import Folder
from neuron_tui.puzzle.shelf import Shelf
from neuron_tui.screens.home import HomeScreen
from neuron_tui.screens.scores.beside import known_seeds, seeds_of
from neuron_tui.screens.scores.screen import ScoresScreen
from neuron_tui.screens.scores.titles import Titles
from neuron_tui.widgets.scores.four_fields import FourFields
from neuron_tui.widgets.scores.table import ScoreTable
from tests.screens.scoring import EARLIER, answer, filled, looking
from tests.screens.story import Player, write

VIEWS = ("In words", "Points over time", "Table", "Who wins where")


def some() -> list[Answer]:
    """Six answers to Beans, of which four are right, and three to Dates, all wrong."""
    beans = [answer("first/beans", right=int(place < 4)) for place in range(6)]
    return beans + [answer("second/dates", "0.8", 1.0, 0) for _ in range(3)]


def rows(player: Player) -> list[str]:
    """The names in the table, from the top, without the row over all."""
    region = player.app.screen.query_one(ScoreTable).content_region
    lines = [line[region.x : region.right] for line in player.lines[region.y + 3 : region.bottom]]
    return [name for line in lines if (name := line.strip().split("  ")[0])]


async def to_table(player: Player) -> None:
    await player.click("Table")
    await player.settle()


async def test_without_answers_it_says_what_will_be_here_and_how_to_begin(tmp_path: Path) -> None:
    async with looking(tmp_path, []) as player:
        assert player.says("Nothing is counted yet.", "Play a puzzle and say how sure you are")
        assert not player.says("Calibration")
        assert not player.says("Who wins where")
        assert player.text.count("╭") == 1, "there is no empty panel"
        await player.press("tab", "b", "p", "c", "slash")
        assert player.says("Nothing is counted yet.")
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_with_practice_alone_it_says_that_this_does_not_count(tmp_path: Path) -> None:
    again = [answer(player="ben", question="1 0 0"), answer(player="ben", question="1 0 0")]
    async with looking(tmp_path, again, player="ben") as player:
        assert player.says("ben · 1 answer, 1 more in practice")
    async with looking(tmp_path, [], player="carla") as player:
        assert player.says("carla · 0 answers")


async def test_one_answer_fills_every_view_and_claims_nothing(tmp_path: Path) -> None:
    async with looking(tmp_path, [answer("first/beans", "0.9", 0.9999)]) as player:
        assert player.says("anna · 1 answer")
        assert "It takes at least 9 more answers" in player.part("#words")[:400]
        assert "▲" in player.part("#calibration")
        await player.press("tab")
        assert "1" in player.part("#course")
        await to_table(player)
        assert player.says("Beans 1 0 1 0 96 100 100 100 0.010 0.000")
        await player.press("tab")
        assert player.says("Both right: 1", "Beans 1/1", "none so far", "Kühl")


async def test_the_sentences_come_first(tmp_path: Path) -> None:
    said = [answer(right=int(place < 30)) for place in range(42)]
    async with looking(tmp_path, said, size=(160, 50)) as player:
        words = player.part("#words")
        assert "You are surer than you should be: when you say 90 %, you are right 71 %" in words


@pytest.mark.slow
async def test_tab_and_shift_tab_go_round_the_views(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        for view in (*VIEWS[1:], VIEWS[0]):
            while not player.says(f"▸ {view}"):
                await player.press("tab")
        for view in VIEWS[:0:-1]:
            while not player.says(f"▸ {view}"):
                await player.press("shift+tab")


@pytest.mark.slow
async def test_a_click_on_a_view_s_name_shows_it(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        for view in VIEWS[::-1]:
            await player.click(view)
            assert player.says(f"▸ {view}")


async def test_at_160x50_everything_is_seen_at_once(tmp_path: Path) -> None:
    async with looking(tmp_path, some(), size=(160, 50)) as player:
        for title in ("In words", "Calibration", "Points over time", "By puzzle", "Who wins where"):
            assert player.says(title)
        assert "▸" not in player.text
        await player.resize(80, 24)
        assert player.says("▸ In words", "Calibration")
        assert not player.says("By puzzle")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 50)])
async def test_at_every_size_the_views_together_show_every_panel(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with looking(tmp_path, some(), size=size) as player:
        seen: set[str] = set()
        for _ in range(8):
            panels = player.app.screen.query(".panel")
            seen |= {str(panel.id) for panel in panels if panel.region}
            await player.press("tab")
        assert seen == {"words", "calibration", "course", "ranking", "fields"}


async def test_the_table_sorts_by_key(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        assert rows(player) == ["Beans", "Dates"], "most answers first"
        await player.press("enter")
        assert rows(player) == ["Dates", "Beans"]
        assert player.says("puzzle ↑")
        await player.press("left")
        assert player.says("puzzle ↑")
        assert rows(player) == ["Beans", "Dates"]
        await player.press("right", "right", "right")
        assert "↓ ●" in player.text, "by the neuron's wins"
        assert rows(player) == ["Beans", "Dates"]


async def test_a_click_on_a_column_s_head_sorts_and_another_turns_it_round(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        _, y = player.find("puzzle  ")
        first_triangle = player.lines[y].index("▲")
        for expected in ("↓ ▲", "↑ ▲"):
            await player.pilot.click(offset=(first_triangle, y))
            await player.settle()
            assert expected in player.lines[y]
        end = player.lines[y - 1].index("answers") + len("answers") - 1
        for expected in "↓↑":
            await player.click("answers", last=True)
            assert player.lines[y][end] == expected


@pytest.mark.slow
async def test_the_table_is_filtered_by_typing_and_escape_shows_all_again(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        await player.press("slash")
        await player.press(*"DAT")
        assert rows(player) == ["Dates"]
        assert not player.says("Beans")
        await player.press(*"zz")
        assert player.says("nothing fits the text")
        await player.press("enter", "escape")
        assert player.says("Beans", "Dates")
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_b_goes_from_puzzles_to_chapters_and_back(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await to_table(player)
        await player.press("b")
        assert player.says("By chapter")
        assert rows(player) == ["First", "Second"]
        await player.press("b")
        assert rows(player) == ["Beans", "Dates"]


async def test_a_puzzle_whose_file_is_gone_is_shown_by_its_id(tmp_path: Path) -> None:
    async with looking(tmp_path, [answer("gone/[bold]x")]) as player:
        await to_table(player)
        assert player.says("gone/[bold]x")
        await player.press("b")
        assert player.says("gone 1")
        await player.press("tab")
        assert player.says("gone/[bold]x 1/1 -"), "and nobody can tell how its starts come out"


async def test_the_fields_say_who_is_right_and_how_many_starts_are(tmp_path: Path) -> None:
    others = [answer("second/dates", "0.2", 0.9, 0, player="ben") for _ in range(4)]
    async with looking(tmp_path, some() + others) as player:
        await player.click("Who wins where")
        await filled(player)
        assert player.says("Beans 4/6 10/10"), "the article's rows are learned from every start"
        assert player.says("Only people: 2")
        assert player.says("Dates 4/7 10/10"), "the answers of all players count here"
        assert player.says("All 2 players. Right: in more than half of the answers.")


@pytest.mark.slow
async def test_alone_there_is_no_talk_of_other_players(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await player.click("Who wins where")
        assert player.says("Right: in more than half of the answers.")
        assert not player.says("players")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(100, 30), (160, 50)])
async def test_the_neuron_s_column_keeps_clear_of_the_scrollbar(
    size: tuple[int, int], tmp_path: Path
) -> None:
    many_puzzles = [answer(f"many/puzzle-{number:02}") for number in range(60)]
    async with looking(tmp_path, many_puzzles, size) as player:
        if size[0] == 100:
            await player.click("Who wins where")
            await filled(player)
        fields = player.app.screen.query_one(FourFields)
        assert fields.show_vertical_scrollbar
        bar = fields.content_region.right - 1
        beside = {
            line[bar - 1] for line in player.lines[fields.content_region.y : fields.content_region.bottom]
        }
        assert beside == {" "}


async def test_an_earlier_version_of_a_puzzle_is_shown_apart_and_has_no_starts(tmp_path: Path) -> None:
    answers = [answer("first/beans", neuron=0.9) for _ in range(2)] + [
        answer("first/beans", "0.2", 0.2, content=EARLIER) for _ in range(4)
    ]
    async with looking(tmp_path, answers) as player:
        assert player.says("anna · 6 answers")
        await to_table(player)
        await filled(player)
        assert rows(player) == ["Beans (earlier)", "Beans"]
        await player.press("b")
        assert rows(player) == ["First"]
        assert player.says("First 6")
        await player.click("Who wins where")
        await filled(player)
        assert player.says("Both right: 1", "Beans 2/2 10/10")
        assert player.says("Neither: 1", "Beans (earlier) 0/4 -")


async def test_starts_that_were_worked_out_are_known_as_long_as_the_game_runs(tmp_path: Path) -> None:
    puzzle = read_entry(write(tmp_path / "puzzles", "long.yaml", iterations=2_001)).puzzle
    assert puzzle is not None
    asked, before, gone = Asked("long", content_of(puzzle)), Asked("long", EARLIER), Asked("gone", EARLIER)
    titles = Titles(Shelf([Folder(tmp_path / "puzzles", "bundled")]))
    titles.look()
    assert titles.learn("long")
    assert known_seeds([asked, before, gone], titles) == {before: None}
    assert await seeds_of(puzzle, lambda: False) is None, "it takes longer than anyone waits"
    assert await seeds_of(puzzle, lambda: True) == 10
    assert await seeds_of(puzzle, lambda: False) == 10
    assert known_seeds([asked, before, gone], titles) == {asked: 10, before: None}


async def test_what_is_the_matter_with_the_journal_is_told_here_too(tmp_path: Path) -> None:
    async with looking(tmp_path, []) as player:
        journal = tmp_path / "journal.sqlite3"
        journal.write_bytes(b"This is no journal." * 99)
        screen = player.app.screen
        assert isinstance(screen, ScoresScreen)
        await player.press("escape")
        player.app.push_screen(ScoresScreen(screen._kept, screen._titles.shelf))
        await player.until(lambda: player.says("damaged"))
        assert player.says("Nothing is counted yet.")
        assert [file for file in tmp_path.iterdir() if file.name.startswith("journal")]


@pytest.mark.slow
async def test_figures_of_others_are_told_by_their_name(tmp_path: Path) -> None:
    others = [answer("first/beans", "0.9", 0.2, int(place < 30), player="Zoë") for place in range(42)]
    async with looking(tmp_path, [*others, answer(player="Ben")], size=(160, 50)) as player:
        await player.press("p")
        assert [name for name in ("anna", "Ben", "Zoë") if player.says(name)] == ["anna", "Ben", "Zoë"]
        lines = player.text
        assert lines.rindex("anna") < lines.rindex("Ben") < lines.rindex("Zoë")
        await player.press("end", "enter")
        await filled(player)
        assert player.says("Zoë against the neuron", "Zoë is too sure:")
        assert player.text.count("▲ Zoë") == 3, "in the legends of both pictures and of the table"
        assert "you" not in player.text.lower().split("who wins where")[0].split()


@pytest.mark.slow
async def test_somebody_s_practice_alone_is_told_as_theirs(tmp_path: Path) -> None:
    practice = [replace(answer(player="ben"), mode="examples")]
    async with looking(tmp_path, [*practice, answer()]) as player:
        await player.press("p", "end", "enter")
        await filled(player)
        assert player.says("What ben has answered so far was practice")
        assert not player.says("you or the neuron")


@pytest.mark.slow
async def test_another_player_is_chosen_by_key_and_by_mouse(tmp_path: Path) -> None:
    both = [answer(), answer(), answer(player="ben")]
    async with looking(tmp_path, both) as player:
        assert player.says("anna · 2 answers")
        await player.press("p")
        assert player.says("Whose figures?", "anna", "ben")
        await player.press("down", "enter")
        await filled(player)
        assert player.says("ben · 1 answer")
        await player.click("p player")
        await player.click("anna")
        await filled(player)
        assert player.says("anna · 2 answers")
        await player.press("p", "escape")
        assert player.says("anna · 2 answers")


async def test_who_has_not_played_yet_can_look_at_those_who_have(tmp_path: Path) -> None:
    async with looking(tmp_path, some(), player="new") as player:
        assert player.says("new · 0 answers", "Nothing is counted yet.", "p player")
        await player.press("p", "up", "enter")
        await filled(player)
        assert player.says("anna · 9 answers", "Calibration")


async def test_a_player_who_is_alone_is_not_asked_whose_figures(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        assert not player.says("p player")
        await player.press("p")
        assert isinstance(player.app.screen, ScoresScreen)


async def test_c_saves_the_figures_as_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with looking(tmp_path, some()) as player:
        await player.press("c")
        assert player.says("Save the figures", "neuron-tui-scores.csv")
        await player.press("enter")
        await player.settle()
    with (tmp_path / "neuron-tui-scores.csv").open(encoding="utf-8") as file:
        found = {row["puzzle"]: (row["player"], row["answers"], row["wins"]) for row in csv.DictReader(file)}
    assert found == {"first/beans": ("anna", "6", "4"), "second/dates": ("anna", "3", "3")}


@pytest.mark.slow
async def test_ten_thousand_puzzles_are_scrolled_line_by_line(tmp_path: Path) -> None:
    many = [answer(f"many/puzzle-{number:05}") for number in range(10_000)]
    async with looking(tmp_path, many) as player:
        await to_table(player)
        await player.press("left")
        assert rows(player)[0].startswith("many/puzzle-00")
        await player.press("end")
        assert rows(player)[-1].startswith("many/puzzle-09")
        assert len(player.app.screen.query("*")) < 40, "no widget for each of them"


async def test_help_tells_what_the_figures_are(tmp_path: Path) -> None:
    async with looking(tmp_path, some()) as player:
        await player.press("question_mark")
        await player.press("pagedown", "pagedown")
        assert player.says("Brier score")


@pytest.mark.slow
async def test_day_and_night_show_the_same_words(tmp_path: Path) -> None:
    async with looking(tmp_path, some(), size=(160, 50)) as player:
        before, colours = player.text, player.colours("#words")
        await player.press("f2")
        assert player.text == before
        assert player.colours("#words") != colours


def many() -> list[Answer]:
    """Sixty answers of a player who is too sure, against a neuron that one chapter defeats."""
    beans = [
        answer("first/beans", "0.9" if place % 4 else "0.6", 0.97, int(place % 3 > 0)) for place in range(24)
    ]
    apples = [answer("first/apples", f"0.{place % 9 + 1}", 0.2, int(place % 9 > 4)) for place in range(18)]
    dates = [answer("second/dates", "0.2", 0.99, int(place % 6 == 0)) for place in range(18)]
    return beans + apples + dates


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_scoreboard_looks_as_accepted(
    size: tuple[int, int], tmp_path: Path, looks_as_accepted: Callable[[Player, str], None]
) -> None:
    async with looking(tmp_path, many(), size) as player:
        looks_as_accepted(player, f"scores-{size[0]}x{size[1]}")
        if size == (80, 24):
            for view in ("points", "table", "fields"):
                await player.press("tab")
                await filled(player)
                looks_as_accepted(player, f"scores-{view}-80x24")
        else:
            await player.press("f2")
            looks_as_accepted(player, "scores-by-day-160x50")
