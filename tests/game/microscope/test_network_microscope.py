"""One neuron of a network: its numbers can be worked out anew, and are the tape's."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.lab.runs import Lab
from neuron_tui.game.match.match import Match
from neuron_tui.game.microscope.equation import equation
from neuron_tui.game.microscope.explanation import meaning
from neuron_tui.game.microscope.one_neuron import LAST, OneNeuron
from neuron_tui.game.microscope.slide import NumberPlace, Slide
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import DivergenceError, Network
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from tests.game.arithmetic import number
from tests.game.matches import bundled, quickly, replay_of
from tests.game.microscope.test_microscope import check_equations, check_how_it_is_written, places

CHAPTER = ("stairs-by-moonlight", "sequel", "first-and-last-hooked", "eleven-lines", "odd-or-even-hooked")
RATES = ("0.01", "0.3", "1", "3", "10")


@cache
def replay_in_chapter(name: str) -> Replay:
    """A puzzle of the chapter, trained for a while."""
    return replay_of(quickly(bundled(f"hooked-together/{name}"), 600))


@st.composite
def networks(draw: st.DrawFn) -> tuple[Replay, int, str]:
    """Any small network, an iteration of its training, and its learning rate as one writes it."""
    count, rows = draw(st.integers(1, 4)), draw(st.integers(1, 12))
    table = np.random.default_rng(draw(st.integers(0, 2**32))).integers(0, 2, (rows, count + 1)).tolist()
    examples = tuple(Example(tuple(row[:-1]), row[-1]) for row in table)
    rate, hidden = draw(st.sampled_from(RATES)), draw(st.integers(1, 16))
    iterations, seed = draw(st.sampled_from([1, 30, 400])), draw(st.integers(0, 99))
    chosen = NeuronSettings(draw(st.booleans()), iterations, seed, float(rate), hidden)
    chosen = replace(chosen, cross_entropy=draw(st.booleans()))
    names = tuple(f"name {place}" for place in range(count))
    puzzle = Puzzle("Any", names, examples, (Question((1,) * count, 1),), neuron=chosen)
    match = Match.begin(puzzle)
    scale = draw(st.sampled_from([1, 1, 1, 6, 40]))
    match.recording.tape[0] *= scale
    with suppress(DivergenceError):
        match.recording.record(chosen.iterations)
    return Replay(puzzle, match.recording), draw(st.integers(0, match.recording.recorded)), rate


@pytest.mark.slow
@given(networks(), st.data())
def test_every_equation_comes_out_to_the_last_digit_from_what_is_written(
    training: tuple[Replay, int, str], data: st.DataObject
) -> None:
    replay, iteration, _ = training
    neuron = OneNeuron(replay, data.draw(st.sampled_from(OneNeuron(replay).neurons)))
    slide = Slide.of(neuron, iteration)
    check_equations(slide, places(slide))
    check_how_it_is_written(slide)


def numpy_step(replay: Replay, iteration: int) -> tuple[Array, Array, Array, Array, Array]:
    """One iteration in plain numpy: the hidden neurons' outputs, the output, both layers' new weights."""
    training, model = replay.recording.training, replay.model
    assert isinstance(model, Network)
    weights = replay.recording.tape[iteration]
    one = np.ones((len(training.inputs), int(model.threshold)))
    signals = np.hstack([training.inputs, one])
    first = weights[: signals.shape[1] * model.hidden].reshape(signals.shape[1], model.hidden)
    second = weights[signals.shape[1] * model.hidden :][:, None]
    with np.errstate(over="ignore"):
        hidden = 1 / (1 + np.exp(-(signals @ first)))
        inputs = np.hstack([hidden, one])
        output = 1 / (1 + np.exp(-(inputs @ second)))
    delta = training.targets[:, None] - output
    if not model.cross_entropy:
        delta = delta * output * (1 - output)
    errors = delta @ second[: model.hidden].T
    new_second = second + training.learning_rate * inputs.T @ delta
    new_first = first + training.learning_rate * signals.T @ (errors * hidden * (1 - hidden))
    return hidden, output[:, 0], errors, new_first, new_second[:, 0]


@pytest.mark.slow
@given(networks())
def test_the_numbers_are_those_of_plain_numpy_and_lead_to_the_tape_s_next_weights(
    training: tuple[Replay, int, str],
) -> None:
    replay, iteration, _ = training
    check_against_numpy(replay, iteration)


@pytest.mark.parametrize("name", CHAPTER)
@pytest.mark.parametrize("iteration", [0, 60, 599, 600])
def test_a_puzzle_of_the_chapter_is_worked_out_like_that_too(name: str, iteration: int) -> None:
    check_against_numpy(replay_in_chapter(name), iteration)


def check_against_numpy(replay: Replay, iteration: int) -> None:
    """What the microscope writes of every neuron is what numpy finds, and the tape holds next."""
    hidden, output, errors, first, second = numpy_step(replay, iteration)
    tape = replay.recording.tape
    if iteration < replay.recording.recorded:
        assert np.append(first.ravel(), second) == pytest.approx(tape[iteration + 1], rel=1e-9, abs=1e-12)
    for neuron in OneNeuron(replay).neurons:
        part = OneNeuron(replay, neuron)
        slide = Slide.of(part, iteration)
        exact = {
            "output": output if neuron == LAST else hidden[:, neuron],
            "error": replay.recording.training.targets - output if neuron == LAST else errors[:, neuron],
        }
        for kind, row in product(("output", "error"), range(len(output))):
            place = NumberPlace("output", row) if kind == "output" else NumberPlace("error", row)
            assert slide.value(place) == pytest.approx(exact[kind][row], rel=1e-6, abs=1e-9)
            shown = float(number(slide.text(place)))
            assert shown == pytest.approx(slide.value(place), abs=5.1e-5)
        new = second if neuron == LAST else first[:, neuron]
        for weight, value in enumerate(new.tolist()):
            read = float(number(slide.text(NumberPlace("new", weight=weight))))
            assert read == pytest.approx(value, abs=5.1e-5)
            assert slide.numbers.new_weights[weight] == pytest.approx(value, rel=1e-9, abs=1e-12)


def test_what_a_hidden_neuron_s_numbers_are_is_said_in_words() -> None:
    slide = Slide.of(OneNeuron(replay_in_chapter("stairs-by-moonlight"), 1), 60)
    last = slide.downstream
    assert last is not None
    delta, error, outgoing = (
        slide.text(at) for at in (NumberPlace("delta", 3), NumberPlace("error", 3), NumberPlace("outgoing"))
    )
    arithmetic = equation(slide, NumberPlace("delta", 3)).written(200)
    assert (
        arithmetic
        == f"{last.text(NumberPlace('error', 3))} × {last.text(NumberPlace('gradient', 3))} = {delta}"
    )
    assert equation(slide, NumberPlace("error", 3)).written(200) == f"{delta} × {outgoing} = {error}"
    assert meaning(slide, NumberPlace("error", 3)).startswith("The error of row 4: what is sent back")
    assert meaning(slide, NumberPlace("delta", 3)).startswith("What the last neuron sends back of row 4")
    assert meaning(slide, NumberPlace("outgoing")).startswith(
        "The last neuron's weight on hidden 2, not adjusted yet"
    )
    assert "its input times its weight" in meaning(slide, NumberPlace("product", 3, 0))
    assert "its output times its weight" in meaning(last, NumberPlace("product", 3, 0))
    assert "its input is always 1" in meaning(last, NumberPlace("product", 3, 3))


def test_with_cross_entropy_the_output_neuron_has_no_gradient_and_a_hidden_one_has() -> None:
    puzzle = quickly(bundled("hooked-together/stairs-by-moonlight"), 60)
    replay = replay_of(replace(puzzle, neuron=replace(puzzle.neuron, cross_entropy=True)))
    check_against_numpy(replay, 60)
    slide = Slide.of(OneNeuron(replay, 1), 60)
    last = slide.downstream
    assert last is not None
    assert {place.kind for place in last.sources(NumberPlace("term", 3, 0))} == {"error", "product"}
    assert "gradient" not in {
        place.kind for place in (*places(last), *last.uses(NumberPlace("output", 3), 0))
    }
    assert "gradient" in {place.kind for place in slide.sources(NumberPlace("term", 3, 0))}
    assert slide.text(NumberPlace("delta", 3)) == last.text(NumberPlace("error", 3))
    assert meaning(slide, NumberPlace("delta", 3)).endswith("of row 4: its error.")
    assert meaning(last, NumberPlace("term", 3, 0)).endswith("error times output.")
    check_equations(slide, places(slide))
    check_equations(last, places(last))


@pytest.mark.parametrize("iteration", [0, 99, 100, 150])
def test_in_a_branch_the_examples_are_those_of_the_time(iteration: int) -> None:
    puzzle = quickly(bundled("hooked-together/stairs-by-moonlight"), 200)
    lab = Lab.of(replay_of(puzzle), puzzle.neuron).branch(100)
    assert lab.front.terms is not None
    branch = lab.rebranch(lab.front.terms.turn(0, 1)).front.replay  # its first row is told otherwise
    branch.recording.record(branch.iterations)
    tape = branch.recording.tape
    for neuron in OneNeuron(branch).neurons:
        part = OneNeuron(branch, neuron)
        slide = Slide.of(part, iteration)
        assert slide.numbers.targets[0] == (iteration >= 100)
        for weight, value in enumerate(part.weights(tape[iteration + 1]).tolist()):
            old, change = (slide.text(NumberPlace(kind, weight=weight)) for kind in ("weight", "adjustment"))
            assert float(number(old) + number(change)) == pytest.approx(value, abs=2e-4)


def test_what_is_switched_off_is_on_under_the_microscope() -> None:
    replay = replay_of(quickly(bundled("hooked-together/sequel"), 50))
    before = [Slide.of(OneNeuron(replay, neuron), 20) for neuron in OneNeuron(replay).neurons]
    replay.switch(frozenset({0}))
    for slide in before:
        now = Slide.of(slide.neuron, 20)
        assert [now.text(at) for at in places(now)] == [slide.text(at) for at in places(slide)]
