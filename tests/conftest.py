"""What all tests share: the option that accepts new pictures of the screens."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-snapshots",
        action="store_true",
        help="take the pictures of the screens as they are now for the ones to compare with",
    )
