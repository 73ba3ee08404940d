"""`neuron-tui pack`: packs come as folders and as zip files, whoever made them, and go again."""

from __future__ import annotations

import stat
import tracemalloc
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from neuron_tui.game.files.pack_source import PackError, pack_files
from tests.cli.conftest import ARTICLE, Run, assert_mistake, write

LAMP = ARTICLE.replace("{title}", "Lamp")
PACK = "title: For class 9\nversion: 1.2\n"


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def downloaded() -> Path:
    """What a code host gives as a zip file: one folder around everything, and more than puzzles."""
    return zipped(
        Path("class-9-main.zip"),
        {
            "class-9-main/pack.yaml": PACK,
            "class-9-main/1-first/lamp.yaml": LAMP,
            "class-9-main/README.md": "# Class 9",
            "class-9-main/picture.png": b"\x89PNG",
            "class-9-main/.github/workflows/check.yaml": "on: push",
        },
    )


def test_a_zip_file_is_added_listed_played_and_removed(run: Run, home: Path, downloaded: Path) -> None:
    folder = home / "puzzles" / "for-class-9"
    assert run("pack", "add", downloaded).out.splitlines() == [
        str(folder), "Play it with `neuron-tui --only for-class-9`.",
    ]  # fmt: skip
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()) == [
        "1-first/lamp.yaml", "README.md", "pack.yaml",
    ]  # fmt: skip
    listed = [line.split("  ") for line in run("pack", "list").out.splitlines()]
    (line,) = (line for line in listed if line[0] == "for-class-9")
    assert [cell.strip() for cell in line if cell.strip()] == [
        "for-class-9", "For class 9", "1.2", "1 puzzle", str(folder),
    ]  # fmt: skip
    assert run("train", "first/lamp").out.startswith("Lamp (for-class-9/first/lamp)\n")
    assert_mistake(run("pack", "remove", "for-class-9"), "--yes")
    assert run("pack", "remove", "for-class-9", "--yes").out == f"Removed {folder} with 1 puzzle.\n"
    assert not folder.exists()
    assert_mistake(run("pack", "remove", "for-class-9", "--yes"), "no pack `for-class-9`")


def test_a_newer_version_takes_the_place_of_the_one_before(run: Run, home: Path, downloaded: Path) -> None:
    run("pack", "add", downloaded)
    newer = Path("newer")
    write(newer / "pack.yaml", PACK)
    write(newer / "other" / "bell.yaml")
    assert_mistake(run("pack", "add", newer), "is there already", "--replace")
    assert (home / "puzzles" / "for-class-9" / "1-first" / "lamp.yaml").exists()
    assert run("pack", "add", newer, "--replace").code == 0
    assert [path.name for path in (home / "puzzles").iterdir()] == ["for-class-9"], "nothing else is left"
    assert not (home / "puzzles" / "for-class-9" / "1-first").exists()


def test_what_was_cloned_is_not_replaced(run: Run, home: Path, downloaded: Path) -> None:
    cloned = write(home / "puzzles" / "for-class-9" / "one" / "a.yaml")
    (home / "puzzles" / "for-class-9" / ".git").mkdir()
    assert_mistake(run("pack", "add", downloaded, "--replace"), "is a git repository", "git pull")
    assert cloned.exists()


def test_a_folder_s_hidden_files_and_links_stay_behind(run: Run, home: Path) -> None:
    write(Path("logic/one/a.yaml"))
    write(Path("logic/.git/config.yaml"))
    Path("secret.yaml").write_text("secret")
    Path("logic/one/link.yaml").symlink_to(Path("secret.yaml").absolute())
    assert run("pack", "add", "logic").code == 0
    kept = home / "puzzles" / "logic"
    assert [path.name for path in kept.rglob("*")] == ["one", "a.yaml"]


def test_the_folder_of_the_only_chapter_stays(tmp_path: Path) -> None:
    path = zipped(tmp_path / "logic.zip", {"one/a.yaml": LAMP, "one/b.yaml": LAMP})
    assert sorted(map(str, pack_files(path))) == ["one/a.yaml", "one/b.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        "../a.yaml", "/a.yaml", "one/../../a.yaml", "one//a.yaml", "C:/a.yaml", "..\\a.yaml", "one/\x1b.yaml",
        f"{'x' * 201}/a.yaml",
    ],
)  # fmt: skip
def test_a_zip_file_that_leads_outside_is_refused_whole(name: str, run: Run, home: Path) -> None:
    assert_mistake(
        run("pack", "add", zipped(Path("bad.zip"), {"one/good.yaml": LAMP, name: LAMP})), "bad.zip"
    )
    assert not home.exists() or not [*(home / "puzzles").iterdir()]


def test_so_is_one_with_a_link(run: Run, home: Path) -> None:
    link = zipfile.ZipInfo("one/link.yaml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile("bad.zip", "w") as archive:
        archive.writestr("one/good.yaml", LAMP)
        archive.writestr(link, "/etc/passwd")
    assert_mistake(run("pack", "add", "bad.zip"), "`one/link.yaml` is a link")


def test_one_that_unpacks_to_very_much_is_refused(tmp_path: Path) -> None:
    large = zipped(tmp_path / "large.zip", {"one/a.yaml": LAMP, "one/large.yaml": bytes(2**20 + 1)})
    with pytest.raises(PackError, match="1 MiB"):
        pack_files(large)
    many = zipped(tmp_path / "many.zip", {f"one/{number}.txt": "" for number in range(5_001)})
    with pytest.raises(PackError, match="more than 5,000 files"):
        pack_files(many)
    heavy = zipped(tmp_path / "heavy.zip", {f"one/{number}.yaml": bytes(2**20) for number in range(21)})
    with pytest.raises(PackError, match="20 MiB"):
        pack_files(heavy)


def test_what_unpacks_to_very_much_is_never_unpacked_whole(tmp_path: Path) -> None:
    large = zipped(tmp_path / "large.zip", {"one/large.yaml": bytes(2**26)})
    tracemalloc.start()
    try:
        with pytest.raises(PackError, match="1 MiB"):
            pack_files(large)
        assert tracemalloc.get_traced_memory()[1] < 2**24
    finally:
        tracemalloc.stop()


def test_one_that_is_packed_in_an_unusual_way_is_refused(run: Run) -> None:
    with zipfile.ZipFile("bzip.zip", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("one/a.yaml", LAMP)
    assert_mistake(run("pack", "add", "bzip.zip"), "an ordinary zip file")


def test_what_is_no_pack_is_told_so(run: Run) -> None:
    assert_mistake(run("pack", "add", "nowhere.zip"), "nowhere.zip: No such file")
    Path("text.zip").write_text("no zip")
    assert_mistake(run("pack", "add", "text.zip"), "text.zip is no pack", "not a zip file")
    assert_mistake(run("pack", "add", zipped(Path("x.zip"), {"README.md": "x"})), "no puzzle in it")
    assert_mistake(run("pack", "add", zipped(Path("y.zip"), {"a.yaml": LAMP})), "in no chapter")


PARTS = st.lists(st.sampled_from(["..", ".", "", "a", "b.yaml", "C:", "~", "\\", "..\\x", "\u202e", "é"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(names=st.lists(st.builds("/".join, PARTS) | st.text(min_size=1, max_size=20), max_size=4))
@example(names=["one/../../../x"])
def test_whatever_the_names_nothing_leads_outside(names: list[str], tmp_path: Path) -> None:
    try:
        path = zipped(tmp_path / "any.zip", {f"{name}.yaml": LAMP for name in names} | {"one/a.yaml": LAMP})
    except (UnicodeEncodeError, ValueError):
        return  # no zip file has such a name
    try:
        files = pack_files(path)
    except PackError:
        return
    root = tmp_path.resolve() / "pack"
    for file in files:
        assert (root / file).resolve().is_relative_to(root)
        assert not file.is_absolute()


@settings(deadline=None)
@given(place=st.integers(0, 400), byte=st.integers(0, 255))
def test_a_damaged_zip_file_is_refused_or_read(
    place: int, byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = zipped(tmp_path_factory.getbasetemp() / "damaged.zip", {"one/a.yaml": LAMP, "one/b.yaml": LAMP})
    data = bytearray(path.read_bytes())
    data[place % len(data)] = byte
    path.write_bytes(data)
    with suppress(PackError, OSError):
        assert pack_files(path)


def test_what_pre_commit_runs_in_a_pack_fails_on_a_mistake(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [hook] = yaml.safe_load(
        (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    )
    game, *words = [*hook["entry"].split(), *hook["args"]]
    assert game == "neuron-tui"
    run("new", "--pack", "Class 9")
    monkeypatch.chdir(home / "puzzles" / "class-9")
    write(Path("mkdocs.yml"), "site_name: Class 9\n")
    ran = run(*words)
    assert (ran.code, "note: `mkdocs.yml` is passed over" in ran.out) == (0, True)
    write(Path("1-one-reason/3-wrong.yaml"), ARTICLE + "questoins: []\n")
    ran = run(*words)
    assert (ran.code, "3-wrong.yaml:5:1: error:" in ran.out) == (1, True)
