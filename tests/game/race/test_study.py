"""What is told of the study: the same in help and in the documents, with its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.race.study import AS_IN_THE_STUDY, LATER_STUDIES, SOURCES, UNLIKE_THE_STUDY

DOCUMENT = (Path(__file__).parents[3] / "docs" / "race.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("told", [*AS_IN_THE_STUDY, *UNLIKE_THE_STUDY, LATER_STUDIES, *SOURCES])
def test_the_document_says_of_the_study_what_help_says(told: str) -> None:
    assert told in " ".join(DOCUMENT.split())
