"""Tables of acts as Excel files: the empty one with examples, and rows with what is wrong."""

import io
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter
from django.utils.translation import gettext as _

from thidua.oversight.reorganising.tables.columns import HEADINGS, WORDS, Row

WIDTH = 26
EXAMPLES: Sequence[Row] = (
    {
        "kind": "Thành lập",
        "unit": "Công đoàn xã Gia Viễn",
        "target": "Liên đoàn Lao động tỉnh Ninh Bình",
        "unit_kind": "Công đoàn xã, phường, đặc khu",
        "short_name": "CĐ xã Gia Viễn",
        "symbol": "CĐX",
        "place": "Gia Viễn",
        "body": "BAN CHẤP HÀNH",
    },
    {
        "kind": "Kết thúc",
        "unit": "Liên đoàn Lao động huyện Gia Viễn",
        "target": "Liên đoàn Lao động tỉnh Ninh Bình",
    },
    {
        "kind": "Chuyển",
        "unit": "Công đoàn cơ sở Công ty May Gia Phú",
        "target": "Công đoàn xã Gia Viễn",
    },
    {"kind": "Kết thúc", "unit": "Công đoàn cơ sở Trường THCS Gia Hòa", "ends_below": "có"},
    {
        "kind": "Sáp nhập",
        "unit": "Công đoàn cơ sở Trạm Y tế Gia Phú",
        "target": "Công đoàn cơ sở Trung tâm Y tế Gia Viễn",
    },
)


def template() -> bytes:
    """The table to fill in, with a second sheet of examples."""
    return _book({_("Bảng việc"): (), _("Ví dụ"): EXAMPLES})


def rows_as_book(rows: Iterable[Row], wrong: Mapping[int, str] | None = None) -> bytes:
    """Rows as they were read, each with why it is wrong: to be corrected and read again."""
    told = wrong or {}
    given = [row | {"problem": told.get(place, "")} for place, row in enumerate(rows)]
    return _book({_("Bảng việc"): given}, {"problem": _("Lý do chưa nhận")} if told else {})


def _book(sheets: Mapping[str, Iterable[Row]], more: Mapping[str, str] | None = None) -> bytes:
    """Every cell is written as text: no formula runs."""
    headings = {**HEADINGS, **(more or {})}
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.set_column(0, len(headings) - 1, WIDTH)
            sheet.freeze_panes(1, 0)
            for column, heading in enumerate(headings.values()):
                sheet.write_string(0, column, heading, bold)
            for line, row in enumerate(rows, 1):
                for column, code in enumerate(headings):
                    sheet.write_string(line, column, row.get(code, ""))
            words = [words[0] for words in WORDS.values()]
            sheet.data_validation(1, 0, 20_000, 0, {"validate": "list", "source": words})
    return buffer.getvalue()
