"""Races in the journal: taken up where they were left, and written down as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from neuron_tui.game.journal.keeper import Keeper
from neuron_tui.game.journal.kept import KeptRace, KeptTrial, Races
from neuron_tui.game.race.kinds import KINDS, ROWS, Kind
from neuron_tui.game.race.race import Race
from neuron_tui.game.race.records import HEADER, again, table_of, trial_of, unfinished

OUTPUTS = KINDS["II"]
RACE = KeptRace("a" * 32, "Ada", "six-kinds/type-2", "c0ffee", 7, 0.0, "1.0")


def trials_of(race: Race, decisions: list[int], race_id: str = RACE.id) -> tuple[Race, list[KeptTrial]]:
    """A race after these decisions, and what is kept of them, each a second after the one before."""
    kept = []
    for decision in decisions:
        kept.append(trial_of(race, race_id, decision, 0.12345, float(race.trials)))
        race = race.decide(decision)
    return race, kept


def rights(race: Race, count: int) -> list[int]:
    return [race.right(trial) for trial in range(count)]


def through_the_journal(folder: Path, kept: KeptRace, trials: list[KeptTrial]) -> Races:
    """What a second game finds of what a first one has kept."""
    path = folder / "journal.sqlite3"
    first = Keeper(path, kept.player)
    assert first.keep([kept]) == ""
    assert [first.keep([trial]) for trial in trials] == [""] * len(trials)
    return Keeper(path, kept.player).races(kept.player)


def test_a_race_comes_back_out_of_the_journal_as_it_was(tmp_path: Path) -> None:
    race, trials = trials_of(Race.begin(OUTPUTS, 7), [0, 1, 1, 0, 1])
    found = unfinished(through_the_journal(tmp_path, RACE, trials), RACE.puzzle, RACE.content, OUTPUTS)
    assert found is not None
    kept, again = found
    assert kept == RACE
    assert again.decisions == race.decisions
    assert again.schedule.order.tolist() == race.schedule.order.tolist()
    assert again.schedule.disguise == race.schedule.disguise
    assert again.neuron_errors.tolist() == race.neuron_errors.tolist()


def test_a_race_that_is_over_is_not_taken_up(tmp_path: Path) -> None:
    begun = Race.begin(OUTPUTS, 7)
    _, trials = trials_of(begun, rights(begun, 32))
    races = through_the_journal(tmp_path, RACE, trials)
    assert unfinished(races, RACE.puzzle, RACE.content, OUTPUTS) is None


def test_the_last_race_counts_and_not_one_that_was_left_before() -> None:
    begun = Race.begin(OUTPUTS, 7)
    left = (RACE, tuple(trials_of(begun, [0, 1])[1]))
    later = replace(RACE, id="b" * 32, begun=9.0)
    done = (later, tuple(trials_of(begun, rights(begun, 32), later.id)[1]))
    assert unfinished((left, done), RACE.puzzle, RACE.content, OUTPUTS) is None
    found = unfinished((done, left), RACE.puzzle, RACE.content, OUTPUTS)
    assert found is not None
    assert found[0] == RACE


@pytest.mark.parametrize(("puzzle", "content"), [("another", "c0ffee"), ("six-kinds/type-2", "changed")])
def test_a_race_on_another_puzzle_or_on_a_changed_one_is_not_taken_up(puzzle: str, content: str) -> None:
    _, trials = trials_of(Race.begin(OUTPUTS, 7), [0, 1])
    assert unfinished(((RACE, tuple(trials)),), puzzle, content, OUTPUTS) is None


def test_a_race_with_a_gap_is_taken_up_before_it_and_keeps_what_is_after_it(tmp_path: Path) -> None:
    _, trials = trials_of(Race.begin(OUTPUTS, 7), [0, 1, 1, 0])
    races = through_the_journal(tmp_path, RACE, [*trials[:2], trials[3]])
    assert [line["trial"] for line in table(races)] == ["1", "2", "4"]
    found = unfinished(races, RACE.puzzle, RACE.content, OUTPUTS)
    assert found is not None
    assert found[1].trials == 2
    shown = again(*races[0], OUTPUTS)
    assert shown is not None
    assert shown.decisions == found[1].decisions
    begins_late = through_the_journal(tmp_path / "late", RACE, trials[1:])
    assert unfinished(begins_late, RACE.puzzle, RACE.content, OUTPUTS) is None


def test_a_race_whose_figures_this_game_would_not_show_is_not_taken_up() -> None:
    race, trials = trials_of(Race.begin(OUTPUTS, 7), [0, 1])
    strange = replace(trials[1], row=(trials[1].row + 1) % 8)
    assert unfinished(((RACE, (trials[0], strange)),), RACE.puzzle, RACE.content, OUTPUTS) is None
    others = tuple(1 - output for output in OUTPUTS)
    assert unfinished(((RACE, tuple(trials)),), RACE.puzzle, RACE.content, others) is None
    assert race.trials == 2


def test_a_race_of_an_earlier_version_goes_on_in_its_own_order_and_is_marked_with_it(tmp_path: Path) -> None:
    race, trials = trials_of(Race.begin(OUTPUTS, 7, "rounds"), [0, 1] * 12)
    races = through_the_journal(tmp_path, RACE, trials)
    found = unfinished(races, RACE.puzzle, RACE.content, OUTPUTS)
    assert found is not None
    assert found[1].decisions == race.decisions
    for trial in range(0, 256, 8):
        assert sorted(found[1].schedule.order[trial : trial + 8].tolist()) == list(range(8))
    assert {line["order"] for line in table(races)} == {"rounds"}


def test_a_race_of_an_earlier_version_that_was_left_in_its_first_block_goes_on_as_in_the_study() -> None:
    _, trials = trials_of(Race.begin(OUTPUTS, 7, "rounds"), [0, 1] * 8)
    races: Races = ((RACE, tuple(trials)),)
    found = unfinished(races, RACE.puzzle, RACE.content, OUTPUTS)
    assert found is not None
    assert found[1].schedule.order.tolist() == Race.begin(OUTPUTS, 7).schedule.order.tolist()
    assert {line["order"] for line in table(races)} == {"study"}


def test_figures_that_no_order_shows_are_written_down_without_one() -> None:
    _, trials = trials_of(Race.begin(OUTPUTS, 7), [0] * 20)
    assert {line["order"] for line in table(((RACE, tuple(trials)),))} == {"study"}
    strange = [replace(trials[0], row=(trials[0].row + 1) % 8), *trials[1:]]
    late = [*trials, replace(trials[0], number=256)]
    for odd in (strange, late):
        assert {line["order"] for line in table(((RACE, tuple(odd)),))} == {""}


def table(races: Races, kinds: dict[str, Kind] | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table_of(races, kinds or {}))))


def test_the_table_has_a_line_per_trial_with_all_that_an_analysis_needs() -> None:
    race, trials = trials_of(Race.begin(OUTPUTS, 7), [0, 1] * 10)
    lines = table(((RACE, tuple(trials)),))
    assert tuple(lines[0]) == HEADER
    assert len(lines) == 20
    for number, line in enumerate(lines):
        row = int(race.schedule.order[number])
        figure = race.schedule.disguise.figure(row)
        assert (line["block"], line["sub_block"], line["trial"]) == (
            "1" if number < 16 else "2",
            "2" if 8 <= number < 16 else "1",
            str(number + 1),
        )
        assert f"{line['size']} {line['colour']} {line['shape']}" == figure.name
        assert tuple(int(line[f"input_{place}"]) for place in (1, 2, 3)) == ROWS[row]
        assert int(line["right"]) == OUTPUTS[row]
        assert int(line["decision"]) == number % 2
        assert int(line["correct"]) == (number % 2 == OUTPUTS[row])
        output = float(line["neuron_output"])
        assert output == race.schedule.neuron_outputs[number]
        assert int(line["neuron_decision"]) == (output > 0.5)
        assert int(line["neuron_correct"]) == ((output > 0.5) == OUTPUTS[row])
    assert lines[1]["time"] == "1970-01-01T00:00:01.000Z"
    assert lines[1]["seconds"] == "0.123"
    assert {(line["player"], line["race"], line["kind"], line["begun"]) for line in lines} == {
        ("Ada", "a" * 32, "II", "1970-01-01T00:00:00.000Z")
    }


def test_the_kind_is_told_by_the_puzzle_s_file_else_by_the_eight_rows_else_left_out() -> None:
    begun = Race.begin(OUTPUTS, 7)
    few, all_rows = (((RACE, tuple(trials_of(begun, [0] * count)[1])),) for count in (7, 8))
    assert {line["kind"] for line in table(few)} == {""}
    assert {line["kind"] for line in table(few, {"another": "VI"})} == {""}
    assert {line["kind"] for line in table(few, {RACE.content: "II"})} == {"II"}
    assert {line["kind"] for line in table(all_rows)} == {"II"}


@pytest.mark.parametrize("name", ["=1+1", "+49", "-2", "@you", "a,b", 'say "hi"', "two\nlines", "Zoë", ""])
def test_any_name_stays_one_cell_and_no_formula(name: str) -> None:
    _, trials = trials_of(Race.begin(OUTPUTS, 7), [0])
    (line,) = table(((replace(RACE, player=name), tuple(trials)),))
    assert line["player"].removeprefix("'") == name.replace("\n", " ")
    assert not line["player"].startswith(("=", "+", "-", "@"))


def test_a_table_without_trials_is_its_header() -> None:
    assert table_of((), {}) == ",".join(HEADER) + "\n"
