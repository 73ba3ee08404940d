"""The puzzle that is made of a table: which inputs, which rows, and which of them are asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import log2
from typing import TypeVar

from neuron_tui.puzzle.from_table.cells import Table, TableError
from neuron_tui.puzzle.from_table.columns import Bits, as_bits, output_bit
from neuron_tui.puzzle.puzzle import (
    MAX_EXAMPLES,
    MAX_INPUTS,
    MAX_QUESTIONS,
    MAX_SHARE,
    Example,
    NeuronSettings,
    Puzzle,
    Question,
    plain_share,
)
from neuron_tui.puzzle.text import clip, plural, some

Item = TypeVar("Item")
Row = tuple[int, ...]
Counts = Mapping[Row, Counter[int]]
"""How often each row of inputs came out as 0 and as 1, in the order of the table."""
UNKNOWN = "?"
"""What the output of a row says that is to be guessed, and nobody knows."""
INPUTS = 6
"""So many a player takes in at a glance; more are kept where that is wished."""
MANY_ROWS = 20
"""With more rows than this the learning rate is smaller: an adjustment adds up what all of them ask."""


@dataclass(frozen=True)
class Wishes:
    """What is wanted of the puzzle.

    `output` is a column, or `COLUMN=WORD`, and the last column where it is empty. `cuts` say, for columns of
    numbers, above which of them an input is 1.
    """

    output: str = ""
    cuts: Mapping[str, float] = field(default_factory=dict)
    inputs: int = INPUTS
    questions: int = 3
    seed: int = 1


@dataclass(frozen=True)
class MadePuzzle:
    """The puzzle, and in sentences what was done with the table."""

    puzzle: Puzzle
    notes: tuple[str, ...]


def make_puzzle(title: str, table: Table, wishes: Wishes) -> MadePuzzle:
    """A puzzle of the table. Raises TableError where none can be made as it is wished."""
    notes: list[str] = []
    every, output, unknown = _inputs_and_output(table, wishes, notes)
    chosen = _most_telling(every, output, wishes.inputs, notes)
    unknown = [place for place in unknown if all(bits.values[place] is not None for bits in chosen)]
    inputs, output = _without_gaps(chosen, output, unknown, notes)
    counts = _counted(inputs, output)
    asked = _held_back(counts, wishes, notes)
    open_rows = [row for row in _rows_at(unknown, chosen, inputs) if row not in counts]
    if open_rows:
        notes.append(f"Asked, although nobody knows the answer: {plural(len(open_rows), 'row')} with `?`.")
    noisy = any(len(answers) > 1 for answers in counts.values())
    if noisy:
        notes.append("Some rows come out both ways: chance has a say, and the right answer is a share.")
    elif len(counts) < len(output.values):
        notes.append("Rows that stand there more than once are written once.")
    examples = [
        Example(row, answer)
        for row, answers in counts.items()
        if row not in asked
        for answer in (sorted(answers.elements()) if noisy else answers)
    ]
    if len(examples) > MAX_EXAMPLES:
        notes.append(
            f"There are {len(examples):,} rows, and a puzzle has at most {MAX_EXAMPLES}: "
            f"these were drawn with seed {wishes.seed}."
        )
        examples = _drawn(examples, MAX_EXAMPLES, wishes.seed)
    puzzle = Puzzle(
        title,
        tuple(bits.name for bits in inputs),
        tuple(examples),
        (
            *(Question(row, _share(counts[row])) for row in counts if row in asked),
            *(Question(row, None) for row in open_rows[: MAX_QUESTIONS - len(asked)]),
        ),
        output_name=output.name,
        neuron=NeuronSettings(threshold=True, learning_rate=0.1 if len(examples) > MANY_ROWS else 1.0),
        noisy=noisy,
    )
    return MadePuzzle(puzzle, tuple(notes))


def _inputs_and_output(table: Table, wishes: Wishes, notes: list[str]) -> tuple[list[Bits], Bits, list[int]]:
    """What the columns say, and the places of the rows whose output is `?`."""
    name, _, word = (part.strip() for part in wishes.output.partition("="))
    place = _place(table, name or table.names[-1])
    cuts = {_place(table, column): cut for column, cut in wishes.cuts.items()}
    inputs: list[Bits] = []
    for index, column in enumerate(table.names):
        if index != place:
            found = as_bits(column, table.column(index), cuts.get(index))
            inputs += found.bits
            notes += filter(None, [found.note])
    if not inputs:
        raise TableError("no column can be an input; it needs 0 and 1, numbers, or a few different words")
    name, cells = table.names[place], table.column(place)
    found = output_bit(name, cells, word, cuts.get(place))
    if not found.bits:
        words = list(dict.fromkeys(cell for cell in cells if cell))
        if len(words) < 2:
            raise TableError(f"{name} is the same in every row; name another output with `--output COLUMN`")
        say = f'say which is 1, as in `--output "{name}={clip(words[0])}"`'
        raise TableError(f"{name} has several words ({some(list(map(clip, words)), 4)}); {say}")
    output = found.bits[0]
    if len(set(output.values) - {None}) < 2:
        raise TableError(f"the output, {output.name}, is the same in every row; name another one")
    notes += filter(None, [found.note])
    return inputs, output, [place for place, cell in enumerate(cells) if cell == UNKNOWN]


def _rows_at(places: Sequence[int], every: Sequence[Bits], kept: Sequence[Bits]) -> list[Row]:
    """The rows at these places of the table, each once, with the inputs that are kept."""
    names = {bits.name for bits in kept}
    columns = [bits.values for bits in every if bits.name in names]
    return list(dict.fromkeys(tuple(int(column[place] or 0) for column in columns) for place in places))


def _place(table: Table, name: str) -> int:
    """Where a column is. Raises TableError where there is none of that name."""
    names = [known.lower() for known in table.names]
    if name.lower() not in names:
        raise TableError(f"no column is called `{clip(name)}`; the columns are {some(table.names, 12)}")
    return names.index(name.lower())


def _without_gaps(
    inputs: Sequence[Bits], output: Bits, unknown: Sequence[int], notes: list[str]
) -> tuple[list[Bits], Bits]:
    """The same without the rows in which a cell is empty, and without inputs that are then all the same."""
    rows = zip(output.values, *(bits.values for bits in inputs), strict=True)
    whole = [place for place, row in enumerate(rows) if None not in row]
    left_out = len(output.values) - len(whole)
    if left_out > len(unknown):
        of = plural(len(output.values), "row")
        notes.append(f"Left out because a cell is empty or unknown: {left_out - len(unknown)} of {of}.")
    if len(whole) < 2:
        raise TableError("fewer than two rows have no empty cell; fill some, or remove an empty column")
    first, *rest = (Bits(it.name, tuple(it.values[place] for place in whole)) for it in (output, *inputs))
    if not left_out:
        return rest, first
    same = [bits.name for bits in rest if len(set(bits.values)) < 2]
    if len(set(first.values)) < 2 or len(same) == len(rest):
        what = "every input" if len(same) == len(rest) else first.name
        raise TableError(f"without the rows that have gaps {what} is always the same; fill some of them")
    notes += [f"{name} is the same in every row that is left, and is left out." for name in same]
    return [bits for bits in rest if bits.name not in same], first


def _most_telling(inputs: list[Bits], output: Bits, most: int, notes: list[str]) -> list[Bits]:
    """The inputs that tell most of the output, in their order."""
    if len(inputs) <= most:
        return inputs
    told = sorted(inputs, key=lambda bits: -information(bits.values, output.values))[:most]
    names = [bits.name for bits in inputs if bits not in told]
    more = f"; `--inputs {min(len(inputs), MAX_INPUTS)}` keeps more" * (most < MAX_INPUTS)
    notes.append(f"Left out, for the others tell more of the output: {some(names, 5)}{more}.")
    return [bits for bits in inputs if bits in told]


def information(given: Sequence[int | None], output: Sequence[int | None]) -> float:
    """How much an input tells of the output, in bits per row: their mutual information where both are known.

    T. Cover and J. Thomas, "Elements of Information Theory" (2006), section 2.3.
    """
    known = [pair for pair in zip(given, output, strict=True) if None not in pair]
    both, ones, others = Counter(known), Counter(it for it, _ in known), Counter(it for _, it in known)
    return sum(
        count / len(output) * log2(count * len(known) / (ones[value] * others[answer]))
        for (value, answer), count in both.items()
    )


def _counted(inputs: Sequence[Bits], output: Bits) -> Counts:
    counts: dict[Row, Counter[int]] = defaultdict(Counter)
    for *row, answer in zip(*(bits.values for bits in (*inputs, output)), strict=True):
        counts[tuple(int(value or 0) for value in row)][int(answer or 0)] += 1
    return counts


def _held_back(counts: Counts, wishes: Wishes, notes: list[str]) -> set[Row]:
    """The rows that are asked: at most half of them."""
    if len(counts) < 2:
        raise TableError("all rows have the same inputs; nothing is left to ask")
    fit = [row for row, answers in counts.items() if answers.total() <= MAX_SHARE]
    asked = _drawn(fit, min(wishes.questions, MAX_QUESTIONS, len(counts) // 2), wishes.seed)
    notes.append(f"Held back and asked, drawn with seed {wishes.seed}: {plural(len(asked), 'row')}.")
    return set(asked)


def _drawn(items: Sequence[Item], count: int, seed: int) -> list[Item]:
    """So many of the items, in their order; the same ones for the same seed."""
    import numpy as np  # only now: other commands are to answer at once

    places = np.random.RandomState(seed).permutation(len(items))[:count]
    return [items[place] for place in sorted(places.tolist())]


def _share(answers: Counter[int]) -> int | Fraction:
    return plain_share(Fraction(answers[1], answers.total()))
