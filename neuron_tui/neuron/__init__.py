"""The mathematics: neurons, networks with a hidden layer, and the tape of a training. Needs only numpy."""

from neuron_tui.neuron.model import Model
from neuron_tui.neuron.network import Network
from neuron_tui.neuron.neuron import Neuron
from neuron_tui.neuron.tape import DivergenceError, Recording, Training, train

__all__ = ["DivergenceError", "Model", "Network", "Neuron", "Recording", "Training", "train"]
