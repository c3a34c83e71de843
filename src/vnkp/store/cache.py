"""Parsed stores, kept as msgpack in the user's cache folder.

An entry is named by the hash of the store's bytes and of what the model looks like, and begins with the length and the
checksum of its own content. So it may be deleted, shared and damaged at will: what does not check out is read anew from
the TOML. Nothing here ever raises: without a cache vnkp is slower, not wrong.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from vnkp.errors import VnkpError
from vnkp.model import facts as model
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Book, Fact, Person, Source
from vnkp.model.time_window import TimeWindow
from vnkp.version import __version__

try:
    from _blake2 import blake2b  # hashlib, where it is at home, loads all of OpenSSL first
except ImportError:
    from hashlib import blake2b

_CHECKSUM, _LENGTH = 4, 8
_KEPT = 8
_SUFFIX, _PART = ".msgpack", ".part"
_LEFT_BEHIND = 3600  # seconds after which a part is no longer being written


def shape(names: Mapping[str, Any]) -> str:
    """What the fields of the structs among *names* are called, in the file and in order, and what they are when left out.

    Two models that would take one entry for different things differ in it; a type that changed cannot read what is old.
    """
    structs = [
        kind
        for kind in names.values()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    ]
    return "\n".join(
        f"{kind.__name__} {kind.__struct_encode_fields__} {kind.__struct_defaults__}"
        for kind in structs
    )


_VERSION = blake2b(
    f"{__version__} {msgspec.__version__} {shape(vars(model))}".encode(), digest_size=16
).digest()


def folder() -> Path | None:
    """The user's cache folder for vnkp (XDG, or the platform's own); None when there is no home."""
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


def entry(data: bytes) -> Path | None:
    """Where the `Book` of a store of these bytes is kept."""
    place = folder()
    return (
        place / (blake2b(data, digest_size=16, key=_VERSION).hexdigest() + _SUFFIX)
        if place
        else None
    )


def get(path: Path | None, within: Sequence[TimeWindow] = ()) -> Book | None:
    """The `Book` kept at *path*; if *within* names windows, `narrowed` to them.

    None when nothing is kept there, or when it is damaged.
    """
    if path is None:
        return None
    try:
        if not _ours(os.stat(path)):
            return None
        with open(path, "rb") as file:
            checksum, length = file.read(_CHECKSUM), file.read(_LENGTH)
            if os.fstat(file.fileno()).st_size != _CHECKSUM + _LENGTH + int.from_bytes(
                length, "big"
            ):
                return None
            content = file.read()
        if checksum != _checksum(content):
            return None
        return _some(content, within) if within else msgspec.msgpack.decode(content, type=Book)
    except (
        OSError,
        ValueError,
        VnkpError,
        RecursionError,
        MemoryError,
    ):  # msgspec's errors are ValueErrors
        return None


class _Dated(msgspec.Struct):
    date: EdtfDate


class _Dates(msgspec.Struct):
    facts: tuple[_Dated, ...] = msgspec.field(name="fact", default=())


class _Unread(Book, frozen=True):
    """A book of which what there may be very many of is yet to be read."""

    people: dict[str, msgspec.Raw] = msgspec.field(name="person", default_factory=dict)  # type: ignore[assignment]
    sources: dict[str, msgspec.Raw] = msgspec.field(name="source", default_factory=dict)  # type: ignore[assignment]
    facts: tuple[msgspec.Raw, ...] = msgspec.field(name="fact", default=())  # type: ignore[assignment]


def narrowed(book: Book, within: Sequence[TimeWindow]) -> Book:
    """*book* with those facts alone that meet one of the windows *within*, and the people and the sources that they name."""
    facts = tuple(fact for fact in book.facts if _meets(fact.date, within))
    return _with(book, facts, lambda person: person, lambda source: source)


def _some(content: bytes, within: Sequence[TimeWindow]) -> Book:
    """The book in *content*, `narrowed`; what is left out is passed over, which takes no time."""
    dates = msgspec.msgpack.decode(content, type=_Dates).facts
    unread = msgspec.msgpack.decode(content, type=_Unread)
    met = [raw for raw, one in zip(unread.facts, dates, strict=True) if _meets(one.date, within)]
    facts = tuple(map(msgspec.msgpack.Decoder(Fact).decode, met))
    return _with(
        unread,
        facts,
        msgspec.msgpack.Decoder(Person).decode,
        msgspec.msgpack.Decoder(Source).decode,
    )


def _meets(when: EdtfDate, within: Sequence[TimeWindow]) -> bool:
    return any(window.match(when) for window in within)


def _with(
    book: Book, facts: tuple[Fact, ...], person: Callable[[Any], Any], source: Callable[[Any], Any]
) -> Book:
    """*book* with *facts*, the people that they name, each read with *person*, and the sources, each read with *source*."""
    people = {one.who for fact in facts for one in fact.people}
    sources = {cite.source for fact in facts for cite in fact.all_cites}
    read = {
        "facts": facts,
        "people": {key: person(one) for key, one in book.people.items() if key in people},
        "sources": {key: source(one) for key, one in book.sources.items() if key in sources},
    }
    return Book(**{name: read.get(name, getattr(book, name)) for name in Book.__struct_fields__})


def _ours(status: os.stat_result) -> bool:
    """Whether it is an ordinary file, and nobody else's, whose content is not ours to trust."""
    return stat.S_ISREG(status.st_mode) and (
        sys.platform == "win32" or status.st_uid == os.getuid()
    )


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECKSUM, "big")


def put(path: Path | None, book: Book) -> None:
    """Keep *book* at *path*, whole or not at all, and let old entries go."""
    if path is None:
        return
    try:
        content = msgspec.msgpack.encode(book)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, _checksum(content) + len(content).to_bytes(_LENGTH, "big") + content)
        _tidy(path.parent)
    except (OSError, ValueError, OverflowError, MemoryError):
        pass


def _write(path: Path, content: bytes) -> None:
    part = path.with_suffix(f".{os.urandom(8).hex()}{_PART}")
    try:
        with open(part, "xb") as file:
            file.write(content)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _tidy(place: Path) -> None:
    """Remove all but the newest entries, and what writers that died left behind."""
    found = sorted(((file.stat().st_mtime, file) for file in place.iterdir()), reverse=True)
    entries = [file for _, file in found if file.suffix == _SUFFIX]
    parts = [
        file for age, file in found if file.suffix == _PART and time.time() - age > _LEFT_BEHIND
    ]
    for file in entries[_KEPT:] + parts:
        file.unlink(missing_ok=True)
