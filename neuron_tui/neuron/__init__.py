"""The mathematics: one neuron, and the tape its training is recorded on. Needs numpy and nothing else."""

from neuron_tui.neuron.neuron import Neuron
from neuron_tui.neuron.tape import DivergenceError, Recording, Training, train

__all__ = ["DivergenceError", "Neuron", "Recording", "Training", "train"]
