"""Finding the store and loading it."""

from __future__ import annotations

import datetime as dt
import gc
import os
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from vnkp.errors import FileError, Phrase, system_reason
from vnkp.model.facts import Book
from vnkp.store import cache, lazy_book, overlay, parser

MAX_BYTES = 256 * 2**20
_MEGABYTE = 2**20
_PIECE = 2**16  # of memory that is used again; larger pieces would be new to the process each time
_LIMIT = str(MAX_BYTES // _MEGABYTE)
STDIN = "-"


def find(path: str | os.PathLike[str] | None = None) -> Path:
    """The store to read: *path*, else ``VNKP_DATA``, else the one that comes with the package."""
    if path == "":
        raise FileError('""', "unreadable_file", reason="no such file or directory")
    chosen = os.environ.get("VNKP_DATA") if path is None else path
    return Path(chosen) if chosen else packaged("facts.toml")


def packaged(name: str) -> Path:
    """The data file called *name* that comes with the package, or lies beside its sources."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packed = os.path.join(package, "data", name)
    # Within an archive there is no folder, and what lies beside the archive is not ours.
    if os.path.exists(packed) or not os.path.isdir(package):
        return Path(packed)
    return Path(os.path.normpath(os.path.join(package, "..", "..", "data", name)))


def load(
    path: str | os.PathLike[str] | None = None,
    *,
    overlays: Sequence[str | os.PathLike[str]] | None = None,
    cached: bool = True,
    lazy: bool = False,
    on_cache_miss: Callable[[str, int], None] | None = None,
) -> Book:
    """The `Book` in the store at *path*, else at ``VNKP_DATA``, else in the package.

    The stores at *overlays*, else at ``VNKP_WITH``, join it and may refer to it.

    Unless *cached* is false or ``VNKP_CACHE`` is ``off``, the parsed store is kept in the user's
    cache folder. If it is not there, *on_cache_miss* is called with the name and the size of the
    file before it is parsed. A *lazy* book out of the cache decodes what is asked for; others have
    a tuple of facts, and their tables are dicts. Raises `FileError` if there is no such file,
    `StoreError` with every problem if it is not in order.
    """
    file, own_files = find(path), find_overlays(overlays)
    use_cache = cached and os.environ.get("VNKP_CACHE", "").lower() != "off"
    collecting = gc.isenabled()
    gc.disable()  # 100,000 new objects and no garbage: collecting would take half the time
    try:
        book = _from_cache(file) if use_cache and not own_files else None
        book = book or _read(file, own_files, use_cache, on_cache_miss)
        return book if lazy else lazy_book.whole(book)
    except MemoryError:
        raise FileError(str(file), "too_little_memory") from None
    finally:
        if collecting:
            gc.enable()


def _from_cache(file: Path) -> Book | None:
    """The `Book` of an ordinary file, if the cache has it: without all of the file in memory."""
    try:
        # An open descriptor may be read once only, also where it is that of a file.
        is_open = str(file) == STDIN or file.is_relative_to("/dev")
        if is_open or not stat.S_ISREG(os.stat(file).st_mode):
            return None
        with open(file, "rb", buffering=0) as stream:
            return cache.get(cache.entry_path(iter(partial(stream.read, _PIECE), b"")))
    except (OSError, ValueError):  # reading it whole says what is wrong
        return None


def _read(
    file: Path,
    own_files: Iterable[Path],
    use_cache: bool,
    on_cache_miss: Callable[[str, int], None] | None,
) -> Book:
    """The `Book` in *file*, from the cache if it is there, joined by those of *own_files*."""
    name, data = file_name(file), read_bytes(file)
    entry = cache.entry_path([data]) if use_cache else None
    book = cache.get(entry)
    if book is None:
        if on_cache_miss:
            on_cache_miss(name, len(data))
        book = parser.read(data, name)
        cache.put(entry, book)
        book.__dict__["entry"] = entry
    stores = [(name, data)]
    for own in own_files:
        stores.append((file_name(own), read_bytes(own)))
        book = overlay.join(book, stores[:-1], *stores[-1])
    return book


def find_overlays(paths: Sequence[str | os.PathLike[str]] | None = None) -> list[Path]:
    """The stores that join the record: *paths*, else those of ``VNKP_WITH``."""
    if paths is None:
        paths = [path for path in os.environ.get("VNKP_WITH", "").split(os.pathsep) if path]
    return [Path(path) for path in paths]


def file_name(path: Path) -> str:
    """What messages call the file at *path*."""
    if str(path) == STDIN:
        return "stdin"
    return str(path) if path.is_relative_to("/dev") or path.is_relative_to("/proc") else path.name


def last_modified(path: Path) -> dt.datetime | None:
    """When the file at *path* was last written; None of a stream."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return None
        return dt.datetime.fromtimestamp(int(status.st_mtime), dt.timezone.utc)
    except (OSError, ValueError, OverflowError):
        return None


def read_bytes(path: Path) -> bytes:
    """The bytes of the file, pipe or (as ``-``) standard input at *path*.

    Raises `FileError` if they are too many or cannot be read.
    """
    try:
        if str(path) == STDIN:
            if sys.stdin is None:
                raise FileError(Phrase("standard_input"), "closed_input")
            return _read_all(sys.stdin.buffer, Phrase("standard_input"))
        if is_archived(path):
            return cast("bytes", __loader__.get_data(str(path)))  # type: ignore[name-defined]
        status = os.stat(path)
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            raise FileError(str(path), "store_is_folder")
        if status.st_size > MAX_BYTES:
            megabytes = f"{status.st_size / _MEGABYTE:.0f}"
            raise FileError(str(path), "too_large_file", megabytes=megabytes, limit=_LIMIT)
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise FileError(str(path), "no_ordinary_file")
        with open(path, "rb") as file:
            content = file.read(status.st_size)
            rest = _read_all(file, str(path))  # of a pipe all, of a file that grew what is new
            return content + rest if rest else content
    except (OSError, ValueError) as error:  # a path with NUL is a ValueError
        raise FileError(str(path), "unreadable_file", reason=system_reason(error)) from None
    except MemoryError:
        raise FileError(str(path), "too_little_memory") from None


def _read_all(file: BinaryIO, path: str | Phrase) -> bytes:
    """The bytes of *file*, one more than `MAX_BYTES` of them at most."""
    parts: list[bytes] = []
    while part := file.read(_MEGABYTE):  # Python would set aside all that it is told to read
        parts.append(part)
        if len(parts) * _MEGABYTE > MAX_BYTES + _MEGABYTE:
            raise FileError(path, "too_much_input", limit=_LIMIT)
    return b"".join(parts)


def is_archived(path: Path) -> bool:
    """Whether *path* lies in the archive from which the package runs, if it does."""
    archive = getattr(__loader__, "archive", None)  # type: ignore[name-defined]
    return archive is not None and path.is_relative_to(archive)
