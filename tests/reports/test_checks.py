"""Numbers and checks, from plain values."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from thidua.reports.checks import Weight, remarks_on, stopping
from thidua.reports.numbers import parse_number, share
from thidua.reports.reporters import Reporter
from thidua.reports.sheet import Cell, Kind, Sheet


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("56000000", "đồng", Decimal(56_000_000)),
        ("56.000.000", "đồng", Decimal(56_000_000)),
        (" 1 250 ", "người", Decimal(1250)),
        ("20,5", "%", Decimal("20.5")),
        ("0", "người", Decimal(0)),
        ("  ", "người", None),
    ],
)
def test_numbers_are_read_the_vietnamese_way(typed, unit, value):
    assert parse_number(typed, unit) == value


@pytest.mark.parametrize(
    ("typed", "unit", "code"),
    [
        ("12,000.5", "đồng", "unreadable"),
        ("1.23", "người", "unreadable"),
        ("năm", "người", "unreadable"),
        ("NaN", "người", "unreadable"),
        ("-1", "người", "negative"),
        ("1000000000000", "đồng", "too_large"),
        ("2,5", "người", "whole"),
        ("2,505", "%", "decimals"),
        ("١٢", "người", "unreadable"),
    ],
)
def test_what_is_no_figure_is_refused_with_its_reason(typed, unit, code):
    with pytest.raises(ValidationError) as refusal:
        parse_number(typed, unit)

    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(Decimal(1), Decimal(3), Decimal("33.3")), (Decimal(1), Decimal(0), None), (None, None, None)],
)
def test_a_share_of_nothing_is_nothing(part, whole, expected):
    assert share(part, whole) == expected


def cell(number, code, own=None, kind=Kind.TYPED, **more):
    return Cell(
        number=number,
        indicator_id=number,
        code=code,
        name=f"Chỉ tiêu {number}",
        unit_name="người",
        section="Đoàn viên",
        kind=kind,
        required=False,
        own=own if own is None else Decimal(own),
        **more,
    )


def sheet(*cells, missing=(), runs_until=None):
    return Sheet(
        cells=cells,
        words=(),
        children=(),
        missing=missing,
        included=(),
        scope=frozenset({1}),
        frozen=False,
        runs_until=runs_until,
    )


def weights(*cells, **more):
    return [remark.weight for remark in remarks_on(sheet(*cells, **more))]


def test_more_than_its_ceiling_is_an_error_where_somebody_typed():
    assert weights(cell(1, "A", 10, Kind.FACTS), cell(2, "B", 11, ceiling="A")) == [Weight.ERROR]
    assert weights(cell(1, "A", 10), cell(2, "B", 10, ceiling="A")) == []


def test_two_derived_figures_that_contradict_each_other_are_asked_about():
    over = cell(2, "B", 11, Kind.FACTS, ceiling="A")

    assert weights(cell(1, "A", 10, Kind.FACTS), over) == [Weight.ASK]


def test_what_came_with_reports_below_is_asked_about():
    over = cell(2, "B", 1, ceiling="A", below=Decimal(30))

    assert weights(cell(1, "A", 10, below=Decimal(10)), over) == [Weight.ASK]


@pytest.mark.parametrize(
    ("now", "before", "asked"), [(31, 10, True), (30, 10, False), (3, 10, True), (9, 1, False)]
)
def test_a_leap_is_asked_about_and_small_numbers_are_not(now, before, asked):
    assert weights(cell(1, "A", now, previous=Decimal(before))) == [Weight.ASK] * asked


def test_an_answered_doubt_is_silent_until_the_figure_changes():
    (doubt,) = remarks_on(sheet(cell(1, "A", 400, previous=Decimal(4))))

    assert weights(cell(1, "A", 400, previous=Decimal(4), asked=doubt.answer)) == []
    assert weights(cell(1, "A", 500, previous=Decimal(4), asked=doubt.answer)) == [Weight.ASK]


def test_warnings_inform_and_stop_nothing():
    missing = (Reporter(2, "CĐCS Trường THPT Kênh Gà", "/a/b/"),)
    remarks = remarks_on(sheet(missing=missing, runs_until=date(2024, 3, 31)))

    assert [remark.weight for remark in remarks] == [Weight.WARN, Weight.WARN]
    assert stopping(remarks) == []
