"""A network as a drawing: both layers, at every size of the screen."""

from __future__ import annotations

import pytest

from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.puzzle.puzzle import Example, NeuronSettings, Puzzle, Question
from neuron_tui.tui.match.panels.network_diagram import network_lines
from tests.game.matches import bundled, quickly, replay_of
from tests.tui.reading import cells, text_of, width_of

AT_80X24, AT_100X30, AT_160X50 = (41, 5), (58, 5), (92, 12)
SIZES = pytest.mark.parametrize("size", [AT_80X24, AT_100X30, AT_160X50], ids=str)
NETWORKS = ("sequel", "reading-minds", "stairs-by-moonlight", "cooks-hooked")


def network(name: str) -> Replay:
    return replay_of(quickly(bundled(f"hooked-together/{name}"), 300))


@SIZES
@pytest.mark.parametrize("name", NETWORKS)
def test_inputs_hidden_neurons_and_output_are_all_there(name: str, size: tuple[int, int]) -> None:
    replay = network(name)
    assert isinstance(replay.model, Network)
    lines = network_lines(replay, 300, 0, size, exact=False)
    assert len(lines) == size[1]
    assert {width_of(line) for line in lines} == {size[0]}
    said = "\n".join(map(text_of, lines))
    for input_name in replay.puzzle.input_names:
        assert input_name[:6] in said
    for weight in replay.output_weights(300):
        assert signed(float(weight)) in said
    assert probability(float(replay.outputs(300)[0])) in said


def test_where_not_even_that_fits_it_begins_with_the_hidden_layer() -> None:
    said = "\n".join(map(text_of, network_lines(network("sequel"), 300, 0, (41, 5), exact=True)))
    assert "left" not in said
    assert signed(float(network("sequel").output_weights(300)[0]), 6) in said


def test_each_connection_has_the_colour_of_its_own_weight_and_begins_at_its_own_input() -> None:
    settings = NeuronSettings(
        hidden=2, start=(9.0, 0.0, 0.0, -9.0, 4.0, 4.0)
    )  # a to 1, a to 2, b to 1, b to 2
    examples = (Example((1, 1), 1), Example((0, 1), 0))
    replay = replay_of(Puzzle("Two", ("a", "b"), examples, (Question((1, 0), 1),), neuron=settings))
    width, height = 30, 6
    lines = [cells(line) for line in network_lines(replay, 0, 0, (41, height), exact=False)]
    inputs, ends = (1, 4), (1, 4)  # the middle of each half of the lines
    first = len("a \u25a0 ")
    starts = [lines[row][first][1] for row in inputs]
    assert starts == ["one", "zero"]
    where = [text_of(line) for line in network_lines(replay, 0, 0, (41, height), exact=False)]
    assert [
        lines[row][where[row].index(f"{hidden}\u25a0" if hidden == 1 else f"{hidden}\u25a1") - 2][1]
        for hidden, row in enumerate(ends, 1)
    ] == ["one", "zero"]
    off = [cells(line) for line in network_lines(replay, 0, 1, (width + 11, height), exact=False)]
    assert off[1][first][1] == "faint", "a is off there"


@pytest.mark.parametrize("name", NETWORKS)
def test_each_hidden_neuron_says_on_or_off(name: str) -> None:
    replay = network(name)
    said = "\n".join(map(text_of, network_lines(replay, 300, 0, AT_80X24, exact=False)))
    assert isinstance(replay.model, Network)
    hidden = replay.model.hidden_outputs(replay.weights(300), replay.rows[:1])[0]
    for number, signal in enumerate(hidden.tolist(), 1):
        sign = "\u25a0" if signal > 0.5 else "\u25a1"
        assert f"{number}{sign}" in said
