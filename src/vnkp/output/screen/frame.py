"""What frames a screen: its title line or card, and last lines that say what next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import Answer, FactList
from vnkp.i18n.labels import KINDS, label
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang
from vnkp.output import titles
from vnkp.output.formats import Context
from vnkp.output.kind_looks import KIND_LOOKS
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Column, Row, listing


def page(title: RenderableType, *parts: RenderableType, foot: Iterable[Text | str] = ()) -> Group:
    """A title line, what is shown, and last lines that say what next."""
    lines = [theme.dim(line) if isinstance(line, str) else line for line in foot if line]
    return Group(title, Text(), *parts, *([Text()] if lines else []), *lines)


def heading(answer: Answer, lang: Lang) -> Text:
    """The title of *answer* and how much it has."""
    count = titles.short_count(answer, lang)
    title = (titles.title(answer, lang), theme.BOLD)
    return Text.assemble(title, (f" · {count}" if count else "", theme.DIM))


def card(title: Text, values: Mapping[str, Sequence[Text]], context: Context) -> Group:
    """A title, and the lines of values, by the phrases that name them; empty ones are left out.

    Names stand beside their values, on narrow terminals above them.
    """
    rows = []
    for phrase, texts in values.items():
        lines = [text for text in texts if text.plain]
        if lines:
            rows.append(Row([theme.dim(say(phrase, context.lang)), lines[0]], lines[1:]))
    table = listing([Column(), Column(wraps=True)], rows, context, apart=False)
    return Group(title, Text(), table) if rows else Group(title)


def legend(facts: Iterable[Fact], context: Context) -> Text:
    """What the signs of *facts* mean, each beside its name; nothing where all are of one kind."""
    signs_of: dict[Kind, set[str]] = {}  # visits have two
    for fact in facts:
        signs_of.setdefault(fact.kind, set()).add(theme.plain_sign(fact))
    if len(signs_of) < 2:
        return Text()
    signs = [
        Text.assemble(
            ("".join(sorted(signs_of[kind])), KIND_LOOKS[kind].colour),
            (f" {label(KINDS[kind], context.lang)}", theme.DIM),
        )
        for kind in Kind
        if kind in signs_of
    ]
    return Text("\n").join(_wrapped(signs, "  ", context.width))


def _wrapped(parts: Iterable[Text], gap: str, width: int) -> list[Text]:
    """*parts* in lines of *width*, broken only between two of them."""
    lines: list[Text] = []
    for part in parts:
        if lines and lines[-1].cell_len + len(gap) + part.cell_len <= width:
            lines[-1] = lines[-1] + gap + part
        else:
            lines.append(part)
    return lines


def list_page(
    answer: FactList, body: RenderableType, context: Context, *, has_signs: bool = True
) -> Group:
    """A list of facts: its title, *body*, what the signs mean, what was left out, how to go on."""
    facts = [match.fact for match in (*answer.matches, *answer.near)]
    signs = legend(facts, context) if has_signs else Text()
    listed = [match.fact for match in (*answer.closer, *answer.matches)]
    last = last_lines(listed, context, titles.left_out(answer, context.lang))
    return page(heading(answer, context.lang), body, foot=(signs, last))


def last_lines(facts: Sequence[Fact], context: Context, left_out: str = "") -> Text:
    """The last lines of a list of facts, broken between two hints; a picture has a caption."""
    lang = context.lang
    if context.picture:
        return hint_lines(titles.caption(facts, lang), context)
    show_hints = (say("show_hint", lang, id=fact.id) for fact in facts)
    fitting = (hint for hint in show_hints if cell_len(hint) <= context.width)
    has_ids = context.ids or theme.id_width((fact.id for fact in facts), context)
    hints = [
        say("differ", lang) if any(fact.disputed for fact in facts) else "",
        next(fitting, "") or (say("show_hint", lang, id=facts[0].id) if facts else ""),
        "" if has_ids else say("ids_hint", lang),
        left_out,
    ]
    return hint_lines(" · ".join(filter(None, hints)), context)


def hint(phrase: str, context: Context, **values: object) -> str:
    """What to type next; nothing in a picture, whose readers have no command line."""
    return "" if context.picture else say(phrase, context.lang, **values)


def hint_lines(hints: str, context: Context) -> Text:
    """Dim *hints*, broken only where a dot stands between two of them."""
    lines = _wrapped(map(Text, hints.split(" · ")), " · ", context.width)
    return Text("\n", theme.DIM).join(lines)
