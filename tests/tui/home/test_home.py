"""Home: what there is to play, found, chosen and looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import AppBlur
from textual.widgets import Input

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.course.tally import Tally
from neuron_tui.game.journal.journal import Journal
from neuron_tui.puzzle.library.library import Folder
from neuron_tui.tui.app import NeuronApp
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.kit.heading import Heading
from tests.tui.scoring import answer
from tests.tui.story import in_front_of, playing, write

BROKEN = "title: Broken\ninputs: [a, b]\nexamples:\n  - 0 0 -> 2\n  - 0 1 0 -> 1\nquestions: [1 1 -> 1]\n"


def shelf(folder: Path) -> Path:
    """Three puzzles in two chapters."""
    write(folder, "1-first/01-apple.yaml", "Apple")
    write(folder, "1-first/02-pear.yaml", "Pear", iterations=61)
    write(folder, "2-second/01-plum.yaml", "Plum", iterations=62)
    return folder


@pytest.mark.everyday
async def test_the_article_s_puzzle_is_seen_at_once() -> None:
    async with playing(bundled_puzzles()) as player:
        assert isinstance(player.app.screen, HomeScreen)
        assert player.says("The leftmost column", "left middle right answer", "1 □ □ ■ 0", "■ □ □ ???")
        assert player.part("#list").startswith("Find the rule 0 of 7 \u25b8 The leftmost column Ask it more")


@pytest.mark.everyday
async def test_enter_plays_the_puzzle_that_is_selected() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.play()
        assert player.match.puzzle.title == "The leftmost column"


@pytest.mark.parametrize(
    ("asked", "more", "words"),
    [
        ("1 0 0 -> 1", "", "Should ??? be 0 or 1?"),
        ("1 0 0 -> ?", "", "The rows do not tell. What will the neuron say?"),
        ("1 0 0 -> 1/2", "noisy: true\n", "How likely is it that ??? is 1?"),
    ],
)
async def test_home_asks_what_the_match_will_ask(asked: str, more: str, words: str, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", questions=asked, more=more)
    async with playing(tmp_path) as player:
        assert f"{words} Enter to play." in player.part("#below")
        await player.play()
        assert words in player.part("#guesses")


async def test_the_arrow_keys_look_at_one_puzzle_after_the_other(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("down")
        assert "Pear" in player.part("#preview")
        await player.press("down")
        assert "Plum" in player.part("#preview"), "the line of a chapter is passed over"
        await player.press("up", "up")
        assert "Apple" in player.part("#preview")


async def test_a_click_on_a_puzzle_selects_it_and_another_one_plays_it(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        place = player.find("Plum")
        await player.pilot.click(offset=place)
        assert isinstance(player.app.screen, HomeScreen)
        assert "Plum" in player.part("#preview")
        await player.pilot.click(offset=place)
        await player.until(lambda: not isinstance(player.app.screen, HomeScreen))
        assert player.match.puzzle.title == "Plum"


async def test_a_slash_finds_puzzles_by_typing_and_escape_shows_all(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("slash")
        await player.press("p", "L", "u")
        assert player.part("#list") == "Second 0 of 1 \u25b8 Plum"
        assert "Plum" in player.part("#preview")
        await player.press("backspace", "backspace")
        assert player.part("#list") == "First 0 of 2 Apple Pear Second 0 of 1 \u25b8 Plum"
        await player.press("x", "x")
        assert player.part("#list") == ""
        await player.press("escape")
        assert player.part("#list") == "First 0 of 2 \u25b8 Apple Pear Second 0 of 1 Plum"
        assert not player.app.screen.query(Input)


async def test_enter_plays_what_was_found_and_arrows_walk_through_it(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("slash")
        await player.press("e", "a")
        await player.press("down")
        assert "Pear" in player.part("#preview")
        await player.play()
        assert player.match.puzzle.title == "Pear"


async def test_what_enter_does_is_told_also_while_another_window_has_the_keyboard(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        player.app.post_message(AppBlur())
        await player.settle()
        assert player.app.focused is None
        assert player.says("Enter play")
        await player.play()


async def test_enter_with_nothing_found_does_nothing(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("slash")
        await player.press("z", "z")
        await player.press("enter")
        assert isinstance(player.app.screen, HomeScreen)
        assert player.says("No puzzle fits")


async def test_no_puzzles_at_all_are_no_disaster(tmp_path: Path) -> None:
    async with playing(tmp_path / "nowhere") as player:
        await player.press("enter", "down", "f5", "slash", "a", "enter", "escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_f5_shows_what_was_added_changed_and_removed(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        write(tmp_path, "1-first/03-fig.yaml", "Fig")
        write(tmp_path, "1-first/01-apple.yaml", "Green apple")
        (tmp_path / "1-first/02-pear.yaml").unlink()
        (tmp_path / "2-second/01-plum.yaml").write_text(BROKEN)
        await player.press("f5")
        await player.until(lambda: "Fig" in player.part("#list"))
        assert player.part("#list") == "First 0 of 2 \u25b8 Green apple Fig Second ! Plum"
        assert "Green apple" in player.part("#preview")


async def test_f5_stays_on_the_selected_puzzle(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("down", "down")
        write(tmp_path, "1-first/00-new.yaml", "New")
        await player.press("f5")
        await player.until(lambda: "New" in player.part("#list"))
        assert "Plum" in player.part("#preview")
        (tmp_path / "2-second/01-plum.yaml").unlink()
        await player.press("f5")
        await player.until(lambda: "Plum" not in player.part("#list"))
        assert "Pear" in player.part("#preview"), (
            "where the selected one is gone, the nearest one is selected"
        )


async def test_a_broken_file_is_listed_with_all_its_faults_and_can_not_be_played(tmp_path: Path) -> None:
    (shelf(tmp_path) / "1-first/02-pear.yaml").write_text(BROKEN)
    async with playing(tmp_path) as player:
        assert player.part("#list") == "First 0 of 1 \u25b8 Apple ! Pear Second 0 of 1 Plum"
        await player.press("down")
        assert "02-pear.yaml:4:" in player.part("#preview")
        assert "02-pear.yaml:5:" in player.part("#preview")
        assert "Enter to play" not in player.part("#preview")
        await player.press("enter")
        assert isinstance(player.app.screen, HomeScreen)
        write(tmp_path, "1-first/02-pear.yaml", "Pear")
        await player.press("f5")
        await player.until(lambda: "!" not in player.part("#list"))
        await player.play()
        assert player.match.puzzle.title == "Pear"


async def test_a_file_that_goes_away_while_it_is_selected_takes_nothing_down(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        (tmp_path / "1-first/02-pear.yaml").unlink()
        await player.press("f5")
        await player.press("down")
        await player.press("enter")
        await player.until(lambda: not isinstance(player.app.screen, HomeScreen))
        assert player.match.puzzle.title == "Plum"


async def test_of_two_files_with_one_id_the_other_says_which_one_is_played(tmp_path: Path) -> None:
    write(tmp_path, "1-first/01-apple.yaml", "Apple")
    write(tmp_path, "1-first/02-apple.yaml", "Second apple")
    async with playing(tmp_path) as player:
        await player.press("down")
        assert "1-first/01-apple.yaml" in player.part("#preview").replace(" ", ""), "a path may be broken"
        await player.press("enter")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.slow
async def test_the_last_of_many_puzzles_can_be_reached_at_once(tmp_path: Path) -> None:
    for number in range(300):
        write(tmp_path, f"many/p{number:04}.yaml", f"Puzzle {number}")
    async with playing(tmp_path) as player:
        await player.press("end")
        await player.until(lambda: "Puzzle 299" in player.part("#preview"))


async def test_the_selected_line_stays_in_sight_where_the_size_changes_in_a_match() -> None:
    async with playing(bundled_puzzles(), size=(80, 50)) as player:
        await player.press(*["down"] * 30)
        await player.play()
        title = player.match.puzzle.title
        await player.resize(80, 24)
        await player.press("escape")
        assert f"\u25b8 {title}" in player.part("#list")
        await player.resize(80, 50)
        await player.resize(60, 20)
        assert f"\u25b8 {title}" in player.part("#list")


async def test_the_first_puzzle_of_a_chapter_is_seen_under_its_chapters_line() -> None:
    async with playing(bundled_puzzles()) as player:
        await player.press("end")
        assert not player.says("Find the rule 0 of 7")
        await player.press("home")
        assert player.part("#list").startswith("Find the rule 0 of 7 \u25b8 The leftmost column")
        await player.press(*["down"] * 30)
        await player.press(*["up"] * 23)
        assert player.part("#preview").startswith("The tug of war")
        assert player.part("#list").startswith("Push and pull 0 of 5 \u25b8 The tug of war")


async def test_enter_right_after_an_arrow_key_plays_the_puzzle_it_went_to(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("down", "enter")
        await player.until(lambda: not isinstance(player.app.screen, HomeScreen))
        assert player.match.puzzle.title == "Pear"


@pytest.mark.slow
async def test_home_marks_what_was_played_and_stands_where_the_game_was_left(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        assert "\u2713" not in player.part("#list")
        await player.press("down")
        await player.verdict()
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.until(lambda: "\u2713 Pear" in player.part("#list"))
        assert "Pear" in player.part("#preview")
        assert "\u2713 Apple" not in player.part("#list")
        await player.play()
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        await player.settle()
        assert "\u2713 Pear" in player.part("#list"), "leaving a second match early takes nothing away"


async def test_home_may_be_told_how_it_stands_before_it_is_composed(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    app = NeuronApp([Folder(tmp_path, "bundled")], None, "Ann", named=True)
    app._home.count(Tally(), "Bob")
    async with in_front_of(app, (80, 24)) as player:  # told again once it is there: Ann plays
        await player.until(lambda: app._home.query_one(Heading).subtitle.startswith("Ann and one neuron"))


FOREIGN = ("article", "Python", "Milo", "weight", "input")
"""Words that somebody who has never played does not know yet."""


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_a_first_start_greets_in_words_that_everybody_knows(size: tuple[int, int]) -> None:
    async with playing(bundled_puzzles(), size=size) as player:
        await player.until(lambda: "The mystery itch" in player.part("#list"))
        assert "Hello. You guess what ??? is" in player.part("#preview")
        assert player.says("a guessing game", "Enter to play.")
        assert [word for word in FOREIGN if word.casefold() in player.text.casefold()] == []
        assert "neuron" not in player.text.replace("neuron-tui", "")
        await player.press("down")
        assert "Hello" not in player.part("#preview")
        await player.press("up")
        await player.play()


async def test_who_has_played_before_is_not_greeted_again(tmp_path: Path) -> None:
    write(tmp_path / "p", "1-first/01-apple.yaml", "Apple")
    Journal(tmp_path / "journal.db").keep([answer("first/apple", player="Ann", question="1 0 0")])
    async with playing(tmp_path / "p", journal=tmp_path / "journal.db") as player:
        await player.until(lambda: player.says("points you 96"))
        assert player.says("you and one neuron")
        assert not player.says("Hello")


async def test_a_search_ends_with_the_match_that_it_led_to(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("slash")
        await player.press("p", "l", "u")
        assert "find" not in player.lines[-1], "here a slash is a letter"
        await player.play()
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
        assert player.part("#list") == "First 0 of 2 Apple Pear Second 0 of 1 \u25b8 Plum"
        assert "Plum" in player.part("#preview")
        assert not player.app.screen.query(Input)
        await player.press("up")
        assert "Pear" in player.part("#preview"), "the list has the keys"
        await player.press("y")
        assert player.says("Who plays?"), "and letters are home's again"


async def test_after_a_search_that_finds_nothing_the_player_is_where_it_began(tmp_path: Path) -> None:
    async with playing(shelf(tmp_path)) as player:
        await player.press("down")
        await player.press("slash")
        await player.press("u", "m")
        assert "Plum" in player.part("#preview")
        await player.press("x", "escape")
        assert "Pear" in player.part("#preview")
        await player.press("slash")
        await player.press("u", "m")
        await player.press("escape")
        assert "Pear" in player.part("#preview"), "what was found as well: Escape leaves nothing behind"
        assert player.part("#list") == "First 0 of 2 Apple \u25b8 Pear Second 0 of 1 Plum"
        await player.press("up")
        assert "Apple" in player.part("#preview"), "letters and arrows are home's again"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("xor", ("The light on the stairs xor", "Type VI xor")),
        ("majority", ("Boss or majority", "The vote majority", "More light than dark maj")),
        ("bias", ("The night light, once more", "Pancakes bias")),
        ("loss", ("What are the odds? loss",)),
        ("horn", ()),
    ],
)
async def test_puzzles_are_found_by_the_field_s_words(typed: str, found: tuple[str, ...]) -> None:
    async with playing(bundled_puzzles(), size=(120, 60)) as player:
        await player.until(lambda: "The mystery itch" in player.part("#list"))
        await player.press("slash")
        await player.press(*typed)
        await player.until(lambda: all(title in player.part("#list") for title in found))
        assert ("No puzzle fits" in player.part("#preview")) == (not found)
        assert "The leftmost column" not in player.part("#list")


async def test_the_first_picture_has_the_titles_and_says_nothing_that_is_not_known(tmp_path: Path) -> None:
    write(tmp_path, "puzzles/1-first/01-apple.yaml", "The green apple")
    write(tmp_path, "puzzles/1-first/02-pear.yaml", '"A pear: ripe"', iterations=61)
    Journal(tmp_path / "journal.db").keep([answer("first/apple", player="Ann", question="1 0 0")])
    app = NeuronApp([Folder(tmp_path / "puzzles", "bundled")], tmp_path / "journal.db", "Ann")
    async with in_front_of(app, (80, 24)) as player:
        seen = player.text
        app.simulate_key("enter")
        assert "The green apple" in seen
        assert "A pear: ripe" in seen
        assert "points" not in seen
        assert "0 of 2" not in seen
        await player.until(lambda: not isinstance(app.screen, HomeScreen))
        assert player.match.puzzle.title == "A pear: ripe", "where the player continues"
        await player.press("escape")
        assert player.says("points you 96", "1 of 2", "Continue: A pear: ripe")


async def test_the_score_table_leads_back_to_where_one_was(tmp_path: Path) -> None:
    write(tmp_path, "1.yaml", "First")
    write(tmp_path, "2.yaml", "Second")
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("escape")
        await player.until(lambda: player.home.is_current)
        await player.press("down", "t")
        await player.until(lambda: player.says("Nothing is counted yet."))
        await player.press("escape")
        await player.until(lambda: player.home.is_current)
        assert player.says("\u25b8 Second")
