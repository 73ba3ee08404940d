"""A puzzle's training as a plain Python program, in the manner of the articles.

After Milo Spencer-Harper, "How to build a simple neural network in 9 lines of Python code" and "How to build
a multi-layered neural network in Python". It needs numpy and nothing of the game, and prints what the game's
own neuron says to the questions: its numbers are computed in the order in which the tape computes them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from neuron_tui.game.lab.run import Run
from neuron_tui.game.program import text
from neuron_tui.game.program.text import Program, ProgramPart, Statement
from neuron_tui.neuron import Network
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle

Template = tuple[tuple[ProgramPart, str], ...]
"""Statements with fields to fill in; one that comes out empty is left out."""

NEURON: Template = (
    ("comment", "{title}"),
    ("import", "from numpy import array, dot, exp{random}"),
    ("comment", "{threshold}"),
    ("inputs", "{inputs}"),
    ("targets", "{targets}"),
    ("seed", "{seed}"),
    ("weights", "{weights}"),
    ("loop", "for iteration in range({iterations:_}):"),
    ("think", "    output = 1 / (1 + exp(-dot(inputs, weights)))"),
    ("error", "    error = targets - output"),
    ("adjust", "    weights += {rate}dot(inputs.T, error{gradient})"),
    ("print", "{printed}"),
)
NETWORK: Template = (
    ("comment", "{title}"),
    ("import", "from numpy import array, dot, exp{ones}{random}"),
    ("comment", "{threshold}"),
    ("inputs", "{inputs}"),
    ("targets", "{targets}"),
    ("seed", "{seed}"),
    ("weights", "{weights_1}"),
    ("weights", "{weights_2}"),
    ("loop", "for iteration in range({iterations:_}):"),
    ("think", "    hidden = {hidden}"),
    ("think", "    output = 1 / (1 + exp(-dot(hidden, weights_2)))"),
    ("error", "    error = targets - output"),
    ("adjust", "    delta = error{gradient}"),
    ("adjust", "    hidden_delta = delta * {back}"),
    ("adjust", "    weights_1 += {rate}dot(inputs.T, hidden_delta)"),
    ("adjust", "    weights_2 += {rate}dot(hidden.T, delta)"),
    ("print", "{asked}"),
    ("print", "hidden = {hidden_asked}"),
    ("print", "output = 1 / (1 + exp(-dot(hidden, weights_2)))"),
    ("print", "for row, answer in zip(asked, output[:, 0]):"),
    ("print", '    print(*row{without_one}, "-> %.8f" % answer)'),
)
FORWARD = "1 / (1 + exp(-dot({rows}, weights_1)))"
BACK = "weights_2.T * hidden * (1 - hidden)"


def program_of(puzzle: Puzzle, settings: NeuronSettings, start: Array | None = None) -> Program:
    """The program that trains a puzzle's neuron under these settings.

    It begins with the weights `start`, shape `(size,)`, written to the last bit; without them with the
    settings' own, or it draws the seed's. A threshold is a weight on a column of ones.
    """
    if start is None and settings.start:
        start = np.array(settings.start, dtype=np.float64)
    one = (1,) if settings.threshold else ()
    signals = [(*row.inputs, *one) for row in puzzle.examples]
    asked = [row.inputs for row in puzzle.questions or puzzle.examples]
    rate = settings.learning_rate
    fields: dict[str, str | int] = {
        "title": text.comment(puzzle.title),
        "random": ", random" if start is None else "",
        "inputs": text.table("inputs", signals),
        "targets": text.column("targets", [str(row.target) for row in puzzle.examples]),
        "seed": f"random.seed({settings.seed})" if start is None else "",
        "iterations": settings.iterations,
        "gradient": "" if settings.cross_entropy else " * output * (1 - output)",
        "rate": "" if rate == 1 else f"{repr(rate).removesuffix('.0')} * ",
    }
    size = len(signals[0])
    if settings.hidden:
        return _filled(NETWORK, fields | _network_fields(settings, size, len(signals), asked, start))
    fields |= {
        "threshold": "# The last column, always 1, carries the threshold." if one else "",
        "weights": _weights("weights", size, start),
        "printed": _printed(asked, one),
    }
    return _filled(NEURON, fields)


def _network_fields(
    settings: NeuronSettings,
    size: int,
    examples: int,
    asked: Sequence[tuple[int, ...]],
    start: Array | None,
) -> dict[str, str | int]:
    hidden, layer_1 = settings.hidden, size * settings.hidden
    forward, back, one = FORWARD, BACK, (1,) if settings.threshold else ()
    if one:
        forward, back = f"hstack([{FORWARD}, ones(({{count}}, 1))])", f"({BACK})[:, :-1]"
    return {
        "ones": ", hstack, ones" if one else "",
        "threshold": "# A column that is always 1 carries each neuron's threshold." if one else "",
        "weights_1": _weights("weights_1", size, None if start is None else start[:layer_1], hidden),
        "weights_2": _weights("weights_2", hidden + len(one), None if start is None else start[layer_1:]),
        "hidden": forward.format(rows="inputs", count=examples),
        "hidden_asked": forward.format(rows="asked", count=len(asked)),
        "back": back,
        "asked": text.table("asked", [(*row, *one) for row in asked]),
        "without_one": "[:-1]" if one else "",
    }


def _weights(name: str, rows: int, start: Array | None, columns: int | None = None) -> str:
    """A layer's start weights, drawn or given; without `columns` they are one, written in a row."""
    if start is None:
        return f"{name} = 2 * random.random(({rows}, {columns or 1})) - 1"
    values = [repr(weight) for weight in start.tolist()]
    if columns is None:
        return text.column(name, values)
    lines = [f"[{', '.join(values[at : at + columns])}]" for at in range(0, len(values), columns)]
    if any(len(f"    {line},") > text.WIDTH for line in lines):
        return text.broken(f"{name} = array([", values, f"]).reshape({rows}, {columns})")
    return text.broken(f"{name} = array([", lines, "])")


def _printed(asked: Sequence[tuple[int, ...]], one: tuple[int, ...]) -> str:
    """What the neuron says to each row, with eight decimals; several rows take turns."""
    rows = [text.listed((*row, *one)) for row in asked]
    if len(rows) == 1:
        said = f"{' '.join(map(str, asked[0]))} -> %.8f"
        return text.broken(f'print("{said}" % tuple(1 / (1 + exp(-dot(', [*rows, "weights"], ")))))")
    said = '*row[:-1], "-> %.8f"' if one else '*row, "-> %.8f"'
    end = f"]: print({said} % tuple(\n    1 / (1 + exp(-dot(row, weights)))))"
    return text.broken("for row in [", rows, end)


def _filled(template: Template, fields: dict[str, str | int]) -> Program:
    filled = ((part, line.format(**fields)) for part, line in template)
    return Program(tuple(Statement(part, line) for part, line in filled if line))


def program_of_run(run: Run) -> Program:
    """The program of a run in the lab. A branch goes on from where it began, as does one with other
    start weights than its settings say.

    A player's hand is no training: its run has no program.
    """
    if run.begins_as_set:
        return program_of(run.puzzle, run.settings)
    replay = run.replay
    training = replay.recording.training
    settings = NeuronSettings(
        threshold=training.model.threshold,
        iterations=training.iterations - replay.since,
        seed=training.seed,
        learning_rate=training.learning_rate,
        hidden=training.model.hidden if isinstance(training.model, Network) else 0,
        cross_entropy=training.model.cross_entropy,
    )
    return program_of(run.puzzle, settings, replay.recording.tape[replay.since])
