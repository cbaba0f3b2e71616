import datetime as dt

import pytest

from checking.findings import found, messages, said
from vanban.checking.symbols import Symbol, taken_apart
from vanban.reading.model import Citation, Signatory


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("05/KH-CĐGD", Symbol("05", "KH", "CĐGD")),
        ("02-NQ/TW", Symbol("02", "NQ", "TW")),
        ("391/LĐLĐ", Symbol("391", "", "LĐLĐ")),
        ("4133/TLĐ-ToC", Symbol("4133", "", "TLĐ")),
        ("30/2020/NĐ-CP", Symbol("30", "NĐ", "CP")),
        ("06b/QĐ-UBND-NV", Symbol("06b", "QĐ", "UBND")),
    ],
)
def test_symbols_are_taken_apart(number, parts):
    assert taken_apart(number) == parts


@pytest.mark.parametrize("number", ["01-CĐCS", "", "KH-CĐGD"])
def test_what_has_no_slash_or_number_is_no_symbol(number):
    assert taken_apart(number) is None


def numbered(number, **fields):
    text = f"Số: {number}"
    spans = {"full_number": (4, len(text)), "number": (4, 4 + len(number.split("/")[0]))}
    return said(text, full_number=number, number=number.split("/")[0], spans=spans, **fields)


def test_a_plan_without_number_and_date():
    reading = said("KẾ HOẠCH", signatory=Signatory(name="Nguyễn Thị Hưng"))

    assert messages("missing-number", reading) == ["Văn bản chưa có số, ký hiệu."]
    assert found("draft-number", reading) == []
    assert found("missing-date", reading) == [(None, None)]


@pytest.mark.parametrize(
    "fields",
    [
        {"doc_type": "Kế hoạch"},
        {"symbol": "KH-CĐGD", "signatory": Signatory(name="Nguyễn Thị Hưng")},
    ],
)
def test_what_nobody_signs_or_has_its_number_left_open_is_asked_as_a_draft(fields):
    reading = said("KẾ HOẠCH", **fields)

    assert messages("draft-number", reading) == ["Bản thảo chưa có số?"]
    assert found("missing-number", reading) == []
    assert messages("missing-date", reading) == ["Bản thảo chưa có ngày ký?"]


def test_a_plan_with_number_and_date():
    reading = numbered("05/KH-CĐGD", date=dt.date(2024, 1, 15))

    assert found("missing-number", reading) + found("draft-number", reading) == []
    assert found("missing-date", reading) == []


@pytest.mark.parametrize("number", ["01-CĐCS", "01/CĐCS"])
def test_a_symbol_without_the_type(number):
    reading = numbered(number, doc_type="Kế hoạch")

    assert found("number-form", reading) == [(number, "01/KH-CĐCS")]


@pytest.mark.parametrize(
    ("number", "kind"),
    [("391/LĐLĐ", "Công văn"), ("05/KH-CĐGD", "Kế hoạch"), ("54-KH/TU", "Kế hoạch")],
)
def test_symbols_in_their_prescribed_forms(number, kind):
    reading = numbered(number, doc_type=kind)

    assert found("number-form", reading) == []
    assert found("symbol-type", reading) == []


def test_the_symbol_of_a_report_on_a_plan():
    reading = numbered("05/BC-CĐGD", doc_type="Kế hoạch")

    assert messages("symbol-type", reading) == [
        "Ký hiệu BC là của báo cáo; văn bản này là kế hoạch (KH)."
    ]


def test_small_numbers_have_a_zero():
    assert found("number-zero", numbered("5/KH-CĐGD")) == [("5", "05")]
    assert found("number-zero", numbered("05/KH-CĐGD")) == []
    assert found("number-zero", numbered("176/KH-CĐGD")) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [("Số: 01 /KH-CĐGD", "01/KH-CĐGD"), ("Công văn số 391/ LĐLĐ, ngày", "391/LĐLĐ")],
)
def test_blanks_in_a_number(text, right):
    assert [fix for _words, fix in found("number-blank", said(text))] == [right]


@pytest.mark.parametrize("text", ["05/KH-CĐGD", "ngày 05 / 01", "20 / A", "2 /3"])
def test_numbers_without_blanks_and_what_is_no_number(text):
    assert found("number-blank", said(text)) == []


def test_small_days_and_months_of_the_letterhead_have_a_zero():
    text = "Hòa Bình, ngày 4 tháng 1 năm 2022"
    reading = said(text, spans={"date": (10, len(text))})

    assert found("date-zero", reading) == [("4", "04"), ("1", "01")]


@pytest.mark.parametrize(
    "date", ["ngày 04 tháng 01 năm 2022", "ngày 15 tháng 7 năm 2022", "ngày 15 tháng 07 năm 2022"]
)
def test_from_march_on_the_zero_is_free(date):
    assert found("date-zero", said(date, spans={"date": (0, len(date))})) == []


def test_the_symbol_of_another_body():
    reading = numbered("05/KH-LĐLĐ", issuing_body="Công đoàn Giáo dục Hòa Bình")

    assert messages("symbol-issuer", reading) == [
        "Ký hiệu 05/KH-LĐLĐ là của LĐLĐ, không phải của Công đoàn Giáo dục Hòa Bình (CĐGD)."
    ]


def test_a_body_printed_in_capitals_is_named_as_in_a_sentence():
    reading = numbered("05/KH-LĐLĐ", issuing_body="CÔNG ĐOÀN GIÁO DỤC HÒA BÌNH")

    (said_,) = messages("symbol-issuer", reading)
    assert said_.endswith("không phải của Công đoàn Giáo dục Hòa Bình (CĐGD).")


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("05/KH-CĐGD", "Công đoàn Giáo dục tỉnh"),
        ("05/KH-CĐTHPT", "Công đoàn cơ sở Trường THPT"),
        ("05/KH-LĐLĐ", "Một cơ quan không có trong bảng"),
        ("05/KH-CĐGD", None),
    ],
)
def test_symbols_that_fit_or_are_not_known(number, body):
    assert found("symbol-issuer", numbered(number, issuing_body=body)) == []


def citing(number, issuer, cited_on=None, **fields):
    quote = f"Kế hoạch số {number} của {issuer}"
    citation = Citation("Kế hoạch", number, cited_on, issuer, quote)
    return said(quote, citations=(citation,), spans={"citations[0]": (0, len(quote))}, **fields)


def test_a_cited_plan_whose_symbol_is_of_another_body():
    reading = citing("04/KH-TLĐ", "Liên đoàn Lao động tỉnh Ninh Bình")

    assert [words for words, _fix in found("citation-symbol-issuer", reading)] == [reading.text]


@pytest.mark.parametrize(
    ("number", "issuer"),
    [
        ("04/KH-TLĐ", "Tổng Liên đoàn Lao động Việt Nam"),
        ("391/LĐLĐ", "Liên đoàn Lao động tỉnh Hòa Bình"),
        ("02-NQ/TW", "Bộ Chính trị"),
        ("10-NQ/HU", "ban chấp hành Đảng bộ huyện Hóc Môn"),
        ("733/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("176/KH-CĐGD", "CĐGD"),
        ("04/KH-TLĐ", None),
    ],
)
def test_cited_documents_that_are_in_order(number, issuer):
    assert found("citation-symbol-issuer", citing(number, issuer)) == []


def test_a_cited_document_from_the_future():
    young, today = dt.date(2022, 2, 1), dt.date(2022, 1, 4)

    assert found("citation-future", citing("1/KH-TU", "Tỉnh ủy", young, date=today))
    assert not found("citation-future", citing("1/KH-TU", "Tỉnh ủy", today, date=today))


def test_a_central_resolution_without_its_term():
    assert found("citation-incomplete", said("Nghị quyết TW4 về “Một số vấn đề”")) == [
        ("Nghị quyết TW4", None)
    ]
    assert found("citation-incomplete", said("Nghị quyết Trung ương 4 khóa XI")) == []


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("TM/BCH CÔNG ĐOÀN", "TM. BAN CHẤP HÀNH"),
        ("T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
        ("TM. BTV", "TM. BAN THƯỜNG VỤ"),
        ("KT CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("TM.BAN CHẤP HÀNH", "TM. BAN CHẤP HÀNH"),
    ],
)
def test_authority_lines_are_written_out(line, right):
    reading = said(
        line,
        signatory=Signatory(authority_line=line),
        spans={"signatory.authority_line": (0, len(line))},
    )

    assert found("authority-form", reading) == [(line, right)]


@pytest.mark.parametrize("line", ["TM. BAN THƯỜNG VỤ", "TL. BAN THƯỜNG VỤ", "CHỦ TỊCH", None])
def test_authority_lines_in_order(line):
    assert found("authority-form", said("", signatory=Signatory(authority_line=line))) == []
