"""The puzzle's table in words: a row by the inputs that are on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from neuron_tui.game.explain.learned import SQUARES
from neuron_tui.game.explain.numbers import answer_side, probability, side
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Answer, Puzzle
from neuron_tui.puzzle.text import capital, plural

NOTHING_ELSE = "Inputs that a row does not name are off."
IN_DOTS = "In a picture # is a point that is on, and a full stop one that is off, line by line."
IN_WORDS = "Type row and a number to hear one in words."


def inputs_in_words(puzzle: Puzzle, inputs: Sequence[int]) -> str:
    """What is on: left and right on; nothing on; of a picture its points, #.. .#. ..#."""
    if puzzle.picture:
        return " ".join(picture_lines(puzzle, inputs))
    on = [name for name, value in zip(puzzle.input_names, inputs, strict=True) if value]
    return f"{_listed(on) or 'nothing'} on"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def picture_lines(puzzle: Puzzle, inputs: Sequence[int]) -> list[str]:
    """A picture's lines, a # for each point that is on."""
    width = puzzle.picture[1] if puzzle.picture else len(inputs)
    points = "".join("#" if value else "." for value in inputs)
    return [points[start : start + width] for start in range(0, len(points), width)]


def by_lines(puzzle: Puzzle, told: Sequence[str]) -> list[list[str]]:
    """What there is to say of each point of a picture, a list for each line."""
    width = puzzle.picture[1] if puzzle.picture else len(told)
    return [list(told[start : start + width]) for start in range(0, len(told), width)]


def points_alike(line: Sequence[str], nothing: str) -> str:
    """The points of a line by what is said of them: points 2 and 4 on. Empty where all that is `nothing`."""
    said = []
    for what in dict.fromkeys(line):
        points = [str(point) for point, each in enumerate(line, 1) if each == what]
        if what != nothing:
            said.append(f"point{'s' * (len(points) > 1)} {_listed(points)} {what}")
    return "; ".join(said)


def row_called(puzzle: Puzzle, row: int) -> str:
    """Row 1; picture b; the question where there is but one. Rows are the examples and then the questions."""
    name = puzzle.row_name(row)
    if not name.isalnum():
        return "the question"
    return f"{'picture' if puzzle.picture else 'row'} {name}"


def row_named(puzzle: Puzzle, name: str) -> int | None:
    """The row that is meant: 1, b, question; None where there is none."""
    names = [puzzle.row_name(row) for row in range(len(puzzle.examples) + len(puzzle.questions))]
    wanted = name.casefold().removeprefix("row ").removeprefix("picture ").removeprefix("the ")
    if wanted in ("question", "last", "???") and puzzle.questions:
        return len(names) - 1 if wanted == "last" else len(puzzle.examples)
    return names.index(wanted) if wanted in names else None


def which_rows(puzzle: Puzzle) -> str:
    """What to type for a row: a number from 1 to 4, or question."""
    asked = range(len(puzzle.examples), len(puzzle.examples) + len(puzzle.questions))
    names = [row_called(puzzle, row).split()[-1] for row in asked]
    return f"Type row and {' or '.join([f'a number from 1 to {len(puzzle.examples)},', *names]).rstrip(',')}."


def inputs_of(puzzle: Puzzle, row: int) -> tuple[int, ...]:
    """The inputs of an example or a question."""
    examples = len(puzzle.examples)
    return puzzle.examples[row].inputs if row < examples else puzzle.questions[row - examples].inputs


def rows_by_names(puzzle: Puzzle, sentence: str) -> str:
    """A sentence of the game in which rows are drawn, with what is on in them."""
    drawn = re.compile(f"[{''.join(SQUARES)}]{{{len(puzzle.input_names)}}}")
    return drawn.sub(lambda row: inputs_in_words(puzzle, [SQUARES.index(each) for each in row[0]]), sentence)


def row_in_words(puzzle: Puzzle, row: int) -> str:
    """A row of the table: Row 1: right on; answer 0. Row a: left on; asked."""
    said = f"{capital(row_called(puzzle, row))}: {inputs_in_words(puzzle, inputs_of(puzzle, row))}"
    if row >= len(puzzle.examples):
        return f"{said}; asked." if len(puzzle.questions) > 1 else f"{said}{'.' * (not puzzle.picture)}"
    return f"{said}; {puzzle.output_name} {puzzle.examples[row].target}."


def row_in_full(puzzle: Puzzle, row: int) -> list[str]:
    """The same, and of a picture which points of each line are on."""
    lines = by_lines(puzzle, ["on" if value else "off" for value in inputs_of(puzzle, row)])
    said = [f"Line {at}: {points_alike(line, 'off') or 'nothing on'}." for at, line in enumerate(lines, 1)]
    return [row_in_words(puzzle, row), *(said if puzzle.picture else [])]


def table_in_words(puzzle: Puzzle) -> list[str]:
    """What the rows have for columns, and then a line for each."""
    told = plural(len(puzzle.examples), "picture" if puzzle.picture else "row")
    if puzzle.picture:
        about = [f"{told}.", IN_DOTS, IN_WORDS]
    else:
        about = [f"{told}, {plural(len(puzzle.input_names), 'input')}: {', '.join(puzzle.input_names)}."]
        about.append(NOTHING_ELSE)
    return [*about, *(row_in_words(puzzle, row) for row in range(len(puzzle.examples)))]


def picture_of(puzzle: Puzzle, typed: str) -> tuple[int, ...] | None:
    """A picture that was typed, as #.. .#. ..# or 100 010 001; None where it has another size."""
    points = [int(point in "#1") for point in typed if point in "#.10"]
    there = len(points) == len(puzzle.input_names) and set(typed) <= set("#.10 ,/")
    return tuple(points) if there else None


def how_to_draw(puzzle: Puzzle, verb: str = "Type") -> str:
    """What to type for a picture of one's own."""
    high, wide = puzzle.picture or (1, len(puzzle.input_names))
    line = "#" + "." * (wide - 1)
    return f"{verb} draw and {high} lines of {wide} points, such as {line}, with blanks between the lines."


def says_to(replay: Replay, inputs: tuple[int, ...]) -> str:
    """What the trained neuron says to any inputs: It says 1 (0.9512)."""
    output = float(replay.answers(replay.iterations, [inputs])[0])
    leaning = side(output)
    said = (
        "The neuron cannot say"
        if leaning is None
        else f"The neuron says {replay.puzzle.output_name} {leaning}"
    )
    return f"{said}: {probability(output)}."


def known_answer(puzzle: Puzzle, row: int, *, solved: bool) -> Answer:
    """What is right for a row, as far as it may be told; in a noisy puzzle the share of its inputs."""
    examples = puzzle.examples
    if row >= len(examples):
        return puzzle.questions[row - len(examples)].answer if solved else None
    return puzzle.shares()[examples[row].inputs] if puzzle.noisy else examples[row].target


def output_in_words(replay: Replay, iteration: int, row: int, answer: Answer) -> str:
    """What the neuron says to a row, and whether that is right where there is an `answer`."""
    output = float(replay.outputs(iteration)[row])
    right = answer_side(answer)
    mark = "" if right is None else ", which is right" if side(output) == right else ", which is wrong"
    return f"{capital(row_called(replay.puzzle, row))}: it says {probability(output)}{mark}."
