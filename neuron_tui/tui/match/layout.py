"""The panels of a match: where they are, what their titles say, and what they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Grid, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Rule

from neuron_tui.game.match.match import Phase
from neuron_tui.game.replay.replay import Replay
from neuron_tui.puzzle.puzzle import Panel, Puzzle
from neuron_tui.tui.kit.guess_scale import GUESSES, GuessScale
from neuron_tui.tui.kit.heading import Heading, standing
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.table import Table
from neuron_tui.tui.kit.tape.transport import Transport
from neuron_tui.tui.kit.text_panel import Paragraph, more_rows
from neuron_tui.tui.match.hints import question
from neuron_tui.tui.match.panels.hand_panel import HandPanel
from neuron_tui.tui.match.panels.history import ErrorHistory, WeightHistory
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel
from neuron_tui.tui.match.panels.plane import PlanePanel, has_plane
from neuron_tui.tui.match.panels.predictions import Predictions
from neuron_tui.tui.match.panels.s_curve import SCurve
from neuron_tui.tui.match.pointing import place_of, point_at
from neuron_tui.tui.match.selected_question import SelectedQuestion
from neuron_tui.tui.match.side_by_side import side_by_side
from neuron_tui.tui.match.text import next_step, speech

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen

WORDS_BEHIND = "words \u00b7 Tab"
"""What the table says where there is no room for the words beside it."""
STEPS = "steps"
"""Stands for what the tape counts: iterations, or turns."""
AXES = "axes"
"""Stands for the inputs that the plane shows, which it writes there itself."""
DOTS_TOLD = "\u25cf 1  \u25cb 0"
DOTS = f"{DOTS_TOLD}  \u25c6 ???"
"""Which dot of the S-curve stands for a row that should come out so."""
TITLES = {
    "puzzle": ("Puzzle", ""),
    "neuron": ("Neuron", ""),
    "s-curve": ("S-curve", DOTS),
    "error": ("Error", STEPS),
    "predictions": ("Predictions", STEPS),
    "weights": ("Weights", STEPS),
    "plane": ("Plane", AXES),
}
"""The panels with their titles, and what runs along their lower edge."""
PICTURES: tuple[Panel, ...] = ("s-curve", "error", "predictions", "weights", "plane")
LARGE = Size(100, 30)
"""From this height on there is room for the weights' curves, and from this size on in any puzzle."""
INTRODUCTIONS: dict[Panel, str] = {
    "neuron": "Each input has a weight: how hard it pulls, in orange towards 1, in blue towards 0.",
    "weights": "Each line is a weight, from the first moment to the last. Above 0 it pulls towards 1.",
    "s-curve": "It turns the sum of the weights into an output from 0 to 1. Each dot is a row.",
    "error": "How far the outputs are from the answers, on average. To learn is to make it smaller.",
    "predictions": "What the neuron says to each question. The straight line is your guess.",
    "plane": "Every row it could be asked is a point. Orange says 1, blue 0; on the line it is undecided.",
}
"""What is said of a panel when it is first seen."""
HEAD_AND_EDGES, NEURON_LINES = 4, 9
"""Lines of a table that are no rows: names, a rule, the border; and those that the neuron has at most."""
TALL, SCALE_AND_FOOT, WORDS_AND_FOOT = 34, 12, 10
"""A tall terminal's lines; those of the scale, heading and foot; and of few words instead of the scale."""
MOST_BELOW = 7
"""So many lines the table may reach below the neuron, and leave the words what is left."""
FOUR_CURVES_HEIGHT = 25
"""So many lines, not counting the neuron panel, have room for four curves."""

FIVE_CURVES_WIDTH = 150
"""From this width on the plane stands beside four curves."""


def compose_match(screen: MatchScreen) -> ComposeResult:
    """The widgets in the grid's order. Every picture is bound to the values of the screen."""
    replay, here = screen.replay, type(screen)
    yield Heading(screen.puzzle.title, screen.whereabouts, standing(screen.tally))
    with Grid(id="panels"):
        with screen.column:
            yield Table(screen.puzzle, "examples", with_outputs=True).data_bind(here.selected)
            yield Rule(id="between")
            yield Table(screen.puzzle, "questions", with_outputs=True).data_bind(here.selected)
        yield NeuronPanel(replay).data_bind(
            here.iteration, here.recorded, here.selected, here.weight, here.exact
        )
        if screen.has_class("-short"):
            yield screen.speech
        with Container(id="pictures"):
            for picture in (
                SCurve(replay, id="s-curve", classes="panel"),
                ErrorHistory(replay, id="error", classes="panel"),
                PlanePanel(replay, id="plane", classes="panel"),
                Predictions(replay, id="predictions", classes="panel"),
                WeightHistory(replay, id="weights", classes="panel"),
            ):
                yield picture.data_bind(
                    here.iteration, here.recorded, here.reached, here.selected, here.linear
                )
        if not screen.has_class("-short"):
            yield screen.speech
        yield GuessScale()
    with Vertical(id="foot"):
        yield Transport(replay).data_bind(here.iteration, here.recorded, here.reached, here.linear)
        yield KeyLine()


def make_room(screen: MatchScreen, size: Size) -> None:
    """Show four pictures at once, or five, where they fit.

    No breakpoint can tell, for neurons differ in height.
    """
    neuron = min(max(len(screen.replay.output_input_names) + 2, 7), size.height * 2 // 5)
    asks = bool(screen.puzzle.questions)
    pictures = pictures_shown(screen.panels.shown, size, with_plane=has_plane(screen.replay), asks=asks)
    left = _left_side(screen.replay.puzzle, size, neuron if pictures and asks else None)
    moves = left["-short"] is not screen.has_class("-short")
    screen.update_classes(  # all at once: each change looks for the styles of every widget
        {
            "-four": size.height - neuron >= FOUR_CURVES_HEIGHT,
            **{f"-no-{name}": name not in pictures for name in PICTURES},
            "-network": screen.replay.is_network,
            "-asks-one-row": len(screen.puzzle.questions) == 1 and screen.puzzle.picture is None,
            "-bare": not pictures,
            **left,
            "-one": len(pictures) == 1,
            "-many": len(pictures) > 2,
            "-five": len(pictures) == len(PICTURES) and size.width >= FIVE_CURVES_WIDTH,
        }
    )
    if moves and screen.speech.is_attached:
        before = screen.query_one("#pictures") if left["-short"] else screen.query_one(GuessScale)
        screen.query_one("#panels").move_child(screen.speech, before=before)


def _left_side(puzzle: Puzzle, size: Size, neuron: int | None) -> dict[str, bool]:
    """Give the words all that the table leaves below it, beside a neuron of so many lines.

    Where it ends above the neuron's lower edge the words come first: a grid fills its cells in order. None
    where there are no pictures below the neuron, and the words have their room already.
    """
    tall = size.height >= TALL
    lines = len(puzzle.examples) + len(puzzle.questions) + HEAD_AND_EDGES
    few = neuron is not None and puzzle.picture is None and lines <= size.height - WORDS_AND_FOOT
    more = max(lines - min(neuron or NEURON_LINES, NEURON_LINES), 1)
    below = {f"-below-{number}": few and not tall and more == number for number in range(1, MOST_BELOW + 1)}
    return below | {"-short": few and tall and lines <= (size.height - SCALE_AND_FOOT) * 2 // 5}


def pictures_shown(
    panels: Sequence[Panel], size: Size, *, with_plane: bool, asks: bool = True
) -> tuple[Panel, ...]:
    """The pictures beside the neuron in a terminal of this size; `with_plane`: the puzzle has one.

    What the neuron says to the questions is shown where the puzzle `asks` something.
    """
    tall, wide = size.height >= LARGE.height, size.width >= LARGE.width
    rooms = {"weights": tall and (wide or "weights" in panels), "plane": with_plane and "plane" in panels}
    rooms["predictions"] = asks and "predictions" in panels
    return tuple(name for name in PICTURES if rooms.get(name, name in panels))


def name_panels(screen: MatchScreen) -> None:
    """Write on the panels' edges what they show."""
    for name, (title, subtitle) in TITLES.items():
        panel = screen.query_one(f"#{name}")
        panel.border_title = title
        if name == "s-curve" and not screen.replay.puzzle.questions:
            subtitle = DOTS_TOLD
        if subtitle is not AXES:
            panel.border_subtitle = screen.counts if subtitle is STEPS else subtitle
    screen.query_one(ErrorHistory).name_ghost(screen.bench.ghost_name, screen.counts)


def name_hidden(screen: MatchScreen) -> None:
    """Write on the table's edge what a small terminal keeps out of sight: rows, and the words behind it."""
    seen = [table for table in screen.column.query(Table) if table.display and screen.small]
    lines = sum(table.out_of_sight for table in seen)
    pictures = "more pictures \u00b7 \u2191\u2193" * (
        lines > 1
    )  # the last line may be the blank one below them
    rows = pictures if screen.replay.puzzle.picture else more_rows(lines)
    says = (rows, WORDS_BEHIND if screen.turns and not screen.awake else "")
    screen.column.border_subtitle = "   ".join(filter(None, says))


def show_run(screen: MatchScreen, ghost: Replay | None) -> None:
    """Bring another run to every panel; `ghost` is the one behind it."""
    replay = screen.replay
    for picture in screen.query(Picture):
        picture.show_run(replay, ghost)
    for table in screen.query(Table):
        if table.puzzle is not replay.puzzle:
            table.show_puzzle(replay.puzzle)
    make_room(screen, screen.size)
    name_panels(screen)


def introductions(screen: MatchScreen) -> list[Paragraph]:
    """What the panels show that are new in this chapter, and seen."""
    new = [name for name in screen.panels.introduced.new if not screen.has_class(f"-no-{name}")]
    return [Content.assemble(("New  ", "bold $mark"), INTRODUCTIONS[name]) for name in new]


def show_match(screen: MatchScreen) -> None:
    """Bring up to date what depends on the match; the pictures follow the screen's values by themselves."""
    match, replay, bench = screen.match, screen.replay, screen.bench
    asked = SelectedQuestion(match, bench.run, bench.on_own_run, screen.selected)
    outputs = tuple(map(float, replay.outputs(screen.iteration)))
    for table in (screen.query_one("#examples", Table), screen.query_one("#questions", Table)):
        table.whose = asked.whose
        table.show(outputs if screen.awake else None, () if screen.awake else match.answers, screen.solved)
    waits = screen.awake and not screen.player.playhead.playing and not bench.run_name
    place = place_of(None if screen.solved else screen.steps.condition)
    lesson = [] if screen.solved else next_step(screen.steps, pointed=bool(place.panel), waits=waits)
    task = screen.task_bench
    step = task.words() if task.speaks else lesson
    with_error = "error" in screen.panels.shown
    beside = (
        ""
        if bench.ghost is None or screen.reads
        else side_by_side(bench.run, bench.ghost, match.puzzle, with_error=with_error)
    )
    practice = screen.answers.practice
    said = speech(match, replay, screen.iteration, bench.run_name, beside, practice=practice)
    if task.under_way:
        said = []
    if match.phase is Phase.VERDICT and not match.guesses and not bench.run_name:
        said = [*task.verdict(), *said]
    if match.phase is Phase.TRAIN and not bench.run_name:
        said = [*introductions(screen), *said]
    turning = isinstance(screen.column.aside, HandPanel) or task.under_way
    screen.update_classes(
        {
            "-verdict": screen.solved,
            "-guessing": not screen.awake,
            "-unasked": not match.guesses,
            "-reading": screen.reads,
            "-speechless": not step and not any(said),
            "-turning": bool(step) and turning,
        }
    )
    screen.speech.say(step, said, large=screen.reads)
    name_hidden(screen)
    point_at(screen, place)
    if match.guesses:
        scale = screen.query_one(GuessScale)
        scale.title = question(match) if match.guessing else GUESSES
        scale.scale, scale.label = asked.scale(screen.iteration, screen.exact), asked.label
    screen.query_one(Predictions).guess = asked.guess
    trying = "" if bench.on_own_run else "your turn" if task.under_way else f"trying {bench.run_name}"
    screen.query_one(Heading).trying = replay.off_in_words or trying
