"""Parsed stores, kept as msgpack in the user's cache folder.

An entry is named by a hash of the store's bytes and of the model. It begins with a checksum of its
name and content, and the length of its content, so that it may be deleted, renamed and damaged at
will: what does not match is read again from the TOML. A folder that others can write to is not
used. Nothing here ever raises: without a cache vnkp is slower, not wrong.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from vnkp.errors import VnkpError
from vnkp.model import facts as model
from vnkp.model.facts import Book
from vnkp.store import atomic, lazy_book
from vnkp.version import __version__

try:
    from _blake2 import blake2b  # hashlib loads all of OpenSSL first
except ImportError:
    from hashlib import blake2b

Value = TypeVar("Value", bound=msgspec.Struct)

# The header of an entry is the CRC-32 of its name and content and the length of its content:
#     bytes 0–3    4     5 6 7 8 9 10 11    12 …
#     checksum     length, big-endian       content: the book as msgpack
_CHECKSUM_SIZE, _LENGTH_SIZE = 4, 8
_MAX_STORES = 8  # each has up to four entries: its book, and what `derived` keeps beside it
_SUFFIX, _PART = ".msgpack", ".part"
_OWN_NAME = r"[0-9a-f]{32}(?:\.[a-z]+)?(?:\.msgpack|\.[0-9a-f]{16}\.part)"
_ABANDONED = 3600  # seconds after which a part is no longer being written


def model_fingerprint(names: Mapping[str, Any]) -> str:
    """The fields and defaults of the structs among *names*, and the values of the closed sets.

    Two models that would read one entry differently have different fingerprints: when a fact is
    decoded, it is too late to read the TOML instead.
    """
    kinds = [kind for kind in names.values() if isinstance(kind, type)]
    structs = [kind for kind in kinds if issubclass(kind, msgspec.Struct)]
    closed_sets = [kind for kind in kinds if issubclass(kind, Enum)]
    lines = [
        f"{kind.__name__} {kind.__struct_encode_fields__} {kind.__struct_defaults__}"
        for kind in structs
    ]
    lines += [f"{kind.__name__} {[member.value for member in kind]}" for kind in closed_sets]
    return "\n".join(lines)


_VERSION = blake2b(
    f"{__version__} {msgspec.__version__} {model_fingerprint(vars(model))}".encode(), digest_size=16
).digest()


def folder() -> Path | None:
    """The user's cache folder for vnkp (XDG, or the platform's own); None without a home."""
    chosen, home = os.environ.get("XDG_CACHE_HOME", ""), os.environ.get("HOME", "")
    if os.path.isabs(chosen):
        return Path(chosen, "vnkp")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local, "vnkp", "Cache") if os.path.isabs(local) else None
    if not os.path.isabs(home):
        return None
    return (
        Path(home, "Library", "Caches", "vnkp")
        if sys.platform == "darwin"
        else Path(home, ".cache", "vnkp")
    )


def entry_path(pieces: Iterable[bytes]) -> Path | None:
    """Where the `Book` of a store of these bytes is kept; None if there is no cache folder."""
    digest = blake2b(digest_size=16, key=_VERSION)
    for piece in pieces:
        digest.update(piece)
    cache_folder = folder()
    return cache_folder / (digest.hexdigest() + _SUFFIX) if cache_folder else None


def get(path: Path | None) -> Book | None:
    """The `Book` kept at *path*; None if nothing is kept there, or if it is damaged.

    It knows its *entry*, beside which `derived` keeps what is made of it.
    """
    book = _read(path, lazy_book.decode)
    if book is not None:
        book.__dict__["entry"] = path
    return book


def _read(path: Path | None, decode: Callable[[bytes], Value]) -> Value | None:
    if path is None:
        return None
    try:
        status = os.lstat(path)
        is_own_file = stat.S_ISREG(status.st_mode) and _is_owned(status)
        if not (is_own_file and _is_own_folder(path.parent)):  # what others put there
            return None
        with open(path, "rb") as file:
            header = file.read(_CHECKSUM_SIZE + _LENGTH_SIZE)
            length = int.from_bytes(header[_CHECKSUM_SIZE:], "big")
            if os.fstat(file.fileno()).st_size != len(header) + length:
                return None
            content = file.read()
        if header != _header(path.name, content):
            return None
        return decode(content)
    except (OSError, ValueError, LookupError, VnkpError, RecursionError, MemoryError):
        return None  # the errors of msgspec are ValueErrors


def derived(book: Book, kind: type[Value], derive: Callable[[Book], Value]) -> Value:
    """What *derive* makes of *book*, made once: it is kept with the book and beside its entry."""
    name = kind.__name__
    if name not in book.__dict__:
        entry = book.__dict__.get("entry")
        path = entry.with_suffix(f".{name.lower()}{_SUFFIX}") if entry else None
        value = _read(path, partial(msgspec.msgpack.decode, type=kind))
        if value is None:
            value = derive(book)
            _write(path, msgspec.msgpack.encode, value)
        book.__dict__[name] = value
    return cast("Value", book.__dict__[name])


def _is_own_folder(path: Path) -> bool:
    """Whether *path* is a folder of this user, no link, into which nobody else can write."""
    status = os.lstat(path)
    shared = sys.platform != "win32" and status.st_mode & 0o022
    return stat.S_ISDIR(status.st_mode) and _is_owned(status) and not shared


def _is_owned(status: os.stat_result) -> bool:
    return sys.platform == "win32" or status.st_uid == os.getuid()


def _header(name: str, content: bytes) -> bytes:
    checksum, length = zlib.crc32(content, zlib.crc32(name.encode())), len(content)
    return checksum.to_bytes(_CHECKSUM_SIZE, "big") + length.to_bytes(_LENGTH_SIZE, "big")


def put(path: Path | None, book: Book) -> None:
    """Keep *book* at *path*, whole or not at all, and remove old entries."""
    _write(path, lazy_book.encode, book)


def _write(path: Path | None, encode: Callable[[Value], bytes], value: Value) -> None:
    if path is None:
        return
    with suppress(OSError, ValueError, OverflowError, MemoryError):
        content = encode(value)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own_folder(path.parent):
            part = path.with_suffix(f".{os.urandom(8).hex()}{_PART}")
            atomic.write_whole(str(path), _header(path.name, content) + content, str(part))
            _prune(path.parent)


def _prune(cache_folder: Path) -> None:
    """Remove all but the newest stores, and the parts that killed processes left behind."""
    own = (file for file in cache_folder.iterdir() if re.fullmatch(_OWN_NAME, file.name))
    files = sorted(((file.lstat().st_mtime, file) for file in own), reverse=True)
    # The entries of a store share its hash: 0a1b….msgpack, 0a1b….searchtexts.msgpack.
    stores = dict.fromkeys(file.name[:32] for _, file in files if file.suffix == _SUFFIX)
    newest = list(stores)[:_MAX_STORES]
    for modified, file in files:
        if file.suffix == _SUFFIX:
            is_old = file.name[:32] not in newest
        else:
            is_old = time.time() - modified > _ABANDONED
        if is_old:
            file.unlink(missing_ok=True)
