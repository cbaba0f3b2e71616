"""Ordinal numbers as papers print them: ``XIII``, ``05``, ``thứ hai``."""

from vanban.language.forms import fold

NUMERAL = r"(?:[ivx]{1,7}|\d{1,3}|nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)\b"
"""A folded pattern; ``I`` and ``V`` are taken for Roman numbers."""

_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST = 40


def roman(number: int) -> str:
    """``13`` → ``XIII``."""
    printed = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        printed += sign * count
    return printed


def number_of(printed: str) -> int | None:
    """What a numeral stands for, None when it is none."""
    if printed.isdecimal():
        return int(printed)
    words = {fold(word): number for number, word in enumerate(_WORDS, start=1)} | {"bon": 4}
    if fold(printed) in words:
        return words[fold(printed)]
    romans = {roman(number): number for number in range(1, _MOST)}
    return romans.get(printed.upper())


def in_the_style_of(printed: str, number: int) -> str | None:
    """`number` printed as `printed` is; None where words do not reach so far."""
    if printed.isdecimal():
        return f"{number:0{len(printed)}d}" if printed.startswith("0") else str(number)
    if fold(printed) in {fold(word) for word in (*_WORDS, "bốn")}:
        return _WORDS[number - 1] if number <= len(_WORDS) else None
    return roman(number)
