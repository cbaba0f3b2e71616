import random

import pytest

from vanban.language.vietnamese import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["an", "ăn", "ân", "ba", "ca", "da", "đa"],
        ["e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"],
        ["An Giang", "Ân Thi", "Bắc Ninh", "Cà Mau", "Cần Thơ", "Đà Nẵng", "Hà Nội", "Huế"],
        ["Hòa An", "Hòa Bình", "Hóa Mỹ", "Họa Mi"],
        ["Tổ 2", "Tổ 10", "Tổ An"],
        ["Tiểu học số 2", "Tiểu học số 10 Hoa Lư", "Tiểu học số 100"],
        ["anh", "ăn", "ân", "ba", "ba hoa", "bà", "bà an", "bạ", "ban"],
        ["Số 99999999", "Số 100000000", "Số 1000000000"],
        ["Lê", "Lê Văn", "Lý"],
    ],
)
def test_sorted_as_in_a_vietnamese_dictionary(ordered):
    shuffled = list(ordered)
    random.Random(7).shuffle(shuffled)  # noqa: S311

    assert sorted(shuffled, key=sort_key) == ordered


def test_case_and_composition_do_not_matter():
    assert sort_key("ĐÀ NẴNG") == sort_key("đà nẵng") == sort_key("đa\u0300 na\u0306\u0303ng")


def test_digits_come_before_letters_and_signs_do_not_count():
    assert sorted(["a", "1", "(b)", "“c”"], key=sort_key) == ["1", "a", "(b)", "“c”"]
    assert sort_key("Bà Rịa - Vũng Tàu") == sort_key("bà rịa vũng tàu")


def test_a_number_as_long_as_a_line_has_a_key_too():
    assert sort_key("số " + "1" * 5_000) < sort_key("số " + "2" * 5_000)


def test_a_key_is_made_of_signs_that_every_database_compares_alike():
    assert sort_key("Trường Tiểu học số 10 Đà Nẵng, ñandú").isascii()
