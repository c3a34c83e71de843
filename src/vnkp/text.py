"""Text as people type it: folded so that spellings can be compared, and fit to be shown."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

# Letters with a stroke do not decompose in Unicode: they count as letters of their own. Hyphens and
# apostrophes are dropped.
_STROKES = str.maketrans("đðɖøł", "dddol", "-‐‑‒–—'’ʻʼ`")
# Patterns stay texts: re compiles each when it is first used, and most commands use none.
HYPHEN = "[-‐‑‒–—]"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Both patterns are for decomposed text: a tone stands behind its letter. Sets of more than two
# runs of letters would take long to compile.
# hoà and hòa, thuý and thúy are the same word: two spelling rules place the tone differently.
_TONE = r"(o(?=[ae])|u(?<!qu)(?=y))([aey])(?![\u0302\u0306])([\u0300-\u0323])"
# kỷ and kỉ, quý and quí are the same word too: y ends one of one or two letters more.
_LAST_Y = (
    r"y(?![\u0300-\u0323]?\w)"
    r"(?:(?<=[hklmstv]y)(?<![\w\u0300-\u0323].y)|(?<=quy)(?<![\w\u0300-\u0323]quy))"
)
# Older texts write đ with the Icelandic or the African letter that looks like it.
_LOOKALIKES = {"ð": "đ", "ɖ": "đ", "ø": "o", "ł": "l"}
# The marks of each vowel of Vietnamese, besides tones: ă â, ê, ô ơ, ư.
_VOWEL_MARKS = {
    "a": "\u0306\u0302",
    "e": "\u0302",
    "i": "",
    "o": "\u0302\u031b",
    "u": "\u031b",
    "y": "",
}
_MAX_BEGINNING = 6  # words, as many as a name has
_COMPARED = 60  # letters of two spellings; comparing takes the cube of the time

Normalizer = Callable[[str], str]


class _CharacterMap(dict[int, str | None]):
    """A table for `str.translate`, filled with *normalize* when a character is first met."""

    def __init__(self, normalize: Normalizer) -> None:
        self._normalize = normalize

    def __missing__(self, code: int) -> str | None:
        mapped = self[code] = self._normalize(chr(code)) or None
        return mapped


def _without_marks(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char.casefold()).casefold()
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.translate(_STROKES)


def _with_vietnamese_marks(char: str) -> str:
    """*char* without the marks that Vietnamese does not have: ŏ, ŭ and ï are o, u and i."""
    letter = _LOOKALIKES.get(char, char)
    decomposed = unicodedata.normalize("NFD", letter)
    base, marks = decomposed[0], decomposed[1:]
    if letter == "đ" or (base in _VOWEL_MARKS and set(marks) <= {*_VOWEL_MARKS[base], *_TONES}):
        return letter
    return _without_marks(char)


_FOLDED = _CharacterMap(_without_marks)
_VIETNAMESE = _CharacterMap(_with_vietnamese_marks)


def fold(text: str) -> str:
    """*text* without case, accents, hyphens and apostrophes; Hangul stays whole. Idempotent."""
    return unicodedata.normalize("NFC", text.translate(_FOLDED))


def normalize_keeping_accents(text: str) -> str:
    """*text* without case, hyphens and apostrophes, Vietnamese letters as they are. Idempotent.

    The tone always stands on the same letter, y at the end of a syllable is i, and other marks
    than those of Vietnamese are dropped.
    """
    composed = unicodedata.normalize("NFC", text.casefold())
    marked = composed.translate(_VIETNAMESE)
    if not marked.isascii():
        marked = re.sub(_TONE, r"\1\3\2", unicodedata.normalize("NFD", marked))
    return unicodedata.normalize("NFC", re.sub(_LAST_Y, "i", marked))


def word_keys(text: str) -> frozenset[str]:
    """What all spellings of the words of *text* share: folded, with i for y.

    Texts without a key in common have no word in common, which is quicker told so.
    """
    return frozenset(fold(text).replace("y", "i").replace(",", " ").split())


def word_set(phrases: str) -> frozenset[str]:
    """The words and phrases in *phrases*, a comma between two, normalized with their accents."""
    return frozenset(normalize_keeping_accents(phrases).split(", "))


def has_diacritics(text: str) -> bool:
    """Whether *text* has Vietnamese accents or đ: it matches only what is written with them."""
    marked = normalize_keeping_accents(text)
    return fold(marked) != marked


def word_variants(text: str, normalize: Normalizer) -> list[str]:
    """The normalized words of *text*, one space apart: hyphens opened and, if any, closed.

    >>> word_variants("Kim Il-sung", fold)
    ['kim il sung', 'kim ilsung']
    """
    closed = " ".join(words(text, normalize))
    if not re.search(HYPHEN, text):
        return [closed] if closed else []
    opened = " ".join(words(re.sub(HYPHEN, " ", text), normalize))
    return [variant for variant in dict.fromkeys((opened, closed)) if variant]


def without_possessives(text: str) -> str:
    """*text* without the English ending 's: Kim Il Sung's, the people’s."""
    return re.sub(r"(?<=\w)['’]s\b", "", text)


def words(text: str, normalize: Normalizer) -> list[str]:
    """The normalized words of *text*, without punctuation."""
    return re.findall(r"[^\W_]+", normalize(text))


def letters(text: str) -> str:
    """The folded letters and digits of *text* alone: kimilsung."""
    return "".join(words(text, fold))


def beginnings(text: str) -> Iterator[tuple[str, str]]:
    """The first words of *text*, six of them, five, four … one, and each time what follows."""
    words = text.split(maxsplit=_MAX_BEGINNING)
    for size in range(min(_MAX_BEGINNING, len(words)), 0, -1):
        yield " ".join(words[:size]), " ".join(words[size:])


def all_normalized(texts: Iterable[str], normalize: Normalizer) -> list[str]:
    """Each of *texts*, none of which has a line end, normalized.

    All at once, which of some hundred words takes a tenth of the time.
    """
    return normalize("\n".join(texts)).split("\n")


def folded_lines(texts: Iterable[str]) -> list[str]:
    """The folded words of each of *texts*, one space apart: hyphens are opened.

    All are folded at once, which of some hundred names takes a tenth of the time.
    """
    lines = re.sub(HYPHEN, " ", "\n".join(text.replace("\n", " ") for text in texts))
    return [line.strip() for line in re.sub(r"(?:[^\w\n]|_)+", " ", fold(lines)).split("\n")]


def is_cjk(char: str) -> bool:
    """Whether *char* is of an East Asian script, which is written without spaces."""
    return char >= "\u2e80"


def nearest_spellings(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Up to *limit* of *known* that are spelt like *word*, the nearest first."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold(name)[:_COMPARED], name)
    matches = difflib.get_close_matches(fold(word)[:_COMPARED], folded, limit, 0.6)
    return [folded[match] for match in matches]


def slug(text: str) -> str:
    """*text* as an id: folded, with hyphens between its words."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def shell_quoted(text: str) -> str:
    """*text* as a shell takes it, in quotes if it has to be; letters of any alphabet stay.

    An apostrophe stands between double quotes, as all shells take it; where the text also has a
    sign that means something between these, as `shlex.quote` writes it.
    """
    if re.fullmatch(r"[\w+=:./-]+", text):
        return text
    if "'" in text and not re.search(r'["$`\\!%]', text):
        return f'"{text}"'
    return "'" + text.replace("'", "'\"'\"'") + "'"


# What nobody sees: Default_Ignorable_Code_Point of Unicode 17, and symbols that are blank.
UNSEEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u2800\U0001d159]"
)
# Formatting, halves of surrogate pairs, private use, separators of lines and paragraphs.
_INVISIBLE = ("Cf", "Cs", "Co", "Zl", "Zp")


def strip_control_characters(text: str, *, keep: str = "", invisible: str = "\ufffd") -> str:
    """*text* with U+FFFD for each control character, except those in *keep*.

    Characters that show nothing become *invisible*. If that is empty, characters that this
    Python does not know stay: a newer one may know them as letters.
    """
    if not text.isascii():
        text = re.sub(UNSEEN, invisible, text)
    if text.isprintable():
        return text
    categories = {**dict.fromkeys(_INVISIBLE, invisible), "Cc": "\ufffd"}
    if invisible:
        categories["Cn"] = invisible
    kinds = {char: unicodedata.category(char) for char in set(text).difference(keep)}
    table = {ord(char): categories[kind] for char, kind in kinds.items() if kind in categories}
    return text.translate(table) if table else text
