"""What counts as the same word: English words without endings, numbers, names of countries."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from vnkp.model.fields import Number
from vnkp.text import Normalizer, fold, has_diacritics, normalize_keeping_accents

_MIN_STEM = 3
_DOUBLING = "bdgmnprt"  # letters that are doubled before an ending: planned
_DOUBLED = tuple(letter * 2 for letter in _DOUBLING)
# A syllable of Vietnamese without its marks: nghieng, quan, thoa.
_SYLLABLE = (
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_UNCHANGED = ("news", "goods")
# With what stems end of which words have these endings; the first that fits counts.
_STEM_ENDINGS: dict[str, tuple[str, ...]] = {
    "ies": ("y", "ie"), "ied": ("y", "ie"), "ying": ("ie", "y"), "ed": ("", "e"), "ing": ("", "e"),
    "ss": (), "us": (), "is": (), "ses": ("se", "s"), "xes": ("xe", "x"), "ches": ("che", "ch"),
    "shes": ("she", "sh"), "s": ("",),
}  # fmt: skip
_IRREGULAR = [family.split() for family in (
    "begin began begun", "bring brought", "build built", "buy bought", "come came",
    "fall fell fallen", "fight fought", "fly flew flown flies", "give gave given",
    "go goes went gone", "hold held", "lay laid", "lead led", "leave left", "lend lent",
    "make made", "airman airmen", "man men", "meet met", "pay paid", "sell sold", "send sent",
    "speak spoke spoken", "win won", "lose lost", "beat beaten", "draw drew drawn",
    "see saw seen", "get got", "say said", "tell told", "find found", "know knew known",
    "break broke broken", "choose chose chosen", "rise rose risen", "grow grew grown",
    "become became", "keep kept", "sit sat", "stand stood", "shoot shot", "sink sank sunk",
    "take took taken", "teach taught", "woman women", "write wrote written",
)]  # fmt: skip
# Words for the same thing, of which a title has one and those who look for it type another.
_SYNONYMS = [family.split(", ") for family in (
    "meeting, talks", "pilot, airman", "killed, died, death", "killing, murder, assassination",
    "test, launch", "missile, rocket",
    "establish, establishment, recognise, recognize, recognition", "letter, message, telegram",
    "agreement, accord, pact", "plane, aircraft, airplane", "flight, airline",
    "refugee, defector, asylum, flee, escape, shelter", "ship, vessel", "match, game, friendly",
    "match, game, football", "win, beat, defeat, lose", "soldier, troop",
    "weapon, arms, gun, rifle, firearm", "marry, marriage, wedding, wife, husband",
    "condolence, mourn, funeral", "greeting, greet, congratulate, congratulation",
    "buried, reburied, grave, cemetery", "trip, visit", "invite, invitation",
    "accept, approve, consent", "gift, donation, aid", "aid, assistance",
    "loan, credit, lend, borrow", "famine, hunger, starvation, food crisis",
    "flood, typhoon, storm, disaster", "relations, ties", "quarrel, dispute, rift",
    "sanction, embargo", "fine, penalty, settle, settlement", "attack, invade, invasion",
    "criticise, criticize, condemn, denounce, protest", "apology, apologise, apologize, regret",
    "detain, arrest, seize", "free, release", "restore, resume, normalise, normalize",
    "cooperation, collaboration", "firm, company, enterprise", "factory, plant",
    "culture, cultural", "exhibition, exhibit, display", "film, movie, cinema",
    "concert, performance, perform", "statue, monument", "university, college",
    "medal, decoration, award", "message, greeting, congratulation", "expert, adviser, specialist",
    "student, trainee", "negotiation, talks", "withdraw, withdrawal, recall, pull", "close, shut",
)]  # fmt: skip
_VIETNAMESE_SYNONYMS = [family.split(", ") for family in (
    "qua đời, từ trần, tạ thế", "hy sinh, tử trận, thiệt mạng, chết", "sát hại, ám sát, giết",
    "chôn cất, chôn, an táng, mai táng, cải táng, phần mộ, mộ, nghĩa trang",
    "lễ viếng, lễ tang, tang lễ, đám tang, quốc tang", "phi công, quân nhân không quân",
    "máy bay, phi cơ", "tàu hỏa, xe lửa, đoàn tàu", "hạt nhân, nguyên tử", "tên lửa, hỏa tiễn",
    "quân phục, đồng phục", "vũ khí, súng, khí tài", "đồng ý, chấp thuận, nhất trí, cho phép",
    "bóng đá, đá bóng", "mầm non, mẫu giáo", "du học, lưu học", "sinh viên, học sinh",
    "triển lãm, trưng bày", "phim, điện ảnh", "khai trương, mở cửa", "giúp đỡ, hỗ trợ",
    "ủng hộ, hậu thuẫn", "chỉ trích, lên án, phê phán, phản đối", "trừng phạt, cấm vận, chế tài",
    "bất đồng, mâu thuẫn", "triệu hồi, gọi về, rút", "nối lại, khôi phục, bình thường hóa",
    "công nhận, thiết lập", "trả tự do, phóng thích", "đào tẩu, tị nạn, tỵ nạn",
    "nạn đói, cứu đói, khủng hoảng lương thực", "lũ lụt, lũ, lụt, thiên tai",
    "tín dụng, cho vay, vay", "buôn bán, mua bán, mậu dịch, thương mại, giao thương",
    "công ty, doanh nghiệp", "nhà máy, xí nghiệp", "thị thực, visa", "điện mừng, chúc mừng",
    "đám cưới, kết hôn, lấy vợ, lấy chồng",
)]  # fmt: skip
OR = ("or", "hay", "hoặc", "hoac")  # between two words of which either will do
_SCALES = {
    "thousand": 10**3, "nghìn": 10**3, "ngàn": 10**3, "nghin": 10**3, "ngan": 10**3,
    "million": 10**6, "triệu": 10**6, "trieu": 10**6, "billion": 10**9, "bn": 10**9,
    "tỷ": 10**9, "tỉ": 10**9, "ty": 10**9, "ti": 10**9,
}  # fmt: skip
# A number with separators or a scale, or plain digits; compiled when first used.
NUMERAL = (
    r"(?i)(?<![\w.,])"
    r"(?:(?P<thousands>[0-9]{1,3}(?P<mark>[.,\u00a0\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"|(?P<whole>[0-9]+))(?:[.,](?P<decimals>[0-9]+))?"
    rf"(?:[ \u00a0]?(?P<scale>{'|'.join(_SCALES)})s?)?(?![\w]|[.,][0-9])"
)
# Each name as `vnkp.text.fold` spells it, so that case and accents make no difference.
COUNTRY_NAMES: dict[str, tuple[str, ...]] = {
    "KP": (
        "dprk", "north korea", "north korean", "north koreans",
        "democratic people republic of korea", "democratic peoples republic of korea",
        "trieu tien", "bac trieu tien", "chdcnd trieu tien", "cong hoa dan chu nhan dan trieu tien",
        "북한", "북조선", "조선민주주의인민공화국", "조선", "朝鲜", "朝鮮", "北朝鮮",
        "кндр", "северная корея", "coree du nord", "nordkorea",
    ),
    "KR": (
        "republic of korea", "rok", "south korea", "south korean", "south koreans",
        "han quoc", "nam trieu tien", "dai han dan quoc",
        "남한", "남조선", "한국", "대한민국", "韩国", "韓國", "韓国",
    ),
    "VN": (
        "vietnam", "vietnamese", "viet nam", "north vietnam", "north vietnamese",
        "drv", "drvn", "srv", "democratic republic of vietnam", "democratic republic of viet nam",
        "socialist republic of vietnam", "socialist republic of viet nam",
        "vndcch", "viet nam dan chu cong hoa", "chxhcn viet nam",
        "cong hoa xa hoi chu nghia viet nam",
        "베트남", "윁남", "웰남", "월남", "越南", "вьетнам", "дрв", "срв",
    ),
    "VS": (  # until 1975; ISO 3166 has no code for it
        "south vietnam", "south vietnamese", "republic of vietnam", "mien nam viet nam",
        "viet nam cong hoa", "vnch", "남베트남",
    ),
}  # fmt: skip
# Words that no line without English has: the train men.
_ENGLISH = {
    "the", "of", "and", "with", "from", "what", "which", "did", "was", "were", "that", "who", "why",
    "how", "when", "where", "is", "are", "does", "for", "by", "i", "at", "still",
}  # fmt: skip
# Found as words of these countries too: Korea is either.
_SHARED = {"KP": " korea korean", "KR": " korea korean", "VN": "", "VS": " vietnam vietnamese"}
COUNTRY_CODES = {name: code for code, names in COUNTRY_NAMES.items() for name in names}


def is_unmarked_vietnamese(words: Iterable[str]) -> bool:
    """Whether *words* are Vietnamese without its marks, apart from some names: gao la gi."""
    plain = [word for word in words if word.isalpha()]
    # Thế nào has an English article where marks are left out.
    line = " ".join(plain).lower().replace("the nao", "")
    if not _ENGLISH.isdisjoint(line.split()):
        return False
    fitting = sum(re.fullmatch(_SYLLABLE, word.lower()) is not None for word in plain)
    return "".join(plain).isascii() and fitting * 3 >= len(plain) * 2 > 0


@functools.lru_cache(maxsize=1024)  # the synonyms of each word that is looked for are compared
def inflections(word: str) -> tuple[str, ...]:
    """The forms of the English *word*, itself first; some may be no words at all.

    >>> inflections("died")
    ('died', 'die', 'dies', 'dying')
    """
    if ordinal := re.fullmatch("([0-9]+)(?:st|nd|rd|th)", word):  # 70th anniversary, 70 years
        return word, ordinal[1]
    if not (word.isascii() and word.isalpha()) or len(word) < _MIN_STEM or word in _UNCHANGED:
        return (word,)
    stems = _stems(word)
    forms = [form for stem in stems or [word] for form in _with_endings(stem)]
    forms += [f"{word}s"] if word.endswith("ing") else []
    for family in _IRREGULAR:
        if not {word, *stems}.isdisjoint(family):
            forms += family
    return tuple(dict.fromkeys([word, *forms]))


def synonyms(word: str) -> list[str]:
    """The forms of other English words for the same as *word*.

    >>> synonyms("airmen")[:2]
    ['pilot', 'pilots']
    """
    forms = {word, *inflections(word)}
    firsts = tuple({form[0] for form in forms})  # no word of a family changes its first letter
    others = [
        other
        for family in _SYNONYMS
        if any(known.startswith(firsts) and forms & {*inflections(known)} for known in family)
        for other in family
    ]
    return [form for other in others for form in inflections(other) if form not in forms]


def vietnamese_synonyms(text: str) -> Sequence[str]:
    """The Vietnamese words for the same as *text*, with it; empty if unknown.

    >>> vietnamese_synonyms("mam non")
    ['mầm non', 'mẫu giáo']
    """
    write = normalize_keeping_accents if has_diacritics(text) else fold
    return _families(write).get(write(text), ())


@functools.cache
def _families(write: Normalizer) -> Mapping[str, Sequence[str]]:
    return {write(word): family for family in _VIETNAMESE_SYNONYMS for word in family}


def _stems(word: str) -> list[str]:
    """What *word* may be a form of; empty if it has no ending."""
    ending = next((ending for ending in _STEM_ENDINGS if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    stems = [stem + letters for letters in _STEM_ENDINGS.get(ending, ())]
    if ending in ("ed", "ing") and stem.endswith(_DOUBLED):
        stems.append(stem[:-1])
    return [stem for stem in dict.fromkeys(stems) if len(stem) >= _MIN_STEM]


def _with_endings(stem: str) -> list[str]:
    """*stem* with each ending that it may take."""
    if stem.endswith("ie"):
        return [stem, f"{stem}s", f"{stem}d", f"{stem[:-2]}ying"]
    if stem.endswith("e"):
        return [stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"]
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return [stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"]
    plural = f"{stem}es" if stem.endswith(("s", "x", "ch", "sh")) else f"{stem}s"
    doubled = [f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing"] if stem[-1] in _DOUBLING else []
    return [stem, plural, f"{stem}ed", f"{stem}ing", *doubled]


def numeral_values(match: re.Match[str]) -> list[str]:
    """The values that a match of `NUMERAL` may have, as `number_word` writes them.

    >>> numeral_values(re.search(NUMERAL, "16,5 triệu"))
    ['16500000']
    >>> numeral_values(re.search(NUMERAL, "1.234 million"))
    ['1234000000', '1234000']
    """
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    whole = re.sub("[^0-9]", "", match["thousands"] or match["whole"])
    readings = [f"{whole}.{match['decimals'] or 0}"]
    if match["scale"] and not match["decimals"] and len(match["thousands"] or "") in (5, 6, 7):
        readings.append(f"{whole[:-3]}.{whole[-3:]}")
    return [number_word(Decimal(reading) * scale) for reading in readings]


def number_word(value: Number) -> str:
    """*value* as one word of digits, with x for the decimal point."""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", "x")


@functools.cache
def _country_pattern() -> re.Pattern[str]:
    names = sorted(COUNTRY_CODES, key=len, reverse=True)
    spaced = "|".join(name for name in names if name.isascii() or name[0] < "\u1100")
    unspaced = "|".join(name for name in names if name[0] >= "\u1100")
    return re.compile(f"(?<= )(?:{spaced})(?= )|{unspaced}")


def country_signs(text: str) -> str:
    """A sign for each country named in *text*, folded words with a space around each.

    >>> country_signs(" rice for bac trieu tien ")
    '=KP korea korean'
    """
    codes = sorted({COUNTRY_CODES[match[0]] for match in _country_pattern().finditer(text)})
    return " ".join(f"={code}{_SHARED[code]}" for code in codes)
