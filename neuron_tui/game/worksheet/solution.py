"""The solution of a puzzle on paper: what is right, the rule, and the neuron's numbers after its training."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.explain.asking import what_it_will_do
from neuron_tui.game.explain.numbers import points, probability, signed
from neuron_tui.game.explain.rules.text import formula_in_words
from neuron_tui.game.explain.training import progress, pull, weight_meanings
from neuron_tui.game.html.document import document
from neuron_tui.game.html.element import Element, element
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import THRESHOLD, training_of
from neuron_tui.game.score_rule import score
from neuron_tui.game.worksheet.drawn import grid, weights_grid
from neuron_tui.game.worksheet.page import STYLE, Printed, paragraphs
from neuron_tui.game.worksheet.table import SQUARES, name_of, wide
from neuron_tui.neuron import Network, Recording
from neuron_tui.puzzle.file.rows import written
from neuron_tui.puzzle.puzzle import Answer, Puzzle
from neuron_tui.puzzle.text import capital, clean

OPEN = "\u2013"
"""Where the rows do not tell what is right."""


def solutions(title: str, printed: Sequence[Printed]) -> str:
    """A document with the solution of each puzzle."""
    return document(title, STYLE, *map(solution, printed))


def solution(printed: Printed) -> Element:
    """What is right, why, and what the neuron makes of it."""
    puzzle = printed.puzzle
    recording = Recording(training_of(puzzle))
    recording.record(recording.last)
    rule = puzzle.rule or formula_in_words(puzzle)
    told = [element("p", element("b", "The rule: "), clean(rule))] if rule else []
    hints = [element("p", element("b", "Hint: "), clean(hint)) for hint in puzzle.hints]
    return element(
        "section",
        printed.head(),
        *told,
        *_its_numbers(Replay(puzzle, recording)),
        *paragraphs(puzzle.afterwards),
        *hints,
        class_="solution",
    )


def _its_numbers(replay: Replay) -> list[Element]:
    """What it answers, and the weights it does that with."""
    puzzle, last = replay.puzzle, replay.iterations
    trained = f"The neuron: {what_it_will_do(puzzle.neuron)}. {progress(replay, last)[0]}"
    return [
        element("p", clean(trained)),
        element("div", _answers(replay), *_weights(replay), class_="numbers"),
    ]


def _answers(replay: Replay) -> Element:
    """A line for each question, or where nothing is asked for each example."""
    puzzle, last = replay.puzzle, replay.iterations
    first = len(puzzle.examples) if puzzle.questions else 0
    rights: list[Answer] = [example.target for example in puzzle.examples]
    rights += [question.answer for question in puzzle.questions]
    sums, outputs = replay.sums(last), replay.outputs(last)
    lines = []
    for row in range(first, len(rights)):
        right, output = rights[row], float(outputs[row])
        its = OPEN if right is None else points(score(output, right))
        numbers = (signed(sums[row]), probability(output), its)
        lines.append(
            element(
                "tr",
                element("td", puzzle.row_name(row)),
                element("td", _inputs(puzzle, replay.rows[row].astype(int).tolist()), class_="row"),
                element("td", element("b", OPEN if right is None else written(right))),
                *(element("td", number, class_="number") for number in numbers),
            )
        )
    heads = ("row", "inputs", name_of(puzzle.output_name), "its sum", "its answer", "its points")
    return element("table", element("tr", *(element("th", head) for head in heads)), *lines)


def _inputs(puzzle: Puzzle, inputs: Sequence[int]) -> Element | str:
    return grid(puzzle.picture, inputs) if puzzle.picture else " ".join(SQUARES[value] for value in inputs)


def _weights(replay: Replay) -> list[Element]:
    """The weights, and what they say in words; those of a picture in their points."""
    puzzle, model = replay.puzzle, replay.model
    if isinstance(model, Network):
        return _network(replay, model)
    weights = replay.weights(replay.iterations).tolist()
    if puzzle.picture:
        threshold = [element("p", f"Threshold: {signed(weights[-1])}")] * model.threshold
        return [
            weights_grid(puzzle.picture, [signed(weight) for weight in weights[: model.inputs]]),
            *threshold,
        ]
    lines = [
        element(
            "tr",
            element("td", name_of(name)),
            element("td", signed(weight), class_="number"),
            element("td", pull(weight), class_="says"),
        )
        for name, weight in zip(replay.weight_names, weights, strict=True)
    ]
    return [element("table", *lines)]


def _network(replay: Replay, model: Network) -> list[Element]:
    """A column of weights for each hidden neuron, and a line of those with which the last one hears them."""
    layer_1, layer_2 = model.layers(replay.weights(replay.iterations))
    thresholds = [THRESHOLD] * model.threshold
    rows = [
        [name_of(name), *map(signed, line), *[""] * model.threshold]
        for name, line in zip([*replay.puzzle.input_names, *thresholds], layer_1.tolist(), strict=True)
    ]
    rows.append(["the last one", *map(signed, layer_2.tolist())])
    lines = [
        element("tr", element("td", name), *(element("td", cell, class_="number") for cell in cells))
        for name, *cells in rows
    ]
    heads = ["", *(f"hidden {place + 1}" for place in range(model.hidden)), *thresholds]
    said = [element("p", capital(clean(line))) for line in weight_meanings(replay, replay.iterations)]
    table = element("table", element("tr", *(element("th", head) for head in heads)), *lines, **wide(heads))
    return [table, element("div", *said)]
