"""Names that documents use, as tables: kinds of documents, union bodies, posts, movements, days.

The reader learns from them which words to look for. It never copies a value out of them into a
`Reading`: what a reading says stands in the text.
"""

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rows(table: str) -> tuple["Mapping[str, str]", ...]:
    """The rows of ``<table>.csv``, column name → text."""
    path = files(__package__).joinpath(f"{table}.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(MappingProxyType(row) for row in csv.DictReader(lines))


@cache
def column(table: str, name: str) -> tuple[str, ...]:
    """One column of a table, empty cells left out."""
    return tuple(row[name] for row in rows(table) if row[name])
