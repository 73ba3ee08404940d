"""The panel that can stand in place of the words: the settings of a run, or the weights on sliders."""

from __future__ import annotations

from textual.screen import Screen

from neuron_tui.tui.match.panels.chooser import Chooser


class Aside:
    """At most one panel, below the table of the puzzle. It has the next key as soon as it is open."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    @property
    def panel(self) -> Chooser | None:
        """The panel that is open."""
        return next(iter(self._screen.query(".aside").results(Chooser)), None)

    async def open(self, kind: type[Chooser]) -> None:
        """Open a panel of this kind in place of the words, unless one is open already."""
        if isinstance(self.panel, kind):
            return
        self.close()
        screen, panel = self._screen, kind(classes="aside")
        screen.query_one("#words").display = False
        screen.add_class("-aside")
        await screen.query_one("#puzzle").mount(panel)
        screen.set_focus(panel)

    def close(self) -> bool:
        """Take the panel away; the words are back. Returns whether there was one."""
        screen, panel = self._screen, self.panel
        if panel is None:
            return False
        panel.remove_class("aside")
        panel.remove()
        screen.query_one("#words").display = True
        screen.remove_class("-aside")
        screen.set_focus(None)
        return True
