"""The tables of the simulator: what a person may read and change without touching code."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

Row = dict[str, str]
HERE = Path(__file__).parent / "tables"


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of a table, cell by heading."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def column(name: str, heading: str) -> tuple[str, ...]:
    """The cells of one column that hold something."""
    return tuple(row[heading] for row in table(name) if row[heading])


@cache
def words(of: str) -> tuple[str, ...]:
    """One list of words from which names are put together."""
    lists: dict[str, list[str]] = defaultdict(list)
    for row in table("words"):
        lists[row["list"]].append(row["word"])
    return tuple(lists[of])
