"""The open door: lines as people type them, and what has to be in the answer."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess

import pytest

from tests.conftest import STORE, Run
from vnkp.text import shell_quoted

# Typed after `vnkp`, the language, the status, what has to be there, what must not be.
Case = tuple[str, str, int, list[str], list[str]]
CASES: list[Case] = [
    # a time, a thing, both
    ("1961", "en", 0, ["Phạm Văn Đồng", "treaty"], []),
    ("6/1961", "en", 0, ["Phạm Văn Đồng"], []),
    ("June 1961", "en", 0, ["Phạm Văn Đồng"], []),
    ("the sixties", "en", 0, ["1964"], ["1957"]),
    ("tháng 6/1961", "vi", 0, ["Phạm Văn Đồng"], []),
    ("rice", "en", 0, ["22,700"], []),
    ("rice 2012", "en", 0, ["5,000", "Hải Phòng|ship"], []),
    ("gạo 2012", "vi", 0, ["5.000"], []),
    ("rubber", "en", 0, ["rubber"], []),
    ("kim jong un", "en", 0, ["2019"], []),
    ("kim jong un 2025", "en", 0, ["Tô Lâm"], ["2019"]),
    # aid and trade
    ("aid rice", "en", 0, ["40,800", "20,000"], ["roubles", "rubber"]),
    ("aid rice in 2001", "en", 0, ["5,000.10,700"], []),
    ("total", "en", 0, ["40,800"], []),
    ("how much rice in 2001", "en", 0, ["5,000.10,700"], []),
    ("bao nhiêu gạo năm 2001", "vi", 0, ["5.000.10.700"], []),
    ("viện trợ gạo từ 2000 đến 2012", "vi", 0, ["22.700"], []),
    ("vien tro gao tu 2000 den 2012", "vi", 0, ["22.700"], []),
    ("trade 2010", "en", 0, ["16,000,000", "3,713,000"], ["2015"]),
    ("thương mại 2010", "vi", 0, ["16.000.000"], ["2015"]),
    ("list --from Vietnam --kind aid", "en", 0, ["rice"], []),
    ('list --from "Việt Nam" --kind "viện trợ"', "en", 0, ["rice"], []),
    ("list --to dprk --kind AID", "en", 0, ["rice"], []),
    # visits, and what the default of leaders hides
    ("visits 2018", "en", 1, [r"--rank minister\+ \(1\)", r"--rank all \(2\)"], []),
    ("thăm 2018", "vi", 1, [r"--rank all \(2\)"], []),
    ("visits 2018 --rank all", "en", 0, ["Ri Yong Ho", "Jang Chun Sil"], []),
    ("visits 2018 --rank minister", "en", 0, ["Ri Yong Ho"], ["Jang Chun Sil"]),
    ('visits 2018 --rank "bộ trưởng"', "en", 0, ["Ri Yong Ho"], ["Jang Chun Sil"]),
    ("who came in 2018", "en", 0, ["Ri Yong Ho"], []),
    ("ai sang thăm năm 2018", "vi", 0, ["Ri Yong Ho"], []),
    ("visits kim il sung", "en", 0, ["2 made", "2 received", "1958", "1964"], []),
    ("visits since 2007", "en", 0, ["Nông Đức Mạnh", "Tô Lâm"], ["1957"]),
    ("visits to Vietnam 1958", "en", 0, ["Kim Il Sung"], []),
    ("thăm 2007", "vi", 0, ["Nông Đức Mạnh", "Kim Yong Il"], []),
    ("how many times did Kim Il Sung visit Vietnam", "en", 0, ["1958", "1964"], []),
    # times in words
    ("year between 1979 and 1984", "en", 0, ["ambassador"], []),
    ("year 1979-1984", "en", 0, ["ambassador"], []),
    ("year 1979–84", "en", 0, ["ambassador"], []),
    ("timeline 1960s", "en", 0, ["1960", "airmen"], []),
    ("list 1961", "en", 0, ["Phạm Văn Đồng"], []),
    ("--lang vi year 1961", "en", 0, ["Thời gian", "Phạm Văn Đồng"], ["Direction"]),
    ("--format table --lang vi 1961", "en", 0, ["Thời gian", "Phạm Văn Đồng"], ["Direction"]),
    # looking for words
    ("search pilots died", "en", 0, ["die|dead"], []),
    ("search 22700", "en", 0, ["22,700"], []),
    ("search 16.5 million", "en", 0, ["16,500,000"], []),
    ("search over 100", "en", 0, ["over 100"], []),
    ("search rice --in 2024", "en", 1, [], ["party delegation"]),
    # kinds
    ("agreements since 2000", "en", 0, ["2002", "2008"], ["1957"]),
    ("hiệp định", "vi", 0, ["2002", "1958|1957"], []),
    ("military 1966", "en", 0, ["1966"], ["visit"]),
    ("quân sự 1966", "vi", 0, ["1966"], []),
    ('list --kind "thỏa thuận" --in "những năm 1960"', "vi", 0, ["1961|1962"], []),
    ("list --kind vist", "vi", 2, ["visit|chuyến thăm"], ["did you mean"]),
    ("people nguyen van khan", "en", 0, ["Nguyễn Văn Khánh"], ["Kim Jong Un"]),
    ("people foreign minister", "en", 0, ["^People · foreign minister · "], []),
    ("sources about rice 2012", "en", 0, ["^read as: cite rice --in 2012"], []),
    ("help me find treaties", "en", 0, ["1961"], ["Usage"]),
    ("version of the treaty", "en", 0, ["1961"], []),
    ("latest 3 agreements", "en", 0, ["3 of"], []),
    ("trade relations since 2000", "en", 0, ["^read as: trade --since 2000"], []),
    ("brief --date 2026", "en", 2, ["not one day"], []),
    ("list --limit 2 --limit 5", "en", 2, ["given twice"], []),
    ("viện trợ cao su", "vi", 0, ["5"], ["rúp"]),
    ("visits in may", "en", 2, ["may. lacks a year"], []),
    ("thăm tháng 10", "vi", 2, ["thiếu năm"], []),
    ("people ambasador", "en", 2, ["did you mean .Ambassador"], []),
    ("people premier", "en", 0, ["Pak Thae Song", "Kim Tok Hun", "Kim Yong Il"], []),
    ("people kim yong il", "en", 0, ["Premier", "Vice Foreign Minister"], []),
    # people by office
    ("people ambassador", "en", 0, ["Ma Chol Su", "Lê Bá Vinh", "Ri S[uŭ]ng Guk", "seen"], []),
    ("people đại sứ", "vi", 0, ["Ma Chol Su", "Lê Bá Vinh", "được ghi nhận"], []),
    ("who is Ri Yong Ho", "en", 0, ["Ri Yong Ho", "Foreign Minister"], []),
    ("Ri Yong Ho là ai", "vi", 0, ["Ri Yong Ho"], []),
    # orders, groups, offices, and questions that are no sums
    ("last visit of a leader", "en", 0, ["Tô Lâm", "1 of", "--rank all"], ["1957"]),
    ("chuyến thăm gần nhất của Kim Jong Un", "vi", 0, ["1–2/3"], ["Tô Lâm"]),
    ("first visit by a foreign minister", "en", 0, ["Kim Yong Nam", "1992"], ["1971"]),
    ("visits by decade", "en", 0, ["1950s", "2020s"], []),
    ("aid by decade", "en", 0, ["1960s", "2010s"], []),
    ("bao nhiêu phi công Triều Tiên hy sinh", "vi", 0, ["hy sinh"], []),
    ("did Kim Jong Il ever visit Vietnam", "en", 1, ["nothing found"], []),
    ("sources press 2010", "en", 0, ["press"], ["archive"]),
    # the largest, what was signed on a visit, offices by what they do, whose sources
    ("biggest year of trade", "en", 0, ["read as: trade --sort -value", "18,000,000"], []),
    ("năm nào thương mại lớn nhất", "vi", 0, ["18.000.000"], []),
    ("largest shipment of rice", "en", 0, ["22,700"], ["roubles", "300,000"]),
    ("which decade had the most agreements", "en", 0, ["1960s.*\n.*2000s.*\n.*2010s"], []),
    ("năm nào có nhiều chuyến thăm nhất", "vi", 0, ["2015.*\n.*2012"], []),
    ("list --by year,kind --sort -value", "en", 2, ["--sort"], []),
    ("agreements during the 1958 visit", "en", 0, ["joint statement"], ["1961"]),
    ("ký gì khi Tô Lâm thăm Triều Tiên", "vi", 0, ["TTXVN và KCNA"], ["2007"]),
    ("what was signed when Lê Duẩn visited", "en", 1, ["visits --person 'Lê Duẩn'"], []),
    ("visits of the head of state", "en", 0, ["Hồ Chí Minh", "Võ Chí Công"], ["Phạm Văn Đồng, "]),
    ("nguyên thủ thăm", "vi", 0, ["Trần Đức Lương"], []),
    ("people party chief", "en", 0, ["Lê Duẩn", "Nông Đức Mạnh"], ["Chief of the Office"]),
    ("nguồn gạo", "vi", 0, ["cite gạo", "Thanh Niên"], []),
    ("nguồn báo Nhân Dân", "vi", 0, ["Nhân Dân"], ["Yonhap"]),
    ("báo nào đưa tin về gạo", "vi", 0, ["--source-kind press", "báo chí"], ["Wilson"]),
    ("how many sources", "en", 0, [r"Sources · \d+"], []),
    ("aid not rice", "en", 0, ["without rice", "rubber"], ["22,700"]),
    ("viện trợ trừ gạo", "vi", 0, ["trừ gạo", "cao su"], ["22.700"]),
    ("visits not to Pyongyang", "en", 0, ["visits --to VN"], ["Phạm Văn Đồng, "]),
    ("list by year and kind", "en", 0, ["--by year,kind", "1961"], []),
    ("70th anniversary of ties", "en", 0, ["2020"], []),
    ("viện trợ ngoài gạo", "vi", 0, ["trừ gạo", "cao su"], ["22.700"]),
    ("viện trợ ngoại trừ gạo", "vi", 0, ["trừ gạo", "cao su"], ["22.700"]),
    ("aid --without rice --without rubber", "en", 0, ["without rubber"], ["22,700", "raw rubber"]),
    ("visits 2018 except ministers", "en", 0, ["Jang Chun Sil"], ["Ri Yong Ho"]),
    # a question that nothing answers as it was read is searched for
    ("who came to the embassy to mourn Nguyen Phu Trong", "en", 0, ["Jo Yong Won"], []),
    ("Kim Jong Un mời Tổng Bí thư sang thăm khi nào", "vi", 0, ["mời Tổng Bí thư Ng"], ["2025"]),
    ("báo Hàn Quốc nào nói về vụ Đoàn Thị Hương", "vi", 0, ["Đoàn Thị Hương"], []),
    ("last president of Vietnam to visit Pyongyang", "en", 0, ["Trần Đức Lương"], ["Tô Lâm"]),
    ("Kim Nhật Thành sang Việt Nam khi nào gặp Lê Duẩn", "vi", 0, ["1964"], []),
    ("how often did Le Duan visit", "en", 1, ["visits --person 'Le Duan'"], []),
    ("rubber and money for the DPRK", "en", 0, ["each has only some of: rubber, money"], []),
    # where no fact has all words, names stay
    ("ba ri yong hui lay chong nam nao", "vi", 0, ["Phạm Ngọc Cảnh"], ["bunker"]),
    ("first agreement on culture", "en", 0, ["left out: first\n.*\n.*\n.*1957"], ["1950"]),
    ("search rice --sort date --limit 1", "en", 0, ["Kim Yong Nam"], []),
    ("thỏa thuận chỉ có một nguồn", "vi", 0, ["--sources 1", "1991"], ["1961"]),
    ("latest disputes", "en", 0, ["10 of"], []),
    ("smallest aid shipment", "en", 0, ["read as: aid --sort value"], []),
    ("bao nhiêu sự kiện theo năm và loại", "vi", 0, ["--by year,kind"], []),
    ('what was signed during "Trần Đức Lương\'s" 2002 trip', "en", 0, ["2002-05-02..2002-05"], []),
    ("70th anniversaries in 2027", "en", 0, ["--every 70 2027", "Hồ Chí Minh"], ["Trần Đức L"]),
    ("70 years of relations", "en", 0, ["2020"], []),
    ("kỷ niệm 70 năm quan hệ", "vi", 0, ["2020"], []),
    (
        "ngoại trưởng Triều Tiên thăm Việt Nam",
        "vi",
        0,
        ["--office 'ngoại trưởng'", "Kim Yong Nam"],
        [],
    ),
    ("list of ambassadors of vietnam to north korea", "en", 0, ["Lê Bá Vinh"], ["Ma Chol Su"]),
    ("people đại sứ Triều Tiên --since 2025", "vi", 0, ["Ri Sung Guk"], ["Tham tán"]),
    ("đại sứ Triều Tiên tại Việt Nam từ 2025", "vi", 0, ["Ri Sung Guk"], ["Ma Chol Su"]),
    ("gifts of rubber", "en", 0, ["raw rubber"], ["left out"]),
    ("what is the largest gift", "en", 0, ["list --kind aid --sort -value"], []),
    # options beside words are told too, and beside ids they mean nothing
    ("rice 2012 --place hanoi", "en", 0, ["read as: search rice --place hanoi --in 2012"], []),
    ("sources press --in 2010 --source-lang en", "en", 0, ["press --source-lang en --in 2010"], []),
    ("rice --by year --limit 3", "en", 0, ["read as: .* --limit 3 --by year"], []),
    ("rice --by 'years, Kind'", "en", 0, ["read as: search rice --by year,kind\\n"], []),
    ("list leaders --by year", "en", 0, ["1957"], ["no option"]),
    ("sources not rice", "en", 0, ["cite --without rice"], []),
    ("sources rice of Kim Yong Nam", "en", 0, ['read as: cite rice ."Kim Yong Nam".\\n'], []),
    ("sources tiếng Hàn gạo", "en", 0, ["read as: cite gạo --source-lang ko"], []),
    ("gạo --strict --sources 1", "vi", 0, ["--sources 1 --strict"], []),
    ("show 1958-kim-il-sung-in-vietnam --kind aid", "en", 2, ["an id names one fact"], []),
    ("cite 1958-kim-il-sung-in-vietnam --in 1961", "vi", 2, ["mã đã chỉ đúng"], []),
    # the calendar
    ("anniversaries 7/2027", "en", 0, ["Hồ Chí Minh", "70"], []),
    ("kỷ niệm tháng 7/2027", "vi", 0, ["Hồ Chí Minh", "70"], []),
    ("anniversaries 2027..2028", "en", 0, ["2028", "70"], []),
    ("what falls due in July 2027", "en", 0, ["Hồ Chí Minh", "70"], []),
    ("31 January", "en", 0, ["^On this day, 31 Jan", "1950"], []),
    ("ngày 31 tháng 1", "vi", 0, ["1950"], []),
    ("today 31/1", "en", 0, ["1950"], []),
    ("today 31 January", "en", 0, ["1950"], []),
    ("hôm nay 31/1", "vi", 0, ["1950"], []),
    # single things
    (
        "show 1958 kim il sung first visit",
        "en",
        0,
        ["pays his first visit", "People"],
        [],
    ),
    ("show 1958-kim-il-sung-in-vietnam 1957-ho-chi", "en", 0, ["1958", "1957"], []),
    ("cite visits 1957 --style bibtex", "en", 0, ["@", "year|date"], []),
    ("list --sources 1 --kind agreement", "en", 0, ["agreement"], []),
    ("list --source-kind press --in 1950s", "en", 0, ["195"], []),
    ("list --source-kind 'báo chí' --in 1950s", "en", 0, ["195"], []),
    ("sources --source-lang Korean", "en", 0, ["Korean"], ["German"]),
    ('list --item rice --in "some century"', "en", 2, ["some century"], []),
    ("list --office ambassador --in 2018..2020", "en", 0, ["20(18|19|20)"], []),
    ("latest", "en", 0, ["202[56]"], []),
    # help and the version
    ("help", "en", 0, ["visits", "timeline"], []),
    ("trợ giúp", "vi", 0, ["Cách dùng", "chuyến thăm"], []),
    ("--help", "vi", 0, ["Cách dùng", "chuyến thăm"], []),
    ("help visits", "en", 0, ["--rank"], []),
    ("version", "en", 0, [r"vnkp \d"], []),
    # nothing is dropped in silence, a total never leaves a word out
    ("trade union", "en", 1, ["union", "vnkp search union"], []),
    ("aid rice zzzz", "en", 1, ["zzzz"], ["22,700"]),
    ("visist 2018", "en", 1, ["visits"], []),
    ("list --since 1990 --since 1995", "en", 2, ["--since"], []),
    ("list --data a.toml --data b.toml", "en", 2, ["--data"], []),
    ("visits 31/2/2018", "en", 2, ["no such day"], []),
    # three more of each kind of line
    ("1957", "en", 0, ["Hồ Chí Minh pays"], []),
    ("1977", "en", 0, ["civil aviation"], []),
    ("năm 1988", "vi", 0, ["Võ Chí Công"], []),
    ("cao su", "vi", 0, ["cao su"], []),
    ("kindergarten", "en", 0, ["Kindergarten"], []),
    ("uniforms", "en", 0, ["1,000,000"], []),
    ("rubber 2005", "en", 0, ["rubber"], []),
    ("airmen 1966", "en", 0, ["airmen"], ["2016"]),
    ("kindergarten 1978", "en", 0, ["Friendship Kindergarten"], []),
    ("aid rubber", "en", 0, ["5 +tonnes"], ["rice"]),
    ("aid uniforms", "en", 0, ["1,000,000"], ["rice"]),
    ("viện trợ cao su", "vi", 0, ["5 +tấn"], ["gạo"]),
    ("aid rice in 1997", "en", 0, ["13,000"], []),
    ("aid money since 2000", "en", 0, ["50,000"], ["rice"]),
    ("aid rice before 1996", "en", 0, ["100"], ["22,700"]),
    ("visits 2010", "en", 1, [r"--rank minister\+ \(\d"], []),
    ("visits 2014", "en", 1, [r"--rank minister\+ \(2\)"], []),
    ("thăm 2015", "vi", 1, [r"--rank all \(\d"], []),
    ("visits 2008 --rank minister+", "en", 0, ["2008"], []),
    ("visits 2008 --rank all", "en", 0, ["Bùi Xuân Khu"], []),
    ("visits --rank ambassador", "en", 0, ["Visits of ambassadors ·", "--rank all"], ["and above"]),
    ("who visited Vietnam in 2001", "en", 0, ["Kim Yong Nam"], ["Nguyễn Dy Niên"]),
    ("who went to the DPRK in 1961", "en", 0, ["Phạm Văn Đồng"], []),
    ("ai thăm Việt Nam năm 1958", "vi", 0, ["Kim Nhật Thành"], []),
    ("visits ho chi minh", "en", 0, ["1957"], []),
    ("visits tô lâm", "en", 0, ["2025"], []),
    ("thăm Kim Nhật Thành", "vi", 0, ["2 lần đi thăm"], []),
    ("how often did Kim Jong Un visit Vietnam", "en", 0, ["2019"], ["2025"]),
    ("bao nhiêu lần Kim Nhật Thành thăm Việt Nam", "vi", 0, ["1958", "1964"], ["1957"]),
    ("mấy lần Hồ Chí Minh thăm Triều Tiên", "vi", 0, ["1957"], []),
    ("ho chi minh", "en", 0, ["1957"], []),
    ("김정은", "en", 0, ["2019"], []),
    ("Kim Chŏng-ŭn", "en", 0, ["2019"], []),
    ("who was Kim Yong Nam", "en", 0, ["Kim Yong Nam", "Presidium"], []),
    ("Ma Chol Su là ai", "vi", 0, ["Đại sứ"], []),
    ("ai là Ma Chol Su", "vi", 0, ["Đại sứ"], []),
    ("year between 1957 and 1958", "en", 0, ["1957", "1958"], ["1964"]),
    ("year from 1990 to 1996", "en", 0, ["199"], ["1958"]),
    ("year 1990..1996", "en", 0, ["199"], ["1958"]),
    ("year từ 1990 đến 1996", "vi", 0, ["199"], ["1958"]),
    ("timeline 1970s", "en", 0, ["Cambodia"], ["2019"]),
    ("timeline since 2019", "en", 0, ["Tô Lâm"], ["1957"]),
    ("timeline thập niên 1980", "vi", 0, ["1988"], ["2019"]),
    ("trade 2011", "en", 0, ["18,000,000"], []),
    ("trade since 2014", "en", 0, ["201"], ["2009"]),
    ("trade 2009-2010", "en", 0, ["16,500,000", "16,000,000"], ["2015"]),
    ("visits before 1960", "en", 0, ["1957", "1958"], ["1964"]),
    ("visits until 1964", "en", 0, ["1964"], ["2001"]),
    ("visits sau 2019", "vi", 0, ["2025"], ["2007"]),
    ("list 1960s", "en", 0, ["airmen"], ["1957"]),
    ("list since 2025", "en", 0, ["2025"], ["2019"]),
    ("list tháng 10/2025", "vi", 0, ["Tô Lâm"], []),
    ("search airman killed", "en", 0, ["killed"], []),
    ("search students trained", "en", 0, ["trains"], []),
    ("search kindergartens", "en", 0, ["Kindergarten"], []),
    ("search 13.000", "en", 0, ["13,000"], []),
    ("search 50,000", "en", 0, ["50,000"], []),
    ("search 1000000", "en", 0, ["1,000,000"], []),
    ("search 16,5 triệu", "vi", 0, ["16.500.000"], []),
    ("search 18 million", "en", 0, ["18,000,000"], []),
    ("search 12.3 million roubles", "en", 0, ["12,300,000"], []),
    ("search hơn 100", "vi", 0, ["hơn 100"], []),
    ("search nearly 16.5 million", "en", 0, ["nearly 16,500,000"], []),
    ("search about 100 people", "en", 0, ["about 100 people"], []),
    ("search rubber --in 1961", "en", 1, ["nothing found in 1961"], []),
    ("search tank --in 2012", "en", 1, ["nothing found in 2012"], []),
    ("search xyzzy", "en", 1, ["nothing found"], []),
    ("visits to Vietnam since 2000", "en", 0, ["Kim Yong Nam"], ["Tô Lâm"]),
    ("trade 1990s", "en", 0, ["1990"], ["2009"]),
    ("thỏa thuận từ 2000", "vi", 0, ["2002|2008"], ["1957"]),
    ("culture 2019", "en", 0, ["2019"], []),
    ("people premier", "en", 0, ["Kim Il Sung|Kim Yong Il"], []),
    ("people foreign minister", "en", 0, ["Ri Yong Ho"], []),
    ("people bộ trưởng ngoại giao", "vi", 0, ["Ri Yong Ho"], []),
    ("who was North Korean ambassador in 2010", "en", 0, ["Ma Chol Su"], []),
    ("visits --by year", "en", 0, ["1957", "2019"], []),
    ("visits --by person --limit 3", "en", 0, ["Kim|Nguyễn"], []),
    ("agreements --by decade", "en", 0, ["1960s"], []),
    ("list --by decade,kind --kind aid", "en", 2, ["--by"], []),
    ("list --by kind,from", "en", 0, ["DPRK"], []),
    ("visits --by decade,rank", "en", 0, ["1950s"], []),
    ("anniversaries 11/2028", "en", 0, ["Kim Il Sung", "70"], []),
    ("anniversaries 2027", "en", 0, ["Hồ Chí Minh"], []),
    ("kỷ niệm năm 2028", "vi", 0, ["1958"], []),
    ("today 9/10", "en", 0, ["Tô Lâm"], []),
    ("today 28 November", "en", 0, ["1958"], []),
    ("hôm nay 9/9", "vi", 0, ["Võ Chí Công"], []),
    ("--lang vi visits 1958", "en", 0, ["Kim Nhật Thành"], []),
    ("--lang vi --in 1961 list", "en", 0, ["Phạm Văn Đồng"], []),
    ("--json 1961", "en", 0, [r'"id": ?"1961'], []),
    ("help aid", "en", 0, ["--explain"], []),
    ("-h", "en", 0, ["visits", "timeline"], []),
    ("list --from north-korea --kind aid", "en", 0, ["uniforms"], ["rice"]),
    ('list --to "Triều Tiên" --kind "viện trợ"', "vi", 0, ["gạo"], []),
    ("list --from kp --kind aid", "en", 0, ["uniforms"], ["rice"]),
    ("thăm 1957", "vi", 0, ["Hồ Chí Minh"], []),
    ("chuyến thăm 1964", "vi", 0, ["Kim Nhật Thành"], []),
    ("các chuyến thăm từ 2007", "vi", 0, ["Tô Lâm"], ["1957"]),
    ("ngoại giao 1950", "vi", 0, ["31/1/1950|31/1"], []),
    ("giáo dục những năm 1960", "vi", 0, ["sinh viên"], []),
    ("kinh tế 2011", "vi", 0, ["2011"], []),
    ('list --kind "viện trợ" --in "thập niên 1960"', "vi", 0, ["quân phục"], ["gạo"]),
    ('list --kind "ngoại giao" --in "năm 1950"', "vi", 0, ["31/1"], []),
    ('list --kind "quân sự" --since 2000 --until 2005', "vi", 0, ["2002"], ["1966"]),
    ("viện trợ từ 1995 đến 1997", "vi", 0, ["13.100"], []),
    ("which Vietnamese presidents visited North Korea", "en", 0, ["Hồ Chí Minh"], []),
    ("thứ trưởng ngoại giao thăm Bình Nhưỡng", "vi", 0, ["Nguyễn Minh Vũ"], []),
    ("bộ trưởng quốc phòng Triều Tiên thăm Việt Nam", "vi", 0, ["Pak Yong Sik"], []),
    ("hôm nay ngày này năm xưa", "vi", 0, ["Ngày này năm xưa"], ["xưa;"]),
    ("viện trợ gạo năm 1995", "vi", 0, ["100"], []),
    ("people Nông Đức Mạnh", "vi", 0, ["Tổng Bí thư"], []),
    ("people thủ tướng", "vi", 0, ["Kim Nhật Thành|Phạm Văn Đồng"], []),
    ("tháng 11/1958", "vi", 0, ["Kim Nhật Thành"], []),
    ("tháng 9 năm 2011", "vi", 0, ["thể thao"], []),
    ("list --kind agrement", "vi", 2, ["agreement"], ["did you mean"]),
    ("list --rank leder", "vi", 2, ["leader"], ["did you mean"]),
    ("list --from Vietnm", "vi", 2, ["VN"], ["did you mean"]),
    ("show 1957 ho chi minh", "en", 0, ["Hồ Chí Minh pays"], []),
    ("show 2010 ma chol su", "en", 0, ["Ma Chol Su"], []),
    ("show 2025-to-lam-in-the-dprk", "en", 0, ["Tô Lâm"], []),
    ("cite visits 2019 --style csl-json", "en", 0, ['"type"'], []),
    ("cite rice 1997", "en", 0, ["1997|200|201"], []),
    ("cite 2000-rice-for-the-dprk --style biblatex", "en", 0, ["@", "date"], []),
    ("brief rice", "en", 0, ["rice"], []),
    ("brief kim yong nam", "en", 0, ["Kim Yong Nam"], []),
    ("brief 2019", "en", 0, ["Kim Jong Un"], []),
    ("list --sources 2 --kind trade", "en", 0, ["\\d"], []),
    ("list --source-kind archive", "en", 0, ["19\\d\\d"], []),
    ("sources --source-kind official --in 2019", "en", 0, ["2019"], []),
    ("totals since 2000", "en", 0, ["27,700"], ["uniforms"]),
    ("total rice", "en", 0, ["40,800"], []),
    ("oldest sources", "en", 0, ["─\n24 Jul 1951"], []),
    # totals tell which words narrow them
    (
        "how much rice in the famine",
        "en",
        0,
        ["13,100", "“famine” are counted; without it there are"],
        [],
    ),
    ("gạo trong nạn đói viện trợ bao nhiêu", "vi", 0, ["13.100", "“nạn đói”; nếu bỏ từ này"], []),
    ("aid rice 2012", "en", 0, ["5,000"], ["are counted"]),
    # where nothing goes from or to a country, without it
    (
        "refugees flown from Vietnam to Seoul",
        "en",
        0,
        ["read as: search refugees flown Seoul\n", "468"],
        [],
    ),
    ("người tị nạn từ Việt Nam về Seoul năm 2004", "vi", 0, ["468"], []),
    ("search refugees Seoul --from VN", "en", 0, ["from Vietnam · 2"], ["468"]),
    # the sources of a date that the head does not have are those that give it
    ("cite kim il sung hanoi 27/11/1958", "en", 0, ["VTC News"], ["Người Đưa Tin"]),
    ("cite kim il sung 28/11/1958", "en", 0, ["Người Đưa Tin"], []),
    # the South is another Vietnam
    ("north koreans in south vietnam", "en", 0, ["Liberation Front"], ["Kép"]),
    ("người Triều Tiên ở miền Nam Việt Nam", "vi", 0, ["Mặt trận Giải phóng"], ["Kép"]),
    # words for the kind of answer do not have to be found
    ("football scores", "en", 0, ["goalless draw", "Mỹ Đình"], []),
    ("any north korean restaurants still open", "en", 0, ["Mar 2024", "Đà Nẵng"], []),
    ("did hanoi react to the 2017 nuclear test", "en", 0, ["grave breach"], ["2009"]),
    ("Việt Nam phản ứng thế nào về vụ thử hạt nhân 2017", "vi", 0, ["5/9/2017"], ["2009"]),
    ("why did both countries pull their ambassadors", "en", 0, ["Dec 1978"], []),
    # what few sources are of stands above them
    (
        "who says north korea was third to recognise vietnam",
        "en",
        0,
        ["on: The DPRK becomes the third"],
        [],
    ),
    ("cite 2001", "en", 0, ["VietNamNet"], ["\non: "]),
    # other words for the same: of one syllable, or of several words
    ("bao nhiêu phi công Triều Tiên chết ở Việt Nam", "vi", 0, ["14 người"], ["bỏ qua"]),
    ("mộ phi công Triều Tiên ở đâu", "vi", 0, ["Tân Dĩnh"], []),
    ("famine", "en", 0, ["food crisis", "free of charge"], []),
    ("how much was vietnam fined for selling beer", "en", 0, ["860,000"], ["left out"]),
    ("football results Vietnam against DPRK", "en", 0, ["Mỹ Đình", "friendly"], ["left out"]),
    ("kết quả bóng đá", "vi", 0, ["Mỹ Đình", "giao hữu"], ["thượng đỉnh"]),
    ("gạo cứu đói cho Bình Nhưỡng những năm 90", "vi", 0, ["100 tấn", "13.000 tấn"], ["vũ khí"]),
    # the words that narrow a total, without the countries
    ("how much rice during the North Korean famine", "en", 0, ["“famine” are counted"], []),
    # a question whose total rests on few facts tells them
    ("how much rice in the famine", "en", 0, [" 100  1995 ", "13,000  1997 "], ["--explain"]),
    ("aid rice", "en", 0, ["--explain"], ["Left out"]),
    # the sources of what fits best stand first
    (
        "Ai nói Việt Nam là bạn hàng lớn thứ hai của Triều Tiên",
        "vi",
        0,
        [r"\n\n(về: [^\n]+\n)*\n?Opinion News"],
        [],
    ),
    # a country of the words goes where the facts fit far better without it
    (
        "Mỹ phạt hãng đồ uống Việt Nam bao nhiêu tiền vì bán bia sang Triều Tiên",
        "vi",
        0,
        ["860.000"],
        ["sang Triều Tiên ·"],
    ),
    # capitals stand for governments
    ("when did hanoi recognise seoul", "en", 0, [r"seoul · 1\n\n22 Dec 1992"], []),
    ("Ai đại diện Bình Nhưỡng dự quốc tang Nguyễn Phú Trọng", "vi", 0, ["Ri Ho Jun"], []),
    # what is to come has anniversaries
    ("Năm 2027 tròn 70 năm những sự kiện nào", "vi", 0, ["8/7", "Hồ Chí Minh"], []),
    ("70th anniversary 2027", "en", 0, ["Hồ Chí Minh"], []),
    # who says a number or a day: those sources that have it
    ("who says 67 airmen died", "en", 0, ["Dong-A Ilbo"], ["VTC News"]),
    ("who says 60 hours by train", "en", 0, ["VOV"], ["Kyodo", "VnExpress"]),
    ("Báo nào nói tàu đi 66 tiếng tới Đồng Đăng", "vi", 0, ["VnExpress"], ["VOV"]),
    (
        "disputes 66 giờ Đồng Đăng",
        "vi",
        0,
        ["60 giờ +Đài Tiếng nói"],
        [r"(?s)66 giờ +Thông tấn xã[^≠]*VOV"],
    ),
    # those who held an office, where somebody succeeded somebody
    ("who succeeded Kim Myong Gil", "en", 0, ["2024–2025  Ri Sung Guk", "2015–2019"], []),
    ("which party chief went to Pyongyang before To Lam", "en", 0, ["Nông Đức Mạnh"], ["2025$"]),
    # who somebody was who is not named; a case called after somebody
    (
        "who was the North Korean woman who married her Vietnamese sweetheart",
        "en",
        0,
        ["Ri Yong Hui"],
        [],
    ),
    ("who is kim jong unn", "en", 2, ["Kim Jong Un"], []),
    (
        "when did the Vietnamese woman in the Kim Jong Nam case come home",
        "en",
        0,
        [r"\n3 May 2019 .*\n.*\n.*Đoàn Thị Hương"],
        [],
    ),
    ("did Kim Jong Il ever visit Vietnam", "en", 1, [], []),
    # a claim of which no fact has all words has the sources of those that fit best
    (
        "ai nói Triều Tiên chống giải pháp chính trị ở Việt Nam",
        "vi",
        0,
        ["về: Bản ghi nhớ Liên Xô", "bỏ qua: chống"],
        [],
    ),
    ("who says north koreans ate pho", "en", 0, ["^read as: search", "left out: ate"], []),
    # what fits best stands first among disputes
    (
        "do the sources agree on how many north korean airmen died in vietnam",
        "en",
        0,
        [r"\n\nSep 1965 – 1968 +★ DPRK airmen die"],
        [],
    ),
    # why: the notes of the best
    ("why were the ambassadors withdrawn", "en", 0, ["only chargés", "given as the reason"], []),
    ("Hà Nội có từng mua tàu ngầm mini của Bình Nhưỡng", "vi", 0, ["Cam Ranh"], []),
    ("When did the ambassadors return", "en", 0, ["left out: return\n"], []),
    ("Ai nói buôn bán gần như không còn gì vào năm 2007", "vi", 0, ["Dương Chính Thức"], ["VTC"]),
    ("football matches between Vietnam and North Korea", "en", 0, ["goalless", "2015"], []),
    ("football", "en", 0, [], ["Kim Il Sung"]),
    # so few facts are as old that all are told
    ("what turns 70 in 2027", "en", 0, ["cultural cooperation", "Hồ Chí Minh"], []),
    ("người tiền nhiệm của Tổng Bí thư Tô Lâm", "vi", 0, ["2012–2023 +Nguyễn Phú Trọng"], []),
]
# Commands whose answer is a text everywhere, so that --format would change what is asked.
TEXTS = ("help", "trợ", "-h", "--help", "--json", "version", "cite", "timeline", "show")


@pytest.mark.parametrize(
    ("typed", "lang", "status", "there", "never"), CASES, ids=[case[0] for case in CASES]
)
def test_a_line_is_answered(
    typed: str, lang: str, status: int, there: list[str], never: list[str], run: Run
) -> None:
    words = shlex.split(typed)
    screen = [] if words[0] in TEXTS else ["--format", "table"]
    once = [] if "--lang" in words else ["--lang", lang]
    ran = run(*once, *words, *screen, data=None if "--data" in words else STORE)

    assert ran.status == status, ran.err
    text = ran.out + ran.err
    assert [wanted for wanted in there if not re.search(wanted, text, re.IGNORECASE)] == []
    assert [unwanted for unwanted in never if re.search(unwanted, text, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("rice 2012", "search rice --in 2012"),
        ("who came in 2018", "visits --rank all --in 2018"),
        ("aid rice in 2001", "aid rice --in 2001"),
        ("agreements since 2000", "list --kind agreement --since 2000"),
        ("visits kim il sung", "visits --person 'kim il sung'"),
        ("how much rice did the DPRK receive", "aid rice --to KP"),
        ("1961", "year 1961"),
        ("search 1995", "search --in 1995"),
        (
            "last visit of Kim Jong Un",
            "visits --person 'Kim Jong Un' --from KP --rank all --sort -date --limit 1",
        ),
        ("visits by prime ministers", "visits --office 'prime ministers' --rank all"),
        ("visits by decade", "visits --by decade"),
        ("list disputed agreements", "list --kind agreement --disputed"),
        ("Korean sources 2001", "sources --source-lang ko --in 2001"),
        ("đại sứ Việt Nam tại Triều Tiên", "people đại sứ Việt Nam tại Triều Tiên"),
        ('"people\'s" rice 2012', 'search "people\'s" rice --in 2012'),
    ],
)
def test_how_a_line_was_read_is_said_on_stderr_and_can_be_typed(
    typed: str, line: str, run: Run
) -> None:
    asked = run(*shlex.split(typed), data=STORE)
    again = run(*shlex.split(line), data=STORE)

    assert asked.err.startswith(f"read as: {line}\n")
    assert (again.status, again.out) == (asked.status, asked.out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_a_hint_quotes_is_one_word_to_every_shell(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell}")
    for text in ("the people's council", "Kim Văn", 'say "so"', "the people's $HOME"):
        printed = subprocess.run(
            [shell, "-c", f"printf %s {shell_quoted(text)}"], capture_output=True, check=True
        )
        assert printed.stdout.decode() == text


def test_an_apostrophe_is_quoted_as_powershell_takes_it_too() -> None:
    # Between single quotes it would have to be doubled there, and left and begun anew elsewhere.
    assert shell_quoted("the people's council") == '"the people\'s council"'


def test_a_filter_given_twice_widens_and_two_persons_must_both_take_part(run: Run) -> None:
    def ids(*words: str) -> set[str]:
        rows = run("list", *words, "--format", "tsv", data=STORE).out.splitlines()[1:]
        return {row.split("\t")[0] for row in rows}

    aid, trade = ids("--kind", "aid"), ids("--kind", "trade")
    assert ids("--kind", "aid", "--kind", "trade") == aid | trade
    assert ids("--in", "1961", "--in", "1964") == ids("--in", "1961") | ids("--in", "1964")
    kim, ho = ids("--person", "Kim Il Sung"), ids("--person", "Hồ Chí Minh")
    assert ids("--person", "Kim Il Sung", "--person", "Hồ Chí Minh") == kim & ho
