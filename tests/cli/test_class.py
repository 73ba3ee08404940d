"""`neuron-tui class`: a class as its teacher reads it, from a real journal and real puzzle files."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest

from neuron_tui.game.journal.journal import Journal
from neuron_tui.game.journal.kept import Answer
from neuron_tui.puzzle.content import content_of
from neuron_tui.puzzle.file.reader import read_puzzle
from tests.cli.conftest import Run, assert_mistake, write
from tests.game.journal.answers import answer as an_answer

TWO = """\
title: {title}
inputs: [left, middle, right]
examples: [0 0 1 -> 0, 1 1 1 -> 1, 1 0 1 -> 1, 0 1 1 -> 0]
questions: [1 0 0 -> 1, 0 0 0 -> 0]
"""
NOVEMBER, DECEMBER = 1_763_500_000.0, 1_764_800_000.0


@pytest.fixture
def journal(home: Path) -> Journal:
    """A pack with two puzzles, and a class of five that has begun it; and a puzzle of no pack."""
    files = [
        write(home / "puzzles" / "our" / "first" / "01-both.yaml", TWO, "Both & more"),
        write(home / "puzzles" / "our" / "first" / "02-one.yaml", title="One"),
        write(home / "puzzles" / "other" / "apart.yaml", TWO.replace("[1 0 0", "[1 1 0"), "Apart"),
    ]
    (home / "puzzles" / "our" / "pack.yaml").write_text("title: Ours\n", encoding="utf-8")
    asks = {}
    for file in files:
        puzzle = read_puzzle(file.read_bytes()).puzzle
        assert puzzle is not None
        asks[file.stem.lstrip("012-")] = content_of(puzzle)

    def said(player: str, puzzle: str, question: str, guess: str, right: int, **more: object) -> Answer:
        chapter = "other" if puzzle == "apart" else "our/first"
        kept = an_answer(
            player, f"{chapter}/{puzzle}", question, guess=Fraction(guess), right=Fraction(right),
            content=asks[puzzle], time=NOVEMBER,
        )  # fmt: skip
        return replace(kept, **{"hints": 0, "seconds": 10.0, **more})

    journal = Journal(home / "journal.sqlite3")
    journal.keep(
        [
            said("Ann", "both", "1 0 0", "0.9", 1, hints=2, seconds=4.0),
            said("Ann", "both", "0 0 0", "0.9", 0, time=DECEMBER),
            said("Ann", "one", "1 0 0", "1", 1, time=DECEMBER),
            said("<b>Bob</b>", "both", "1 0 0", "0.75", 1),
            said("<b>Bob</b>", "both", "0 0 0", "0.75", 0, seconds=1_000.0),
            said("<b>Bob</b>", "both", "0 0 0", "0", 0, time=NOVEMBER + 1),
            said("=Cid", "one", "1 0 0", "0.2", 1),
            said("Dora", "apart", "1 1 0", "1", 1),
            said("Emil", "one", "1 0 0", "1", 1, mode="examples"),
        ]
    )
    return journal


def lines(out: str) -> dict[str, list[str]]:
    """The cells of the first line that begins with each word."""
    found: dict[str, list[str]] = {}
    for line in out.splitlines():
        first, *rest = re.split(r" {2,}", line.strip())
        found.setdefault(first, rest)
    return found


def test_the_class_at_a_pack_pupil_by_puzzle(run: Run, journal: Journal) -> None:
    ran = run("class", "--pack", "our")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("5 pupils, 6 answers, 2025-11-")
    told = lines(ran.out)
    assert told["pupil"] == ["puzzles", "right", "points", "hints", "seconds", "surer"]
    # (96 - 224 + 100) / 3; the median of 4, 10 and 10 seconds
    assert told["Ann"] == ["2/2", "67 %", "\u22129", "2", "10", "-"]
    # (75 - 125) / 2; practice is left out
    assert told["<b>Bob</b>"] == ["1/2", "50 %", "\u221225", "0", "505", "-"]
    assert told["Dora"] == told["Emil"] == ["0/2", "-", "-", "-", "-", "-"]
    # (96 - 224 + 75 - 125) / 4 = -44.5
    assert told["1.1 Both & more"] == ["2/5", "50 %", "\u221244", "2", "10"]
    glance = ran.out.partition("not begun\n")[2]
    assert [line.split() for line in glance.splitlines()[2:8]] == [
        ["12"], ["<b>Bob</b>", "~."], ["=Cid", ".x"], ["Ann", "~+"], ["Dora", ".."], ["Emil", ".."],
    ]  # fmt: skip
    unknown = "1.1 Both & more, 0 0 0: 0 is right. 2 pupils said 0.82 on average; the neuron did not know it,"
    assert unknown in " ".join(ran.out.split())
    assert "Not begun: Dora, Emil." in ran.out


def test_without_a_pack_it_is_about_what_was_begun(run: Run, journal: Journal) -> None:
    out = run("class").out
    assert "Apart" in out
    assert "Not begun: Emil." in out
    assert "The leftmost column" not in out, "nobody has begun that chapter"


def test_a_chapter_is_there_alone_and_whole(run: Run, journal: Journal) -> None:
    for name in ("our/first", "first"):
        told = json.loads(run("class", "--chapter", name, "--json").out)
        assert [each["title"] for each in told["puzzles"]] == ["Both & more", "One"]
        assert told["not_begun"] == ["Dora", "Emil"]
    told = json.loads(run("class", "--chapter", "article", "--json").out)
    assert len(told["puzzles"]) == 7
    assert told["all"]["answers"] == 0
    assert_mistake(run("class", "--chapter", "nobody"), "there is no chapter `nobody`", "article")


def test_only_answers_since_a_day_and_only_these_pupils(run: Run, journal: Journal) -> None:
    Path("7b.txt").write_text("\ufeffann\n\n =Cid \nFrieda\n", encoding="utf-8")
    told = json.loads(
        run("class", "--names", "7b.txt", "--since", "2025-12-01", "--pack", "our", "--json").out
    )
    assert [(each["pupil"], each["answers"]) for each in told["pupils"]] == [
        ("=Cid", 0),
        ("Ann", 2),
        ("Frieda", 0),
    ]
    assert told["not_begun"] == ["=Cid", "Frieda"]
    assert told["not_listed"] == [], "since that day nobody else has answered anything"
    assert_mistake(run("class", "--since", "soon"), "soon", code=2)
    assert_mistake(run("class", "--names", "nowhere"), "nowhere can't be read (no such file")
    Path("empty.txt").write_text("\n")
    assert_mistake(run("class", "--names", "empty.txt"), "holds no name")
    assert_mistake(run("class", "--pack", "nobody"), "there is no pack `nobody`", "our")


def test_whoever_plays_under_a_name_that_the_list_lacks_is_told(run: Run, journal: Journal) -> None:
    Path("7b.txt").write_text("Ann\nBob\n", encoding="utf-8")
    assert "Not begun: Bob.\nIn the journal, but not in the list of names: <b>Bob</b>, =Cid, Dora.\n" in (
        run("class", "--names", "7b.txt").out
    )
    assert "not in the list of names: &lt;b&gt;Bob&lt;/b&gt;, =Cid, Dora." in (
        run("class", "--names", "7b.txt", "--html", "-").out
    )
    Path("nobody.txt").write_text("Robert\n", encoding="utf-8")
    assert "not in the list of names: <b>Bob</b>, =Cid, Ann, Dora." in (
        run("class", "--names", "nobody.txt").out
    ), "also where the list fits nobody"


def test_a_list_of_names_may_be_in_utf_16_and_is_never_guessed(run: Run, journal: Journal) -> None:
    Path("7b.txt").write_text("Zo\u00eb\nann\n", encoding="utf-16")
    told = json.loads(run("class", "--names", "7b.txt", "--json").out)
    assert [each["pupil"] for each in told["pupils"]] == ["Ann", "Zo\u00eb"]
    Path("7b.txt").write_text("Zo\u00eb\n", encoding="latin-1")
    assert_mistake(run("class", "--names", "7b.txt"), "7b.txt is no text in UTF-8")


@pytest.mark.parametrize(
    ("by", "first"),
    [("name", "<b>Bob</b>"), ("puzzles", "Ann"), ("right", "Dora"), ("points", "Dora"), ("hints", "Ann"),
     ("seconds", "<b>Bob</b>"), ("surer", "<b>Bob</b>")],
)  # fmt: skip
def test_pupils_are_sorted(run: Run, journal: Journal, by: str, first: str) -> None:
    told = json.loads(run("class", "--sort", by, "--json").out)
    assert told["pupils"][0]["pupil"] == first


def test_as_data_every_figure_is_there(run: Run, journal: Journal) -> None:
    told = json.loads(run("class", "--pack", "our", "--json").out)
    by_name = {each["pupil"]: each for each in told["pupils"]}
    assert by_name["=Cid"]["by_puzzle"]["our/first/one"] == {
        "answers": 1, "right": 0.0, "points": -156.0, "hints": 0, "seconds": 10.0, "surer": None,
    }  # fmt: skip
    assert [(each["title"], each["pupils"]) for each in told["puzzles"]] == [("Both & more", 2), ("One", 2)]
    assert [(each["question"], each["right"], each["said"]) for each in told["nobody_knew"]] == [
        ("0 0 0", 0.0, 0.825)
    ]
    # 75 % sure twice and 80 % once, and right once
    assert told["sureness"][0] == {"said": 0.766666667, "right": 0.333333333, "answers": 3}
    rows = list(csv.DictReader(io.StringIO(run("class", "--pack", "our", "--csv").out)))
    assert [(row["pupil"], row["our/first/both"], row["our/first/one"]) for row in rows] == [
        *[("<b>Bob</b>", "0.5", ""), ("'=Cid", "", "0.0"), ("Ann", "0.5", "1.0")],
        *[("Dora", "", ""), ("Emil", "", "")],
    ]
    assert_mistake(run("class", "--json", "--csv"), "choose one", code=2)


class Page(HTMLParser):
    """What a page loads or links, its elements, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "style", "srcset")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_one_file_with_nothing_from_elsewhere_in_which_names_are_only_names(
    run: Run, journal: Journal
) -> None:
    assert run("class", "--pack", "our", "--html", "class.html").out == "class.html; open it in a browser.\n"
    text = Path("class.html").read_text(encoding="utf-8")
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "b"} & set(page.tags)
    assert page.addresses == []
    assert "url(" not in text
    assert "@import" not in text
    for words in ("<b>Bob</b>", "Both & more", "\u2713", "said 0.82 on average", "Dora, Emil"):
        assert words in page.text
    assert_mistake(run("class", "--html", "class.html"), "class.html is there already")
    assert run("class", "--pack", "our", "--html", "-").out == text


def test_before_anybody_has_answered_anything_it_says_so(run: Run, home: Path) -> None:
    ran = run("class")
    assert ran.code == 0
    assert "0 pupils, 0 answers." in ran.out
    assert "Nobody has answered anything here yet." in ran.out
    assert "Nobody has answered anything here yet." in run("class", "--html", "-").out
    assert not home.exists()
