"""What there is to say of the simplest rules: to the player after the verdict, and to who made the puzzle."""

from __future__ import annotations

from collections.abc import Sequence

from neuron_tui.game.explain.rules.fitting import Fitting, fitting
from neuron_tui.game.explain.rules.text import XOR_IN_WORDS, rule_in_names, rule_in_words
from neuron_tui.puzzle.puzzle import Puzzle, Question
from neuron_tui.puzzle.text import clip

MOST_NAMED = 3
"""Up to this many questions, it is said what the rules answer to each; beyond, only on how many they part."""
XOR_COSTS = "Here “%s” counts as much as “and”."
NAMES_DECIDE = "The rows alone cannot tell which is meant."
_LONGEST = 90
"""Characters of a rule; names in a puzzle file may be long."""


def simplest_rules(puzzle: Puzzle, glyphs: Sequence[str]) -> str:
    """How many rules are simplest of all that fit the rows, and what they say to its questions.

    `glyphs`: how each question is shown. Empty where rules are not counted.
    """
    fit, questions = fitting(puzzle), puzzle.questions
    if fit is None:
        return ""
    named = _named(fit, puzzle)
    if len(questions) == 1:
        said = [f"{named}. To the new row {_answers(fit, questions[0])}."]
    else:
        said = [f"{named}.", *_several(fit, list(zip(glyphs, questions, strict=True)))]
    said += [XOR_COSTS % words for words in XOR_IN_WORDS if words in " ".join(said)]
    return " ".join([*said, NAMES_DECIDE] if puzzle.names_decide else said)


def _named(fit: Fitting, puzzle: Puzzle) -> str:
    """The rules, or how many they are, as a sentence without its end."""
    if len(fit.rules) > 2:
        return f"{len(fit.rules)} rules fit all rows and are equally short"
    rules = [_quoted(rule, puzzle) for rule in fit.rules]
    if len(rules) == 2:
        return f"Two rules fit all rows and are equally short: {' and '.join(rules)}"
    return f"The shortest rule that fits all rows is {rules[0]}"


def _answers(fit: Fitting, question: Question) -> str:
    """What the rules say to a question: it says 1; both say 0; the first says 1, the second 0."""
    zeros, ones = fit.says(question)
    if zeros == ones == 1:
        first = int(fit.rules[0] in fit.saying(question, 1))
        return f"the first says {first} and the second {1 - first}"
    if zeros and ones:
        return f"{ones} of them {'says' if ones == 1 else 'say'} 1"
    answer = 1 if ones else 0
    return {1: f"it says {answer}", 2: f"both say {answer}"}.get(zeros + ones, f"all of them say {answer}")


def _several(fit: Fitting, asked: Sequence[tuple[str, Question]]) -> list[str]:
    """What the rules say to several questions."""
    if len(asked) > MOST_NAMED:
        parted = sum(min(fit.says(question)) > 0 for _, question in asked)
        return [f"They disagree on {parted} of {len(asked)} questions."] if len(fit.rules) > 1 else []
    return [f"To {shown} {_answers(fit, question)}." for shown, question in asked]


def _quoted(rule: int, puzzle: Puzzle) -> str:
    return f"“{clip(rule_in_words(rule, puzzle.input_names), _LONGEST)}”"


def unfair(puzzle: Puzzle) -> list[tuple[int, str]]:
    """The questions, by index, whose answer does not follow from the rows, and why; or which do not say it.

    That is so where the simplest rules that fit part, and where all of them say the opposite of the answer.
    And where `?` stands although they agree, unless they only say that all rows are alike.
    """
    fit = fitting(puzzle)
    if fit is None or puzzle.names_decide:
        return []
    whys = {index: _why(fit, puzzle, puzzle.questions[index]) for index in _not_settled(fit, puzzle)}
    for index, question in enumerate(puzzle.questions):
        if question.answer is None and fit.size and not min(fit.says(question)):
            whys[index] = _decided(fit, puzzle, question)
    return sorted(whys.items())


def needs_no_names(puzzle: Puzzle) -> bool:
    """Whether it says that the names decide, and the rows are enough."""
    fit = fitting(puzzle)
    return puzzle.names_decide and fit is not None and not _not_settled(fit, puzzle)


def _not_settled(fit: Fitting, puzzle: Puzzle) -> list[int]:
    """The questions, by index, to which a simplest rule gives another answer than the puzzle."""
    return [
        index
        for index, question in enumerate(puzzle.questions)
        if question.answer in (0, 1) and fit.saying(question, 1 - int(question.answer))
    ]


def _why(fit: Fitting, puzzle: Puzzle, question: Question) -> str:
    """What the rules say to a question that is not fair, and what can be done about it."""
    row = " ".join(map(str, question.inputs))
    zeros, ones = (fit.saying(question, answer) for answer in (0, 1))
    if zeros and ones:
        why = (
            "of the simplest rules that fit the examples, "
            f"{_how_many(zeros, 0, puzzle)} and {_how_many(ones, 1, puzzle)} to {row}"
        )
    else:
        why = _all_say(fit, puzzle, question)
    return f"{why}; add an example, or write `{row} -> ?`, or `names_decide: true` where the names tell it"


def _decided(fit: Fitting, puzzle: Puzzle, question: Question) -> str:
    """That there is a right answer where `?` stands, and what can be done about it."""
    row, answer = " ".join(map(str, question.inputs)), int(bool(fit.says(question)[1]))
    return (
        f"{_all_say(fit, puzzle, question)}; write `{row} -> {answer}`, or add an example that leaves it open"
    )


def _all_say(fit: Fitting, puzzle: Puzzle, question: Question) -> str:
    """What all simplest rules say to a question on which they agree."""
    first, row = _code(fit.rules[0], puzzle), " ".join(map(str, question.inputs))
    says = f"{int(bool(fit.says(question)[1]))} to {row}"
    if len(fit.rules) == 1:
        return f"the simplest rule that fits the examples, {first}, says {says}"
    return f"the {len(fit.rules)} simplest rules that fit the examples, such as {first}, all say {says}"


def _how_many(rules: Sequence[int], answer: int, puzzle: Puzzle) -> str:
    """How many rules give an answer, and one of them."""
    first = _code(rules[0], puzzle)
    if len(rules) == 1:
        return f"{first} says {answer}"
    return f"{len(rules)}, such as {first}, say {answer}"


def _code(rule: int, puzzle: Puzzle) -> str:
    return f"`{clip(rule_in_names(rule, puzzle.input_names), _LONGEST)}`"
