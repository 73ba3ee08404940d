"""What the figures say, in sentences: only what the answers can carry, else how many more it takes."""

from __future__ import annotations

import math
from collections.abc import Callable

from neuron_tui.game.numbers import plural, signed
from neuron_tui.game.scores.calibration import Bin
from neuron_tui.game.scores.figures import Figures
from neuron_tui.game.scores.intervals import FEWEST, Interval, bootstrap, wilson
from neuron_tui.game.scores.standing import Standing

STRICT = 0.99
"""Of five levels of sureness the one that stands out is told, so that each must stand out at this level:
then the chance that any does by accident is one in twenty."""
NARROW = 0.2
"""A share is known well enough to be called right where its interval is no wider than this."""
MOST_ANSWERS_ASKED = 1_000
"""Where it would take more answers than this to tell, there is nothing to tell."""
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


def sentences(figures: Figures, title_of: Titles) -> tuple[str, ...]:
    """What there is to say about a player's figures, the most useful first. Never empty."""
    if not len(figures):
        return NOTHING_YET
    said = (
        about_sureness(figures.sureness),
        about_lead(figures),
        *about_chapters(figures, title_of),
        about_streak(figures),
    )
    return tuple(sentence for sentence in said if sentence)


def about_sureness(levels: tuple[Bin, ...]) -> str:
    """Whether the player is surer than right, or less sure, or neither, or how many answers it takes.

    At 50 % nothing can be said: whoever is undecided leans to no side.
    """
    known = [level for level in levels[1:] if level.count]
    if not known:
        return "You have not leaned to an answer yet: how well you judge yourself shows once you do."
    off = [level for level in known if level.count >= FEWEST and _off(level)]
    if off:
        level = max(off, key=_weight)
        surer = _said(level) > _came(level)
        judged = "You are surer than you should be" if surer else "You could be surer than you are"
        return f"{judged}: {_in_words(level)}"
    most = max(known, key=lambda level: level.count)
    if _fits(most, most.count):
        return f"You are as sure as you should be: {_in_words(most)}"
    more = _more_answers(most)
    if more is None:
        return ""
    at = f"{plural(more, 'more answer')} at {_percent(_said(most))}"
    return f"Whether you are as sure as you should be shows after {at}."


def _said(level: Bin) -> float:
    return level.low if level.said is None else level.said


def _came(level: Bin) -> float:
    return 0.0 if level.came is None else level.came


def _off(level: Bin, count: int | None = None) -> bool:
    """Whether what was said is outside of where the share may lie, given so many answers of this share."""
    count = count or level.count
    return not _holds(wilson(_came(level) * count, count, STRICT), _said(level))


def _fits(level: Bin, count: int) -> bool:
    """Whether so many answers of this share would be enough to call what was said right."""
    interval = wilson(_came(level) * count, count)
    return count >= FEWEST and interval[1] - interval[0] <= NARROW and _holds(interval, _said(level))


def _holds(interval: Interval, share: float) -> bool:
    """Whether a share lies within; its end may be a rounding error short of 1."""
    return interval[0] - 1e-9 <= share <= interval[1] + 1e-9


def _weight(level: Bin) -> float:
    """How much a level stands out."""
    return abs(_said(level) - _came(level)) * math.sqrt(level.count)


def _more_answers(level: Bin) -> int | None:
    """How many more answers would tell, if the share stayed as it is; None where that is too many."""
    for count in range(max(level.count + 1, FEWEST), level.count + MOST_ANSWERS_ASKED):
        if _fits(level, count) or _off(level, count):
            return count - level.count
    return None


def _in_words(level: Bin) -> str:
    """When you say 90 %, you are right 71 % of the time, over 42 answers."""
    said, came, over = _percent(_said(level)), _percent(_came(level)), plural(level.count, "answer")
    return f"when you say {said}, you are right {came} of the time, over {over}."


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def about_lead(figures: Figures) -> str:
    """Who is better over all and by how much, or how many more answers it takes to tell."""
    count = len(figures)
    if count < FEWEST:
        more = plural(FEWEST - count, "more answer")
        return f"Who is better, you or the neuron, shows after {more} at the earliest."
    interval = figures.lead_interval or (0.0, 0.0)
    lead = float(figures.scored.leads.mean())
    if _told(interval):
        who = "You are better than the neuron" if lead > 0 else "The neuron is better than you"
        return f"{who}: {_ahead(lead)}, over {plural(count, 'answer')}."
    together = f"Who is better can't be told yet: {_each(figures.standing)}."
    reach = (interval[1] - interval[0]) / 2
    most = math.sqrt((count + MOST_ANSWERS_ASKED) / count)  # an interval narrows with the root of the answers
    if not abs(lead) < reach <= most * abs(lead):
        return together
    more_answers = math.ceil(count * (reach / abs(lead)) ** 2) - count
    return f"{together} If it goes on so, {plural(more_answers, 'more answer')} will tell."


def _told(interval: Interval) -> bool:
    """Whether a difference is surely not 0."""
    return interval[0] > 0 or interval[1] < 0


def _ahead(lead: float) -> str:
    """Points per question, from a lead in errors."""
    apart = round(abs(400 * lead))
    return f"{plural(apart, 'point')} more per question" if apart else "less than a point more per question"


def _each(standing: Standing) -> str:
    """Both players' points per question."""
    yours, its = (
        signed(float(points_each), 0) if round(points_each) else "0"
        for points_each in (standing.you.points / standing.count, standing.neuron.points / standing.count)
    )
    return f"{yours} points per question for you, {its} for the neuron"


def about_chapters(figures: Figures, title_of: Titles) -> list[str]:
    """Where the player beats the neuron, and where it beats the player; or how many answers that takes."""
    groups = figures.chapters
    busiest = sorted(range(len(groups.ids)), key=lambda index: -groups.standings[index].count)
    large = [index for index in busiest[:MOST_CHAPTERS] if groups.standings[index].count >= FEWEST]
    if not large:
        if len(groups.ids) == 1:
            return []
        more = plural(FEWEST - groups.standings[busiest[0]].count, "more answer")
        return [f"Where each of you is better shows after {more} in {title_of(groups.ids[busiest[0]])}."]
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
        said.append(f"You beat the neuron in {title_of(groups.ids[best])}: {_ahead(leads[best])}.")
    if leads and min(leads.values()) < 0:
        worst = min(leads, key=leads.__getitem__)
        said.append(f"The neuron beats you in {title_of(groups.ids[worst])}: {_ahead(leads[worst])}.")
    return said


def about_streak(figures: Figures) -> str:
    """Wins in a row, where there were some."""
    now, longest = figures.streak.current, figures.streak.longest
    if now >= RUN:
        most = "the longest streak you have had" if now == longest else f"your longest streak is {longest:,}"
        return f"You have beaten the neuron {now:,} times in a row; {most}."
    if longest >= RUN:
        return f"Your longest streak: you beat the neuron {longest:,} times in a row."
    return ""
