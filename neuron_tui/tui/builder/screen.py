"""The builder: a table to edit, the neuron that learns it at once, what there is to say, and the words."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus, Paste
from textual.widgets import Static

from neuron_tui.folders import drafts_file, own_puzzles
from neuron_tui.game.builder.draft import Draft
from neuron_tui.game.builder.drafts import Drafts, read_drafts, write_drafts
from neuron_tui.game.builder.judgement import Note, checked, missing
from neuron_tui.game.builder.judging import Judgement, judge
from neuron_tui.game.files.saving import reason, safe_name, still_has
from neuron_tui.puzzle.file.writer import write_puzzle
from neuron_tui.puzzle.formula.parser import FormulaError
from neuron_tui.puzzle.from_table.cells import TableError, read_table
from neuron_tui.puzzle.from_table.made import Wishes, make_puzzle
from neuron_tui.puzzle.puzzle import Puzzle
from neuron_tui.puzzle.text import capital
from neuron_tui.tui.builder.commands import BUILDER_COMMANDS, BUILDER_HELP
from neuron_tui.tui.builder.curve import rows_on_curve
from neuron_tui.tui.builder.row_pad import RowPad
from neuron_tui.tui.builder.table_editor import TableEditor
from neuron_tui.tui.builder.words import WordFields
from neuron_tui.tui.kit.cells import Line, visible
from neuron_tui.tui.kit.glyphs import NEURON, RIGHT, WRONG
from neuron_tui.tui.kit.heading import Heading
from neuron_tui.tui.kit.key_line import KeyLine
from neuron_tui.tui.kit.looks import told
from neuron_tui.tui.kit.painted import Canvas
from neuron_tui.tui.kit.text_panel import Words
from neuron_tui.tui.shell.ask import AskScreen
from neuron_tui.tui.shell.game_screen import GameScreen
from neuron_tui.tui.shell.save import SaveScreen

SHOW_SECONDS = 1 / 15
MARKS = {
    "to do": ("\u25cb", "$mark"),
    "good": (RIGHT, "$right"),
    "bad": (WRONG, "$wrong"),
    "plain": (NEURON, "$muted"),
}


class BuilderScreen(GameScreen[Path | None]):
    """Closes with the file that was saved, or None. Whatever is changed is kept at once as a draft."""

    CSS_PATH = "screen.tcss"
    AUTO_FOCUS = "TableEditor"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-high"), (38, "-tall")]
    PANELS = ("left", "right")
    turns = False  # Tab goes from field to field, and each brings its panel along
    GAME_COMMANDS = BUILDER_COMMANDS
    HELP = BUILDER_HELP

    def __init__(self, draft: Draft | None = None) -> None:
        """`draft` is to be made into a puzzle; without one, the draft that is kept."""
        super().__init__()
        kept = read_drafts(drafts_file())
        begun = kept or Drafts(Draft.blank())
        self._beginning = "as you left it" if kept and kept.now != Draft.blank() else "from nothing"
        self.drafts = begun if draft is None else begun.then(draft)
        if draft is not None:
            kept_one = "" if begun.now in (Draft.blank(), draft) else ". Backspace brings your draft back"
            self._beginning = f"{Path(draft.file).name or 'from what you saw'}{kept_one}"
        self._table = TableEditor(lambda: self.draft, self._change)
        self._pad = RowPad(self._table)
        self._warned = False
        self.titling: bool = False
        """Whether the title is typed only because the puzzle is to be saved."""
        self._judgement = Judgement()

    @property
    def draft(self) -> Draft:
        return self.drafts.now

    @property
    def outputs(self) -> tuple[float, ...]:
        """What the neuron says of the rows now, as far as it knows them."""
        return self._judgement.outputs[: len(self.draft.rows)]

    @property
    def row(self) -> int | None:
        """The row of the cursor."""
        return self._table.row

    @property
    def has_pad(self) -> bool:
        """Whether the row of the cursor is a picture."""
        return self._pad.display

    @property
    def at_table(self) -> bool:
        return isinstance(self.focused, TableEditor)

    @property
    def typing(self) -> bool:
        return not self.at_table

    def compose(self) -> ComposeResult:
        yield Heading("Make a puzzle", self._beginning)
        with Horizontal(id="panels"):
            with Vertical(id="left"):
                with Vertical(id="rows", classes="panel") as rows:
                    rows.border_title = "Your table"
                    yield self._table
                    yield self._pad
                    yield Static(id="how", markup=False)
                yield Canvas(_curve, self, id="curve", classes="panel")
            with Vertical(id="right"):
                yield Words(id="judgement", classes="panel")
                yield WordFields(lambda: self.draft.about, self._change_words)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#judgement").border_title = "What comes of it"
        self.query_one("#curve").border_title = "S-curve"
        if self.draft != Draft.blank():
            self._keep()
        self._judge()

    # changes

    def _take(self, drafts: Drafts) -> None:
        """Go on with this draft, and keep it."""
        if drafts is self.drafts:
            return
        self.query_one(KeyLine).forget()
        self.drafts = drafts
        self._keep()
        self._judge()

    def _keep(self) -> None:
        try:
            write_drafts(drafts_file(), self.drafts)
        except OSError as problem:
            if not self._warned:
                self.notify(f"The draft can't be kept: {reason(problem)}.", markup=False, timeout=8)
            self._warned = True

    def _change(self, draft: Draft, stroke: str = "") -> None:
        self._take(self.drafts.change(draft, stroke))

    def _change_words(self, about: Puzzle, field: str) -> None:
        self._change(replace(self.draft, about=about), field)

    def _replace(self, drafts: Drafts) -> None:
        """Go on with a draft that has other words, too."""
        self._take(drafts)
        self.query_one(WordFields).show()

    @on(WordFields.FormulaGiven)
    def _formula_given(self, message: WordFields.FormulaGiven) -> None:
        try:
            self._change(self.draft.fill(message.text))
        except FormulaError as problem:
            self.query_one(KeyLine).tell(capital(str(problem)))

    @on(WordFields.ShapeGiven)
    def _shape_given(self, message: WordFields.ShapeGiven) -> None:
        self._change(self.draft.reshaped(message.shape))

    @on(TableEditor.NameWanted)
    def _name_wanted(self, message: TableEditor.NameWanted) -> None:
        if isinstance(asking := self.app.screen, AskScreen):  # typed before its field was there
            asking.type_on(message.typed)
            return
        column, about = message.column, self.draft.about
        name = message.typed or [*about.input_names, about.output_name][column]
        what = "the answer" if column == self.draft.width else f"input {column + 1}"

        def take(name: str | None) -> None:
            if name is not None:
                self._replace(self.drafts.change(self.draft.rename(column, name)))
                self._table.go_on()

        ask = AskScreen("A name", name, f"What is {what} called?", begun=bool(message.typed))
        self.app.push_screen(ask, take)

    @on(Paste)
    def _table_pasted(self, event: Paste) -> None:
        """A table that was copied from a spreadsheet takes the place of this one."""
        line = self.query_one(KeyLine)
        if not self.at_table:
            return
        try:
            made = make_puzzle(self.draft.about.title, read_table(event.text.encode()), Wishes(questions=1))
        except TableError as problem:
            line.tell(f"{capital(str(problem))}.")
            return
        self._replace(self.drafts.then(Draft.of(made.puzzle)))
        line.tell("Pasted. Backspace takes it back.")

    def step(self, *, back: bool) -> None:
        self._replace(self.drafts.undo() if back else self.drafts.redo())

    def begin_anew(self) -> None:
        self._replace(self.drafts.then(Draft.blank()))
        self.query_one(KeyLine).tell("Begun anew. Backspace brings back what was there.")

    @on(DescendantBlur, "#title")
    def _title_left(self) -> None:
        self.titling = False

    def to_pad(self) -> None:
        self.set_focus(self._pad)

    def to_words(self) -> None:
        self.query_one(KeyLine).forget()
        self.set_focus(self.query_one("#title"))

    def to_field(self, *, back: bool = False) -> None:
        self.query_one(KeyLine).forget()
        if back:
            self.focus_previous()
        else:
            self.focus_next()

    def fill(self) -> None:
        self.query_one(WordFields).fill()

    def to_table(self) -> None:
        """Back; from a picture to its answer."""
        if self.focused is self._pad:
            self._table.go_to(self._table.draft.width)
        self.set_focus(self._table)

    def leave(self) -> None:
        if self.draft != Draft.blank():
            self.app.notify("Your draft is kept. n goes on with it.", markup=False, timeout=4)
        self.dismiss()

    # what comes of it

    @work(exclusive=True)
    async def _judge(self) -> None:
        """Judge the draft between events, and show it now and then."""
        await asyncio.sleep(0)  # if another key is there already, only the draft after it is judged
        shown = 0.0
        for judgement in judge(self.draft, self._judgement):
            self._judgement = judgement
            if time.monotonic() - shown >= SHOW_SECONDS:
                self._show()
                shown = time.monotonic()
            await asyncio.sleep(0)
        self._show()

    def _show(self) -> None:
        judgement = self._judgement
        self._table.show(judgement.outputs, judgement.faulty)
        self.query_one("#curve", Canvas).repaint()
        to_do = [_line(note) for note in judgement.notes if note.kind == "to do"]
        said = [_line(note) for note in judgement.notes if note.kind != "to do"]
        parts = [[*to_do, *said]] if self.has_class("-low") else [to_do, *([each] for each in said)]
        self.query_one("#judgement", Words).say([Content("\n").join(part) for part in parts])

    @on(TableEditor.Moved)
    def _cursor_moved(self) -> None:
        """Say in which column the cursor is, for long names are cut above it, and what can be done there."""
        table, about = self._table, self.draft.about
        names = [*about.input_names, about.output_name]
        self.query_one("#rows").border_subtitle = Content(visible(names[table.column]))
        self._pad.show()
        self._say_how()
        self.query_one("#curve", Canvas).repaint()

    @on(DescendantFocus)
    def _say_how(self) -> None:
        """Say what can be done where the cursor is."""
        drawing = "Arrow keys and Enter draw, or the mouse. Esc leads to its answer."
        how = drawing if self.focused is self._pad else self._table.how
        self.query_one("#how", Static).update(told(how, self.app))
        self.refresh_bindings()

    # saving

    def save(self) -> None:
        """Ask for a file's name; or say what is still to be done."""
        draft = self.draft
        notes = missing(draft) or [note for note in checked(draft) if note.kind == "bad"]
        if notes:
            self.query_one(KeyLine).tell(notes[0].text)
            if not draft.about.title and len(notes) == 1:
                self.set_focus(self.query_one("#title"))
                self.titling = True
            return
        expected = self._judgement.expects(draft) or draft.about.expect
        draft = replace(draft, about=replace(draft.about, expect=expected))
        text, folder = write_puzzle(draft.puzzle()), own_puzzles()
        file = Path(draft.file or folder / f"{safe_name(draft.about.title) or 'puzzle'}.yaml")
        name = str(file.relative_to(folder) if file.is_relative_to(folder) else file)

        def replaces(path: Path) -> bool:
            return path == file and still_has(path, draft.stamp)

        def saved(path: Path | None) -> None:
            if path is not None:
                self._take(replace(self.drafts, now=draft.kept_in(path, text)))
                self.dismiss(path)

        self.app.push_screen(SaveScreen("Save your puzzle", text, name, folder, replaces), saved)


def _curve(screen: BuilderScreen, width: int, height: int) -> list[Line]:
    return rows_on_curve(screen.draft, screen.outputs, screen.row, width, height)


def _line(note: Note) -> Content:
    mark, style = MARKS[note.kind]
    return Content.assemble((f"{mark} ", style), visible(note.text))
