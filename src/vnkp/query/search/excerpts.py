"""What a search found where a row does not show it: words of the note, an office and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnkp.i18n.labels import label, source_publisher
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.query.search.search_results import SearchResult
from vnkp.query.search.search_texts import Field, own_texts, shared_tables, spaced_words
from vnkp.query.search.term_matches import Matcher, WordMatch
from vnkp.text import fold

_WORDS_AROUND = 6
_LONGEST = 5  # words in which what is looked for must be found
# A row has the sign of its kind, and its title says the same in both languages.
_IN_EVERY_ROW = (Field.TITLE, Field.KIND)


class Excerpts:
    """Where *search* found its words in facts of *book*, told in *lang*."""

    def __init__(self, book: Book, search: SearchResult, lang: Lang) -> None:
        self._book = book
        self._lang = lang
        # Most facts name the two countries: beside other words that explains nothing.
        self._matchers = {
            index: Matcher(term.spellings, term.beginnings)
            for index, term in enumerate(search.terms)
            if len(search.terms) == 1 or not term.is_side
        }
        self._matches = {hit.fact.id: hit.matches for hit in (*search.hits, *search.near)}

    def beside(self, fact: Fact, row: str) -> list[tuple[Field, str]]:
        """Where *fact* has the words that its *row* does not show, with the words around them.

        A person, a place and the like are given whole. Empty for a fact that was found in another
        way, as without accents.
        """
        known = spaced_words([row], fold)
        excerpts = []
        for index, match in enumerate(self._matches.get(fact.id, ())):
            matcher = self._matchers.get(index)
            if match and matcher and match.field not in _IN_EVERY_ROW and not matcher.locate(known):
                texts = self._texts(fact, match)
                text = texts[0] if match.key is not None else _around(texts, matcher)
                folded = spaced_words([text], fold)
                if folded not in known:
                    excerpts.append((match.field, text))
                    known += folded
        return excerpts

    def _texts(self, fact: Fact, match: WordMatch) -> list[str]:
        """The texts in which *match* may be, those in the language of the row first."""
        book, lang, key = self._book, self._lang, match.key
        if key is None:
            langs: tuple[Lang, Lang] = ("vi", "en") if lang == "vi" else ("en", "vi")
            return own_texts(book, fact, match.field, langs)
        entry = shared_tables(book)[match.field][key]
        if match.field is Field.SOURCE:
            return [f"{source_publisher(book, entry, lang)}, {entry.title}"]
        name = label(entry, lang)
        if match.field is Field.OFFICE:
            holder = next(who.who for who in fact.people if key in who.offices)
            name = f"{label(book.people[holder], lang)}, {name}"
        return [name]


def _around(texts: Sequence[str], matcher: Matcher) -> str:
    """The first of *texts* that has what *matcher* finds, cut to the words around that."""
    text = next((text for text in texts if matcher.locate(spaced_words([text], fold))), texts[0])
    words = re.findall(r"\S+", text)
    ends = (
        end
        for end in range(1, len(words) + 1)
        if matcher.locate(spaced_words([" ".join(words[max(end - _LONGEST, 0) : end])], fold))
    )
    index = next(ends, 1) - 1
    first, last = max(index - _WORDS_AROUND, 0), index + _WORDS_AROUND + 1
    before, after = "… " if first else "", " …" if last < len(words) else ""
    return before + " ".join(words[first:last]) + after
