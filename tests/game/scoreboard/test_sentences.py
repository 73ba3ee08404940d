"""What the figures say, and what they do not say yet."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_tui.game.scoreboard.calibration import Bin, sureness
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.game.scoreboard.sentences import NOTHING_YET, about_lead, sentences, summary
from neuron_tui.game.scoreboard.sureness import about_sureness
from tests.game.scoreboard.answers import ANSWERS, Said, counted, figures


def titled(chapter: str) -> str:
    return {"article": "The article", "never": "What it can never learn"}.get(chapter, chapter)


def said_about(said: list[Said], puzzles: tuple[str, ...] = ("article/leftmost-column",)) -> tuple[str, ...]:
    return sentences(figures(said, puzzles), titled)


def sure(guess: float, right: int, count: int, neuron: float = 0.5) -> list[Said]:
    """So many answers of one guess for 1, of which so many are right."""
    return [(guess, neuron, 1.0)] * right + [(guess, neuron, 0.0)] * (count - right)


def test_with_no_answers_it_is_said_how_to_begin() -> None:
    assert said_about([]) == NOTHING_YET
    assert "Play a puzzle" in NOTHING_YET[1]


def test_surer_than_one_should_be() -> None:
    # 30 of 42 is 71 %, and a share of 90 % would hardly ever give so few.
    first, *_ = said_about(sure(0.9, 30, 42))
    judged, reason = first.split(": ", 1)
    assert judged == "You are surer than you should be"
    assert reason.startswith("when you say 90 %, you are right 71 % of the time, over 42 answers. A guess")


def test_sure_of_0_counts_as_sure() -> None:
    wrong = [(0.1, 0.5, 1.0)] * 12
    right = [(0.1, 0.5, 0.0)] * 30
    said = said_about(wrong + right)[0]
    assert "when you say 90 %, you are right 71 % of the time, over 42 answers." in said
    assert "A guess of 0.1 counts as 90 % here, too: it is that sure of 0." in said


def test_not_as_sure_as_one_could_be() -> None:
    first, *_ = said_about(sure(0.6, 39, 40))
    assert first.startswith(
        "You could be surer than you are: when you say 60 %, you are right 98 % of the time, over 40 answers."
    )


def test_as_sure_as_one_should_be() -> None:
    first, *_ = said_about(sure(0.9, 72, 80))
    judged, reason = first.split(": ", 1)
    assert judged == "You are as sure as you should be"
    assert reason.startswith("when you say 90 %, you are right 90 % of the time, over 80 answers. A guess")


def test_who_is_certain_and_always_right_is_as_sure_as_can_be() -> None:
    for count in range(10, 60):
        assert "surer" not in said_about(sure(1.0, count, count))[0]
    assert "when you say 100 %, you are right 100 % of the time" in said_about(sure(1.0, 40, 40))[0]
    assert "You are surer than you should be" in said_about(sure(1.0, 34, 40))[0]


@pytest.mark.parametrize(("right", "count"), [(39, 40), (99, 100), (990, 1_000)])
def test_who_says_1_may_mean_as_little_as_the_step_before_it_leaves(right: int, count: int) -> None:
    # A guess moves in steps of 0.05: who means 0.98 can only say 1.
    assert said_about(sure(1.0, right, count))[0].startswith("You are as sure as you should be: ")


def test_who_says_90_and_means_88_is_not_too_sure() -> None:
    assert said_about(sure(0.9, 880, 1_000))[0].startswith("You are as sure as you should be: ")
    assert said_about(sure(0.9, 830, 1_000))[0].startswith("You are surer than you should be: ")


def test_the_level_that_stands_out_most_is_told() -> None:
    said = sure(0.7, 15, 40) + sure(0.9, 36, 40)
    assert "when you say 70 %, you are right 38 % of the time" in said_about(said)[0]


def test_nine_answers_say_nothing_however_clear_they_are() -> None:
    first, second, *_ = said_about(sure(0.9, 0, 9, neuron=0.1))
    assert first == "1 more answer at 90 % may show whether you are as sure as you should be."
    assert second == "It takes at least 1 more answer to tell who is better, you or the neuron."
    assert "surer than you should be" in said_about(sure(0.9, 0, 10, neuron=0.1))[0]


def test_as_many_more_answers_as_are_asked_for_do_tell() -> None:
    first = said_about(sure(0.9, 18, 20))[0]
    more = int(first.split()[0])
    count = -(-(20 + more) // 10) * 10  # so many that the share can stay as it is
    assert "You are as sure as you should be" in said_about(sure(0.9, 9 * count // 10, count))[0]


def test_who_has_never_leaned_is_told_so() -> None:
    assert said_about(sure(0.5, 10, 20))[0].startswith("You have not leaned to an answer yet")


def test_who_is_better_over_all_and_by_how_much() -> None:
    # Sure and right gives 100 points, undecided none.
    assert "You are better than the neuron: 100 points more per question, over 20 answers." in said_about(
        sure(1.0, 20, 20)
    )
    assert "The neuron is better than you: 100 points more per question, over 20 answers." in said_about(
        [(0.5, 1.0, 1.0)] * 20
    )


def test_one_point_is_one_point() -> None:
    # A guess of 0.5025 for 1 has an error of 0.2475, which is a point.
    assert "better than the neuron: 1 point more per question" in said_about([(0.5025, 0.5, 1.0)] * 4_000)[1]


@pytest.mark.parametrize("count", [10, 100, 10_000])
def test_points_that_are_shown_as_equal_are_equal(count: int) -> None:
    # The neuron's 0.9999 gives 99.99 points; a question with them is drawn.
    assert said_about([(1.0, 0.9999, 1.0)] * count)[1] == (
        "So far you and the neuron are level: +100 points per question for you, +100 for the neuron."
    )
    chapters = ("article/picnic",) * (count // 2) + ("never/stairs",)
    assert not [one for one in said_about([(1.0, 0.9999, 1.0)] * count, chapters) if "beat" in one]


def test_ten_answers_that_happened_to_be_right_tell_little() -> None:
    # Who is sure and right in three of four is no better than nobody, and gets ten of ten in 6 %.
    assert "can't be told yet" in said_about(sure(1.0, 10, 10))[1]


def test_what_can_not_be_told_yet_says_how_many_more_answers_it_takes() -> None:
    even: list[Said] = [(1.0, 0.5, 1.0)] * 8 + [(0.5, 1.0, 1.0)] * 6
    lead = said_about(even)[1]
    assert lead.startswith(
        "Who is better can't be told yet: +57 points per question for you, +43 for the neuron."
    )
    more = int(lead.split("If it goes on so, ")[1].split()[0])
    many = (14 + more) / 14
    goes_on: list[Said] = [(1.0, 0.5, 1.0)] * round(8 * many) + [(0.5, 1.0, 1.0)] * round(6 * many)
    assert said_about(goes_on)[1].startswith("You are better than the neuron: 14 points more per question")


def test_two_who_are_equal_are_not_sent_for_more_answers() -> None:
    lead = said_about([(0.9, 0.9, 1.0)] * 20)[1]
    assert lead == (
        "So far you and the neuron are level: +96 points per question for you, +96 for the neuron."
    )


def test_two_who_are_nearly_equal_are_told_that_a_thousand_answers_would_not_tell() -> None:
    # Now and then one of the two gains 100 points, in 15 answers of 30 the one and in 14 the other.
    near: list[Said] = [(1.0, 0.5, 1.0)] * 15 + [(0.5, 1.0, 1.0)] * 14 + [(0.5, 0.5, 1.0)]
    assert said_about(near)[1].endswith(" Not even 1,000 more answers like these would tell.")
    # The spread is 98 points, the lead 3.3: some 1.96^2 * 98^2 / 3.3^2, over 3,000 answers in all.
    assert 1.96**2 * 98.3**2 / 3.33**2 > 1_030


@given(st.integers(10, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_lead_that_is_not_told_always_says_how_many_more_answers_it_takes(
    even: int, won: int, lost: int
) -> None:
    said: list[Said] = [(0.9, 0.9, 1.0)] * even + [(1.0, 0.5, 1.0)] * won + [(0.5, 1.0, 1.0)] * lost
    lead = about_lead(figures(said).total)
    if "can't be told yet" in lead:
        assert "may tell." in lead or "Not even 1,000 more answers" in lead


@given(st.lists(st.tuples(st.integers(6, 10), st.integers(0, 300), st.integers(0, 300)), min_size=1))
def test_sureness_always_says_something(levels: list[tuple[int, int, int]]) -> None:
    said = [one for tenth, right, wrong in levels for one in sure(tenth / 10, right, right + wrong)]
    you = figures(said).total.you
    assert about_sureness(sureness(you.guesses, you.answers)).endswith(".")


def test_where_a_thousand_answers_would_not_tell_how_sure_one_may_be_it_says_so() -> None:
    # 67 % lie 3.8 standard errors (0.0078) from 70 % with 3,600 answers, which does not fit. But who says 0.7
    # may mean 0.675, and that lies 0.6 away, 0.7 with 4,600: not as far as what is surely off (2.58).
    level = Bin(0.65, 0.75, 3_600, 0.7, 0.67)
    said = about_sureness((Bin(0.5, 0.55, 0, 0, 0), level))
    assert said == (
        "Not even 1,000 more answers like these at 70 % would tell whether you are as sure as you should be."
    )


def test_where_you_win_and_where_the_neuron_does() -> None:
    said: list[Said] = [(0.5, 1.0, 1.0)] * 20 + [(1.0, 0.5, 1.0)] * 20
    puzzles = ("article/picnic",) * 20 + ("never/stairs",) * 20
    found = said_about(said, puzzles)
    assert "You beat the neuron in What it can never learn: 100 points more per question." in found
    assert "The neuron beats you in The article: 100 points more per question." in found


def test_chapters_with_few_answers_say_how_many_more_it_takes() -> None:
    said: list[Said] = [(0.5, 1.0, 1.0)] * 9 + [(1.0, 0.5, 1.0)] * 8
    puzzles = ("article/picnic",) * 9 + ("never/stairs",) * 8
    assert (
        "1 more answer in The article may show where you are better, and where the neuron is."
        in said_about(said, puzzles)
    )


def test_streaks() -> None:
    won, lost = (1.0, 0.5, 1.0), (0.5, 1.0, 1.0)
    assert said_about([lost, won, won, won])[-1] == (
        "You have beaten the neuron 3 times in a row; the longest streak you have had."
    )
    assert said_about([*[won] * 4, lost, won, won, won])[-1] == (
        "You have beaten the neuron 3 times in a row; your longest streak is 4."
    )
    assert said_about([*[won] * 4, lost])[-1] == "Your longest streak: you beat the neuron 4 times in a row."
    assert not any("in a row" in sentence for sentence in said_about([won, won]))


def test_what_was_foreseen_is_told_after_all_else() -> None:
    seen = Foreseen(np.array([0.6, 0.5, 0.9]), np.array([0.5, 1.0, 0.9]), np.zeros(3, np.int64))
    *told, begin = sentences(Figures(replace(counted([]), foreseen=seen)), titled)
    assert begin == NOTHING_YET[1]
    assert told[0].startswith("You foresaw the neuron 2 of 3 times")
    assert "about the neuron may show whether you trust it" in told[1]
    found = sentences(Figures(replace(counted(sure(0.9, 30, 42)), foreseen=seen)), titled)
    assert list(found[-2:]) == told
    assert found[:-2] == sentences(figures(sure(0.9, 30, 42)), titled), "it compares nobody"


@given(ANSWERS)
def test_every_sentence_is_plain_english(answers: list[tuple[Said, str]]) -> None:
    made = figures([said for said, _ in answers], tuple(puzzle for _, puzzle in answers))
    for sentence in (*sentences(made, titled), *summary(made)):
        assert sentence.endswith(".")
        assert not re.search(r"\b1 (more )?(answers|points)\b", sentence)
        assert not re.search(r"\b(0|[2-9]|\d\d+) (more )?(answer|point)\b", sentence)
        assert "nan" not in sentence
        assert "!" not in sentence


def test_the_summary_of_one_answer_claims_no_interval() -> None:
    found = summary(figures([(0.9, 0.9999, 1.0)]))
    assert found[0] == "Over 1 answer you won 0, the neuron won 0, and 1 was drawn."
    assert found[1] == "You: 96 points, 100 % on the right side, Brier score 0.010."


def test_the_summary_of_many_tells_the_likely_range() -> None:
    found = summary(figures(sure(0.8, 15, 20)))
    assert found[1].startswith("You: 480 points, 75 % on the right side, Brier score 0.190 (95 % range 0.")
    assert summary(figures([])) == ()
    assert len(counted([])) == 0


@pytest.mark.parametrize("drawn", [1, 2])
def test_one_draw_was_drawn_and_two_were(drawn: int) -> None:
    found = summary(figures([(0.5, 0.5, 1.0)] * drawn))[0]
    assert found.endswith("1 was drawn." if drawn == 1 else "2 were drawn.")
