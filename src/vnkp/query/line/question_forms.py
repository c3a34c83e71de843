"""The forms of questions in both languages, and the command that each of them means."""

from __future__ import annotations

# Words of one meaning; ^ and $ are the beginning and the end of the line, @ is a country or
# its capital, and ... stands for any words.
MEANINGS = {
    "WHO": "who, ai",
    "WHAT": "what, what's, gì",
    "WHICH": "which, nào",
    "WHEN": "^ when, when $, ^ which year, ^ what year, ^ khi nào, khi nào $, ^ bao giờ, bao giờ $,"
    " ^ năm nào, năm nào $, ^ ngày nào, ngày nào $, năm bao nhiêu $,"
    " ^ năm mấy, năm mấy $",
    "WHERE": "^ where, where do, ở đâu, những đâu, đi đâu, những nơi nào, nơi nào, chỗ nào",
    "WHY": "why, what caused, reason for, reasons for, vì sao, tại sao, vì chuyện gì, lý do",
    "BEING": "^ who is, ^ who was, ^ who are, ^ who were, là ai $, ^ ai là",
    "WAS_IN": "was in @, were in @",
    "BEING_IN": "in @ $, ở @ $, tại @ $",
    "LEADERS": "leader, leaders, minister, ministers, lãnh đạo, bộ trưởng",
    "FIRST_AMBASSADOR": "first ambassador, first @ ambassador, đại sứ đầu tiên, đại sứ @ đầu tiên",
    "HOLDING": "served as, serves as, serve as, acted as, làm, giữ chức, thì ai là",
    "VEHICLES": "train, plane, by air, tàu hỏa, tàu, xe lửa, máy bay",
    "SUCCEEDING": "succeeded, succeeds, replaced, replaces, successor, predecessor, took over from,"
    " kế nhiệm, người kế nhiệm, tiền nhiệm, người tiền nhiệm, ai thay",
    "IN_OFFICE": "current, now, incumbent, bây giờ, hiện nay, hiện tại, đương nhiệm, đang là,"
    " đang làm, đang giữ, hiện là, hiện giữ",
    "VISITING": "came, come, comes, visited, visit, visits, visiting, went, go, goes, gone,"
    " been, travelled, traveled, travel, travels, to visit, to come, to go, to travel, thăm,"
    " chuyến thăm, đến thăm, sang thăm, tới thăm, đi, đến @, trip, trips, chuyến đi, tới @, sang"
    " @, den @, toi @, stay, stayed, ở lại, lưu lại, first in @, last in @, ever in @, was in @,"
    " were in @",
    "GOING": "go, goes, went, come, came, đi, sang",
    "TRAVELLERS": "^ ministers to @, ^ leaders to @, ^ officials to @, ^ delegations to @,"
    " ^ @ ministers to @, ^ @ leaders to @, ^ @ officials to @, ^ @ delegations to @,"
    " ^ lãnh đạo @ sang @, ^ bộ trưởng @ sang @, ^ đoàn @ sang @",
    "VISITORS": "visitors, guests, khách thăm, khách đến thăm",
    "LEADING": "lead, led, headed, dẫn đầu, người",
    "COUNTING": "how often, how many times, bao nhiêu lần, mấy lần",
    "BEING_THERE": "how often was ... in @, how often has ... in @, how often were ... in @,"
    " how many times was ... in @, how many times has ... in @, how many times were ... in @",
    "LASTING": "how long, how many days, bao lâu, mấy ngày, bao nhiêu ngày",
    "HOW_MANY": "how many, bao nhiêu, mấy",
    "MEASURING": "how much, how big, how large, how many tonnes, how many tons, how many dollars,"
    " bao nhiêu",
    "UNIT": "tonnes, tons, dollars, tấn, usd",
    "TOTAL": "total, totals, in total, altogether, cả thảy, tổng cộng, tổng số, tổng lượng,"
    " tổng giá trị, tính tổng, tổng viện trợ, tổng kim ngạch",
    "STARTING_TOTAL": "^ total, ^ totals, ^ tổng số, ^ tổng cộng",
    "COUNTRY": "@",
    "DELEGATIONS": "delegation, delegations, đoàn, các đoàn, phái đoàn",
    "OFFICIALS": "official, officials, politician, politicians, envoy, envoys, quan chức, cán bộ",
    "ACCOMPANYING": "accompanied, accompany, flew ... with, went ... with, travelled ... with,"
    " came ... with, in the delegation, delegation of, tháp tùng, đi cùng, sang cùng, trong đoàn,"
    " đoàn ... gồm",
    "DELEGATION": "thành phần đoàn, thành viên đoàn, members of the delegation",
    "PARTY": "accompanied, accompany, flew, went, travelled, came, delegation, members, tháp tùng,"
    " đi cùng, sang cùng, thành phần, thành viên, đoàn, sang, tới, đến",
    "AMBASSADORS": "^ đại sứ @ $, ^ đại sứ @ tại @ $, ^ @ ambassador to @ $,"
    " ^ @ ambassadors to @ $, ^ ambassador to @ $, ^ ambassadors to @ $, ^ @ ambassador $,"
    " ^ @ ambassadors $, ^ @ ambassador in @ $, ^ @ ambassadors in @ $, ^ đại sứ @ ở @ $,"
    " ^ các đại sứ @ $, ^ các đại sứ @ ở @ $, ^ các đại sứ @ tại @ $,"
    " ^ ambassadors of @ $, ^ ambassadors of @ in @ $, ^ ambassadors of @ to @ $",
    "GOODS": "^ rice aid, ^ food aid, ^ gạo viện trợ, ^ lương thực viện trợ",
    "STILL": "still, today, nowadays, currently, at present, any more, now",
    "DOES": "^ does, ^ do, ^ did",
    "AID": "aid, viện trợ",
    "TRADE": "trade, trade turnover, turnover, trade volume, thương mại, kim ngạch",
    "GIVING": "give, gave, given, gives, send, sent, sends, provide, provided, donate, donated,"
    " promise, promised, pledge, pledged, help, helped, tặng, gửi, viện trợ, hứa, cam kết,"
    " giúp, giúp đỡ, @ cho @, @ còn cho @, cho nhiều",
    "TO": "cho",
    "RECEIVING": "receive, received, receives, get, got, nhận",
    "EXPORTING": "export, exported, exports, xuất khẩu",
    "IMPORTING": "import, imported, imports, nhập khẩu",
    "TRADING": "^ exports, ^ imports, ^ xuất khẩu, ^ nhập khẩu, ^ @ exports, ^ @ imports,"
    " ^ @ xuất khẩu, ^ @ nhập khẩu",
    "CHANGING": "go up, went up, go down, went down, rise, rose, risen, fall, fell, fallen, grow,"
    " grew, grown, increase, increased, decrease, decreased, decline, declined, change, changed,"
    " tăng, giảm, thay đổi, biến động",
    "BOTH_WAYS": "two-way, two way, both ways, in both directions, both directions, hai chiều",
    "FREE": "free, for free, as a gift, gift, gifts, grant, grants, không hoàn lại, tặng không,"
    " cho không",
    "ANNIVERSARY": "anniversary, anniversaries, kỷ niệm, ngày kỷ niệm, có kỷ niệm",
    "AGE": "tròn bao nhiêu năm, tròn mấy năm, kỷ niệm bao nhiêu năm, là bao nhiêu năm,"
    " là mấy năm, được bao nhiêu năm, được mấy năm",
    "YEARS": "bao nhiêu năm, mấy năm, how many years",
    "ROUND_YEARS": "năm chẵn, năm tròn, tròn năm",
    "ROUND": "round, major, big, important, năm chẵn, năm tròn, tròn, chẵn",
    "ANNIVERSARIES": "anniversaries, các ngày kỷ niệm, ngày kỷ niệm nào, dịp kỷ niệm nào",
    "OCCASIONS": "mốc, cột mốc, dấu mốc, mốc kỷ niệm, các mốc, dịp, dịp kỷ niệm",
    "WHICH_ANNIVERSARIES": "kỷ niệm gì, kỷ niệm những gì, kỷ niệm nào",
    "COMING": "coming, upcoming, next, sắp tới, tới đây",
    "DUE": "fall due, falls due, fall, falls, due, coming up, comes up, come up, come, comes,"
    " turns, turn, đến dịp, đến ngày, tròn, rơi vào, rơi",
    "LISTING": "list, danh sách, các đời, qua các thời kỳ, qua các thời kì",
    "BRIEFING": "brief on, briefing on, summary of, overview of, tóm tắt về, tóm lược về",
    "RECENTLY": "most recently, happened recently, happened lately, xảy ra gần đây, mới xảy ra",
    "WISHING": "give me, show me, one page, one-page, page, cho tôi",
    "CITING": "footnote for, citation for, reference for, bibtex, biblatex, csl-json,"
    " trích dẫn cho",
    "SOURCES": "sources, source, articles, nguồn tin, từ nguồn, nguồn, bài báo, bài viết",
    "WHICH_SOURCE": "nguồn nào $, nguồn nào đưa $, nguồn nào nói $, báo nào đưa $, từ báo nào $,"
    " which source $, which sources $",
    "NEWSPAPERS": "newspapers, newspaper, papers, báo, báo chí, tờ báo",
    "HOW_MANY_NEWSPAPERS": "how many newspapers, how many papers, bao nhiêu báo, bao nhiêu tờ báo,"
    " mấy báo, mấy tờ báo",
    "HAPPENING": "^ what happened $, ^ what happens $, ^ events $, ^ sự kiện $, ^ có gì $,"
    " ^ có sự kiện gì $,"
    " ^ xảy ra chuyện gì $, ^ đã xảy ra chuyện gì $, ^ chuyện gì đã xảy ra $, ^ có chuyện gì $",
    "FACTS": "facts, events, sự kiện, dữ kiện",
    "FIGURES": "figures, figure, number, number of, numbers, accounts, dates, versions, số liệu",
    "DIFFERING": "agree, differ, disagree, disagrees, conflict, conflicting, contradict,"
    " give different, gives other, give other, have different, other dates, other figures,"
    " different dates, says otherwise, say otherwise, khác nhau, chưa thống nhất,"
    " ngày khác nhau, mâu thuẫn, không khớp, trái ngược, nói khác, có thống nhất",
    "TELLING": "tell, tells, say, says, report, reports, reported, mention, cover, covered, wrote,"
    " nói, viết, đưa tin, ghi, cho biết",
    "WHO_SAYS": "who says, who said, who reports, who reported, who wrote, ai nói, ai ghi, ai viết,"
    " ai đưa tin",
    "CITED": "cited, được trích dẫn",
    "ARCHIVES": "archive documents, archival documents, archives documents, tài liệu lưu trữ,"
    " hồ sơ lưu trữ",
    "DOCUMENTS": "documents, document, cables, cable, tài liệu, văn bản, điện tín",
    "RESTING": "rest on, rests on, based on, rely on, dựa vào, dựa trên",
    "ENDING_SOURCES": "sources $, sources in, sources since, sources before, sources after",
    "RELIABLE": "how reliable, how certain, how sure, chắc chắn không, chính xác không,"
    " đáng tin không, có thật không, có đúng không",
    "RELATING": "that, which, about, on, for, về, nói, cho",
    "SIZE": "big, large",
    "MORE": "more often, more visits, visited more, gave more, more aid, nhiều hơn",
    "MOST": "biggest, largest, greatest, highest, smallest, lowest, fewest, the most, most aid,"
    " most trade, lớn nhất, cao nhất, nhiều nhất, nhỏ nhất, thấp nhất, nhiều ... nhất",
    "CONCLUDING": "agreement, agreements, treaty, documents, papers, sign, signed, signs, agreed,"
    " ký, kí, ký kết, kí kết, thỏa thuận, hiệp định, hiệp ước, văn kiện",
    "SIGNING": "sign, signed, signs, concluded, ký, kí, ký kết, kí kết",
    "DURING": "during, when, while, occasion, trong, khi, nhân, dịp",
    "DO": "do",
}
# The forms of questions, and the command of each: the line says all that is named, or one of
# what a | stands between. The first form that fits counts; None means no command.
#
#     Who went to Hanoi with Kim Il Sung?     ^ who went to @ with kim il sung $
#     WHO ACCOMPANYING: show                  it has "who", and "went ... with"
#     WHO|COUNTING|LASTING VISITING: visits   it has "who" and "went" too, but comes later
FORMS = {
    "SOURCES|NEWSPAPERS|FIGURES|WHO DIFFERING": "disputes",
    "WHO_SAYS": "cite",
    "DELEGATION": "show",
    "WHO ACCOMPANYING": "show",
    "MORE VISITING": "visits",
    "MORE GIVING": "aid",
    "BRIEFING": "brief",
    "RECENTLY": "latest",
    "CITING": "cite",
    "CONCLUDING DURING|WHAT VISITING": "list",
    "SIGNING VISITING": "list",
    "WHO SIGNING": "show",
    "DELEGATIONS VISITING|RANK": "visits",
    "LISTING RANK": "people",
    "ORDER RANK|WHO VISITING": "visits",
    "WHO WAS_IN": "visits",
    "BEING": "people",
    "IN_OFFICE RANK": "people",
    "SUCCEEDING": "people",
    "WHO HOLDING": "people",
    "FIRST_AMBASSADOR|AMBASSADORS": "people",
    "ORDER LEADERS BEING_IN": "visits",
    "WHAT DUE": "anniversaries",
    "ANNIVERSARY COMING": "anniversaries",
    "AGE|ROUND_YEARS": "anniversaries",
    "ANNIVERSARIES|WHICH_ANNIVERSARIES": "anniversaries",
    "ANNIVERSARY ROUND|DUE": "anniversaries",
    "LASTING VEHICLES": None,
    "WHO|COUNTING|LASTING VISITING": "visits",
    "BEING_THERE": "visits",
    "WHERE VISITING": "search",
    "TRAVELLERS|VISITORS": "visits",
    "WHICH RANK|OFFICIALS VISITING": "visits",
    "STILL TRADE": "latest",
    "DOES TRADE": "trade",
    "TRADE|EXPORTING|IMPORTING CHANGING": "trade",
    "COUNTING": None,
    "ORDER FIGURES|UNIT TRADE": "trade",
    "MOST TRADE|EXPORTING|IMPORTING": "trade",
    "MOST AID|GIVING|RECEIVING": "aid",
    "MEASURING|TOTAL TRADE|EXPORTING|IMPORTING": "trade",
    "TRADING": "trade",
    "RELIABLE": "disputes",
    "FEW": None,
    "WHICH_SOURCE": "cite",
    "SOURCES TELLING|RELATING": "cite",
    "HOW_MANY_NEWSPAPERS TELLING": "cite",
    "WHO TELLING": "cite",
    "WHICH CITED": "sources",
    "ARCHIVES": "sources",
    "ORDER SOURCES": "sources",
    "NEWSPAPERS WHICH TELLING": "cite",
    "HOW_MANY SOURCES": "sources",
    "FACTS|WHAT RESTING": "sources",
    "NEWSPAPERS TELLING WHAT": "sources",
    "ENDING_SOURCES": "sources",
    "MEASURING|TOTAL AID|GIVING|RECEIVING": "aid",
    "GOODS CONCLUDING": None,
    "GOODS": "aid",
    "MEASURING KIND|FACTS": None,
    "MEASURING": "aid",
    "WHAT COUNTRY GIVING|RECEIVING": "aid",
    "STARTING_TOTAL": "aid",
}
# What of a question its command says already; what goes out of the country named before it, and
# what comes in.
IMPLIED = {
    "brief": "BRIEFING|WISHING",
    "latest": "RECENTLY",
    "people": "LISTING|HOLDING|SUCCEEDING",
    "search": "VISITING|WHERE",
    "show": "PARTY|SIGNING",
    "list": "DO|CONCLUDING|DURING|VISITING",
    "visits": "DO|VISITORS|VISITING|LASTING|BOTH_WAYS|DELEGATIONS|OFFICIALS|LEADING",
    "disputes": "DO|DIFFERING|GOING|WHERE|NEWSPAPERS|SOURCES|FIGURES|RELIABLE|TELLING",
    "cite": "DO|CITING|TELLING|SOURCES|CITED|DOCUMENTS",
    "sources": "SOURCES|FACTS|RESTING|TELLING|CITED|DOCUMENTS",
    "anniversaries": "AGE|YEARS|ROUND_YEARS|OCCASIONS|FACTS|DUE|ANNIVERSARY|WHICH_ANNIVERSARIES"
    "|COMING|ROUND",
    "trade": "DO|SIZE|TOTAL|BOTH_WAYS|CHANGING|TRADE|FIGURES|UNIT",
    "aid": "DO|GIVING|TO|RECEIVING|UNIT|FREE|TOTAL|MORE",
}
OUT = {"aid": "GIVING|TO", "trade": "EXPORTING", "visits": "VISITORS"}
INTO = {"aid": "RECEIVING", "trade": "IMPORTING"}
