"""What the figures say, in sentences: only what the answers can carry, else how many more it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from neuron_tui.game.explain.numbers import MINUS, points
from neuron_tui.game.scoreboard.calibration import sureness
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.head_to_head import HeadToHead, Side
from neuron_tui.game.scoreboard.intervals import CONFIDENCE, FEWEST, MOST_ANSWERS_ASKED, more_answers
from neuron_tui.game.scoreboard.sureness import about_sureness
from neuron_tui.game.scoreboard.trust import about_the_neuron
from neuron_tui.puzzle.text import plural

MOST_CHAPTERS = 12
"""How many chapters are looked at: those with the most answers."""
SHORTEST_STREAK = 3
"""The fewest wins in a row that are called a streak."""

NOTHING_YET = (
    "Nothing is counted yet.",
    "Play a puzzle and say how sure you are: your first answer to each question counts here.",
)

Titles = Callable[[str], str]
"""The title of the chapter with this id."""


def sentences(figures: Figures, title_of: Titles) -> tuple[str, ...]:
    """What there is to say about a player's figures, the most useful first. Never empty."""
    foreseen = tuple(about_the_neuron(figures.counted.foreseen))
    if not len(figures):
        return *(foreseen or NOTHING_YET[:1]), *NOTHING_YET[1:]
    total = figures.total
    said = (
        about_sureness(sureness(total.you.guesses, total.you.answers)),
        about_lead(total),
        *about_chapters(figures.chapters, title_of),
        about_streak(total),
        *foreseen,
    )
    return tuple(sentence for sentence in said if sentence)


def about_lead(total: HeadToHead) -> str:
    """Who is better over all and by how much, or how many more answers it takes to tell."""
    count = total.count
    if count < FEWEST:
        more = plural(FEWEST - count, "more answer")
        return f"It takes at least {more} to tell who is better, you or the neuron."
    if not total.points_ahead:
        return f"So far you and the neuron are level: {_each(total)}."
    better = total.better()
    if better:
        ahead = "You are better than the neuron" if better > 0 else "The neuron is better than you"
        return f"{ahead}: {_ahead(total)}, over {plural(count, 'answer')}."
    missing = more_answers(lambda more: total.better(more=more) != 0)
    if missing is None:
        outlook = f"Not even {MOST_ANSWERS_ASKED:,} more answers like these would tell."
    else:
        outlook = f"If it goes on so, {plural(missing, 'more answer')} may tell."
    return f"Who is better can't be told yet: {_each(total)}. {outlook}"


def _ahead(total: HeadToHead) -> str:
    """How many points per question the better one is ahead."""
    return f"{plural(abs(total.points_ahead), 'point')} more per question"


def _each(total: HeadToHead) -> str:
    """Both players' points per question."""
    yours, its = (points(side.points_per_question) for side in (total.you, total.neuron))
    unit = "point" if yours.lstrip(f"+{MINUS}") == "1" else "points"
    return f"{yours} {unit} per question for you, {its} for the neuron"


def about_chapters(chapters: Mapping[str, HeadToHead], title_of: Titles) -> list[str]:
    """Where the player beats the neuron, and where it beats the player; or how many answers that takes."""
    busiest = sorted(chapters, key=lambda chapter: -chapters[chapter].count)[:MOST_CHAPTERS]
    large = [chapter for chapter in busiest if chapters[chapter].count >= FEWEST]
    if not large:
        if len(chapters) == 1:
            return []
        more = plural(FEWEST - chapters[busiest[0]].count, "more answer")
        where = title_of(busiest[0])
        return [f"{more} in {where} may show where you are better, and where the neuron is."]
    confidence = 1 - (1 - CONFIDENCE) / len(large)  # the doubt is shared out over all that are looked at
    told = {chapter: better for chapter in large if (better := chapters[chapter].better(confidence))}
    said = []
    if 1 in told.values():
        best = max(told, key=lambda chapter: chapters[chapter].points_ahead)
        said.append(f"You beat the neuron in {title_of(best)}: {_ahead(chapters[best])}.")
    if -1 in told.values():
        worst = min(told, key=lambda chapter: chapters[chapter].points_ahead)
        said.append(f"The neuron beats you in {title_of(worst)}: {_ahead(chapters[worst])}.")
    return said


def about_streak(total: HeadToHead) -> str:
    """Wins in a row, where there were some."""
    now, longest = total.streak.current, total.streak.longest
    if now >= SHORTEST_STREAK:
        record, other = "the longest streak you have had", f"your longest streak is {longest:,}"
        said = record if now == longest else other
        return f"You have beaten the neuron {now:,} times in a row; {said}."
    if longest >= SHORTEST_STREAK:
        return f"Your longest streak: you beat the neuron {longest:,} times in a row."
    return ""


def summary(figures: Figures) -> tuple[str, ...]:
    """Wins, points, accuracy and Brier score of both; nothing where there are no answers."""
    if not len(figures):
        return ()
    total = figures.total
    return (
        f"Over {plural(total.count, 'answer')} you won {total.wins:,}, the neuron won "
        f"{total.losses:,}, and {total.draws:,} {'was' if total.draws == 1 else 'were'} drawn.",
        _side("You", total.you),
        _side("Neuron", total.neuron),
        "The Brier score is the mean squared error: 0 is best, and never deciding gives 0.25.",
    )


def _side(title: str, side: Side) -> str:
    """You: −12 points, 58 % on the right side, Brier score 0.254 (95 % range 0.201 to 0.309)."""
    total = round(side.points)
    parts = [f"{MINUS if total < 0 else ''}{plural(abs(total), 'point')}"]
    if side.accuracy is not None:
        parts.append(f"{100 * side.accuracy:.0f} % on the right side")
    if side.brier is not None:
        interval = side.brier_interval
        likely = f" (95 % range {interval[0]:.3f} to {interval[1]:.3f})" if interval else ""
        parts.append(f"Brier score {side.brier:.3f}{likely}")
    return f"{title}: {', '.join(parts)}."
