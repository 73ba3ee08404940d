"""A screen whose training can be looked into: an iteration as arithmetic, as a program, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from neuron_tui.game.files.saving import safe_name
from neuron_tui.game.program.program import program_of_run
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.tui.kit.picture import Picture
from neuron_tui.tui.kit.table.table import RowChosen
from neuron_tui.tui.match.hand import HandScreen
from neuron_tui.tui.match.panels.neuron_panel import NeuronPanel
from neuron_tui.tui.match.pictures.drawing import Drawing
from neuron_tui.tui.match.views.code.view import CodeView
from neuron_tui.tui.match.views.learned.view import LearnedView
from neuron_tui.tui.match.views.microscope.view import Microscope
from neuron_tui.tui.shell.save import SaveScreen

INSIDE_KEYS: list[BindingType] = [
    Binding("m", "microscope", "microscope", tooltip="the arithmetic inside"),
    Binding("c", "code", "code", tooltip="the training as code"),
    Binding("v", "learned", "in words", tooltip="what it learned"),
    Binding("o", "lesion", "switch off", tooltip="a hidden neuron, and the next"),
    Binding("u", "how_many", "how many", tooltip="how many you need"),
    Binding("d", "draw", "draw", tooltip="a picture of your own"),
]


class InsideScreen(HandScreen):
    """Opens the views, and answers what they ask for. Each of them closes with its own key, too."""

    @dataclass
    class HowManyWanted(Message):
        """How many hidden neurons does this puzzle need?"""

        screen: InsideScreen
        puzzle: Puzzle

    INSIDE_ACTIONS: ClassVar = {"microscope", "code", "learned"}
    file_name = "training"
    """What a file that is saved is called at first, without its ending."""

    @property
    def solved(self) -> bool:
        """Whether the right answers may be seen. Overridden by the screen that knows."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to see once the neuron learns."""
        if action == "lesion":
            return self.awake and self.replay.is_network
        if action == "how_many":
            return self.awake and self.lab.own.replay.is_network
        if action == "draw":
            return self.awake and self.replay.puzzle.picture is not None
        return self.awake if action in self.INSIDE_ACTIONS else super().check_action(action, parameters)

    def replay_changed(self) -> None:
        """Another run is in front: it has a program of its own, or none."""
        super().replay_changed()
        if self.lab.front.hand is not None and isinstance(self.maximized, CodeView | Microscope):
            self.close()
        for view in self.query(CodeView):
            view.show_program(program_of_run(self.lab.front))

    async def action_microscope(self) -> None:
        """One iteration as arithmetic."""
        if not self._closes(Microscope) and self.trains():
            await self.open_view(Microscope(self.replay))

    async def action_code(self) -> None:
        """The program of the run in front."""
        if not self._closes(CodeView) and self.trains():
            await self.open_view(CodeView(self.replay, program_of_run(self.lab.front)))

    async def action_learned(self) -> None:
        """In words: what did it learn?"""
        if not self._closes(LearnedView):
            await self.open_view(LearnedView(self.replay, self.solved))

    def action_lesion(self) -> None:
        """Switch off the first hidden neuron; then the next instead, and after the last one none."""
        off, hidden = self.replay.off, len(self.replay.output_input_names) - self.replay.model.threshold
        place = max(off) + 1 if off else 0
        self.lesion(frozenset({place} if place < hidden else ()))

    @on(NeuronPanel.Pressed)
    def _switched(self, message: NeuronPanel.Pressed) -> None:
        if self.awake and self.replay.is_network:
            self.lesion(self.replay.off ^ {message.place})

    def lesion(self, off: frozenset[int]) -> None:
        """See the network without these hidden neurons. Neither the tape nor the score changes."""
        self.replay.switch(off)
        for picture in self.query(Picture):
            picture.repaint()
        self.watch_iteration()

    def action_how_many(self) -> None:
        """The same puzzle with more and fewer hidden neurons."""
        self.post_message(self.HowManyWanted(self, self.lab.own.replay.puzzle))

    async def action_draw(self) -> None:
        """Draw a picture, and see what the neuron says."""
        if not self._closes(Drawing):
            await self.open_view(Drawing(self.replay, self.selected))

    def _closes(self, kind: type[CodeView | Drawing | LearnedView | Microscope]) -> bool:
        """Close the view of this kind, if it is the one that is open."""
        return isinstance(self.maximized, kind) and self.close()

    @on(CodeView.Stepped)
    def _line_carried_out(self, message: CodeView.Stepped) -> None:
        self.action_step(message.iterations)

    @on(CodeView.SaveAsked)
    def _save_program(self, message: CodeView.SaveAsked) -> None:
        name = safe_name(self.file_name, ".py")
        self.app.push_screen(SaveScreen("Save the program", message.program.text, name))

    @on(RowChosen)
    def _row_chosen(self, message: RowChosen) -> None:
        self.select(message.row)
