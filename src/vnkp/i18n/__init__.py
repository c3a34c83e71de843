"""What people read, in both languages: dates, numbers, labels and messages."""

from __future__ import annotations

from vnkp.model.fields import Lang

Texts = tuple[str, str]  # in English and in Vietnamese


def text_in(lang: Lang, texts: Texts) -> str:
    """The one of *texts* that is in *lang*."""
    return texts[1] if lang == "vi" else texts[0]
