"""What all tests share: how many examples hypothesis tries, and the option that accepts new pictures.

CI tries more examples than the everyday tests, and always the same; `--hypothesis-profile long` a thousand.
"""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the tests already run on all cores

settings.register_profile("every day", max_examples=8, deadline=None)
settings.register_profile("thorough", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=1_000, deadline=None)
settings.load_profile("thorough" if os.environ.get("CI") else "every day")

LONGEST = ("test_course_walk.py", "test_monkey.py", "test_install.py", "test_benchmarks.py")
"""Begun first: a long test that comes last leaves the other cores with nothing to do."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-snapshots",
        action="store_true",
        help="take the pictures of the screens as they are now for the ones to compare with",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest come first; where new pictures are accepted, only the tests that look at them are run."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
    if config.getoption("--accept-snapshots"):
        items[:] = [item for item in items if "looks_as_accepted" in getattr(item, "fixturenames", ())]


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the collector need not look at it again, and seldom at the rest."""
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
