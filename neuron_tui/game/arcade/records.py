"""What the journal keeps of rounds, and what a player's rounds say."""

from __future__ import annotations

from collections.abc import Iterable

from neuron_tui import __version__
from neuron_tui.game.arcade.contest import Contest, Stage
from neuron_tui.game.arcade.guess import points_for
from neuron_tui.game.arcade.round import Round
from neuron_tui.game.arcade.titles import TITLES
from neuron_tui.game.arcade.words import Outcome
from neuron_tui.game.explain.numbers import points, signed
from neuron_tui.game.journal.kept import NEVER, KeptRound, Told
from neuron_tui.game.journal.match_answers import new_id
from neuron_tui.puzzle.text import plural


def as_kept(games: int | None) -> int:
    """A number of games as the journal keeps it; None is never."""
    return NEVER if games is None else games


def kept_round(
    played: Round,
    look: Told,
    player: str,
    time: float,
    seed: int,
    guess: int | None = None,
    passed: int | None = None,
) -> KeptRound:
    """What is kept of a round in which at least one game is over, at `time`, in seconds since 1970.

    `guess` and `passed` are `as_kept`; None where nothing was said, and where it is not known.
    """
    return KeptRound(
        id=new_id(),
        player=player,
        game=played.game.id,
        look=look,
        games=len(played.points),
        points=played.mean,
        guess=guess,
        passed=passed,
        seed=seed,
        time=time,
        version=__version__,
    )


def rounds_of(
    contest: Contest, outcome: Outcome | None, player: str, time: float, seed: int
) -> list[KeptRound]:
    """The rounds in which a game is over: with your guess where it stands, and what came out where that is
    known.
    """
    guessed = contest.stage not in (Stage.MASKED, Stage.GUESS)
    guess = as_kept(contest.guess) if guessed else None
    passed = None if outcome is None else as_kept(outcome.as_good)
    kept = []
    if contest.masked.points:
        kept.append(kept_round(contest.masked, "masked", player, time, seed, guess, passed))
    if contest.opened is not None and contest.opened.points:
        kept.append(kept_round(contest.opened, "open", player, time, seed))
    return kept


def guess_points(kept: KeptRound) -> float | None:
    """The points for foreseeing when the network is as good; None where nothing was said or is known."""
    if kept.guess is None or kept.passed is None:
        return None
    return points_for(kept.guess or None, kept.passed or None)


def first_rounds(rounds: Iterable[KeptRound]) -> dict[tuple[str, Told], KeptRound]:
    """The first round of each game and look, which counts, as first answers do: later ones are practice.

    `rounds`: a player's, in the order of time.
    """
    found: dict[tuple[str, Told], KeptRound] = {}
    for each in rounds:
        found.setdefault((each.game, each.look), each)
    return found


def about_rounds(rounds: Iterable[KeptRound]) -> str:
    """The mean points of a player's first rounds, and the points for guesses; empty where there is none."""
    first = first_rounds(each for each in rounds if each.game in TITLES)
    looks: dict[Told, str] = {"masked": "masked", "open": "with names"}
    each_game = []
    for id, title in TITLES.items():
        played = [(first[id, look], name) for look, name in looks.items() if (id, look) in first]
        means = [f"{signed(kept.points)} {name}" for kept, name in played]
        each_game += [f"{title} {', '.join(means)}"] if means else []
    if not each_game:
        return ""
    scores = [score for each in first.values() if (score := guess_points(each)) is not None]
    said = f" For saying when the network is as good: {points(sum(scores))} in {plural(len(scores), 'game')}."
    return f"By itself, points a game: {'; '.join(each_game)}.{said if scores else ''}"
