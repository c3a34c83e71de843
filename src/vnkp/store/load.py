"""Finding the store and loading it."""

from __future__ import annotations

import gc
import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from vnkp.errors import FileError
from vnkp.model.facts import Book
from vnkp.model.time_window import TimeWindow
from vnkp.store import cache

MAX_BYTES = 256 * 2**20


def find(path: str | os.PathLike[str] | None = None) -> Path:
    """The store to read: *path*, else ``VNKP_DATA``, else the one that comes with the package."""
    chosen = path or os.environ.get("VNKP_DATA")
    if chosen:
        return Path(chosen)
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packed = os.path.join(package, "data", "facts.toml")
    if os.path.exists(packed):
        return Path(packed)
    return Path(os.path.normpath(os.path.join(package, "..", "..", "data", "facts.toml")))


def load(
    path: str | os.PathLike[str] | None = None,
    *,
    cached: bool = True,
    slow: Callable[[], None] | None = None,
    within: Sequence[TimeWindow] = (),
) -> Book:
    """The `Book` in the store at *path* (see `find`).

    If *within* names windows, it has those facts alone that meet one, and of people and sources those that they name.
    Unless *cached* is false or ``VNKP_CACHE`` is ``off``, the parsed store is kept in the user's cache folder. *slow*
    is called before a store is parsed anew. Raises `FileError` when there is no such file, `StoreError` with every
    problem when it is not in order.
    """
    place = find(path)
    data = contents(place)
    kept = (
        cache.entry(data) if cached and os.environ.get("VNKP_CACHE", "").lower() != "off" else None
    )
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand new objects and no garbage: collecting would cost half the time
    try:
        book = cache.get(kept, within)
        if book is None:
            if slow:
                slow()
            from vnkp.store import (
                parse,  # tomli and the checks of form are not needed when the cache answers
            )

            whole = parse.read(data, place.name)
            cache.put(kept, whole)
            book = cache.narrowed(whole, within) if within else whole
    finally:
        if collecting:
            gc.enable()
    return book


def contents(path: Path) -> bytes:
    """The bytes of the file at *path*; raise `FileError` when it is no file, too large, or may not be read."""
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise FileError(str(path), "this is a folder", "name the TOML file in it")
        if not stat.S_ISREG(status.st_mode):
            raise FileError(str(path), "this is no ordinary file", "name a TOML file")
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size / 2**20:.0f} MB"
            raise FileError(
                str(path),
                f"this is {size}, and vnkp reads up to {MAX_BYTES // 2**20} MB",
                "name a smaller file",
            )
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise FileError(
            str(path), reason(error), "name a file that can be read, with --data or VNKP_DATA"
        ) from None


def reason(error: OSError) -> str:
    """What the system says of *error*, in its own words, without its number."""
    return (error.strerror or str(error) or type(error).__name__).lower()
