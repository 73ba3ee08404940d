"""Puzzles as anyone may write them: the largest table, any names, texts that look like markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuron_tui.game.match.match import Phase
from tests.tui.reading import columns_of
from tests.tui.story import playing, write, write_huge

pytestmark = pytest.mark.slow

MARKUP = "[bold red]Not bold[/] [link=file:///etc]x[/] [@click=app.quit]quit[/] \\[a]"
NAMES = {
    "chinese": '["左", "中间的列", "右"]',
    "emoji": '["👩‍👩‍👧", "👍🏽", "🇩🇪🇫🇷"]',
    "right to left": '["שמאל", "אמצע", "ימין"]',
    "accents": '["e\u0301te\u0301", "n\u0303", "o\u0308"]',
    "very long": '["a name that is longer than any column can be", "and another one of these", "short"]',
    "markup": '["[red]a[/]", "[b]", "[/]"]',
}


@pytest.mark.parametrize(
    ("kind", "size"),
    [*((kind, (80, 24)) for kind in NAMES), ("chinese", (120, 40)), ("very long", (200, 60))],
)
async def test_whatever_the_names_are_no_line_is_broken(
    kind: str, size: tuple[int, int], tmp_path: Path
) -> None:
    path = write(tmp_path, "a.yaml")
    text = path.read_text(encoding="utf-8").replace("[left, middle, right]", NAMES[kind])
    path.write_text(text + 'output: "' + "答え" * 30 + '"\n', encoding="utf-8")
    async with playing(tmp_path, size=size) as player:
        squares = [line for line in player.lines if "■" in line or "□" in line]
        assert len(squares) == 5
        assert {columns_of(line) for line in player.lines} == {size[0]}
        await player.play()
        assert {columns_of(line) for line in player.lines} == {size[0]}
        await player.press("1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert {columns_of(line) for line in player.lines} == {size[0]}
        await player.press("p")
        corners = {line.index("╮") for line in player.lines if line.startswith("╭")}
        assert len(corners) == 1
        edges = {
            line[next(iter(corners))] for line in player.lines if line.startswith("│") and line.isascii()
        }
        assert edges <= {"│"}


async def test_markup_in_a_file_is_shown_as_it_is_written(tmp_path: Path) -> None:
    write(tmp_path, "0-first/01-plain.yaml", "Plain")  # where home greets, and says nothing of the chapter
    path = write(tmp_path, "a/01-a.yaml", f"'{MARKUP}'")
    names = '["[b]a[/b]", "[red]", "[/]"]'
    text = path.read_text(encoding="utf-8").replace("[left, middle, right]", names)
    text = text.replace("The output copies the leftmost input.", f"'{MARKUP}'").replace(
        "Left decides.", f"'{MARKUP}'"
    )
    text = text.replace("[Look at one column., Look at the left one.]", f"'{MARKUP}'")
    path.write_text(text + f"lesson: '{MARKUP}'\nauthor: '[b]me[/b]'\n", encoding="utf-8")
    (tmp_path / "a/chapter.yaml").write_text(
        f"title: '[b]Chapter[/b]'\nabout: '{MARKUP}'\n", encoding="utf-8"
    )
    async with playing(tmp_path, size=(200, 60)) as player:
        await player.press("down")
        assert player.says("[b]Chapter[/b]", "by [b]me[/b]", "[b]a[/b]")
        assert player.part("#preview").count("[bold red]Not bold[/]") == 2, "the title, and about the chapter"
        await player.play()
        await player.press("h")
        assert player.part("#words").count("[bold red]Not bold[/]") == 2
        await player.press("1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert player.part("#words").count("[bold red]Not bold[/]") == 2
        assert "[b]a[/b]: " in player.part("#words")


async def test_control_characters_in_names_of_files_never_reach_the_screen(tmp_path: Path) -> None:
    write(tmp_path, "\x1b[31m01-red\x07/\x1b]0;title\x07puzzle.yaml", "Red")
    (tmp_path / "\x1b[2Jbroken.yaml").write_text("title: \x1b[31mred\n", encoding="utf-8")
    async with playing(tmp_path) as player:
        for _ in range(2):
            assert not [character for character in player.text if ord(character) < 32 and character != "\n"]
            assert {columns_of(line) for line in player.lines} == {80}
            await player.press("down")


async def test_the_largest_table_can_be_walked_through_from_end_to_end(tmp_path: Path) -> None:
    write_huge(tmp_path, "a.yaml")
    async with playing(tmp_path) as player:
        await player.play()
        assert {columns_of(line) for line in player.lines} == {80}
        assert player.match.selected == 256
        await player.press("up")
        assert "▸256 " in player.part("#examples")
        await player.press(*["up"] * 255)
        assert "▸ 1 " in player.part("#examples")
        await player.press(*["down"] * 120)
        assert "▸121 " in player.part("#examples")
        names = player.part("#examples").split("output")[0].split("answer")[0]
        assert all(letter in names for letter in "ABCDEFGHIJKLMNOP")
        await player.press("1", "enter", "0", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert {columns_of(line) for line in player.lines} == {80}
        assert "· neuron" in player.part("#words")


async def test_sixty_four_questions_are_asked_and_answered(tmp_path: Path) -> None:
    rows = [f"{number:07b}" for number in range(65)]
    asked = ", ".join(f"{' '.join(row)} -> {row[-1]}" for row in rows[1:])
    path = tmp_path / "many.yaml"
    path.write_text(
        f"title: Many\nexamples: [{' '.join(rows[0])} -> 0]\n"
        f"questions: [{asked}]\nneuron: {{iterations: 5}}\n",
        encoding="utf-8",
    )
    async with playing(tmp_path) as player:
        await player.play()
        await player.press(*["1", "enter"] * 63)
        assert player.says("(64 of 64)")
        assert "???" in player.part("#questions")
        await player.press("1", "enter", "end")
        await player.until(lambda: player.phase is Phase.VERDICT)
        await player.settle()
        assert "· neuron" in player.part("#words")
