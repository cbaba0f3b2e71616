import pytest

from vanban.repair.codes import known_codes, mended

KNOWN = known_codes(["CĐCS", "LĐLĐ", "CĐGD", "UBND", "QĐ", "NĐ", "ND"])


@pytest.mark.parametrize(
    ("seen", "true"),
    [
        ("15/KH-CDGD", "15/KH-CĐGD"),
        ("391/LDLD", "391/LĐLĐ"),
        ("CBNGNLD", "CBNGNLĐ"),
        ("10-NQ/HU", "10-NQ/HU"),
        ("12/2024", "12/2024"),
    ],
)
def test_abbreviations_get_their_strokes_back(seen, true):
    assert mended(seen, KNOWN) == true


def test_a_code_that_is_known_as_it_stands_stays():
    assert mended("ND", KNOWN) == "ND"


def test_of_two_abbreviations_alike_the_one_with_more_strokes_is_meant():
    assert known_codes(["LĐLĐ", "LĐLD"]) == known_codes(["LĐLD", "LĐLĐ"]) == {"LDLD": "LĐLĐ"}
