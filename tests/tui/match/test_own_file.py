"""Edit, save, see: a match notices that its file has changed, and plays it anew."""

from __future__ import annotations

from pathlib import Path

from tests.tui.story import playing, write


async def test_a_changed_file_is_told_and_played_anew_with_f5(tmp_path: Path) -> None:
    path = write(tmp_path, "quick.yaml", title="Before")
    async with playing(tmp_path, source="own") as player:
        await player.play()
        text = path.read_text(encoding="utf-8")
        changed = tmp_path / "changed.part"
        changed.write_text(text.replace("Before", "After"), encoding="utf-8")
        changed.replace(path)  # as editors do it
        await player.until(lambda: "The file has changed. F5 plays it anew." in player.text)
        await player.press("f5")
        await player.until(lambda: " After" in player.text)
        await player.press("f5")
        assert "The file is as you see it." in player.text

        path.write_text(text.replace("-> 0", "-> 7"), encoding="utf-8")
        await player.until(lambda: "The file has changed." in player.text)
        await player.press("f5")
        assert "`7` is not 0 or 1" in player.text
        assert " After" in player.text

        await player.press("1", "enter", "space")
        path.write_text(text, encoding="utf-8")
        await player.until(lambda: "The file has changed." in player.text)
        await player.press("f5")
        assert "Your guess stands. F5 once more leaves it" in player.text
        await player.press("f5")
        await player.until(lambda: " Before" in player.text)
        assert player.match.nothing_stands
        await player.press("escape")
        assert "Before" in player.text


async def test_f5_right_after_saving_waits_for_no_notice(tmp_path: Path) -> None:
    write(tmp_path, "quick.yaml", title="Before")
    async with playing(tmp_path, source="own") as player:
        await player.play()
        write(tmp_path, "quick.yaml", title="After")
        await player.press("f5")
        await player.until(lambda: " After" in player.text)


async def test_home_has_what_changed_meanwhile(tmp_path: Path) -> None:
    write(tmp_path, "quick.yaml", title="The first")
    async with playing(tmp_path, source="own") as player:
        await player.play()
        write(tmp_path, "new.yaml", title="The second")
        await player.press("escape")
        await player.until(lambda: "The second" in player.text)


async def test_what_is_followed_is_played_anew_until_a_guess_stands(tmp_path: Path) -> None:
    path = write(tmp_path, "quick.yaml", title="Before")
    async with playing(tmp_path, source="own", follow=True) as player:
        await player.play()
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Before", "After"), encoding="utf-8")
        await player.until(lambda: " After" in player.text)
        await player.until(lambda: player.match.recording.complete)
        await player.press("1", "enter", "space")
        path.write_text(text, encoding="utf-8")
        await player.until(lambda: "The file has changed." in player.text)
        assert " After" in player.text
