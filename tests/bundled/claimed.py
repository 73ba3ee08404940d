"""What the texts of the bundled puzzles claim of all rows, pictures or starts, and how each is proved.

A claim is told by a part of its sentence. It is proved by computing it; or it names its source; or there is a
short reason why nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from neuron_tui.neuron.neuron import delta, gradient, sigmoid
from tests.bundled.proofs import (
    all_silent,
    fits,
    honest_is_best,
    in_one_piece,
    kinds_of_half,
    least_and_most,
    mirrored,
    never_apart,
    no_threshold,
    nothing_on,
    one_neuron_says_ends_alone,
    points_are_balanced,
    rows_left_out,
    says_up_to,
)
from tests.bundled.told import Told


@dataclass(frozen=True)
class Source:
    """What cannot be computed: the text names where it is from."""

    named: str


Proof = Callable[[Told], object] | Source | str

PLAY = "it is about playing"
STORY = "it is about the story that the rows tell"
WORDS = "a turn of speech, a question, or the end of a sentence that is proved before"
GIVEN = "what a neuron, a network or its training is, as the code computes it"

TENTHS = np.arange(1, 10) / 10
LEFT = ("A1", "B1", "C1")
CORNERS = ("A1", "A3", "C1", "C3")


CLAIMS: dict[str, dict[str, Proof]] = {
    "article/leftmost-column": {
        "One has no answer": PLAY,
        "Right was on in every row": lambda t: all("right" in row for row in t.rows()),
        "Nothing holds left back": lambda t: t.asked == [{"left"}],
    },
    "article/ask-it-more": {
        "only just on the right side": lambda t: 0.44 < t.says("middle") < 0.5,
        "was on in every example": lambda t: all("right" in row for row in t.rows()),
        "All that remains is middle": lambda t: t.asked[1] == {"middle"},
        "Nothing has changed in the table": lambda t: t.puzzle.examples == t.before.puzzle.examples,
        "Look at left and at nothing else": lambda t: fits(t, lambda row: "left" in row),
    },
    "article/does-it-smile": {"has no idea what a mouth is": WORDS},
    "article/picnic": {
        "A column that always says the opposite": lambda t: fits(t, lambda row: "rain" not in row),
        "only needs a weight below zero": lambda t: t.weight("rain") < 0,
        "a column that never agrees": lambda t: fits(t, lambda row: "rain" not in row),
    },
    "article/cat-on-your-lap": {
        "The sofa fits four rows of five": lambda t: (
            [("sofa" in row) == bool(output) for row, output in t.examples] == [True] * 4 + [False]
        ),
    },
    "article/button-nobody-pressed": {
        "Nobody pressed blue": lambda t: not any("blue" in row for row in t.rows()),
        "adjusted only while its input is on": lambda t: t.weight("blue") == t.weight("blue", 0),
        "Of the ten starts that were tried, five": lambda t: t.lucky() == 5,
        "The neuron had only its luck": WORDS,
        "Green explains every row": lambda t: fits(t, lambda row: "green" in row),
    },
    "article/mystery-itch": {
        "and in no other": lambda t: (
            all("fig" in row for row in t.rows(1)) and not any("fig" in row for row in t.rows(0))
        ),
        "forget six of them": lambda t: len(t.names) == 7,
        "weighs all seven at once": lambda t: len(t.names) == 7,
        "every food that was eaten without an itch": lambda t: (
            {"fig"} == set(t.names) - frozenset.union(*t.rows(0))
        ),
        "One food is in all four meals that itched": lambda t: (
            {"fig"} == frozenset.intersection(*t.rows(1)) and len(t.rows(1)) == 4
        ),
    },
    "weights/tug-of-war": {
        "Together they make next to nothing": lambda t: abs(sum(t.weights())) < 0.001,
        "I cannot tell": WORDS,
        "You had no row to go by": lambda t: t.asked[0] not in t.rows(),
        "Of both together the rows say nothing": lambda t: t.asked[0] not in t.rows(),
        "Neither of the two rows": lambda t: len(t.examples) == 2,
    },
    "weights/lucky-socks": {
        "goals explain every row": lambda t: fits(t, lambda row: "goals" in row),
        "Without any, socks do not help": lambda t: t.asked == [{"socks"}] and t.ruled(t.asked) == [0],
        "It never learned to believe in the socks": WORDS,
        "goals and rain explained everything": lambda t: (
            fits(t, lambda row: "goals" in row) or fits(t, lambda row: "rain" not in row)
        ),
    },
    "weights/seesaw": {
        "Nobody told it what a seesaw does": WORDS,
        "no row shows him alone against both": lambda t: (
            not any({"Dad", "Nia", "Omar"} <= row and "Zoe" not in row for row in t.rows())
        ),
        "Dad outweighs each of the two": lambda t: all(
            ({"Dad", one}, 1) in t.examples for one in ("Nia", "Omar")
        ),
        "Put them all on the seesaw": WORDS,
    },
    "weights/keys-and-a-radio": {
        "what was always there": lambda t: all("radio" in row for row in t.rows()),
        "a radio locks no safe": STORY,
        "Only the radio is on": lambda t: t.rows()[3] == {"radio"},
        "Did it help anybody": WORDS,
    },
    "weights/storm": {
        "never needed to be told about every mixture": lambda t: (
            {row for row in t.every if t.is_right(row, int(t.ruled([row])[0]))}
            >= set(t.every) - {frozenset()}
        ),
    },
    "curve/more-the-surer": {
        "and an output of 0.9928": lambda t: {round(t.says(name), 4) for name in t.names} == {0.9928},
        "can be any number": GIVEN,
        "surer of a row it never saw than of any": lambda t: (
            min(t.outputs(t.asked)) > max(t.outputs(t.rows()))
        ),
    },
    "curve/two-against-one": {
        "Of one against one the rows say nothing": lambda t: t.asked[0] not in t.rows(),
        "where all three pull": lambda t: t.asked[1] == set(t.names),
    },
    "curve/turn-it-yourself": {"every weight is yours": PLAY},
    "curve/odds": {
        "it rains three times out of four": lambda t: list(t.puzzle.shares().values()) == [0.75],
        "three of four": lambda t: sum(output for _, output in t.examples) / len(t.examples) == 0.75,
        "Nobody who says 0.75 here gets more points": honest_is_best,
    },
    "curve/strangers": {
        "Femi is right three times out of four": lambda t: list(t.puzzle.shares().values()) == [0.75, 0.25],
        "When only Femi says rain": lambda t: t.puzzle.shares()[1, 0] == 0.75,
        "When only Vera does": lambda t: t.puzzle.shares()[0, 1] == 0.25,
        "Of both together the rows say nothing": lambda t: {"Femi", "Vera"} not in t.rows(),
    },
    "curve/nobody-says-a-word": {
        "nothing comes in": nothing_on,
        "no opinion, and never will": lambda t: no_threshold(t) and set(t.outputs([frozenset()])) == {0.5},
    },
    "learning/three-looks": {
        "only three iterations": lambda t: t.puzzle.neuron.iterations == 3,
        "it moves every weight a little": GIVEN,
        "have only begun to move": lambda t: abs(t.tape[-1] - t.tape[0]).max() < 1,
        "Of ten random starts, one": lambda t: t.lucky() == 1,
    },
    "learning/bad-start": {
        "two of the four examples wrong": lambda t: t.has_right() == 2 and t.says("middle") > 0.5,
        "Only the random numbers": lambda t: (
            replace(t.puzzle.neuron, seed=1) == t.before.puzzle.neuron
            and t.puzzle.examples == t.before.puzzle.examples
        ),
    },
    "learning/first-step": {
        "every weight is adjusted": GIVEN,
        "and two for less": lambda t: (
            [sum("moon" in row for row in t.rows(output)) for output in (0, 1)] == [2, 2]
        ),
        "and none for less": lambda t: all("cat" not in row for row in t.rows(0)),
    },
    "learning/a-hundred-looks": {
        "Nearly everything is learned early": lambda t: (
            t.has_right() == 4
            and t.other(iterations=10_000).says("left", "middle") - t.says("left", "middle") < 0.02
        ),
    },
    "learning/too-timid": {
        "No vote at all": lambda t: round(t.says("fan"), 4) == 0.1420,
        "on the right side everywhere": lambda t: all(
            t.is_right(row, int(t.ruled([row])[0])) for row in t.every if "fan" in row
        ),
        "The fan never changes": lambda t: all("fan" in row for row in t.rows()),
    },
    "learning/just-right": {
        "The same 2,000 iterations": lambda t: (
            t.puzzle.neuron.iterations == t.before.puzzle.neuron.iterations == 2000
        ),
        "All three who vote have +6.86": lambda t: (
            np.allclose(t.weights("Aya", "Jun", "Lou"), 6.86, atol=0.005)
            and all("fan" in row for row in t.rows())
        ),
        "It only dared to take larger steps": lambda t: (
            replace(t.puzzle.neuron, learning_rate=0.01) == t.before.puzzle.neuron
        ),
    },
    "learning/too-hasty": {
        "to every row of the table": lambda t: min(t.outputs([*t.rows(), *t.asked])) > 0.99995,
        "all its sums landed far out": lambda t: max(gradient(t.outputs(t.rows(), 1))) < 1e-4,
        "would change nothing": WORDS,
        "every adjustment is multiplied by the gradient": lambda t: np.allclose(
            delta(np.ones(9), TENTHS), gradient(TENTHS), rtol=1e-12
        ),
        "Nothing moves any more": lambda t: abs(t.tape[-1] - t.tape[1]).max() < 0.005,
    },
    "threshold/night-light": {
        "and nothing else": no_threshold,
        "Everything is off": nothing_on,
        "Whatever the weights are": lambda t: nothing_on(t) and no_threshold(t),
        "into exactly 0.5": lambda t: sigmoid(np.zeros(1))[0] == 0.5,
        "learned all three examples": lambda t: t.has_right() == 3 and t.says() == 0.5,
        "When nothing is on": lambda t: t.says() == 0.5,
        "Does the open door change anything": WORDS,
        "the only example with light": lambda t: t.rows(1) == [t.rows()[2]],
    },
    "threshold/night-light-again": {
        "as if a further input were always on": GIVEN,
        "even when everything else is off": GIVEN,
        "Only the threshold speaks": nothing_on,
        "saw the light only once": lambda t: t.rows(1) == [{"door"}],
    },
    "threshold/two-keys": {
        "This neuron has no threshold": no_threshold,
        "This neuron says 0.5 for every row": lambda t: np.allclose(t.outputs(t.every), 0.5, atol=5e-5),
        "no way to say how many it takes": lambda t: Told(replace(t.puzzle, questions=())).is_impossible(),
        "No single key opened it": lambda t: t.rows(1) == [{"Tariq", "Wilma"}],
        "What would no key at all do": WORDS,
    },
    "threshold/pancakes": {
        "Two ingredients were never enough": lambda t: all(len(row) == 2 for row in t.rows(0)),
    },
    "threshold/no-flour": {
        "flour was in every bowl": lambda t: all("flour" in row for row in t.rows()) and len(t.rows(0)) == 2,
        "surer than of any row it saw": lambda t: t.surest({"eggs", "milk"}),
        "Nothing in the three rows speaks against it": WORDS,
    },
    "threshold/burglar-alarm": {
        "The threshold is only": lambda t: min(t.weights()) > -t.weight("threshold"),
        "larger than in any example": lambda t: t.says("window", "door") > max(t.outputs(t.rows())),
        "which it never saw": lambda t: t.surest({"window", "door"}),
    },
    "threshold/vote": {
        "Both fit all five rows": lambda t: (
            fits(t, lambda row: len(row) >= 2) and fits(t, lambda row: "Ida" in row and len(row) >= 2)
        ),
        "One vote does not reach it and any two do": lambda t: least_and_most(t, 2),
        "two of the three say yes": WORDS,
    },
    "threshold/chairs-vote": {
        "all that power is": WORDS,
        "Maya and Sven can only do together": lambda t: (
            t.examples[:3] == [({"chair"}, 1), ({"Maya", "Sven"}, 1), ({"Maya"}, 0)]
        ),
        "Give everybody a number of votes": WORDS,
    },
    "threshold/veto": {
        "can only say veto": STORY,
        "one yes and never two": lambda t: all(len(row) == 2 for row in t.rows() if "veto" in row),
    },
    "threshold/veto-seen-once": {"and no more": WORDS},
    "threshold/game-night": {
        "shown seven of them": lambda t: len(set(t.rows())) == 7,
        "gets all sixteen right": lambda t: t.right_of_all() == 16,
    },
    "threshold/articles-secret": {
        "exactly 0.5 for row b": lambda t: t.other(threshold=False).says() == 0.5,
        "on in every example": lambda t: all("right" in row for row in t.rows()),
        "Look at left and at nothing else": lambda t: fits(t, lambda row: "left" in row),
    },
    "new-situations/twins": {
        "always came together": lambda t: never_apart(t, "Nils", "Tove"),
    },
    "new-situations/boss-or-majority": {
        "one of the two": WORDS,
        "here they always agreed": lambda t: never_apart(t, "boss", "Ada"),
        "All of them fit": lambda t: fits(
            t, lambda row: "boss" in row, lambda row: "Ada" in row, lambda row: len(row) > 2
        ),
    },
    "new-situations/trend": {
        "the drum or the harp played, and never both": lambda t: (
            [("drum" in row) != ("harp" in row) for row in t.rows()] == [True] * 4 + [False]
        ),
        "in every loud song": WORDS,
    },
    "new-situations/one-row": {
        "never moved": lambda t: t.weight("middle") == t.weight("middle", 0),
        "for all three": lambda t: t.asked[1] == set(t.names),
        "always 1, or left, or right": WORDS,
        "All of them fit this row": lambda t: fits(
            t,
            lambda row: True,
            lambda row: "left" in row,
            lambda row: "right" in row,
            lambda row: "middle" not in row,
        ),
        "nothing to compare": lambda t: len(t.examples) == 1,
    },
    "new-situations/wolf-or-dog": {
        "Every wolf stood in the snow": lambda t: all("snow" in row for row in t.rows(1)),
        "Two columns explain everything": lambda t: fits(
            t, lambda row: "snow" in row, lambda row: "collar" not in row
        ),
    },
    "new-situations/weather-frog": {
        "four times out of five": lambda t: (
            [float(share) for share in t.puzzle.shares().values()] == [4 / 5, 1 / 3]
        ),
        "It only becomes less sure": WORDS,
    },
    "new-situations/wrong-label": {
        "in all the other rows": lambda t: (
            [row for row, output in t.examples if bool(output) != ("key" in row)] == [t.rows()[-1]]
        ),
    },
    "new-situations/chapter": {"were never shown": WORDS},
    "never/stairs": {
        "This table cannot tell you": lambda t: fits(t, lambda row: len(row) == 1, lambda row: len(row) >= 1),
        "It is surest of the one row": lambda t: t.surest({"top", "bottom"}),
    },
    "never/every-row": {
        "all four positions of the switches are shown": lambda t: (
            len({row - {"cat"} for row in t.rows()}) == 4
        ),
        "0.5 for every row": lambda t: np.allclose(t.outputs(t.every), 0.5, atol=5e-5),
        "because it always pulls the same way": GIVEN,
        "One neuron cannot get all four right": lambda t: t.examples_beyond_one_neuron(),
    },
    "never/odd-socks": {
        "six of the seven rows right": lambda t: t.has_right() == 6 and not t.is_right(*t.examples[5]),
        "learned this rule sooner than a vote": Source("1994"),
        "The hat has nothing to do with it": lambda t: fits(t, lambda row: len(row - {"hat"}) == 1),
    },
    "never/too-many-cooks": {
        "when nobody cooks": lambda t: t.says() > 0.99995 and (frozenset(), 0) in t.examples,
        "between none and two": lambda t: fits(t, lambda row: 0 < len(row) < 2),
        "It cannot say both": one_neuron_says_ends_alone,
    },
    "never/long-hall": {
        "where nothing is switched on": lambda t: t.says() > 0.99995,
        "six of the seven rows": lambda t: says_up_to(t, 1) and not t.is_right(*t.examples[6]),
        "it only ever goes one way": lambda t: (
            (np.diff(sigmoid(np.linspace(-30, 30, 601))) > 0).all() and t.beyond_one_neuron(every_row=True)
        ),
        "in any row": lambda t: fits(t, lambda row: len(row) % 2 == 1),
    },
    "never/first-and-last": {
        "six of the seven rows": lambda t: t.has_right() == 6 and not t.is_right(*t.examples[2]),
        "A weight knows one input and nothing": GIVEN,
        "No number on either": lambda t: t.examples_beyond_one_neuron(),
    },
    "never/umbrella": {
        "exactly one": WORDS,
        "Without rain there is no umbrella": lambda t: all("rain" in row for row in t.rows(1)),
    },
    "never/chapter": {
        "Some tables cannot be sorted like that": lambda t: t.is_impossible(),
        "One of two and not both, alike or not, odd or even": lambda t: t.beyond_one_neuron(every_row=True),
    },
    "hooked-together/stairs-by-moonlight": {
        "One neuron could never learn this light": lambda t: t.beyond_one_neuron(),
        "sees nothing but their three answers": GIVEN,
        "All of them begin with random weights": GIVEN,
        "Every row comes out right": lambda t: t.right_of_all() == 8,
        "silent only when bottom alone is on": lambda t: (
            {row - {"moon"} for row in set(t.every) - t.hidden(1)} == {frozenset({"bottom"})}
        ),
        "None of them mentions the moon": lambda t: all(
            (row | {"moon"} in t.hidden(n)) == (row - {"moon"} in t.hidden(n))
            for n in (1, 2, 3)
            for row in t.every
        ),
        "What one neuron could never learn": lambda t: t.beyond_one_neuron() and t.right_of_all() == 8,
    },
    "hooked-together/sequel": {
        "the same 60,000 iterations": Source("Milo Spencer-Harper's second article"),
    },
    "hooked-together/first-and-last-hooked": {
        "all seven come out right": lambda t: t.has_right() == 7 and t.right_of_all() == 8,
        "silent only for first without last": lambda t: (
            set(t.every) - t.hidden(2) == {row for row in t.every if "first" in row and "last" not in row}
        ),
        "each of the two watches": lambda t: (
            t.hidden(3) == {row for row in t.every if "last" in row and "first" not in row}
        ),
    },
    "hooked-together/cooks-hooked": {
        "Two of them can say both ends": lambda t: (
            t.hidden(1) == {frozenset()} and t.hidden(2) == {row for row in t.every if len(row) <= 1}
        ),
    },
    "hooked-together/unlucky-start": {
        "about 45,000 are": lambda t: t.has_right() < 7 and t.other(iterations=45_000).right_of_all() == 8,
        "hidden 2 says always 1": lambda t: t.hidden(2) == set(t.every),
        "where every step is tiny": lambda t: abs(np.diff(t.tape[-2:], axis=0)).max() < 0.001,
        "ten thousand get all rows right": lambda t: 0 < t.lucky() < 10,
    },
    "hooked-together/eleven-lines": {
        "C was on in every example": lambda t: all("C" in row for row in t.rows()),
        "Of ten random starts three": lambda t: t.lucky() == 7,
        "One column never changes": lambda t: all("C" in row for row in t.rows()),
    },
    "hooked-together/odd-or-even-hooked": {
        "learned all seven rows": lambda t: t.has_right() == 7,
        "every row but one knows nothing of that one": lambda t: (
            t.says() > 0.99975 and t.ruled([frozenset()]) == [0]
        ),
    },
    "hooked-together/chapter": {
        "what no single one can": lambda t: t.beyond_one_neuron() and t.right_of_all() == 8,
        "Together they can learn what one alone cannot": lambda t: (
            t.beyond_one_neuron() and t.right_of_all() == 8
        ),
    },
    "pictures/bar": {
        "no other is stronger than 2.43": lambda t: (
            round(max(abs(t.weight(name)) for name in t.names if name not in LEFT), 2) == 2.43
        ),
        "above any two of them": lambda t: (
            sum(sorted(t.weights(*LEFT))[1:]) < -t.weight("threshold") < sum(t.weights(*LEFT))
        ),
        "24 of the 512": lambda t: len(set(t.rows())) == 24 and len(t.every) == 512,
        "498 of them right": lambda t: t.right_of_all() == 498,
        "Look at one edge of the pictures only": WORDS,
        "All pictures with a 1": lambda t: frozenset.intersection(*t.rows(1)) == set(LEFT),
    },
    "pictures/few-pictures": {
        "because no picture lacked it alone": lambda t: (
            not any({"B1", "C1"} <= row and "A1" not in row for row in t.rows())
        ),
        "Of all 512 pictures it gets 71 %": lambda t: round(100 * t.right_of_all() / 512) == 71,
        "it was 97 %": lambda t: (
            round(100 * t.before.right_of_all() / 512) == 97 and len(t.before.examples) == 24
        ),
    },
    "pictures/more-light": {
        "All nine weights came out alike": lambda t: (
            (round(min(t.weights()), 2), round(max(t.weights()), 2)) == (6.12, 8.18)
        ),
        "more than four of them and less than five": lambda t: least_and_most(t, 5),
        "Nobody told it to count": WORDS,
    },
    "pictures/diagonal": {
        "The neuron saw no line": GIVEN,
        "lit in every picture with a 1": lambda t: frozenset.intersection(*t.rows(1)) == {"A1", "B2", "C3"},
        "is no part of it": lambda t: round(t.weight("A3"), 2) == 6.63,
        "of all 512 pictures it gets 411 right": lambda t: t.right_of_all() == 411,
        "Always 0 would be right in 448": lambda t: (t.ruled() == 0).sum() == 448,
        "If all points were shuffled": GIVEN,
    },
    "pictures/smile": {
        "Eyes and freckles tell nothing": lambda t: (
            max(abs(t.weight(name)) for name in t.names if name[0] in "ABC")
            < min(abs(t.weight(name)) for name in t.names if name[0] in "DE")
        ),
        "Nobody told the neuron": WORDS,
    },
    "pictures/corners": {
        "Any two alone pass it": lambda t: min(t.says(*two) for two in combinations(CORNERS, 2)) > 0.5,
        "Of single ones only the lower left": lambda t: (
            [name for name in CORNERS if t.says(name) > 0.5] == ["C1"]
        ),
    },
    "pictures/cross": {
        "one of the five points is missing": lambda t: {"A2", "B1", "B2", "B3", "C2"} - t.asked[1] == {"B3"},
        "Two corners that no cross needs": lambda t: (
            [round(t.weight(name), 2) for name in ("A3", "C3")] == [1.91, 1.29]
        ),
        "too few to find all five points": lambda t: t.right_of_all() < 512 and len(t.examples) == 16,
        "It had every example right": lambda t: t.has_right() == 16,
        "One point too few, and it is none": WORDS,
    },
    "pictures/mirror": {
        "8 of the 40 pictures wrong": lambda t: (t.has_right(), len(t.examples)) == (32, 40),
        "no single point is good or bad": lambda t: (
            {sum(name in row for row in mirrored(t)) for name in t.names} == {len(mirrored(t)) / 2}
        ),
    },
    "pictures/mirror-hooked": {
        "Of the forty, all three are silent": lambda t: all_silent(t) & set(t.rows()) == set(t.rows(1)),
        "Of all 512 pictures they are silent for 158, and 62": lambda t: (
            len(all_silent(t)) == 158 and len(all_silent(t) & mirrored(t)) == 62
        ),
        "So it gets 414 right": lambda t: t.right_of_all() == 414,
        "Always 0 would be right in 448": lambda t: (t.ruled() == 0).sum() == 448,
    },
    "pictures/stripes": {
        "gave up two of the pictures": lambda t: t.has_right() == len(t.examples) - 2,
        "every point is lit once": points_are_balanced,
        "So no point speaks for lying": points_are_balanced,
    },
    "pictures/one-piece": {
        "depends on all the others": lambda t: fits(t, in_one_piece) and t.examples_beyond_one_neuron(),
        "between all lit points": lambda t: fits(t, in_one_piece),
    },
    "six-kinds/type-1": {
        "as people learned in a study of 1994": Source("1994"),
        "In a study of 1994 people learned that soonest": Source("1994"),
        "Six of the eight are shown": lambda t: len(set(t.rows())) == 6,
        "two of them do not matter": lambda t: fits(t, lambda row: "size" in row),
    },
    "six-kinds/type-2": {
        "In a study of 1994": Source("1994"),
        "Only the large black square": lambda t: rows_left_out(t) == [set(t.names)],
        "six of the seven examples right": lambda t: t.has_right() == 6,
        "no weights get all seven right": lambda t: t.examples_beyond_one_neuron(),
        "It changes nothing": lambda t: fits(t, lambda row: len(row - {"shape"}) == 1),
    },
    "six-kinds/type-3": {
        "the neuron would never get them right": lambda t: t.beyond_one_neuron(every_row=True),
        "whatever the others do": GIVEN,
    },
    "six-kinds/type-4": {
        "In a study of 1994": Source("1994"),
        "two of the three are enough": lambda t: fits(t, lambda row: len(row) >= 2),
        "only three figures would be 1": lambda t: (
            fits(t, lambda row: "size" in row and len(row) > 1) and len(t.rows(1)) == 3
        ),
        "Four of the eight figures are 1, as in all six kinds": lambda t: t.ruled().sum() == 4,
        "The neuron cannot count them": GIVEN,
        "One of them does not reach it, and any two do": lambda t: least_and_most(t, 2),
        "No single column decides": lambda t: (
            not any(fits(t, lambda row, n=name: n in row) for name in t.names)
        ),
    },
    "six-kinds/type-5": {
        "No weights can say that": lambda t: t.beyond_one_neuron(every_row=True),
        "one neuron always misses at least one": lambda t: t.beyond_one_neuron(every_row=True),
        "Nearly all large figures are 1": lambda t: (
            sum("size" in row for row in t.rows(1)) == 2 and sum("size" in row for row in t.rows(0)) == 1
        ),
    },
    "six-kinds/type-6": {
        "In a study of 1994": Source("1994"),
        "has all six examples right": lambda t: t.has_right() == 6,
        "for none and 0.0000 for three": lambda t: t.says() > 0.99995 and t.says(*t.names) < 0.00005,
        "one S-curve only goes one way": lambda t: t.beyond_one_neuron(every_row=True),
        "about any figure": lambda t: fits(t, lambda row: len(row) % 2 == 1),
    },
    "six-kinds/chapter": {
        "six kinds of rule that make half of eight": lambda _: kinds_of_half() == 6,
        "Two of three are on": WORDS,
        "on two of four patterns": Source("Kühl"),
    },
    "threshold/chapter": {"a sum of 7 or more": Source("Apgar")},
    "curve/chapter": {"A sum of 0 comes out as 0.5": lambda _: sigmoid(np.zeros(1))[0] == 0.5},
}
