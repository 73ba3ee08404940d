"""The race on the screen: figure by figure, kept before it is told, left and taken up again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from threading import Event

import pytest

from neuron_tui.folders import bundled_puzzles
from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.keeper import LOST, Keeper
from neuron_tui.game.journal.kept import Kept, KeptRace
from neuron_tui.game.race.kinds import KINDS
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.records import again, trial_of
from neuron_tui.game.race.study import UNLIKE_THE_STUDY
from neuron_tui.game.race.words import OTHER_ORDER
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.library.entry import read_entry
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.home.screen import HomeScreen
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.race.screen import RaceScreen
from neuron_tui.tui.race.state import Stage
from tests.tui.story import Player, playing, write

pytestmark = pytest.mark.slow

EXCLUSIVE_OR = bundled_puzzles() / "10-six-kinds" / "02-type-2.yaml"
SEED = 3
FAULTLESS = [True] * 32
SMALLEST = (80, 24)
SIZES = [SMALLEST, (100, 30), (120, 40), (160, 50)]


def puzzle_in(file: Path) -> Puzzle:
    puzzle = read_entry(file).puzzle
    assert puzzle is not None
    return puzzle


@asynccontextmanager
async def racing(
    folder: Path,
    file: Path = EXCLUSIVE_OR,
    *,
    size: tuple[int, int] = SMALLEST,
    keeper: Keeper | None = None,
    seeds: Iterator[int] | None = None,
) -> AsyncIterator[Player]:
    """The race on this puzzle, on its first page; what is decided is kept in this folder."""
    seeds = count(SEED) if seeds is None else seeds
    keeper = keeper or Keeper(folder / "journal.sqlite3", "Ada")
    async with playing(folder, size=size) as player:
        await player.app.push_screen(
            RaceScreen(puzzle_in(file), "six-kinds/type-2", keeper, lambda: next(seeds))
        )
        await player.until(lambda: player.says("Enter begins") or player.says("Enter goes on"))
        yield player


def screen_of(player: Player) -> RaceScreen:
    """The screen that must be the race now."""
    assert isinstance(player.app.screen, RaceScreen), player.app.screen
    return player.app.screen


async def stage(player: Player, wanted: Stage) -> None:
    """Wait until the race stands there."""
    await player.until(lambda: screen_of(player).stage is wanted)
    await player.settle()


def keys_for(race: Race, rights: list[bool]) -> list[str]:
    """What to press to be right or wrong on so many figures, going on after each."""
    keys = []
    for is_right in rights:
        right = race.right(race.trials)
        answer = right if is_right else 1 - right
        race = race.decide(answer)
        keys += [str(answer), "enter"]
    return keys


async def begin(player: Player) -> None:
    """From the first page to the first figure."""
    await player.press("enter")
    await stage(player, Stage.ASKED)


async def judge(player: Player, rights: list[bool]) -> None:
    """Press the keys for so many figures, faster than anyone can, and go on after the last."""
    race = screen_of(player).race
    done = race.trials + len(rights)
    await player.press(*keys_for(race, rights))
    await player.until(lambda: screen_of(player).race.trials == done)
    await player.until(lambda: screen_of(player).stage in (Stage.ASKED, Stage.OVER))
    await player.settle()


def kept(folder: Path) -> list[int]:
    """How many trials the journal holds of each race."""
    return [len(trials) for _, trials in Journal(folder / "journal.sqlite3").races("Ada")]


async def test_it_begins_with_a_page_and_then_a_figure_with_its_words(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        assert "You see a figure, and say 0 or 1." in player.part("#words")
        assert player.says("forty people")
        await begin(player)
        assert player.says("block 1/16 · figure 1/16", "0 or 1?")
        assert screen_of(player).race.figure(0).name in player.part("#figure")
        assert player.says("Four rounds of eight without a")


async def test_which_kind_it_is_is_told_only_at_the_end(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        telling = ("kind II", "xclusive", "pair", "two inputs")
        said = [player.text]
        await begin(player)
        said.append(player.text)
        await judge(player, FAULTLESS[1:])
        said.append(player.text)
        assert not [word for word in telling for text in said if word in text]
        await judge(player, [True])
        assert player.says("kind II of six", "exclusive or")


async def test_the_neuron_s_answer_stays_hidden_until_you_have_given_yours(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        output = f"{screen_of(player).race.schedule.neuron_outputs[0]:.4f}"
        assert output not in player.text
        assert player.says("Its answer is shown after yours.")
        await player.press("1")
        await stage(player, Stage.FEEDBACK)
        assert output in player.part("#figure")
        assert output in player.part("#weights")


@pytest.mark.slow
@pytest.mark.parametrize("is_right", [True, False])
async def test_both_are_told_who_was_right_by_glyph_and_word(tmp_path: Path, is_right: bool) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        race = screen_of(player).race
        (answer, _) = keys_for(race, [is_right])
        await player.press(answer)
        await stage(player, Stage.FEEDBACK)
        said = player.part("#figure")
        assert f"It is {race.right(0)}." in said
        assert f"you said {answer} {'✓ right' if is_right else '✗ wrong'}" in said
        its = int(race.schedule.neuron_outputs[0] > 0.5)
        assert f"neuron said {its} {'✓ right' if its == race.right(0) else '✗ wrong'}" in said
        assert f"you {'✓' if is_right else '✗'}" in player.part("#trials")


async def test_a_second_press_of_an_answer_does_no_harm(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await player.press("enter", "1", "1", "0", "1")
        await stage(player, Stage.FEEDBACK)
        assert screen_of(player).race.decisions == (1,)
        assert kept(tmp_path) == [1]
        await player.press("0", "left")
        assert screen_of(player).race.decisions == (1,)
        await player.press("enter", "enter", "space")
        await stage(player, Stage.ASKED)
        assert screen_of(player).race.decisions == (1,)


async def test_arrows_and_space_do_as_well(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await player.press("space", "left", "space", "right")
        await player.until(lambda: screen_of(player).race.trials == 2)
        assert screen_of(player).race.decisions == (0, 1)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_all_is_done_by_mouse_too(tmp_path: Path, size: tuple[int, int]) -> None:
    async with racing(tmp_path, size=size) as player:
        await player.click("You see a figure")
        await stage(player, Stage.ASKED)
        await player.click("1 ▸")
        await stage(player, Stage.FEEDBACK)
        await player.click("It is")
        await stage(player, Stage.ASKED)
        await player.click("◂ 0")
        await stage(player, Stage.FEEDBACK)
        assert screen_of(player).race.decisions == (1, 0)
        await player.click("leave")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))


async def test_a_click_beside_the_buttons_decides_nothing(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await player.click(screen_of(player).race.figure(0).name)
        await player.click("faultless in a row")
        assert screen_of(player).stage is Stage.ASKED


@pytest.mark.slow
async def test_a_double_click_decides_once_and_does_not_go_on(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await player.pilot.double_click(offset=player.find("1 ▸"))
        await stage(player, Stage.FEEDBACK)
        assert screen_of(player).race.decisions == (1,)


async def test_by_day_the_figure_is_drawn_for_a_light_screen_at_once(tmp_path: Path) -> None:
    async with racing(tmp_path, size=(100, 30)) as player:
        await begin(player)
        by_night = player.text.count("█")
        await player.press("f2")
        assert "small white square" in player.part("#figure")
        assert player.text.count("█") < by_night, "white is filled by night, and an outline by day"


class HeldUp(Keeper):
    """A keeper on a slow disk: it keeps what it is given when it is let."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "Ada")
        self.asked, self.let = Event(), Event()

    def keep(self, kept: Sequence[Kept]) -> str:
        self.asked.set()
        self.let.wait()
        return super().keep(kept)


async def test_nothing_is_told_before_it_is_kept_and_no_key_is_lost_meanwhile(tmp_path: Path) -> None:
    keeper = HeldUp(tmp_path / "journal.sqlite3")
    async with racing(tmp_path, keeper=keeper) as player:
        try:
            await player.press("enter", "1", "enter", "0", "0", "enter", "1")
            await player.until(keeper.asked.is_set)
            await player.settle()
            assert "It is" not in player.part("#figure")
        finally:
            keeper.let.set()
        await player.until(lambda: screen_of(player).race.trials == 3)
        await stage(player, Stage.FEEDBACK)
        assert screen_of(player).race.decisions == (1, 0, 1)
        assert kept(tmp_path) == [3]


async def test_each_decision_is_kept_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    times, ticks = iter([1_000.0, 2_000.0]), iter([10.0, 11.5, 20.0, 22.25])
    keeper = Keeper(tmp_path / "journal.sqlite3", "Ada")
    async with playing(tmp_path) as player:
        screen = RaceScreen(
            puzzle_in(EXCLUSIVE_OR),
            "six-kinds/type-2",
            keeper,
            lambda: SEED,
            clock=lambda: next(times),
            timer=lambda: next(ticks),
        )
        await player.app.push_screen(screen)
        await player.until(lambda: player.says("Enter begins"))
        for key, then in (
            ("enter", Stage.ASKED),
            ("1", Stage.FEEDBACK),
            ("enter", Stage.ASKED),
            ("0", Stage.FEEDBACK),
        ):
            await player.press(key)
            await stage(player, then)
    ((race, trials),) = Journal(tmp_path / "journal.sqlite3").races("Ada")
    assert (race.player, race.puzzle, race.seed, race.begun) == ("Ada", "six-kinds/type-2", SEED, 1_000.0)
    assert [(trial.number, trial.decision, trial.seconds, trial.time) for trial in trials] == [
        (0, 1, 1.5, 1_000.0),
        (1, 0, 2.25, 2_000.0),
    ]
    schedule = screen.race.schedule
    assert [trial.row for trial in trials] == schedule.order[:2].tolist()
    assert [trial.right for trial in trials] == [screen.race.right(0), screen.race.right(1)]
    assert [trial.neuron_output for trial in trials] == schedule.neuron_outputs[:2].tolist()


async def test_a_race_that_was_left_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await judge(player, [True, False] * 9)
        before = player.part("#figure"), player.part("#errors"), player.part("#weights")
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))
    async with racing(tmp_path, seeds=iter([99])) as player:
        await player.until(lambda: "You left this race before its end." in player.part("#words"))
        assert "It goes on in block 2, at figure 3 of 16." in player.part("#words")
        await begin(player)
        assert (player.part("#figure"), player.part("#errors"), player.part("#weights")) == before
        await judge(player, [True])
    assert kept(tmp_path) == [19]


async def test_a_race_of_an_earlier_version_says_that_its_order_is_not_the_study_s(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "journal.sqlite3", "Ada")
    race = Race.begin(KINDS["II"], SEED, "rounds")
    content = content_of(puzzle_in(EXCLUSIVE_OR))
    keeper.keep([KeptRace("a" * 32, "Ada", "six-kinds/type-2", content, SEED, 1.0, "0.1.0")])
    for _ in range(20):
        keeper.keep([trial_of(race, "a" * 32, 1, 0.5, 2.0)])
        race = race.decide(1)
    async with racing(tmp_path) as player:
        await player.until(lambda: OTHER_ORDER in player.part("#words"))
        await begin(player)
        assert race.figure(20).name in player.part("#figure")


async def test_help_lists_what_is_as_in_the_study_and_what_is_not(tmp_path: Path) -> None:
    async with racing(tmp_path, size=(100, 90)) as player:
        await player.press("f1")
        await player.until(lambda: player.says("As in the study of 1994:"))
        assert player.says("Unlike the study:", f"- {UNLIKE_THE_STUDY[0]}", "Lewandowsky (2011)")


async def decide_elsewhere(folder: Path, rights: list[bool]) -> None:
    """Go on with Ada's last race in another game that is open at the same time."""
    keeper = Keeper(folder / "journal.sqlite3", "Ada")
    ((begun, trials),) = keeper.races("Ada")
    race = again(begun, trials, KINDS["II"])
    assert race is not None
    for is_right in rights:
        right = race.right(race.trials)
        decision = right if is_right else 1 - right
        assert keeper.keep([trial_of(race, begun.id, decision, 1.0, 9.0)]) == ""
        race = race.decide(decision)


async def test_a_race_that_went_on_in_another_game_says_that_it_is_not_kept_here(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await judge(player, [True])
        await decide_elsewhere(tmp_path, [False, True])
        await judge(player, [True])
        assert [notice.message for notice in player.app._notifications] == [LOST]
        assert kept(tmp_path) == [3]


@pytest.mark.slow
async def test_a_new_race_can_be_begun_instead_and_looks_different(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await judge(player, [True])
        old = screen_of(player).race
    async with racing(tmp_path, seeds=iter([98, 99])) as player:
        await player.until(lambda: player.says("a begins a new one"))
        await player.press("a")
        await player.until(lambda: player.says("You see a figure"))
        await begin(player)
        await judge(player, [True, True])
        new = screen_of(player).race
        assert new.schedule.seed == 99
        assert new.schedule.disguise != old.schedule.disguise
    assert kept(tmp_path) == [1, 2]


@pytest.mark.slow
async def test_only_this_player_s_race_on_this_puzzle_is_taken_up(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await judge(player, [True])
    async with racing(tmp_path, keeper=Keeper(tmp_path / "journal.sqlite3", "Ben")) as player:
        assert player.says("You see a figure")
    changed = tmp_path / "changed.yaml"
    changed.write_text(EXCLUSIVE_OR.read_text().replace("colour", "hue"))
    async with racing(tmp_path, changed) as player:
        assert player.says("You see a figure")


async def test_four_faultless_rounds_end_it_and_the_end_says_how_it_went(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await judge(player, [*[False] * 4, *[True] * 4, *FAULTLESS])
        assert screen_of(player).stage is Stage.OVER
        assert "No mistake from figure 5 on." in player.part("#words")
        assert player.says("Wrong over 40 figures:")
        # 4 of 40; people (16 * 0.378 + 16 * 0.156 + 8 * 0.083) / 40
        assert player.says("you 10 %", "people (1994) 23 %")
        assert "This was exclusive or." in player.part("#words")
        assert player.says("people: Nosofsky et al. 1994")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_all_six_kinds_are_compared_at_the_end_where_there_is_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    majority = bundled_puzzles() / "10-six-kinds" / "04-type-4.yaml"
    async with racing(tmp_path, majority, size=size) as player:
        await begin(player)
        await judge(player, [*[False] * 8, *FAULTLESS])
        said = player.part("#words")
        assert "This was the majority of three." in said
        assert ("▸ IV 10 % learns it" in said) == ("VI 19 % never learns it" in said) == (size != SMALLEST)
        await player.resize(*SMALLEST)
        assert "▸ IV" not in player.part("#words")
        assert screen_of(player).query_one(Words).max_scroll_y == 0
        await player.resize(*size)
        assert player.part("#words") == said


async def test_enter_at_the_end_goes_home_but_only_once_the_end_was_seen(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await player.press(*keys_for(screen_of(player).race, FAULTLESS), "enter", "enter")
        await stage(player, Stage.OVER)
        assert player.says("Enter home", "a race again")
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, HomeScreen))


@pytest.mark.slow
async def test_after_the_end_comes_another_race_and_the_old_one_is_not_taken_up(tmp_path: Path) -> None:
    async with racing(tmp_path) as player:
        await begin(player)
        await judge(player, FAULTLESS)
        await player.press("a")
        await player.until(lambda: player.says("You see a figure"))
        assert screen_of(player).race.schedule.seed == SEED + 1
    async with racing(tmp_path) as player:
        assert player.says("You see a figure")
    assert kept(tmp_path) == [32]


@pytest.mark.slow
async def test_a_pattern_of_none_of_the_six_kinds_is_raced_without_people(tmp_path: Path) -> None:
    cooks = bundled_puzzles() / "7-never" / "04-too-many-cooks.yaml"
    async with racing(tmp_path, cooks) as player:
        assert "none of the six kinds" in player.part("#words")
        assert "people" not in player.part("#errors")
        await begin(player)
        await judge(player, FAULTLESS)
        assert player.says("No mistake in 32 figures.")
        assert "people " not in player.part("#errors")


def test_a_puzzle_that_leaves_rows_out_cannot_be_raced(tmp_path: Path) -> None:
    article = puzzle_in(write(tmp_path, "a.yaml"))
    with pytest.raises(ValueError, match="all eight rows"):
        RaceScreen(article, "a", Keeper(None, "Ada"), lambda: 1)


@pytest.mark.slow
async def test_it_is_played_without_a_journal_too(tmp_path: Path) -> None:
    async with racing(tmp_path, keeper=Keeper(None, "Ada")) as player:
        await begin(player)
        await judge(player, FAULTLESS)
        assert player.says("No mistake in 32 figures.")


@pytest.mark.slow
async def test_what_can_not_be_kept_is_said_once_and_the_race_goes_on(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite3").mkdir()
    async with racing(tmp_path) as player:
        await player.press("enter", "1")
        await stage(player, Stage.FEEDBACK)
        assert len(player.app._notifications) == 1
        await begin(player)
        await judge(player, [True])
        assert screen_of(player).race.trials == 2
        assert len(player.app._notifications) == 1


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_nothing_jumps_from_one_figure_to_the_next(tmp_path: Path, size: tuple[int, int]) -> None:
    async with racing(tmp_path, size=size) as player:
        await begin(player)
        places = set()
        for _ in range(6):
            places.add(
                (player.find("0 or 1?"), player.find("1 ▸"), player.find("neuron  "), player.find("½┤"))
            )
            await judge(player, [True])
        assert len(places) == 1


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_race_as_a_picture(
    tmp_path: Path, size: tuple[int, int], looks_as_accepted: Callable[[Player, str], None]
) -> None:
    name = f"{size[0]}x{size[1]}"
    async with racing(tmp_path, size=size) as player:
        looks_as_accepted(player, f"race-page-{name}")
        await begin(player)
        await judge(player, [False, True, False, *[True] * 6, False, True, False, *[True] * 6])
        looks_as_accepted(player, f"race-asked-{name}")
        await player.press("f2", "1")
        await stage(player, Stage.FEEDBACK)
        looks_as_accepted(player, f"race-feedback-by-day-{name}")
        await player.press("f2", "enter")
        await stage(player, Stage.ASKED)
        await judge(player, [*[True] * 5, *FAULTLESS])
        looks_as_accepted(player, f"race-over-{name}")
