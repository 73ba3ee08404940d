"""Every picture can be asked for at every size, however little room it has."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import neuron_tui.tui
from neuron_tui.tui.kit.cells import width_of
from neuron_tui.tui.kit.painted import Painted
from tests.tui.places import PLACES, playing_at

PAINTERS = {
    "home": "Heading KeyLine Table",
    "guess": "ErrorHistory GuessScale NeuronPanel Predictions SCurve Table Transport WeightHistory",
    "verdict": "ErrorHistory GuessScale NeuronPanel Predictions SCurve Table Transport WeightHistory",
    "hand": "HandPanel",
    "experiment": "SettingsPanel",
    "runs": "RunsPanel",
    "microscope": "Microscope",
    "code": "CodeView",
    "learned": "LearnedView",
    "network": "ErrorHistory NeuronPanel PlanePanel Predictions SCurve Table WeightHistory",
    "network microscope": "Microscope",
    "network code": "CodeView",
    "network learned": "LearnedView",
    "how many": "Canvas",
    "pictures": "NeuronPanel Predictions Table",
    "pictures learned": "LearnedView",
    "drawing": "Drawing",
    "noise": "Predictions Table GuessScale",
    "race": "Canvas FigureView",
    "examples": "Canvas GrowingTable",
    "scores": "Canvas FourFields ScoreTable ViewBar",
    "atlas": "AtlasTimeline Canvas Grid",
    "million": "Canvas",
    "glossary": "GlossaryList",
    "arcade guess": "Canvas Stops",
    "arcade learning": "Canvas LearningTimeline",
    "builder with a puzzle": "TableEditor",
    "builder with pictures": "Canvas RowPad",
}
"""What is painted at each place."""
WIDTHS = (*range(26), 33, 47, 80, 200)
HEIGHTS = (*range(11), 24, 60)


def kinds(base: type[Painted] = Painted) -> Iterator[type[Painted]]:
    """Every kind of picture that the game puts on a screen."""
    for kind in base.__subclasses__():
        if not kind.__subclasses__():
            yield kind
        yield from kinds(kind)


def test_every_kind_of_picture_is_asked_for() -> None:
    for module in pkgutil.walk_packages(neuron_tui.tui.__path__, "neuron_tui.tui."):
        import_module(module.name)
    asked = {name for names in PAINTERS.values() for name in names.split()}
    assert {kind.__name__ for kind in kinds() if kind.__module__.startswith("neuron_tui.")} <= asked


@pytest.mark.slow
@pytest.mark.parametrize("place", PAINTERS)
async def test_a_picture_is_painted_at_every_size_and_is_whole_where_it_stands(
    place: str, tmp_path: Path
) -> None:
    assert place in PLACES
    async with playing_at(place, tmp_path) as player:
        pictures = {
            name: [shown for shown in player.app.screen.query(Painted) if type(shown).__name__ == name]
            for name in PAINTERS[place].split()
        }
        assert all(pictures.values()), pictures
        for picture in (shown for found in pictures.values() for shown in found):
            for width in WIDTHS:
                for height in HEIGHTS:
                    picture.lines_in(width, height)
            room = picture.scrollable_content_region.size
            for line in picture.lines_in(*room):
                assert width_of("".join(text for text, _ in line).rstrip()) <= room.width, (picture, line)
