"""The end of a chapter: what the player can say now, and one small question that nobody counts."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.course.chapter_end import KNOWN, says
from neuron_tui.game.explain.numbers import probability, signed
from neuron_tui.plain.command import HOME, Way, converse, unknown
from neuron_tui.plain.conversation import Conversation
from neuron_tui.puzzle.library.chapter_end import ChapterEnd, Check
from neuron_tui.puzzle.library.library import Chapter


def tell_chapter_end(conversation: Conversation, chapter: Chapter, end: ChapterEnd, *, first: bool) -> Way:
    """Say it all, with the answer to the question, and give where to go.

    `first`: no other chapter has ended before.
    """
    conversation.say(
        f"Chapter {chapter.number}, {chapter.title}, is behind you.", "You can now say:", *end.say
    )
    conversation.say("One small check. It does not count.", *_shown(end.check), end.check.question)
    asked = _Asked(conversation, end.check)
    if (way := converse(asked, _Asked.asks, (HOME,), _Asked.take)) == "home":
        return way
    conversation.tell(f"In earnest: {end.earnest.text}")
    conversation.say(f"Source: {end.earnest.source}")
    if first:
        conversation.say(KNOWN)
    conversation.tell(end.next)
    return way


@dataclass(frozen=True)
class _Asked:
    """The question, until it is answered or passed over."""

    conversation: Conversation
    check: Check

    def asks(self) -> str:
        zero, one = self.check.choices or ("it says 0", "it says 1")
        return f"Type 0 or 1. 0: {zero}. 1: {one}. An empty line goes on."

    def take(self, typed: str) -> Way | None:
        check = self.check
        if typed in ("0", "1"):
            right = int(typed) == check.answer
            it = "" if check.choices else f" It says {probability(says(check))}."
            self.conversation.say(
                f"{'Right' if right else 'Wrong'}.{it} {check.right if right else check.wrong}"
            )
        elif typed:
            unknown(self.conversation, typed)
            return None
        return "on"


def _shown(check: Check) -> list[str]:
    """The rows of a check in words; or its row, with the weights that it meets."""
    if check.rows:
        lines = []
        for number, row in enumerate(check.rows, 1):
            on = [name for name, value in zip(check.inputs, row.inputs, strict=True) if value]
            lines.append(f"Row {number}: {' and '.join(on) or 'nothing'} on; answer {row.target}.")
        return lines
    if check.picture:
        columns = check.picture[1]
        starts = range(0, len(check.row), columns)
        points = " ".join("".join("#" if on else "." for on in check.row[at : at + columns]) for at in starts)
        rows = [", ".join(signed(weight) for weight in check.weights[at : at + columns]) for at in starts]
        return [
            f"The picture: {points}",
            *(f"Weights of line {line}: {row}." for line, row in enumerate(rows, 1)),
        ]
    weighed = zip(check.inputs, check.row, check.weights, strict=True)
    return [f"{name}: {'on' if on else 'off'}, weight {signed(weight)}." for name, on, weight in weighed]
