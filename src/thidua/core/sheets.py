"""Lists as Excel files: written row by row, and nothing in them is ever calculated."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import IO

from django.http import FileResponse
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | Decimal | date | None
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS = 1_048_575
"""What a sheet of Excel holds below its head."""
LONGEST = 32_767
"""Signs in one cell; Excel calls a file with more of them broken."""
WIDEST = 60


def sheet(name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> FileResponse:
    """Answer with an Excel file called `name`; text stays text, whatever it begins with.

    Rows wait on disk while they are written; only the packed file is kept in memory.
    """
    file = BytesIO()
    write_sheet(file, heads, rows)
    file.seek(0)
    answer = FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=MEDIA)
    answer["Cache-Control"] = "private, no-store"
    return answer


def write_sheet(file: IO[bytes], heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """The same into an open file. Only the current row is kept in memory."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(file, options)
    page = book.add_worksheet()
    page.freeze_panes(1, 0)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    for column, head in enumerate(heads):
        page.set_column(column, column, min(max(len(head) + 2, 12), WIDEST))
        page.write_string(0, column, head, bold)
    for number, row in enumerate(rows, start=1):
        if number > ROWS:
            break
        for column, value in enumerate(row):
            _write(page, number, column, value, day)
    book.close()


def _write(page: Worksheet, row: int, column: int, value: Cell, day: Format) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        page.write_string(row, column, value[:LONGEST])
    elif isinstance(value, date):
        plain = datetime(value.year, value.month, value.day)  # noqa: DTZ001 -- a day has no zone
        page.write_datetime(row, column, plain, day)
    else:
        page.write_number(row, column, float(value))
