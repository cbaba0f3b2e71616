"""The documents the reader is tried on: five real plans, and others in our own words."""

from functools import cache
from pathlib import Path

from vanban.reading.model import Reading
from vanban.reading.read import read_text

PLANS = Path(__file__).parent.parent / "plans"
TRUTH = Path(__file__).parent.parent / "truth"
CLEAN = ("000", "001", "002", "003")
REAL = (*CLEAN, "004")
OURS = ("decision", "letter", "report", "school_year", "table", "ward_2026", "no_plan")


def raw(name: str) -> str:
    return (PLANS / f"{name}.txt").read_text(encoding="utf-8")


@cache
def reading(name: str) -> Reading:
    return read_text(raw(name))
