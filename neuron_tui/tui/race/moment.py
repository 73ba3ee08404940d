"""One moment of a race, and the base of the pictures that show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from textual.reactive import reactive

from neuron_tui.game.race.kinds import Kind
from neuron_tui.game.race.race import Race
from neuron_tui.tui.kit.painted import Painted


class Stage(Enum):
    """What is to be done now."""

    PAGE = "page"
    """Read how it goes."""
    ASKED = "asked"
    """Say 0 or 1."""
    TOLD = "told"
    """Look at the right answer."""
    OVER = "over"


@dataclass(frozen=True)
class Moment:
    """All that is seen of a race: everything else follows from it. `kind` is None for none of the six."""

    race: Race
    stage: Stage
    kind: Kind | None

    @property
    def trial(self) -> int:
        """The trial that is looked at: the last one that was judged, or the one that is up."""
        looked_back = self.stage in (Stage.TOLD, Stage.OVER)
        return self.race.trials - 1 if looked_back else self.race.trials


class RacePicture(Painted):
    """A picture of a race. The screen sets its moment."""

    moment: reactive[Moment | None] = reactive(None, repaint=False)

    def watch_moment(self) -> None:
        self.repaint()
