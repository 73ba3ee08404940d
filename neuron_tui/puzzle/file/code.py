"""A puzzle as a short code to paste: its file without lesson and steps, compressed and checked."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from neuron_tui.puzzle.file.reader import read_puzzle
from neuron_tui.puzzle.file.source import MAX_BYTES
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.puzzle import Puzzle

PREFIX = "nt1-"
LONGEST = 20_000
"""Characters; codes are far shorter."""
_CODE = re.compile(rf"\s*{PREFIX}([\w-]+={{0,2}})\s*", re.ASCII)
_CHECK = 3
"""Bytes of the checksum."""
_USUAL = b"""\
title: inputs: [left, middle, right]
output: answer
noisy: true
picture: 3x3
rule: The output is 1 whenever the formula: hint:  and  or  not xor at least 2 of (
names_decide: true
foresee: true
examples:
  - 0 1 0 -> 0
  - 0 0 0 -> 0
  - 0 1 1 -> 1
  - 1 1 0 -> 1
  - 1 0 0 -> 1
  - 0 0 1 -> 0
  - 1 1 1 -> 1
  - 1 0 1 -> 1
  - 0 1 1 -> 0
questions:
  - 1 0 0 -> 1
neuron: {threshold: true, iterations: 10000, seed: 1, learning_rate: 1, hidden: 4}
format: 2
"""
"""What most files hold, which then takes no room. A part of the code's format: it never changes."""


class CodeError(ValueError):
    """A code of which no puzzle can be made; the message says what to do."""


def code_of(puzzle: Puzzle) -> str:
    """The code of a puzzle as far as it is `bare`."""
    text = write_puzzle(puzzle.bare()).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=_USUAL)
    packed = packer.compress(text) + packer.flush()
    return PREFIX + base64.urlsafe_b64encode(_checksum(text) + packed).decode().rstrip("=")


def command_of(puzzle: Puzzle) -> str:
    """The line with which a friend plays the puzzle."""
    return f"neuron-tui play {code_of(puzzle)}\n"


def is_code(text: str) -> bool:
    """Whether a text is meant as a code."""
    return text.lstrip().startswith(PREFIX)


def puzzle_of_code(code: str) -> Puzzle:
    """The puzzle of a code. Raises CodeError where it is damaged or holds no puzzle."""
    found = _CODE.fullmatch(code) if len(code) <= LONGEST else None
    if found is None:
        raise CodeError("this is no whole code; copy it again, from the first character to the last")
    letters = found[1].rstrip("=")
    try:
        data = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS, zdict=_USUAL)
        text = unpacker.decompress(data[_CHECK:], MAX_BYTES)
    except (binascii.Error, zlib.error) as problem:
        raise CodeError("this code is damaged; copy it again") from problem
    if not unpacker.eof or unpacker.unused_data or _checksum(text) != data[:_CHECK]:
        raise CodeError("this code is damaged; copy it again")
    puzzle = read_puzzle(text).puzzle
    if puzzle is None:
        raise CodeError("this code holds a puzzle that this game can't read; get a newer neuron-tui")
    return puzzle


def _checksum(text: bytes) -> bytes:
    return zlib.crc32(text).to_bytes(4, "big")[:_CHECK]
