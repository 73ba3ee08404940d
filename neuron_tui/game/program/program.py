"""A puzzle's training as a plain Python program of at most ten lines, in the manner of the article.

After Milo Spencer-Harper, "How to build a simple neural network in 9 lines of Python code". It needs numpy
and nothing of the game, and prints what the game's own neuron says to the questions.
"""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.lab.runs import Run
from neuron_tui.game.program.network import network_program
from neuron_tui.game.program.text import (
    Part,
    Program,
    Statement,
    broken,
    column,
    comment,
    listed,
    rate_factor,
    table,
)
from neuron_tui.neuron import Network
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle

__all__ = ["Part", "Program", "Statement", "program_of", "program_of_run"]


def program_of(puzzle: Puzzle, settings: NeuronSettings, start: Array | None = None) -> Program:
    """The program that trains a puzzle's neuron under these settings.

    It begins with the weights `start`, shape `(size,)`, written to the last bit; without them it draws the
    seed's. Its numbers are worked out in the order in which the tape works them out, so that they agree.
    """
    if settings.hidden:
        return network_program(puzzle, settings, start)
    tail, rate = (1,) if settings.threshold else (), rate_factor(settings)
    asked = [row.inputs for row in puzzle.questions or puzzle.examples]
    statements = [
        Statement("comment", comment(puzzle.title)),
        Statement("import", f"from numpy import array, dot, exp{'' if start is not None else ', random'}"),
        *([Statement("comment", "# The last column, always 1, carries the threshold.")] * len(tail)),
        Statement("inputs", table("inputs", [(*row.inputs, *tail) for row in puzzle.examples])),
        Statement("targets", column("targets", [str(row.target) for row in puzzle.examples])),
        *_start(len(puzzle.input_names) + len(tail), settings.seed, start),
        Statement("loop", f"for iteration in range({settings.iterations:_}):"),
        Statement("think", "    output = 1 / (1 + exp(-dot(inputs, weights)))"),
        Statement("error", "    error = targets - output"),
        Statement("adjust", f"    weights += {rate}dot(inputs.T, error * output * (1 - output))"),
        Statement("print", _print(asked, tail)),
    ]
    return Program(tuple(statements))


def program_of_run(run: Run) -> Program:
    """The program of a run in the lab. One that did not draw its weights goes on from where it began.

    A player's hand is no training: its run has no program.
    """
    if run.drawn_with_seed:
        return program_of(run.puzzle, run.settings)
    replay = run.replay
    training = replay.recording.training
    settings = NeuronSettings(
        threshold=training.model.threshold,
        iterations=training.iterations - replay.since,
        seed=training.seed,
        learning_rate=training.learning_rate,
        hidden=training.model.hidden if isinstance(training.model, Network) else 0,
    )
    return program_of(run.puzzle, settings, replay.recording.tape[replay.since])


def _start(size: int, seed: int, start: Array | None) -> list[Statement]:
    """The start weights, drawn or given."""
    if start is not None:
        return [Statement("weights", column("weights", [repr(weight) for weight in start.tolist()]))]
    return [
        Statement("seed", f"random.seed({seed})"),
        Statement("weights", f"weights = 2 * random.random(({size}, 1)) - 1"),
    ]


def _print(asked: Sequence[tuple[int, ...]], tail: tuple[int, ...]) -> str:
    """What the neuron says to each row, with eight decimals; several rows take turns."""
    rows = [listed((*row, *tail)) for row in asked]
    if len(rows) == 1:
        said = f"{' '.join(map(str, asked[0]))} -> %.8f"
        return broken(f'print("{said}" % tuple(1 / (1 + exp(-dot(', [*rows, "weights"], ")))))")
    said = '*row[:-1], "-> %.8f"' if tail else '*row, "-> %.8f"'
    end = f"]: print({said} % tuple(\n    1 / (1 + exp(-dot(row, weights)))))"
    return broken("for row in [", rows, end)
