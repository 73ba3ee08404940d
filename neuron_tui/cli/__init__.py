"""The command line: what is typed, and every mistake in it told in one line."""

from neuron_tui.cli.command_line import main

__all__ = ["main"]
