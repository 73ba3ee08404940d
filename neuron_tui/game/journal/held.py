"""What could not be written into the journal yet, and how it counts meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from neuron_tui.game.journal.answer import Answer
from neuron_tui.game.journal.races import KeptRace, KeptTrial, Races
from neuron_tui.game.journal.stored import stored
from neuron_tui.game.scoreboard.counted_answers import CountedAnswers, PuzzleVersion


@dataclass
class Held:
    """Answers, races and trials in the order in which they came.

    `attempts` in the methods are the answers' attempts as the journal would number them; 0 for one that is
    written already.
    """

    answers: list[Answer] = field(default_factory=list)
    races: list[KeptRace] = field(default_factory=list)
    trials: list[KeptTrial] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.answers or self.races or self.trials)

    def counted_with(
        self, kept: CountedAnswers, attempts: Sequence[int], player: str | None
    ) -> CountedAnswers:
        """The answers that count: those of the file, and held back ones of this player, or all."""
        new = [
            answer
            for answer in self._unwritten(attempts)
            if answer.counts and player in (None, stored(answer.player))
        ]
        if not new:
            return kept
        numbers = {asked: number for number, asked in enumerate(kept.ids)}
        asked_of = [PuzzleVersion(stored(answer.puzzle), stored(answer.content)) for answer in new]
        puzzles = [numbers.setdefault(asked, len(numbers)) for asked in asked_of]
        times = np.append(kept.times, [answer.time for answer in new])
        order = np.argsort(times, kind="stable")
        return CountedAnswers(
            times[order],
            np.append(kept.guesses, [float(answer.guess) for answer in new])[order],
            np.append(kept.neuron_guesses, [answer.neuron_guess for answer in new])[order],
            np.append(kept.right, [float(answer.right or 0) for answer in new])[order],
            np.append(kept.puzzles, np.array(puzzles, np.int64))[order],
            tuple(numbers),
        )

    def in_matches(self, attempts: Sequence[int], player: str) -> list[Answer]:
        """What this player answered in matches, each with its attempt."""
        return [
            answer
            for answer in self._unwritten(attempts)
            if answer.mode == "match" and stored(answer.player) == player
        ]

    def answered_with(self, kept: dict[str, int], attempts: Sequence[int]) -> dict[str, int]:
        """How many questions each player has answered, by name."""
        held = Counter(stored(answer.player) for answer in self._unwritten(attempts))
        return {name: kept.get(name, 0) + held[name] for name in sorted({*kept, *held})}

    def races_with(self, kept: Races, player: str | None) -> Races:
        """The races of the file, and of the ones held back those of this player, or all."""
        races = {race.id: race for race, _ in kept}
        for race in self.races:
            if player in (None, race.player):
                races.setdefault(race.id, race)
        trials = {(trial.race, trial.number): trial for _, of_race in kept for trial in of_race}
        trials.update({(trial.race, trial.number): trial for trial in self.trials})
        in_order = [trials[key] for key in sorted(trials)]
        return tuple(
            (race, tuple(trial for trial in in_order if trial.race == race.id))
            for race in sorted(races.values(), key=lambda race: (race.begun, race.id))
        )

    def _unwritten(self, attempts: Sequence[int]) -> Iterator[Answer]:
        for answer, attempt in zip(self.answers, attempts, strict=True):
            if attempt:
                yield replace(answer, attempt=attempt)
