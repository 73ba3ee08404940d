"""What a number of an iteration is, in words for someone who meets its name here for the first time."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.microscope.slide import NumberPlace, Slide
from neuron_tui.puzzle.text import plural


def meaning(slide: Slide, place: NumberPlace) -> str:
    """What the number is."""
    neuron, numbers = slide.neuron, slide.numbers
    row, name = f"row {place.row + 1}", neuron.names[place.weight]
    always = neuron.replay.model.threshold and place.weight == len(neuron.names) - 1
    heard = "output" if neuron.graded and not always else "input"
    match place.kind:
        case "product":
            given = "its weight, because its input is always 1" if always else f"its {heard} times its weight"
            return f"What {name} adds to the sum of {row}: {given}."
        case "sum":
            each = "the output of each hidden neuron" if neuron.graded else "each input"
            return _with_zeros(slide, place, f"The weighted sum of {row}: {each} times its weight, added up.")
        case "output":
            if (text := slide.text(place)) in ("0", "1"):
                return f"The output of {row}: so close to {text} that the computer rounds it to {text}."
            return f"The output of {row}, its answer: the S-curve puts the sum between 0 and 1."
        case "target":
            return f"The target of {row}: what the table says, so what its output should be."
        case "delta":
            steep = slide.neuron.last.steep
            return f"What the last neuron sends back of {row}: its error{' times its gradient' * steep}."
        case "outgoing":
            whose = f"The last neuron's weight on hidden {neuron.neuron + 1}"
            return f"{whose}, not adjusted yet: all weights are adjusted at once."
        case "error" if slide.downstream:
            return f"The error of {row}: what is sent back, times the weight to the last neuron."
        case "error":
            return f"The error of {row}, how far its output is off: the target minus the output."
        case "gradient":
            flat = "Where it is flat, the output hardly moves."
            return f"The gradient of {row}: how steep the S-curve is at this output. {flat}"
        case "term":
            if slide.signal(place) == "0":
                return f"{row.capitalize()} asks nothing of the weight of {name}: its {heard} is 0 there."
            factor = " times gradient" * neuron.steep
            return f"What {row} asks of the weight of {name}: error times {heard}{factor}."
        case "total":
            return _with_zeros(slide, place, f"What all rows together ask of the weight of {name}, added up.")
        case "weight":
            when = f"at {neuron.replay.step} {numbers.iteration:,}"
            return f"The weight of {name} {when}: what its {heard} is multiplied by."
        case "adjustment":
            rate = "The rate says how large a step is."
            return f"The adjustment of {name}: the learning rate times what all rows ask. {rate}"
        case _:
            if neuron.replay.step == "turn":
                return f"The weight of {name} as the neuron would adjust it from here."
            would = "as it would be " if numbers.last else ""
            when = f"at iteration {numbers.iteration + 1:,}"
            return f"The weight of {name} {would}{when}: the old one plus its adjustment."


def _with_zeros(slide: Slide, place: NumberPlace, said: str) -> str:
    """What a sum is, and that the rest of its terms are 0: no equation has those."""
    added, all_terms = slide.added(place), slide.sources(place)
    of_rows = place.kind == "total"
    if len(added) == len(all_terms):
        return said
    if len(added) > 1:
        return f"{said} {'Rows with a 0 ask nothing.' if of_rows else 'Inputs that are 0 add nothing.'}"
    if not added:
        return f"{said} {'No row asks anything.' if of_rows else 'All of them are 0.'}"
    if of_rows:
        return f"{said} Only row {added[0].row + 1} asks anything: {slide.text(place)}."
    return f"{said} Only {slide.neuron.names[added[0].weight]} adds to it: {slide.text(place)}."


def in_powers(text: str) -> str:
    """What the power of ten in a number means; empty where it has none."""
    _, power, places = text.rpartition(f"e{MINUS}")
    if not power:
        return ""
    return f"e{MINUS}{places}: the decimal point belongs {plural(int(places), 'place')} further left."
