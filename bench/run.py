"""Measure, and write the figures to docs/reference/benchmarks.md. Never part of the tests."""

import datetime as dt
import os
import platform
from pathlib import Path

from library import library_rows
from pages import ROUNDS, page_rows
from start import start_rows

SIZE = os.environ.get("BENCH_SIZE", "")
"""Of a simulated installation; empty for the sample year."""
REPORT = Path(f"docs/reference/benchmarks{'-' if SIZE else ''}{SIZE}.md")
DATA = {
    "": "the sample year\n(86 units, about 3,900 people, five plans)",
    "province": "a simulated province\n(5,000 units, 300,000 people, one year of facts)",
    "nation": "a simulated nation\n(124,000 units, 11 million people, one year of facts)",
}

HEAD = """# Benchmarks

Written by `make bench`. Figures are medians of repeated runs on one machine; compare a figure with
its baseline, measured in the same run, not with another machine. Data: {data}.

Machine: {machine}, {cores} cores, Python {python}. Day: {day}. Command: `{command}`. The host of
this virtual machine kept {stolen} of its processor for others during the run, in stretches of
seconds or minutes; of {rounds} rounds over all pages a row shows the one in which the bare page
beside it was the quickest.

| What | Measured | Bar | Beside |
| --- | --- | --- | --- |
"""


def processor() -> tuple[int, int]:
    """What the host of a virtual machine took so far, and all there was, in ticks."""
    ticks = [int(part) for part in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return ticks[7], sum(ticks) - ticks[3] - ticks[4]


def main() -> None:
    taken, before = processor()
    rows = page_rows() if SIZE else [*library_rows(), *start_rows(), *page_rows()]
    stolen, used = (
        after - first for after, first in zip(processor(), (taken, before), strict=True)
    )
    head = HEAD.format(
        data=DATA.get(SIZE, f"a simulated organisation of {SIZE} units"),
        command=f"BENCH_SIZE={SIZE} make bench" if SIZE else "make bench",
        stolen=f"{100 * stolen // max(used, 1)} %",
        machine=platform.machine(),
        cores=os.cpu_count(),
        rounds=ROUNDS,
        python=platform.python_version(),
        day=dt.datetime.now(dt.UTC).date().isoformat(),  # noqa: TID251 -- the day of the measurement
    )
    lines = [f"| {' | '.join(row)} |" for row in rows]
    REPORT.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
