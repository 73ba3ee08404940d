"""Writing a text to a file that the player names."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import unicodedata
from contextlib import suppress
from pathlib import Path

MAX_NAME = 60
"""Characters of a name that is made from a title: at most four bytes each, which every file system takes."""
_REASONS = {
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EISDIR: "this is a folder",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
}


def safe_name(text: str) -> str:
    """A file's name for a title: letters and digits of any language in small letters, `-` for the rest.

    Empty where the title has neither.
    """
    composed = unicodedata.normalize("NFC", text).lower()
    letters = "".join(character if character.isalnum() else " " for character in composed)
    return "-".join(letters.split())[:MAX_NAME].strip("-")


def path_of(typed: str) -> Path:
    """The whole path of what was typed: from the current folder, or from home where it begins with `~`.

    Raises OSError where it cannot be one.
    """
    try:
        return Path(typed.strip()).expanduser().absolute()
    except RuntimeError as problem:  # there is nobody of that name
        raise FileNotFoundError(errno.ENOENT, "no such folder") from problem


def current_folder() -> str:
    """The folder that a name without one goes into; a dot where it has been removed meanwhile."""
    try:
        return str(Path.cwd())
    except OSError:
        return "."


def make_folder(folder: Path) -> None:
    """Make a folder where there is none, with those above it. Raises OSError."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in reversed(missing):
        share(each)


def share(path: Path) -> None:
    """Let a group use a new file or folder where it shares the folder around it, whatever the umask is.

    It does where what is made there is the group's (the bit "set group ID"), and the group may write there.
    """
    with suppress(OSError):
        around, its = path.parent.stat(), path.stat()
        if around.st_mode & stat.S_ISGID and around.st_mode & stat.S_IWGRP and its.st_gid == around.st_gid:
            bits = stat.S_IRWXG | stat.S_ISGID if path.is_dir() else stat.S_IRGRP | stat.S_IWGRP
            path.chmod(stat.S_IMODE(its.st_mode) | around.st_mode & bits)


def save(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write a new file, or put another one in its place where that was asked for; wholly or not at all.

    Raises FileExistsError where there is a file and nothing was said of overwriting, else OSError.
    """
    data = text.encode()
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    part = path.with_name(f".{os.urandom(8).hex()}.part") if overwrite else path
    try:
        part.open("xb").close()
    except ValueError as problem:  # a name with characters that no file can have
        raise OSError(errno.EINVAL, "no file can have this name") from problem
    try:
        part.write_bytes(data)
        share(part)
        if overwrite:
            part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def stamp(text: str) -> str:
    """Tells one text of a file from another."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def still_has(path: Path, known: str) -> bool:
    """Whether a file has the text of this stamp."""
    try:
        return stamp(path.read_bytes().decode()) == known
    except (OSError, ValueError):
        return False


def reason(problem: OSError) -> str:
    """Why a file could not be written, to be read after `can't be saved: `."""
    return _REASONS.get(problem.errno or 0) or (problem.strerror or str(problem)).lower()
