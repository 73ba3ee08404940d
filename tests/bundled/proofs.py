"""How claims are proved that need more than a line: computed from a puzzle's training and formula."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, permutations, product

from neuron_tui.game.score_rule import score
from tests.bundled.told import Row, Told


def no_threshold(told: Told) -> bool:
    return not told.puzzle.neuron.threshold


def nothing_on(told: Told) -> bool:
    return told.asked == [frozenset()]


def fits(told: Told, *rules: Callable[[Row], bool]) -> bool:
    """Whether each of these rules gives every example its output."""
    return all(rule(row) == bool(output) for rule in rules for row, output in told.examples)


def never_apart(told: Told, one: str, other: str) -> bool:
    """Whether two inputs are on in the same examples."""
    return all((one in row) == (other in row) for row in told.rows())


def rows_left_out(told: Told) -> list[Row]:
    return [row for row in told.every if row not in told.rows()]


def says_up_to(told: Told, most: int) -> bool:
    """Whether it is right just where few enough are on, and wrong in one example."""
    says = [bool(told.says(*row) > 0.5) == (len(row) <= most) for row in told.rows()]
    return all(says) and told.has_right() == len(told.examples) - 1


def one_neuron_says_ends_alone(told: Told) -> bool:
    """Whether one neuron says `at least` and `at most` so many of three, and not both at once."""
    table = told.every
    counts = [[int(len(row) >= n) for row in table] for n in (1, 2, 3)]
    counts += [[1 - one for one in ones] for ones in counts]
    return all(not beyond(told, ones) for ones in counts) and told.beyond_one_neuron(every_row=True)


def beyond(told: Told, outputs: list[int]) -> bool:
    """Whether one neuron with a threshold cannot give all rows these outputs."""
    examples = tuple(
        replace(told.puzzle.examples[0], inputs=tuple(int(name in row) for name in told.names), target=output)
        for row, output in zip(told.every, outputs, strict=True)
    )
    return Told(replace(told.puzzle, examples=examples, questions=())).beyond_one_neuron()


def least_and_most(told: Told, enough: int) -> bool:
    """Whether the threshold lies above the strongest of fewer inputs, and below the weakest of enough."""
    ordered = sorted(told.weights())
    threshold = -told.weight("threshold")
    return sum(ordered[-(enough - 1) :]) < threshold < sum(ordered[:enough])


def honest_is_best(told: Told) -> bool:
    """Whether no guess of a thousand has more points on average than the share itself."""
    (share,) = told.puzzle.shares().values()
    return share == 0.75 and all(score(share, share) >= score(k / 1000, share) for k in range(1001))


def in_one_piece(picture: Row) -> bool:
    """Whether one can walk between all lit points of a picture."""
    lit = {("ABC".index(name[0]), int(name[1])) for name in picture}
    reached = {min(lit)} if lit else set()
    for _ in lit:
        reached |= {
            one for one in lit for other in reached if abs(one[0] - other[0]) + abs(one[1] - other[1]) == 1
        }
    return reached == lit


def mirrored(told: Told) -> set[Row]:
    return {row for row, yes in zip(told.every, told.ruled(), strict=True) if yes}


def all_silent(told: Told) -> set[Row]:
    """The pictures to which hidden 1, 2 and 3 say 0."""
    return set(told.every) - told.hidden(1) - told.hidden(2) - told.hidden(3)


def points_are_balanced(told: Told) -> bool:
    """Whether each point of the pictures that are lit as they should be is lit as often with 1 as with 0."""
    clean = [0, 3, 1, 2]
    lying, standing = (told.puzzle.example_inputs()[places].sum(axis=0) for places in (clean[:2], clean[2:]))
    return bool((lying == 1).all() and (standing == 1).all())


def kinds_of_half() -> int:
    """How many ways there are to make half of the eight rows a 1, where swapped or flipped columns and
    flipped answers make no other way.
    """
    rows = list(product((0, 1), repeat=3))
    moves = list(product(permutations(range(3)), rows))

    def alike(ones: set[tuple[int, ...]]) -> frozenset[frozenset[tuple[int, ...]]]:
        return frozenset(
            frozenset(
                tuple(row[place] ^ flip for place, flip in zip(order, flips, strict=True)) for row in half
            )
            for order, flips in moves
            for half in (ones, set(rows) - ones)
        )

    return len({alike(set(half)) for half in combinations(rows, 4)})
