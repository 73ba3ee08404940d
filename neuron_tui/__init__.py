"""A learning game for the terminal: you and one neuron guess the same pattern.

The mathematics can be used without the game: `from neuron_tui import Network, Neuron, Training, train`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Network", "Neuron", "Training", "train"]

if TYPE_CHECKING:
    from neuron_tui.neuron import Network, Neuron, Training, train
else:

    def __getattr__(name: str) -> object:
        """The mathematics, imported when it is first asked for: numpy takes longer than `--help` may."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from neuron_tui import neuron

        return getattr(neuron, name)
