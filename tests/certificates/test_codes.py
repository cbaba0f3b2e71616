import math

import pytest

from thidua.certificates.codes import ALPHABET, LENGTH, new_code, read_code, shown


def test_a_code_has_sixty_bits_and_no_letter_that_looks_like_another():
    assert math.log2(len(set(ALPHABET))) * LENGTH >= 60
    assert not set("ILOU") & set(ALPHABET)


def test_a_new_code_is_read_as_it_was_made_and_as_it_is_printed():
    code = new_code()

    assert read_code(code) == code
    assert read_code(shown(code)) == code
    assert new_code() != code


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("k7m2-qa9x-3fdp", "K7M2QA9X3FDP"),
        (" K7M2 QA9X 3FDP ", "K7M2QA9X3FDP"),
        ("K7M2–QA9X–3FDP", "K7M2QA9X3FDP"),
        ("oIlo-0000-0000", "011000000000"),
        ("K7M2-QA9X-3FD", None),
        ("K7M2-QA9X-3FDPP", None),
        ("K7M2-QA9X-3FDU", None),
        ("GK-2024-0128", None),
        ("", None),
        ("Đ" * 12, None),
        ("0" * 4000, None),
    ],
)
def test_what_somebody_types_is_read_whatever_its_case_blanks_and_dashes(typed, read):
    assert read_code(typed) == read
