"""Repeat something and say how long it took, in milliseconds."""

import statistics
import time
from collections.abc import Callable

Row = tuple[str, str, str, str]


def times(work: Callable[[], object], runs: int = 20) -> list[float]:
    """Milliseconds of each of `runs` runs, after one that is not counted."""
    work()
    measured = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        measured.append((time.perf_counter() - began) * 1000)
    return measured


def median(measured: list[float]) -> str:
    return f"{statistics.median(measured):.1f} ms"


def p95(measured: list[float]) -> str:
    return f"{sorted(measured)[int(len(measured) * 0.95)]:.1f} ms"
