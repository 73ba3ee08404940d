"""What is shown of a race at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from neuron_tui.game.race.kinds import Kind
from neuron_tui.game.race.race import Race


class Stage(Enum):
    """What is to be done now."""

    PAGE = "page"
    """Read how it goes."""
    ASKED = "asked"
    """Say 0 or 1."""
    FEEDBACK = "feedback"
    """Look at the right answer."""
    OVER = "over"


@dataclass(frozen=True)
class RaceState:
    """Everything that is shown of a race follows from it. `kind` is None for none of the six."""

    race: Race
    stage: Stage
    kind: Kind | None

    @property
    def trial(self) -> int:
        """The trial that is shown: the last one that was judged, or the one that is up."""
        looked_back = self.stage in (Stage.FEEDBACK, Stage.OVER)
        return self.race.trials - 1 if looked_back else self.race.trials
