"""What is trained: a neuron or a network, both functions of a weight vector."""

from __future__ import annotations

from neuron_tui.neuron.network import Network
from neuron_tui.neuron.neuron import Neuron

Model = Neuron | Network
"""Both have the same methods, with the same shapes."""
