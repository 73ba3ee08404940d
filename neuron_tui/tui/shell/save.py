"""A small dialog that saves a text to a file, and never writes over another one unasked."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.widgets import Input, Static

from neuron_tui.game.files.saving import current_folder, make_folder, path_of, reason, safe_name, save
from neuron_tui.puzzle.library.names import SUFFIXES, is_puzzle_file
from neuron_tui.puzzle.text import clean
from neuron_tui.tui.kit.download import download
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.text_field import TextField
from neuron_tui.tui.shell.framed import Dialog


def offer(node: DOMNode, title: str, text: str, name: str) -> None:
    """Have the player save a text: in a file that they name, or as what a browser downloads."""
    if node.app.is_web:
        download(node, text, name)
    else:
        node.app.push_screen(SaveScreen(title, text, name))


class SaveScreen(Dialog[Path | None]):
    """Asks for a file's name and saves; closes with the file's path, or None where nothing was saved."""

    DEFAULT_CSS = "SaveScreen #said { min-height: 2; }"
    HELP = """
    Type the name of the file. It goes into the folder that is shown; a name with folders in it,
    or one that begins with ~ for your home, goes there.

    A file that is there already is only written over when you say so.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", key_display="Enter"),
        Binding("s", "overwrite", "overwrite it", tooltip="save, and write over it"),
        Binding("escape,enter", "rename", "another name", key_display="Esc"),
        Binding("escape", "dismiss", "back", key_display="Esc"),
        Binding("f1", "app.help", "all keys", key_display="F1"),
    ]

    taken = reactive(False, repaint=False, init=False)
    """Whether the file exists already, and the player is asked about it."""

    def __init__(
        self,
        title: str,
        text: str,
        name: str,
        folder: Path | None = None,
        replaces: Callable[[Path], bool] = lambda _: False,
    ) -> None:
        """`folder`: it goes there, and is created if need be, with the name's suffix; else where one is.

        `replaces`: whether a file is the text's own, and may be written over unasked.
        """
        super().__init__()
        self._replaces = replaces
        self._title, self._text, self._name, self._folder = title, text, name, folder

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame") as frame:
            frame.border_title = Content(self._title)
            folder = clean(str(self._folder or current_folder()))
            where = "Among your own puzzles" if self.app.is_web else f"In the folder {folder}"
            yield Static(f"{where}, as", classes="quiet", markup=False)
            yield TextField(self._name, select_on_focus=False)
            yield Static(id="said", markup=False)
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the player is asked about a file that exists, only the answers work."""
        if action in ("overwrite", "rename"):
            return self.taken
        return not self.taken if action in ("save", "dismiss") else True

    def watch_taken(self, taken: bool) -> None:
        field = self.query_one(TextField)
        field.disabled = taken
        if taken:
            self._say(f"{field.value.strip()} is there already. Should it be overwritten?")
        else:
            field.focus()
        self.refresh_bindings()

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(clean(text)))

    @on(Input.Changed)
    def _typed(self) -> None:
        self._say("")

    def action_save(self, overwrite: bool = False) -> None:
        typed = self.query_one(TextField).value.strip()
        if not typed:
            self._say("A file needs a name.")
            return
        try:
            path = self._path(typed)
            save(path, self._text, overwrite=overwrite or self._replaces(path))
        except FileExistsError:
            self.taken = True
        except OSError as problem:
            name = Path(typed).name if overwrite else typed
            self._say(f"{name} can't be saved: {reason(problem)}.")
        else:
            shown = path.name if self._folder else str(path)
            self.app.notify(f"Saved as {clean(shown)}", markup=False, timeout=8)
            self.dismiss(path)

    def _path(self, typed: str) -> Path:
        """Where it goes. Raises OSError where it cannot go there."""
        if self._folder is None:
            return path_of(typed)
        suffix = Path(self._name or "").suffix
        if self.app.is_web:  # a visitor names a puzzle, and no place on somebody else's computer
            typed = safe_name(typed.removesuffix(suffix)) or "puzzle"
        path = path_of(str(self._folder / Path(typed).expanduser()))
        path = path if path.suffix == suffix else path.with_name(path.name + suffix)
        if suffix in SUFFIXES and not is_puzzle_file(path.name):
            raise OSError(errno.EINVAL, "no puzzle can have this name")
        make_folder(path.parent)
        return path

    def action_overwrite(self) -> None:
        self.taken = False
        self.action_save(overwrite=True)

    def action_rename(self) -> None:
        self.taken = False
        self._say("")
