"""Writing an answer to a file: whole or not at all."""

from __future__ import annotations

import os
import stat

from vnkp.errors import FileError
from vnkp.store.loader import reason


def write(path: str, text: str) -> None:
    """Write *text* to the file at *path*, whole or not at all; raise `FileError` when that cannot be done."""
    try:
        kind = os.stat(path).st_mode if os.path.exists(path) else stat.S_IFREG
        if stat.S_ISDIR(kind) or path.endswith(os.sep):
            raise FileError(path, "output_is_folder")
        if stat.S_ISREG(kind):
            _replace(
                os.path.realpath(path), text
            )  # a link stays a link: what it points to is written
        else:  # a device or a pipe has no other name to be moved from
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
    except (OSError, ValueError) as error:
        said = reason(error) if isinstance(error, OSError) else str(error)
        folder = os.path.dirname(path)
        if folder and not os.path.isdir(folder):
            raise FileError(path, "no_folder", folder=folder) from None
        raise FileError(path, "unwritable_file", reason=said) from None


def _replace(place: str, text: str) -> None:
    """Write *text* beside *place*, and when it is safely there, move it to its place."""
    part = os.path.join(os.path.dirname(place), f".vnkp.{os.urandom(4).hex()}.part")
    try:
        with open(part, "x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(place):
            os.chmod(part, stat.S_IMODE(os.stat(place).st_mode))
        os.replace(part, place)
    except BaseException:  # Ctrl-C too leaves nothing behind
        if os.path.exists(part):
            os.unlink(part)
        raise
