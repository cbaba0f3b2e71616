"""Whole plans moved by one, two and five years: what stays the same, and what moves alike."""

import datetime as dt
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from vanban.checking.check import check
from vanban.checking.rules import REGISTRY
from vanban.forward import forward, next_year
from vanban.language.forms import plain_text
from vanban.reading.read import read_text

ROOT = Path(__file__).parents[3]
PLANS = [f"tests/vanban/plans/{name}.txt" for name in ("000", "001", "002", "003", "004")]
PLANS += [f"tests/vanban/plans/{name}.txt" for name in ("school_year", "ward_2026", "table")]
PROSE = [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("training/prose/*.txt"))[::20]]
SHIFTS = (1, 2, 5)
NOTHING_ASKED = {"signatory", "theme", "citation", "ended-body", "merged-province", "event"}
OF_EVERY_DRAFT = {"missing-number", "draft-number", "missing-date"}
CALENDAR_RULES = ("anniversary-", "can-chi-", "phase-order", "phase-overlap", "phase-year")
CALENDAR_RULES += ("impossible-", "citation-future", "number-")
"""Not phase-gap: a Sunday between two terms is a Monday in the next year."""


@cache
def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def first_year(name):
    return next_year(text_of(name)) - 1


@cache
def moved(name, shift):
    return forward(text_of(name), first_year(name) + shift)


@cache
def twice(name):
    return forward(moved(name, 1).text, first_year(name) + 2)


@pytest.mark.parametrize("name", [*PLANS, *PROSE])
def test_undoing_every_change_gives_the_old_text_back(name):
    result = moved(name, 2)

    undone = result.text
    for change in reversed(result.changes):
        start, end = change.span
        assert undone[start:end] == change.new
        undone = undone[:start] + change.old + undone[end:]
    assert undone == plain_text(text_of(name))
    assert result.text.count("\n") == undone.count("\n")


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("name", PLANS)
def test_phases_move_by_the_same_years_and_clauses_stay(name, shift):
    old = read_text(text_of(name))
    new = read_text(signed_on(old.date, moved(name, shift).text, shift))

    assert [phase.name for phase in new.phases] == [phase.name for phase in old.phases]
    assert [days(phase) for phase in new.phases] == [
        tuple(day and later(day, shift) for day in days(phase)) for phase in old.phases
    ]
    assert tree(new) == tree(old)
    assert [target.value for target in new.targets] == [target.value for target in old.targets]
    assert (new.recipients, new.signatory.name) == (old.recipients, old.signatory.name)


def signed_on(day, text, shift):
    """The draft with the day and month of the old plan, so that *từ nay* means the same."""
    if day is None:
        return text
    date = f"ngày {day.day:02} tháng {day.month:02} năm {day.year + shift}"
    return text.replace(f"ngày … tháng … năm {day.year + shift}", date)


def days(phase):
    return phase.start, phase.end


def later(day, shift):
    tomorrow = day + dt.timedelta(days=1)
    if (day.month, tomorrow.month) == (2, 3):
        return dt.date(day.year + shift, 3, 1) - dt.timedelta(days=1)
    return day.replace(year=day.year + shift)


def tree(reading):
    return [(block.depth, block.marker, block.heading) for block in reading.blocks]


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("name", [*PLANS, *PROSE[:4]])
def test_the_checker_finds_nothing_new_outside_flagged_places(name, shift):
    result = moved(name, shift)
    old = Counter(finding.rule for finding in check(read_text(text_of(name))))

    new = Counter(
        finding.rule
        for finding in check(read_text(result.text))
        if finding.rule not in OF_EVERY_DRAFT and not is_flagged(finding, result)
    )
    assert new <= old


def is_flagged(finding, result):
    if finding.span is None:
        return any(flag.span is None and flag.kind == finding.rule for flag in result.flags)
    start, end = finding.span
    places = [flag.span for flag in result.flags if flag.span]
    places += [change.span for change in result.changes if "…" in change.new]
    return any(first < end and start < last for first, last in places)


@pytest.mark.parametrize("name", [*PLANS, *PROSE])
def test_what_the_calendar_decides_is_never_left_to_the_checker(name):
    kinds = {flag.kind for shift in SHIFTS for flag in moved(name, shift).flags}

    assert not {kind for kind in kinds & set(REGISTRY) if kind.startswith(CALENDAR_RULES)}


@pytest.mark.parametrize("name", [*PLANS, *PROSE])
def test_two_steps_of_a_year_are_one_step_of_two(name):
    results = (moved(name, 1), twice(name), moved(name, 2))

    assert {flag.kind for result in results for flag in result.flags} - NOTHING_ASKED or (
        results[1].text == results[2].text
    )
    assert results[0].new_year == results[1].old_year


def test_nearly_all_plans_pass_that_test_even_where_something_is_asked():
    """So that it is not empty because everything is flagged."""
    same = [twice(name).text == moved(name, 2).text for name in (*PLANS, *PROSE)]

    assert sum(same) >= 0.85 * len(same)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("BÁO CÁO\nTổng kết phong trào thi đua năm 2024", "Kết quả, số liệu trong báo cáo này"),
        ("BIÊN BẢN\nHọp xét thi đua năm 2024", "Người dự, ý kiến và kết quả trong biên bản này"),
        ("QUYẾT ĐỊNH\nVề việc tặng Giấy khen năm 2024", "Tập thể, cá nhân và mức thưởng"),
        ("KẾ HOẠCH\nTổ chức phong trào thi đua năm 2024", None),
        ("QUYẾT ĐỊNH\nVề việc ban hành Quy chế năm 2024", None),
    ],
)
def test_a_paper_on_what_has_happened_is_no_plan_for_another_year(name, said):
    text = f"Số: 05/CĐCS\nHà Nội, ngày 5 tháng 12 năm 2024\n\n{name}\n\nĐạt 95% chỉ tiêu."

    messages = [flag.message for flag in forward(text, 2025).flags if flag.kind == "past-kind"]

    assert [bool(said) and message.startswith(said) for message in messages] == [True] * bool(said)
