"""The tables of the sample year: what a person may read and change without touching code."""

import csv
from functools import cache
from pathlib import Path

Row = dict[str, str]
HERE = Path(__file__).parent


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of a table, cell by heading."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def row_of(name: str, heading: str, cell: str) -> Row:
    """The one row of a table with that cell under that heading."""
    return next(row for row in table(name) if row[heading] == cell)
