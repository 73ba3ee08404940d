"""One iteration as arithmetic: what is written is what happened, and can be worked out anew from itself."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import product

import numpy as np
import pytest
from hypothesis import given

from neuron_tui.game.explain.numbers import signed
from neuron_tui.game.match.match import Match
from neuron_tui.game.microscope.equation import Equation, equation
from neuron_tui.game.microscope.explanation import in_powers, meaning
from neuron_tui.game.microscope.iteration import numbers_at
from neuron_tui.game.microscope.one_neuron import OneNeuron
from neuron_tui.game.microscope.slide import (
    OF_A_WEIGHT,
    OF_BOTH,
    NumberKind,
    NumberPlace,
    Slide,
    of_a_row,
)
from neuron_tui.game.replay.replay import Replay
from neuron_tui.game.replay.training import training_of
from neuron_tui.neuron import Recording
from tests.game.arithmetic import certain, comes_out, number, same_number, trainings
from tests.game.matches import article, bundled, quickly, replay_of

ARTICLE = replay_of(article())
ROWS = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=float)
TARGETS = np.array([0, 1, 1, 0], dtype=float)
STEPS: tuple[NumberKind, ...] = ("error", "gradient", "term")


def places(slide: Slide) -> list[NumberPlace]:
    """Where the numbers of a neuron stand."""
    rows, weights = range(slide.numbers.examples), range(len(slide.neuron.names))
    both = [NumberPlace(kind, row, weight) for kind, row, weight in product(OF_BOTH, rows, weights)]
    by_row = [NumberPlace(kind, row=row) for kind, row in product(of_a_row(slide.neuron), rows)]
    by_weight = [NumberPlace(kind, weight=at) for kind, at in product((*OF_A_WEIGHT, "total"), weights)]
    return both + by_row + by_weight + [NumberPlace("outgoing")] * bool(slide.downstream)


def said(slide: Slide, place: NumberPlace) -> str:
    """An equation, however long."""
    return equation(slide, place).written(10_000)


def check_equations(slide: Slide, everywhere: list[NumberPlace]) -> None:
    """Every equation comes out to the last digit, and to the number that the tables show."""
    for place in everywhere:
        written = equation(slide, place)
        if written.parts:
            assert comes_out(written.written(100_000)), (place, written)
            assert same_number(written.result, slide.text(place)), (place, written)


def check_how_it_is_written(slide: Slide) -> None:
    """Every number has four decimals, or two digits and a power of ten where these would show fewer."""
    for place in places(slide):
        text = slide.text(place)
        small = 0 < abs(slide.value(place)) < 0.001
        powers = r"\d\.\de−\d\d?|\de−\d{3}"  # a longer exponent takes the place of a digit
        assert re.fullmatch(rf"[+−]?({powers if small else '[0-9,]+[.][0-9]{4}|0|1'})", text), (place, text)


def texts(slide: Slide, source: NumberPlace, place: NumberPlace) -> str:
    """A source as the tables show it; of an input's product the term needs only the input."""
    return slide.signal(source) if place.kind == "term" and source.kind == "product" else slide.text(source)


@given(trainings(examples=40) | certain())
def test_every_equation_comes_out_to_the_last_digit_from_what_is_written(
    training: tuple[Replay, int, str],
) -> None:
    replay, iteration, _ = training
    slide = Slide.of(OneNeuron(replay), iteration)
    check_equations(slide, places(slide))
    check_how_it_is_written(slide)


@given(trainings())
def test_sums_of_the_largest_tables_come_out_as_well(training: tuple[Replay, int, str]) -> None:
    replay, iteration, _ = training
    slide = Slide.of(OneNeuron(replay), iteration)
    check_equations(slide, [NumberPlace("total", weight=0)])


@pytest.mark.parametrize("iteration", [0, 1, 300, 10_000])
def test_the_terms_are_the_numbers_of_the_tables_with_guard_digits(iteration: int) -> None:
    slide = Slide.of(OneNeuron(ARTICLE), iteration)
    for place in places(slide):
        if place.kind == "output":
            continue  # its one term is in an exponent
        terms = [part.lstrip("(").rstrip(")") for part in equation(slide, place).parts]
        if not terms:
            assert place.kind in ("weight", "target") or len(slide.added(place)) < 2
            continue
        numbers = [term.replace(" ", "") for term in terms if any(map(str.isdigit, term))]
        shown = [texts(slide, source, place) for source in slide.sources(place)]
        for text in shown:
            assert text == "0" or any(same_number(text, term) for term in numbers), (place, text, numbers)


def test_only_as_many_guard_digits_as_it_takes() -> None:
    slide = Slide.of(OneNeuron(ARTICLE), 10_000)
    # 6.2 - 6.1 would be 1, and 6.16 - 6.14 would be 0.20
    assert said(slide, NumberPlace("total", weight=1)) == "+6.161e−5 − 6.137e−5 = +2.4e−7"
    assert said(slide, NumberPlace("error", 1)) == "1 − 0.9921 = +0.0079"


def test_a_result_halfway_between_two_numbers_of_the_tables_has_a_digit_more() -> None:
    puzzle = replace(article(), neuron=replace(article().neuron, learning_rate=0.005))
    match = Match.begin(puzzle)
    match.recording.tape[0] = (0, 0, 0)
    slide = Slide.of(OneNeuron(Replay(puzzle, match.recording)), 0)
    adjustment = NumberPlace("adjustment", weight=0)  # all outputs are 1/2: 0.005 * (1/8 + 1/8)
    assert said(slide, adjustment) == "0.005 × +0.2500 = +0.00125"
    assert slide.text(adjustment) in ("+0.0012", "+0.0013")


def test_what_adds_nothing_is_not_in_a_sum_and_a_sum_of_one_number_is_said_in_words() -> None:
    slide = Slide.of(OneNeuron(ARTICLE), 0)
    one, two, three = (NumberPlace("sum", row) for row in range(3))
    assert said(slide, one) == ""
    assert meaning(slide, one).endswith("added up. Only right adds to it: −0.9998.")
    assert said(slide, three) == "−0.16596 − 0.99977 = −1.1657"
    assert meaning(slide, three).endswith("Inputs that are 0 add nothing.")
    assert meaning(slide, two).endswith("added up.")
    assert meaning(slide, NumberPlace("total", weight=0)).endswith("Rows with a 0 ask nothing.")
    assert meaning(slide, NumberPlace("term", 0, 0)).startswith("Row 1 asks nothing of the weight of left")


@given(trainings(examples=40) | certain())
def test_what_is_written_is_what_the_tape_holds(training: tuple[Replay, int, str]) -> None:
    replay, iteration, _ = training
    found = numbers_at(OneNeuron(replay), iteration)
    tape = replay.recording.tape
    assert found.weights.tobytes() == tape[iteration].tobytes()
    if iteration < replay.recording.recorded:
        assert found.new_weights == pytest.approx(tape[iteration + 1], rel=1e-12, abs=1e-12)


def test_what_is_nothing_is_0_and_what_is_small_is_in_powers_of_ten() -> None:
    match = Match.begin(article())
    match.recording.tape[0] = (20.0, -3.0, -4.0)
    slide = Slide.of(OneNeuron(Replay(article(), match.recording)), 0)
    # the sums are -4, 13, 16 and -7; row 2: 1 / (1 + e^13) = 2.2603243e-6, and its square is 5.109066e-12
    assert slide.text(NumberPlace("output", 1)) == "1.0000"
    assert slide.text(NumberPlace("error", 1)) == "+2.3e−6"
    assert slide.text(NumberPlace("gradient", 1)) == "2.3e−6"
    assert slide.text(NumberPlace("term", 1, 0)) == "+5.1e−12"
    assert slide.text(NumberPlace("term", 0, 0)) == "0"
    assert said(slide, NumberPlace("error", 1)) == "1 − 0.9999977 = +2.3e−6"
    assert in_powers("+2.3e−6") == "e−6: the decimal point belongs 6 places further left."
    assert in_powers("−0.25") == ""


@given(trainings(examples=40) | certain())
def test_the_distance_to_0_or_1_is_that_of_the_tape_s_output(training: tuple[Replay, int, str]) -> None:
    replay, iteration, _ = training
    found = numbers_at(OneNeuron(replay), iteration)
    weights = replay.recording.tape[iteration]
    with np.errstate(over="ignore"):
        outputs = 1 / (1 + np.exp(-(found.signals @ weights)))
    terms = found.targets - outputs
    if not replay.model.cross_entropy:
        terms = terms * outputs * (1 - outputs)
    assert found.tails == pytest.approx(np.minimum(outputs, 1 - outputs), abs=1e-12)
    assert found.deltas == pytest.approx(terms, abs=1e-12)
    assert ((found.tails == 0) == ((found.outputs == 0) | (found.outputs == 1))).all()


def test_the_article_s_first_iteration_by_hand() -> None:
    slide = Slide.of(OneNeuron(ARTICLE), 0)
    # the start weights are -0.16595599, 0.44064899, -0.99977125, and row 2 is 1 1 1 -> 1:
    # the sum is -0.72507825, 1 / (1 + e^0.72507825) = 0.32627570, 1 - 0.32627570 = 0.67372430,
    # 0.32627570 x 0.67372430 = 0.21981987 and 0.67372430 x 0.21981987 = 0.14809799
    assert slide.text(NumberPlace("weight", weight=1)) == "+0.4406"
    assert slide.text(NumberPlace("product", 1, 1)) == "+0.4406"
    assert slide.text(NumberPlace("product", 0, 1)) == "0"
    assert slide.text(NumberPlace("sum", 1)) == "−0.7251"
    assert slide.text(NumberPlace("output", 1)) == "0.3263"
    assert slide.text(NumberPlace("target", 1)) == "1"
    assert slide.text(NumberPlace("error", 1)) == "+0.6737"
    assert slide.text(NumberPlace("gradient", 1)) == "0.2198"
    assert slide.text(NumberPlace("term", 1, 0)) == "+0.1481"
    assert slide.text(NumberPlace("term", 0, 0)) == "0"


@pytest.mark.parametrize("iteration", [0, 1, 77, 9_999, 10_000])
def test_the_article_s_iterations_by_plain_numpy(iteration: int) -> None:
    weights = ARTICLE.recording.tape[iteration]
    outputs = 1 / (1 + np.exp(-(ROWS @ weights)))
    terms = ((TARGETS - outputs) * outputs * (1 - outputs))[:, None] * ROWS
    slide = Slide.of(OneNeuron(ARTICLE), iteration)
    for row, weight in product(range(4), range(3)):
        assert float(number(slide.text(NumberPlace("term", row, weight)))) == pytest.approx(
            terms[row, weight], abs=5.1e-5
        )
        assert float(number(slide.text(NumberPlace("output", row)))) == pytest.approx(
            outputs[row], abs=5.1e-5
        )
    for weight in range(3):
        new = float(number(slide.text(NumberPlace("new", weight=weight))))
        assert new == pytest.approx(weights[weight] + terms[:, weight].sum(), abs=5.1e-5)


def test_after_the_last_iteration_the_one_that_would_come_next_is_worked_out() -> None:
    short = replay_of(quickly(article(), 120))
    assert numbers_at(OneNeuron(short), 120).new_weights.tolist() == pytest.approx(
        ARTICLE.weights(121).tolist(), rel=1e-14
    )


def test_at_the_end_of_the_tape_the_words_say_that_the_next_iteration_never_came() -> None:
    new = NumberPlace("new", weight=0)
    assert "as it would be at iteration 10,001" in meaning(Slide.of(OneNeuron(ARTICLE), 10_000), new)
    assert "as it would be" not in meaning(Slide.of(OneNeuron(ARTICLE), 9_999), new)


def test_where_a_hand_turns_the_weights_the_neuron_s_adjustment_is_what_it_would_do() -> None:
    turns = Replay(article(), ARTICLE.recording, step="turn")
    slide = Slide.of(OneNeuron(turns), 3)
    assert (
        meaning(slide, NumberPlace("weight", weight=0))
        == "The weight of left at turn 3: what its input is multiplied by."
    )
    assert "as the neuron would adjust it" in meaning(slide, NumberPlace("new", weight=0))


def test_what_a_number_is_used_for_has_it_among_its_sources() -> None:
    slide = Slide.of(OneNeuron(ARTICLE), 300)
    for place in places(slide):
        weight = max(place.weight, 0)
        uses = slide.uses(place, weight)
        assert bool(uses) == (place.kind != "new")
        assert all(place in slide.sources(use) for use in uses)


@pytest.mark.parametrize("rate", ["0.001", "0.3", "3", "1000"])
def test_the_learning_rate_takes_part(rate: str) -> None:
    puzzle = replace(article(), neuron=replace(article().neuron, learning_rate=float(rate), iterations=5))
    slide = Slide.of(OneNeuron(replay_of(puzzle)), 0)
    shown = f"{Decimal(rate):,}"
    assert said(slide, NumberPlace("adjustment", weight=0)).startswith(f"{shown} × +0.28")
    first = Decimal(rate) * Decimal("0.28621005")  # the adjustment at rate 1, of test_replay's tape
    assert float(number(slide.text(NumberPlace("adjustment", weight=0)))) == pytest.approx(
        float(first), rel=5e-2
    )


def test_a_neuron_that_is_certain_is_still_shown_sensibly() -> None:
    match = Match.begin(article())
    match.recording.tape[0] = (12_345.0, -4_000.25, -2_000.5)
    slide = Slide.of(OneNeuron(Replay(article(), match.recording)), 0)
    assert slide.text(NumberPlace("sum", 1)).startswith("+6,344.25")
    assert slide.text(NumberPlace("output", 1)) == "1"
    assert slide.text(NumberPlace("error", 1)) == "0"
    assert slide.text(NumberPlace("gradient", 1)) == "0"
    assert (
        slide.text(NumberPlace("total", weight=0)) == slide.text(NumberPlace("adjustment", weight=0)) == "0"
    )
    assert slide.text(NumberPlace("new", weight=0)).startswith("+12,345.0000")
    assert "so close to 1 that the computer rounds it to 1" in meaning(slide, NumberPlace("output", 1))


def test_before_a_branch_the_examples_are_those_of_that_time() -> None:
    puzzle = article()
    flipped = replace(puzzle, examples=(replace(puzzle.examples[0], target=1), *puzzle.examples[1:]))
    rate = replace(puzzle.neuron, learning_rate=3.0)
    recording = Recording(training_of(flipped, rate), ARTICLE.recording.tape[:101])
    recording.record(10)
    branch = Replay(flipped, recording, earlier=ARTICLE, since=100)
    before, after = (Slide.of(OneNeuron(branch), iteration) for iteration in (99, 100))
    assert [slide.text(NumberPlace("target", 0)) for slide in (before, after)] == ["0", "1"]
    assert [slide.numbers.rate for slide in (before, after)] == [1, 3]
    assert after.numbers.new_weights == pytest.approx(recording.tape[101])


def test_every_number_is_said_in_words_with_its_equation() -> None:
    slide = Slide.of(OneNeuron(ARTICLE), 0)
    lines = {
        NumberPlace("product", 1, 1): ("What middle adds to the sum of row 2", "1 × +0.4406 = +0.4406"),
        NumberPlace("sum", 1): (
            "The weighted sum of row 2",
            "−0.16596 + 0.44065 − 0.99977 = −0.7251",
        ),
        NumberPlace("output", 1): ("The output of row 2", "1 / (1 + e^0.7251) = 0.3263"),
        NumberPlace("target", 1): ("The target of row 2", ""),
        NumberPlace("error", 1): (
            "The error of row 2, how far its output is off",
            "1 − 0.3263 = +0.6737",
        ),
        NumberPlace("gradient", 1): ("The gradient of row 2", "0.3263 × (1 − 0.3263) = 0.2198"),
        NumberPlace("term", 1, 0): (
            "What row 2 asks of the weight of left",
            "+0.6737 × 1 × 0.2198 = +0.1481",
        ),
        NumberPlace("total", weight=0): (
            "What all rows together ask of the weight of left",
            "+0.1481 + 0.1381 = +0.2862",
        ),
        NumberPlace("weight", weight=0): ("The weight of left at iteration 0:", ""),
        NumberPlace("adjustment", weight=0): ("The adjustment of left", "1 × +0.2862 = +0.2862"),
        NumberPlace("new", weight=0): (
            "The weight of left at iteration 1:",
            "−0.165956 + 0.286210 = +0.1203",
        ),
    }
    for place, (words, arithmetic) in lines.items():
        assert meaning(slide, place).startswith(words)
        assert said(slide, place) == arithmetic


def test_the_threshold_is_a_weight_on_an_input_that_is_always_1() -> None:
    replay = replay_of(bundled("threshold/night-light-again"))
    slide = Slide.of(OneNeuron(replay), 50)
    last = len(replay.weight_names) - 1
    assert all(
        slide.signal(NumberPlace("product", row, last)) == "1" for row in range(slide.numbers.examples)
    )
    assert "its input is always 1" in meaning(slide, NumberPlace("product", 0, last))
    assert "its input is always 1" not in meaning(slide, NumberPlace("product", 0, 0))


def test_of_a_sum_that_is_too_long_the_middle_is_left_out() -> None:
    long = Equation(tuple(signed(part) for part in range(40)), "+780.00")
    assert len(long.written(60)) <= 60
    assert long.written(60).startswith("+0.00 +1.00 ")
    assert long.written(60).endswith(" … +39.00 = +780.00")
    assert "…" not in long.written(1_000)
