"""The command line; every mistake in it is reported in one line."""

from neuron_tui.cli.command_line import main

__all__ = ["main"]
