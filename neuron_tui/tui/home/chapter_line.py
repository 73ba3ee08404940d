"""A line of a list with something at its right end, which stays there however narrow the list is."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from neuron_tui.tui.kit.cells import fit, visible, width_of


class ChapterLine(Visual):
    """A chapter's title, and at the right end how far one is in it. The title gives way where it is long."""

    def __init__(self, title: str, *ending: str | tuple[str, str]) -> None:
        self._title = visible(title)
        self._ending = Content.assemble(*ending)

    def line(self, width: int) -> Content:
        """The line in exactly so many cells."""
        room = max(width - self._ending.cell_length - 2, 0)
        return Content.assemble(fit(self._title, room), " ", self._ending, " ")

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        return self.line(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The cells that leave nothing out."""
        return width_of(self._title) + self._ending.cell_length + 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 1
