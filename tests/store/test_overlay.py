"""Own facts beside the record: they join it, may refer to it, and never touch it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

SOURCE = """schema = 1

[source.diary]
title     = "Diary"
publisher = "Me"
lang      = "en"
kind      = "archive"
"""
FACT = """
[[fact]]
id     = "200{n}-own-note"
kind   = "culture"
date   = "200{n}-06"
people = [{{ who = "kim-mun", as = "premier-kp" }}]
places = ["hanoi"]
en     = "A note in Hanoi"
vi     = "Ghi chép ở Hà Nội"
cite   = [{{ source = "diary" }}]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    store = tmp_path / "own.toml"
    store.write_text(SOURCE + "".join(FACT.format(n=n) for n in range(10)), encoding="utf-8")
    return store


def test_ten_facts_live_beside_the_record_without_touching_it(own: Path, run: Run) -> None:
    before = SMALL.read_bytes()
    alone = json.loads(run("list", "--json").out)
    both = json.loads(run("list", "--json", "--with", str(own)).out)

    assert len(both) == len(alone) + 10
    assert {fact["store"] for fact in both} == {None, "own.toml"}
    assert all("store" not in fact for fact in alone)
    assert "own.toml" in run("show", "2001-own-note", "--with", str(own)).out
    assert SMALL.read_bytes() == before
    assert json.loads(run("list", "--json").out) == alone


def test_the_environment_names_them_too(
    own: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNKP_WITH", str(own))

    assert run("show", "2001-own-note").status == 0
    assert run("check").status == 0


def test_check_of_an_overlay_reads_what_it_refers_to_from_the_record(own: Path, run: Run) -> None:
    assert run("check", "--with", str(own)).out.startswith("own.toml: in order")
    alone = run("check", str(own))
    assert (alone.status, "vnkp check --with own.toml" in alone.err) == (3, True)

    own.write_text(own.read_text(encoding="utf-8").replace('"hanoi"', '"hanoy"'), "utf-8")
    refused = run("check", "--with", str(own))

    assert (refused.status, 'did you mean "hanoi"?' in refused.err) == (3, True)
    assert "kim-mun" not in refused.err


def test_an_id_that_the_record_has_is_refused_with_both_places(own: Path, run: Run) -> None:
    text = own.read_text(encoding="utf-8").replace("2001-own-note", "2001-rice-by-train")
    own.write_text(text, "utf-8")

    refused = run("list", "--with", str(own))

    assert refused.status == 3
    assert refused.err.startswith('own.toml:20: 2001-rice-by-train: "2001-rice-by-train" is in ')
    assert " small.toml:" in refused.err
    assert run("check", "--with", str(own)).err == refused.err


def test_an_id_that_an_own_fact_had_before_is_not_one_of_the_record_either(
    own: Path, run: Run
) -> None:
    text = own.read_text(encoding="utf-8")
    former = 'former_ids = ["1999-spring", "2001-rice-by-train"]\nkind   = "culture"'
    own.write_text(text.replace('kind   = "culture"', former, 1), "utf-8")

    refused = run("list", "--with", str(own))

    assert (refused.status, refused.err.count("\n")) == (3, 1)
    assert '2000-own-note: "2001-rice-by-train" is in small.toml:' in refused.err


def test_two_overlays_may_not_name_one_thing_either(own: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_bytes(own.read_bytes())

    refused = run("list", "--with", str(own), "--with", str(other))

    assert 'other.toml:3: source.diary: "diary" is in own.toml:3 too' in refused.err


def test_check_tells_of_every_overlay_in_one_run(
    own: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.toml"
    text = own.read_text(encoding="utf-8").replace("diary", "letters").replace("own-note", "letter")
    text = text.replace("-06", "-07")
    other.write_text(text, encoding="utf-8")
    both = ("--with", str(own), "--with", str(other))
    assert run("check", *both).out == "own.toml, other.toml: in order, 20 facts, 2 sources\n"
    assert json.loads(run("check", *both, "--json").out)["facts"] == 20

    other.write_text(text.replace('lang      = "en"', 'lang      = "vn"'), encoding="utf-8")
    for files in ([own, other], [other, own]):
        monkeypatch.setenv("VNKP_WITH", os.pathsep.join(map(str, files)))
        checked = run("check")
        assert (checked.status, checked.err.startswith("other.toml:6: advice: ")) == (0, True)
        assert run("check", "--strict").status == 3

    other.write_text(text.replace('"hanoi"', '"hanoy"'), encoding="utf-8")
    own.write_text(own.read_text(encoding="utf-8").replace('"culture"', '"cultur"'), "utf-8")
    for files in ([own, other], [other, own]):
        checked = run("check", *(word for file in files for word in ("--with", str(file))))
        told = [line.partition(":")[0] for line in checked.err.splitlines()]
        assert (checked.status, told) == (3, [file.name for file in files])
        rows = json.loads(run("check", *both, "--json").out)
        assert {row["file"] for row in rows} == {"own.toml", "other.toml"}


def test_what_is_ill_formed_in_one_store_may_be_named_in_the_next(
    own: Path, run: Run, tmp_path: Path
) -> None:
    """What refers to it is told no problem: that goes with the first."""
    other = tmp_path / "other.toml"
    text = own.read_text(encoding="utf-8")
    facts = "".join(FACT.format(n=n) for n in range(3)).replace("own-note", "letter")
    other.write_text("schema = 1\n" + facts.replace("-06", "-07"), encoding="utf-8")

    for slip in ('kind      = "archiv"', 'kind      = "archive', "kind      = 1", "kind = ["):
        own.write_text(text.replace('kind      = "archive"', slip), encoding="utf-8")
        checked = run("check", "--with", str(own), "--with", str(other))
        files = {line.partition(":")[0] for line in checked.err.splitlines()}
        assert (checked.status, files) == (3, {"own.toml"})

    own.write_bytes(text.encode("utf-16"))
    checked = run("check", "--with", str(own), "--with", str(other))
    assert (checked.status, checked.err.count("\n")) == (3, 1)


def test_check_tells_what_is_wrong_with_the_record_beside_own_facts_too(
    own: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "record.toml"
    text = SMALL.read_text(encoding="utf-8")
    record.write_text(text.replace('"agreement"', '"agrement"', 1), encoding="utf-8")
    monkeypatch.setenv("VNKP_WITH", str(own))

    checked = run("check", data=record)

    assert (checked.status, 'did you mean "agreement"?' in checked.err) == (3, True)


def test_own_facts_and_entries_are_in_order_or_not_whatever_the_record_has(
    own: Path, run: Run
) -> None:
    units = "".join(f'[unit.{key}]\nen = "bags"\nvi = "bao"\n\n' for key in ("sack", "bag"))
    facts = "".join(FACT.format(n=n) for n in (5, 1, 2))
    own.write_text(SOURCE.replace("[source", units + "[source") + facts, encoding="utf-8")

    lines = run("check", "--with", str(own)).err.splitlines()

    assert [line.partition(", as")[0] for line in lines if "it stands" in line] == [
        "own.toml:17: 2005-own-note: it stands before 2001-own-note; move it down",
        "own.toml:7: advice: unit.bag: it stands after unit.sack; sort the table by key",
    ]


def test_an_overlay_named_twice_clashes_with_itself(own: Path, run: Run) -> None:
    assert run("check", "--with", str(own)).status == 0
    checked = run("check", "--with", str(own), "--with", str(own))
    assert (checked.status, "too; take one of the two out" in checked.err) == (3, True)


def test_an_overlay_that_is_not_there_is_told_with_the_option_that_names_it(run: Run) -> None:
    refused = run("list", "--with", "nothere.toml")

    assert refused.status == 3
    assert "nothere.toml: no such file or directory" in refused.err
    assert "--with" in refused.err
