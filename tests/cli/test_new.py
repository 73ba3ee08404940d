"""`neuron-tui new`: a puzzle of one's own, in one minute."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.task import KINDS, TaskKind
from tests.cli.conftest import Run, assert_mistake, write


def test_a_new_puzzle_is_listed_trained_and_free_of_faults(run: Run, home: Path) -> None:
    ran = run("new", "Two of three")
    path = home / "puzzles" / "two-of-three.yaml"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == str(path)
    assert f"neuron-tui play {path}" in ran.out
    assert run("train", "two-of-three").out.startswith("Two of three (two-of-three)\n")
    checked = run("check", path, "--train")
    assert checked.code == 0
    assert checked.out.endswith(": no faults.\n")


@pytest.mark.parametrize("kind", KINDS)
def test_it_may_have_a_task_of_any_kind_that_is_proved(run: Run, home: Path, kind: TaskKind) -> None:
    assert run("new", "Do it", "--task", kind).code == 0
    path = home / "puzzles" / "do-it.yaml"
    puzzle = read_puzzle(path.read_bytes()).puzzle
    assert puzzle is not None
    assert puzzle.task is not None
    assert puzzle.task.do == kind
    checked = run("check", path, "--train")
    assert checked.code == 0
    assert checked.out.endswith(": no faults.\n")


def test_a_task_of_another_kind_is_refused(run: Run, home: Path) -> None:
    assert_mistake(run("new", "x", "--task", "dance"), "by hand", code=2)
    assert not home.exists()


def test_it_may_go_into_a_chapter(run: Run, home: Path) -> None:
    run("new", "My Chapter/Second try")
    assert (home / "puzzles" / "my-chapter" / "second-try.yaml").is_file()
    assert run("train", "my-chapter/second-try").code == 0


@pytest.mark.parametrize("ending", [".yaml", ".YML", ".toml", ".csv"])
def test_a_name_with_a_files_suffix_is_the_same_name(run: Run, home: Path, ending: str) -> None:
    run("new", f"traffic-light{ending}")
    assert (home / "puzzles" / "traffic-light.yaml").is_file()
    assert_mistake(run("new", "traffic-light"), "already")


def test_it_joins_a_chapter_that_is_there_already(run: Run) -> None:
    write(Path("mine/07-votes/a.yaml"))
    run("new", "votes/b", "--puzzles", "mine")
    assert Path("mine/07-votes/b.yaml").is_file()


def test_it_goes_into_the_folder_that_is_given(run: Run, home: Path) -> None:
    Path("mine").mkdir()
    assert run("--puzzles", "mine", "new", "here").code == 0
    assert Path("mine/here.yaml").is_file()
    assert not home.exists()


@pytest.mark.parametrize("there", ["here.yaml", "03-here.yaml", "here.yml"])
def test_nothing_is_overwritten_and_no_id_taken_twice(run: Run, there: str) -> None:
    before = write(Path("mine") / there).read_bytes()
    assert_mistake(run("new", "Here", "--puzzles", "mine"), there, "another name")
    assert [path.name for path in Path("mine").iterdir()] == [there]
    assert (Path("mine") / there).read_bytes() == before


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "..",
        "../x",
        "x/..",
        "/x",
        "/etc/x",
        "x/",
        "a/b/c",
        "...",
        "!?",
        "chapter",
        "\x1b",
        "x" * 2000,
    ],
)
def test_a_name_is_never_a_path_and_always_a_name(run: Run, name: str, home: Path) -> None:
    assert_mistake(run("new", name))
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "file", "title"),
    [
        ("Wer klopft?", "wer-klopft.yaml", "Wer klopft?"),
        ("Tür: offen # zu", "tür-offen-zu.yaml", "Tür: offen # zu"),
        ("..\\evil", "evil.yaml", "..\\evil"),
        ("on", "on.yaml", "on"),
        ("1984", "1984.yaml", "1984"),
        ("[bold]x[/bold]".replace("/", ""), "bold-x-bold.yaml", "[bold]x[bold]"),
        ("赤と青", "赤と青.yaml", "赤と青"),
        ("long " * 50, f"{'long-' * 11}long.yaml", ("long " * 50).strip()),
    ],
)
def test_the_title_is_the_name_as_typed(run: Run, name: str, file: str, title: str, home: Path) -> None:
    assert run("new", name).code == 0
    path = home / "puzzles" / file
    assert path.is_file()
    assert run("train", path).out.startswith(title)
    assert run("check", path).code == 0


def test_a_folder_that_cannot_be_written_is_a_mistake(run: Run, home: Path) -> None:
    home.write_text("a file stands where the folder should be")
    assert_mistake(run("new", "x"), "--puzzles")


TABLE = """\
rain,wind,day,umbrella
1,0,Mon,yes
0,1,Sat,no
1,1,Sun,yes
0,0,Sat,no
0,1,Mon,no
"""


def test_a_table_becomes_a_puzzle_that_says_what_was_done(run: Run, home: Path) -> None:
    write(Path("rain.csv"), TABLE)
    ran = run("new", "Rain", "--from", "rain.csv", "--questions", "2")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "day has words; day is Mon and so on says which.")
    path = home / "puzzles" / "rain.yaml"
    text = path.read_text(encoding="utf-8")
    assert "\n# Made of rain.csv." in text
    assert "# day has words; day is Mon and so on says which." in text
    puzzle = read_puzzle(text.encode()).puzzle
    assert puzzle is not None
    assert puzzle.input_names == ("rain", "wind", "day is Mon", "day is Sat", "day is Sun")
    assert len(puzzle.questions) == 2
    assert run("check", path).out == "1 puzzle checked: no faults.\n"


def test_a_table_may_come_from_standard_input_with_wishes(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"age,ill\n" + b"20,0\n45,1\n60,1\n30,0\n")))
    assert run("new", "Age", "--from", "-", "--cut", "age=40", "--seed", "3").code == 0
    assert "inputs: [age over 40]" in (home / "puzzles" / "age.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--from", "none.csv"], "none.csv"),
        (["--from", "rain.csv", "--output", "snow"], "rain.csv: no column is called `snow`"),
        (["--from", "rain.csv", "--output", "day"], "say which is 1"),
    ],
)
def test_a_table_of_which_no_puzzle_can_be_made_is_a_mistake(
    run: Run, home: Path, options: list[str], words: str
) -> None:
    write(Path("rain.csv"), TABLE)
    assert_mistake(run("new", "Rain", *options), words)
    assert not home.exists()


def test_wishes_that_are_none_are_told(run: Run) -> None:
    write(Path("rain.csv"), TABLE)
    assert_mistake(run("new", "x", "--from", "rain.csv", "--cut", "age"), "`age=40`", code=2)
    assert_mistake(run("new", "x", "--from", "rain.csv", "--task", "teach"), "leave one of them out", code=2)


@pytest.mark.parametrize("name", ["alone", "mine/in-a-chapter"])
def test_its_first_line_leads_editors_to_what_the_game_reads(run: Run, name: str) -> None:
    run("new", name, "--puzzles", ".")
    file = Path(f"{name}.yaml")
    first = file.read_text(encoding="utf-8").splitlines()[0]
    schema = file.parent / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.read_text(encoding="utf-8") == run("help", "puzzle-schema").out
    assert run("check", ".", "--strict").code == 0


@pytest.mark.parametrize("title", ["Class 9", 'A "pack": {of} #mine'])
def test_a_new_pack_is_free_of_faults_and_a_course_of_its_own(run: Run, home: Path, title: str) -> None:
    ran = run("new", "--pack", title)
    folder = Path(ran.out.splitlines()[0])
    assert folder.parent == home / "puzzles"
    assert f"neuron-tui --only {folder.name}" in ran.out
    checked = run("check", "--train", "--strict", folder)
    assert checked.code == 0
    assert checked.out.endswith(
        "3 puzzles and 2 chapters checked, each puzzle trained with 10 seeds: no faults.\n"
    )
    lines = run("list", "--only", folder.name).out.splitlines()
    assert [line for line in lines if line[:1].strip()] == [
        f"{title} \u00b7 One reason",
        f"{title} \u00b7 Two reasons",
    ]
    assert f"# {title}\n" in (folder / "README.md").read_text(encoding="utf-8")
    assert run("glossary", "reason").out.endswith('See "The doorbell".\n')
    assert_mistake(run("new", "--pack", title), "is there already")


@pytest.mark.parametrize("title", ["", "!?", "Course", "x" * 2000])
def test_a_name_that_is_none_makes_no_pack(run: Run, home: Path, title: str) -> None:
    assert_mistake(run("new", "--pack", title), "is not a name for a pack")
    assert not home.exists()


def test_a_pack_in_another_folder_says_how_to_play_it(run: Run) -> None:
    Path("mine").mkdir()
    ran = run("new", "--pack", "Class 9", "--puzzles", "mine")
    assert ran.out.endswith("`neuron-tui --puzzles mine --only class-9`.\n")
    assert run("--puzzles", "mine", "--only", "class-9", "list").out.startswith("Class 9 \u00b7 One reason\n")
