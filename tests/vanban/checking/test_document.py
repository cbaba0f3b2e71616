import pytest

from vanban.checking.check import check
from vanban.checking.document import NOTE, read_document
from vanban.checking.terminal import compiler_lines, summary_line
from vanban.reading.model import Finding, Fix, Reading, Severity
from vanban.sources.errors import Refused

PLAN = "Số: 01 /KH-CĐCS\n\nKẾ HOẠCH\n\nquyết tâm phần đấu."


def printed(fix, text="một, hai"):
    finding = Finding("a-rule", Severity.ASK, "Sao vậy?", fix.span, fix)
    return list(compiler_lines(Reading(text=text, findings=(finding,)), "a.txt"))


def test_a_file_is_read_and_checked():
    reading = read_document(PLAN.encode(), "kế hoạch.txt")

    assert reading.full_number == "01/KH-CĐCS"
    assert reading.findings == check(reading)
    assert "confusion" in {finding.rule for finding in reading.findings}


def test_what_was_noticed_about_the_file_comes_first():
    reading = read_document(PLAN.encode(), "kế hoạch.docx")

    first = reading.findings[0]
    assert (first.rule, first.span) == (NOTE, None)
    assert ".docx" in first.message


def test_a_file_that_cannot_be_read_is_refused():
    with pytest.raises(Refused):
        read_document(b"", "a.txt")


@pytest.mark.parametrize(
    ("fix", "line"),
    [
        (Fix((0, 3), "hai"), "    sửa “một” thành “hai”"),
        (Fix((3, 4), ""), "    bỏ dấu phẩy"),
        (Fix((8, 8), "./."), "    thêm “./.”"),
        (Fix((3, 4), ", "), "    thêm dấu cách"),
    ],
)
def test_a_fix_is_shown_by_what_it_does(fix, line):
    assert printed(fix)[-2] == line


def test_a_place_at_the_end_of_the_text_has_a_caret_behind_it():
    lines = printed(Fix((8, 8), "./."))

    assert lines[0] == "a.txt:1:9: hỏi lại: Sao vậy? [a-rule]"
    assert lines[2] == "    " + " " * 8 + "^"


def test_a_place_that_goes_on_to_the_next_line_is_shown_on_its_first():
    lines = printed(Fix((0, 7), "x"), "một\nhai")

    assert lines[1:3] == ["    một", "    ^^^"]
    assert lines[3] == "    sửa “một hai” thành “x”"


def test_a_long_paragraph_is_cut_at_a_blank():
    text = "thi đua yêu nước " * 20 + "phần đấu" + " lao động giỏi" * 20
    start = text.index("phần đấu")

    lines = printed(Fix((start, start + 8), "phấn đấu"), text)

    assert lines[1].startswith("    …đua yêu nước thi đua")
    assert lines[1].endswith("…")
    assert lines[1][lines[2].index("^") :].startswith("phần đấu")


def test_nothing_found_is_said():
    assert summary_line(()) == "Không có gì cần sửa."
