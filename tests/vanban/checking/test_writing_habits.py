"""Abbreviations, capitals, punctuation."""

import pytest

from checking.findings import found, said
from vanban.reading.model import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LĐLĐ tỉnh và LĐLD huyện", [("LĐLD", "LĐLĐ")]),
        ("trong CBNGNLĐ, hỗ trợ CBNGNLD có hoàn cảnh", [("CBNGNLD", "CBNGNLĐ")]),
        ("- CD các đơn vị trực thuộc", [("CD", "CĐ")]),
        ("CĐCS, CĐGD, Sở GD&ĐT, HD số 1, UBND, Hội ND", []),
        ("LIÊN ĐOÀN LAO DONG CD", []),
    ],
)
def test_d_for_barred_d(text, expected):
    assert found("abbreviation-letter", said(text)) == expected


def test_two_abbreviations_for_one_thing_are_said_once():
    reading = said("người lao động (CBGNLĐ): CBGNLĐ và CBNGNLĐ, rồi CBNGNLĐ")

    assert found("abbreviation-variants", reading) == [("CBNGNLĐ", "CBGNLĐ")]


def test_those_who_take_part_are_named_in_several_ways():
    reading = said("đoàn viên, CBCCVCLĐ; đoàn viên, CCVCLĐ; đoàn viên, CNVCLĐ")

    assert found("abbreviation-variants", reading) == [("CCVCLĐ", None), ("CNVCLĐ", None)]


@pytest.mark.parametrize(
    "text", ["CĐ, CĐN, CĐCS, CĐGD", "BCH, BTV, UBKT, UBND", "CNVCLĐ, CNVCLĐ", "TLĐ và LĐLĐ"]
)
def test_different_things_have_different_abbreviations(text):
    assert found("abbreviation-variants", said(text)) == []


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("của tổng LĐLĐ Việt Nam", "tổng LĐLĐ", "Tổng LĐLĐ"),
        ("của Liên đoàn lao động tỉnh", "Liên đoàn lao động", "Liên đoàn Lao động"),
        ("47 năm giải phóng Miền Nam", "giải phóng Miền Nam", "giải phóng miền Nam"),
    ],
)
def test_names_of_bodies_and_days(text, marked, fix):
    assert found("capital-name", said(text)) == [(marked, fix)]


@pytest.mark.parametrize(
    "text", ["Tổng LĐLĐ Việt Nam", "liên đoàn", "mỗi tháng công nhân được nghỉ", "miền Nam"]
)
def test_names_in_order_and_plain_words(text):
    assert found("capital-name", said(text)) == []


def test_no_capital_after_a_semicolon():
    reading = said("của tỉnh; Gắn việc; Nghị quyết đại hội; Lai Châu")

    assert found("capital-after-semicolon", reading) == [("Gắn", "gắn")]


def test_the_word_year_inside_a_line():
    assert found("capital-year", said("viên chức, lao động Năm 2022")) == [("Năm", "năm")]
    assert found("capital-year", said("THI ĐUA NĂM 2022\nNăm 2022 là năm\nHỘI NGHỊ Năm 2022")) == []


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("tài chính công đoàn;việc lập", ";", "; "),
        ("đến 30/4/2022:Tổ chức", ":", ": "),
        ("“Dạy tốt”,học tốt", ",", ", "),
        ("trong cả nước.Bài dự thi", ".", ". "),
    ],
)
def test_a_blank_after_a_mark(text, marked, fix):
    assert found("missing-blank", said(text)) == [(marked, fix)]


@pytest.mark.parametrize(
    "text", ["lúc 8:30", "1.963,5", "https://a.vn", "v.v., c/o", "a;\nb", "TP.Hồ Chí Minh"]
)
def test_marks_that_need_none(text):
    assert found("missing-blank", said(text)) == []


def test_a_blank_before_a_mark():
    reading = said("dịch Covid-19 ” và học tập , làm theo ... (20/11 )./.")

    assert found("blank-before-mark", reading) == [(" ”", "”"), (" ,", ","), (" )", ")")]


def test_a_hyphen_between_words_has_two_blanks():
    assert found("hyphen-blanks", said("Xanh- Sạch -Đẹp")) == [("- ", " - "), (" -", " - ")]


@pytest.mark.parametrize("text", ["II- NỘI DUNG", "thi đua.\n   IV- TỔ CHỨC", "a- Phát động"])
def test_a_hyphen_behind_the_number_of_a_part(text):
    assert found("hyphen-blanks", said(text)) == []


def test_a_hyphen_without_blanks_is_judged_inside_names_only():
    reading = said("mít-tinh; “01 triệu sáng kiến-nỗ lực vượt khó”; “CNVC-LĐ nỗ lực vượt khó”")

    assert found("hyphen-blanks", reading) == [("-", " - ")]


def test_no_comma_before_the_name_of_a_movement():
    reading = said("phong trào thi đua, “Dạy tốt, học tốt”, “Lao động giỏi”")

    assert found("comma-before-name", reading) == [(",", "")]


def test_a_paragraph_that_ends_without_a_stop():
    long = "Nghị quyết của Bộ Chính trị về đổi mới tổ chức và hoạt động " * 3
    reading = said(f'{long}"trong tình hình mới"\n\nPhát huy những thành tích')

    assert found("missing-stop", reading) == [('"', '".')]


@pytest.mark.parametrize("following", ["1. Phát huy", "phát huy kết quả", "NỘI DUNG THI ĐUA"])
def test_headings_and_broken_paragraphs_need_no_stop(following):
    long = "Nghị quyết của Bộ Chính trị về đổi mới tổ chức và hoạt động " * 3

    assert found("missing-stop", said(f'{long}"tình hình mới"\n\n{following} đã đạt')) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("công chức, lao động  với nội dung", 1),
        ("Điều 1.  Phạm vi,  đối tượng", 2),
        ("phong trào  “Dạy tốt”  (giai đoạn 2)", 2),
    ],
)
def test_two_blanks_inside_a_line(text, times):
    assert found("double-blank", Reading(text=text)) == [("  ", " ")] * times


@pytest.mark.parametrize(
    "text",
    [
        "  - thụt đầu dòng",
        "Số:    /KH-CĐGD          Ninh Bình, ngày",
        "TỈNH ĐỒNG THÁP   CỘNG HÒA",
        "cuối dòng  \nđầu dòng",
        "một dấu cách",
    ],
)
def test_blanks_that_lay_out_a_page_are_no_slip(text):
    assert found("double-blank", Reading(text=text)) == []
