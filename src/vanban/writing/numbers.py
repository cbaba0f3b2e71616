"""Numbers, dates, recipients and the end mark, as the rules on official documents print them."""

import datetime as dt
from collections.abc import Iterable

END_MARK = "./."
_CLOSING = " \t\n.;,:/"
_LEADING = " \t\n-–—•*+"
_LAST_MONTH_WITH_ZERO = 2


def format_number(number: int, symbol: str) -> str:
    """``05/KH-CĐGD``: at least two digits, no blanks around the signs."""
    return f"{number:02d}/{''.join(symbol.split())}"


def format_header_date(day: dt.date) -> str:
    """``ngày 05 tháng 7 năm 2024``: days below 10 take a zero, of the months only the first two."""
    return f"ngày {day.day:02d} tháng {format_month(day.month)} năm {day.year}"


def format_month(month: int) -> str:
    """``02``, but ``3``: only the first two months take a zero."""
    return f"{month:02d}" if month <= _LAST_MONTH_WITH_ZERO else str(month)


def recipient_lines(recipients: Iterable[str]) -> tuple[str, ...]:
    """Each with its dash and a semicolon, the last one with a full stop."""
    bare = [item.lstrip(_LEADING).rstrip(_CLOSING) for item in recipients]
    bare = [item for item in bare if item]
    return tuple(
        f"- {item}{'.' if place == len(bare) else ';'}" for place, item in enumerate(bare, 1)
    )


def with_end_mark(text: str) -> str:
    """The last sentence of the content, closed by ``./.`` exactly once."""
    bare = text.rstrip()
    if bare.endswith(END_MARK):
        return bare
    return bare.rstrip(_CLOSING) + END_MARK


def roman(number: int) -> str:
    """``IV``: for parts and annexes, up to 39."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in their order (DOC-10)."""
