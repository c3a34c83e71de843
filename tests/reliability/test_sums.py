"""Sums of any length are exact, and what goes beyond a pledge is told."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

from tests.conftest import TESTS, Run
from tests.reliability.test_cost import HEAD, fact
from vnkp import Query
from vnkp.query.totals import aid_totals
from vnkp.store import parser

PLEDGE = TESTS / "data" / "attack" / "delivery-above-pledge.toml"


def test_totals_of_more_than_28_digits_are_exact() -> None:
    amounts = [Decimal("9999999999999999.999999999"), *[Decimal("1e-9") * n for n in range(1, 400)]]
    amounts += [Decimal("9999999999999999.000000001")] * 300
    figures = [
        f'figure = {{ value = {amount:f}, unit = "t", of = "rice" }}\n' for amount in amounts
    ]
    store = HEAD + "".join(fact(index, figure) for index, figure in enumerate(figures))

    (total,) = aid_totals(parser.read(store.encode(), "x.toml"), Query())

    exact = sum(map(Fraction, amounts))
    assert len(str(total.low)) > 28
    assert (Fraction(total.low), Fraction(total.high)) == (exact, exact)


def test_a_delivery_above_its_pledge_is_told_and_not_refused(run: Run) -> None:
    table = run("aid", "--format", "table", "--data", str(PLEDGE))
    vietnamese = run("aid", "--format", "table", "--lang", "vi", "--data", str(PLEDGE))
    (total,) = json.loads(run("aid", "--json", "--data", str(PLEDGE)).out)["totals"]

    assert table.status == 0
    assert "200 t more than promised" in table.out
    assert "vượt mức cam kết 200 t" in vietnamese.out
    assert (total["low"], total["above_pledges"]) == (1200, 200)
    for command in ("check", "aid --explain", "aid --by year", "brief", "list"):
        assert run(*command.split(), "--data", str(PLEDGE)).status == 0
