"""A measured speed in words, and against brains."""

from __future__ import annotations

import pytest

from neuron_tui.game.million import duration, in_words, said
from neuron_tui.neuron.throughput import COUNTS


@pytest.mark.parametrize(
    ("number", "words"),
    [(12, "12"), (950, "950"), (1_000, "1.0 thousand"), (205_300, "205 thousand"), (3_440_000, "3.4 million"),
     (66e6, "66 million"), (999_800, "1.0 million"), (86e9, "86 billion")],
)  # fmt: skip
def test_a_large_number_is_said_with_the_digits_that_matter(number: float, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.0021, "2.1 ms"), (0.015, "15 ms"), (1.08, "1.1 seconds"), (45, "45 seconds"), (1_320, "22 minutes"),
     (7_200, "2.0 hours")],
)  # fmt: skip
def test_a_time_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_the_fastest_count_speaks_and_brains_follow_once_all_is_measured() -> None:
    assert said([]) == ["Measuring on your computer. It takes a few seconds."]
    some = [(1, 200_000.0), (3, 600_000.0)]
    assert said(some) == [
        "Your computer adjusts 600 thousand neurons of this kind in a second, with 3 side by side.",
        "One neuron alone would be adjusted 200 thousand times.",
    ]
    speeds = dict.fromkeys(COUNTS, 100_000.0) | {1_000: 30_000_000.0, 1_000_000: 10_000_000.0}
    every = list(speeds.items())
    told = said(every)
    assert "30 million neurons" in told[0]
    assert told[2].startswith("With 1,000,000 side by side")
    # 960,000, 71 million and 86 billion over 10 million in a second
    assert told[2].endswith("a bee: 96 ms\na mouse: 7.1 seconds\na human: 2.4 hours")
