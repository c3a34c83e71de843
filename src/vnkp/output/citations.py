"""Sources as citations: plain text, BibLaTeX, CSL-JSON (Citation Style Language 1.0.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from vnkp.i18n.labels import language
from vnkp.i18n.sources import cited
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import SourceKind
from vnkp.model.facts import Book, Lang, Source
from vnkp.output import json

if TYPE_CHECKING:
    from rich.text import Text

# What babel and polyglossia call the languages of sources.
_BABEL = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "id": "indonesian", "it": "italian",
    "ja": "japanese", "ko": "korean", "ru": "russian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
_CSL_TYPES = {
    SourceKind.PRESS: "article-newspaper",
    SourceKind.ARCHIVE: "document",
    SourceKind.SCHOLARLY: "document",
    SourceKind.OFFICIAL: "webpage",
    SourceKind.REFERENCE: "entry-encyclopedia",
    SourceKind.BLOG: "post-weblog",
}


def text(book: Book, keys: Sequence[str], lang: Lang) -> str:
    """One line for each source."""
    return "".join(f"{cited(book, key, lang)}\n" for key in keys)


def bibtex(book: Book, keys: Sequence[str], lang: Lang) -> str:
    """BibLaTeX entries; dates are EDTF, which BibLaTeX reads."""
    return "\n".join(_entry(key, book.sources[key], lang) for key in keys)


def _entry(key: str, source: Source, lang: Lang) -> str:
    fields = {
        "title": f"{{{_latex(source.title)}}}",  # braced twice, so that no style changes its capitals
        "organization": f"{{{_latex(source.publisher)}}}",  # braced twice, so that "and" does not make two of it
        "date": source.published.text if source.published else "",
        "url": _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", source.url or ""),
        "language": _latex(language(source.lang, lang)),
        "langid": _BABEL.get(source.lang, ""),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{'online' if source.url else 'misc'}{{{key},", *lines, "}"]) + "\n"


# BibTeX counts braces before LaTeX sees a backslash, so that a brace may not be written as one.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_UNSAFE = re.compile(r"[{}\\ ]")  # the rest of an address is read as it stands


def _latex(words: str) -> str:
    return "".join(_LATEX.get(char, char) for char in words)


def csl_json(book: Book, keys: Sequence[str], lang: Lang) -> str:
    """CSL-JSON, as Zotero, pandoc and citeproc read it."""
    return json.json(csl(book, keys), indent=True)


def csl(book: Book, keys: Sequence[str]) -> list[dict[str, Any]]:
    """CSL-JSON items."""
    return [_item(key, book.sources[key]) for key in keys]


def _item(key: str, source: Source) -> dict[str, Any]:
    kind = _CSL_TYPES[source.kind]
    name = (
        "container-title"
        if kind in ("article-newspaper", "entry-encyclopedia", "post-weblog")
        else "publisher"
    )
    made: dict[str, Any] = {
        "id": key,
        "type": kind,
        "title": source.title,
        name: source.publisher,
        "language": source.lang,
    }
    if source.published:
        made["issued"] = _issued(source.published)
    if source.url:
        made["URL"] = source.url
    return made


def _issued(when: EdtfDate) -> dict[str, Any]:
    """A CSL date: as many parts as are known, two of them for a span or a decade, "circa" for what is not certain."""
    start, end = when.ends
    parts = [_parts(start)]
    if when.precision == "decade":
        parts.append([start.earliest.year + 9])
    elif end and end is not start:
        parts.append(_parts(end))
    doubtful = start.mark or (end and end.mark) or when.precision == "decade"
    return {"date-parts": parts, "circa": True} if doubtful else {"date-parts": parts}


def _parts(when: EdtfDate) -> list[int]:
    known = {"day": 3, "month": 2}.get(when.precision, 1)
    return [when.earliest.year, when.earliest.month, when.earliest.day][:known]


def drawn(written: str) -> Text:
    """*written* for a terminal."""
    from rich.text import Text

    return Text(written.rstrip("\n"))


STYLES: dict[str, Callable[[Book, Sequence[str], Lang], str]] = {
    "text": text,
    "bibtex": bibtex,
    "csl-json": csl_json,
}
