"""The trainings beside the match: which run is in front, and what its tape holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from neuron_tui.game.lab.branch import MOST_NUMBERS
from neuron_tui.game.lab.hand import Hand
from neuron_tui.game.lab.run import Run, name
from neuron_tui.game.lab.runs import ITERATIONS, MOST_KEPT, RATES, Lab, rung
from neuron_tui.game.match.match import Match
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Neuron, train
from neuron_tui.puzzle.puzzle import MAX_SEED, MAX_TAPE_NUMBERS
from tests.game.matches import article, quickly, trained


def lab_of(iterations: int = 200) -> Lab:
    puzzle = quickly(article(), iterations)
    return Lab.of(Replay(puzzle, trained(Match.begin(puzzle)).recording), puzzle.neuron)


def recorded(run: Run) -> bytes:
    run.replay.recording.record(run.replay.iterations)
    return run.replay.recording.tape.tobytes()


def test_another_start_is_the_training_with_the_next_seed() -> None:
    lab = lab_of().next_seed()
    expected = training_of(lab.own.puzzle, replace(lab.own.settings, seed=2))
    assert recorded(lab.front) == train(expected).tobytes()
    assert lab.ghost is lab.own
    assert name(lab.front, lab.own) == "seed 2"


def test_the_seeds_come_round_and_the_puzzle_s_own_is_the_match_s_own_run() -> None:
    lab = lab_of().next_seed().next_seed(-1)
    assert lab.front is lab.own
    assert lab_of().next_seed(-1).next_seed(-1).front.settings.seed == MAX_SEED


def test_going_back_and_forth_is_the_same_run_again() -> None:
    lab = lab_of().next_seed()
    tried = lab.front
    assert lab.swap().front is lab.own
    assert lab.swap().swap().front is tried
    assert (lab.back().front, lab.back().ghost) == (lab.own, tried)
    assert lab_of().swap().ghost is None


def test_what_is_tried_leaves_the_match_s_own_tape_alone() -> None:
    lab = lab_of()
    before = lab.own.replay.recording.tape.tobytes()
    tried = lab.next_seed().experiment(replace(lab.own.settings, learning_rate=30.0)).branch(40)
    recorded(tried.front)
    assert lab.own.replay.recording.tape.tobytes() == before


def test_a_branch_has_the_stem_s_weights_up_to_where_it_leaves_and_its_own_from_there() -> None:
    lab = lab_of().branch(50)
    assert recorded(lab.front) == recorded(lab.own), "under the same terms it is the same training"
    terms = lab.front.terms
    assert terms is not None
    turned = lab.rebranch(terms.turn(1, 1))
    recorded(turned.front)
    tape, stem = turned.front.replay.recording.tape, lab.own.replay.recording.tape
    assert tape[:51].tobytes() == stem[:51].tobytes()
    assert not (tape[51:] == stem[51:]).all(axis=1).any()
    assert turned.ghost is lab.own
    assert name(turned.front, turned.own) == "branch at 50: 1 row changed"
    faster = turned.rebranch(replace(turned.front.terms or terms, learning_rate=3.0))
    assert faster.ghost is lab.own, "however often it is changed, it leaves the same stem"
    assert name(faster.front, faster.own) == "branch at 50: rate 3, 1 row changed"
    assert faster.front.replay.since == 50


def test_a_branch_can_be_branched_off() -> None:
    lab = lab_of().branch(50)
    terms = lab.front.terms
    assert terms is not None
    first = lab.rebranch(terms.turn(0, 1))
    recorded(first.front)
    second = first.branch(20)
    assert second.ghost is first.front
    assert recorded(second.front)
    tape, own = second.front.replay.recording.tape, lab.own.replay.recording.tape
    assert tape[:21].tobytes() == own[:21].tobytes()
    assert second.front.replay.training_at(30).targets.tolist() == [1, 1, 1, 0], "the first branch's examples"


def test_experiments_stay_within_what_a_tape_may_hold() -> None:
    lab = lab_of().experiment(replace(lab_of().own.settings, iterations=10_000_000))
    assert (lab.front.settings.iterations + 1) * 3 <= MAX_TAPE_NUMBERS


@pytest.mark.parametrize("rungs", [RATES, ITERATIONS])
def test_rungs_are_gone_up_and_down_and_the_ends_hold(rungs: tuple[float, ...]) -> None:
    up = [rungs[0]]
    for _ in rungs:
        up.append(rung(up[-1], rungs, 1))
    assert tuple(up[:-1]) == rungs
    assert up[-1] == rungs[-1]
    assert rung(rungs[0], rungs, -1) == rungs[0]
    for low, high in pairwise(rungs):
        between = 0.5 * (low + high)
        assert (rung(between, rungs, -1), rung(between, rungs, 1)) == (low, high)


def test_what_nothing_was_done_with_is_not_kept() -> None:
    lab = lab_of()
    assert lab.untouched() is lab
    assert lab.branch(50).untouched().front is lab.own
    hand = Hand.begin(training_of(lab.own.puzzle), lab.own.replay.weights(0))
    assert lab.hold(hand).untouched().front is lab.own
    terms = lab.branch(50).front.terms
    assert terms is not None
    turned = lab.branch(50).rebranch(terms.turn(1, 1))
    assert turned.untouched() is turned
    held = lab.hold(hand.turn(0, 0, 1))
    assert held.untouched() is held


def test_a_branch_from_the_end_goes_on_for_as_many_iterations_again() -> None:
    lab = lab_of().branch(200)
    assert lab.front.replay.iterations == 400
    recorded(lab.front)
    longer = train(training_of(lab.own.puzzle, replace(lab.own.settings, iterations=400)))
    assert lab.front.replay.recording.tape.tobytes() == longer.tobytes()


def test_there_is_no_branch_from_what_is_not_recorded_yet() -> None:
    puzzle = quickly(article(), 200)
    lab = Lab.of(Replay(puzzle, Match.begin(puzzle).recording), puzzle.neuron)
    assert lab.branch(0) is not lab
    assert lab.branch(50) is lab


@pytest.mark.slow
def test_branches_of_branches_end_before_they_fill_the_memory() -> None:
    lab = lab_of(1_000_000)
    for _ in range(20):
        lab = lab.branch(10)
    kept = sum(run.replay.recording.tape.size for run in lab.front.lineage())
    assert kept <= MOST_NUMBERS


def test_hidden_neurons_are_an_experiment_named_like_any_other() -> None:
    lab = lab_of()
    network = lab.experiment(replace(lab.own.settings, hidden=3))
    assert name(network.front, network.own) == "3 hidden"
    assert recorded(network.front) == train(training_of(article(), network.front.settings)).tobytes()
    assert name(Run(lab.own.replay, lab.own.settings), network.front) == "one neuron alone"
    assert network.experiment(lab.own.settings).front is lab.own


def test_more_hidden_neurons_leave_a_tape_of_fewer_iterations() -> None:
    lab = lab_of()
    settings = replace(lab.own.settings, hidden=16, iterations=1_000_000)
    front = lab.experiment(settings).front
    assert front.settings.iterations < settings.iterations
    assert (front.settings.iterations + 1) * front.replay.model.size <= MAX_TAPE_NUMBERS


def begun_with(start: tuple[float, ...]) -> Lab:
    """The lab of the article's puzzle whose file gives it start weights."""
    puzzle = quickly(article(), 20)
    puzzle = replace(puzzle, neuron=replace(puzzle.neuron, start=start))
    return Lab.of(Replay(puzzle, trained(Match.begin(puzzle)).recording), puzzle.neuron)


def test_start_weights_of_the_puzzle_s_own_stand_in_the_place_of_its_seed() -> None:
    lab = begun_with((0.5, -0.2, 3.0))
    assert lab.own.replay.weights(0).tolist() == [0.5, -0.2, 3.0]
    other = lab.next_seed()
    assert name(other.front, other.own) == "seed 2"
    drawn = training_of(lab.own.puzzle, replace(lab.own.settings, seed=2, start=()))
    assert recorded(other.front) == train(drawn).tobytes()
    assert other.next_seed(-1).front is lab.own
    assert other.swap().front is other.back().front is lab.own


def test_start_weights_that_no_longer_fit_are_drawn_and_come_back_when_they_fit() -> None:
    lab = begun_with((0.5, -0.2, 3.0))
    settings = lab.own.settings
    wider = lab.experiment(replace(settings, threshold=True))
    assert name(wider.front, wider.own) == "threshold, seed 1"
    assert wider.front.replay.weights(0).tolist() == Neuron(3, threshold=True).start_weights(1).tolist()
    assert wider.experiment(replace(wider.front.settings, threshold=False)).front is lab.own
    deeper = lab.experiment(replace(settings, hidden=2))
    assert name(deeper.front, deeper.own) == "seed 1, 2 hidden"
    faster = lab.experiment(replace(settings, learning_rate=3.0))
    assert name(faster.front, faster.own) == "rate 3"
    assert faster.front.replay.weights(0).tolist() == [0.5, -0.2, 3.0]


def test_typed_start_weights_stay_as_long_as_they_fit_and_a_seed_takes_their_place() -> None:
    lab = lab_of(20)
    typed = lab.experiment(replace(lab.own.settings, start=(0.5, -2.0, 3.0)))
    assert name(typed.front, typed.own) == "your weights"
    assert typed.front.replay.weights(0).tolist() == [0.5, -2.0, 3.0]
    faster = typed.experiment(replace(typed.front.settings, learning_rate=3.0))
    assert name(faster.front, faster.own) == "rate 3, your weights"
    assert faster.front.replay.weights(0).tolist() == [0.5, -2.0, 3.0]
    wider = faster.experiment(replace(faster.front.settings, threshold=True))
    assert name(wider.front, wider.own) == "rate 3, threshold", "three weights are not enough for it"
    assert name(typed.next_seed().front, typed.own) == "seed 2"
    assert typed.next_seed().next_seed(-1).front is lab.own
    assert typed.experiment(replace(typed.front.settings, start=())).front is lab.own


def test_the_puzzle_s_own_start_weights_come_back_after_typed_ones() -> None:
    lab = begun_with((0.5, -0.2, 3.0))
    typed = lab.experiment(replace(lab.own.settings, start=(1.0, 1.0, 1.0)))
    assert name(typed.front, typed.own) == "your weights"
    assert typed.experiment(replace(typed.front.settings, start=())).front is lab.own


def test_a_run_is_kept_once_comes_back_as_it_was_and_is_forgotten() -> None:
    lab = lab_of(20)
    assert lab.keep() is lab, "its own is there always"
    kept = lab.next_seed().keep()
    run = kept.front
    assert kept.kept == (run,)
    assert kept.keep() is kept
    later = kept.next_seed().branch(0).back().back()
    assert later.kept == (run,)
    assert (later.show(run).front, later.show(run).ghost) == (run, lab.own)
    assert later.next_seed().front is run, "the same settings again are the same run"
    assert kept.forget(run).kept == ()
    assert kept.forget(run).front is run, "what is on the screen stays"


def test_nine_runs_can_be_kept() -> None:
    lab = lab_of(20)
    for _ in range(MOST_KEPT):
        assert not lab.full
        lab = lab.next_seed().keep()
    assert MOST_KEPT == 9
    assert lab.full
    assert lab.next_seed().keep().kept == lab.kept
    assert not lab.forget(lab.kept[3]).full


def test_fewer_are_kept_where_their_tapes_are_very_long() -> None:
    lab = lab_of(20)
    while not lab.full:
        seed = len(lab.kept) + 2
        lab = lab.experiment(replace(lab.own.settings, hidden=16, seed=seed, iterations=1_000_000)).keep()
    assert len(lab.kept) == 2, "each has as many numbers as a tape may have"
