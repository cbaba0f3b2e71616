"""A file → rows by the code of their column."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.oversight.importing.opening import opened
from thidua.oversight.importing.refusals import Refused
from thidua.oversight.reorganising.tables.columns import HEADINGS, Row, column_called

MOST_ROWS, SEARCHED = 20_000, 20
LONGEST_CELL = 300
NEEDED = ("kind", "unit")


def rows_of(data: bytes) -> list[Row]:
    """The filled rows below the headings; raises `Refused` with a sentence."""
    with opened(data) as table:
        found = list(_filled(table.rows))
    if not found:
        raise Refused(_("Bảng có tiêu đề nhưng chưa có dòng nào."))
    return found


def _filled(lines: Iterable[tuple[int, list[str]]]) -> Iterable[Row]:
    columns: list[str] = []
    count = 0
    for number, cells in lines:
        if not columns:
            columns = _columns(cells)
            if not columns and number > SEARCHED:
                break
            continue
        row = {
            code: " ".join(cell.split())[:LONGEST_CELL]
            for code, cell in zip(columns, cells, strict=False)
            if code
        }
        if any(row.values()):
            count += 1
            if count > MOST_ROWS:
                raise Refused(_("Bảng có hơn 20.000 dòng. Hãy chia thành nhiều tệp."))
            yield row | {"row": str(number)}
    if not columns:
        raise Refused(
            _("Không thấy dòng tiêu đề có các cột “%(first)s” và “%(second)s” của bảng mẫu.")
            % {"first": HEADINGS["kind"], "second": HEADINGS["unit"]}
        )


def _columns(cells: list[str]) -> list[str]:
    """The codes of a row of headings; empty where it is none."""
    codes = [column_called(cell) for cell in cells]
    return codes if set(NEEDED) <= set(codes) else []
