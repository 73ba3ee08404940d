"""A network on pictures: each hidden neuron's weights as a picture, what it says, and whether it is off."""

from __future__ import annotations

import numpy as np
import pytest

from neuron_tui.game.explain.numbers import signed
from neuron_tui.neuron import Network
from neuron_tui.tui.match.pictures.hidden import DEEPEST, hidden_lines, scale_of
from neuron_tui.tui.match.pictures.weights import SeenPicture, seen_lines
from tests.game.matches import article, bundled, quickly, replay_of
from tests.tui.reading import cells, text_of, width_of

STRIPES = replay_of(quickly(bundled("pictures/stripes-hooked"), 500))


def test_every_point_has_the_side_and_the_strength_of_its_weight() -> None:
    model = STRIPES.model
    assert isinstance(model, Network)
    layer_1 = model.layers(STRIPES.weights(500))[0][:16]
    lines = hidden_lines(STRIPES, 500, 0, 41, 6)
    for hidden in range(4):
        for row, column in np.ndindex(4, 4):
            _, style = cells(lines[1 + row])[hidden * 9 + column * 2]
            side, strength = style.removeprefix("on-").split("-")
            weight = layer_1[row * 4 + column, hidden]
            assert int(strength) == round(abs(weight) / np.abs(layer_1).max() * DEEPEST)
            assert int(strength) == 0 or side == ("one" if weight > 0 else "zero")


def test_above_stands_what_it_says_below_its_weight_and_beside_them_the_output() -> None:
    lines = hidden_lines(STRIPES, 500, 0, 60, 6)
    for hidden, signal in enumerate(STRIPES.output_inputs(500, 0)[:4], 1):
        assert f"{hidden} {'■' if signal > 0.5 else '□'}" in text_of(lines[0])
    for weight in STRIPES.output_weights(500)[:4]:
        assert signed(float(weight)) in text_of(lines[-1])
    assert f"{STRIPES.outputs(500)[0]:.4f}" in "".join(map(text_of, lines))


def test_one_that_is_switched_off_says_so() -> None:
    STRIPES.switch(frozenset({1}))
    assert "off" in text_of(hidden_lines(STRIPES, 500, 0, 41, 6)[-1])
    STRIPES.switch(frozenset())
    assert "off" not in text_of(hidden_lines(STRIPES, 500, 0, 41, 6)[-1])


@pytest.mark.parametrize("shape", [(3, 3), (3, 5), (4, 4), (5, 5)])
@pytest.mark.parametrize("hidden", [1, 4, 16])
def test_they_fit_where_they_are_shown(shape: tuple[int, int], hidden: int) -> None:
    for width in range(1, 120):
        scale = scale_of(shape, hidden, width, 30)
        assert scale == 0 or hidden * (max(shape[1] * scale, 6) + 1) - 1 <= width
    drawn = hidden_lines(STRIPES, 500, 0, 35, 6)
    assert {width_of(line) for line in drawn} == {36}, "a gap after the last one may be cut"


def test_the_output_has_room_beside_large_pictures() -> None:
    for width in (60, 90, 120):
        assert f"{STRIPES.outputs(500)[0]:.4f}" in "".join(
            map(text_of, hidden_lines(STRIPES, 500, 0, width, 20))
        )


def test_a_drawing_shows_no_weights_of_a_network_for_each_point_has_many() -> None:
    blank = (0,) * 16
    said = "\n".join(map(text_of, seen_lines(SeenPicture.of(STRIPES, 500, blank), 80, 16, cursor=0)))
    assert "weights" not in said
    assert "threshold" not in said
    output = STRIPES.answers(500, [blank])[0]
    assert f"output {output:.4f}" in said


def test_a_neuron_alone_has_none() -> None:
    with pytest.raises(TypeError, match="only a network"):
        hidden_lines(replay_of(quickly(article(), 5)), 0, 0, 80, 20)
