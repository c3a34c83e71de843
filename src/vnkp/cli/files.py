"""Writing an answer to a file: whole or not at all."""

from __future__ import annotations

import os
import stat

from vnkp.errors import FileError
from vnkp.store.loader import reason


def write(path: str, content: str | bytes) -> None:
    """Write *content* to the file at *path*, whole or not at all; raise `FileError` otherwise."""
    data = content.encode() if isinstance(content, str) else content
    try:
        kind = os.stat(path).st_mode if os.path.exists(path) else stat.S_IFREG
        if stat.S_ISDIR(kind) or path.endswith(os.sep):
            raise FileError(path, "output_is_folder")
        if stat.S_ISREG(kind):
            # A link stays a link: what it points to is written.
            _replace(os.path.realpath(path), data)
        else:  # a device or a pipe has no other name to be moved from
            with open(path, "wb") as file:
                file.write(data)
    except (OSError, ValueError) as error:
        words = reason(error) if isinstance(error, OSError) else str(error)
        folder = os.path.dirname(path)
        if folder and not os.path.isdir(folder):
            raise FileError(path, "no_folder", folder=folder) from None
        raise FileError(path, "unwritable_file", reason=words) from None


def _replace(path: str, data: bytes) -> None:
    """Write *data* beside *path* and, once it is safely there, move it to its place."""
    part = os.path.join(os.path.dirname(path), f".vnkp.{os.urandom(4).hex()}.part")
    try:
        with open(part, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            os.chmod(part, stat.S_IMODE(os.stat(path).st_mode))
        os.replace(part, path)
    except BaseException:  # Ctrl-C too leaves nothing behind
        if os.path.exists(part):
            os.unlink(part)
        raise
