import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.syllables import impossible_share, is_syllable

HERE = Path(__file__).parent


def words_of(name):
    return sorted(set((HERE / name).read_text(encoding="utf-8").split()))


@pytest.mark.parametrize("word", words_of("syllables_true.txt"))
def test_words_of_vietnamese_are_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", words_of("syllables_false.txt"))
def test_words_against_the_spelling_are_none(word):
    assert not is_syllable(word)


def test_the_examples_are_two_hundred_and_more():
    assert len(words_of("syllables_true.txt")) + len(words_of("syllables_false.txt")) >= 250


@pytest.mark.parametrize("word", ["HÒA", "Hoà", "Nghị", "ĐOÀN"])
def test_capitals_do_not_matter(word):
    assert is_syllable(word)


def test_decomposed_letters_are_the_same_word():
    assert is_syllable(unicodedata.normalize("NFD", "quyết"))


@pytest.mark.parametrize("tone", ["", "\u0300", "\u0309", "\u0303"])
@pytest.mark.parametrize("rime", ["ac", "ach", "ap", "at"])
def test_a_stopped_rime_takes_only_two_tones(rime, tone):
    assert not is_syllable("t" + rime[0] + tone + rime[1:])
    assert is_syllable("t" + rime[0] + "\u0301" + rime[1:])
    assert is_syllable("t" + rime[0] + "\u0323" + rime[1:])


def test_the_empty_string_is_no_syllable():
    assert not is_syllable("")


def test_numbers_codes_and_abbreviations_are_not_counted():
    assert impossible_share("Số 05/KH-CĐGD, 100% CĐCS, b9, LĐLĐ, hội nghị") == 0.0


def test_half_of_the_words_are_impossible():
    assert impossible_share("phong trào hoc tap") == 0.5


def test_no_words_no_share():
    assert impossible_share("1, 2, 3 …") == 0.0


@given(st.text(max_size=40))
def test_any_text_has_a_share_between_nothing_and_all(text):
    assert 0.0 <= impossible_share(text) <= 1.0


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy\u0300\u0301\u0303\u0309\u0323", max_size=9))
def test_no_syllable_is_longer_than_seven_letters(word):
    if is_syllable(word):
        assert 1 <= len(unicodedata.normalize("NFC", word)) <= 7
