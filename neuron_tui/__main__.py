"""`python -m neuron_tui`, the same as the command `neuron-tui`."""

from __future__ import annotations

import sys

from neuron_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
