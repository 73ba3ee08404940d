"""The bases of what is shown in a frame over the game: pages, choices and small dialogs."""

from __future__ import annotations

from textual.screen import ModalScreen

from neuron_tui.tui.shell.game_screen import GameScreen, Result


class FramedScreen(ModalScreen[Result], GameScreen[Result]):
    """A frame of the class `frame` in the middle of the screen, as high as what is in it."""

    DEFAULT_CSS = """
    FramedScreen {
        align: center middle;
        & > .frame {
            max-width: 100%;
            height: auto;
            max-height: 100%;
            margin: 1 2 2 2;
            padding: 1 2;
            background: $panel;
            border: round $edge;
            border-title-color: $mark;
            border-title-background: $panel;
            border-title-style: bold;
        }
    }
    """


class Dialog(FramedScreen[Result]):
    """A frame in the middle of the screen, with a field and what there is to say around it."""

    DEFAULT_CSS = """
    Dialog {
        & > .frame { width: 72; padding: 1 3; }
        Input, Input:focus { height: 1; border: none; padding: 0 1; background: $selection; margin: 1 0; }
        Static { width: 1fr; height: auto; }
        .quiet { color: $muted; }
    }
    """
