"""What the texts of the bundled puzzles say of all rows, all pictures or all weights is true."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from neuron_tui.folders import bundled_puzzles
from neuron_tui.neuron.separable import separation
from neuron_tui.puzzle.file.reader import read_puzzle
from tests.bundled.claimed import CLAIMS, Source
from tests.bundled.told import Told, claims

FILES = sorted(bundled_puzzles().glob("*/*.yaml"))


def name_of(file: Path) -> str:
    """article/leftmost-column; article/chapter is what stands above a chapter."""
    chapter, puzzle = (part.partition("-")[2] or part for part in (file.parent.name, file.stem))
    return f"{chapter}/{puzzle}"


def texts_of(file: Path) -> list[str]:
    """All that a file says to players, but no rule with a formula: that was compared with every row."""
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    texts = [written.get(key, "") for key in ("about", "lesson", "afterwards")]
    texts += [written.get("rule", "")] * ("formula" not in written)
    if end := written.get("end"):
        texts += [*end["say"], *(end["check"][key] for key in ("question", "right", "wrong"))]
        texts += [f"{end['earnest']['text']} {end['earnest']['source']}", end["next"]]
    steps = [step[key] for step in written.get("steps", []) for key in ("text", "shown")]
    return [*texts, *written.get("hint", []), *steps]


@cache
def told_by(file: Path, *, with_before: bool = True) -> Told:
    """The puzzle in a file; what stands above a chapter is about its first puzzle."""
    chapter = sorted(file.parent.glob("[0-9]*.yaml"))
    place = chapter.index(file) if file in chapter else 0
    puzzle = read_puzzle(chapter[place].read_bytes()).puzzle
    assert puzzle is not None
    return Told(puzzle, told_by(chapter[place - 1], with_before=False) if with_before else None)


each_file = pytest.mark.parametrize("file", FILES, ids=name_of)


@each_file
def test_whatever_it_claims_of_all_rows_stands_in_the_table(file: Path) -> None:
    proved = CLAIMS.get(name_of(file), {})
    found = [claim for text in texts_of(file) for claim in claims(text)]
    assert [claim for claim in found if not any(part in claim for part in proved)] == []
    assert [part for part in proved if not any(part in claim for claim in found)] == [], "no longer said"


def test_the_table_speaks_of_no_other_puzzles() -> None:
    assert set(CLAIMS) <= set(map(name_of, FILES))


def learnable(table: Mapping[tuple[int, ...], int]) -> bool:
    """Whether one neuron with a threshold has weights for all rows of a table, by the exact proof."""
    proof = separation(((*row, 1), output) for row, output in table.items())
    assert proof is not None
    return proof.possible


def test_what_the_glossary_says_that_one_neuron_can_never_do_it_cannot() -> None:
    terms = yaml.safe_load((bundled_puzzles() / "glossary.yaml").read_text(encoding="utf-8"))
    said = [entry["term"] for entry in terms if "can never" in entry["meaning"]]
    assert said == ["exclusive or", "parity"]
    for inputs in range(2, 7):
        assert not learnable({row: sum(row) % 2 for row in product((0, 1), repeat=inputs)}), "parity"
    two = list(product((0, 1), repeat=2))
    beyond = [
        outputs
        for outputs in product((0, 1), repeat=4)
        if not learnable(dict(zip(two, outputs, strict=True)))
    ]
    assert beyond == [(0, 1, 1, 0), (1, 0, 0, 1)], "exclusive or and its opposite"
    for left_out in two:
        rows = [row for row in two if row != left_out]
        assert all(learnable(dict(zip(rows, outputs, strict=True))) for outputs in product((0, 1), repeat=3))


PROOFS = [(file, part) for file in FILES for part, proof in CLAIMS.get(name_of(file), {}).items()
          if not isinstance(proof, str)]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "part"), PROOFS, ids=lambda one: one if isinstance(one, str) else name_of(one)
)
def test_a_claim_is_true(file: Path, part: str) -> None:
    proof = CLAIMS[name_of(file)][part]
    if isinstance(proof, Source):
        assert any(
            part in text and proof.named in text for text in map(" ".join, map(str.split, texts_of(file)))
        )
    else:
        assert not isinstance(proof, str)
        assert proof(told_by(file))
