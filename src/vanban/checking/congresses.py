"""Congresses: do ordinal and years belong together?"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from vanban.checking import data
from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Reading, Severity

TITLE = "Đại hội"

_SOURCE = "ORG-20, ORG-21"
_BODY = r"(?P<{}>cong doan viet nam|dang(?: cong san viet nam)?(?! bo\b| uy\b))"
_NTH = r"(?:lan\s+thu\s+)?(?P<{}>[ivx]{{1,5}}|\d{{1,2}})"
_CONGRESS = re.compile(
    r"\bdai hoi (?:dai bieu )?(?:toan quoc )?(?:"
    + _NTH.format("n1")
    + r"(?: cua)? "
    + _BODY.format("b1")
    + "|"
    + r"(?:cua )?"
    + _BODY.format("b2")
    + r" (?:toan quoc )?"
    + _NTH.format("n2")
    + r")\b"
    r"(?P<rest>[^.;\n]{0,12}?\bnhiem ky (?P<from>\d{4})\s?[-–]\s?(?P<to>\d{4}))?"
)
_RESOLUTION = re.compile(r"\bnghi quyet (?:cua )?(?:ban [^.;\n]{0,30})?$")
_CARRY_OUT = re.compile(
    r"\b(?:thuc hien|trien khai|quan triet|hoc tap|tuyen truyen|dua|cu the hoa)\b[^.;\n]{0,80}$"
)
_CONTEXT = 110
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LOOKING_AHEAD = frozenset({"Kế hoạch", "Hướng dẫn", "Chương trình"})


@rule("congress-term", "Nhiệm kỳ không khớp với đại hội", Severity.WARNING, _SOURCE)
def years_of_congress(reading: Reading) -> Iterator[Slip]:
    """*Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2018 - 2023* was the twelfth."""
    for match in _CONGRESS.finditer(folded(reading.text)):
        row = _row_of(match)
        if row is None:
            continue
        if _is_odd(match, row):
            yield Slip(
                f"Đại hội {_roman(int(row['ordinal']))} {row['name']} có nhiệm kỳ "
                f"{row['from']} - {row['to']}.",
                (match.start("from"), match.end("to")),
                severity=_weight(row),
            )


@rule("congress-year", "Đại hội không hợp với năm của văn bản", Severity.ASK, _SOURCE)
def congress_and_year(reading: Reading) -> Iterator[Slip]:
    """The resolution of a congress that has not met yet, or of the last one but one."""
    year = reading.date.year if reading.date else None
    text = folded(reading.text)
    for match in _CONGRESS.finditer(text):
        row = _row_of(match)
        before = text[max(0, match.start() - _CONTEXT) : match.start()]
        if row is None or year is None or not _RESOLUTION.search(before) or _is_odd(match, row):
            continue
        name = f"Đại hội {_roman(int(row['ordinal']))} {row['name']}"
        if year < int(row["from"]):
            yield Slip(f"{name} họp năm {row['from']}, sau năm của văn bản ({year})?", match.span())
        elif year > int(row["to"]) and _is_carried_out(reading, before):
            yield Slip(
                f"{name} hết nhiệm kỳ năm {row['to']}. Nghị quyết ấy còn thực hiện?", match.span()
            )


def _is_odd(match: re.Match[str], row: Mapping[str, str]) -> bool:
    """Does it say another term than that of the congress?"""
    years = (match["from"], match["to"])
    return match["rest"] is not None and years != (row["from"], row["to"])


def _is_carried_out(reading: Reading, before: str) -> bool:
    return reading.doc_type in _LOOKING_AHEAD and _CARRY_OUT.search(before) is not None


def _row_of(match: re.Match[str]) -> Mapping[str, str] | None:
    ordinal = _value(match["n1"] or match["n2"])
    body = "union" if (match["b1"] or match["b2"]).startswith("cong doan") else "party"
    return _congresses().get((body, ordinal))


@cache
def _congresses() -> dict[tuple[str, int], Mapping[str, str]]:
    return {(row["body"], int(row["ordinal"])): row for row in data.rows("congresses")}


def _weight(row: Mapping[str, str]) -> Severity:
    return Severity.WARNING if row["confirmed"] == "yes" else Severity.ASK


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    digits = [_ROMAN[letter] for letter in printed]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)


def _roman(value: int) -> str:
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + units[value % 10]
