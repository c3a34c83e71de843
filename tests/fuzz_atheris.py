"""Coverage-guided fuzzing of reading, checking and every format: ``python tests/fuzz_atheris.py``.

atheris changes bytes of the small store so that code is reached that no input reached before.
The arguments are those of libFuzzer: ``-runs=200000``, a folder for what was found. Whatever is
raised but a `VnkpError` is a fault, and is written to a file ``crash-…``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

with atheris.instrument_imports(include=["vnkp"]):
    import vnkp
    from vnkp import lint
    from vnkp.answers import AidTotals, FactCards, FactList, People
    from vnkp.errors import StoreError, VnkpError
    from vnkp.i18n.errors import message
    from vnkp.model.facts import Book
    from vnkp.model.fields import Lang
    from vnkp.output import formats
    from vnkp.output.formats import Context
    from vnkp.query.people import summarize_people
    from vnkp.query.search.word_search import find_words
    from vnkp.query.selection import match_facts
    from vnkp.query.totals import aid_totals
    from vnkp.store import parser

SEED = Path(__file__).parent / "data" / "small.toml"
_WORDS = ("kim", "rice 2001", '"gạo"', "minister", "1961")


def examine(data: bytes) -> None:
    """Read *data*, check it, and draw all answers from it in a language and width that it names."""
    lang: Lang = get_args(Lang)[len(data) % 2]
    found = lint.examine(data, "x.toml")
    if found.problems:
        message(StoreError("x.toml", found.problems), lang)
    try:
        book = parser.read(data, "x.toml")
        render(book, lang, 20 + len(data) % 200)
    except VnkpError as error:
        message(error, lang)


def render(book: Book, lang: Lang, width: int) -> None:
    query = vnkp.Query(lang=lang)
    matches = tuple(match_facts(book, query))
    totals = tuple(aid_totals(book, query, "decade"))
    people = tuple(summarize_people(book))
    answers = [
        *(
            FactList(book=book, query=query, matches=matches, total=len(matches), view=view)
            for view in ("list", "timeline", "visits", "trade", "disputes")
        ),
        FactCards(book=book, query=query, facts=tuple(book.facts)),
        AidTotals(
            book=book,
            query=query,
            totals=totals,
            total=len(totals),
            group="decade",
            explain=True,
            without_figure=(),
        ),
        People(book=book, query=query, people=people, total=len(people), named=False),
    ]
    context = Context(lang=lang, width=width)
    for answer in answers:
        for name in formats.formats_for(answer):
            if name not in ("ics", "sqlite"):  # the libraries that write them cost too much here
                formats.render(answer, name, context)
    find_words(book, _WORDS[width % len(_WORDS)], book.facts)


def main() -> None:
    """Fuzz, beginning with the small store, as the command line says."""
    data = SEED.read_bytes()
    head, *facts = data.split(b"\n[[fact]]")

    def mutate(old: bytes, size: int, seed: int) -> bytes:
        # Half of the time from a store of few facts, so that what is broken is soon read.
        if seed % 64 == 0:
            old = head + b"\n[[fact]]" + facts[seed // 64 % len(facts)]
        mutated: bytes = atheris.Mutate(old, size)
        return mutated

    atheris.Setup([sys.argv[0], "-max_len=8192", *sys.argv[1:]], examine, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
