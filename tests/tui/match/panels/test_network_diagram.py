"""A network as a drawing: both layers, at every size of the screen."""

from __future__ import annotations

import pytest

from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.game.replay.replay import Replay
from neuron_tui.neuron import Network
from neuron_tui.tui.match.panels.network_diagram import network_lines
from tests.game.matches import bundled, quickly, replay_of
from tests.tui.reading import text_of, width_of

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
