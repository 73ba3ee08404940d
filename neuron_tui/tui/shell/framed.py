"""The base of all that stands in a frame over the game: pages, dialogs and choices."""

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
