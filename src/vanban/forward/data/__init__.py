"""Tables of what changes with the years: congresses, yearly events, bodies that ended."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def rows(table: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``<table>.csv``, column name → text."""
    path = files(__package__).joinpath(f"{table}.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(MappingProxyType(row) for row in csv.DictReader(lines))
