"""The Vietnamese alphabet: order of letters first, of tones second, syllable by syllable."""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Grave, hook, tilde, acute, dot below: the order of dictionaries; no mark comes first."""

_LETTER_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
_TONE_RANK = {tone: rank for rank, tone in enumerate(_TONES, start=1)}
_AFTER_LETTERS = 1_000

SortKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def sort_key(text: str) -> SortKey:
    """Key for `sorted`: *an, ăn, ân*; *ba, bà, bả, bã, bá, bạ*; *d* before *đ*; case is ignored.

    Digits come before letters. A tone counts only between syllables with the same letters.
    """
    return tuple(_syllable_key(syllable) for syllable in text.lower().split())


def _syllable_key(syllable: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", syllable):
        parts = unicodedata.normalize("NFD", character)
        tone = next((part for part in parts if part in _TONE_RANK), "")
        letter = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else character
        letters.append(_letter_rank(letter))
        tones.append(_TONE_RANK.get(tone, 0))
    return tuple(letters), tuple(tones)


def _letter_rank(letter: str) -> int:
    if letter.isdecimal():
        return unicodedata.decimal(letter) - 10
    if letter in _LETTER_RANK:
        return _LETTER_RANK[letter]
    return _AFTER_LETTERS + ord(letter[0]) if letter.isalpha() else -_AFTER_LETTERS
