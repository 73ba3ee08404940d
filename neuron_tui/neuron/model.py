"""What every screen knows of a model: functions of a weight vector, whatever is hooked together inside."""

from __future__ import annotations

from neuron_tui.neuron.network import Network
from neuron_tui.neuron.neuron import Neuron

Model = Neuron | Network
"""One neuron, or several hooked together."""
