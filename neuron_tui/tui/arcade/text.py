"""What the arcade says at each stage, laid out in paragraphs."""

from __future__ import annotations

from textual.content import Content

from neuron_tui.game.arcade.contest import Stage
from neuron_tui.game.arcade.playing import mean_by_lot
from neuron_tui.game.arcade.words import Outcome, asking, headline, knowledge, playing, verdict
from neuron_tui.tui.arcade.state import ArcadeState
from neuron_tui.tui.kit.text_panel import MARK, MUTED, STRONG, Paragraph

TITLES = {
    Stage.MASKED: "What is this?",
    Stage.GUESS: "Your guess",
    Stage.VERDICT: "What happened",
    Stage.OPEN: "With names",
    Stage.END: "What you knew",
}


def said(state: ArcadeState, outcome: Outcome | None) -> list[Paragraph]:
    """The words of this stage."""
    contest = state.contest
    if contest.stage is Stage.MASKED:
        return [*playing(contest.game), _keys(state)]
    if contest.stage is Stage.GUESS:
        first, *rest = asking(contest.masked, state.moment.recording.last, mean_by_lot(contest.game))
        return [Content.assemble((first, STRONG)), *rest]
    if contest.stage is Stage.OPEN:
        return [" ".join(contest.game.about), _legend(state), _keys(state)]
    if outcome is None:
        return []
    if contest.stage is Stage.VERDICT:
        return [
            Content.assemble((headline(outcome), STRONG)),
            *verdict(outcome),
            Content.assemble(
                ("Enter", MARK),
                (" plays it once more, now with its names. ", MUTED),
                ("p", MARK),
                (" looks inside.", MUTED),
            ),
        ]
    first, *rest = knowledge(contest.masked, contest.yours)
    return [Content.assemble((first, STRONG)), *rest]


def _keys(state: ArcadeState) -> Content:
    """The keys there are; in the masked round they have no names but their own."""
    if state.look.masked:
        keys = " ".join(str(key) for key in sorted(state.look.keys))
        return Content.assemble(("Keys: ", MUTED), (keys, MARK), (" or the arrows.", MUTED))
    parts: list[tuple[str, str]] = []
    for key, action in sorted(state.look.keys.items()):
        parts += [(str(key), MARK), (f"\u00a0{state.look.actions[action].name}  ", MUTED)]
    return Content.assemble(*parts, ("or arrows", MUTED))


def _legend(state: ArcadeState) -> Content:
    return Content("  ".join(f"{thing.glyph}\u00a0{thing.name}" for thing in state.look.things))
