"""What a number of an iteration is, in words."""

from __future__ import annotations

from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.microscope.slide import NumberPlace, Slide
from neuron_tui.puzzle.text import plural


def meaning(slide: Slide, place: NumberPlace) -> str:
    """What the number is."""
    numbers = slide.numbers
    row, name = f"row {place.row + 1}", slide.neuron.names[place.weight]
    always = slide.neuron.replay.model.threshold and place.weight == len(slide.neuron.names) - 1
    match place.kind:
        case "product":
            input_name = "its output there" if slide.neuron.graded else "its input"
            given = "its input is always 1." if always else f"{input_name} times its weight."
            return f"What {name} adds to the sum of {row}: {given}"
        case "sum":
            input_name = "what each hidden neuron answers times its weight" if slide.neuron.graded else ""
            input_name = input_name or "all its inputs times their weights"
            return f"The weighted sum of {row}: {input_name}, added up."
        case "output":
            text = slide.text(place)
            if text in ("0", "1"):
                return f"The output of {row}: so close to {text} that the computer rounds it to {text}."
            return f"The output of {row}: the S-curve squeezes the sum between 0 and 1."
        case "target":
            return f"The target of {row}: what its output should be."
        case "delta":
            steep = slide.neuron.last.steep
            return f"What the last neuron sends back of {row}: its error{' times its gradient' * steep}."
        case "outgoing":
            input_name = f"The last neuron's weight on hidden {slide.neuron.neuron + 1}"
            return f"{input_name}, not adjusted yet: all weights are adjusted at once."
        case "error" if slide.downstream:
            return f"The error of {row}: what is sent back, times the weight to the last neuron."
        case "error":
            return f"The error of {row}: what it should be minus what came out."
        case "gradient":
            return f"The gradient of {row}: how steep the S-curve is at this output."
        case "term":
            input_name = "answer" if slide.neuron.graded and not always else "input"
            factor = " times gradient" * slide.neuron.steep
            return f"What {row} asks of the weight of {name}: error times {input_name}{factor}."
        case "total":
            return f"The sum of the terms of {name}: what all rows together ask of its weight."
        case "weight":
            return f"The weight of {name} at {slide.neuron.replay.step} {numbers.iteration:,}."
        case "adjustment":
            return f"The adjustment of {name}: the learning rate times what all rows ask."
        case _:
            if slide.neuron.replay.step == "turn":
                return f"The weight of {name} as the neuron would adjust it from here."
            would = "as it would be " if numbers.last else ""
            return (
                f"The weight of {name} {would}at iteration {numbers.iteration + 1:,}: the old one, adjusted."
            )


def in_powers(text: str) -> str:
    """What the power of ten in a number means; empty where it has none."""
    _, power, places = text.rpartition(f"e{MINUS}")
    if not power:
        return ""
    return f"e{MINUS}{places}: the decimal point belongs {plural(int(places), 'place')} further left."
