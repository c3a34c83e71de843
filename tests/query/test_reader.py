"""From words to a query: the order of reading, what could be both, and how it is said."""

from __future__ import annotations

import datetime as dt
import re
import shlex

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import vnkp
from tests.conftest import SMALL, STORE, Run
from vnkp.errors import VnkpError
from vnkp.query import vocabulary
from vnkp.query.line import plain_lines, reader
from vnkp.query.line.commands import find_command
from vnkp.store.loader import load

TODAY = dt.date(2026, 11, 26)
RECORD = load(STORE, cached=False)
BOOK = load(SMALL, cached=False)

# What is typed, and how it is read.
LINES = [
    # no command: times, kinds, words
    ("1961", "year 1961"),
    ("tháng 6/1961", "year 1961-06"),
    ("from 1979 to 1984", "year 1979..1984"),
    ("since 1990 until 2000", "year 1990..2000"),
    ("rice", "search rice"),
    ("rice 2012", "search rice --in 2012"),
    ("gạo năm 2012", "search gạo --in 2012"),
    ("kim jong un", "search kim jong un"),
    ("agreements since 2000", "list --kind agreement --since 2000"),
    ("hiệp định", "list --kind agreement"),
    ("quân sự 1966", "list --kind military --in 1966"),
    ("military 1966", "list --kind military --in 1966"),
    ("military attaché", "search military attaché"),
    ("agreements military", "list --kind agreement --kind military"),
    ("from Vietnam 2001", "list --from VN --in 2001"),
    # commands by other names
    ("thăm 2007", "visits --in 2007"),
    ("viện trợ gạo từ 2000 đến 2012", "aid gạo --in 2000..2012"),
    ("vien tro gao 2001", "aid gao --in 2001"),
    ("kỷ niệm tháng 7/2027", "anniversaries 2027-07"),
    ("total", "aid"),
    ("nhân vật đại sứ", "people đại sứ"),
    # questions
    ("who came in 2018", "visits --rank all --in 2018"),
    ("ai sang thăm năm 2018", "visits --rank all --in 2018"),
    ("who visited Hanoi in 2018?", "visits --to VN --rank all --in 2018"),
    ("who is Ri Yong Ho", "people --person 'Ri Yong Ho'"),
    ("Ri Yong Ho là ai?", "people --person 'Ri Yong Ho'"),
    ("how much rice in 2001", "aid rice --in 2001"),
    ("how much aid did Vietnam give in 2001", "aid --from VN --in 2001"),
    ("how much rice did North Korea receive", "aid rice --to KP"),
    ("bao nhiêu gạo năm 2001", "aid gạo --in 2001"),
    ("how much trade in 2010", "trade --in 2010"),
    (
        "how many times did Kim Il Sung visit Vietnam",
        "visits --person 'Kim Il Sung' --to VN --rank all",
    ),
    ("how often did Kim Il Sung visit Vietnam", "visits --person 'Kim Il Sung' --to VN --rank all"),
    (
        "bao nhiêu lần Kim Nhật Thành thăm Việt Nam",
        "visits --person 'Kim Nhật Thành' --to VN --rank all",
    ),
    ("ai thăm Triều Tiên năm 2007", "visits --to KP --rank all --in 2007"),
    ("how many tons of rice in 2001", "aid rice --in 2001"),
    ("bao nhiêu tấn gạo năm 2001", "aid gạo --in 2001"),
    ("ai là Ri Yong Ho", "people --person 'Ri Yong Ho'"),
    ("ai là đại sứ năm 2010", "people đại sứ --in 2010"),
    ("who was ambassador to Vietnam in 2010", "people ambassador to Vietnam --in 2010"),
    ("who was the first ambassador", "people ambassador"),
    ("who was the First Secretary", "people First Secretary"),
    (
        "has any vietnamese president visited north korea",
        "visits --office president --from VN --to KP --rank all",
    ),
    ("visits of the premier of the DPRK", "visits --office premier --from KP --rank all"),
    ("did Vietnam promise rice in 2007", "search Vietnam promise rice --in 2007"),
    ("how much rice did vietnam promise in 2007", "aid rice --from VN --in 2007"),
    ("kim ngạch thương mại hai nước", "trade"),
    ("which leaders went to Bình Nhưỡng", "visits --to KP"),
    ("what falls due in 7/2027", "anniversaries 2027-07"),
    ("how big was trade in 2016", "trade --in 2016"),
    ("which sources report the rice of 2012", "cite rice --in 2012"),
    ("visits from Pyongyang", "visits --from KP"),
    ("latest 5", "latest --limit 5"),
    ("trade relations since 2000", "trade --since 2000"),
    ("ai đến thăm Việt Nam", "visits --to VN --rank all"),
    ("latest visits of leaders", "latest --kind visit --rank leader"),
    ("nguồn về gạo", "cite gạo"),
    ("nguồn nào nói về chuyến thăm 1957", "cite --kind visit --in 1957"),
    ("current ambassador", "people ambassador --since 2025"),
    (
        "đại sứ Việt Nam tại Triều Tiên hiện nay",
        "people đại sứ Việt Nam tại Triều Tiên --since 2025",
    ),
    ("new ambassador 2015", "search new ambassador --in 2015"),
    ("Bác Hồ thăm Triều Tiên năm nào", "visits --person 'Bác Hồ' --to KP --rank all"),
    ("what happened in 1961", "year 1961"),
    ("chuyện gì đã xảy ra năm 1961", "year 1961"),
    ("what did the DPRK give Vietnam in 1966", "aid --from KP --to VN --in 1966"),
    ("Triều Tiên tặng gì cho Việt Nam", "aid --from KP --to VN"),
    ("how much rice did Vietnam give North Korea", "aid rice --from VN --to KP"),
    ("when did kim jong un visit hanoi", "visits --person 'kim jong un' --to VN --rank all"),
    ("Tô Lâm sang Triều Tiên khi nào", "visits --person 'Tô Lâm' --to KP --rank all"),
    ("when did the first airmen come", "search first airmen come"),
    ("why did relations cool in 1979", "search relations cool --in 1979"),
    ("how much did Vietnam export in 2010", "trade --from VN --in 2010"),
    ("total rice Vietnam gave North Korea", "aid rice --from VN --to KP"),
    ("nam 1997 viet nam vien tro bao nhieu gao", "aid gao --from VN --in 1997"),
    ("Hồ Chí Minh thăm Triều Tiên năm nào", "visits --person 'Hồ Chí Minh' --to KP --rank all"),
    ("Kim Jong Un đến Việt Nam khi nào", "visits --person 'Kim Jong Un' --to VN --rank all"),
    (
        "kim nhat thanh tham viet nam may lan",
        "visits --person 'kim nhat thanh' --to VN --rank all",
    ),
    ("where do sources differ on 1964", "disputes --in 1964"),
    ("disputed visits", "disputes --kind visit"),
    ("events in May 2002", "year 2002-05"),
    ("sự kiện tháng 5 năm 2002", "year 2002-05"),
    ("vietnam north korea relations 1970s", "year 1970s"),
    ("Vietnam DPRK 1992", "year 1992"),
    ("relations between vietnam and dprk in 2003", "list --in 2003"),
    ("quan hệ Việt Nam Triều Tiên những năm 1970", "year 1970s"),
    ("bang giao Việt - Triều 1950", "year 1950"),
    ("số lượng chuyến thăm theo từng năm", "list --kind visit --by year"),
    ("số chuyến thăm theo thập niên", "list --kind visit --by decade"),
    ("hữu nghị Việt - Triều 1978", "search hữu nghị Việt Triều --in 1978"),
    ("north korea 1992", "search north korea --in 1992"),
    ("trade figures 2011", "trade --in 2011"),
    ("solidarity events", "search solidarity events"),
    ("search about 100", "search about 100"),
    # orders, ranks and groups
    ("last visit of a leader", "visits --sort -date --limit 1"),
    ("most recent visit", "visits --sort -date --limit 1"),
    ("chuyến thăm gần nhất", "visits --sort -date --limit 1"),
    (
        "last visit of Ri Su Yong",
        "visits --person 'Ri Su Yong' --from KP --rank all --sort -date --limit 1",
    ),
    (
        "lan dau kim nhat thanh sang viet nam",
        "visits --person 'kim nhat thanh' --from KP --to VN --rank all --sort date --limit 1",
    ),
    ("last 3 visits to Vietnam", "visits --to VN --sort -date --limit 3"),
    ("first agreement", "list --kind agreement --sort date --limit 1"),
    ("oldest fact", "list --sort date --limit 1"),
    (
        "first North Korean leader to visit Vietnam",
        "visits --from KP --to VN --sort date --limit 1",
    ),
    (
        "lãnh đạo Triều Tiên đầu tiên thăm Việt Nam",
        "visits --from KP --to VN --sort date --limit 1",
    ),
    ("first airmen", "search first airmen"),
    ("show first visit", "show first visit"),
    ("các chuyến thăm cấp bộ trưởng năm 2008", "visits --rank minister --in 2008"),
    ("visits of all ranks", "visits all ranks"),
    ("visits by foreign ministers", "visits --office 'foreign ministers' --rank all"),
    ("foreign minister visits", "visits --office 'foreign minister' --rank all"),
    (
        "first visit of a foreign minister",
        "visits --office 'foreign minister' --rank all --sort date --limit 1",
    ),
    ("who was the last leader to visit North Korea", "visits --to KP --sort -date --limit 1"),
    ("trade by year", "trade"),
    ("Pak Sang Gil in 2024", "search Pak Sang Gil --in 2024"),
    (
        "chuyến thăm của bộ trưởng ngoại giao",
        "visits --office 'bộ trưởng ngoại giao' --rank all",
    ),
    ("last five visits", "visits --sort -date --limit 5"),
    ("how often do leaders visit", "visits"),
    ("tất cả chuyến thăm năm 2024", "visits --rank all --in 2024"),
    ("visits at ministerial level", "visits --rank minister"),
    (
        "agreements signed when Tô Lâm visited",
        "list --kind agreement --in 2025-10-09..2025-10-11",
    ),
    ("đại sứ Việt Nam tại Triều Tiên", "people đại sứ Việt Nam tại Triều Tiên"),
    ("đại sứ Triều Tiên ở Hà Nội", "people đại sứ Triều Tiên ở 'Việt Nam'"),
    ("list of DPRK ambassadors in Hanoi", "people DPRK ambassadors in Vietnam"),
    ("who is North Korea's ambassador in Hanoi", "people North Korea ambassador in Vietnam"),
    # capitals that give
    ("how much rice did Hanoi send Pyongyang", "aid rice --from VN --to KP"),
    ("Hà Nội viện trợ Bình Nhưỡng bao nhiêu gạo", "aid gạo --from VN --to KP"),
    ("food aid to North Korea since 2000", "aid food --to KP --since 2000"),
    ("gạo viện trợ năm 1997", "aid gạo --in 1997"),
    # who went with somebody
    (
        "who flew to Pyongyang with To Lam",
        "show Pyongyang --person 'To Lam' --kind visit --no-parts",
    ),
    ("ai tháp tùng Tô Lâm", "show --person 'Tô Lâm' --kind visit --no-parts"),
    ("thành phần đoàn Tô Lâm 2025", "show --person 'Tô Lâm' --kind visit --no-parts --in 2025"),
    ("đoàn Nông Đức Mạnh gồm những ai", "show --person 'Nông Đức Mạnh' --kind visit --no-parts"),
    # ambassadors, at a time too
    ("DPRK ambassadors to Vietnam since 2010", "people DPRK ambassadors to Vietnam --since 2010"),
    ("ambassadors of Vietnam in Pyongyang", "people ambassadors of Vietnam in DPRK"),
    (
        "đại sứ Triều Tiên tại Việt Nam từ 2010",
        "people đại sứ Triều Tiên tại Việt Nam --since 2010",
    ),
    # round anniversaries
    # of visits, facts and lists of these
    ("latest visit by a leader", "visits --sort -date --limit 1"),
    ("list visits by foreign ministers", "list --office 'foreign ministers' --kind visit"),
    # who sent it
    ("greetings from Kim Jong Un", "search greetings Kim Jong Un --from KP"),
    # another country than whose tests they are
    ("Việt Nam nói gì về các vụ thử của Triều Tiên", "search Việt Nam vụ thử Triều Tiên"),
    ("vụ thử của Triều Tiên", "search vụ thử --from KP"),
    ("Phạm Bình Minh gặp Ri Yong Ho", "search Phạm Bình Minh Ri Yong Ho"),
    ("cuộc gặp Ri Yong Ho", "search cuộc gặp Ri Yong Ho"),
    ("sáu tháng đầu năm 1966", "year 1966-01..1966-06"),
    ("từ giữa 1978 đến cuối 1979", "year 1978-05..1979-12"),
    ("thương mại hai chiều 2012", "trade --in 2012"),
    ("sang năm 2027 kỷ niệm gì", "anniversaries 2027"),
    ("bao nhieu khach viet di du lich 2018", "aid khach viet di du lich --in 2018"),
    ("bao nhiêu tờ báo viết về gạo", "cite gạo --source-kind press"),
    ("các nguồn có thống nhất về phi công không", "disputes phi công"),
    ("đại sứ Triều Tiên bây giờ", "people đại sứ Triều Tiên --since 2025"),
    # which side did more
    ("who visited more often, Vietnam or North Korea", "visits --rank all --by from"),
    ("bên nào thăm nhiều hơn, Việt Nam hay Triều Tiên", "visits --rank all --by from"),
    ("more visits to Hanoi or to Pyongyang", "visits --to VN --to KP --rank all --by from"),
    ("who gave more aid", "aid"),
    ("bên nào viện trợ nhiều hơn", "aid"),
    # who says so, and otherwise
    ("who says 26 aircraft were shot down", "cite 26 aircraft shot down"),
    ("how many airmen died, and who says otherwise", "disputes airmen died"),
    ("which Hungarian sources are cited", "cite Hungarian"),
    # leaders who met somebody
    ("Vietnamese leaders who met Kim Jong Il", "search Vietnamese met Kim Jong Il"),
    ("what turns 70 in July 2027", "anniversaries --every 70 2027-07"),
    ("kỷ niệm năm chẵn quý 4/2028", "anniversaries 2028-10..2028-12"),
    ("2027 có những ngày kỷ niệm tròn nào", "anniversaries 2027"),
    # words that ask, compare or only join
    ("does Vietnam still trade with North Korea", "latest --kind trade"),
    ("exports 2016 vs 2018", "trade exports --in 2016 --in 2018"),
    ("xuất khẩu 2016 so với 2018", "trade xuất khẩu --in 2016 --in 2018"),
    ("xuất khẩu 2016 và 2018 chênh nhau bao nhiêu", "trade xuất khẩu --in 2016 --in 2018"),
    ("coal ships off Vietnam", "search coal ships Vietnam"),
    ("Kim Song Nam gặp những ai 3/2024", "search Kim Song Nam --in 2024-03"),
    ("đội tuyển Triều Tiên thắng chưa", "search đội tuyển Triều Tiên thắng"),
    ("gạo 2005 hoặc 2007", "search gạo --in 2005 --in 2007"),
    ("how much rice as a gift", "aid rice"),
    ("gạo tặng không", "search gạo tặng không"),
    ("bao nhiêu gạo tặng không", "aid gạo"),
    # English articles are words among Vietnamese ones
    ("Bộ trưởng Công an thăm Triều Tiên", "visits --office 'Bộ trưởng Công an' --to KP --rank all"),
    ("hợp tác an ninh", "search hợp tác an ninh"),
    ("the agreement on a bunker", "search agreement bunker"),
    # what is left out
    ("aid not rice", "aid --without rice"),
    ("viện trợ trừ gạo", "aid --without gạo"),
    ("viện trợ không phải gạo", "aid --without gạo"),
    ("visits except Hanoi", "visits --without Hanoi --rank all"),
    ("aid except rice, except rubber", "aid --without rice --without rubber"),
    ("aid except rice, rubber and cement", "aid --without rice --without rubber --without cement"),
    ("viện trợ trừ gạo và cao su", "aid --without gạo --without 'cao su'"),
    ("aid except rice not in 1997", "aid --without rice --in ..1996 --in 1998.."),
    ("visits but not to Pyongyang", "visits --to VN"),
    ("thăm ngoại trừ sang Triều Tiên", "visits --to VN"),
    ("visits in 2018 without ministers", "visits --without ministers --rank all --in 2018"),
    ("thăm 2008 không phải cấp lãnh đạo", "visits --without 'cấp lãnh đạo' --rank all --in 2008"),
    ("facts of 2019 except Kim Jong Un", "list --without 'Kim Jong Un' --in 2019"),
    # what either word finds
    ("missiles or submarines", "search missiles or submarines"),
    ("aid rice or rubber 2005", "aid rice or rubber --in 2005"),
    ("rice or 2012", "search rice --in 2012"),
    ("agreements or visits in 1961", "list --kind agreement --kind visit --in 1961"),
    # a title before a name
    ("visits by president Tran Duc Luong", "visits --person 'Tran Duc Luong' --rank all"),
    (
        "thứ trưởng Bùi Xuân Khu sang Triều Tiên mấy lần",
        "visits --person 'Bùi Xuân Khu' --to KP --rank all",
    ),
    ("visits by prime ministers", "visits --office 'prime ministers' --rank all"),
    ("first secretary Le Duan", "search Le Duan"),
    ("Chủ tịch Hồ Chí Minh 1957", "search Hồ Chí Minh --in 1957"),
    ("search president Ho Chi Minh", "search president Ho Chi Minh"),
    (
        "first Kim Jong Un visit",
        "visits --person 'Kim Jong Un' --from KP --rank all --sort date --limit 1",
    ),
    ("vụ Đoàn Thị Hương", "search vụ Đoàn Thị Hương"),
    ("tuong bac ho", "search tuong bac ho"),
    # who was in a country
    ("visits in Vietnam 2018", "visits --to VN --in 2018"),
    ("visits both ways in 2007", "visits --in 2007"),
    ("turnover in 2010", "trade --in 2010"),
    ("trade turnover 2010 vs 2015", "trade --in 2010 --in 2015"),
    ("năm nào kim ngạch cao nhất", "trade --sort -value"),
    ("trieu tien da tang viet nam nhung gi", "aid --from KP --to VN"),
    (
        "when was Kim Il Sung last in Vietnam",
        "visits --person 'Kim Il Sung' --from KP --to VN --rank all --sort -date --limit 1",
    ),
    # between the country and what it gave
    ("what has North Korea given Vietnam", "aid --from KP --to VN"),
    ("Triều Tiên đã giúp Việt Nam những gì", "aid --from KP --to VN"),
    ("how did trade change after 2010", "trade --since 2011"),
    ("thương mại hai nước tăng hay giảm", "trade"),
    ("ngoài gạo ra Việt Nam còn cho Triều Tiên những gì", "aid --from VN --to KP --without gạo"),
    ("who signed the 1961 treaty", "show treaty --kind agreement --no-parts --in 1961"),
    ("ai đã ký hiệp định năm 1958", "show --kind agreement --no-parts --in 1958"),
    ("viện trợ tính bằng rúp", "aid rúp"),
    ("Hà Nội còn nhà hàng Triều Tiên nào không", "search Hà Nội nhà hàng Triều Tiên"),
    (
        "Bác Hồ thăm Triều Tiên, các báo ghi ngày khác nhau thế nào",
        "disputes thăm Triều Tiên --person 'Bác Hồ'",
    ),
    ("who was in Vietnam in 1964", "visits --to VN --rank all --in 1964"),
    ("who was in office in 1964", "people office --in 1964"),
    ("Triều Tiên xin lỗi Việt Nam có thật không", "disputes Triều Tiên xin lỗi Việt Nam"),
    (
        "Kim Nhật Thành sang Việt Nam lần đầu năm mấy",
        "visits --person 'Kim Nhật Thành' --from KP --to VN --rank all --sort date --limit 1",
    ),
    ("visitors from Pyongyang since 2022", "visits --from KP --rank all --since 2022"),
    ("North Korean visitors 2018", "visits --from KP --rank all --in 2018"),
    ("did exports go up between 2009 and 2011", "trade exports --in 2009..2011"),
    ("nuclear tests but not missile launches", "search nuclear tests --without 'missile launches'"),
    (
        "Tran Duc Luong 2002 who went with him and what did they sign",
        "show --person 'Tran Duc Luong' --kind visit --no-parts --in 2002",
    ),
    ("give me a one page brief on Kim Song Nam", "brief --person 'Kim Song Nam'"),
    ("total rice given 2000-2012, and by whom", "aid rice --in 2000..2012"),
    ("anything recorded between 1980 and 1987", "year 1980..1987"),
    (
        "last time a North Korean foreign minister was in Vietnam",
        "visits --office 'foreign minister' --from KP --to VN --rank all --sort -date --limit 1",
    ),
    (
        "documents signed on To Lam's trip to Pyongyang",
        "list --kind agreement --in 2025-10-09..2025-10-11",
    ),
    (
        "footnote for the Hanoi joint statement of 1 December 1958",
        "cite Hanoi joint statement --in 1958-12-01",
    ),
    ("sự kiện nào tròn năm chẵn trong năm 2027", "anniversaries 2027"),
    ("đại sứ Việt Nam ở Bình Nhưỡng qua các thời kỳ", "people đại sứ Việt Nam ở 'Triều Tiên'"),
    ("các đại sứ Việt Nam tại Triều Tiên", "people đại sứ Việt Nam tại Triều Tiên"),
    ("nha hang dong cua", "search nha hang dong cua"),
    ("most recent trade figure in dollars", "trade --sort -date"),
    ("số liệu thương mại mới nhất", "trade --sort -date"),
    ("last 2 trade figures", "trade --sort -date --limit 2"),
    (
        "đoàn Việt Nam sang Triều Tiên từ 2019 đến nay",
        "visits --from VN --to KP --rank all --since 2019",
    ),
    (
        "từ 1995 tới nay mình tặng Triều Tiên cả thảy bao nhiêu tấn gạo",
        "aid gạo --to KP --since 1995",
    ),
    ("conflicting accounts of planes", "disputes planes"),
    ("do the sources agree on 1958", "disputes --in 1958"),
    ("Doan Thi Huong release date", "search Doan Thi Huong release"),
    ("contacts since January 2026", "year 2026.."),
    (
        "đại sứ Triều Tiên tại Hà Nội hiện nay tên gì",
        "people đại sứ Triều Tiên tại 'Việt Nam' --since 2025",
    ),
    ("current ambassador in 2018", "people ambassador --in 2018"),
    (
        "tham khảo chính trị cấp thứ trưởng, lần gần nhất",
        "search tham khảo chính trị cấp thứ trưởng --sort -date",
    ),
    (
        "foreign minister visits this century",
        "visits --office 'foreign minister' --rank all --in 2001..2100",
    ),
    ("compare student numbers 1967 and 1968", "search student --in 1967 --in 1968"),
    ("năm nào có nhiều đoàn qua lại nhất", "list --kind visit --sort -value --by year"),
    ("2030 tròn bao nhiêu năm quan hệ ngoại giao", "anniversaries --kind diplomacy 2030"),
    # each of several years
    ("how much rice in 1995 and 1997", "aid rice --by year --in 1995 --in 1997"),
    ("aid 1960s and 1990s", "aid --in 1960s --in 1990s"),
    # all between the first and the last
    ("first and last visits of leaders", "visits --sort date"),
    (
        "Hồ Chí Minh sang thăm Triều Tiên năm bao nhiêu",
        "visits --person 'Hồ Chí Minh' --to KP --rank all",
    ),
    (
        "what agreements were signed when To Lam visited",
        "list --kind agreement --in 2025-10-09..2025-10-11",
    ),
    (
        "Tô Lâm thăm Triều Tiên, hai bên ký những văn kiện gì",
        "list --kind agreement --in 2025-10-09..2025-10-11",
    ),
    ("nguồn nào cho biết phi công hy sinh", "cite phi công hy sinh"),
    ("visits not to Pyongyang", "visits --to VN"),
    ("rice not 2012", "search rice --in ..2011 --in 2013.."),
    ("visits 2015..2019 except 2018", "visits --in 2015..2017 --in 2019"),
    ("viện trợ trừ năm 2000", "aid --in ..1999 --in 2001.."),
    ("facts not since 2000", "list --until 1999"),
    # what denies a sentence, or has nothing behind it, is a word
    ("agreements without", "search agreements without"),
    ("why did the summit not end", "search summit not end"),
    # off the coast nothing is left out
    ("tàu ngoài khơi", "search tàu ngoài khơi"),
    # the last that a search finds
    ("last condolences", "search condolences --sort -date"),
    ("last 2 condolences", "search condolences --sort -date --limit 2"),
    ("quốc thư gần đây nhất", "search quốc thư --sort -date"),
    # imports from a country
    ("nhập khẩu từ Triều Tiên", "trade --from KP"),
    ("did the two countries trade anything in 2016", "trade --in 2016"),
    # a kind about another
    ("các hiệp định về văn hóa", "search hiệp định văn hóa"),
    ("agreements on trade", "search agreements trade"),
    # quarters of a year
    ("first quarter of 2019, diplomacy only", "list --kind diplomacy --in 2019-01..2019-03"),
    # days and anniversaries
    ("what happened on 2 March", "today 2/3"),
    ("ngày 27 tháng 11 có sự kiện gì", "today 27/11"),
    ("round anniversaries in 2027", "anniversaries 2027"),
    ("what anniversaries fall in 2030", "anniversaries 2030"),
    ("năm 2027 kỷ niệm những gì", "anniversaries 2027"),
    ("nam 2027 co ky niem gi", "anniversaries 2027"),
    # sources
    ("NK News sources", "sources NK News"),
    ("which facts rest on Wikipedia", "sources Wikipedia"),
    ("báo Nhân Dân nói gì", "sources báo Nhân Dân"),
    ("các nguồn mâu thuẫn về năm 1958", "disputes --in 1958"),
    ("sources conflict 1958", "disputes --in 1958"),
    # of late, and at which level
    ("chuyến thăm gần đây", "latest --kind visit"),
    ("chuyến thăm cấp cao gần đây", "latest --kind visit --rank leader"),
    ("high-level visits since 2000", "visits --since 2000"),
    ("chuyến thăm cấp cao nhất", "visits"),
    ("quan chức nào thăm Triều Tiên năm 2015", "visits --to KP --rank all --in 2015"),
    ("any visits at all in 1971", "list --kind visit --in 1971"),
    ("what did Pyongyang give Hanoi in 1966", "aid --from KP --to VN --in 1966"),
    ("what's due in October 2027", "anniversaries 2027-10"),
    ("chuyến thăm cấp cao nhất gần đây", "latest --kind visit --rank leader"),
    ("quan hệ Việt Triều hiện nay", "latest"),
    ("đại sứ Triều Tiên hiện nay", "people đại sứ Triều Tiên --since 2025"),
    ("tin mới nhất về Triều Tiên", "latest Triều Tiên"),
    ("Tô Lâm đi Bình Nhưỡng khi nào", "visits --person 'Tô Lâm' --to KP --rank all"),
    ("trade with Pyongyang 2010", "trade --in 2010"),
    ("Yonhap sources since 2019", "sources Yonhap --in 2019.."),
    ("how reliable is the 1964 visit", "disputes --kind visit --in 1964"),
    ("kim ngạch 10 năm gần đây", "trade --in 2016..2026"),
    ("Vietnamese leaders visits", "visits --from VN"),
    ("visits by 1960", "visits --until 1960"),
    ("state visit 2025", "search state visit --in 2025"),
    ("show me visits in 2018", "visits --in 2018"),
    ("tell me about rice", "search rice"),
    ("vice minister visits 2024", "visits --rank vice-minister --in 2024"),
    ("Korean sources 2001", "sources --source-lang ko --in 2001"),
    ("did Kim Jong Il ever visit Vietnam", "visits --person 'Kim Jong Il' --to VN --rank all"),
    ("Tô Lâm thăm Triều Tiên năm 2025", "visits --person 'Tô Lâm' --to KP --rank all --in 2025"),
    (
        "Kim Nhật Thành thăm Việt Nam lần đầu khi nào",
        "visits --person 'Kim Nhật Thành' --from KP --to VN --rank all --sort date --limit 1",
    ),
    ("quan hệ thương mại giữa hai nước năm 2015", "trade --in 2015"),
    ("bao nhiêu chuyến thăm từ 2000", "list --kind visit --since 2000"),
    ("visits by decade", "visits --by decade"),
    ("count visits by decade", "list --kind visit --by decade"),
    ("thỏa thuận theo thập niên", "list --kind agreement --by decade"),
    ("sources press 2019", "sources --source-kind press --in 2019"),
    ("nguồn báo chí 2019", "sources --source-kind press --in 2019"),
    ("nguồn tiếng Hàn", "sources --source-lang ko"),
    # the largest, the smallest, the most
    ("biggest year of trade", "trade --sort -value"),
    ("which year had the most trade", "trade --sort -value"),
    ("năm nào thương mại lớn nhất", "trade --sort -value"),
    ("nam nao thuong mai lon nhat", "trade --sort -value"),
    ("biggest aid", "aid --sort -value"),
    (
        "năm nào Việt Nam viện trợ nhiều gạo nhất",
        "aid gạo --from VN --sort -value --by year",
    ),
    ("largest shipment of rice", "list rice --kind aid --sort -value"),
    ("lô gạo lớn nhất", "list gạo --kind aid --sort -value"),
    ("year with the most visits", "list --kind visit --sort -value --by year"),
    ("năm nào có nhiều chuyến thăm nhất", "list --kind visit --sort -value --by year"),
    ("which decade had the fewest agreements", "list --kind agreement --sort value --by decade"),
    ("thập niên nào nhiều thỏa thuận nhất", "list --kind agreement --sort -value --by decade"),
    ("search largest partner", "search largest partner"),
    # what was signed on a visit
    (
        "what was signed when Kim Jong Il visited",
        "visits --person 'Kim Jong Il' --from KP --rank all",
    ),
    ("agreements during the 1958 visit", "list --kind agreement --in 1958-11-28..1958-12-02"),
    (
        "documents signed during Kim Jong Un's visit",
        "list --kind agreement --in 2019-03-01..2019-03-02",
    ),
    (
        "what did they sign while Trần Đức Lương was visiting",
        "list --kind agreement --in 2002-05-02..2002-05-05",
    ),
    ("ký gì khi Tô Lâm thăm Triều Tiên", "list --kind agreement --in 2025-10-09..2025-10-11"),
    (
        "thoa thuan trong chuyen tham cua Tran Duc Luong",
        "list --kind agreement --in 2002-05-02..2002-05-05",
    ),
    ("what was signed in 2002", "list --kind agreement --in 2002"),
    ("hiệp định ký năm 1958", "list --kind agreement --in 1958"),
    # offices by what they do
    ("visits of the party chief", "visits --office 'party chief' --rank all"),
    ("party chiefs who visited Vietnam", "visits --office 'party chiefs' --to VN --rank all"),
    (
        "heads of state visits since 2000",
        "visits --office 'heads of state' --rank all --since 2000",
    ),
    ("tong bi thu tham trieu tien", "visits --office 'tong bi thu' --to KP --rank all"),
    ("nguyên thủ nào thăm Triều Tiên", "visits --office 'nguyên thủ' --to KP --rank all"),
    ("who is the head of state", "people head state"),
    # Vietnamese without its marks
    ("gao la gi", "search gao"),
    ("tin ve gao", "search tin gao"),
    ("ai la Ma Chol Su", "people --person 'Ma Chol Su'"),
    ("visits nao nam 2018", "visits --in 2018"),
    ("La Habana", "search La Habana"),
    # whose sources, and how many
    ("báo nào đưa tin", "cite --source-kind press"),
    ("báo nào viết về gạo", "cite gạo --source-kind press"),
    ("bao nao dua tin ve gao 2012", "cite gao --source-kind press --in 2012"),
    (
        "which newspapers report the rice of 2012",
        "cite rice --source-kind press --in 2012",
    ),
    ("Korean sources about rice", "cite rice --source-lang ko"),
    ("how many sources", "sources"),
    ("how many Korean sources", "sources --source-lang ko"),
    ("có bao nhiêu nguồn báo chí", "sources --source-kind press"),
    # what is not to be there
    ("visits not to Pyongyang", "visits --to VN"),
    ("aid not from Vietnam", "aid --from KP"),
    ("thăm không phải của Triều Tiên", "visits --from VN"),
    ("search not rice", "search not rice"),
    # two groups
    ("list by year and kind", "list --by year,kind"),
    ("visits by decade and rank", "visits --by decade,rank"),
    ("dữ kiện theo năm và loại", "list --by year,kind"),
    ("su kien theo thap nien va loai", "list --by decade,kind"),
    # how long, exports, free aid, what is coming, lists of people, kinds by longer names
    (
        "how long did kim jong un stay in vietnam",
        "visits --person 'kim jong un' --to VN --rank all",
    ),
    (
        "Kim Jong Un ở lại Việt Nam bao lâu",
        "visits --person 'Kim Jong Un' --to VN --rank all",
    ),
    ("exports to north korea by year", "trade exports --to KP"),
    ("Vietnam's exports since 2009", "trade --from VN --since 2009"),
    ("xuất khẩu sang Triều Tiên 2010", "trade xuất khẩu --to KP --in 2010"),
    ("viện trợ không hoàn lại của Việt Nam", "aid --from VN"),
    ("Việt Nam cho Triều Tiên bao nhiêu gạo", "aid gạo --from VN --to KP"),
    ("upcoming anniversaries", "anniversaries 2026-11-26..2027-11-25"),
    ("sắp tới có ngày kỷ niệm nào", "anniversaries 2026-11-26..2027-11-25"),
    ("today in history", "today"),
    ("list of ambassadors", "people ambassadors"),
    ("danh sách đại sứ Triều Tiên", "people đại sứ Triều Tiên"),
    ("list visits of leaders", "list --kind visit --rank leader"),
    ("timeline of military cooperation", "timeline --kind military"),
    ("hợp tác kinh tế 2011", "list --kind economy --in 2011"),
    ("nguồn tiếng Hàn về gạo", "cite gạo --source-lang ko"),
    ("what do we know about the engineer regiment", "search engineer regiment"),
    ("compare trade 2009 and 2010", "trade --in 2009 --in 2010"),
    ("thống kê chuyến thăm theo cấp", "visits --by rank"),
    ("tóm tắt quan hệ hai nước", "brief"),
    ("overview of relations", "brief"),
    ("aid by giver", "aid --by giver"),
    ("only one source agreements", "list --kind agreement --sources 1"),
    ("thỏa thuận chỉ một nguồn", "list --kind agreement --sources 1"),
    ("sources older than 1970", "sources --in ..1969"),
    ("visits later than 2010", "visits --since 2011"),
    ("ai làm đại sứ Việt Nam năm 2010", "people đại sứ Việt Nam --in 2010"),
    ("who served as ambassador in 2010", "people ambassador --in 2010"),
    ("đại sứ đầu tiên của Việt Nam", "people đại sứ của Việt Nam"),
    ("first North Korean ambassador", "people North Korean ambassador"),
    ("đại sứ quán đầu tiên", "search đại sứ quán đầu tiên"),
    (
        "tổng bí thư đầu tiên thăm Triều Tiên",
        "visits --office 'tổng bí thư' --to KP --rank all --sort date --limit 1",
    ),
    ("how many newspapers reported the rice", "cite rice --source-kind press"),
    ("tham van chinh tri", "search tham van chinh tri"),
    # anniversaries by their number
    ("anniversaries 70", "anniversaries --every 70"),
    ("70th anniversaries in 2027", "anniversaries --every 70 2027"),
    ("các ngày kỷ niệm 70 năm 2027", "anniversaries --every 70 2027"),
    ("năm 2027 có ngày kỷ niệm nào", "anniversaries 2027"),
    ("kỷ niệm 70 năm quan hệ", "search kỷ niệm 70 năm quan hệ"),
    # a country before what comes from it
    ("vietnamese visits to pyongyang", "visits --from VN --to KP"),
    ("north korean aid to vietnam", "aid --from KP --to VN"),
    ("Triều Tiên viện trợ Việt Nam 1966", "aid --from KP --to VN --in 1966"),
    ("viet nam vien tro gao", "aid gao --from VN"),
    ("Vietnam visit of Kim Jong Un", "search Vietnam visit Kim Jong Un"),
    ("aid for North Korea", "aid --to KP"),
    ("viện trợ cho Triều Tiên", "aid --to KP"),
    # words that join
    ("visits by kim il sung", "visits --person 'kim il sung' --from KP"),
    ("các chuyến thăm của Kim Nhật Thành", "visits --person 'Kim Nhật Thành'"),
    ("chuyến thăm Việt Nam của Kim Jong Un", "visits --person 'Kim Jong Un' --to VN"),
    ("visits to Pyongyang", "visits --to KP"),  # a capital stands for its country
    ("thăm tại Hà Nội", "visits Hà Nội"),
    ("trade between Vietnam and North Korea in 2010", "trade --in 2010"),
    ("thương mại giữa Việt Nam và Triều Tiên", "trade"),
    ("agreements between the DPRK and Vietnam", "list --kind agreement"),
    ("viện trợ của Triều Tiên cho Việt Nam", "aid --from KP --to VN"),
    ("vien tro cua trieu tien cho viet nam", "aid --from KP --to VN"),
    ("meetings between Tô Lâm and Kim Jong Un", "search meetings Tô Lâm Kim Jong Un"),
    # what could be both
    (
        "kỷ niệm 20 năm cuộc gặp Kim Jong Il Trần Đức Lương",
        "search kỷ niệm 20 năm cuộc gặp Kim Jong Il Trần Đức Lương",
    ),
    ("anniversary of the 1961 treaty", "search anniversary treaty --in 1961"),
    ("To Huu", "search To Huu"),
    ("list disputed agreements", "list --kind agreement --disputed"),
    ("last agreement with North Korea", "list --kind agreement --sort -date --limit 1"),
    ("trade with Vietnam 2010", "trade --in 2010"),
    ("anniversary of diplomatic relations", "search anniversary diplomatic relations"),
    ("kỷ niệm năm sau", "anniversaries 2027"),
    ("tham khảo chính trị", "search tham khảo chính trị"),
    ("tham viet nam 1958", "visits --to VN --in 1958"),
    ("search 1995", "search --in 1995"),
    ("2000 tonnes", "search 2000 tonnes"),
    ("2000 tấn", "search 2000 tấn"),
    ("over 2000", "search over 2000"),
    ("more than 2000", "search more than 2000"),
    ("2,000", "search '2,000'"),
    ('"2000"', "search '\"2000\"'"),
    ("16.5 million", "search 16.5 million"),
    ("22700", "search 22700"),
    ("1066", "search 1066"),
    ("to lam", "search to lam"),
    ("visits to lam", "visits --person 'to lam'"),
    ("xuan la", "search xuan la"),
    ("Xuân La 1958", "search Xuân La --in 1958"),
    ("viet nam 1961", "search viet nam --in 1961"),
    ("visits to Vietnam", "visits --to VN"),
    ("visits to the DPRK since 2000", "visits --to KP --since 2000"),
    ("aid from Triều Tiên", "aid --from KP"),
    ("viện trợ của Việt Nam", "aid --from VN"),
    ("trade union", "trade union"),
    ("the", "search the"),
    ("who", "search who"),
    ("visits after 1990 before 2000", "visits --in 1991..1999"),
    ("timeline 1961 1963", "timeline --in 1961 --in 1963"),
    # persons, all of whom must take part
    ("visits kim il sung", "visits --person 'kim il sung'"),
    ("visits Kim Nhật Thành", "visits --person 'Kim Nhật Thành'"),
    ("visits Kimilsung", "visits --person Kimilsung"),
    (
        "visits kim il sung and ho chi minh",
        "visits --person 'kim il sung' --person 'ho chi minh'",
    ),
    ("visits 김일성 1958", "visits --person 김일성 --in 1958"),
    ("cite visits 1957", "cite --kind visit --in 1957"),
    # anniversaries in other words
    ("những dịp kỷ niệm chẵn rơi vào năm 2027", "anniversaries 2027"),
    ("năm 2027 có ngày kỷ niệm chẵn nào", "anniversaries 2027"),
    ("ngày kỷ niệm chẵn năm 2027", "anniversaries 2027"),
    ("những dịp kỷ niệm năm 2027", "anniversaries 2027"),
    # a country beside a delegation or an office, and the word between them
    ("đoàn Triều Tiên sang thăm Việt Nam 2015", "visits --from KP --to VN --rank all --in 2015"),
    ("đoàn cấp thứ trưởng hai bên từ năm 2020", "visits --rank vice-minister --since 2020"),
    ("people đại sứ ở Triều Tiên", "people đại sứ ở Triều Tiên"),
    ("ambassadors to the DPRK", "people ambassadors to the DPRK"),
    # without marks
    ("ngoai gao ra viet nam vien tro gi", "aid --from VN --without gao"),
    ("năm 1979 trieu tien", "search trieu tien --in 1979"),
    ("viện trợ 1968 trieu tien", "aid trieu tien --in 1968"),
    (
        "bo truong quoc phong trieu tien da tung tham viet nam chua",
        "visits --office 'bo truong quoc phong' --from KP --to VN --rank all",
    ),
    ("ai la nguoi dau tien tham trieu tien", "visits --to KP --rank all --sort date --limit 1"),
    (
        "ho chi minh co tung tham binh nhuong khong",
        "visits --person 'ho chi minh' --to KP --rank all",
    ),
    ("bong da viet nam", "search bong da viet nam"),
    ("co quan nao bi trung phat", "search co quan trung phat"),
    ("kim jong un den viet nam bang gi", "visits --person 'kim jong un' --to VN --rank all"),
    (
        "ai dẫn đầu đoàn Triều Tiên sang Việt Nam tháng 9/2024",
        "visits --from KP --to VN --rank all --in 2024-09",
    ),
    ("so sanh kim ngach 2012 voi 2014", "trade --in 2012 --in 2014"),
    (
        "hiep dinh thap nien 60 tru vien tro",
        "list --without 'vien tro' --kind agreement --in 1960s",
    ),
    ("tai lieu luu tru hungary", "sources luu tru hungary"),
    ("nam 2027 den ngay ky niem nao", "anniversaries 2027"),
    # new talks are looked for, and a new visit is written
    ("new delhi talks 1978", "search new delhi talks --in 1978"),
    ("new visit", "new --kind visit"),
    ("what turns seventy in 2028", "anniversaries --every 70 2028"),
    ("agreements that had nothing to do with rice", "list --without rice --kind agreement"),
    ("hungarian archive documents", "sources hungarian archive"),
    (
        "when did a prime minister last visit either country",
        "visits --office 'prime minister' --rank all --sort -date --limit 1",
    ),
    ("chuyến thăm 1958 các nguồn ghi ngày khác nhau", "disputes --kind visit --in 1958"),
    ("talks of Do Thanh", "search talks Do Thanh"),
    # what somebody sends is from those whose it is
    ("condolences from Pyongyang", "search condolences --from KP"),
    ("train from Hanoi", "search train Hanoi"),
    (
        "điện mừng gần nhất của Kim Jong Un",
        "search điện mừng Kim Jong Un --from KP --sort -date",
    ),
    ("visit of Kim Jong Un", "visits --person 'Kim Jong Un'"),
    ("nam nao viet nam cho nhieu gao nhat", "aid gao --from VN --sort -value --by year"),
    ("treaties and agreements of the 1960s", "list --kind agreement --in 1960s"),
    ("1961 treaty", "search treaty --in 1961"),
    ("number of airmen: where do sources disagree", "disputes airmen"),
    ("what rests on Hungarian documents", "sources Hungarian"),
    ("bibtex for the visit in 1957", "cite --kind visit --in 1957"),
    (
        "lan gan nhat ngoai truong trieu tien sang tham",
        "visits --office 'ngoai truong' --from KP --rank all --sort -date --limit 1",
    ),
    ("nhà hàng nước ngoài ở Hà Nội", "search nhà hàng nước ngoài Hà Nội"),
    ("what happened most recently between Hanoi and Pyongyang", "latest"),
    ("talks between Hanoi and Pyongyang 2015", "search talks --in 2015"),
    ("is there any trade now", "latest --kind trade"),
    ("big anniversaries coming up in 2027", "anniversaries 2027"),
    ("sources us embassy cables", "sources us embassy"),
    ("Vietnam v North Korea football", "search Vietnam North Korea football"),
    ("bai bao tieng han nam 2002", "sources --source-lang ko --in 2002"),
    ("bài báo về gạo", "cite gạo"),
    ("oldest Korean sources", "sources --source-lang ko --sort date"),
    # where somebody went, in what sources differ, whose sources
    ("where did Kim Jong Un go in Hanoi in 2019", "search Kim Jong Un Hanoi --in 2019"),
    ("Bác Hồ thăm Triều Tiên năm 1957 đi những đâu", "search Bác Hồ Triều Tiên --in 1957"),
    ("disputes first visit dates", "disputes first visit"),
    ("who gives other dates for the first visit", "disputes first visit"),
    ("source for the 100 tonnes of rice in 1995", "cite 100 tonnes rice --in 1995"),
    ("bao nhiêu máy bay, nguồn nào nói", "cite máy bay"),
    ("total rice", "aid rice"),
    # who is in office, also by its capital
    (
        "who is pyongyang's ambassador in hanoi now",
        "people DPRK ambassador in Vietnam --since 2025",
    ),
    ("ai đang là đại sứ Triều Tiên", "people đại sứ Triều Tiên --since 2025"),
    ("ai hiện giữ chức Bộ trưởng Ngoại giao", "people Bộ trưởng Ngoại giao --since 2025"),
    ("hiện nay hai nước còn buôn bán với nhau không", "latest --kind trade"),
    # a year that names something is no bound
    ("reactions to the 2017 nuclear test", "search nuclear test --in 2017"),
    ("visits up to the 1960s", "visits --until 1969"),
    ("events from 1950 to the 1960s", "year 1950..1969"),
    # besides leaves out; last leader in a place; what only asks
    ("what has Vietnam given the DPRK besides rice", "aid --from VN --to KP --without rice"),
    ("does Vietnam still trade with the DPRK today", "latest --kind trade"),
    (
        "last Vietnamese leader in Pyongyang",
        "visits Pyongyang --from VN --sort -date --limit 1",
    ),
    ("how did Kim Jong Un get to Hanoi", "search Kim Jong Un Hanoi"),
    ("Kim Nhật Thành sang Việt Nam lúc nào", "visits --person 'Kim Nhật Thành' --to VN --rank all"),
    ("năm 2027 là bao nhiêu năm hiệp ước", "anniversaries hiệp ước 2027"),
    # came in a year, or next year
    ("phi công sang năm 1966", "search phi công sang --in 1966"),
    ("kỷ niệm sang năm", "anniversaries 2027"),
    # capitals that act are governments; in Hanoi is a place, and so are Hanoi restaurants
    ("did Hanoi condemn the nuclear test of 2017", "search Vietnam condemn nuclear test --in 2017"),
    ("Hà Nội công nhận Seoul khi nào", "search 'Việt Nam' công nhận Seoul"),
    ("Hà Nội và Bình Nhưỡng rút đại sứ", "search 'Việt Nam' 'Triều Tiên' rút đại sứ"),
    ("quan hệ với Bình Nhưỡng", "search quan hệ 'Triều Tiên'"),
    ("Hà Nội có nhà hàng nào", "search Hà Nội nhà hàng"),
    ("restaurants in Hanoi", "search restaurants Hanoi"),
    ("Hanoi restaurants", "search Hanoi restaurants"),
    ("delegation leaves for Pyongyang", "search delegation leaves Pyongyang"),
    ("why Pyongyang withdrew", "search DPRK withdrew"),
    # travelling, succeeding, saying, and what is still so
    ("Which Vietnamese leaders have travelled to Pyongyang", "visits --from VN --to KP"),
    ("who succeeded Ma Chol Su", "people Ambassador of the DPRK to Vietnam"),
    ("search kim myong gil successor", "search kim myong gil successor"),
    (
        "who says Kim Il Sung came on 27 November 1958",
        "cite came --person 'Kim Il Sung' --in 1958-11-27",
    ),
    ("do they still trade", "latest --kind trade"),
    ("kỷ niệm 70 năm 2027", "anniversaries --every 70 2027"),
    ("big anniversaries in 2029", "anniversaries 2029"),
    ("which anniversaries fall in 2028", "anniversaries 2028"),
    ("visits in the fall of 1958", "visits --in 1958-09..1958-11"),
    ("mốc kỷ niệm năm tròn 2027", "anniversaries 2027"),
    # before and after somebody
    (
        "which party chief went to Pyongyang before To Lam",
        "visits --office 'party chief' --to KP --rank all --until 2025-10-08",
    ),
    (
        "Trước ông Tô Lâm, Tổng Bí thư nào đã sang Triều Tiên?",
        "visits --office 'Tổng Bí thư' --to KP --rank all --until 2025-10-08",
    ),
    ("who visited Vietnam after Kim Il Sung", "visits --to VN --rank all --since 1964-12"),
    ("who was ambassador before Ri Sung Guk", "people Ambassador of the DPRK to Vietnam"),
    ("messages before Kim Jong Un", "search messages before Kim Jong Un"),
    # who came, of whatever rank; what was signed on a trip; what only asks
    (
        "which official came to Hanoi in 1971",
        "visits --to VN --rank all --in 1971",
    ),
    (
        "documents signed on Bui Xuan Khu's trip in 2008",
        "list --person 'Bui Xuan Khu' --kind agreement --in 2008",
    ),
    ("năm nào kim ngạch hai chiều cao nhất", "trade"),
    ("back to ambassador level", "search ambassador level"),
    ("pull out the ambassadors", "search pull ambassadors"),
    ("can I still eat at a North Korean restaurant", "search eat North Korean restaurant"),
    (
        "how often have leaders been to Pyongyang since Ho Chi Minh",
        "visits --to KP --since 1957-07-13",
    ),
    ("ministers to Pyongyang since 2015", "visits --to KP --rank minister --since 2015"),
    # what tells beside a time when aid was given
    (
        "how much rice did Vietnam send during the famine of the 1990s",
        "aid rice --from VN --in 1990s",
    ),
    ("gạo viện trợ trong nạn đói những năm 1990", "aid gạo --in 1990s"),
    ("how much rice during the famine", "aid rice famine"),
    (
        "Ông Tô Lâm sang Triều Tiên từ ngày nào đến ngày nào",
        "visits --person 'Tô Lâm' --to KP --rank all",
    ),
    ("kỷ niệm tròn năm sắp tới tháng 12/2026", "anniversaries 2026-12"),
    ("số trận hòa bóng đá", "search hòa bóng đá"),
    (
        "How often was Le Thanh Nghi in Pyongyang",
        "visits Pyongyang --person 'Le Thanh Nghi' --rank all",
    ),
    ("which round anniversaries come up in 2027", "anniversaries 2027"),
    ("Hà Nội có từng mua tàu ngầm", "search 'Việt Nam' mua tàu ngầm"),
    (
        "Trước ông Ri Sung Guk thì ai là đại sứ Triều Tiên ở Hà Nội",
        "people Ambassador of the DPRK to Vietnam",
    ),
    ("Kim Jong Un đi tàu hỏa mất bao lâu", "search Kim Jong Un đi tàu hỏa"),
    ("Kim Jong Un di tau hoa mat bao lau", "search Kim Jong Un di tau hoa"),
    # without marks as with them
    (
        "Truoc ong To Lam, Tong Bi thu nao da sang Trieu Tien",
        "visits --office 'Tong Bi thu' --to KP --rank all --until 2025-10-08",
    ),
    ("Ha Noi cong nhan Seoul khi nao", "search Vietnam cong nhan Seoul"),
    ("gia tri vu khi gui 1964", "search gia tri vu khi gui --in 1964"),
    ("phan ung the nao khi 468 nguoi duoc dua ve Seoul", "search 468 nguoi dua Seoul"),
    (
        "bao nhieu lan Kim Nhat Thanh tham Viet Nam",
        "visits --person 'Kim Nhat Thanh' --to VN --rank all",
    ),
    ("why was the ambassador in Hanoi recalled", "search ambassador Vietnam recalled"),
]


@pytest.mark.parametrize(("typed", "line"), LINES, ids=[row[0] for row in LINES])
def test_a_line_is_read(typed: str, line: str) -> None:
    assert reader.ask(RECORD, typed, today=TODAY).line == line


def test_how_a_line_was_read_can_be_typed_and_means_the_same(run: Run) -> None:
    answers = {typed: run(*typed.split(), data=STORE) for typed, _ in LINES[::8]}
    lines = {typed: re.match("read as: (.*)", answer.err) for typed, answer in answers.items()}
    assert sum(map(bool, lines.values())) > 20
    for typed, line in lines.items():
        if line:
            again = run(*shlex.split(line[1]), data=STORE)
            assert (again.status, again.out) == answers[typed][:2], typed


@pytest.mark.parametrize("typed", ["kim yong il", "search Kim Yong Il's"])
def test_a_whole_name_stands_together_in_a_search(typed: str) -> None:
    facts = vnkp.select(RECORD, reader.ask(RECORD, typed, today=TODAY).query)
    namesakes = {key for key, person in RECORD.people.items() if person.en == "Kim Yong Il"}
    assert facts
    for fact in facts:
        texts = f"{fact.en} {fact.note and fact.note.en}"
        assert "Kim Yong Il" in texts or not namesakes.isdisjoint(who.who for who in fact.people)


@pytest.mark.parametrize(
    ("typed", "dropped"),
    [
        ("aid rice in 2001", ()),  # "in" belongs to the time
        ("who came in 2018", ("who", "came")),
        ("what happened with rice", ("what", "happened", "with")),
        ("gạo là gì", ("là", "gì")),
        ("rice and rubber", ("and",)),
        ("rice", ()),
    ],
)
def test_words_that_only_ask_are_dropped_and_told(typed: str, dropped: tuple[str, ...]) -> None:
    assert reader.ask(RECORD, typed, today=TODAY).dropped == dropped


@pytest.mark.parametrize(
    ("typed", "is_interpreted"),
    [
        ("year 1961", False),
        ("year 6/1961", False),
        ("search rice", False),
        ("people kim il sung", False),
        ("anniversaries 2027", False),
        ("year between 1979 and 1984", True),
        ("visits 2018", True),
        ("rice", True),
        ("visits to Vietnam", True),
        ("list agreements", True),
    ],
)
def test_what_had_to_be_interpreted_is_told(typed: str, is_interpreted: bool) -> None:
    assert reader.ask(RECORD, typed, today=TODAY).is_interpreted is is_interpreted


def test_the_defaults_of_a_command_are_in_its_query() -> None:
    query = vnkp.ask(BOOK, "visits 2001").query
    assert (query.kinds, query.rank, query.parts) == ({vnkp.Kind.VISIT}, "leader", False)
    assert vnkp.select(BOOK, vnkp.ask(BOOK, "disputes").query) == [
        fact for fact in BOOK.facts if fact.disputed
    ]


@pytest.mark.parametrize("what", ["kind", "side", "rank", "sort order", "command"])
def test_a_closed_value_is_taken_in_any_case_and_without_marks(what: str) -> None:
    for name, value in vocabulary.phrases(what).items():
        assert vocabulary.find_value(what, name.upper()) == value
        assert vocabulary.find_value(what, f" {name} ") == value
        assert vocabulary.find_value(what, name.replace(" ", "-")) == value


def test_every_kind_is_known_by_what_screens_print() -> None:
    from vnkp.i18n.labels import KINDS, SIDES, SOURCE_KINDS

    for what, table in (("kind", KINDS), ("side", SIDES), ("kind of source", SOURCE_KINDS)):
        for value, label in table.items():
            for name in (value, label.en, label.vi):
                assert vocabulary.find_value(what, name) == str.__str__(value), name


WORDS = st.lists(
    st.sampled_from(
        [
            "who",
            "came",
            "to",
            "from",
            "the",
            "Vietnam",
            "DPRK",
            "kim",
            "il",
            "sung",
            "rice",
            "1961",
            "since",
            "until",
            '"',
            "“",
            "over",
            "2000",
            "tonnes",
            "là",
            "ai",
            "thăm",
            "visits",
            "aid",
            "of",
            ",",
            "?",
            "6/1961",
            "not",
            "during",
            "signed",
            "most",
            "year",
            "nhiều",
            "nhất",
            "báo",
            "70th",
            "–",
            "to",
            "lam",
            "how",
            "much",
        ]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=200)
@given(st.one_of(st.text(), WORDS))
@example('"' * 999)
@example("“" * 999)
@example("kim il sung " * 500)
@example("a" * 20_000)
@example("from Vietnam " * 500)
def test_any_line_is_a_query_or_one_clear_error(text: str) -> None:
    try:
        reading = reader.ask(BOOK, text, today=TODAY)
        vnkp.select(BOOK, reading.query)
    except VnkpError:
        return
    assert reading.line


@pytest.mark.parametrize("text", ["", "1900", "1961", "2099"])
@pytest.mark.parametrize("command", vocabulary.COMMANDS)
def test_what_needs_no_reader_is_read_as_by_the_reader(command: str, text: str) -> None:
    if plain_lines.is_command(command, text):
        line = f"{command} {text}".strip()
        assert find_command(line) == (command, text)
        reading = reader.ask(BOOK, text, "vi", TODAY, command=command)
        assert plain_lines.read(text, "vi", command) == reading


@pytest.mark.parametrize("text", ["1899", "2100", "1961 ", "61", "1961-62", "rice", "19610"])
def test_what_may_be_more_than_a_year_is_left_to_the_reader(text: str) -> None:
    assert not plain_lines.is_command("year", text)
    assert plain_lines.read(text, "en", "year") is None
