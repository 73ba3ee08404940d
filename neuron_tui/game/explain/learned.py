"""What the neuron made of a puzzle: its weights as sentences, and every row there can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import Literal

import numpy as np

from neuron_tui.game.explain.hidden import hidden_says
from neuron_tui.game.explain.numbers import answer_side, probability, side
from neuron_tui.game.explain.result import how_sure
from neuron_tui.game.explain.training import STILL_RANDOM, TINY, is_random, progress, pull, strength
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Answer, Puzzle
from neuron_tui.puzzle.text import clip, plural

RowKind = Literal["example", "question", "never seen"]

MOST_INPUTS = 8
"""With more inputs than this there are too many rows to show them all."""
MOST_PARTED = 3
"""Rows that are named one by one where the neuron says something else."""
MOST_NAMES = 3
NAME_LENGTH = 24
"""Characters of a name in a sentence."""
OPPOSITE = 0.05
"""Two weights differ in size by less than this share where they are called equally strong."""
SQUARES = ("\u25a1", "\u25a0")
"""An input that is off, and one that is on, in a sentence."""


@dataclass(frozen=True)
class PossibleRow:
    """One row of inputs, and what is known of it.

    `answer` is an example's output, or a question's once it is `solved`; in a noisy puzzle the share of 1s.
    `place` is the row's number in the puzzle's table, from 0. Both are None where there is none.
    """

    inputs: tuple[int, ...]
    kind: RowKind
    answer: Answer
    place: int | None
    solved: bool = False


def rows(replay: Replay, iteration: int, solved: bool) -> tuple[PossibleRow, ...]:
    """Every row of inputs there can be, in rising order; with many inputs only those of the puzzle's table.

    `solved`: with the answers of the questions. Where the puzzle has a row twice, the first one counts.
    """
    puzzle = replay.puzzle_at(iteration)
    known: dict[tuple[int, ...], tuple[RowKind, Answer]]
    known = {row.inputs: ("question", row.answer if solved else None) for row in reversed(puzzle.questions)}
    known |= {inputs: ("example", share) for inputs, share in _known_outputs(puzzle).items()}
    table = [example.inputs for example in replay.puzzle.examples]
    table += [question.inputs for question in replay.puzzle.questions]
    places = {inputs: place for place, inputs in reversed(list(enumerate(table)))}
    width = len(replay.puzzle.input_names)
    every = product((0, 1), repeat=width) if width <= MOST_INPUTS else sorted(places)
    found = ((inputs, *known.get(inputs, ("never seen", None))) for inputs in every)
    return tuple(
        PossibleRow(inputs, kind, answer, places.get(inputs), solved and kind == "question")
        for inputs, kind, answer in found
    )


def _known_outputs(puzzle: Puzzle) -> dict[tuple[int, ...], int | Fraction]:
    """The output that each example has; of a row that is there twice the first, unless noisy."""
    if puzzle.noisy:
        return puzzle.shares()
    return {example.inputs: example.target for example in reversed(puzzle.examples)}


def sureness(output: float) -> str:
    """An output in words, as it is shown: very sure it is 1."""
    return how_sure(Fraction(probability(output)))


def meanings(replay: Replay, iteration: int) -> list[str]:
    """What each weight does, as the end of a sentence that begins with its name: pulls towards 0."""
    weights = replay.output_weights(iteration).tolist()
    form = "{move} {hard} towards {answer}"
    forms = [form] * (len(weights) - replay.model.threshold) + [f"always {form}"] * replay.model.threshold
    return [
        "switched off" if place in replay.off else pull(weight, form)
        for place, (weight, form) in enumerate(zip(weights, forms, strict=True))
    ]


def sentences(replay: Replay, iteration: int, solved: bool) -> list[str]:
    """What there is to say about the neuron as a whole, the most important first.

    `solved`: whether the answers of the questions may be given away.
    """
    weights = replay.weights(iteration)
    said = [f"This is how it is {replay.off_in_words}."] if replay.off else []
    said += [_with_nothing_on(replay, iteration), _how_many_right(replay, iteration, solved)]
    if is_random(replay, iteration):
        said.append(STILL_RANDOM)
    elif abs(weights).max() < TINY:
        said.append("All its weights are close to 0, so nothing matters much to it.")
    said += _partings(replay, iteration, solved)
    hidden = enumerate(hidden_says(replay, iteration), 1)
    said += [f"Hidden {place} says: {says}." for place, says in hidden]
    if not replay.is_network:
        said += [*_habits(replay, iteration), *_opposites(replay, iteration)]
    said += _never_seen(replay, iteration)
    return said


def _with_nothing_on(replay: Replay, iteration: int) -> str:
    """What the neuron says where no input is on: the work of the threshold, if it has one."""
    if not (replay.model.threshold or replay.is_network):
        return "With nothing on, its sum is 0 and it says 0.5."
    nothing = (0,) * replay.model.inputs
    output = float(replay.answers(iteration, (nothing,))[0])
    return f"With nothing on, it says {probability(output)}: {sureness(output)}."


def _sides(replay: Replay, iteration: int, inputs: Sequence[tuple[int, ...]]) -> list[int | None]:
    return [side(float(output)) for output in replay.answers(iteration, inputs)]


def _how_many_right(replay: Replay, iteration: int, solved: bool) -> str:
    """How many examples it has right, and once they are solved how many questions."""
    puzzle = replay.puzzle_at(iteration)
    if puzzle.noisy:
        return progress(replay, iteration)[0]
    targets = [example.target for example in puzzle.examples]
    given = _sides(replay, iteration, [example.inputs for example in puzzle.examples])
    right = sum(one == other for one, other in zip(given, targets, strict=True))
    if len(targets) == 1:
        said = "It has its one example right" if right else "It does not have its one example right"
    else:
        said = f"It has {_share(right, len(targets), 'example')} right"
    asked = [question for question in puzzle.questions if answer_side(question.answer) is not None]
    if not solved or not asked:
        return said + "."
    answers = [answer_side(question.answer) for question in asked]
    given = _sides(replay, iteration, [question.inputs for question in asked])
    answered = sum(one == other for one, other in zip(given, answers, strict=True))
    if not right and not answered:
        return f"{said}, nor {'the question' if len(answers) == 1 else 'any question'}."
    link = "but" if bool(right) != bool(answered) else "and"
    return f"{said}, {link} {_share(answered, len(answers), 'question')}."


def _share(count: int, total: int, thing: str) -> str:
    """So many of all there are: all 4 examples, 3 of 4 examples, not the question."""
    if total == 1:
        return f"the {thing}" if count else f"not the {thing}"
    if count == total:
        return f"both {thing}s" if total == 2 else f"all {plural(total, thing)}"
    return f"{count:,} of {plural(total, thing)}" if count else f"none of the {plural(total, thing)}"


def _partings(replay: Replay, iteration: int, solved: bool) -> list[str]:
    """Where the neuron contradicts the puzzle's rule, or its own examples."""
    puzzle = replay.puzzle_at(iteration)
    asked = [(row.inputs, row.answer, "the rule says") for row in puzzle.questions if solved]
    shares = _known_outputs(puzzle) if puzzle.noisy else {}
    examples = [(row.inputs, shares.get(row.inputs, row.target), "it was told") for row in puzzle.examples]
    known = [row for row in (*asked, *examples) if row[1] in (0, 1)]
    if not known:
        return []
    given = _sides(replay, iteration, [inputs for inputs, _, _ in known])
    parted = [(row, says) for row, says in zip(known, given, strict=True) if row[1] != says]
    kept = parted if len(parted) <= MOST_PARTED else parted[: MOST_PARTED - 1]
    found = []
    for (inputs, answer, source), says in kept:
        row = "".join(SQUARES[value] for value in inputs)
        it_says = f"It is undecided about {row}" if says is None else f"It says {says} for {row}"
        found.append(f"{it_says}, where {source} {answer}.")
    left = len(parted) - len(kept)
    return [*found, f"It is not right about {plural(left, 'row')} more."] if left else found


def _habits(replay: Replay, iteration: int) -> list[str]:
    """What follows from inputs that were on in every example, or in none."""
    seen = replay.puzzle_at(iteration).example_inputs()
    weights = replay.weights(iteration)
    names = replay.weight_names
    found = []
    steady = [
        names[index]
        for index in np.flatnonzero(seen.all(axis=0)).tolist()
        if len(seen) > 1 and strength(float(weights[index])) is not None
    ]
    if steady:
        were, they = _inputs(steady), "it" if len(steady) == 1 else "they"
        job = "and the threshold share one job" if replay.model.threshold else "had a say in all of them"
        found.append(f"{were} on in every example, so {they} {job}.")
    unmoved = (weights == replay.weights(0))[: replay.model.inputs]
    idle = [names[index] for index in np.flatnonzero(~seen.any(axis=0) & unmoved).tolist() if iteration]
    if idle:
        weight = "its weight" if len(idle) == 1 else "their weights"
        found.append(f"{_inputs(idle)} never on in an example, so {weight} never moved.")
    return found


def _inputs(names: Sequence[str]) -> str:
    """The beginning of a sentence about some inputs: Input left was, Inputs left and right were."""
    return f"Input {_listed(names)} was" if len(names) == 1 else f"Inputs {_listed(names)} were"


def _opposites(replay: Replay, iteration: int) -> list[str]:
    """Two inputs that pull equally hard against each other; of several pairs the strongest."""
    weights = replay.weights(iteration)[: replay.model.inputs].tolist()
    pairs = [
        (max(abs(one), abs(other)), first, second)
        for (first, one), (second, other) in combinations(enumerate(weights), 2)
        if one * other < 0
        and abs(one + other) <= OPPOSITE * max(abs(one), abs(other))
        and strength(min(one, other, key=abs)) in ("strongly", "")
    ]
    if not pairs:
        return []
    _, first, second = max(pairs)
    names = _listed([replay.weight_names[first], replay.weight_names[second]])
    return [f"Both on, {names} almost cancel out: they pull opposite ways."]


def _never_seen(replay: Replay, iteration: int) -> list[str]:
    """How many of all rows are no examples."""
    puzzle = replay.puzzle_at(iteration)
    examples = len({row.inputs for row in puzzle.examples})
    every = 2 ** len(puzzle.input_names)
    if examples == every:
        return []
    return [f"It was told {examples:,} of the {every:,} rows there can be, and answers all."]


def known_row(puzzle: Puzzle, inputs: tuple[int, ...]) -> str:
    """Whether a row, or a picture that somebody drew, is among the puzzle's examples."""
    for row, example in enumerate(puzzle.examples):
        if example.inputs == inputs:
            return f"This is example {puzzle.row_name(row)}, which is {example.target}."
    return "It has never seen this one."


def _listed(names: Sequence[str]) -> str:
    """Names in a sentence: left; left and right; left, right and 5 more."""
    kept = [clip(name, NAME_LENGTH) for name in names[:MOST_NAMES]]
    if len(names) > MOST_NAMES:
        kept[-1] = f"{len(names) - MOST_NAMES + 1:,} more"
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}"
