"""One iteration as arithmetic: what is written is what happened, and can be worked out anew from itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.match.match import Match
from neuron_tui.game.microscope.digits import finest, needs
from neuron_tui.game.microscope.explanation import Formula, formula, in_powers, meaning
from neuron_tui.game.microscope.moment import Moment, moment_at
from neuron_tui.game.microscope.one_neuron import Part
from neuron_tui.game.microscope.slide import OF_A_ROW, OF_A_WEIGHT, OF_BOTH, Kind, Place, Slide
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from tests.game.arithmetic import certain, digits_shown, last_digits_off, number, trainings, worked_out
from tests.game.matches import article, bundled, quickly, replay_of

ARTICLE = replay_of(article())
ROWS = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=float)
TARGETS = np.array([0, 1, 1, 0], dtype=float)
STEPS: tuple[Kind, ...] = ("error", "gradient", "term")


def places(moment: Moment) -> list[Place]:
    """Where the numbers of a moment stand."""
    rows, weights = range(moment.examples), range(len(moment.names))
    both = [Place(kind, row, weight) for kind, row, weight in product(OF_BOTH, rows, weights)]
    by_row = [Place(kind, row=row) for kind, row in product(OF_A_ROW, rows)]
    return both + by_row + [Place(kind, weight=at) for kind, at in product((*OF_A_WEIGHT, "total"), weights)]


def said(slide: Slide, place: Place) -> str:
    """A formula, however long."""
    return formula(slide, place).written(10_000)


@settings(deadline=None, max_examples=60)
@given(trainings(examples=40) | certain())
def test_everything_can_be_worked_out_from_what_is_written(training: tuple[Replay, int, str]) -> None:
    replay, iteration, rate = training
    for outputs in {min(6, finest(Part(replay))), min(8, finest(Part(replay))), finest(Part(replay))}:
        slide = Slide.of(Part(replay), iteration, outputs)
        everywhere = places(slide.moment)
        written = {place: slide.text(place) for place in everywhere}
        bits = {place: Decimal(slide.signal(place)) for place in everywhere if place.kind == "product"}
        for place in everywhere:
            if place.kind not in ("target", "weight") and not (place.kind == "adjustment" and place.weight):
                off = last_digits_off(written[place], worked_out(written, bits, place, rate))
                assert off <= 1, (place, written[place], outputs)


@settings(deadline=None, max_examples=20)
@given(trainings())
def test_sums_of_the_largest_tables_can_be_worked_out_as_well(training: tuple[Replay, int, str]) -> None:
    replay, iteration, rate = training
    slide = Slide.of(Part(replay), iteration, min(9, finest(Part(replay))))
    rows = range(slide.moment.examples)
    written = {Place("term", row, 0): slide.text(Place("term", row, 0)) for row in rows}
    bits = {Place("product", row, 0): Decimal(slide.signal(Place("product", row, 0))) for row in rows}
    total = Place("total", weight=0)
    assert last_digits_off(slide.text(total), worked_out(written, bits, total, rate)) <= 1


@settings(deadline=None, max_examples=40)
@given(trainings(examples=40) | certain())
def test_what_is_written_is_what_the_tape_holds(training: tuple[Replay, int, str]) -> None:
    replay, iteration, _ = training
    moment = moment_at(replay, iteration)
    tape = replay.recording.tape
    assert moment.weights.tobytes() == tape[iteration].tobytes()
    if iteration < replay.recording.recorded:
        assert moment.new_weights == pytest.approx(tape[iteration + 1], rel=1e-12, abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(trainings(examples=40) | certain())
def test_terms_have_at_least_three_more_decimals_than_their_sum(training: tuple[Replay, int, str]) -> None:
    replay, iteration, _ = training
    slide = Slide.of(Part(replay), iteration, min(9, finest(Part(replay))))
    for weight in range(len(slide.moment.names)):
        total = slide.text(Place("total", weight=weight))
        terms = [slide.text(Place("term", row, weight)) for row in range(slide.moment.examples)]
        for term in terms:
            assert term == "0" or total == "0" or decimals(term) - decimals(total) >= 3
        products = [slide.text(Place("product", 0, weight)), slide.text(Place("sum", 0))]
        assert "0" in products or decimals(products[0]) - decimals(products[1]) == 3


def decimals(text: str) -> int:
    """The decimals that a number would have if it were written out."""
    exponent = number(text).as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


@settings(deadline=None, max_examples=60)
@given(trainings(examples=40) | certain())
def test_three_digits_are_seen_of_every_number_on_the_way_to_an_adjustment(
    training: tuple[Replay, int, str],
) -> None:
    replay, iteration, _ = training
    asked = needs(Part(replay))
    moment = moment_at(replay, iteration)
    sampled = iteration in (0, replay.recording.recorded)  # of the others some may ask for more
    for weight, need in enumerate(asked):
        outputs = min(max(need, 6), finest(Part(replay)))
        slide = Slide.of(Part(replay), iteration, outputs, weight)
        rows = range(moment.examples)
        steps = [Place.of(kind, row, weight) for row, kind in product(rows, STEPS)]
        for text in map(slide.text, steps):
            whole = number(text) == number(text).to_integral_value()
            assert whole or outputs < 6 or digits_shown(text) >= 3, text
        for text in (
            slide.text(Place("total", weight=weight)),
            slide.text(Place("adjustment", weight=weight)),
        ):
            assert text == "0" or not sampled or outputs < need or digits_shown(text) >= 3, text


def test_what_is_nothing_is_0_and_what_is_small_is_in_powers_of_ten() -> None:
    match = Match.begin(article())
    match.recording.tape[0] = (20.0, -3.0, -4.0)
    slide = Slide.of(Part(Replay(article(), match.recording)), 0, 8)
    # the sums are -4, 13, 16 and -7; row 2: 1 / (1 + e^13) = 2.2603243e-6, and its square is 5.109066e-12
    assert slide.text(Place("output", 1)) == "1−2.2603243e−6"
    assert slide.text(Place("error", 1)) == "+2.2603243e−6"
    assert slide.text(Place("gradient", 1)) == "2.2603192e−6"
    assert slide.text(Place("term", 1, 0)).startswith("+5.10905")
    assert slide.text(Place("term", 1, 0)).endswith("e−12")
    assert slide.text(Place("term", 0, 0)) == "0"
    assert said(slide, Place("error", 1)) == "1 − (1−2.2603243e−6) = +2.2603243e−6"
    assert in_powers("1−2.2603243e−6") == "e−6: the decimal point belongs 6 places further left."
    assert in_powers("−0.25") == ""


@settings(deadline=None, max_examples=60)
@given(trainings(examples=40) | certain())
def test_the_distance_to_0_or_1_is_that_of_the_tape_s_output(training: tuple[Replay, int, str]) -> None:
    replay, iteration, _ = training
    moment = moment_at(replay, iteration)
    weights = replay.recording.tape[iteration]
    with np.errstate(over="ignore"):
        outputs = 1 / (1 + np.exp(-(moment.signals @ weights)))
    terms = (moment.targets - outputs) * outputs * (1 - outputs)
    assert moment.tails == pytest.approx(np.minimum(outputs, 1 - outputs), abs=1e-12)
    assert moment.deltas == pytest.approx(terms, abs=1e-12)
    assert ((moment.tails == 0) == ((moment.outputs == 0) | (moment.outputs == 1))).all()


def test_the_article_s_first_iteration_by_hand() -> None:
    slide = Slide.of(Part(ARTICLE), 0, 8)
    # the start weights are -0.16595599, 0.44064899, -0.99977125, and row 2 is 1 1 1 -> 1:
    # the sum is -0.72507825, 1 / (1 + e^0.72507825) = 0.32627570, 1 - 0.32627570 = 0.67372430,
    # 0.32627570 x 0.67372430 = 0.21981987 and 0.67372430 x 0.21981987 = 0.14809799
    assert slide.text(Place("weight", weight=1)).startswith("+0.44064898")
    assert slide.text(Place("product", 1, 1)).startswith("+0.44064898")
    assert slide.text(Place("product", 0, 1)) == "0"
    assert slide.text(Place("sum", 1)) == "−0.72507825"
    assert slide.text(Place("output", 1)) == "0.32627570"
    assert slide.text(Place("target", 1)) == "1"
    assert slide.text(Place("error", 1)) == "+0.67372430"
    assert slide.text(Place("gradient", 1)) == "0.21981987"
    assert slide.text(Place("term", 1, 0)) == "+0.14809799"
    assert slide.text(Place("term", 0, 0)) == "0"


@pytest.mark.parametrize("iteration", [0, 1, 77, 9_999, 10_000])
def test_the_article_s_iterations_by_plain_numpy(iteration: int) -> None:
    weights = ARTICLE.recording.tape[iteration]
    outputs = 1 / (1 + np.exp(-(ROWS @ weights)))
    terms = ((TARGETS - outputs) * outputs * (1 - outputs))[:, None] * ROWS
    slide = Slide.of(Part(ARTICLE), iteration, 12)
    for row, weight in product(range(4), range(3)):
        assert float(number(slide.text(Place("term", row, weight)))) == pytest.approx(
            terms[row, weight], abs=1e-12
        )
        assert float(number(slide.text(Place("output", row)))) == pytest.approx(outputs[row], abs=1e-12)
    for weight in range(3):
        new = float(number(slide.text(Place("new", weight=weight))))
        assert new == pytest.approx(weights[weight] + terms[:, weight].sum(), abs=1e-8)


def test_after_the_last_iteration_the_one_that_would_come_next_is_worked_out() -> None:
    short = replay_of(quickly(article(), 120))
    assert moment_at(short, 120).new_weights.tolist() == pytest.approx(
        ARTICLE.weights(121).tolist(), rel=1e-14
    )


def test_at_the_end_of_the_tape_the_words_say_that_the_next_iteration_never_came() -> None:
    new = Place("new", weight=0)
    assert "as it would be at iteration 10,001" in meaning(Slide.of(Part(ARTICLE), 10_000, 8), new)
    assert "as it would be" not in meaning(Slide.of(Part(ARTICLE), 9_999, 8), new)


def test_where_a_hand_turns_the_weights_the_neuron_s_adjustment_is_what_it_would_do() -> None:
    turns = Replay(article(), ARTICLE.recording, step="turn")
    slide = Slide.of(Part(turns), 3, 8)
    assert meaning(slide, Place("weight", weight=0)) == "The weight of left at turn 3."
    assert "as the neuron would adjust it" in meaning(slide, Place("new", weight=0))


def test_what_a_number_is_used_for_has_it_among_its_sources() -> None:
    slide = Slide.of(Part(ARTICLE), 300, 9)
    for place in places(slide.moment):
        weight = max(place.weight, 0)
        uses = slide.uses(place, weight)
        assert bool(uses) == (place.kind != "new")
        assert all(place in slide.sources(use) for use in uses)


def test_the_first_three_digits_of_an_adjustment_are_there() -> None:
    # middle's adjustment after 10,000 iterations is about 0.000000239
    slide = Slide.of(Part(ARTICLE), 10_000, needs(Part(ARTICLE))[1])
    adjustment = slide.text(Place("adjustment", weight=1))
    assert len(number(adjustment).normalize().as_tuple().digits) >= 3
    assert adjustment.startswith("+0.000000239")


@pytest.mark.parametrize("rate", ["0.001", "0.3", "3", "1000"])
def test_the_learning_rate_takes_part(rate: str) -> None:
    puzzle = replace(article(), neuron=replace(article().neuron, learning_rate=float(rate), iterations=5))
    slide = Slide.of(Part(replay_of(puzzle)), 0, 9)
    shown = f"{Decimal(rate):,}"
    assert said(slide, Place("adjustment", weight=0)).startswith(f"{shown} × +0.286")
    first = Decimal(rate) * Decimal("0.28621005")  # the adjustment at rate 1, of test_replay's tape
    assert float(number(slide.text(Place("adjustment", weight=0)))) == pytest.approx(float(first), rel=1e-2)


def test_a_neuron_that_is_certain_is_still_shown_sensibly() -> None:
    match = Match.begin(article())
    match.recording.tape[0] = (12_345.0, -4_000.25, -2_000.5)
    slide = Slide.of(Part(Replay(article(), match.recording)), 0, 8)
    assert slide.text(Place("sum", 1)).startswith("+6,344.25")
    assert slide.text(Place("output", 1)) == "1"
    assert slide.text(Place("error", 1)) == "0"
    assert slide.text(Place("gradient", 1)) == "0"
    assert slide.text(Place("total", weight=0)) == slide.text(Place("adjustment", weight=0)) == "0"
    assert slide.text(Place("new", weight=0)).startswith("+12,345.0000")
    assert "so close to 1 that the computer rounds it to 1" in meaning(slide, Place("output", 1))


def test_before_a_branch_the_examples_are_those_of_that_time() -> None:
    puzzle = article()
    flipped = replace(puzzle, examples=(replace(puzzle.examples[0], target=1), *puzzle.examples[1:]))
    rate = replace(puzzle.neuron, learning_rate=3.0)
    recording = Recording(training_of(flipped, rate), ARTICLE.recording.tape[:101])
    recording.record(10)
    branch = Replay(flipped, recording, earlier=ARTICLE, since=100)
    before, after = (Slide.of(Part(branch), iteration, 8) for iteration in (99, 100))
    assert [slide.text(Place("target", 0)) for slide in (before, after)] == ["0", "1"]
    assert [slide.moment.rate for slide in (before, after)] == [1, 3]
    assert after.moment.new_weights == pytest.approx(recording.tape[101])


def test_every_number_is_said_in_words_with_its_formula() -> None:
    slide = Slide.of(Part(ARTICLE), 0, 4)
    lines = {
        Place("product", 1, 1): ("What middle adds to the sum of row 2", "1 × +0.4406490 = +0.4406490"),
        Place("sum", 1): (
            "The weighted sum of row 2",
            "−0.1659560 + 0.4406490 − 0.9997713 = −0.7251",
        ),
        Place("output", 1): ("The output of row 2", "1 / (1 + e^0.7251) = 0.3263"),
        Place("target", 1): ("The target of row 2", ""),
        Place("error", 1): (
            "The error of row 2: what it should be minus what came out.",
            "1 − 0.3263 = +0.6737",
        ),
        Place("gradient", 1): ("The gradient of row 2", "0.3263 × (1 − 0.3263) = 0.2198"),
        Place("term", 1, 0): ("What row 2 asks of the weight of left", "+0.6737 × 1 × 0.2198 = +0.1481"),
        Place("total", weight=0): ("The sum of the terms of left", "+0.1481 + 0.1381 = +0.3"),
        Place("weight", weight=0): ("The weight of left at iteration 0.", ""),
        Place("adjustment", weight=0): ("The adjustment of left", "1 × +0.3 = +0.3"),
        Place("new", weight=0): ("The weight of left at iteration 1:", "−0.1659560 + 0.3 = +0.1"),
    }
    for place, (words, arithmetic) in lines.items():
        assert meaning(slide, place).startswith(words)
        assert said(slide, place) == arithmetic


def test_the_formula_names_the_numbers_that_light_up() -> None:
    slide = Slide.of(Part(ARTICLE), 300, 9)
    for place in places(slide.moment):
        arithmetic = said(slide, place).replace("+ ", "+").replace("− ", "−")
        sources = slide.sources(place)
        assert bool(arithmetic) == bool(sources)
        for source in sources:
            text = slide.text(source)
            shown = slide.signal(source) if place.kind == "term" and source.kind == "product" else text
            assert shown.lstrip("+−") in arithmetic or text == "0", (place, arithmetic)


def test_the_threshold_is_a_weight_on_an_input_that_is_always_1() -> None:
    replay = replay_of(bundled("threshold/night-light-again"))
    slide = Slide.of(Part(replay), 50, 8)
    last = len(replay.weight_names) - 1
    assert all(slide.signal(Place("product", row, last)) == "1" for row in range(slide.moment.examples))
    assert "its input is always 1" in meaning(slide, Place("product", 0, last))
    assert "its input is always 1" not in meaning(slide, Place("product", 0, 0))


def test_of_a_sum_that_is_too_long_the_middle_is_left_out() -> None:
    long = Formula(tuple(signed(part) for part in range(40)), "+780.00")
    assert len(long.written(60)) <= 60
    assert long.written(60).startswith("+0.00 +1.00 ")
    assert long.written(60).endswith(" … +39.00 = +780.00")
    assert "…" not in long.written(1_000)
