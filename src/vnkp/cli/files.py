"""Writing an answer to a file: whole or not at all, and never over what is read."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from vnkp.errors import FileError, system_reason
from vnkp.store import atomic
from vnkp.store.loader import STDIN

# Open descriptors by name: opened anew, they would begin at the start of their file.
_DESCRIPTOR = r"/(?:dev|proc/(?:self|thread-self|[0-9]+))/fd/([0-9]+)"
_STREAMS = {"/dev/stdin": "/dev/fd/0", "/dev/stdout": "/dev/fd/1", "/dev/stderr": "/dev/fd/2"}
_MAX_LINKS = 40


def refuse_stores(path: str, stores: Iterable[Path]) -> None:
    """Raise `FileError` if the file at *path* is one of *stores*, or is called like a store."""
    if path.lower().endswith(".toml"):
        raise FileError(path, "output_called_like_store")
    for store in stores:
        with contextlib.suppress(OSError, ValueError):  # one of them is not there
            if os.path.samefile(path, 0 if str(store) == STDIN else store):
                raise FileError(path, "output_is_store")


def write(path: str, content: str | bytes) -> None:
    """Write *content* to the file at *path*, whole or not at all; raise `FileError` otherwise."""
    data = content.encode() if isinstance(content, str) else content
    try:
        descriptor = _descriptor(path)
        if descriptor is not None:
            return _write_stream(os.dup(descriptor), data)
        status = None
        with contextlib.suppress(FileNotFoundError):  # a link that is not followed is an error
            status = os.stat(path)
        if path.endswith(os.sep) or (status and stat.S_ISDIR(status.st_mode)):
            raise FileError(path, "output_is_folder")
        if status is None or stat.S_ISREG(status.st_mode):
            return _replace(path, data, status)
        # A device or a pipe has no other name to be moved from.
        return _write_stream(os.open(path, os.O_WRONLY), data)
    except (OSError, ValueError) as error:
        folder = os.path.dirname(path)
        if folder and "\0" not in folder and not os.path.isdir(folder):
            raise FileError(path, "no_folder", folder=folder) from None
        raise FileError(path, "unwritable_file", reason=system_reason(error)) from None


def _descriptor(path: str) -> int | None:
    """The number of the open file that *path* is a name of, as /dev/stdout is of 1."""
    for _ in range(_MAX_LINKS):
        match = re.fullmatch(_DESCRIPTOR, _STREAMS.get(path, path))
        if match or not os.path.islink(path):
            return int(match[1]) if match else None
        path = os.path.join(os.path.dirname(path), os.readlink(path))
    return None


def _write_stream(descriptor: int, data: bytes) -> None:
    if sys.stdout:
        sys.stdout.flush()
    with open(descriptor, "wb") as file:
        file.write(data)


def _replace(path: str, data: bytes, status: os.stat_result | None) -> None:
    """Write *data* in the place of what is at *path*; a link stays a link."""
    mode = None if status is None else stat.S_IMODE(status.st_mode) & 0o777  # without set-uid
    target = os.path.realpath(path)
    if mode is not None and not (mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(0, "Write-protected")
    if status and not os.path.samestat(status, os.stat(target)):
        raise FileNotFoundError(0, "No such file or directory")  # a name of a file that is gone
    part = os.path.join(os.path.dirname(target), f".vnkp.{os.urandom(4).hex()}.part")
    atomic.write_whole(target, data, part, mode)
