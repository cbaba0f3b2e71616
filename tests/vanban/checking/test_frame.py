"""Motto, number and date lines, marks of authority, recipients, numbers with several parts."""

import dataclasses
import datetime as dt

import pytest

from checking.findings import found, messages, said
from vanban.checking.mentions import mentions
from vanban.reading.model import Block, Phase, Signatory
from vanban.reading.read import read_text


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Độc lập – Tự do – Hạnh phúc",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
    ],
)
def test_mottoes_in_their_forms(line):
    assert found("motto-form", said(f"{line}\n")) == []


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Độc lập-Tự do-Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Độc Lập - Tự Do - Hạnh Phúc", "Độc lập - Tự do - Hạnh phúc"),
    ],
)
def test_mottoes_written_otherwise(line, right):
    assert found("motto-form", said(f"LĐLĐ TỈNH\n  {line}\n")) == [(line, right)]


@pytest.mark.parametrize(
    ("block", "rule", "marked"),
    [
        ("TM. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "authority-mark", "TM. CHỦ TỊCH"),
        ("KT. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH", "authority-mark", "KT. BAN THƯỜNG VỤ"),
        ("KT. CHỦ TỊCH\nCHỦ TỊCH", "authority-post", "CHỦ TỊCH"),
        ("TL. BAN THƯỜNG VỤ\nCHỦ TỊCH", "authority-post", "CHỦ TỊCH"),
    ],
)
def test_marks_that_do_not_fit(block, rule, marked):
    assert found(rule, said(f"Kết thúc./.\n{block}\nVũ Văn An")) == [(marked, None)]


@pytest.mark.parametrize(
    "block",
    [
        "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH",
        "TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH",
        "TM. BAN THƯỜNG VỤ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "TL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG",
        "TUQ. CHỦ TỊCH\nTRƯỞNG BAN TUYÊN GIÁO",
        "Theo tm. chủ tịch\nChủ tịch",
    ],
)
def test_marks_that_fit(block):
    reading = said(f"Kết thúc./.\n{block}\nVũ Văn An")

    assert found("authority-mark", reading) == found("authority-post", reading) == []


def test_both_lines_of_a_deputy_are_put_in_form():
    reading = said("", signatory=Signatory("TM/BTV KT/CHỦ TỊCH"))

    assert messages("authority-form", reading) == [
        "Thẩm quyền ký ghi “TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH”."
    ]


PAPER = "Số: 05/KH-CĐCS\n\nNinh Bình, ngày 15 tháng 01 năm 2024\n\nKẾ HOẠCH\nThi đua\n\nHết./.\n\n"


@pytest.mark.parametrize(
    ("lines", "fix"),
    [
        ("- LĐLĐ tỉnh,\n- Các CĐCS;\n- Lưu: VT.", ";"),
        ("- LĐLĐ tỉnh;\n- Các CĐCS;\n- Lưu: VT", "."),
        ("- LĐLĐ tỉnh.\n- Các CĐCS\n- Lưu: VT;", ";\n- Các CĐCS;\n- Lưu: VT."),
    ],
)
def test_marks_of_recipients_are_mended_in_one_go(lines, fix):
    reading = read_text(f"{PAPER}Nơi nhận:\n{lines}\n\nCHỦ TỊCH\nVũ Văn An")

    ((_marked, replacement),) = found("recipients-mark", reading)
    assert replacement == fix


def numbered(*markers):
    blocks, start = [], 0
    for depth, marker in markers:
        blocks.append(Block(depth, marker, "Việc", span=(start, start + len(marker) + 5)))
        start += len(marker) + 6
    text = "\n".join(f"{marker} Việc" for _depth, marker in markers)
    return dataclasses.replace(said(text), blocks=tuple(blocks))


def test_points_below_another_part():
    wrong = numbered((1, "II."), (2, "1."), (3, "1.1."), (2, "2."), (3, "1.1."), (3, "2.2."))

    assert messages("numbering-parent", wrong) == ["Điểm 1.1 nằm trong mục 2."]


@pytest.mark.parametrize(
    "markers",
    [
        [(1, "II."), (2, "1."), (3, "1.1."), (3, "1.2."), (2, "2."), (3, "2.1.")],
        [(1, "II."), (2, "2.1."), (2, "2.2.")],
        [(1, "I."), (2, "1."), (3, "1.1."), (4, "1.1.1.")],
    ],
)
def test_points_below_their_own_part(markers):
    reading = numbered(*markers)

    assert found("numbering-parent", reading) == found("numbering-level", reading) == []


def test_a_level_that_is_jumped_over():
    reading = numbered((1, "1."), (2, "1.1.1."), (2, "1.1.2."))

    assert messages("numbering-level", reading) == ["Có điểm 1.1.1 mà không có điểm 1.1."]


def test_articles_go_on_from_chapter_to_chapter():
    reading = numbered(
        (1, "Chương I"), (2, "Điều 1."), (1, "Chương II"), (2, "Điều 2."), (2, "Điều 3.")
    )

    assert found("numbering-start", reading) == []


def test_one_wrong_number_is_one_finding():
    reading = numbered((1, "1."), (1, "3."), (1, "3."))

    assert found("numbering-gap", reading) == [("3", "2")]
    assert found("numbering-repeat", reading) == []


def phases(*days, text=""):
    parts = tuple(Phase(name, start, end) for name, start, end in days)
    return said(text, phases=parts)


def test_a_sunday_between_two_terms_is_no_gap():
    terms = [
        ("Học kỳ I", dt.date(2023, 9, 5), dt.date(2024, 1, 13)),
        ("Học kỳ II", dt.date(2024, 1, 15), dt.date(2024, 5, 31)),
    ]

    assert found("phase-gap", phases(*terms)) == []


def test_steps_of_a_procedure_may_leave_days_out():
    days = (dt.date(2024, 3, 1), dt.date(2024, 3, 5)), (dt.date(2024, 3, 20), dt.date(2024, 3, 25))

    assert found("phase-gap", phases(("Bước 1", *days[0]), ("Bước 2", *days[1]))) == []
    assert len(found("phase-gap", phases(("Đợt 1", *days[0]), ("Đợt 2", *days[1])))) == 1


def test_a_day_at_the_end_of_a_heading_is_a_mention():
    text = "chào mừng kỷ niệm 96 năm Ngày thành lập Công đoàn Việt Nam\n\nHưởng ứng phong trào"

    (mention,) = mentions(text)
    assert (mention.count, [day.base_year for day in mention.days]) == (96, [1929])
