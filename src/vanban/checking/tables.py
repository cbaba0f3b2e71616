"""Tables: does the last row add up?"""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity

TITLE = "Bảng số liệu"

_SOURCE = "REP-R12"
_TABLE = re.compile(r"(?:^ *\|.*\n?){3,}", re.MULTILINE)
_ROW = re.compile(r"^ *\|(?P<cells>.*)\|[ ]*$", re.MULTILINE)
_RULE = re.compile(r":?-*:?")
_TOTAL = re.compile(r"(?:tong(?: cong| so)?|cong)\b")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_SMALLEST_TABLE = 4


@rule("table-sum", "Dòng cộng của bảng không khớp", Severity.WARNING, _SOURCE)
def sums_of_tables(reading: Reading) -> Iterator[Slip]:
    """The row *Tổng cộng*, the last of its table: columns whose every cell is a number."""
    for table in _TABLE.finditer(reading.text):
        rows = [_cells(row) for row in _ROW.finditer(reading.text, *table.span())]
        rows = [cells for cells in rows if not all(_RULE.fullmatch(cell) for cell, _place in cells)]
        if len(rows) < _SMALLEST_TABLE or not any(_TOTAL.match(fold(c)) for c, _p in rows[-1][:2]):
            continue
        for column, (printed, place) in enumerate(rows[-1]):
            values = [_figure(cells[column][0]) for cells in rows[1:-1] if column < len(cells)]
            total = _figure(printed)
            known = [value for value in values if value is not None]
            if total is None or len(known) < len(rows) - 2 or not known or sum(known) == total:
                continue
            yield Slip(f"Cột này cộng được {_written(sum(known))}, không phải {printed}.", place)


def _cells(row: re.Match[str]) -> list[tuple[str, tuple[int, int]]]:
    """The cells of one row with their places."""
    found = []
    start = row.start("cells")
    for cell in row["cells"].split("|"):
        text = cell.strip()
        first = start + len(cell) - len(cell.lstrip())
        found.append((text, (first, first + len(text))))
        start += len(cell) + 1
    return found


def _figure(printed: str) -> float | None:
    """``1.250`` and ``12,5`` as officials write them; None for anything else."""
    if not _NUMBER.fullmatch(printed):
        return None
    return float(printed.replace(".", "").replace(",", "."))


def _written(value: float) -> str:
    """``1.250`` and ``12,5``: points for thousands, a comma before what is less than one."""
    whole, _point, rest = f"{value:,.2f}".partition(".")
    part = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")
