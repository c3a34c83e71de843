"""A page and its last lines: what signs mean, what was left out, how to go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n.labels import KINDS, label
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang
from vnkp.output import summary
from vnkp.output.formats import Context
from vnkp.output.screen import theme

# A hint does not end with one of these.
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"]
)


class Legend(NamedTuple):
    """What signs mean; a sign is not parted from its name."""

    kinds: Sequence[Kind]
    lang: Lang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = Text()
        for kind in self.kinds:
            name = label(KINDS[kind], self.lang)
            if line and line.cell_len + cell_len(f"  s {name}") > options.max_width:
                yield line
                line = Text()
            line.append("  " if line else "").append(theme.SIGNS[kind], theme.COLOURS[kind])
            line.append(f" {name}", theme.DIM)
        yield line


def legend(facts: Iterable[Fact], lang: Lang) -> Legend | str:
    """What the signs of *facts* mean; nothing where all are of one kind."""
    kinds = {fact.kind for fact in facts}
    return Legend([kind for kind in Kind if kind in kinds], lang) if len(kinds) > 1 else ""


def list_foot(answer: FactList, context: Context) -> list[Legend | str]:
    """What the signs mean, what was left out, how to go on; a picture has a caption instead."""
    lang, facts = context.lang, answer.facts
    has_signs = answer.view not in ("visits", "trade", "disputes")
    signs = legend(facts, lang) if has_signs else ""
    return [signs, *last_lines(facts, context, summary.left_out(answer, lang))]


def last_lines(facts: list[Fact], context: Context, left_out: str = "") -> list[Legend | str]:
    """The last line of a list of facts."""
    lang = context.lang
    if context.picture:
        return [summary.caption(facts, lang)]
    hints = [say("differ", lang) if any(fact.disputed for fact in facts) else "", left_out]
    hints += [say("show_hint", lang, words=_show_words(facts[0]))] if facts else []
    hints += [say("ids_hint", lang)] if not context.ids and context.width < theme.IDS else []
    return [" · ".join(hint for hint in hints if hint)]


def _show_words(fact: Fact) -> str:
    """The beginning of an id as words: 1958 kim il sung."""
    words = fact.id.split("-")[:4]
    while len(words) > 2 and words[-1] in _SMALL_WORDS:
        words.pop()
    return " ".join(words)


def page(
    title: RenderableType, *parts: RenderableType | None, foot: Iterable[Legend | str] = ()
) -> Group:
    """A title line, what is shown, and last lines that say what next."""
    shown = [part for part in parts if part is not None]
    ending = [_Hints(line) if isinstance(line, str) else line for line in foot if line]
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
