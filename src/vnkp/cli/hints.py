"""What to write instead of words that could not be read: a line after the error's own message."""

from __future__ import annotations

from collections.abc import Sequence

# Options whose values may be several words.
_NAMED = ("--person", "--place", "--office", "--item", "--source")


def usage_hint(words: Sequence[str]) -> str:
    """What to write instead of *words*; nothing where the error's message says it."""
    for index, word in enumerate(words[:-2]):
        value = [words[index + 1]]
        for more in words[index + 2 :]:
            if more.startswith("-"):
                break
            value.append(more)
        if word in _NAMED and len(value) > 1:
            return f'put quotation marks round several words: {word} "{" ".join(value)}"'
    return ""
