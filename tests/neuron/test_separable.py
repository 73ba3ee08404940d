"""The proof that one neuron can, or cannot, have all rows right."""

from __future__ import annotations

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.neuron.separable import Separation, SignedRow, separation

THREE = list(product((0, 1), repeat=3))


def proof_of(rows: list[SignedRow]) -> Separation:
    """The proof for these rows, multiplied out here once more."""
    found = separation(rows)
    assert found is not None
    signed = np.array([[signal if right else -signal for signal in signals] for signals, right in rows])
    if found.possible:
        assert found.balance == ()
        assert (signed @ np.array(found.weights, dtype=object) > 0).all()
    else:
        balance = np.array(found.balance, dtype=object)
        assert (balance >= 0).all()
        assert balance.sum() > 0
        assert (signed.T @ balance == 0).all()
    return found


@pytest.mark.parametrize(("inputs", "learned"), [(1, 4), (2, 14), (3, 104)])
def test_it_counts_what_a_neuron_with_a_threshold_can_learn(inputs: int, learned: int) -> None:
    rows = list(product((0, 1), repeat=inputs))
    tables = product((0, 1), repeat=len(rows))
    proofs = [proof_of([((*row, 1), out) for row, out in zip(rows, table, strict=True)]) for table in tables]
    assert sum(proof.possible for proof in proofs) == learned


def test_without_a_threshold_it_is_32_of_the_128_ways_to_fill_seven_rows() -> None:
    tables = product((0, 1), repeat=7)
    proofs = [proof_of(list(zip(THREE[1:], table, strict=True))) for table in tables]
    assert len(proofs) == 128
    assert sum(proof.possible for proof in proofs) == 32


@pytest.mark.slow
def test_of_four_inputs_it_is_1882_tables() -> None:
    """One table stands for all that are the same up to swapping and flipping inputs and the output."""
    rows = list(product((0, 1), repeat=4))
    number_of = {row: number for number, row in enumerate(rows)}
    ways = np.array(
        [
            [
                number_of[tuple(row[place] ^ flip for place, flip in zip(order, flips, strict=True))]
                for row in rows
            ]
            for order in permutations(range(4))
            for flips in rows
        ]
    )
    bits = (np.arange(2**16)[:, None] >> np.arange(16)) & 1
    weight = 1 << np.arange(16)
    first = np.full(2**16, 2**16)
    for way in ways:
        same = bits[:, way] @ weight
        first = np.minimum(first, np.minimum(same, 2**16 - 1 - same))
    standing, sizes = np.unique(first, return_counts=True)
    assert len(standing) == 222
    learned = 0
    for table, size in zip(standing, sizes, strict=True):
        outputs = (int(bit) for bit in bits[table])
        learned += (
            int(size) * proof_of([((*row, 1), out) for row, out in zip(rows, outputs, strict=True)]).possible
        )
    assert learned == 1_882


def test_a_row_with_nothing_on_is_never_right_without_a_threshold() -> None:
    assert not proof_of([((0, 0), 0)]).possible
    assert not proof_of([((1, 0), 1), ((0, 0), 1)]).possible
    assert proof_of([((1, 0, 1), 1), ((0, 0, 1), 0)]).possible


def test_rows_may_repeat_and_contradict_each_other() -> None:
    assert proof_of([((1, 0), 1), ((1, 0), 1), ((0, 1), 0)]).possible
    assert proof_of([((1, 0), 1), ((0, 1), 0), ((1, 0), 0)]).balance == (1, 0, 1)


def test_where_it_takes_too_long_nobody_knows() -> None:
    rows = [((*row, 1), sum(row) % 2) for row in THREE]
    assert separation(rows, most_pivots=1) is None
    assert not proof_of(rows).possible


def test_no_rows_are_no_question() -> None:
    for rows in ([], [((), 1)]):
        with pytest.raises(ValueError, match="at least one row"):
            separation(rows)


@st.composite
def tables(draw: st.DrawFn) -> list[SignedRow]:
    width = draw(st.integers(1, 12))
    signals = st.tuples(*[st.integers(0, 1)] * width)
    return draw(st.lists(st.tuples(signals, st.integers(0, 1)), min_size=1, max_size=30))


@given(tables())
def test_whatever_the_rows_the_proof_can_be_multiplied_out(rows: list[SignedRow]) -> None:
    proof_of(rows)


@given(tables(), st.data())
def test_rows_that_some_weights_have_right_are_possible(rows: list[SignedRow], data: st.DataObject) -> None:
    width = len(rows[0][0])
    weights = np.array(data.draw(st.lists(st.integers(-9, 9), min_size=width, max_size=width)))
    sums = [int(weights @ np.array(signals)) for signals, _ in rows]
    told = [(signals, int(total > 0)) for (signals, _), total in zip(rows, sums, strict=True) if total]
    if told:
        assert proof_of(told).possible


@pytest.mark.slow
@pytest.mark.parametrize("learnable", [True, False])
def test_the_largest_table_a_puzzle_can_hold_is_settled(learnable: bool) -> None:
    inputs = np.random.default_rng(1).integers(0, 2, (256, 25))
    rule = inputs.sum(axis=1) > 12 if learnable else inputs[:, 0] ^ inputs[:, 1]
    rows = [((*map(int, row), 1), int(out)) for row, out in zip(inputs, rule, strict=True)]
    assert proof_of(rows).possible is learnable
