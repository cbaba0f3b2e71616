"""One paper, one way: quotation marks, brackets, tone marks, i and y, names, abbreviations."""

import pytest

from checking.findings import found, messages, said


@pytest.mark.parametrize(
    "text",
    [
        "phong trào “Dạy tốt, học tốt” và “Hai giỏi”",
        'phong trào "Dạy tốt" và "Học tốt"',
        "“Lao động giỏi,\n\nlao động sáng tạo” của đơn vị",
        'ống nước 5" và "phong trào"',
        'đại dịch "Covid-19" và "năm 2022"',
    ],
)
def test_quotation_marks_in_pairs(text):
    assert found("quote-alone", said(text)) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("phong trào “Dạy tốt, học tốt.", "“"),
        ("phong trào Dạy tốt, học tốt”.", "”"),
        ('phong trào "Dạy tốt, học tốt.', '"'),
        ("“Dạy tốt, học tốt.\n- phong trào “Hai giỏi”.", "“"),
    ],
)
def test_quotation_marks_without_their_partner(text, marked):
    assert found("quote-alone", said(text)) == [(marked, None)]


@pytest.mark.parametrize(
    "text", ["a) Một (hai)\nb) Ba", "1) Một", "Mục (a), (b)", "xem (mục (2))", "*) ghi chú"]
)
def test_brackets_in_order(text):
    assert found("bracket-alone", said(text)) == []


@pytest.mark.parametrize("text", ["Công đoàn cơ sở (CĐCS", "Công đoàn cơ sở CĐCS) trực thuộc"])
def test_half_a_bracket(text):
    assert len(found("bracket-alone", said(text))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("văn hóa, hòa bình, xã hội hoá", [("hoá", "hóa")]),
        ("văn hoá, hoà thuận, tọa đàm", [("tọa", "toạ")]),
        ("văn hóa, hòa bình", []),
        ("văn hoá, thuỷ lợi", []),
        ("văn hóa ở tỉnh Hoà Bình", []),
        ("quý báu, hóa đơn, quả, toàn, hoàn", []),
    ],
)
def test_places_of_tone_marks(text, expected):
    assert found("tone-place", said(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lý luận, lý do, hợp lí", [("lí", "lý")]),
        ("kĩ năng, kĩ thuật, kỹ sư", [("kỹ", "kĩ")]),
        ("lý luận, kĩ năng", []),
        ("công ty, ti vi", []),
        ("mí mắt, mỹ thuật", []),
    ],
)
def test_i_and_y(text, expected):
    assert found("i-or-y", said(text)) == expected


def test_a_name_with_two_ways_of_capitals():
    text = "Ban Chấp hành họp; Ban Chấp hành giao; Ban chấp hành quyết"

    assert found("capital-variants", said(text)) == [("Ban chấp hành", "Ban Chấp hành")]
    assert found("capital-variants", said("ban chấp hành các cấp, Ban Chấp hành")) == []


def test_an_abbreviation_with_two_meanings_is_worse_than_one_explained_twice():
    again = "Công đoàn cơ sở (CĐCS); các công đoàn cơ sở (CĐCS)"
    other = "Ban Tổ chức (BTC); Bộ Tài chính (BTC)"

    assert messages("abbreviation-twice", said(again)) == ["“CĐCS” đã được giải thích ở trên."]
    assert messages("abbreviation-twice", said(other)) == [
        "“BTC” ở trên là “Ban Tổ chức”, ở đây là “Bộ Tài chính”."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "QTKX giúp đỡ",
        "Quỹ tương trợ khó khăn xã hội (QTKX) và QTKX",
        "CĐCS và CĐCS",
        "Công ty MBCX và Công ty MBCX",
        "Phần III và phần III",
        "ĐIỂM VÀ THI ĐUA\nĐIỂM VÀ THI ĐUA",
    ],
)
def test_abbreviations_that_need_no_word(text):
    assert found("abbreviation-unexplained", said(text)) == []


def test_a_riddle_is_asked_about_once():
    assert found("abbreviation-unexplained", said("vốn QTKX, vay QTKX, trả QTKX")) == [
        ("QTKX", None)
    ]
