"""Spreadsheets and CSV files → rows of text. Runs in the reading process, knows no Django."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

import python_calamine as calamine

from thidua.oversight.importing.formulas import Unsaid, unsaid_cells
from vanban.language.encodings.restoring import decoded_bytes

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"
MOST_BYTES = 400 * 1024 * 1024
"""Unpacked; 200,000 rows of twenty columns are some 250 million bytes."""
SEPARATORS = ",;\t|"
Row = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of a file. `first` is the number of its first row as Excel shows it."""

    names: list[str]
    name: str
    rows: Iterator[Row]
    first: int = 1
    height: int = 0
    """How many rows there are, where that is known before they have been read."""
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    unsaid: Unsaid = field(default_factory=Unsaid)


class NotRead(Exception):
    """The file is not read; the message is a code of `refusals`."""


def read_sheet(data: bytes, wanted: str) -> Sheet:
    """The sheet `wanted` of the file, its first one with rows where nothing is wanted."""
    if data.startswith((ZIP, OLE)):
        return _spreadsheet(data, wanted)
    if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotRead("not_a_list")
    return Sheet(names=[], name="", rows=_separated(_characters(data)))


def _spreadsheet(data: bytes, wanted: str) -> Sheet:
    if data.startswith(ZIP):
        _require_light(data)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        sheet = book.get_sheet_by_name(wanted) if wanted in names else _first_filled(book)
    except calamine.PasswordError as error:
        raise NotRead("password") from error
    except calamine.CalamineError as error:
        raise NotRead("broken") from error
    return Sheet(
        names=names,
        name=sheet.name,
        rows=(list(map(_text, row)) for row in sheet.iter_rows()),
        height=sheet.height,
        merged=list(sheet.merged_cell_ranges or ()),
        unsaid=unsaid_cells(data, names.index(sheet.name)) if data.startswith(ZIP) else Unsaid(),
    )


def _require_light(data: bytes) -> None:
    """Refuse at once what would only be given up after the whole time that a file is granted.

    A file that lies about its sizes still ends there.
    """
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except BadZipFile as error:
        raise NotRead("broken") from error
    if unpacked > MOST_BYTES:
        raise NotRead("too_heavy")


def _first_filled(book: calamine.CalamineWorkbook) -> calamine.CalamineSheet:
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            return sheet
    raise NotRead("empty")


def _text(cell: Any) -> str:
    """What Excel shows, without its number formats; days as ISO."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _characters(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decoded_bytes(data).text


def _separated(text: str) -> Iterator[Row]:
    head = text[:20_000].splitlines()[:50]
    separator = max(SEPARATORS, key=lambda sign: _steadiness(head, sign))
    # What a broken quotation mark swallows must not become one cell of megabytes.
    csv.field_size_limit(100_000)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise NotRead("broken") from error


def _steadiness(lines: list[str], sign: str) -> int:
    """In how many lines the sign stands as often as in most; a sign inside prose is unsteady."""
    counts = [line.count(sign) for line in lines if line.strip()]
    usual = max(set(counts), key=counts.count, default=0)
    return counts.count(usual) * usual
