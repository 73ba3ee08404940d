"""A network's training as a plain Python program.

After Milo Spencer-Harper, "How to build a multi-layered neural network in Python": both layers' adjustments
come from the same forward pass. A threshold is a weight on a column of ones.
"""

from __future__ import annotations

from neuron_tui.game.program.text import Program, Statement, broken, column, comment, rate_factor, table
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle

FORWARD = "1 / (1 + exp(-dot({rows}, weights_1)))"
FORWARD_WITH_ONES = "hstack([" + FORWARD + ", ones(({count}, 1))])"
BACK = "weights_2.T * hidden * (1 - hidden)"
BACK_WITHOUT_ONES = "(weights_2.T * hidden * (1 - hidden))[:, :-1]"


def network_program(puzzle: Puzzle, settings: NeuronSettings, start: Array | None = None) -> Program:
    """The program that trains a puzzle's network under these settings, as `program_of` does one neuron's."""
    tail = (1,) if settings.threshold else ()
    asked = [(*row.inputs, *tail) for row in puzzle.questions or puzzle.examples]
    forward, back = (FORWARD_WITH_ONES, BACK_WITHOUT_ONES) if tail else (FORWARD, BACK)
    names = ["array", "dot", "exp", *["hstack", "ones"] * len(tail), *["random"] * (start is None)]
    rate = rate_factor(settings)
    statements = [
        Statement("comment", comment(puzzle.title)),
        Statement("import", f"from numpy import {', '.join(names)}"),
        *([Statement("comment", "# A column that is always 1 carries each neuron's threshold.")] * len(tail)),
        Statement("inputs", table("inputs", [(*row.inputs, *tail) for row in puzzle.examples])),
        Statement("targets", column("targets", [str(row.target) for row in puzzle.examples])),
        *_start(len(puzzle.input_names) + len(tail), settings, start),
        Statement("loop", f"for iteration in range({settings.iterations:_}):"),
        Statement("think", f"    hidden = {forward.format(rows='inputs', count=len(puzzle.examples))}"),
        Statement("think", "    output = 1 / (1 + exp(-dot(hidden, weights_2)))"),
        Statement("error", "    error = targets - output"),
        Statement("adjust", "    delta = error * output * (1 - output)"),
        Statement("adjust", f"    hidden_delta = delta * {back}"),
        Statement("adjust", f"    weights_1 += {rate}dot(inputs.T, hidden_delta)"),
        Statement("adjust", f"    weights_2 += {rate}dot(hidden.T, delta)"),
        Statement("print", table("asked", asked)),
        Statement("print", f"hidden = {forward.format(rows='asked', count=len(asked))}"),
        Statement("print", "output = 1 / (1 + exp(-dot(hidden, weights_2)))"),
        Statement("print", "for row, answer in zip(asked, output[:, 0]):"),
        Statement("print", f'    print(*row{"[:-1]" if tail else ""}, "-> %.8f" % answer)'),
    ]
    return Program(tuple(statements))


def _start(rows_1: int, settings: NeuronSettings, start: Array | None) -> list[Statement]:
    """The start weights of both layers, drawn one after the other or given."""
    hidden = settings.hidden
    if start is None:
        return [
            Statement("seed", f"random.seed({settings.seed})"),
            Statement("weights", f"weights_1 = 2 * random.random(({rows_1}, {hidden})) - 1"),
            Statement("weights", f"weights_2 = 2 * random.random(({hidden + settings.threshold}, 1)) - 1"),
        ]
    values = [repr(weight) for weight in start.tolist()]
    rows = [f"[{', '.join(values[row * hidden : (row + 1) * hidden])}]" for row in range(rows_1)]
    return [
        Statement("weights", broken("weights_1 = array([", rows, "])")),
        Statement("weights", column("weights_2", values[rows_1 * hidden :])),
    ]
