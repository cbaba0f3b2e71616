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
        ["Tổ 2", "Tổ An"],
        ["Lê", "Lê Văn", "Lý"],
    ],
)
def test_sorted_as_in_a_vietnamese_dictionary(ordered):
    shuffled = list(ordered)
    random.Random(7).shuffle(shuffled)  # noqa: S311

    assert sorted(shuffled, key=sort_key) == ordered


def test_case_and_composition_do_not_matter():
    assert sort_key("ĐÀ NẴNG") == sort_key("đà nẵng") == sort_key("đa\u0300 na\u0306\u0303ng")


def test_digits_come_before_letters_and_signs_before_digits():
    assert sorted(["a", "1", "(b)"], key=sort_key) == ["(b)", "1", "a"]
