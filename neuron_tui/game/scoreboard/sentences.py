"""What the figures say, in sentences: only what the answers can carry, else how many more it takes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from neuron_tui.game.explain.numbers import MINUS, points
from neuron_tui.game.scoreboard.calibration import sureness
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.head_to_head import HeadToHead, Side
from neuron_tui.game.scoreboard.intervals import FEWEST, MOST_ANSWERS_ASKED, Interval, bootstrap
from neuron_tui.game.scoreboard.players import YOURS, Perspective
from neuron_tui.game.scoreboard.points_over_time import streak
from neuron_tui.game.scoreboard.sureness import about_sureness
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


def sentences(figures: Figures, title_of: Titles, who: Perspective = YOURS) -> tuple[str, ...]:
    """What there is to say about a player's figures, the most useful first. Never empty."""
    if not len(figures):
        return NOTHING_YET[:1] if who.name else NOTHING_YET
    total = figures.total
    said = (
        about_sureness(sureness(total.you.guesses, total.you.answers), who),
        about_lead(total, who),
        *about_chapters(figures.chapters, title_of, who),
        about_streak(total, who),
    )
    return tuple(sentence for sentence in said if sentence)


def about_lead(total: HeadToHead, who: Perspective = YOURS) -> str:
    """Who is better over all and by how much, or how many more answers it takes to tell."""
    count, title = total.count, who.title
    if count < FEWEST:
        more = plural(FEWEST - count, "more answer")
        return f"It takes at least {more} to tell who is better, {title} or the neuron."
    interval = bootstrap(total.leads) or (0.0, 0.0)
    lead = float(total.leads.mean())
    if _excludes_0(interval):
        better = who.say("You are better than the neuron", f"{title} is better than the neuron")
        if lead < 0:
            better = f"The neuron is better than {title}"
        return f"{better}: {_ahead(lead)}, over {plural(count, 'answer')}."
    more_answers = _more_answers(count, lead, interval)
    if more_answers is None:
        ahead = f"Not even {MOST_ANSWERS_ASKED:,} more answers like these would tell."
    else:
        ahead = f"If it goes on so, {plural(more_answers, 'more answer')} will tell."
    return f"Who is better can't be told yet: {_each(total, title)}. {ahead}"


def _more_answers(count: int, lead: float, interval: Interval) -> int | None:
    """How many more answers would tell, if the lead stayed as it is; None where that is too many.

    An interval narrows with the root of the answers: its end beyond 0 has to come nearer than the lead.
    """
    beyond = max(lead - interval[0] if lead > 0 else interval[1] - lead, abs(lead))
    most = math.sqrt((count + MOST_ANSWERS_ASKED) / count)
    if beyond > most * abs(lead) or lead == 0:
        return None
    return max(math.ceil(count * (beyond / abs(lead)) ** 2) - count, 1)


def _excludes_0(interval: Interval) -> bool:
    return interval[0] > 0 or interval[1] < 0


def _ahead(lead: float) -> str:
    """Points per question, from a lead in errors."""
    apart = round(abs(400 * lead))
    return f"{plural(apart, 'point')} more per question" if apart else "less than a point more per question"


def _each(total: HeadToHead, title: str) -> str:
    """Both players' points per question."""
    yours, its = (points(side.points / total.count) for side in (total.you, total.neuron))
    unit = "point" if yours.lstrip(f"+{MINUS}") == "1" else "points"
    return f"{yours} {unit} per question for {title}, {its} for the neuron"


def about_chapters(
    chapters: Mapping[str, HeadToHead], title_of: Titles, who: Perspective = YOURS
) -> list[str]:
    """Where the player beats the neuron, and where it beats the player; or how many answers that takes."""
    busiest = sorted(chapters, key=lambda chapter: -chapters[chapter].count)[:MOST_CHAPTERS]
    large = [chapter for chapter in busiest if chapters[chapter].count >= FEWEST]
    if not large:
        if len(chapters) == 1:
            return []
        more = plural(FEWEST - chapters[busiest[0]].count, "more answer")
        where = who.say("where you are better", f"where {who.name} is better")
        return [f"{more} in {title_of(busiest[0])} will show {where}, and where the neuron is."]
    leads: dict[str, float] = {}
    for chapter in large:
        found = chapters[chapter].leads
        interval = bootstrap(found, 1 - 0.05 / len(large))  # shared out over all that are looked at
        if interval is not None and _excludes_0(interval):
            leads[chapter] = float(found.mean())
    said = []
    if leads and max(leads.values()) > 0:
        best = max(leads, key=leads.__getitem__)
        beat = who.say("You beat", f"{who.name} beats")
        said.append(f"{beat} the neuron in {title_of(best)}: {_ahead(leads[best])}.")
    if leads and min(leads.values()) < 0:
        worst = min(leads, key=leads.__getitem__)
        said.append(f"The neuron beats {who.title} in {title_of(worst)}: {_ahead(leads[worst])}.")
    return said


def about_streak(total: HeadToHead, who: Perspective = YOURS) -> str:
    """Wins in a row, where there were some."""
    won, name = streak(total.winners), who.name
    now, longest = won.current, won.longest
    if now >= SHORTEST_STREAK:
        beaten = who.say("You have beaten", f"{name} has beaten")
        record = who.say("the longest streak you have had", "the longest streak so far")
        other = f"{who.say('your', 'the')} longest streak is {longest:,}"
        return f"{beaten} the neuron {now:,} times in a row; {record if now == longest else other}."
    if longest >= SHORTEST_STREAK:
        beat = who.say("Your longest streak: you beat", f"The longest streak: {name} beat")
        return f"{beat} the neuron {longest:,} times in a row."
    return ""


def summary(figures: Figures, who: Perspective = YOURS) -> tuple[str, ...]:
    """Wins, points, accuracy and Brier score of both; nothing where there are no answers."""
    if not len(figures):
        return ()
    total = figures.total
    return (
        f"Over {plural(total.count, 'answer')} {who.title} won {total.wins:,}, the neuron won "
        f"{total.losses:,}, and {total.draws:,} {'was' if total.draws == 1 else 'were'} drawn.",
        _side(who.name or "You", total.you),
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
        interval = side.shown_interval
        likely = f" (95 % range {interval[0]:.3f} to {interval[1]:.3f})" if interval else ""
        parts.append(f"Brier score {side.brier:.3f}{likely}")
    return f"{title}: {', '.join(parts)}."
