"""Which question a match is looking at, and what the scale of guesses shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from neuron_tui.game.explain.asking import what_it_will_do
from neuron_tui.game.explain.numbers import points
from neuron_tui.game.lab.run import Run
from neuron_tui.game.match.match import Match, Phase
from neuron_tui.tui.kit.cells import Span
from neuron_tui.tui.kit.glyphs import FORESEEN
from neuron_tui.tui.kit.guess_scale import Scale
from neuron_tui.tui.kit.guess_text import outcome, stakes
from neuron_tui.tui.kit.table.table import question_glyphs


@dataclass(frozen=True, eq=False)
class SelectedQuestion:
    """A match, the run that is in front beside it, and the row of its table that is selected."""

    match: Match
    run: Run
    own: bool
    """Whether that run is the match's own."""
    selected: int

    @property
    def chosen(self) -> int | None:
        """The match's question that is selected; None for an example, told now or before."""
        asked = self.selected - len(self.run.puzzle.examples)
        questions, ours = self.run.puzzle.questions, self.match.puzzle.questions
        return ours.index(questions[asked]) if asked >= 0 and questions[asked] in ours else None

    @property
    def question(self) -> int:
        """The question whose guesses are shown: the selected one, else the current one."""
        return self.match.question if self.chosen is None else self.chosen

    @property
    def place(self) -> int:
        """Its place in what is asked: where it is guessed, or while that is so foreseen."""
        places = self.match.places_of(self.question)
        return self.match.current if self.match.current in places and self.match.guessing else places[0]

    @property
    def guess(self) -> Fraction | None:
        """The player's guess for the selected question."""
        return None if self.chosen is None else self.match.answers[self.chosen]

    @property
    def whose(self) -> str:
        """Whose outputs are seen."""
        if self.run.hand is not None:
            return "hand"
        return "neuron" if self.own and not self.run.replay.off else "tried"

    @property
    def label(self) -> str:
        """Which question the guesses are for, where that is not plain."""
        puzzle = self.match.puzzle
        if self.chosen is not None and len(puzzle.questions) == 1:
            return ""
        row = len(puzzle.examples) + self.question
        name = "" if puzzle.picture else puzzle.row_name(row)
        return " ".join(filter(None, ("for", name, question_glyphs(puzzle, self.question))))

    def scale(self, iteration: int, exact: bool) -> Scale:
        """Both players' guesses for the question, with what is at stake or what it came to."""
        match, place = self.match, self.place
        first, *again = match.places_of(self.question)
        return Scale(
            neuron=float(self.run.replay.answers(iteration, (match.asked[place].inputs,))[0]),
            you=match.guesses[first],
            foreseen=match.guesses[again[0]] if again else None,
            answer=Fraction(match.results()[first].right) if match.phase is Phase.VERDICT else None,
            asleep=match.guessing,
            exact=exact,
            your_turn=match.guessing and place == match.current,
            foreseeing=place in again,
            below=beneath_scale(match, place),
            whose=self.whose,
        )


def beneath_scale(match: Match, place: int) -> tuple[Span, Span, Span]:
    """The line under the scale for a place of what is asked: the stakes, or at the verdict the points.

    Where the neuron is foreseen there are none: it is told how it will be trained.
    """
    again = match.places_of(match.question_at(place))[1:]
    if match.phase is Phase.VERDICT:
        results = match.results()
        left, middle, right = outcome(results[place])
        if again:
            middle = (f"{FORESEEN} foreseeing it {points(results[again[0]].points)}", "text")
        return left, middle, right
    asked, stands = match.asked[place], place < match.confirmed
    mark = " \u00b7 stands" * (stands and match.guessing)
    if match.guessing and asked.answer is None:
        return ("", ""), (what_it_will_do(match.puzzle.neuron) + mark, "muted"), ("", "")
    left, (says, style), right = stakes(
        match.guesses[place], asked, settled=stands, chance=match.puzzle.noisy
    )
    if not match.guessing and again and (foreseen := match.guesses[again[0]]) is not None:
        says = f"{FORESEEN} you foresaw {float(foreseen):.2f}"
    return left, (says + mark, style), right
