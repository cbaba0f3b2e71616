import pytest

from vanban.repair.tones import new_style, old_style

PAIRS = [("hoà", "hòa"), ("Thuỷ", "Thủy"), ("KHOẺ", "KHỎE"), ("tuỳ", "tùy"), ("HOÁ", "HÓA")]


@pytest.mark.parametrize(("new", "old"), PAIRS)
def test_a_tone_moves_between_its_two_places(new, old):
    assert (old_style(new), new_style(old)) == (old, new)


@pytest.mark.parametrize("word", ["quý", "quà", "hoàn", "toán", "thuyền", "mùa", "của", "oai"])
def test_words_with_one_place_stay(word):
    assert old_style(word) == new_style(word) == word
