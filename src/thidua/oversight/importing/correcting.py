"""Problem rows as an Excel file, and the same file corrected and given back."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.core.asked import asked_number
from thidua.oversight.importing.guessing import title_key
from thidua.oversight.importing.offers import field_titles
from thidua.oversight.importing.opening import opened
from thidua.oversight.importing.reading import typed_of
from thidua.oversight.importing.refusals import Refused
from thidua.oversight.models import Import, ImportRow

LINE, PROBLEM = "Dòng", "Vấn đề"
"""Titles of the first and the last column: the format of the file, in every language."""


def columns_of(owner: Import) -> list[str]:
    """The columns that are used, as codes."""
    return [code for code in owner.columns if code]


def heads(owner: Import) -> list[str]:
    titles = field_titles(owner.kind)
    return [LINE, *(titles[code] for code in columns_of(owner)), PROBLEM]


def cells_of(row: ImportRow, columns: list[str]) -> list[str | int]:
    said = " ".join(one["said"] for one in row.problems)
    return [row.number, *(row.typed.get(code, "") for code in columns), said]


def corrected_lines(owner: Import, data: bytes) -> dict[int, dict[str, str]]:
    """By number of the line what stands in it now; raises `Refused` for another file."""
    known = {title_key(title): code for code, title in field_titles(owner.kind).items()}
    with opened(data) as table:
        titles = next((row for _number, row in table.rows), [])
        if not titles or title_key(titles[0]) != title_key(LINE):
            raise Refused(
                _(
                    "Đây không phải tệp các dòng cần sửa đã tải về từ trang này: "
                    "cột đầu phải là “Dòng”."
                )
            )
        columns = [known.get(title_key(title), "") for title in titles]
        return dict(_lines(columns, (row for _number, row in table.rows)))


def _lines(columns: list[str], rows: Iterator[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    for row in rows:
        number = asked_number(row[0].strip()) if row else None
        if number is not None:
            yield number, typed_of(columns, row)
