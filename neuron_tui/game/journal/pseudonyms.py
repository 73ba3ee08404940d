"""Made-up names for players, so that their answers can be given away."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from itertools import count

_KINDS = """
amber azure brave bright bronze calm candid clever copper coral crimson daring eager early fair fleet gentle
glad golden grand green hazel honest indigo ivory jolly keen kind lively lucky lunar mellow merry mild misty
modest nimble noble olive patient pearly polite proud purple quick quiet rapid ruby rustic scarlet serene
silver solar steady still sunny swift tidy tranquil violet vivid warm witty young
"""
_ANIMALS = """
badger beaver bee bison crane cricket curlew dolphin dove eagle elk falcon ferret finch fox gazelle gecko
goose hare hawk hedgehog heron ibex ibis jackdaw jay kestrel kingfisher lark leopard linnet lion llama lynx
magpie marten mole moose newt nightingale otter owl panda panther partridge pelican penguin pheasant plover
puffin raven robin salmon seal skylark sparrow squirrel starling stork swallow swan thrush tiger turtle
"""


def pseudonyms(firsts: Mapping[str, str]) -> dict[str, str]:
    """A made-up name for each player, no two alike; `firsts` are those of `tables.firsts`, in its order.

    They follow from the random id of the first answer and not from the name, so that nobody can find the
    name by trying. As long as nothing older is imported they stay as they are, also where players come.
    """
    made_up: dict[str, str] = {}
    taken: set[str] = set()
    for player, first in firsts.items():
        made_up[player] = next(name for turn in count() if (name := _name(first, turn)) not in taken)
        taken.add(made_up[player])
    return made_up


def _name(first: str, turn: int) -> str:
    """The same id always gives the same name; `turn` gives another one, and from many on with a number."""
    number = int.from_bytes(hashlib.sha256(f"{first} {turn}".encode()).digest())
    kinds, animals = _KINDS.split(), _ANIMALS.split()
    kind, animal = kinds[number % len(kinds)], animals[number // len(kinds) % len(animals)]
    return f"{kind} {animal}" + (f" {turn}" if turn > len(kinds) else "")
