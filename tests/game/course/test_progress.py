"""How far a player is: what was played, what was won, and which chapters are known."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from neuron_tui.game.course.progress import CourseProgress, knows, tally_and_progress, won
from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import Answer
from neuron_tui.game.journal.match_answers import answer_of
from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.puzzle import Example, Puzzle, Question
from tests.game.scoreboard.answers import counted

PUZZLE = Puzzle(
    "Two questions",
    ("a", "b"),
    (Example((1, 0), 1), Example((0, 1), 0)),
    (Question((1, 1), 1), Question((0, 0), 0)),
)


def answers(
    *guesses: str,
    puzzle: Puzzle = PUZZLE,
    id: str = "chapter/last",
    player: str = "Ann",
    hints: int = 0,
    time: float = 1.7e9,
) -> list[Answer]:
    """What a match on a puzzle leaves in the journal; the neuron says 0.75 to everything."""
    return [
        answer_of(
            puzzle,
            question,
            Fraction(guess),
            0.75,
            puzzle_id=id,
            player=player,
            seconds=3.0,
            mode="match",
            time=time + place,
            hints=hints,
        )
        for place, (guess, question) in enumerate(zip(guesses, puzzle.questions, strict=True))
    ]


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """Ann's, with a journal of its own."""
    return Keeper(tmp_path / "journal.sqlite3", "Ann")


def another(puzzle: Puzzle) -> Puzzle:
    """One that asks the same of other inputs."""
    return replace(puzzle, input_names=("c", "d"))


def progress(keeper: Keeper, last: Puzzle = PUZZLE) -> CourseProgress:
    """In a chapter that ends with this puzzle."""
    return tally_and_progress(keeper, {"chapter": last}, {"chapter/last": last})[1]


def test_whoever_has_not_played_is_nowhere_yet(keeper: Keeper) -> None:
    assert progress(keeper) == CourseProgress()


def test_a_puzzle_is_played_by_whom_it_was_played(keeper: Keeper) -> None:
    keeper.keep(answers("0.1", "0.9"))
    keeper.keep(answers("0.1", "0.9", id="chapter/other", player="Bob"))
    assert progress(keeper).state("chapter/last") == "played"
    assert progress(keeper).state("chapter/other") == "new"


def test_whoever_left_before_the_last_question_has_neither_played_nor_won_it(keeper: Keeper) -> None:
    first = answers("0.9", "0.1")[:1]
    keeper.keep(first)
    assert progress(keeper).state("chapter/last") == "new"
    keeper.keep(answers("0.9", "0.1", time=1.8e9)[1:])
    assert progress(keeper).state("chapter/last") == "won"
    changed = replace(PUZZLE, questions=(*PUZZLE.questions, Question((0, 1), 1)))
    assert progress(keeper, changed).state("chapter/last") == "won", "what was played before was played"


def test_a_puzzle_whose_rows_do_not_tell_is_won_by_foreseeing_the_neuron(keeper: Keeper) -> None:
    open_one = replace(PUZZLE, questions=(Question((0, 0), None),))
    keeper.keep(answers("0.85", puzzle=open_one))
    keeper.keep(answers("0.9", puzzle=another(open_one), id="chapter/other"))
    assert progress(keeper).won == {"chapter/last"}


def test_where_there_are_right_answers_they_alone_win_it(keeper: Keeper) -> None:
    half_open = replace(PUZZLE, questions=(Question((1, 1), 1), Question((0, 0), None)))
    keeper.keep(answers("0.9", "0.85", puzzle=half_open))
    keeper.keep(answers("0.9", "0.2", puzzle=another(half_open), id="chapter/other"))
    third = replace(half_open, examples=half_open.examples[:1])
    keeper.keep(answers("0.5", "0.75", puzzle=third, id="chapter/third"))
    assert progress(keeper).won == {"chapter/last", "chapter/other"}


def test_what_was_answered_before_the_neuron_was_asked_for_has_no_points_and_no_star(keeper: Keeper) -> None:
    half_open = replace(PUZZLE, questions=(Question((1, 1), 1), Question((0, 0), None)))
    was, once = answers("0.9", "0.9", puzzle=half_open)
    keeper.keep([was, replace(once, asked="answer")])
    tally, progress = tally_and_progress(keeper, {}, {})
    assert (tally.you, progress.won) == (96, {"chapter/last"}), "the other question alone tells"


def test_what_only_the_other_mode_asked_is_not_played_and_practice_is(keeper: Keeper) -> None:
    keeper.keep([replace(answer, mode="examples") for answer in answers("0.9", "0.1")])
    assert progress(keeper).state("chapter/last") == "new"
    keeper.keep(answers("0.9", "0.1"))
    assert progress(keeper).state("chapter/last") == "played", "it was practice, and nothing was to be won"


def test_a_puzzle_is_won_by_whoever_got_all_its_questions(keeper: Keeper) -> None:
    keeper.keep(answers("0.9", "0.1"))
    keeper.keep(answers("0.9", "0.11", puzzle=another(PUZZLE), id="chapter/unsure"))
    changed = replace(PUZZLE, examples=PUZZLE.examples[:1])
    keeper.keep(answers("1", "1", puzzle=changed, id="chapter/wrong"))
    assert progress(keeper).won == {"chapter/last"}
    assert progress(keeper).state("chapter/unsure") == progress(keeper).state("chapter/wrong") == "played"


def test_a_star_does_not_depend_on_the_neuron() -> None:
    said = [(0.9, 1.0, 1.0), (0.1, 0.9, 0.0), (0.89, 0.0, 1.0), (0.85, 0.5, 0.75)]
    answered = counted(said, ["both", "you", "unsure", "share"])
    asked = tuple(PuzzleVersion("a/puzzle", content=version.id) for version in answered.ids)
    assert won(replace(answered, ids=asked)) == {"both", "you", "share"}


def test_only_the_first_attempt_wins(keeper: Keeper) -> None:
    keeper.keep(answers("0", "1"))
    keeper.keep(answers("1", "0", time=1.8e9))
    assert progress(keeper).state("chapter/last") == "played"


@pytest.mark.parametrize("journal", [True, False])
def test_answers_that_could_not_be_written_count_as_well(tmp_path: Path, journal: bool) -> None:
    (tmp_path / "folder").mkdir()
    keeper = Keeper(tmp_path / "folder" if journal else None, "Ann")  # a folder is no file
    keeper.keep(answers("0.9", "0.1"))
    assert progress(keeper) == CourseProgress(
        frozenset({"chapter/last"}), frozenset({"chapter/last"}), frozenset({"chapter"})
    )


@pytest.mark.parametrize(
    ("guesses", "known"),
    [
        (("0.9", "0.1"), True),
        (("1", "0"), True),
        (("0.89", "0.1"), False),
        (("0.9", "0.11"), False),
        (("0.9", "0.9"), False),
    ],
)
def test_a_chapter_is_known_to_whoever_is_right_and_sure_of_every_question(
    keeper: Keeper, guesses: tuple[str, str], known: bool
) -> None:
    keeper.keep(answers(*guesses))
    found = progress(keeper)
    assert found.known == ({"chapter"} if known else set())


def test_neither_a_hint_nor_a_second_attempt_shows_that_it_is_known(keeper: Keeper) -> None:
    keeper.keep(answers("0.9", "0.1", hints=1))
    assert progress(keeper).known == set()
    keeper.keep(answers("1", "0", time=1.8e9))
    assert progress(keeper).known == set()


def test_a_puzzle_that_asks_something_else_by_now_has_not_been_known(keeper: Keeper) -> None:
    keeper.keep(answers("0.9", "0.1"))
    changed = replace(PUZZLE, examples=PUZZLE.examples[:1])
    found = progress(keeper, changed)
    assert found.known == set()
    assert found.played == {"chapter/last"}


def test_a_share_is_known_by_a_guess_near_it() -> None:
    odds = replace(PUZZLE, questions=(Question((1, 0), Fraction(3, 4)),), noisy=True)
    assert knows(odds, answers("0.7", puzzle=odds))
    assert not knows(odds, answers("0.9", puzzle=odds)), "so sure one should not be"


def test_a_question_that_nobody_can_answer_is_passed_over() -> None:
    half_open = replace(PUZZLE, questions=(Question((1, 1), None), Question((0, 0), 0)))
    assert knows(half_open, answers("0.5", "0", puzzle=half_open))
    assert not knows(replace(PUZZLE, questions=(Question((1, 1), None),)), [])


def test_under_another_name_a_puzzle_is_as_played_won_and_known_as_under_the_first(keeper: Keeper) -> None:
    first, second = answers("0.9", "0.1", id="old/place")
    keeper.keep([first])
    assert progress(keeper).state("chapter/last") == "new", "half of it"
    keeper.keep([replace(second, puzzle="chapter/last")])
    found = progress(keeper)
    assert found.state("chapter/last") == found.state("old/place") == "won"
    assert found.known == {"chapter"}


def test_whoever_knows_it_by_another_name_only_practises_it(keeper: Keeper) -> None:
    keeper.keep(answers("0", "1", id="mine/copy"))
    assert keeper.met(content_of(PUZZLE)) == {"1 1", "0 0"}
    assert progress(keeper).state("chapter/last") == "played", "nothing new is to be seen in it"
    keeper.keep(answers("0.9", "0.1", time=1.8e9))
    assert len(keeper.counted("Ann")) == 2, "the first answers count, and no others"
    assert progress(keeper).state("chapter/last") == "played"
    assert progress(keeper).known == set()
