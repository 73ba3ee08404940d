"""`neuron-tui check`: faults, and the proof of what a puzzle expects."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, assert_mistake, write

BROKEN = "title: x\nexamples:\n  - 0 2 -> 1\nquestions:\n  - 0 0 -> 1\nrules: y\n"
EXCLUSIVE_OR = (
    "title: Either\nexamples: [0 0 -> 0, 0 1 -> 1, 1 0 -> 1]\nquestions: [1 1 -> 0]\n"
    "neuron: {threshold: true, iterations: 500}\nexpect: learns\n"
)
NEVER_ON = (
    "title: Never on\nexamples: [1 0 -> 1]\nquestions: [0 1 -> 0]\nneuron: {iterations: 1}\nexpect: fails\n"
)


def test_all_that_comes_with_the_game_is_without_faults(run: Run) -> None:
    ran = run("check", "--bundled", "--strict")
    assert (ran.code, ran.err) == (0, "")
    assert "10 chapters checked: no faults." in ran.out


def test_every_fault_is_told_with_its_place(run: Run) -> None:
    write(Path("a.yaml"), BROKEN)
    ran = run("check", "a.yaml")
    assert ran.code == 1
    assert ran.err == ""
    first, row, caret, second, key, carets, summary = ran.out.splitlines()
    assert first.startswith("a.yaml:3:7: error: ")
    assert (row, caret) == ("    3 |   - 0 2 -> 1", "      |       ^")
    assert second.startswith("a.yaml:6:1: error: ")
    assert (key, carets) == ("    6 | rules: y", "      | ^^^^^")
    assert summary == "1 puzzle checked: 2 errors."


def test_a_fault_after_which_nothing_is_read_says_so(run: Run) -> None:
    write(Path("a.yaml"), BROKEN.replace("title: x", "title: x: y"))
    out = run("check", "a.yaml").out.splitlines()
    assert "a.yaml:1:9: note: the rest of this file was not read; mend this first" in out
    assert out[-1] == "1 puzzle checked: 1 error."
    write(Path("b.yaml"), BROKEN + "%\n")
    assert "note" not in run("check", "b.yaml").out
    assert "note" not in run("check", "a.yaml", "--quiet").out
    Path("c.yaml").write_bytes(b"PK\x03\x04")
    assert run("check", "c.yaml").out.count("c.yaml") == 1, "of what is no text, nothing is left to be read"


def test_warnings_alone_are_no_failure(run: Run) -> None:
    write(Path("a.yaml"), "title: x\nexamples: [0 0 -> 1, 0 0 -> 1, 1 0 -> 0]\nquestions: [1 1 -> 0]\n")
    ran = run("check", "a.yaml")
    assert ran.code == 0
    assert ": warning: " in ran.out
    assert ran.out.endswith("1 puzzle checked: 1 warning.\n")


def test_a_folder_is_checked_with_its_chapters(run: Run) -> None:
    write(Path("mine/1-one/a.yaml"))
    write(Path("mine/1-one/chapter.yaml"), "titel: One\n")
    write(Path("mine/b.yaml"), BROKEN)
    ran = run("check", "mine")
    assert ran.code == 1
    assert f"{Path('mine/1-one/chapter.yaml')}:1:1: error: " in ran.out
    assert f"{Path('mine/b.yaml')}:3:7: error: " in ran.out
    assert "2 puzzles and 1 chapter checked: 3 errors." in ran.out


def test_a_chapters_folder_is_checked_with_its_chapter_file(run: Run) -> None:
    write(Path("one/a.yaml"))
    write(Path("one/chapter.yaml"), "titel: One\n")
    assert "chapter.yaml:1:1: error: " in run("check", "one").out


def test_the_same_id_twice_is_told(run: Run, home: Path) -> None:
    write(home / "puzzles" / "article" / "picnic.yaml")
    ran = run("check")
    assert ran.code == 0
    assert "`article/picnic`" in ran.out
    assert "1 warning." in ran.out


def test_a_path_that_is_not_there_is_a_mistake(run: Run) -> None:
    assert_mistake(run("check", "nowhere.yaml"), "nowhere.yaml")


def test_a_folder_without_puzzles_is_a_mistake(run: Run) -> None:
    Path("empty").mkdir()
    assert_mistake(run("check", "empty"), "empty", ".yaml")


def test_training_refutes_an_expectation_at_its_place_in_the_file(run: Run) -> None:
    write(Path("a.yaml"), EXCLUSIVE_OR)
    ran = run("check", "a.yaml", "--train")
    assert ran.code == 1
    fault, _, _, proved, summary = ran.out.splitlines()[3:]
    assert proved == "The neuron fails 1 puzzle; that no weights can do it is proved for 1."
    assert fault.startswith(
        "a.yaml:5:9: error: expect says learns, but the neuron learned it with 0 of 10 seeds"
    )
    assert "(seed 1: 3 of 3 examples and 0 of 1 question right)" in fault
    assert fault.endswith("write `expect: fails`")
    assert summary == "1 puzzle checked, each puzzle trained with 10 seeds: 1 error, 1 warning."


def test_training_warns_of_a_question_on_which_the_simplest_rules_part(run: Run) -> None:
    write(Path("a.yaml"), EXCLUSIVE_OR.replace("learns", "fails"))
    ran = run("check", "a.yaml", "--train")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == (
        "a.yaml:3:13: warning: of the simplest rules that fit the examples, `A xor B` says 0 and `A or B` "
        "says 1 to 1 1; add an example, or write `1 1 -> ?`, or `names_decide: true` where the names tell it"
    )
    assert run("check", "a.yaml").out == "1 puzzle checked: no faults.\n"
    write(Path("a.yaml"), EXCLUSIVE_OR.replace("1 1 -> 0", "1 1 -> ?"))
    assert "warning" not in run("check", "a.yaml", "--train").out


def test_without_training_an_expectation_is_taken_at_its_word(run: Run) -> None:
    write(Path("a.yaml"), EXCLUSIVE_OR)
    assert run("check", "a.yaml").code == 0


def test_training_confirms_an_expectation(run: Run) -> None:
    write(Path("a.yaml"), EXCLUSIVE_OR.replace("learns", "fails"))
    assert run("check", "a.yaml", "--train").code == 0


def test_what_no_start_learns_is_proved_where_it_can_be(run: Run) -> None:
    # exclusive or is beyond every neuron; the same rows with too few iterations are not
    write(Path("xor.yaml"), EXCLUSIVE_OR.replace("learns", "fails"))
    rows = "0 0 1 -> 0, 1 1 1 -> 1, 1 0 1 -> 1, 0 1 1 -> 0"
    short = f"title: Short\nexamples: [{rows}]\nquestions: [1 0 0 -> 1]\n"
    write(Path("short.yaml"), short + "neuron: {iterations: 1}\nexpect: fails\n")
    ran = run("check", "xor.yaml", "short.yaml", "--train")
    assert ran.code == 0
    told = "that no weights can do it is proved for 1, for 1 it was only tried."
    assert f"The neuron fails 2 puzzles; {told}" in ran.out


def test_some_seeds_are_neither_all_nor_none(run: Run) -> None:
    write(Path("a.yaml"), NEVER_ON)
    assert run("check", "a.yaml", "--train").out.splitlines()[3].endswith("write `expect: depends`")


def test_a_puzzle_that_expects_nothing_is_told_what_came_out(run: Run) -> None:
    write(Path("a.yaml"))
    ran = run("check", "a.yaml", "--train")
    assert ran.code == 0
    assert "learned it with 10 of 10 seeds" in ran.out
    assert "`expect: learns`" in ran.out


def test_a_bundled_puzzle_must_say_what_it_expects(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import neuron_tui.folders

    package = tmp_path / "site" / "neuron_tui"
    silent = write(package / "bundled_puzzles" / "1-one" / "a.yaml")
    monkeypatch.setattr(neuron_tui.folders, "__file__", str(package / "folders.py"))  # installed elsewhere
    for arguments in (("--bundled",), (silent,), (silent.parent,)):
        ran = run("check", *arguments, "--train")
        assert ran.code == 1
        assert "a.yaml:1:1: error: a bundled puzzle must say what it expects" in ran.out
    assert run("check", "--bundled").code == 0


ARROWS = """\
title: x
examples:
  - 00 \u2192 0  # off
  - 0, 1 => 1
questions:
  - 1 1 -> ???
neuron: {threshold: Yes}
"""
PLAIN = """\
title: x
examples:
  - 0 0 -> 0  # off
  - 0 1 -> 1
questions:
  - 1 1 -> ?
neuron: {threshold: true}
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_fix_writes_what_is_understood_in_its_plain_form_and_changes_nothing_else(
    run: Run, ends: str
) -> None:
    path = Path("a.yaml")
    path.write_bytes(ARROWS.replace("\n", ends).encode())
    assert run("check", path).out == (
        "1 puzzle checked: no faults.\n1 of them could be written more plainly; --fix does it.\n"
    )
    ran = run("check", "--fix", path)
    assert (ran.code, ran.out) == (0, "a.yaml: written plainly\n1 puzzle checked: no faults.\n")
    assert path.read_bytes() == PLAIN.replace("\n", ends).encode()
    assert run("check", "--fix", path).out == "1 puzzle checked: no faults.\n"


def test_fix_writes_utf16_as_utf8_and_leaves_a_file_with_errors_alone(run: Run) -> None:
    Path("a.yaml").write_text(PLAIN, encoding="utf-16")
    broken = write(Path("b.yaml"), ARROWS.replace("00", "02"))
    before = broken.read_bytes()
    assert run("check", "--fix", "a.yaml", "b.yaml").code == 1
    assert Path("a.yaml").read_text(encoding="utf-8") == PLAIN
    assert broken.read_bytes() == before


def test_json_has_an_object_per_finding(run: Run) -> None:
    write(Path("a.yaml"), BROKEN.replace("0 0 -> 1", "0 0 => 1"))
    write(Path("b.yaml"), ARROWS)
    ran = run("check", "a.yaml", "b.yaml", "--json")
    first, key, *styles = json.loads(ran.out)
    assert ran.code == 1
    assert first == {
        "file": "a.yaml",
        "line": 3,
        "column": 7,
        "end": 8,
        "severity": "error",
        "code": "row",
        "message": "`2` is not 0 or 1; write 0 or 1",
        "fix": "write 0 or 1",
    }
    assert (key["line"], key["column"], key["end"], key["code"]) == (6, 1, 6, "key")
    found = [(it["severity"], it["line"], it["column"], it["end"], it["fix"]) for it in styles]
    assert ("style", 3, 5, 11, "0 0 -> 0") in found
    assert ("style", 7, 21, 24, "true") in found
    assert json.loads(run("check", write(Path("c.yaml")), "--json").out) == []


def test_what_is_to_be_watched_is_one_path(run: Run) -> None:
    assert_mistake(run("check", "--watch"), "needs one PATH", code=2)
    assert_mistake(run("check", "--watch", "-"), "needs one PATH", code=2)


def test_strict_fails_on_warnings(run: Run) -> None:
    write(Path("a.yaml"), "title: x\nexamples: [0 0 -> 1, 0 0 -> 1, 1 0 -> 0]\nquestions: [1 1 -> 0]\n")
    assert (run("check", "a.yaml").code, run("check", "a.yaml", "--strict").code) == (0, 1)


def test_what_fix_leaves_alone_is_not_offered_again(run: Run) -> None:
    write(Path("a.yaml"), BROKEN + "foresee: yes\n")
    assert "--fix" not in run("check", "a.yaml", "--fix").out
    assert '"style"' not in run("check", "a.yaml", "--json").out


def test_standard_input_is_checked_as_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    ran = run("check", "-", "--quiet")
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if "error" in line] == [
        "-:3:7: error: `2` is not 0 or 1; write 0 or 1",
        "-:6:1: error: `rules` is not a known key; did you mean `rule`?",
    ]


def test_without_a_path_your_own_puzzles_are_checked(run: Run, home: Path) -> None:
    assert "no puzzles of your own yet" in run("check").out
    write(home / "puzzles" / "a.yaml")
    assert run("check").out == "1 puzzle checked: no faults.\n"


def test_a_long_line_is_shown_around_its_fault_and_no_escape_reaches_the_terminal(run: Run) -> None:
    row = ", ".join(["0 0 -> 0"] * 12 + ["0 2 -> 0"] + ["1 1 -> 1"] * 12)
    write(Path("a.yaml"), f'title: x\nexamples: [{row}]\nquestions: [1 0 -> 1]\nrule: "\x1b[31m"\n')
    lines = run("check", "a.yaml", "-q").out.splitlines()
    found = next(place for place, line in enumerate(lines) if "`2` is not" in line)
    shown, carets = lines[found + 1 : found + 3]
    assert shown[carets.index("^")] == "2"
    assert len(shown) <= 86
    assert "\x1b" not in run("check", "a.yaml").out
