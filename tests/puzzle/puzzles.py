"""All the puzzles that a file may hold, for hypothesis."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from neuron_tui.puzzle.formula.expression import BooleanFormula, CountOf, Expression, Input, Joined, Not
from neuron_tui.puzzle.puzzle import (
    MAX_ITERATIONS,
    MAX_LEARNING_RATE,
    MAX_LINE_LENGTH,
    MAX_SEED,
    MAX_START_WEIGHT,
    Example,
    NeuronSettings,
    Puzzle,
    Question,
    Step,
)
from neuron_tui.puzzle.task import Task
from neuron_tui.puzzle.text import REFUSED, is_blank

_letters = st.one_of(
    st.sampled_from(list("ab1-:#?,[]{}&*!|>'\"%@`\\~ ")), st.characters(exclude_categories=["Cs", "Cc"])
).filter(lambda letter: not REFUSED.match(letter))
_words = st.text(_letters, min_size=1, max_size=30).map(str.strip)
lines = st.one_of(st.sampled_from(["on", "no", "1984", "null", "a: b", "- x", "#", "---"]), _words).filter(
    lambda line: not is_blank(line)
)
_paragraphs = st.lists(
    st.one_of(
        st.just(""),
        _words,
        lines.map(lambda line: " ".join([line] * 20)),
        _words.map("  {}".format),
    )
)
texts = _paragraphs.map(lambda parts: "\n".join(parts).strip()).filter(
    lambda text: text == "" or not is_blank(text)
)


_steps = st.builds(
    Step,
    texts.filter(bool),
    st.sampled_from(["guessed", "verdict", "iteration > 9", "row 1 is selected", "output of 1 < 0.25"]),
    shown=texts,
    pause=st.sampled_from([None, 0]),
)


def formulas(input_names: tuple[str, ...], output_name: str) -> st.SearchStrategy[BooleanFormula]:
    """A formula of any form over these names."""

    def larger(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        several = st.lists(parts, min_size=2, max_size=3).map(tuple)
        joined = st.builds(Joined, st.sampled_from(["and", "xor", "or"]), several)
        counted = st.lists(parts, min_size=1, max_size=4).flatmap(
            lambda some: st.builds(
                CountOf,
                st.sampled_from(["at least", "at most", "exactly"]),
                st.integers(0, len(some)),
                st.just(tuple(some)),
            )
        )
        return st.one_of(parts.map(Not), joined, counted)

    inputs = st.integers(0, len(input_names) - 1).map(Input)
    expressions = st.recursive(inputs, larger, max_leaves=8)
    return expressions.map(lambda expression: BooleanFormula(expression, input_names, output_name))


def tasks(puzzle: Puzzle) -> st.SearchStrategy[Task | None]:
    """A task that the puzzle's file may have, whether it can be done or not."""
    width, rows = len(puzzle.input_names), len(puzzle.examples)
    hints = st.just("") | lines
    size, pars = puzzle.neuron.weights(width), st.integers(1, MAX_ITERATIONS)
    some = st.lists(st.integers(1, rows).map(float), min_size=1, max_size=4, unique=True).map(tuple)
    kinds = [
        st.none(),
        st.builds(lambda given, hint: Task("break", len(given), given, hint=hint), some, hints),
        st.builds(
            lambda par, others, hint: Task(
                "set up", par, (float(par), *map(float, range(len(others)))), ("iterations", *others), hint
            ),
            pars,
            st.sampled_from([(), ("threshold",), ("learning_rate", "hidden")]),
            hints,
        ),
    ]
    if not puzzle.noisy:
        kinds.append(st.builds(lambda given: Task("teach", len(given), given), some))
    if not puzzle.neuron.hidden and not puzzle.picture:
        weights = st.lists(st.floats(-99, 99), min_size=size, max_size=size).map(tuple)
        kinds.append(st.builds(lambda par, given: Task("by hand", par, given), pars, weights))
    if puzzle.picture and puzzle.formula:
        points = st.lists(st.sampled_from([0.0, 1.0]), min_size=width, max_size=width).map(tuple)
        kinds.append(st.builds(lambda par, given: Task("fool", par, given), pars, points))
    return st.one_of(kinds)


@st.composite
def puzzles(draw: st.DrawFn, *, networks: bool = False, starts: bool = False) -> Puzzle:
    """A puzzle within all bounds, whose questions are new; some are noisy.

    `networks`: some have hidden neurons. `starts`: some have start weights of their own.
    """
    picture = draw(st.none() | st.tuples(st.integers(3, 5), st.integers(3, 5)))
    width = picture[0] * picture[1] if picture else draw(st.integers(1, 16))
    most = min(2**width, 20)
    rows = draw(st.lists(st.integers(0, 2**width - 1), min_size=2, max_size=most, unique=True))
    outputs = draw(st.lists(st.integers(0, 1), min_size=len(rows), max_size=len(rows)))
    names = draw(st.lists(lines, min_size=width + 1, max_size=width + 1, unique=True))
    inputs = [tuple(int(digit) for digit in f"{row:0{width}b}") for row in rows]
    known = draw(st.integers(1, len(rows) - 1))
    noisy = draw(st.booleans())
    answers = st.sampled_from([0, 1, None, *([Fraction(3, 4), Fraction(1, 256)] if noisy else [])])
    asked = draw(st.lists(answers, min_size=len(rows) - known, max_size=len(rows) - known))
    formula = draw(st.none() | formulas(tuple(names[1:]), names[0]))
    if formula is not None:
        outputs = formula.outputs(inputs)
        asked = [
            said if given in (0, 1) else given for said, given in zip(outputs[known:], asked, strict=True)
        ]
    examples = list(map(Example, inputs[:known], outputs[:known]))
    if noisy:
        again = draw(st.lists(st.tuples(st.sampled_from(inputs[:known]), st.integers(0, 1)), max_size=5))
        examples += [Example(row, output) for row, output in again]
    neuron = NeuronSettings(
        threshold=draw(st.booleans()),
        iterations=draw(st.integers(1, MAX_ITERATIONS)),
        seed=draw(st.integers(0, MAX_SEED)),
        learning_rate=draw(st.floats(0, MAX_LEARNING_RATE, exclude_min=True)),
        hidden=draw(st.integers(0, 16)) if networks else 0,
    )
    neuron = replace(neuron, iterations=min(neuron.iterations, neuron.most_iterations(width)))
    if starts and draw(st.booleans()):
        size, weight = neuron.weights(width), st.floats(-MAX_START_WEIGHT, MAX_START_WEIGHT)
        # many weights are drawn as a few that take turns: what is written is the same
        few = draw(st.lists(weight, min_size=1, max_size=min(size, 20)))
        neuron = replace(neuron, start=tuple(few[place % len(few)] for place in range(size)))
    puzzle = Puzzle(
        title=draw(lines),
        input_names=tuple(names[1:]),
        output_name=names[0],
        examples=tuple(examples),
        questions=tuple(map(Question, inputs[known:], asked)),
        rule=draw(texts),
        hints=tuple(hint for hint in draw(st.lists(texts, max_size=3)) if hint),
        lesson=draw(texts),
        afterwards=draw(texts),
        neuron=neuron,
        expect=draw(st.sampled_from([None, "learns", "fails", "depends"])),
        author=draw(st.one_of(st.just(""), lines)),
        picture=picture,
        difficulty=draw(st.none() | st.integers(1, 5)),
        panels=draw(st.sampled_from([(), ("neuron",), ("neuron", "error", "weights")])),
        tags=tuple(draw(st.lists(lines, max_size=8, unique_by=str.casefold))),
        was=tuple(draw(st.lists(st.sampled_from(["a/b", "old-chapter/x", "1/no"]), unique=True))),
        steps=tuple(draw(st.lists(_steps, max_size=3))),
        noisy=noisy,
        names_decide=draw(st.booleans()),
        formula="" if formula is None or len(str(formula)) > MAX_LINE_LENGTH else str(formula),
    )
    return replace(puzzle, task=draw(tasks(puzzle)))
