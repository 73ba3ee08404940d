"""The panels of a match: where they are, what their titles say, and what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Size
from textual.widgets import Rule

from neuron_tui.tui.kit.guess_scale import GuessScale
from neuron_tui.tui.kit.heading import Heading, standing
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.table.table import Table
from neuron_tui.tui.kit.tape.transport import Transport
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.match.panels.history import ErrorHistory, WeightHistory
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel
from neuron_tui.tui.match.panels.predictions import Predictions
from neuron_tui.tui.match.panels.s_curve import SCurve
from neuron_tui.tui.match.selected_question import SelectedQuestion
from neuron_tui.tui.match.text import next_step, speech

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen

STEPS = "steps"
"""Stands for what the tape counts: iterations, or turns."""
TITLES = {
    "puzzle": ("Puzzle", ""),
    "neuron": ("Neuron", ""),
    "s-curve": ("S-curve", "sum \u2192 output"),
    "error": ("Error", STEPS),
    "predictions": ("Predictions", STEPS),
    "weights": ("Weights", STEPS),
    "guesses": ("Guesses", ""),
}
"""The panels with their titles, and what runs along their lower edge."""
FOUR_CURVES_HEIGHT = 25
"""So many lines, not counting the neuron panel, have room for four curves."""


def compose_match(screen: MatchScreen) -> ComposeResult:
    """The widgets from top to bottom. Every picture is bound to the values of the screen."""
    replay, here = screen.replay, type(screen)
    yield Heading(screen.puzzle.title, screen.whereabouts, standing(screen.tally))
    with Horizontal(id="panels"):
        with Vertical(id="left"), screen.column:
            yield Table(screen.puzzle, "examples", with_outputs=True).data_bind(here.selected)
            yield Rule(id="between")
            yield Table(screen.puzzle, "questions", with_outputs=True).data_bind(here.selected)
            yield Words(id="step")
            yield Words(id="words")
        with Vertical(id="right"):
            yield NeuronPanel(replay).data_bind(
                here.iteration, here.recorded, here.selected, here.weight, here.exact
            )
            with Container(id="pictures"):
                for picture in (
                    SCurve(replay, id="s-curve"),
                    ErrorHistory(replay, id="error"),
                    Predictions(replay, id="predictions"),
                    WeightHistory(replay, id="weights"),
                ):
                    yield picture.data_bind(
                        here.iteration, here.recorded, here.reached, here.selected, here.linear
                    )
            yield GuessScale()
    with Vertical(id="foot"):
        yield Transport(replay).data_bind(here.iteration, here.recorded, here.reached, here.linear)
        yield KeyLine()


def make_room(screen: MatchScreen, size: Size) -> None:
    """Show four curves at once where they fit: no breakpoint can tell, for neurons differ in height."""
    neuron = min(len(screen.replay.output_input_names) + 2, size.height * 2 // 5)
    screen.set_class(size.height - neuron >= FOUR_CURVES_HEIGHT, "-four")


def name_panels(screen: MatchScreen) -> None:
    """Write on the panels' edges what they show; the neuron's says when it is asleep."""
    for name, (title, subtitle) in TITLES.items():
        panel = screen.query_one(f"#{name}").add_class("panel")
        panel.border_title = title
        panel.border_subtitle = screen.replay.step if subtitle is STEPS else subtitle
    weights = "given" if screen.match.puzzle.neuron.start else "random"
    screen.query_one("#neuron").border_subtitle = "" if screen.awake else f"asleep, with {weights} weights"


def show_match(screen: MatchScreen) -> None:
    """Bring up to date what depends on the match; the pictures follow the screen's values by themselves."""
    match, replay, bench = screen.match, screen.replay, screen.bench
    screen.set_class(screen.solved, "-verdict")
    asked = SelectedQuestion(match, bench.run, bench.on_own_run, screen.selected)
    outputs = tuple(map(float, replay.outputs(screen.iteration)))
    for table in (screen.query_one("#examples", Table), screen.query_one("#questions", Table)):
        table.whose = asked.whose
        table.show(outputs if screen.awake else None, () if screen.awake else match.guesses, screen.solved)
    step, said = next_step(screen.steps), speech(match, replay, screen.iteration, bench.run_name)
    if screen.solved and not bench.run_name:
        step, said = [], [said[0], *step, *said[1:]]  # how it went comes first
    screen.query_one("#step", Words).say(step)
    screen.query_one("#step").display = bool(step)
    screen.set_class(bool(step), "-step")
    screen.query_one("#words", Words).say(said)
    scale = screen.query_one(GuessScale)
    scale.scale, scale.border_subtitle = asked.scale(screen.iteration, screen.exact), asked.label
    screen.query_one(Predictions).guess = asked.guess
    trying = "" if bench.on_own_run else f"trying {bench.run_name}"
    screen.query_one(Heading).trying = replay.off_in_words or trying
