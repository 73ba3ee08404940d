"""What the match screen says in each phase, in paragraphs. Texts from files stay plain data."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.explain.numbers import points, probability
from neuron_tui.game.explain.result import at_best, headline, question_in_words, score_line
from neuron_tui.game.explain.rules.text import formula_in_words
from neuron_tui.game.explain.training import progress, weight_meanings
from neuron_tui.game.match.lesson_steps import Lesson
from neuron_tui.game.match.match import Match, Phase
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.text import capital
from neuron_tui.tui.kit.cells import visible
from neuron_tui.tui.kit.glyphs import POINTED, RIGHT
from neuron_tui.tui.kit.table.table import question_glyphs
from neuron_tui.tui.kit.text_panel import Paragraph, paragraphs
from neuron_tui.tui.match.hints import guessing

MUTED, STRONG, MARK = "$muted", "bold", "bold $mark"


def speech(
    match: Match,
    replay: Replay,
    iteration: int,
    trying: str = "",
    beside: Paragraph = "",
    *,
    practice: bool = False,
) -> list[Paragraph]:
    """The paragraphs for this moment of a match.

    `trying` names the run that is in front, if not the match's own; `beside` compares it with the one behind.
    """
    if replay.off:
        return switched_off(replay, iteration)
    if trying:
        named = Content.assemble(("Trying: ", MARK), (visible(trying), STRONG))
        return [beside or named, *experiment(replay, iteration)]
    if match.phase is Phase.VERDICT:
        return [beside, *verdict(match, replay, practice=practice)]
    if match.phase is Phase.TRAIN:
        return [beside, *training(replay, iteration)]
    return guessing(match)


def next_step(lesson: Lesson, *, pointed: bool = False, waits: bool = False) -> list[Paragraph]:
    """What the last step showed that is done, and the step whose turn it is, each on lines of its own.

    `pointed`: the place that it speaks of is marked. `waits`: the training stands still.
    """
    said: list[Content] = []
    if done := lesson.last_done:
        said.append(Content.assemble((f"{RIGHT} ", "bold $right"), visible(done.shown or done.text)))
    if lesson.step:
        mark = f"{POINTED} " * pointed
        place = f"{mark}Step {lesson.done + 1} of {len(lesson.steps)}  "
        paused = "Paused.  " if waits and lesson.step.pause is not None else ""
        said.append(Content.assemble((place, MARK), (paused, MUTED), visible(lesson.step.text)))
    elif said and waits:
        said.append(Content.assemble(("Space", MARK), (" goes on.", MUTED)))
    return [Content("\n").join(said)] if said else []


def experiment(replay: Replay, iteration: int) -> list[Paragraph]:
    """That what is tried does not count, and how far it is."""
    return [
        Content.assemble("Your score stays as it is. ", ("R", MARK), " goes back to the match."),
        *map(visible, progress(replay, iteration)),
        Content("\n").join(map(Content, map(visible, weight_meanings(replay, iteration)))),
    ]


def switched_off(replay: Replay, iteration: int) -> list[Paragraph]:
    """What the network makes of the rows without some hidden neurons, which it was trained with."""
    return [
        Content.assemble((capital(replay.off_in_words), STRONG)),
        *map(visible, progress(replay, iteration)),
        Content.assemble(
            "It was trained with all of them, and your score stays as it is. ",
            ("o", MARK),
            " switches off the next one, and after the last one none.",
        ),
        Content("\n").join(map(Content, map(visible, weight_meanings(replay, iteration)))),
    ]


def training(replay: Replay, iteration: int) -> list[Paragraph]:
    """What the neuron is doing."""
    return [
        visible(" ".join(progress(replay, iteration))),
        "It looks at all rows, and then moves every weight a little. Then it looks again.",
    ]


def verdict(match: Match, replay: Replay, *, practice: bool = False) -> list[Paragraph]:
    """How it went, the insight, the rule, each question, and what the weights now mean."""
    puzzle = match.puzzle
    results = match.results()
    said: list[Paragraph] = []
    if results:
        score = score_line(results, practice=practice)
        said.append(Content.assemble((f"{headline(results)}\n", STRONG), (score, MUTED)))
    if best := at_best(results):
        said.append(best)
    said += paragraphs(puzzle.afterwards)
    if rule := puzzle.rule or formula_in_words(puzzle):
        said.append(Content.assemble(("The rule  ", MARK), visible(rule)))
    if len(results) > 1:
        said.append(Content("\n").join(_question(index, match) for index in range(len(results))))
    meanings = "\n".join(map(visible, weight_meanings(replay, replay.iterations)))
    if puzzle.picture and not puzzle.neuron.hidden:
        meanings = "Orange points pull towards 1, blue ones towards 0.\nd: draw a picture of your own."
    said.append(Content.assemble(("What its weights say", MARK), "\n" + meanings))
    return said


def _question(index: int, match: Match) -> Content:
    """One of several that were asked: both guesses with their points."""
    result = match.results()[index]
    glyphs = question_glyphs(match.puzzle, match.question_at(index))
    said = question_in_words(glyphs, result.question.answer)
    its = "" if result.question.answer is None else f" {points(result.neuron_points)}"
    return Content.assemble(
        f"{said}\n",
        (f"you {float(result.guess):.2f} {points(result.points)}", STRONG),
        (f", neuron {probability(result.neuron_guess)}{its}", MUTED),
    )
