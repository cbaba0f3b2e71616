"""The lines of a mapped file, as they come."""

from collections.abc import Iterator
from datetime import date

from thidua.oversight.importing.lines import Line, is_no_line, read_line
from thidua.oversight.importing.opening import Table
from thidua.oversight.models import Import


def lines_of(owner: Import, table: Table, today: date) -> Iterator[Line]:
    """Every line that is one: titles, empty lines, names of groups and totals are passed over."""
    headings = {heading for heading in owner.headings if heading}
    for number, row in table.rows:
        if number >= owner.first_row and not is_no_line(row, owner.columns, headings):
            yield read_line(number, typed_of(owner.columns, row), owner.kind, today)


def typed_of(columns: list[str], row: list[str]) -> dict[str, str]:
    """The filled cells by what their columns are."""
    cells = zip(columns, row, strict=False)
    return {code: bare for code, cell in cells if code and (bare := cell.strip())}
