"""As little as a Textual app can be that loads numpy: what the game's start is measured against."""

import numpy as np
from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(f"ready with {np.zeros(3).sum():.0f}")


if __name__ == "__main__":
    BareApp().run()
