"""Make the README's moving picture from the running game: python docs/make_picture.py

One match is played, and what the screen shows at its turns becomes a frame. Lines that stay the same from one
frame to the next are in the file once; a style sheet shows each at its time. Who asked for less motion, and
whatever cannot move a picture, sees one frame in the middle of the training.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from textual.pilot import Pilot

from neuron_tui.folders import bundled_puzzles
from neuron_tui.puzzle.library.library import Folder, scan
from neuron_tui.tui.app import NeuronApp
from neuron_tui.tui.match.screen import MatchScreen
from neuron_tui.tui.themes import NIGHT

PICTURE = Path(__file__).with_name("match.svg")
PUZZLE, SIZE = "article/leftmost-column", (100, 30)
ITERATIONS = (0, 2, 5, 10, 20, 40, 80, 150, 300, 600, 1_200, 2_500, 5_000, 9_999)
STILL = 80
"""The iteration that is seen where nothing moves: the rows have parted, and still move."""

WIDE, HIGH, TOP, MARGIN = 8.4, 16, 12, 14
"""A cell, how far down in it the letters stand, and the room around all of them, in pixels."""
RICH_WIDE, RICH_HIGH = 12.2, 24.4
"""A cell in the pictures that Textual exports."""
EXPORTED = re.compile(
    r'<(text|rect)(?: fill="(#\w+)")?(?: class="[\w-]*-(r\d+)")? x="([\d.]+)" y="([\d.]+)"'
    r' (?:textLength|width)="([\d.]+)"[^>]*>([^<]*)'
)
"""A piece of text, or what is behind it: its kind, colour, style, place, length and words."""
STYLE = re.compile(r"-(r\d+) \{ ([^}]*)\}")
LOOK = """\
text { font: 14px Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }
.now { visibility: hidden } .still { visibility: visible }
path { shape-rendering: crispEdges }
@media (prefers-reduced-motion: reduce) { g { animation: none !important } }
"""


class Frame(NamedTuple):
    """What the screen shows, as SVG for each of its lines, and for how many seconds."""

    lines: tuple[str, ...]
    seconds: float


def game() -> NeuronApp:
    """The game with the article's puzzle, in the colours of the night whatever the terminal can show."""
    folder = Folder(bundled_puzzles(), "bundled")
    app = NeuronApp([folder], start=scan([folder]).find(PUZZLE).read())
    app.theme = NIGHT.name
    return app


async def played() -> list[Frame]:
    """A match from the first look to the verdict."""
    async with game().run_test(size=SIZE) as pilot:
        frames = [await seen(pilot, 2.5)]
        for keys, seconds in ((["1"], 1.5), (["right"], 1.5), (["enter", "f8", "home"], 0.0)):
            frames.append(await seen(pilot, seconds, *keys))
        while isinstance(match := pilot.app.screen, MatchScreen) and match.recorded < max(ITERATIONS):
            await pilot.pause()  # the pictures take their scales from all that is recorded
        for iteration in ITERATIONS:
            frames.append(await seen(pilot, 0.5, *str(iteration), "g"))
        frames.append(await seen(pilot, 1.5, "end"))
        frames.append(await seen(pilot, 6.0))
    return [frame for frame in frames if frame.seconds]


async def seen(pilot: Pilot[None], seconds: float, *keys: str) -> Frame:
    """What is on the screen after these keys."""
    await pilot.press(*keys)
    await pilot.pause(0.5)
    return Frame(lines_of(pilot.app.export_screenshot()), seconds)


def lines_of(exported: str) -> tuple[str, ...]:
    """Each line of a screen that Textual exported as SVG, written shortly."""
    styles = dict(STYLE.findall(exported))
    behind: list[list[tuple[int, int, str]]] = [[] for _ in range(SIZE[1])]
    words: list[list[str]] = [[] for _ in range(SIZE[1])]
    for kind, fill, style, x, y, length, said in EXPORTED.findall(exported):
        row = int(float(y) / RICH_HIGH - (0.5 if kind == "text" else 0))
        column, cells = (round(float(number) / RICH_WIDE) for number in (x, length))
        if kind == "text":
            words[row].append(_text(row, column, cells, styles[style].strip(), unescape(said)))
        elif fill not in ("", NIGHT.background):  # without a colour it is none, but clips a line
            behind[row].append((column, column + cells, fill))
    return tuple("".join([*_backgrounds(row, behind[row]), *words[row]]) for row in range(SIZE[1]))


def _text(row: int, column: int, cells: int, style: str, said: str) -> str:
    """A piece of text without the blanks around it; nothing where there is nothing else."""
    said = said.replace("\xa0", " ").rstrip(" ")
    words = said.lstrip(" ")
    if not words or not cells:
        return ""
    column += len(said) - len(words)
    return (
        f'<text x="{_x(column)}" y="{_y(row) + TOP:g}" textLength="{cell_len(words) * WIDE:.4g}" '
        f'style="{style}">{escape(words, quote=False)}</text>'
    )


def _backgrounds(row: int, behind: list[tuple[int, int, str]]) -> Iterable[str]:
    """What is behind a line, as few pieces as there are colours side by side."""
    merged: list[tuple[int, int, str]] = []
    for start, end, fill in behind:
        if merged and merged[-1][1:] == (start, fill):
            start = merged.pop()[0]
        merged.append((start, end, fill))
    for start, end, fill in merged:
        yield f'<path style="fill: {fill}" d="M{_x(start)} {_y(row)}H{_x(end)}v{HIGH}H{_x(start)}z"/>'


def _y(row: int) -> int:
    return MARGIN + row * HIGH


def _x(column: int) -> str:
    return f"{MARGIN + column * WIDE:.4g}"


def moving(frames: Sequence[Frame], still: int) -> str:
    """One SVG of all frames, over and over; `still` is the one that is seen where nothing moves."""
    shown: defaultdict[frozenset[int], list[str]] = defaultdict(list)
    for row in range(SIZE[1]):
        seen_in = defaultdict[str, list[int]](list)
        for place, frame in enumerate(frames):
            seen_in[frame.lines[row]].append(place)
        for line, where in seen_in.items():
            shown[frozenset(where)].append(line)
    seconds = sum(frame.seconds for frame in frames)
    rules, groups = [LOOK], []
    for number, (places, lines) in enumerate(shown.items()):
        if len(places) == len(frames):
            groups.append("".join(lines))
            continue
        rules.append(f".a{number} {{ animation: a{number} {seconds:g}s step-end infinite }}")
        rules.append(f"@keyframes a{number} {{ {' '.join(_moments(frames, places))} }}")
        also = " still" if still in places else ""
        groups.append(f'<g class="now a{number}{also}">{"".join(lines)}</g>')
    drawn, styles = _with_classes("".join(groups))
    width, height = SIZE[0] * WIDE + 2 * MARGIN, SIZE[1] * HIGH + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">\n'
        f"<style>\n{chr(10).join([*rules, *styles])}\n</style>\n"
        f'<rect width="{width:g}" height="{height:g}" rx="10" fill="{NIGHT.background}"/>\n{drawn}\n</svg>\n'
    )


def _moments(frames: Sequence[Frame], places: Collection[int]) -> Iterable[str]:
    """When something that is shown in these frames appears, and when it goes."""
    seconds, passed, before = sum(frame.seconds for frame in frames), 0.0, None
    for place, frame in enumerate(frames):
        if (now := place in places) is not before:
            yield f"{100 * passed / seconds:.4g}% {{ visibility: {'visible' if now else 'hidden'} }}"
        passed, before = passed + frame.seconds, now


def _with_classes(drawn: str) -> tuple[str, list[str]]:
    """The same with a class for each style that is written out in it, and the rules of the classes."""
    styles = sorted(set(re.findall(r'style="([^"]*)"', drawn)))
    names = {style: f"s{place}" for place, style in enumerate(styles)}
    drawn = re.sub(r'style="([^"]*)"', lambda found: f'class="{names[found[1]]}"', drawn)
    return drawn, [f".{name} {{ {style} }}" for style, name in names.items()]


if __name__ == "__main__":
    PICTURE.write_text(moving(asyncio.run(played()), still=3 + ITERATIONS.index(STILL)), encoding="utf-8")
    print(PICTURE)
