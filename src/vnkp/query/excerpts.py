"""What a search found where a row does not show it: words of the note, an office and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnkp.i18n import numbers
from vnkp.i18n.labels import KINDS, label, source_publisher
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.query.search_terms import Matcher, parse_terms
from vnkp.query.search_texts import Field, spaced_words
from vnkp.query.word_finder import WordMatch
from vnkp.text import fold

_WORDS_AROUND = 6
_LONGEST = 5  # words in which what is looked for must be found


def excerpt(book: Book, fact: Fact, word: str, match: WordMatch, lang: Lang) -> str:
    """The words around *word* where *match* has it in *fact*, in *lang* if it is there too.

    A person, a place, an item, an office or a source is named whole.
    """
    texts = list(_texts(book, fact, match, lang))
    if match.key is not None:
        return texts[0]
    term = parse_terms(word)[0]
    matcher = Matcher(term.spellings, term.beginnings)
    text = next((text for text in texts if matcher.find(spaced_words([text], fold))), texts[0])
    return _around(text, matcher)


def _around(text: str, matcher: Matcher) -> str:
    """*text*, cut to the words around the first that *matcher* finds."""
    words = re.findall(r"\S+", text)
    ends = (
        end
        for end in range(1, len(words) + 1)
        if matcher.find(spaced_words([" ".join(words[max(end - _LONGEST, 0) : end])], fold))
    )
    index = next(ends, 1) - 1
    first, last = max(index - _WORDS_AROUND, 0), index + _WORDS_AROUND + 1
    before, after = "… " if first else "", " …" if last < len(words) else ""
    return before + " ".join(words[first:last]) + after


def _texts(book: Book, fact: Fact, match: WordMatch, lang: Lang) -> Iterator[str]:
    """The texts in which *match* may be, those in *lang* first."""
    langs: tuple[Lang, Lang] = ("vi", "en") if lang == "vi" else ("en", "vi")
    key = match.key or ""
    match match.field:
        case Field.PERSON:
            yield label(book.people[key], lang)
        case Field.PLACE:
            yield label(book.places[key], lang)
        case Field.ITEM:
            yield label(book.items[key], lang)
        case Field.OFFICE:
            yield label(book.offices[key], lang)
        case Field.SOURCE:
            source = book.sources[key]
            yield f"{source_publisher(book, source, lang)}, {source.title}"
        case Field.TITLE:
            yield from (label(fact, language) for language in langs)
        case Field.KIND:
            yield label(KINDS[fact.kind], lang)
        case Field.FIGURE:
            for language in langs:
                for figure in fact.all_figures:
                    yield numbers.figure(figure, book, language)
        case Field.NOTE:
            notes = [fact.note, *(variant.note for variant in fact.variants)]
            yield from (label(note, language) for language in langs for note in notes if note)
