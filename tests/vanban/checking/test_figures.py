"""Shares, sums, votes, tables, announced lists."""

import dataclasses

import pytest

from checking.findings import found, messages, said
from vanban.reading.model import Block


@pytest.mark.parametrize(
    "text",
    [
        "có 2/3 đoàn viên, đạt 66,7%",
        "có 2/3 đoàn viên, đạt 66,6%",
        "có 2/3 đoàn viên, đạt 67%",
        "17/20 phiếu (85%)",
        "từ ngày 15/4 đạt 90% kế hoạch",
        "dịp 19/5, 100% đơn vị treo cờ",
        "năm học 2023/2024 đạt 95%",
        "tổ 3/4 tầng. Đạt 20%",
    ],
)
def test_shares_that_agree_or_are_none(text):
    assert found("share-percent", said(text)) == []


def test_a_share_that_does_not_agree_is_worked_out():
    assert messages("share-percent", said("có 45/60 đồng chí (đạt 80%)")) == [
        "45/60 là 75%, không phải 80%."
    ]


@pytest.mark.parametrize(
    "text",
    ["100% đoàn viên", "đạt 120% kế hoạch", "tăng 150% đoàn viên", "vượt 110% số đoàn viên"],
)
def test_per_cents_that_may_be(text):
    assert found("percent-over", said(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "240 đoàn viên, trong đó 32 nam, 208 nữ",
        "05 đồng chí gồm 01 Trưởng ban, 01 Phó Trưởng ban và 03 ủy viên",
        "12 người gồm 2 tổ trưởng và các tổ viên",
        "tổng số 40 người, trong đó có 15 đảng viên",
        "năm 2024 nam công nhân 20 người, nữ 30 người",
    ],
)
def test_sums_that_are_right_or_cannot_be_known(text):
    assert found("sum-of-parts", said(text)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("45 người, trong đó 20 nam, 26 nữ", "20 + 26 = 46, không phải 45."),
        ("10 đồng chí: nam 4, nữ 5", "4 + 5 = 9, không phải 10."),
        ("06 thành viên bao gồm 01 Chủ tịch, 02 Phó Chủ tịch, 02 ủy viên.", None),
    ],
)
def test_sums_that_are_wrong(text, message):
    said_so = messages("sum-of-parts", said(text))

    assert said_so == [message or "1 + 2 + 2 = 5, không phải 6."]


TABLE = """| TT | Đơn vị | Số tiền | Ghi chú |
| --- | --- | --- | --- |
| 1 | Tổ may | 1.250.000 | |
| 2 | Tổ cắt | 750.000 | đủ |
| | Cộng | {} | |
"""


def test_the_last_row_of_a_table():
    assert found("table-sum", said(TABLE.format("2.000.000"))) == []
    assert found("table-sum", said(TABLE.format("2.100.000"))) == [("2.100.000", None)]


def test_a_table_without_a_row_of_sums_is_left_alone():
    assert found("table-sum", said(TABLE.replace("Cộng", "Tổ là").format("5"))) == []


def announced(count, listed):
    blocks, text = [], f"Tập trung vào {count} nhiệm vụ sau:"
    blocks.append(Block(0, "", text, span=(0, len(text))))
    for number in range(1, listed + 1):
        line = f"{number}. Việc thứ {number};"
        blocks.append(Block(1, f"{number}.", line, span=(len(text) + 1, len(text) + 1 + len(line))))
        text += f"\n{line}"
    return dataclasses.replace(said(text), blocks=tuple(blocks))


def test_items_are_counted_against_what_was_announced():
    assert found("count-of-items", announced("03", 3)) == []
    assert messages("count-of-items", announced("04", 3)) == ["Nêu 4 nhiệm vụ nhưng liệt kê 3?"]
