"""Sources as citations: plain text, BibLaTeX, CSL-JSON (Citation Style Language 1.0.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from vnkp.answers import Citations
from vnkp.i18n.labels import language, source_publisher
from vnkp.i18n.sources import citation
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import SourceKind
from vnkp.model.facts import Book, Lang
from vnkp.output.formats import Context
from vnkp.output.records import encode

# What babel and polyglossia call the languages of sources.
_BABEL = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "id": "indonesian",
    "it": "italian", "ja": "japanese", "ko": "korean", "ru": "russian", "vi": "vietnamese",
    "zh": "chinese",
}  # fmt: skip
_CSL_TYPES = {
    SourceKind.PRESS: "article-newspaper",
    SourceKind.ARCHIVE: "document",
    SourceKind.SCHOLARLY: "document",
    SourceKind.OFFICIAL: "webpage",
    SourceKind.REFERENCE: "entry-encyclopedia",
    SourceKind.BLOG: "post-weblog",
}
# BibTeX counts braces before LaTeX sees a backslash: a brace may not be written as one.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_UNSAFE_IN_ADDRESS = re.compile(r"[{}\\ ]")


def text(answer: Citations, context: Context) -> str:
    """One line for each source."""
    return "".join(f"{citation(answer.book, key, context.lang)}\n" for key in answer.keys)


def biblatex(answer: Citations, context: Context) -> str:
    """BibLaTeX entries; dates are EDTF, which BibLaTeX reads."""
    return "\n".join(_entry(answer.book, key, context.lang) for key in answer.keys)


def _entry(book: Book, key: str, lang: Lang) -> str:
    source = book.sources[key]
    publisher = source_publisher(book, source, lang)
    address = _UNSAFE_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", source.url or "")
    fields = {
        "title": f"{{{_latex(source.title)}}}",  # braced twice: no style changes its capitals
        "organization": f"{{{_latex(publisher)}}}",  # likewise: "and" does not part it
        "date": source.published.text if source.published else "",
        "url": address,
        "language": _latex(language(source.lang, lang)),
        "langid": _BABEL.get(source.lang, ""),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    kind = "online" if source.url else "misc"
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def _latex(words: str) -> str:
    return "".join(_LATEX.get(char, char) for char in words)


def csl_json(answer: Citations, context: Context) -> str:  # as every format
    """CSL-JSON, as Zotero, pandoc and citeproc read it."""
    return encode(csl_items(answer.book, answer.keys), indent=True)


def csl_items(book: Book, keys: Sequence[str]) -> list[dict[str, Any]]:
    """CSL-JSON items of the sources called *keys*."""
    return [_csl_item(book, key) for key in keys]


def _csl_item(book: Book, key: str) -> dict[str, Any]:
    source = book.sources[key]
    kind = _CSL_TYPES[source.kind]
    has_container = kind in ("article-newspaper", "entry-encyclopedia", "post-weblog")
    item: dict[str, Any] = {
        "id": key,
        "type": kind,
        "title": source.title,
        "container-title" if has_container else "publisher": source_publisher(book, source, "en"),
        "language": source.lang,
    }
    if source.published:
        item["issued"] = _csl_date(source.published)
    if source.url:
        item["URL"] = source.url
    return item


def _csl_date(date: EdtfDate) -> dict[str, Any]:
    """A CSL date: as many parts as are known, two for a span or decade, "circa" if uncertain."""
    start, end = date.ends
    parts = [_date_parts(start)]
    if date.precision == "decade":
        parts.append([start.earliest.year + 9])
    elif end and end is not start:
        parts.append(_date_parts(end))
    uncertain = start.mark or (end and end.mark) or date.precision == "decade"
    return {"date-parts": parts, "circa": True} if uncertain else {"date-parts": parts}


def _date_parts(date: EdtfDate) -> list[int]:
    known = {"day": 3, "month": 2}.get(date.precision, 1)
    return [date.earliest.year, date.earliest.month, date.earliest.day][:known]
