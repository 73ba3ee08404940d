"""What the figures say, in sentences: only what the answers can carry, else how many more it takes."""

from __future__ import annotations

import math
from collections.abc import Callable

from neuron_tui.game.explain.numbers import MINUS, plural, signed
from neuron_tui.game.scoreboard.figures import Figures
from neuron_tui.game.scoreboard.intervals import FEWEST, MOST_ANSWERS_ASKED, Interval, bootstrap
from neuron_tui.game.scoreboard.perspective import YOURS, Whose
from neuron_tui.game.scoreboard.standing import Standing
from neuron_tui.game.scoreboard.sureness import about_sureness

MOST_CHAPTERS = 12
"""So many chapters, those with the most answers, are looked at."""
RUN = 3
"""From so many wins on it is a streak."""

NOTHING_YET = (
    "Nothing is counted yet.",
    "Play a puzzle and say how sure you are: your first answer to each question counts here.",
)

Titles = Callable[[str], str]
"""What a chapter with this id is called."""


def sentences(figures: Figures, title_of: Titles, whose: Whose = YOURS) -> tuple[str, ...]:
    """What there is to say about a player's figures, the most useful first. Never empty."""
    if not len(figures):
        return NOTHING_YET[:1] if whose.name else NOTHING_YET
    said = (
        about_sureness(figures.sureness, whose),
        about_lead(figures, whose),
        *about_chapters(figures, title_of, whose),
        about_streak(figures, whose),
    )
    return tuple(sentence for sentence in said if sentence)


def about_lead(figures: Figures, whose: Whose = YOURS) -> str:
    """Who is better over all and by how much, or how many more answers it takes to tell."""
    count, who = len(figures), whose.title
    if count < FEWEST:
        more = plural(FEWEST - count, "more answer")
        return f"It takes at least {more} to tell who is better, {who} or the neuron."
    interval = figures.lead_interval or (0.0, 0.0)
    lead = float(figures.scored.leads.mean())
    if _told(interval):
        better = whose.either("You are better than the neuron", f"{who} is better than the neuron")
        if lead < 0:
            better = f"The neuron is better than {who}"
        return f"{better}: {_ahead(lead)}, over {plural(count, 'answer')}."
    more_answers = _more_answers(count, lead, interval)
    if more_answers is None:
        ahead = f"Not even {MOST_ANSWERS_ASKED:,} more answers like these would tell."
    else:
        ahead = f"If it goes on so, {plural(more_answers, 'more answer')} will tell."
    return f"Who is better can't be told yet: {_each(figures.standing, who)}. {ahead}"


def _more_answers(count: int, lead: float, interval: Interval) -> int | None:
    """How many more answers would tell, if the lead stayed as it is; None where that is too many.

    An interval narrows with the root of the answers: its end beyond 0 has to come nearer than the lead.
    """
    beyond = max(lead - interval[0] if lead > 0 else interval[1] - lead, abs(lead))
    most = math.sqrt((count + MOST_ANSWERS_ASKED) / count)
    if beyond > most * abs(lead) or lead == 0:
        return None
    return max(math.ceil(count * (beyond / abs(lead)) ** 2) - count, 1)


def _told(interval: Interval) -> bool:
    """Whether a difference is surely not 0."""
    return interval[0] > 0 or interval[1] < 0


def _ahead(lead: float) -> str:
    """Points per question, from a lead in errors."""
    apart = round(abs(400 * lead))
    return f"{plural(apart, 'point')} more per question" if apart else "less than a point more per question"


def _each(standing: Standing, who: str) -> str:
    """Both players' points per question."""
    yours, its = (
        signed(float(points_each), 0) if round(points_each) else "0"
        for points_each in (standing.you.points / standing.count, standing.neuron.points / standing.count)
    )
    unit = "point" if yours.lstrip(f"+{MINUS}") == "1" else "points"
    return f"{yours} {unit} per question for {who}, {its} for the neuron"


def about_chapters(figures: Figures, title_of: Titles, whose: Whose = YOURS) -> list[str]:
    """Where the player beats the neuron, and where it beats the player; or how many answers that takes."""
    groups = figures.chapters
    busiest = sorted(range(len(groups.ids)), key=lambda index: -groups.standings[index].count)
    large = [index for index in busiest[:MOST_CHAPTERS] if groups.standings[index].count >= FEWEST]
    if not large:
        if len(groups.ids) == 1:
            return []
        more = plural(FEWEST - groups.standings[busiest[0]].count, "more answer")
        where = whose.either("where you are better", f"where {whose.name} is better")
        return [f"{more} in {title_of(groups.ids[busiest[0]])} will show {where}, and where the neuron is."]
    leads: dict[int, float] = {}
    all_leads = figures.scored.leads
    for index in large:
        found = all_leads[groups.places == index]
        interval = bootstrap(found, 1 - 0.05 / len(large))  # shared out over all that are looked at
        if interval is not None and _told(interval):
            leads[index] = float(found.mean())
    said = []
    if leads and max(leads.values()) > 0:
        best = max(leads, key=leads.__getitem__)
        beat = whose.either("You beat", f"{whose.name} beats")
        said.append(f"{beat} the neuron in {title_of(groups.ids[best])}: {_ahead(leads[best])}.")
    if leads and min(leads.values()) < 0:
        worst = min(leads, key=leads.__getitem__)
        said.append(
            f"The neuron beats {whose.title} in {title_of(groups.ids[worst])}: {_ahead(leads[worst])}."
        )
    return said


def about_streak(figures: Figures, whose: Whose = YOURS) -> str:
    """Wins in a row, where there were some."""
    now, longest, name = figures.streak.current, figures.streak.longest, whose.name
    if now >= RUN:
        beaten = whose.either("You have beaten", f"{name} has beaten")
        record = whose.either("the longest streak you have had", "the longest streak so far")
        other = f"{whose.either('your', 'the')} longest streak is {longest:,}"
        return f"{beaten} the neuron {now:,} times in a row; {record if now == longest else other}."
    if longest >= RUN:
        beat = whose.either("Your longest streak: you beat", f"The longest streak: {name} beat")
        return f"{beat} the neuron {longest:,} times in a row."
    return ""
