"""Citations against the register of legal documents."""

import datetime as dt

import pytest

from checking.findings import found, said
from vanban.checking import data
from vanban.checking.check import check
from vanban.checking.register import legal_document
from vanban.reading.model import Citation


def citing(number, day, cited=None, **fields):
    citation = Citation("Quyết định", number, cited, None, number)
    return said("", date=day, citations=(citation,), **fields)


def severities(rule, reading):
    return [one.severity for one in check(reading) if one.rule == rule]


def test_blanks_and_case_do_not_hide_a_document():
    assert legal_document("999 / qđ-tlđ").name == "Quyết định 999/QĐ-TLĐ"
    assert legal_document("1/QĐ-TLĐ") is None


def test_every_row_says_when_it_was_or_why_it_is_there():
    for row in data.rows("legal_documents"):
        assert row["date"] or row["from"] or row["to"]
        assert row["confirmed"] in {"yes", "no"}


@pytest.mark.parametrize(
    ("number", "day", "weights"),
    [
        ("98/2023/NĐ-CP", dt.date(2025, 6, 30), []),
        ("98/2023/NĐ-CP", dt.date(2025, 7, 1), ["warning"]),
        ("1689/QĐ-TLĐ", dt.date(2025, 1, 1), ["ask"]),
        ("06/2022/QH15", dt.date(2023, 10, 1), ["ask"]),
        ("06/2022/QH15", dt.date(2024, 1, 1), []),
        ("77/QĐ-LĐLĐ", dt.date(2025, 1, 1), []),
    ],
)
def test_documents_out_of_force(number, day, weights):
    assert severities("citation-expired", citing(number, day)) == weights


def test_the_successor_is_named():
    (finding,) = [
        one
        for one in check(citing("98/2023/NĐ-CP", dt.date(2025, 8, 1)))
        if one.rule == "citation-expired"
    ]

    assert finding.message.endswith("(đến 30/06/2025). Văn bản thay thế: Nghị định 152/2025/NĐ-CP.")


def test_a_report_may_tell_what_held_then():
    reading = citing("98/2023/NĐ-CP", dt.date(2025, 8, 1), doc_type="Báo cáo")

    assert severities("citation-expired", reading) == []


def test_another_date_than_the_registers():
    day = dt.date(2024, 7, 1)

    assert severities("citation-date", citing("999/QĐ-TLĐ", day, dt.date(2024, 5, 29))) == []
    assert severities("citation-date", citing("999/QĐ-TLĐ", day, dt.date(2024, 4, 29))) == [
        "warning"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luật Thi đua, khen thưởng số 06/2022/QH15", []),
        ("Luật Công đoàn số 12/2012/QH13", []),
        ("Luật Công đoàn số 50/2025/QH15", [("50/2025/QH15", None)]),
        ("Luật Thi đua, khen thưởng 06/2022/QH16", [("06/2022/QH16", None)]),
    ],
)
def test_numbers_of_the_two_laws(text, expected):
    assert found("citation-number", said(text)) == expected
