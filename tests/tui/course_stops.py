"""The puzzles of the course as their files tell them, read here without the game's own reader."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import yaml

from neuron_tui.folders import bundled_puzzles

CHAPTERS = 9


@dataclass(frozen=True)
class Question:
    """What is asked: how the verdict names it, and what is right, None where nothing is."""

    name: str
    answer: Fraction | None
    again: bool = False
    """Whether it was guessed, and now the neuron is to be foreseen."""


@dataclass(frozen=True)
class Stop:
    """One puzzle of the way, and where in its chapter it stands."""

    title: str
    chapter: str
    place: int
    places: int
    questions: tuple[Question, ...]
    noisy: bool
    rule: str
    afterwards: str
    task: bool
    """Whether something is to be done after the verdict."""
    turns: tuple[int, ...] = ()
    """Where nothing is asked, what the weights are to be turned to."""


def stops() -> list[Stop]:
    """All puzzles of the nine chapters, in their order."""
    folders = [path for path in bundled_puzzles().iterdir() if path.is_dir()]
    return [stop for folder in sorted(folders, key=_number)[:CHAPTERS] for stop in _in_chapter(folder)]


def _number(path: Path) -> int:
    """The number that a file's or folder's name begins with."""
    return int(path.name.partition("-")[0])


def _in_chapter(folder: Path) -> list[Stop]:
    chapter = yaml.safe_load((folder / "chapter.yaml").read_text(encoding="utf-8"))["title"]
    files = sorted((path for path in folder.glob("*.yaml") if path.stem != "chapter"), key=_number)
    found = []
    for place, file in enumerate(files, 1):
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        asked = [row.split(" -> ") for row in told.get("questions", ())]
        names = [
            f"picture {'abc'[number]}" if "picture" in told else inputs.translate({48: "□", 49: "■", 32: ""})
            for number, (inputs, _) in enumerate(asked)
        ]
        answers = [None if answer == "?" else Fraction(answer) for _, answer in asked]
        questions = tuple(
            question
            for name, answer in zip(names, answers, strict=True)
            for question in (Question(name, answer), Question(name, None, again=True))
            if not question.again or (told.get("foresee") and answer is not None)
        )
        noisy, rule, afterwards = told.get("noisy", False), told["rule"], told["afterwards"]
        where = (told["title"], chapter, place, len(files))
        turns = () if questions else tuple(told["task"]["solution"])
        found.append(Stop(*where, questions, noisy, rule, afterwards, "task" in told, turns))
    return found
