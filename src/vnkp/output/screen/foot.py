"""The last lines of a list of facts: what its signs mean, what was left out, how to go on."""

from __future__ import annotations

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
