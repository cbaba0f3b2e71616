import pytest
from hypothesis import given
from hypothesis import strategies as st

from checking.findings import said
from vanban.checking.check import check
from vanban.checking.fixes import OverlappingFixes, apply, changed_part, in_words
from vanban.reading.model import Fix
from vanban.reading.read import read_text


def test_fixes_count_in_the_text_as_given():
    fixes = [Fix((4, 7), "3"), Fix((0, 3), "eins"), Fix((8, 8), "!")]

    assert apply("one two ", fixes) == "eins 3 !"


def test_no_fixes_no_change():
    assert apply("phong trào", []) == "phong trào"


@pytest.mark.parametrize(
    "fixes",
    [
        [Fix((0, 3), "a"), Fix((2, 4), "b")],
        [Fix((1, 1), "a"), Fix((1, 1), "b")],
        [Fix((0, 3), "a"), Fix((0, 3), "a")],
    ],
)
def test_two_fixes_of_one_place_are_refused(fixes):
    with pytest.raises(OverlappingFixes):
        apply("abcdef", fixes)


def test_fixes_side_by_side_are_fine():
    assert apply("abcd", [Fix((0, 2), "x"), Fix((2, 4), "y"), Fix((4, 4), "!")]) == "xy!"


def test_what_is_inserted_stands_before_what_is_replaced():
    assert apply("ab", [Fix((1, 2), "y"), Fix((1, 1), "x")]) == "axy"


def test_all_fixes_of_a_text_can_be_carried_out_together():
    text = (
        "Tết Quý Mão 2024: phần đấu thi đua đua Nghị quyết;các phong trào phong trào của của Đảng"
    )
    reading = said(text)

    fixed = apply(text, [finding.fix for finding in check(reading) if finding.fix])

    assert "Giáp Thìn 2024: phấn đấu thi đua đưa Nghị quyết; các phong trào của Đảng" in fixed


PIECES = st.sampled_from(
    [
        "I. NỘI DUNG",
        "III. TỔ CHỨC",
        "\n",
        "\n\n",
        " ",
        "Số: 01 /KH-CĐCS",
        "ngày 4 tháng 1 năm 2022",
        "40 năm Ngày Nhà giáo Việt Nam (20/11/1983 - 20/11/2022)",
        "Tết Quý Mão 2024",
        "phần đấu",
        "thi đua thi đua",
        "“Dậy tốt, học tốt”",
        "LĐLD LĐLĐ",
        "Đợt 1: Từ tháng 1/01 - 31/04/2022:",
        "TM/BCH CÔNG ĐOÀN\nCHỦ TỊCH",
        "Nơi nhận:\n- Lưu.",
        ";",
        "-",
        "\u0301",
        "…",
        "\U0001f600",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=25))
def test_any_text_is_checked_and_its_fixes_fit(pieces):
    reading = read_text("".join(pieces))

    findings = check(reading)

    assert all(0 <= f.span[0] <= f.span[1] <= len(reading.text) for f in findings if f.span)
    fixes = [finding.fix for finding in findings if finding.fix]
    assert isinstance(apply(reading.text, fixes), str)


def test_only_what_differs_is_a_change():
    assert changed_part("thi đua đua Nghị quyết", "thi đua đưa Nghị quyết") == ((9, 10), "ư")
    assert changed_part("như nhau", "như nhau") == ((8, 8), "")


@pytest.mark.parametrize(
    ("old", "new", "said_so"),
    [
        (",", ", ", ("", "dấu cách")),
        (" ,", ",", ("dấu cách", "")),
        ("- ", " - ", ("", "dấu cách")),
        (",", "", ("dấu phẩy", "")),
        ("đua", "đua,", ("", "dấu phẩy")),
        ("", "./.", ("", "“./.”")),
        ("phần", "phấn", ("“phần”", "“phấn”")),
        ("một\nhai", "", ("“một hai”", "")),
    ],
)
def test_a_sign_that_comes_or_goes_is_told_by_its_name(old, new, said_so):
    assert in_words(old, new) == said_so
