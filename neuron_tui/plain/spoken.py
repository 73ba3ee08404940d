"""Any line of the game in plain speech: words instead of glyphs, and commands instead of keys."""

from __future__ import annotations

import re
import unicodedata

from neuron_tui.game.explain.asking import UNKNOWN
from neuron_tui.game.explain.numbers import MINUS
from neuron_tui.game.replay.training import FROM
from neuron_tui.game.task.words import CHANGE, NO_STAR, STAR
from neuron_tui.puzzle.text import clean

ON, OFF = "\u25a0", "\u25a1"
GLYPHS = {
    MINUS: " minus ",
    "\u00b1": " plus or minus ",
    "\u00d7": " times ",
    "\u00b2": " squared ",
    "\u03a3": " sum ",
    "\u2190": " from ",
    "\u2192": " to ",
    "\u2713": " right ",
    "\u2717": " wrong ",
    ON: " on ",
    OFF: " off ",
    "\u25b8": " ",
    "\u00b7": ",",
    "\u2022": ",",
    "\u2026": "...",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": " to ",
    "\u2014": ", ",
}
"""How glyphs are spoken. Other symbols have their names in Unicode."""

_KEYS = tuple(
    (re.compile(pattern), spoken)
    for pattern, spoken in (
        (r"\bSelect (row \S+) with the up arrow\b", r"Type \1"),
        (r"\bSelect an example\b", "Type row and the number of an example"),
        (r"\bWith the up arrow, (?:select|find) (an example|a picture|the row)\b",
         r"Type row and a number: find \1"),
        (r"\bNow (row \S+)(?=[,:])", r"Now type \1"),
        (r"\bNow the last row\b", "Now type row question"),
        (r"\bLook at (\w+)\. Press n until it is marked\.", r"Look at \1. Type weight \1."),
        (r"\bPress n until (\w+) is marked\.", r"Type weight \1."),
        (r"\bPress n to mark (\w+),", r"Type weight \1,"),
        (r"\bMark it with n, then press the full stop\.", "Type weight and its name, then step."),
        (r"\bPress the full stop\b", "Type step"),
        (r"\bOnce more\.(?= Watch)", "Type step once more."),
        (r"\bFind its dot on the S-curve\.", "Hear its weighted sum."),
        (r"\bPress d to see them\b", "Type weights to hear them"),
        (r"\bPress v to see the weights as numbers\b", "Type weights to hear the weights as numbers"),
        (r"\bPress o to switch (?:them|the hidden neurons) off one by one\b",
         "Type off 1, off 2 and so on to switch them off"),
        (r"\bPress u to\b", "Type how many to"),
        (r"\bPress j on home to\b", "Type race at home, with a number, to"),
        (r"\bOn home F6 opens the atlas\b", "The command `neuron-tui atlas` counts them"),
        (r"\bPress 1, then move your guess with the arrows\b", "Type a number such as 0.6"),
        (rf" {CHANGE}", ""),
        (rf"{CHANGE.capitalize()} make\b", "Make"),
    )
)  # fmt: skip
"""Where a text of the game names a key of the screen, the words that name a command."""

_READINGS = (
    (re.compile(rf"\bthe {ON}(?= )"), "the inputs that are on"),
    (re.compile(rf"\bnumber of {ON}(?= )"), "number of inputs that are on"),
    (re.compile(rf"\bto {re.escape(UNKNOWN)}"), "to the question"),
    (re.compile(re.escape(UNKNOWN)), "the answer"),
    (re.compile(rf"(?<=\d)e{MINUS}(?=\d)"), " times ten to the minus "),
    (re.compile(r"\be\^"), "e to the "),
    (re.compile(r"(?<![\w.)])\+(?=\d)"), "plus "),
    (re.compile(r" \+ "), " plus "),
    (re.compile(r" / "), " divided by "),
    (re.compile(rf"\b(\d+|out){FROM}"), r"\1 from "),
)
"""Signs that mean something only beside others."""
_STARS = re.compile(f" ?([{STAR}{NO_STAR}]+)")
_GAP = re.compile(r"(?<=\S) {2,}")
_SECOND_MARK = re.compile(r"(?<=[?!])[.,](?= |$)")
_BEFORE_MARK = re.compile(r" +(?=[,.;:?)])")


def spoken(text: str) -> str:
    """A text of the game as one line in plain speech. Letters of all scripts stay."""
    line = clean(" ".join(text.split()))
    for pattern, words in _KEYS:
        line = pattern.sub(words, line)
    line = _STARS.sub(lambda stars: f", {stars[1].count(STAR)} of {len(stars[1])} stars", line)
    for pattern, words in _READINGS:
        line = pattern.sub(words, line)
    if not line.isascii():
        line = _BEFORE_MARK.sub("", "".join(map(_spoken_character, line)))
    line = _SECOND_MARK.sub("", " ".join(line.split()))
    return line[:1].upper() + line[1:] if line != text and text[:1].isupper() else line


def sentence(line: str) -> str:
    """A line with a mark at its end, so that a voice does not run on."""
    return f"{line}." if line and line[-1] not in ".:?!" else line


def _spoken_character(character: str) -> str:
    """A character as it stays, or in words with blanks around them."""
    if character.isascii():
        return character
    if (words := GLYPHS.get(character)) is not None:
        return words
    category = unicodedata.category(character)
    if category == "No":  # 1/2, or a small number above or below the line
        return unicodedata.normalize("NFKC", character).replace("\u2044", "/")
    if category == "Zs":
        return " "
    if category in ("Co", "Cn", "Cs"):
        return ""
    return f" {_name(character)} " if category.startswith("S") else character


def sayable(text: str, encoding: str) -> str:
    """The text in characters that this encoding has: other letters without accents, or by their names."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        said = "".join(_in(encoding, character) for character in text)
        return _BEFORE_MARK.sub("", _GAP.sub(" ", said))
    return text


def _in(encoding: str, character: str) -> str:
    for tried in (character, unicodedata.normalize("NFKD", character)):
        kept = tried.encode(encoding, errors="ignore").decode(encoding)
        if kept:
            return kept
    if unicodedata.category(character).startswith("M"):
        return ""
    name = _name(unicodedata.normalize("NFD", character)[0])
    return f" {name.rpartition(' ')[2] if unicodedata.category(character).startswith('L') else name} "


def _name(character: str) -> str:
    return unicodedata.name(character, "").lower()
