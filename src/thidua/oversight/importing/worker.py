"""The process that opens strangers' lists: `python -m thidua.oversight.importing.worker SHEET`.

The file comes on standard input; one line about the table, one for each row and one at the end go
to standard output, as JSON. Whatever a file does to its reader, only this process dies of it.
"""

import json
import resource
import sys
from collections.abc import Iterator, Sequence
from itertools import islice

from thidua.oversight.importing.sheets import NotRead, Row, Sheet, read_sheet
from vanban.language.encodings.restoring import restored
from vanban.language.forms import composed, without_controls

MEMORY_BYTES, CPU_SECONDS = 440 * 1024 * 1024, 40
MOST_ROWS, MOST_COLUMNS, LONGEST = 200_000, 100, 1000
BLOCK = 1000
CELL_END, ROW_END = "\v", "\n"


def main() -> None:
    """Read one file under limits of its own, and say what was found."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    try:
        for answer in _answers(read_sheet(sys.stdin.buffer.read(), sys.argv[1])):
            sys.stdout.write(json.dumps(answer) + "\n")
    except NotRead as refusal:
        sys.stdout.write(json.dumps({"refused": str(refusal)}) + "\n")


def _answers(sheet: Sheet) -> Iterator[object]:
    rows = _rows(sheet)
    first = next(rows, None)
    if first is None:
        raise NotRead("empty")
    yield _about(sheet)
    yield first
    count = 1
    for row in rows:
        count += 1
        if count > MOST_ROWS:
            raise NotRead("too_long")
        yield row
    yield {"rows": count}


def _about(sheet: Sheet) -> dict[str, object]:
    return {
        "sheets": sheet.names,
        "sheet": sheet.name,
        "first": sheet.first,
        "height": sheet.height,
        "merged": len(_upright(sheet)),
        "unsaid": sheet.unsaid.count,
        "unsaid_cells": sheet.unsaid.cells,
    }


def _rows(sheet: Sheet) -> Iterator[Row]:
    """The rows with the letters of old fonts brought to Unicode and merged cells filled down."""
    rows = ([cell[:LONGEST] for cell in row[:MOST_COLUMNS]] for row in sheet.rows)
    upright = _upright(sheet)
    filled = _filled_down(rows, upright) if upright else rows
    while block := list(islice(filled, BLOCK)):
        yield from _in_unicode(block)


def _upright(sheet: Sheet) -> dict[tuple[int, int], int]:
    """Cells that reach over several rows: where each begins, and its last row."""
    return {
        (top, column): bottom
        for (top, left), (bottom, right) in sheet.merged
        for column in range(left, min(right, left) + 1)
        if bottom > top
    }


def _filled_down(rows: Iterator[Row], upright: dict[tuple[int, int], int]) -> Iterator[Row]:
    open_cells: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if (bottom := upright.get((number, column))) is not None:
                open_cells[column] = (bottom, cell)
        for column, (bottom, cell) in list(open_cells.items()):
            if number > bottom:
                del open_cells[column]
            elif not row[column]:
                row[column] = cell
        yield row


def _in_unicode(rows: Sequence[Row]) -> list[Row]:
    """Lists of before 2005 keep the letters of TCVN3 and VNI fonts; plain ASCII is left alone.

    What looks like one name is one: letters in pieces are composed, unseen signs left out.
    """
    if all(cell.isascii() and cell.isprintable() for row in rows for cell in row):
        return list(rows)
    text = ROW_END.join(
        CELL_END.join(cell.replace("\n", " ").replace("\v", " ") for cell in row) for row in rows
    )
    clean = without_controls(composed(restored(text).text))
    return [line.split(CELL_END) for line in clean.split(ROW_END)]


if __name__ == "__main__":
    main()
