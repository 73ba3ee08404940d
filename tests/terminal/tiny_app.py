"""A very small Textual app, to try the terminal on: it says what it hears."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class TinyApp(App[None]):
    CSS = """
    Static { height: 1; }
    #named { color: #123456; background: #fedcba; width: 3; }
    """
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Static("red", id="named")
        yield Static("漢字 and é", id="wide")
        yield Static("", id="size")
        yield Static("", id="key")
        yield Static("", id="click")
        yield Static("", id="drag")

    def say(self, where: str, what: str) -> None:
        self.query_one(f"#{where}", Static).update(what)

    def on_resize(self, event: events.Resize) -> None:
        self.say("size", f"size {event.size.width}x{event.size.height}")

    def on_key(self, event: events.Key) -> None:
        self.say("key", f"key {event.key}")

    def on_click(self, event: events.Click) -> None:
        self.say("click", f"click {event.screen_x},{event.screen_y}")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if event.button == 1:
            self.say("drag", f"drag {event.screen_x},{event.screen_y}")


if __name__ == "__main__":
    TinyApp().run()
