"""Opens the views of a training: the microscope, its code, what it learned, and a drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from neuron_tui.game.files.saving import safe_name
from neuron_tui.game.program.program import program_of_run
from neuron_tui.game.program.text import Program
from neuron_tui.tui.kit.command import Command, under
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.tape.commands import awake
from neuron_tui.tui.match.pictures.drawing import Drawing
from neuron_tui.tui.match.views.code.view import CodeView
from neuron_tui.tui.match.views.learned.view import LearnedView
from neuron_tui.tui.match.views.microscope.view import Microscope
from neuron_tui.tui.shell.save import offer

if TYPE_CHECKING:
    from neuron_tui.tui.match.screen import MatchScreen


class Views:
    """Each view has the whole screen, and closes with its own key, too."""

    def __init__(self, screen: MatchScreen, file_name: str) -> None:
        self._screen = screen
        self._file_name = file_name
        """What the file of a program is called at first, without its ending."""

    def _closes(self, kind: type[Picture]) -> bool:
        """Close the view of this kind, if it is the one that is open."""
        return isinstance(self._screen.maximized, kind) and self._screen.panels.close()

    async def microscope(self) -> None:
        """One iteration as arithmetic; from the end of a training the first one, until it is closed."""
        screen = self._screen
        if self._closes(Microscope) or not screen.bench.trains():
            return
        screen.panels.close()
        over = screen.player.at_end and screen.recording.complete
        closed = self._visit_start() if over else lambda: None
        await screen.panels.open_view(Microscope(screen.replay), closed)

    def _visit_start(self) -> Callable[[], None]:
        """Go to where the numbers are large. Returns the way back, for a player who is there still."""
        screen, replay, reading = self._screen, self._screen.replay, self._screen.reading
        screen.player.go(0)

        def back() -> None:
            if screen.replay is replay and screen.iteration == 0:
                screen.player.go(replay.iterations)
                screen.reading = reading

        return back

    async def code(self) -> None:
        """The training as a program."""
        if not self._closes(CodeView) and self._screen.bench.trains():
            program = program_of_run(self._screen.bench.lab.front)
            await self._screen.panels.open_view(CodeView(self._screen.replay, program))

    async def learned(self) -> None:
        """What it learned, in words."""
        if not self._closes(LearnedView):
            await self._screen.panels.open_view(LearnedView(self._screen.replay, self._screen.solved))

    async def draw(self) -> None:
        """Draw a picture, and see what the neuron says."""
        if not self._closes(Drawing):
            await self._screen.panels.open_view(Drawing(self._screen.replay, self._screen.selected))

    def run_changed(self) -> None:
        """Another run is on the screen: it has a program of its own, or none."""
        front = self._screen.bench.lab.front
        if front.hand is not None and isinstance(self._screen.maximized, CodeView | Microscope):
            self._screen.panels.close()
        for view in self._screen.query(CodeView):
            view.show_program(program_of_run(front))

    def solve(self) -> None:
        """The right answers may be seen from now on."""
        for view in self._screen.query(LearnedView):
            view.solved = True

    def save(self, program: Program) -> None:
        """Have the player save a program."""
        name = f"{safe_name(self._file_name.rpartition('/')[2]) or 'program'}.py"
        offer(self._screen, "Save the program", program.text, name)


def _can_switch_off(screen: MatchScreen) -> bool:
    return screen.selection.can_switch_off


def _needs_hidden_neurons(screen: MatchScreen) -> bool:
    return screen.awake and screen.bench.lab.own.replay.is_network


def _can_draw(screen: MatchScreen) -> bool:
    return screen.awake and screen.replay.puzzle.picture is not None


LEARNED_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Look inside",
    Command("learned", "v", "learned", lambda s: s.views.learned(), awake, "in words: what it learned"),
)
VIEW_COMMANDS: tuple[Command[MatchScreen], ...] = under(
    "Look inside",
    Command(
        "microscope", "m", "microscope", lambda s: s.views.microscope(), awake,
        "microscope: the arithmetic inside",
    ),
    Command("code", "c", "code", lambda s: s.views.code(), awake, "the training as code"),
    Command(
        "lesion", "o", "switch off", lambda s: s.selection.switch_off_next(), _can_switch_off,
        "switch a hidden neuron off",
    ),
    Command(
        "how many", "u", "how many", lambda s: s.ask_how_many(), _needs_hidden_neurons,
        "how many hidden neurons it needs",
    ),
    Command("draw", "d", "draw", lambda s: s.views.draw(), _can_draw, "draw a picture of your own"),
)  # fmt: skip
