"""Lists as people send them, written for the tests."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

Rows = Sequence[Sequence[object]]


def workbook(rows: Rows, **sheets: Rows) -> bytes:
    """An .xlsx with `rows` on its first sheet, and more sheets by name."""
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        for name, lines in {"Danh sách": rows, **sheets}.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(lines):
                sheet.write_row(number, 0, row)
    return written.getvalue()


TITLES = ("STT", "Họ và tên", "Mã số", "Ngày sinh", "Giới tính", "Điện thoại", "Đơn vị", "Ngày vào")
HOA = (1, "Nguyễn Thị Hoa", "DV001", "05/08/1984", "Nữ", "0912345678", "", "01/09/2010")
NAM = (2, "Trần Văn Nam", "DV002", "12/3/1979", "Nam", "0912345679", "", "01/09/2011")


def members(*rows: Sequence[object]) -> bytes:
    """A list of members with the usual titles."""
    return workbook([("DANH SÁCH ĐOÀN VIÊN",), TITLES, *rows])
