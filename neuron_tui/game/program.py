"""A puzzle's training as a plain Python program of at most ten lines, in the manner of the article.

After Milo Spencer-Harper, "How to build a simple neural network in 9 lines of Python code". It needs numpy
and nothing of the game, and prints what the game's own neuron says to the questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from neuron_tui.game.lab import Run
from neuron_tui.neuron.neuron import Array
from neuron_tui.puzzle.puzzle import NeuronSettings, Puzzle
from neuron_tui.puzzle.text import clip

Part = Literal[
    "comment", "import", "inputs", "targets", "seed", "weights", "loop", "think", "error", "adjust", "print"
]
WIDTH = 76
"""No line is longer, apart from the ones that nothing can break."""


@dataclass(frozen=True)
class Statement:
    """One line of the program as Python counts them, or a comment; a long table runs over several rows."""

    part: Part
    text: str


@dataclass(frozen=True)
class Program:
    """The statements in their order."""

    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """The program as it stands in a file."""
        return "".join(f"{statement.text}\n" for statement in self.statements)

    @cached_property
    def lines(self) -> tuple[tuple[Part, str], ...]:
        """Every row of the file, with the part that it belongs to."""
        return tuple(
            (statement.part, line) for statement in self.statements for line in statement.text.split("\n")
        )

    def rows(self, *parts: Part) -> list[int]:
        """The numbers of the rows, from 0, that belong to these parts."""
        return [row for row, (part, _) in enumerate(self.lines) if part in parts]


def program_of(puzzle: Puzzle, settings: NeuronSettings, start: Array | None = None) -> Program:
    """The program that trains a puzzle's neuron under these settings.

    It begins with the weights `start`, shape `(size,)`, written to the last bit; without them it draws the
    seed's. Its numbers are worked out in the order in which the tape works them out, so that they agree.
    """
    tail = (1,) if settings.threshold else ()
    asked = [row.inputs for row in puzzle.questions or puzzle.examples]
    statements = [
        Statement("comment", _comment(puzzle.title)),
        Statement("import", f"from numpy import array, dot, exp{'' if start is not None else ', random'}"),
        *([Statement("comment", "# The last column, always 1, carries the threshold.")] * len(tail)),
        Statement("inputs", _table("inputs", [(*row.inputs, *tail) for row in puzzle.examples])),
        Statement("targets", _column("targets", [str(row.target) for row in puzzle.examples])),
        *_start(len(puzzle.input_names) + len(tail), settings.seed, start),
        Statement("loop", f"for iteration in range({settings.iterations:_}):"),
        Statement("think", "    output = 1 / (1 + exp(-dot(inputs, weights)))"),
        Statement("error", "    error = targets - output"),
        Statement("adjust", f"    weights += {_rate(settings)}dot(inputs.T, error * output * (1 - output))"),
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
    )
    return program_of(run.puzzle, settings, replay.weights(replay.since))


def _comment(title: str) -> str:
    """A title as a comment: one line, whatever it holds, and never one that tells Python an encoding."""
    line = clip(" ".join(title.split()), WIDTH - 2)
    for sign in ":=":  # PEP 263 looks for exactly this in the first two lines
        line = line.replace(f"coding{sign}", f"coding {sign}")
    return f"# {line}".rstrip()


def _start(size: int, seed: int, start: Array | None) -> list[Statement]:
    """The start weights, drawn or given."""
    if start is not None:
        return [Statement("weights", _column("weights", [repr(weight) for weight in start.tolist()]))]
    return [
        Statement("seed", f"random.seed({seed})"),
        Statement("weights", f"weights = 2 * random.random(({size}, 1)) - 1"),
    ]


def _rate(settings: NeuronSettings) -> str:
    """The factor of the adjustment; a learning rate of 1 is left out."""
    rate = settings.learning_rate
    return "" if rate == 1 else f"{repr(rate).removesuffix('.0')} * "


def _table(name: str, rows: Sequence[tuple[int, ...]]) -> str:
    """A table, a row of it in brackets of its own."""
    return _broken(f"{name} = array([", [_list(row) for row in rows], "])")


def _column(name: str, items: Sequence[str]) -> str:
    """A column, written as a row that is turned upright, as in the article."""
    return _broken(f"{name} = array([[", items, "]]).T")


def _print(asked: Sequence[tuple[int, ...]], tail: tuple[int, ...]) -> str:
    """What the neuron says to each row, with eight decimals; several rows take turns."""
    rows = [_list((*row, *tail)) for row in asked]
    if len(rows) == 1:
        said = f"{' '.join(map(str, asked[0]))} -> %.8f"
        return _broken(f'print("{said}" % tuple(1 / (1 + exp(-dot(', [*rows, "weights"], ")))))")
    said = '*row[:-1], "-> %.8f"' if tail else '*row, "-> %.8f"'
    end = f"]: print({said} % tuple(\n    1 / (1 + exp(-dot(row, weights)))))"
    return _broken("for row in [", rows, end)


def _list(numbers: Iterable[int]) -> str:
    return f"[{', '.join(map(str, numbers))}]"


def _broken(begin: str, items: Sequence[str], end: str) -> str:
    """Items in brackets: on the line where they fit, else in as few rows under it as they need."""
    line = begin + ", ".join(items) + end
    if len(line.split("\n")[0]) <= WIDTH:
        return line
    rows = [""]
    for item in items:
        if rows[-1] and len(f"    {rows[-1]} {item},") > WIDTH:
            rows.append("")
        rows[-1] += f"{' ' if rows[-1] else ''}{item},"
    return "\n".join([begin, *(f"    {row}" for row in rows), end])
