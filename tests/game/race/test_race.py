"""A race being run: decisions, its end, its errors by block, and where you stand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.race.kinds import KINDS, Kind
from neuron_tui.game.race.race import Race, block_of, errors_by_block, reached_at
from neuron_tui.game.race.results import Standing, standing_of
from neuron_tui.game.race.words import (
    OTHER_ORDER,
    SURPRISES,
    headline,
    how_it_goes,
    in_a_row,
    ranking,
)
from neuron_tui.tui.kit.cells import wrapped

EXCLUSIVE_OR = KINDS["II"]
SEEDS = st.integers(0, 1_000)
DECISIONS = st.lists(st.integers(0, 1), max_size=300)


def run(race: Race, *rights: bool) -> Race:
    """Answer so many figures, rightly or wrongly."""
    for is_right in rights:
        right = race.right(race.trials)
        race = race.decide(right if is_right else 1 - right)
    return race


@given(SEEDS, DECISIONS)
def test_deciding_adds_one_answer_until_the_race_is_over(seed: int, decisions: list[int]) -> None:
    race = Race.begin(EXCLUSIVE_OR, seed)
    for decision in decisions:
        after = race.decide(decision)
        assert after.decisions == (race.decisions if race.over else (*race.decisions, decision))
        assert after.schedule is race.schedule
        race = after
    assert race.trials <= 256
    assert len(race.errors) == len(race.neuron_errors) == -(-race.trials // 16)


@given(SEEDS, DECISIONS)
def test_your_errors_are_where_you_said_the_other_answer(seed: int, decisions: list[int]) -> None:
    race = Race.begin(EXCLUSIVE_OR, seed)
    for decision in decisions:
        race = race.decide(decision)
    wrong = [decision != race.right(trial) for trial, decision in enumerate(race.decisions)]
    assert race.yours_wrong.tolist() == wrong
    if not race.knows:
        whole = race.trials // 16
        assert race.errors[:whole].tolist() == [
            sum(wrong[block * 16 : block * 16 + 16]) / 16 for block in range(whole)
        ]


@given(SEEDS)
def test_what_you_say_changes_nothing_for_the_neuron(seed: int) -> None:
    zeros, ones = Race.begin(EXCLUSIVE_OR, seed), Race.begin(EXCLUSIVE_OR, seed)
    for _ in range(40):
        zeros, ones = zeros.decide(0), ones.decide(1)
    assert zeros.neuron_wrong.tolist() == ones.neuron_wrong.tolist()


def test_another_answer_than_0_or_1_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or 1"):
        Race.begin(EXCLUSIVE_OR, 1).decide(2)


def test_four_faultless_rounds_in_a_row_end_it() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), *[False] * 8, *[True] * 31)
    assert (race.over, race.rounds_in_a_row) == (False, 3)
    assert in_a_row(race) == "faultless in a row: 3 of 4"
    race = run(race, True)
    assert (race.over, race.knows, race.trials) == (True, True, 40)
    assert headline(race) == "No mistake from figure 9 on."


def test_the_end_tells_from_which_figure_on_there_was_no_mistake() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), True, False, *[True] * 38)
    assert race.over
    assert headline(race) == "No mistake from figure 3 on."
    faultless = run(Race.begin(EXCLUSIVE_OR, 1), *[True] * 32)
    assert headline(faultless) == "No mistake in 32 figures."


def test_a_fault_in_a_round_begins_the_count_anew() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), *[True] * 30, False, True)
    assert (race.over, race.rounds_in_a_row) == (False, 0)
    race = run(race, *[True] * 32)
    assert race.over


def test_right_answers_across_the_border_of_rounds_do_not_count_as_a_round() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), False, *[True] * 35)
    assert not race.over


def test_sixteen_blocks_end_it() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), *[False, *[True] * 7] * 32)
    assert (race.over, race.knows, race.trials) == (True, False, 256)
    assert race.errors.tolist() == [2 / 16] * 16
    assert headline(race) == "16 blocks are over."


def test_whoever_reached_the_criterion_counts_as_faultless_from_then_on() -> None:
    wrong = np.zeros((2, 64), dtype=bool)
    wrong[0, [0, 1, 40, 41, 63]] = True  # rounds 2 to 5 are faultless: done after 40 trials
    wrong[1, [0, 39]] = True
    assert reached_at(wrong).tolist() == [40, -1]
    assert errors_by_block(wrong).tolist() == [[2 / 16, 0, 0, 0], [1 / 16, 0, 1 / 16, 0]]


def test_a_block_that_has_begun_counts_by_the_figures_it_has() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), *[True] * 16, False, True, True, True)
    assert race.errors.tolist() == [0, 1 / 4]
    done = run(Race.begin(EXCLUSIVE_OR, 1), *[False] * 8, *[True] * 32)
    assert done.errors.tolist() == [8 / 16, 0, 0], "the third block ends with its eighth figure"


def test_a_trial_is_in_a_block_of_sixteen() -> None:
    assert [block_of(trial) for trial in (0, 15, 16, 255)] == [(0, 0), (0, 15), (1, 0), (15, 15)]


def test_the_standing_is_taken_over_the_same_figures_also_in_the_middle_of_a_block() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), *[False] * 6, *[True] * 34)
    standing = standing_of(race, "II")
    assert standing.figures == race.trials == 40
    assert standing.you == 100 * 6 / 40
    assert standing.neuron == 100 * race.neuron_wrong.sum() / 40
    assert standing.people == pytest.approx(100 * (16 * 0.378 + 16 * 0.156 + 8 * 0.083) / 40)
    assert standing_of(race, None).people is None


def test_a_half_percent_is_rounded_as_a_calculator_has_it() -> None:
    race = run(Race.begin(EXCLUSIVE_OR, 1), *[False] * 23, *[True] * 17)
    assert "  you            58 %" in ranking(standing_of(race, None))  # 23 of 40 are 57.5 in 100


def test_the_ranking_names_who_was_wrong_least_first() -> None:
    standing = Standing(48, you=25.0, neuron=50.0, people=10.0)
    assert ranking(standing) == [
        "Wrong over 48 figures:",
        "  people (1994)  10 %",
        "  you            25 %",
        "  the neuron     50 %",
    ]
    alone = Standing(8, you=25.0, neuron=12.5, people=None)
    assert [line.split()[:-2] for line in ranking(alone)[1:]] == [["the", "neuron"], ["you"]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("width", "height", "also", "more"),
    [(33, 19, [[OTHER_ORDER]], 0), (36, 25, [], 8)],
    ids=["small", "next"],
)
def test_what_the_screen_says_of_a_kind_fits_the_smallest_screen_and_the_next_with_all_six(
    kind: Kind, width: int, height: int, also: list[list[str]], more: int
) -> None:
    race = run(Race.begin(KINDS[kind], 1), *[False] * 4, *[True] * 220)
    said = [[headline(race)], ranking(standing_of(race, kind)), *also, [SURPRISES[kind]]]
    lines = [row for part in said for line in part for row in wrapped(line, width)]
    assert len(lines) + len(said) - 1 + more <= height


def test_the_first_page_names_the_people_only_where_there_are_some() -> None:
    assert "forty people" in how_it_goes("II")[-1]
    assert "none of the six" in how_it_goes(None)[-1]
    assert len(how_it_goes("II")) == 5
