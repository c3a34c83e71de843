"""Sources as entries for LaTeX: BibLaTeX, and BibTeX as plain.bst and natbib read it."""

from __future__ import annotations

import re

from vnkp.answers import Answer
from vnkp.i18n import dates
from vnkp.i18n.labels import SOURCE_KINDS, label, publisher_name, source_publisher
from vnkp.i18n.messages import say
from vnkp.i18n.sources import in_language
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Source
from vnkp.model.fields import Lang
from vnkp.output.citations import (
    INSTITUTIONAL,
    cited_sources,
    differing_note,
    safe_address,
)
from vnkp.output.formats import Context
from vnkp.text import fold

# What babel and polyglossia call the languages of sources.
_BABEL = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "id": "indonesian",
    "it": "italian", "ja": "japanese", "ko": "korean", "ru": "russian", "vi": "vietnamese",
    "zh": "chinese",
}  # fmt: skip
# BibTeX counts braces before LaTeX sees a backslash: a brace may not be written as one.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
# TeX prints straight quotation marks as closing ones. Those at the start of a word open.
_OPENING_QUOTE = re.compile(r"(^|[\s(\[{“‘–—/-])(?:\"|'(?=[^']*\S'))")


def biblatex(answer: Answer, context: Context) -> str:
    """BibLaTeX entries; dates are EDTF, which BibLaTeX reads."""
    cited, lang = cited_sources(answer), context.lang
    entries = []
    for key in cited.keys:
        source = cited.book.sources[key]
        publisher = source_publisher(cited.book, source, lang)
        author = "author" if source.kind in INSTITUTIONAL else "organization"
        has_label = author == "organization" or not source.published
        fields = {
            author: f"{{{_latex(publisher)}}}",  # braced twice: "and" does not part it
            "title": f"{{{_latex(source.title)}}}",  # likewise: no style changes its capitals
            "date": _biblatex_date(source.published) if source.published else "",
            "url": _address(source),
            "langid": _BABEL.get(source.lang, ""),
            "note": _latex(differing_note(cited, key, lang)),
            # Not "language": styles look that up among the languages that they have words for.
            "addendum": _latex(in_language(source, lang)),
            "label": _initials(publisher) if has_label else "",
        }
        entries.append(_bib_entry("online" if source.url else "misc", key, fields))
    return "\n".join(entries)


def bibtex(answer: Answer, context: Context) -> str:
    """Entries for BibTeX itself, with no more fields than its styles know."""
    cited, lang = cited_sources(answer), context.lang
    entries = []
    for key in cited.keys:
        source = cited.book.sources[key]
        publisher = publisher_name(cited.book, source.publisher, lang)
        published_as = [label(SOURCE_KINDS[source.kind], lang), in_language(source, lang)]
        if source.via:
            carrier = publisher_name(cited.book, source.via, lang)
            published_as.insert(0, say("via", lang, name=carrier))
        month, year = _bibtex_date(source.published, lang)
        notes = [_latex(_address(source)), _latex(differing_note(cited, key, lang))]
        fields = {
            "author": f"{{{_latex(publisher)}}}",
            "title": f"{{{_latex(source.title)}}}",
            "howpublished": _latex(", ".join(published_as)),
            "month": month,
            "year": _latex(year),
            "note": ", ".join(note for note in notes if note),
        }
        entries.append(_bib_entry("misc", key, fields))
    return "\n".join(entries)


def _bib_entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """An entry of those of *fields* that are not empty."""
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def _biblatex_date(date: EdtfDate) -> str:
    """*date* as BibLaTeX reads it, which has no one-of dates: an uncertain span."""
    start, end = date.ends
    if not (date.is_one_of and end):
        return date.text
    return f"{start.text.rstrip('~?%')}?/{end.text.rstrip('~?%')}?"


def _bibtex_date(date: EdtfDate | None, lang: Lang) -> tuple[str, str]:
    """Month (with the day, as "3 May") and year of *date*."""
    if date is None:
        return "", say("undated", lang)
    if re.fullmatch(r"\d{4}", date.text):
        return "", date.text
    if date.is_span or date.is_one_of or date.mark or date.precision not in ("day", "month"):
        return "", dates.date(date, lang, long=True)
    return dates.date(date, lang, long=True, year=False), f"{date.earliest.year:04}"


def _address(source: Source) -> str:
    return safe_address(source.url or "")


def _initials(publisher: str) -> str:
    """Up to four first letters of *publisher*, for the labels of alphabetic styles."""
    words = re.findall(r"[a-z0-9]+", fold(publisher))
    return "".join(word[0] for word in words[:4]).upper() or "S"


def _latex(words: str) -> str:
    """*words* as LaTeX prints them letter by letter, with quotation marks that open and close."""
    words = _OPENING_QUOTE.sub(_opened, " ".join(words.split())).replace('"', "”")
    return "".join(_LATEX.get(char, char) for char in words)


def _opened(match: re.Match[str]) -> str:
    return match[1] + ("“" if match[0].endswith('"') else "‘")
