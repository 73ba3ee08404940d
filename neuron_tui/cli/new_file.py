"""Writing a new file that the player named."""

from __future__ import annotations

from pathlib import Path

from neuron_tui.cli.mistake import MistakeError
from neuron_tui.game.files.saving import reason, save


def write_new(path: Path, text: str) -> None:
    """Raises MistakeError where there is a file already, or none can be written."""
    try:
        save(path, text)
    except (FileExistsError, IsADirectoryError) as problem:
        raise MistakeError(f"{path} is there already; choose another name") from problem
    except OSError as problem:
        raise MistakeError(f"{path} can't be written ({reason(problem)})") from problem
