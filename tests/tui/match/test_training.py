"""The training watched: played, paused, stepped through and rewound."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.match.match import Phase
from neuron_tui.game.replay.playhead import Pace
from tests.tui.story import Player, playing, write, write_huge


def runs(player: Player) -> bool:
    """Whether the timer of the pictures is going."""
    frames = player.match.player._frames
    return frames is not None and frames._active.is_set()


def shows(player: Player, iteration: int) -> bool:
    """Whether the playhead stands there, the screen says so, and nothing moves."""
    match = player.match
    said = match.reads or f"iteration {iteration:,}" in player.part("#transport")
    return match.iteration == iteration and said and not match.player.playhead.playing and not runs(player)


async def test_the_training_plays_by_itself_until_it_is_paused(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.play()
        assert not runs(player)
        await player.press("1", "enter")
        await player.until(lambda: player.match.iteration >= 2)
        assert runs(player)
        assert player.match.match.phase is Phase.TRAIN
        assert player.lines[-1].startswith(" Space pause  p words  w by hand  v learned  End finish"), (
            "what is pressed on the way is on the line of keys at 80 columns"
        )
        await player.press("space")
        assert player.lines[-1].startswith(" Space play  p words  w by hand  v learned  ,. step")
        assert shows(player, player.match.iteration)


@pytest.mark.everyday
async def test_played_to_its_end_the_verdict_appears_by_itself_and_nothing_moves_any_more(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.yaml", iterations=20)
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("plus", "plus", "plus", "plus", "plus", "plus", "space")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert shows(player, 20)


async def test_the_first_adjustments_are_seen_one_by_one(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.train()
        now = 0.0
        player.match.clock = lambda: now
        await player.press("space")
        seen = []
        for _ in range(45):
            now += 1 / 30
            player.match.player._frame()
            seen.append(player.match.iteration)
        assert seen == sorted(seen)
        assert set(range(4)) <= set(seen)
        assert seen[-1] == Pace(10_000).iteration_at(1.5)


@pytest.mark.slow
@pytest.mark.parametrize("phase", [Phase.TRAIN, Phase.VERDICT], ids=lambda phase: phase.value)
async def test_every_jump_and_step_leaves_it_paused(phase: Phase, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=60)
    async with playing(tmp_path) as player:
        await player.train()
        if phase is Phase.VERDICT:
            await player.press("end")
            await player.until(lambda: player.phase is Phase.VERDICT)
            await player.press("home")
        assert shows(player, 0)
        await player.press("space", "full_stop")
        await player.until(lambda: not player.match.player.playhead.playing)
        here = player.match.iteration
        assert here >= 1
        assert shows(player, here)
        await player.press("full_stop", "full_stop", "full_stop")
        assert shows(player, here + 3)
        await player.press("space", "comma")
        assert shows(player, player.match.iteration)
        await player.press("home")
        assert shows(player, 0)
        await player.press("comma")
        assert shows(player, 0)
        assert player.phase is phase
        await player.press("end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        assert shows(player, 60)
        await player.press("full_stop")
        assert shows(player, 60)


async def test_speeds_are_doubled_and_halved_within_their_ends(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.train()
        assert "speed" not in player.part("#transport")
        await player.press("plus", "equals_sign")
        assert "speed ×4" in player.part("#transport")
        await player.press(*["plus"] * 8)
        assert "speed ×64" in player.part("#transport")
        await player.press(*["minus"] * 9)
        assert "speed ×1/8" in player.part("#transport")
        await player.press("minus", "minus")
        assert "speed 1 a key" in player.part("#transport")
        assert shows(player, 0)
        await player.press("space", "space", "space")
        assert shows(player, 3)


async def test_page_keys_go_a_tenth_of_the_timeline_and_always_move(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.train()
        await player.until(lambda: not player.match.player.end_is_held)
        # tenths of the way on the scale of log(1 + iteration): 10,001 ** (k / 10) - 1, rounded
        tenths = [2, 5, 15, 39, 99, 250, 630, 1584, 3980, 10_000]
        for iteration in tenths:
            await player.press("pagedown")
            await player.until(lambda wanted=iteration: shows(player, wanted))
        await player.press("p")
        for iteration in [*tenths[-2::-1], 0, 0]:
            await player.press("pageup")
            assert shows(player, iteration)
        await player.press("full_stop", "full_stop", "full_stop", "pagedown")
        assert shows(player, 5)


async def test_digits_and_g_go_to_an_iteration(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("g")
        assert shows(player, 0)
        await player.press("1", "2", "3", "4")
        assert "iteration 0 of 10,000 g goes to 1,234_" in player.part("#transport")
        await player.press("backspace")
        assert "g goes to 123_" in player.part("#transport")
        await player.press("g")
        assert shows(player, 123)
        await player.press("9", "9", "9", "9", "9", "9", "9", "9", "g")
        await player.until(lambda: player.phase is Phase.VERDICT)
        assert shows(player, 10_000)
        await player.press("7", "comma")
        assert shows(player, 9_999), "another move forgets what was typed"


@pytest.mark.slow
async def test_the_same_iteration_looks_the_same_however_one_got_there(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=40)
    async with playing(tmp_path) as player:
        await player.verdict()
        await player.press("home", "space")
        await player.until(lambda: player.match.iteration >= 2)
        await player.press("space")
        await player.settle()
        here = player.match.iteration
        played = player.text
        await player.press("home", *["full_stop"] * here)
        stepped = player.text
        await player.press("end", *["comma"] * (40 - here))
        back = player.text
        player.match.player.go(here + 3)
        player.match.player.go(here)
        await player.settle()
        jumped = player.text
        assert played == stepped == back == jumped
        await player.press("full_stop")
        assert player.text != jumped


async def test_end_right_after_confirming_leads_to_the_verdict(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=20_000)
    async with playing(tmp_path) as player:
        await player.press("enter")
        await player.press("1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert player.match.iteration == 20_000
        assert not runs(player)


@pytest.mark.slow
async def test_end_before_the_tape_is_recorded_follows_it_to_its_end(tmp_path: Path) -> None:
    write_huge(tmp_path, "a.yaml", iterations=20_000)
    async with playing(tmp_path) as player:
        player.app.simulate_key("enter")
        await player.until(lambda: len(player.app.screen_stack) > 1)
        match = player.match
        for key in ("1", "enter", "0", "enter", "end"):
            player.app.simulate_key(key)
        await player.until(
            lambda: match.match.phase is Phase.TRAIN and match.player.playhead.goal is not None
        )
        assert not match.recording.complete
        await player.until(lambda: match.match.phase is Phase.VERDICT)
        assert match.iteration == 20_000


@pytest.mark.slow
async def test_steps_go_only_as_far_as_the_tape_is_recorded(tmp_path: Path) -> None:
    write_huge(tmp_path, "a.yaml", iterations=1_000_000)
    async with playing(tmp_path) as player:
        player.app.simulate_key("enter")
        await player.until(lambda: len(player.app.screen_stack) > 1)
        match = player.match
        for key in ("1", "enter", "0", "enter", "space"):
            player.app.simulate_key(key)
        await player.until(lambda: match.match.phase is Phase.TRAIN and not match.player.playhead.playing)
        match.player.go(999_999)
        assert 0 < match.iteration < 999_999
        assert match.iteration == match.recording.recorded


async def test_in_the_verdict_it_can_be_played_once_more_and_stays_the_verdict(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.pictures()
        words = player.part("#words")
        await player.press("space")
        assert player.match.player.playhead.playing
        assert player.match.iteration < 60, "from the end it begins anew"
        await player.press("end")
        await player.until(lambda: not player.match.player.playhead.playing)
        assert (player.phase, player.part("#words")) == (Phase.VERDICT, words)


@pytest.mark.slow
async def test_help_stops_the_training_and_lets_it_go_on(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.play()
        await player.press("1", "enter")
        match = player.match
        await player.press("question_mark")
        await player.until(lambda: player.app.screen is not match)
        here = match.iteration
        frames = match.player._frames
        assert frames is not None
        assert not frames._active.is_set()
        await player.press("down", "up")
        assert match.iteration == here
        await player.press("escape")
        await player.until(lambda: match.iteration > here)


async def test_a_frame_that_comes_before_the_news_that_a_page_covers_it_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.train()
        match = player.match
        match.player.move(match.player.playhead.play())
        await match.run_action("app.help")
        match.player._frame()
        assert not match.player.playhead.playing
        await player.press("escape")
        await player.until(lambda: match.player.playhead.playing)


async def test_a_run_that_was_paused_stays_paused_behind_a_page(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", iterations=10_000)
    async with playing(tmp_path) as player:
        await player.train()
        await player.press("question_mark")
        await player.press("escape")
        assert shows(player, 0)


@pytest.mark.slow
async def test_help_while_it_hurries_to_the_end_does_not_make_it_slow(tmp_path: Path) -> None:
    write_huge(tmp_path, "a.yaml", iterations=60_000)
    async with playing(tmp_path) as player:
        player.app.simulate_key("enter")
        await player.until(lambda: len(player.app.screen_stack) > 1)
        match = player.match
        for key in ("1", "enter", "0", "enter", "end"):
            player.app.simulate_key(key)
        await player.until(lambda: match.player.playhead.goal is not None)
        assert not match.recording.complete
        player.app.simulate_key("question_mark")
        await player.until(lambda: player.app.screen is not match)
        player.app.simulate_key("escape")
        await player.until(lambda: player.app.screen is match)
        await player.settle()
        assert match.player.playhead.goal is not None or match.player.playhead.at_end
