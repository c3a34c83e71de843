"""Words of a line that only ask, and are not looked for: when, did, ở đâu, không."""

from __future__ import annotations

import functools

from vnkp.query.line.pieces import Piece, open_phrases, set_role
from vnkp.query.word_forms import is_unmarked_vietnamese
from vnkp.text import fold, has_diacritics, word_set

# Words that only ask together.
_PHRASES = (
    "at all, did it take, it took, it take, get to, hồi nào, lúc nào, both countries, compared to,"
    " compared with, how long, said about, say so, says so, took place, still open, still running,"
    " still there, any left, are left, two countries, both sides, the two sides, each other, one"
    " another, dates of, date of, how many people, which year, what year, either country, each"
    " country, còn không, còn hay không, bao nhiêu người, mấy người, với nhau, hai bên, hai phía,"
    " thứ mấy, đã từng, đã bao giờ, vấn đề, the issue of, issue of, the question of, question of,"
    " ai gặp, bao giờ, bao gồm, bao lâu, bao nhiêu, bây giờ, bên nào, chênh lệch, chênh nhau, cho"
    " hỏi, cho xin, chuyện gì, có bao, có phải, gặp ai, gặp nhau, gặp những ai, hai nước, hay"
    " không, hiện nay, hiện tại, hơn kém, khi nào, mấy lần, năm bao nhiêu, năm mấy, năm nào, lên"
    " tiếng, phản ứng, hiện là, hiện giữ, đang là, đang giữ, ngày nào, như thế, nói gì, nói về,"
    " nước nào, ở đâu, phải không, ra sao, so với, số chuyến, số lần, số lượng, tại sao, tên gì,"
    " tên là gì, thế nào, tính bằng, từ trước tới nay, từ trước đến nay, từ năm nào, từ bao giờ,"
    " từ khi nào, bằng gì, làm gì, việc gì, kết quả, vì sao, xảy ra, xin hỏi, xưa nay, điều gì,"
    " đương nhiệm, từ ngày nào đến ngày nào, từ bao giờ đến bao giờ, về nước, số trận, số vụ, số"
    " cuộc, sắp tới, mất bao lâu, mất bao nhiêu giờ, mất mấy giờ, mấy văn bản, mấy văn kiện, bao"
    " nhiêu lần, lần nào"
)
_LONGEST_PHRASE = 6  # words
_TWO_COUNTRIES = word_set(
    "hai nước, hai nuoc, hai bên, hai ben, two countries, both countries, both sides,"
    " the two sides, either country, each country"
)
_ASKING = word_set(
    "a, about, against, also, an, and, nowadays, currently, today, any, anything, are, because,"
    " been, between, by, can, compare, could, current, date, dates, did, do, does, during, each,"
    " ever, everything, exact, exactly, for, from, had, happen, happened, happens, has, have, he,"
    " her, him, his, how, in, into, is, its, just, many, me, much, my, now, numbers, of, often,"
    " on, only, or, our, react, reacted, reaction, reactions, really, recorded, result, results,"
    " say, says, score, scores, she, should, statistics, still, such, that, the, their, them,"
    " there, they, times, to, up, versus, v, very, vs, was, we, were, what, whats, when, where,"
    " which, who, whom, whos, whose, why, with, you, your, number, out, over, back, again, i, at,"
    " get, got, ended, ai, ấy, bên, bị, bởi, cac, các, cho, còn, có, cùng, cũng, của, dịp, giua,"
    " giữa, gì, gồm, hay, hoặc, hôm, khi, là, lần, mà, mấy, mình, nào, này, nên, nhung, như,"
    " nhưng, những, nữa, ở, phía, rất, rồi, sẽ, ta, thì, trong, từng, và, vào, vẫn, về, vì, với,"
    " đang, đâu, đã, để, đó, được"
)
# Those that mean little else where marks are left out; voi may be an elephant, dang a party.
_UNMARKED_ASKING = word_set(
    "ai, bi, co, cua, da, duoc, gi, gom, hom, la, nao, nhieu, o, se, tung, va, vao, ve"
)
# Words beside which they are others: bóng đá, cơ quan, bí thư, cửa khẩu.
_KEPT_BESIDE = {
    "da": ("bong", "so", "phuong", "dang"), "co": ("quan", "so", "che", "hoi", "dau", "ban", "gai"),
    "khi": ("vu", "khong"), "bi": ("thu", "mat"), "cua": ("khau", "dong", "mo"),
}  # fmt: skip
# Those that mean something else among Vietnamese words: Bộ Công an, tự do; to chuc.
_ALSO_VIETNAMESE = word_set("a, an, do, him, in, on, the, to, he, me, my, can, up")
_ALSO_UNMARKED = word_set("an, to, him, he, me, my, can, up")
# The ends of questions, and what stands before them: có gạo không, but not gạo tặng không.
_ENDS = {"chưa": "", "chua": "", "không": "có còn nào", "khong": "co con nao"}


@functools.cache  # many lines have no two words side by side
def _asking_phrases() -> frozenset[str]:
    return word_set(_PHRASES) | word_set(fold(_PHRASES))


def mark_asking(pieces: list[Piece]) -> None:
    """Words that only ask, as typed with their marks; signs that stand alone."""
    words = [piece.bare for piece in pieces if not piece.role]
    asking = _ASKING
    if any(map(has_diacritics, words)):
        asking = _ASKING - _ALSO_VIETNAMESE
    elif is_unmarked_vietnamese(words):
        asking = _ASKING - _ALSO_UNMARKED | _UNMARKED_ASKING
    for index, piece in enumerate(pieces):
        is_number_next = index + 1 < len(pieces) and pieces[index + 1].text[0].isdigit()
        beside = {near.bare for near in pieces[max(index - 1, 0) : index + 2]}
        is_kept = not beside.isdisjoint(_KEPT_BESIDE.get(piece.bare, ()))
        is_asking = piece.bare in asking and not is_kept
        is_asking &= not (piece.bare in ("about", "over") and is_number_next)
        is_asking |= piece.bare == "voi" and is_number_next  # 2012 với 2014
        # Do Muoi is somebody, and An a name.
        is_asking &= not (index and piece.bare in _ALSO_VIETNAMESE and piece.text[0].isupper())
        is_last = 0 < index == len(pieces) - 1
        before = _ENDS.get(piece.bare) if is_last else None
        is_end = before is not None and (not before or not set(before.split()).isdisjoint(words))
        if not piece.role and (is_asking or is_end or not piece.bare):
            set_role(pieces, index, index + 1, "asking")
    for start, end, phrase in open_phrases(pieces, _LONGEST_PHRASE):
        if " " in phrase and phrase in _asking_phrases():
            set_role(pieces, start, end, "between" if phrase in _TWO_COUNTRIES else "asking")
