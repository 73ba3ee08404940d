"""Where in a puzzle file something stands that is judged only once the whole puzzle is known."""

from __future__ import annotations

from neuron_tui.puzzle.file.faults import FaultList, Located
from neuron_tui.puzzle.file.tree import ListNode, MappingNode, Scalar, read_tree

BEGINNING = Scalar(1, 1, "")


def place_of(data: bytes, key: str, index: int | None = None) -> Located:
    """What a key of the file says, or one of its rows; the beginning of the file where that is missing."""
    root = read_tree(data, FaultList())
    pairs = root.pairs if isinstance(root, MappingNode) else []
    value = next((value for name, value in pairs if isinstance(name, Scalar) and name.text == key), BEGINNING)
    if index is None or not isinstance(value, ListNode) or index >= len(value.items):
        return value
    return value.items[index]
