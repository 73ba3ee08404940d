"""What is printed, in whatever encoding the terminal has."""

from __future__ import annotations

import codecs
import io

from neuron_tui.ascii import HANDLER, replacement

SEVEN_BITS = "ascii_terminal"
"""ASCII by another name: in place of a stream in ASCII itself, click would write UTF-8."""


def replace_unencodable(*streams: object) -> None:
    """Show ASCII for what the encoding lacks, and `?` for what a strange file name is made of.

    A file gets UTF-8 from click where the encoding is ASCII, so that it loses nothing.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=HANDLER)
            if stream.isatty() and codecs.lookup(stream.encoding).name == "ascii":
                stream.reconfigure(encoding=SEVEN_BITS, errors=HANDLER)


def _seven_bits(name: str) -> codecs.CodecInfo | None:
    if name != SEVEN_BITS:
        return None
    ascii = codecs.lookup("ascii")
    return codecs.CodecInfo(
        ascii.encode, ascii.decode, ascii.streamreader, ascii.streamwriter,
        ascii.incrementalencoder, ascii.incrementaldecoder, name=SEVEN_BITS,
    )  # fmt: skip


codecs.register_error(HANDLER, replacement)
codecs.register(_seven_bits)
