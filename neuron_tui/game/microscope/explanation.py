"""What a number of an iteration is, in words, and the formula that it came from."""

from __future__ import annotations

from dataclasses import dataclass

from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.microscope.slide import Kind, Place, Slide
from neuron_tui.puzzle.text import plural

TIMES = "\u00d7"
LEFT_OUT = "\u2026"
BACK: tuple[Kind, Kind] = ("error", "gradient")
"""What the last neuron sends back to the hidden ones is made of these numbers of its own."""


@dataclass(frozen=True)
class Formula:
    """How a number is worked out: the parts in order, and what they come to. Empty where it is given."""

    parts: tuple[str, ...]
    result: str

    def written(self, room: int) -> str:
        """The formula in so many characters: of a sum too long for them, the middle is left out."""
        if not self.parts:
            return ""
        end = f" = {self.result}"
        whole = " ".join(self.parts) + end
        if len(whole) <= room:
            return whole
        last = f" {LEFT_OUT} {self.parts[-1]}{end}"
        kept = self.parts[0]
        for part in self.parts[1:-1]:
            if len(kept) + 1 + len(part) + len(last) > room:
                break
            kept += f" {part}"
        return kept + last


def added(text: str, first: bool) -> str:
    """A number as a part of a sum: + 0.12, or +0.12 where the sum begins."""
    if first:
        return text
    return f"+ {text}" if text == "0" else f"{text[0]} {text[1:]}"


def bracketed(output: str) -> str:
    """An output as a part of a formula; one that is written as a difference is kept together."""
    return f"({output})" if output.startswith(f"1{MINUS}") else output


def in_powers(text: str) -> str:
    """What the power of ten in a number means; empty where it has none."""
    _, power, places = text.rpartition(f"e{MINUS}")
    if not power:
        return ""
    return f"e{MINUS}{places}: the decimal point belongs {plural(int(places), 'place')} further left."


def written(rate: float) -> str:
    """A learning rate as it was set: 1, 0.3, 1,000."""
    return f"{rate:,.15g}"


def meaning(slide: Slide, place: Place) -> str:
    """What the number is."""
    moment = slide.moment
    row, name = f"row {place.row + 1}", moment.names[place.weight]
    always = moment.threshold and place.weight == len(moment.names) - 1
    match place.kind:
        case "product":
            input_name = "its output there" if slide.part.graded else "its input"
            given = "its input is always 1." if always else f"{input_name} times its weight."
            return f"What {name} adds to the sum of {row}: {given}"
        case "sum":
            input_name = "what each hidden neuron answers times its weight" if slide.part.graded else ""
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
            return f"What the last neuron sends back of {row}: its error times its gradient."
        case "outgoing":
            input_name = f"The last neuron's weight on hidden {slide.part.neuron + 1}"
            return f"{input_name}, not adjusted yet: all weights are adjusted at once."
        case "error" if slide.downstream:
            return f"The error of {row}: what is sent back, times the weight to the last neuron."
        case "error":
            return f"The error of {row}: what it should be minus what came out."
        case "gradient":
            return f"The gradient of {row}: how steep the S-curve is at this output."
        case "term":
            input_name = "answer" if slide.part.graded and not always else "input"
            return f"What {row} asks of the weight of {name}: error times {input_name} times gradient."
        case "total":
            return f"The sum of the terms of {name}: what all rows together ask of its weight."
        case "weight":
            return f"The weight of {name} at {moment.step} {moment.iteration:,}."
        case "adjustment":
            return f"The adjustment of {name}: the learning rate times what all rows ask."
        case _:
            if moment.step == "turn":
                return f"The weight of {name} as the neuron would adjust it from here."
            would = "as it would be " if moment.last else ""
            return (
                f"The weight of {name} {would}at iteration {moment.iteration + 1:,}: the old one, adjusted."
            )


def formula(slide: Slide, place: Place) -> Formula:
    """How the number comes about, with the numbers as they are shown."""
    result = slide.text(place)
    texts = [slide.text(source) for source in slide.sources(place)]
    match place.kind:
        case "product":
            return Formula((slide.signal(place), TIMES, texts[0]), result)
        case "sum" | "total":
            counted = [text for text in texts if text != "0"] or ["0"]
            return Formula(tuple(added(text, index == 0) for index, text in enumerate(counted)), result)
        case "output":
            power = texts[0].lstrip("+" + MINUS)
            sign = "" if texts[0].startswith(MINUS) or texts[0] == "0" else MINUS
            return Formula((f"1 / (1 + e^{sign}{power})",), result)
        case "delta" if slide.downstream:
            last = slide.downstream
            error, steep = (last.text(Place(kind, place.row)) for kind in BACK)
            return Formula((error, TIMES, steep), result)
        case "error" if slide.downstream:
            return Formula((texts[0], TIMES, texts[1]), result)
        case "error":
            return Formula((texts[0], MINUS, bracketed(texts[1])), result)
        case "gradient":
            shown = bracketed(texts[0])
            return Formula((shown, TIMES, f"(1 {MINUS} {shown})"), result)
        case "term":
            signal = slide.signal(place)
            return Formula((texts[0], TIMES, signal, TIMES, texts[2]), result)
        case "adjustment":
            return Formula((written(slide.moment.rate), TIMES, texts[0]), result)
        case "new":
            return Formula((texts[0], added(texts[1], first=False)), result)
        case _:
            return Formula((), result)
