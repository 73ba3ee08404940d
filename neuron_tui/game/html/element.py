"""HTML put together from elements. Text that is no element is data, and escaped."""

from __future__ import annotations

from html import escape


class Element(str):
    """A text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str | float) -> Element:
    """An element with what is in it. In attributes `_` stands for `-`, and at the end for nothing."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items()
    )
    if name == "meta":
        return Element(f"<meta{told}>")
    inside = "".join(part if isinstance(part, Element) else escape(part, quote=False) for part in content)
    return Element(f"<{name}{told}>{inside}</{name}>")
