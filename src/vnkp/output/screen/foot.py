"""A page and its last lines: what signs mean, what was left out, how to go on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact
from vnkp.output import summary
from vnkp.output.formats import Context
from vnkp.output.screen import theme

# A hint does not end with one of these.
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"]
)


def list_foot(answer: FactList, context: Context) -> list[Text | str]:
    """What the signs mean, what was left out, how to go on; a picture has a caption instead."""
    lang, facts = context.lang, answer.facts
    has_signs = answer.view not in ("visits", "trade", "disputes")
    lines: list[Text | str] = [theme.legend(facts, lang) if has_signs else ""]
    if not context.picture:
        lines.append(summary.left_out(answer, lang))
    return [*lines, *last_lines(answer.book, facts, context)]


def last_lines(book: Book, facts: list[Fact], context: Context) -> list[Text | str]:
    """The last line of a list of facts."""
    lang = context.lang
    if context.picture:
        return [summary.caption(facts, lang)]
    differ = [say("differ", lang)] if any(fact.disputed for fact in facts) else []
    show = [say("show_hint", lang, words=_show_words(facts[0]))] if facts else []
    ids = [say("ids_hint", lang)] if not context.ids and context.width < theme.IDS else []
    return [" · ".join([*differ, *show, *ids])]


def _show_words(fact: Fact) -> str:
    """The beginning of an id as words: 1958 kim il sung."""
    words = fact.id.split("-")[:4]
    while len(words) > 2 and words[-1] in _SMALL_WORDS:
        words.pop()
    return " ".join(words)


def page(
    title: RenderableType, *parts: RenderableType | None, foot: Iterable[Text | str] = ()
) -> Group:
    """A title line, what is shown, and last lines that say what next."""
    shown = [part for part in parts if part is not None]
    ending = [_Hints(line) if isinstance(line, str) else line for line in foot if str(line)]
    return Group(title, Text(), *shown, *([Text()] if ending else []), *ending)


class _Hints(NamedTuple):
    """Dim *words*, broken where a dot stands between two hints if they do not fit a line."""

    words: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line, *others = self.words.split(" · ")
        for hint in others:
            if cell_len(f"{line} · {hint}") > options.max_width:
                yield theme.dim(line)
                line = hint
            else:
                line += f" · {hint}"
        yield theme.dim(line)
