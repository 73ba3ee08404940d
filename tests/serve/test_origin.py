"""Which pages may open the websocket. Nothing of the server runs."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request

from neuron_tui.cli.serve.server import address, from_own_page


@pytest.mark.parametrize(
    ("host", "origin", "own"),
    [
        ("127.0.0.1:8000", "http://127.0.0.1:8000", True),
        ("game.example.org", "https://game.example.org", True),  # behind a proxy with TLS
        ("[::1]:8000", "http://[::1]:8000", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8001", False),
        ("127.0.0.1:8000", "http://localhost:8000", False),
        ("game.example.org", "https://game.example.org.elsewhere.example", False),
        ("game.example.org", "https://game.example.org@elsewhere.example", False),
        ("game.example.org", "null", False),
        ("game.example.org", "", False),
        ("game.example.org", "http://[", False),
    ],
)
def test_only_pages_of_the_same_host_are_its_own(host: str, origin: str, own: bool) -> None:
    request = make_mocked_request("GET", "/ws", headers={"Host": host, "Origin": origin})
    assert from_own_page(request) is own


def test_an_address_can_be_typed_into_a_browser() -> None:
    assert address("127.0.0.1", 8000) == "http://127.0.0.1:8000"
    assert address("::1", 8000) == "http://[::1]:8000"
    assert "0.0.0.0" not in address("0.0.0.0", 80)
