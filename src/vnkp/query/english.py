"""English words without their endings: die, dies, died and dying are one word."""

from __future__ import annotations

_MIN_STEM = 3
_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")
_UNCHANGED = ("news", "goods")
_IRREGULAR = (
    "begin began begun", "bring brought", "build built", "buy bought", "come came",
    "fall fell fallen", "fight fought", "fly flew flown flies", "give gave given",
    "go goes went gone", "hold held", "lead led", "leave left", "lend lent", "make made",
    "man men", "meet met", "pay paid", "sell sold", "send sent", "speak spoke spoken",
    "take took taken", "teach taught", "woman women", "write wrote written",
)  # fmt: skip


def inflections(word: str) -> list[str]:
    """The forms of the English *word*, itself first; some may be no words at all.

    >>> inflections("died")
    ['died', 'die', 'dies', 'dying']
    """
    if not (word.isascii() and word.isalpha()) or len(word) < _MIN_STEM or word in _UNCHANGED:
        return [word]
    stems = _stems(word)
    forms = [form for stem in stems or [word] for form in _endings(stem)]
    forms += [f"{word}s"] if word.endswith("ing") else []
    for family in _IRREGULAR:
        if not {word, *stems}.isdisjoint(family.split()):
            forms += family.split()
    return list(dict.fromkeys([word, *forms]))


def _stems(word: str) -> list[str]:
    """What *word* may be a form of; nothing if it has no ending."""
    stems: list[str] = []
    if word.endswith(("ies", "ied")):
        stems += [word[:-3] + "y", word[:-1]]
    elif word.endswith("ying"):
        stems += [word[:-4] + "ie", word[:-3]]
    elif word.endswith(("ed", "ing")):
        stem = word.removesuffix("ed").removesuffix("ing")
        stems += [stem, stem + "e", stem[:-1] if stem.endswith(_DOUBLED) else stem]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        stems += [
            word[:-1],
            word[:-2] if word.endswith(("ses", "xes", "ches", "shes")) else word[:-1],
        ]
    return [stem for stem in dict.fromkeys(stems) if len(stem) >= _MIN_STEM]


def _endings(stem: str) -> list[str]:
    """*stem* with each ending that it may take."""
    if stem.endswith("ie"):
        return [stem, f"{stem}s", f"{stem}d", f"{stem[:-2]}ying"]
    if stem.endswith("e"):
        return [stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"]
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return [stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"]
    plural = f"{stem}es" if stem.endswith(("s", "x", "ch", "sh")) else f"{stem}s"
    doubled = [f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing"] if stem[-1] in "bdgmnprt" else []
    return [stem, plural, f"{stem}ed", f"{stem}ing", *doubled]
