"""A document read as a browser reads it: its elements, and the text a person sees."""

from __future__ import annotations

from html.parser import HTMLParser


class Paper(HTMLParser):
    """`tags` are the names of all elements; `text` is what is shown, parts apart by blanks."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.drawn: list[tuple[str, dict[str, str], str]] = []
        self._shown: list[str] = []
        self.feed(document)
        self.close()

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._shown).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.drawn.append((tag, {name: value or "" for name, value in attrs}, ""))

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["style"]:
            return
        self._shown.append(data)
        if self.drawn:
            tag, attributes, before = self.drawn[-1]
            self.drawn[-1] = tag, attributes, before + data

    def labels(self) -> dict[str, float]:
        """Where the words of the drawings stand, from the left; of equal ones the last."""
        return {said: float(at["x"]) for tag, at, said in self.drawn if tag == "text" and said}
