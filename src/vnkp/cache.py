"""Parsed stores, kept as msgpack in the user's cache folder.

An entry is named by the hash of the store's bytes and of the model's version, and begins with the hash of its own
content. So it may be deleted, shared and damaged at will: what does not check out is read anew from the TOML.
Nothing here ever raises: without a cache vnkp is slower, not wrong.
"""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from pathlib import Path

import msgspec

from vnkp import __version__
from vnkp.model import SCHEMA, Book

_DIGEST = 16
_KEPT = 8
_SUFFIX = ".msgpack"
_FORMAT = f"{__version__}/{SCHEMA}/{msgspec.__version__}".encode()


def folder() -> Path | None:
    """The user's cache folder for vnkp (XDG, or the platform's own); None when there is no home."""
    if os.environ.get("XDG_CACHE_HOME", "").startswith("/"):
        return Path(os.environ["XDG_CACHE_HOME"], "vnkp")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local, "vnkp", "Cache") if local else None
    home = os.environ.get("HOME")
    if not home:
        return None
    return Path(home, "Library", "Caches", "vnkp") if sys.platform == "darwin" else Path(home, ".cache", "vnkp")


def entry(data: bytes) -> Path | None:
    """Where the `Book` of a store of these bytes is kept."""
    place = folder()
    name = blake2b(data, digest_size=_DIGEST, key=_FORMAT).hexdigest()
    return place / (name + _SUFFIX) if place else None


def get(path: Path | None) -> Book | None:
    """The `Book` kept at *path*; None when there is none, or when it is damaged."""
    if path is None:
        return None
    try:
        with open(path, "rb") as file:
            if _foreign(os.fstat(file.fileno())):
                return None
            digest, content = file.read(_DIGEST), file.read()
        if blake2b(content, digest_size=_DIGEST).digest() != digest:
            return None
        return msgspec.msgpack.decode(content, type=Book)
    except (OSError, ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return None


def _foreign(status: os.stat_result) -> bool:
    """Whether somebody else owns the file, so that its content is not ours to trust."""
    return hasattr(os, "getuid") and status.st_uid != os.getuid()


def put(path: Path | None, book: Book) -> None:
    """Keep *book* at *path*, whole or not at all, and let the oldest entries go."""
    if path is None:
        return
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        content = msgspec.msgpack.encode(book)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(part, "xb") as file:
            file.write(blake2b(content, digest_size=_DIGEST).digest() + content)
        os.replace(part, path)
        _tidy(path.parent)
    except (OSError, ValueError, OverflowError):
        _remove(part)


def _tidy(place: Path) -> None:
    """Remove all but the newest entries, and what writers that died left behind."""
    entries = sorted(((file.stat().st_mtime, str(file)) for file in place.glob("*.*")), reverse=True)
    parts = [(age, name) for age, name in entries if name.endswith(".part")]
    whole = [(age, name) for age, name in entries if name.endswith(_SUFFIX)]
    newest = entries[0][0] if entries else 0
    for _, name in whole[_KEPT:] + [(age, name) for age, name in parts if newest - age > 3600]:
        _remove(Path(name))


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        pass
