"""The figures as plain data and as CSV, and the table's order."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuron_tui.game.scoreboard.counted_answers import PuzzleVersion
from neuron_tui.game.scoreboard.export import CSV_COLUMNS, as_csv, report
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.foreseen import Foreseen
from neuron_tui.game.scoreboard.players import PlayerScores
from neuron_tui.game.scoreboard.ranking import COLUMNS, ScoreRow, SortOrder, ranked
from tests.game.scoreboard.answers import CONTENT, figures

SAID = [(0.9, 0.9999, 1.0), (1.0, 0.5, 1.0), (0.2, 0.1, 1.0)]
"""Too few for a range."""


def foresaw(said: list[tuple[float, float]]) -> Figures:
    """The figures of a player who did nothing else: what was said each time, and what the neuron said."""
    guesses, outputs = np.array(said).T
    seen = Foreseen(guesses, outputs, np.zeros(len(said), np.int64))
    return Figures(replace(figures([]).counted, foreseen=seen))


def as_json(players: list[PlayerScores]) -> dict[str, Any]:
    return dict(json.loads(json.dumps(report(players))))


def test_the_report_is_json_with_everything_in_it() -> None:
    found = as_json([PlayerScores("anna", figures(SAID), 5)])
    assert found["questions"] == 5
    (anna,) = found["players"]
    neuron = anna.pop("neuron")
    assert (anna["player"], anna["questions"], anna["counted"], anna["practice"]) == ("anna", 5, 3, 2)
    assert (anna["wins"], anna["losses"], anna["draws"]) == (2, 0, 1)
    assert anna["streak"] == {"current": 2, "longest": 2}
    assert anna["foreseen"] == {"counted": 0, "got": 0, "points": 0, "trust": None, "trust_interval": None}
    assert anna["points"] == 96 + 100 - 156
    assert anna["accuracy"] == pytest.approx(2 / 3, abs=1e-8)
    assert anna["brier"] == pytest.approx((0.01 + 0 + 0.64) / 3, abs=1e-8)
    assert neuron["brier"] == pytest.approx((1e-8 + 0.25 + 0.81) / 3, abs=1e-8)
    assert neuron.keys() == {"points", "accuracy", "brier", "brier_interval", "calibration"}
    assert anna["brier_interval"] is neuron["brier_interval"] is None
    ninth = anna["calibration"][9]
    assert ninth.keys() == {"from", "to", "said", "share", "count", "interval"}
    assert (ninth["from"], ninth["to"], ninth["count"], ninth["share"]) == (0.9, 1.0, 2, 1.0)
    assert anna["calibration"][0] == {
        "from": 0.0, "to": 0.1, "said": None, "share": None, "count": 0, "interval": None
    }  # fmt: skip


def test_from_ten_answers_on_the_report_has_a_range() -> None:
    (anna,) = as_json([PlayerScores("anna", figures([(0.9, 0.9999, 1.0)] * 10), 10)])["players"]
    # Ten errors of 0.01, one of 0 and one of 1: their mean is 1.1/12, that of their squares 1.001/12.
    mean = 1.1 / 12
    reach = 1.959964 * ((1.001 / 12 - mean**2) / 12) ** 0.5
    assert anna["brier_interval"] == [0, pytest.approx(mean + reach, abs=1e-6)]


def test_the_report_tells_how_much_the_player_trusts_the_neuron() -> None:
    few = foresaw([(0.9, 0.7), (0.2, 0.1), (0.5, 0.9)])
    (anna,) = as_json([PlayerScores("anna", few, 3)])["players"]
    # 100 - 400 * 0.2^2, 100 - 400 * 0.1^2 and 100 - 400 * 0.4^2; 0.2 and -0.1 where there is a side
    assert anna["foreseen"] == {
        "counted": 3, "got": 1, "points": 84 + 96 + 36, "trust": 0.05, "trust_interval": None
    }  # fmt: skip
    (anna,) = as_json([PlayerScores("anna", foresaw([(0.9, 0.7)] * 10), 10)])["players"]
    # Ten times 0.2, once -1 and once 1: their mean is 2/12, that of their squares 2.4/12.
    reach = 2.170090 * ((2.4 / 12) - (2 / 12) ** 2) ** 0.5 / 12**0.5
    assert anna["foreseen"]["trust_interval"] == pytest.approx([2 / 12 - reach, 2 / 12 + reach], abs=1e-6)


def test_where_there_is_nothing_to_say_the_report_says_nothing() -> None:
    (practice,) = as_json([PlayerScores("ben", figures([]), 3)])["players"]
    assert (practice["questions"], practice["counted"], practice["practice"]) == (3, 0, 3)
    assert practice["accuracy"] is practice["brier"] is practice["brier_interval"] is None
    assert practice["points"] == 0
    assert as_json([]) == {"players": [], "questions": 0}


def test_the_csv_has_a_row_for_each_player_and_puzzle() -> None:
    made = figures(SAID, ("a/one", "a/two", "a/two"))
    rows = list(
        csv.DictReader(io.StringIO(as_csv([PlayerScores("anna", made, 3), PlayerScores("ben", made, 3)])))
    )
    assert {row["content"] for row in rows} == {CONTENT}
    assert [(row["player"], row["puzzle"]) for row in rows] == [
        ("anna", "a/one"), ("anna", "a/two"), ("ben", "a/one"), ("ben", "a/two")
    ]  # fmt: skip
    assert rows[0].keys() == set(CSV_COLUMNS)
    assert (rows[1]["answers"], rows[1]["wins"], rows[1]["points"], rows[1]["accuracy"]) == (
        "2",
        "2",
        "-56.0",
        "0.5",
    )


def test_the_csv_tells_what_was_foreseen_even_where_that_was_all() -> None:
    one, two = figures(SAID, ("a/one", "a/two")).counted, (0.9, 0.7)
    seen = Foreseen(np.array(two), np.array([0.7, 0.7]), np.array([1, 2]))
    made = Figures(replace(one, ids=(*one.ids, PuzzleVersion("a/three", CONTENT)), foreseen=seen))
    rows = list(csv.DictReader(io.StringIO(as_csv([PlayerScores("anna", made, 5)]))))
    assert [(row["puzzle"], row["answers"], row["foreseen"], row["foreseen_points"]) for row in rows] == [
        ("a/one", "1", "0", "0.0"), ("a/two", "2", "1", "84.0"), ("a/three", "0", "1", "100.0")
    ]  # fmt: skip
    assert (rows[2]["points"], rows[2]["accuracy"], rows[2]["brier"]) == ("0.0", "", "")


def test_the_csv_leaves_a_cell_empty_where_there_is_nothing_to_say() -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv([PlayerScores("anna", figures([(0.5, 0.5, 0.5)]), 1)])))
    assert (row["accuracy"], row["brier"]) == ("", "0.25")


def test_no_name_is_a_formula_for_a_spreadsheet() -> None:
    made = figures(SAID, ("-1+1/x",))
    (row,) = csv.DictReader(io.StringIO(as_csv([PlayerScores('=HYPERLINK("http://x")', made, 1)])))
    assert row["player"] == '\'=HYPERLINK("http://x")'
    assert row["puzzle"] == "'-1+1/x"
    comma = figures(SAID, ('a "b", c',))
    (row,) = csv.DictReader(io.StringIO(as_csv([PlayerScores("anna\nben", comma, 1)])))
    assert (row["player"], row["puzzle"]) == ("anna ben", 'a "b", c')


def rows() -> list[ScoreRow]:
    made = figures(
        [(0.9, 0.5, 1.0), (0.9, 0.5, 1.0), (0.2, 0.5, 1.0), (0.5, 0.5, 0.5)], ("a/b", "a/b", "a/c", "a/d")
    )
    names = {"a/b": "Beans", "a/c": "apples", "a/d": "Dates"}
    return [ScoreRow(version.id, names[version.id], total) for version, total in made.puzzles.items()]


def names(order: SortOrder, wanted: str = "") -> list[str]:
    return [row.name for row in ranked(rows(), order, wanted)]


def test_rows_are_ranked_by_any_column_the_best_or_most_first() -> None:
    column = {column.name: place for place, column in enumerate(COLUMNS)}
    assert names(SortOrder(column["name"])) == ["apples", "Beans", "Dates"]
    assert names(SortOrder(column["answers"]))[0] == "Beans"
    assert names(SortOrder(column["points"])) == ["Beans", "Dates", "apples"]
    assert names(SortOrder(column["Brier score"])) == ["Beans", "Dates", "apples"], "lower is better"


def test_the_same_column_again_turns_the_order_round() -> None:
    order = SortOrder().by(4)
    assert names(order.by(4)) == names(order)[::-1]
    assert order.by(4).by(5) == SortOrder(5)


def test_what_has_no_value_comes_last_either_way() -> None:
    assert names(SortOrder(6)) == ["Beans", "apples", "Dates"]
    assert names(SortOrder(6, turned=True)) == ["apples", "Beans", "Dates"]


def test_rows_are_filtered_by_name_and_id_in_either_case() -> None:
    assert names(SortOrder(0), " BEAN ") == ["Beans"]
    assert names(SortOrder(0), "a/d") == ["Dates"]
    assert names(SortOrder(0), "nothing like it") == []
