"""Figures of long work: each script writes its own section of one page and leaves the others."""

import datetime as dt
import os
import platform
import re
from collections.abc import Iterable
from pathlib import Path

REPORT = Path("docs/reference/benchmarks-long-work.md")
HEAD = """# Benchmarks: long work

Every section is written by the command it names. *CPU* is the time that the processes themselves
computed, whoever else used the machine; the clock beside it says how long it took there and then.
"""


def write_section(title: str, command: str, columns: Iterable[str], rows: list[list[str]]) -> None:
    """Put the section in the place of the one with the same title, or behind the others."""
    listed = list(columns)
    today = dt.datetime.now(dt.UTC).date().isoformat()  # noqa: TID251 -- the day of the measurement
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg()[:2])
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    lines = [
        f"## {title}",
        "",
        f"Command: `{command}`. {machine}. Day: {today}. Load of the machine at the end: {load}.",
        "",
        *(f"| {' | '.join(row)} |" for row in (listed, ["---"] * len(listed), *rows)),
    ]
    text = REPORT.read_text(encoding="utf-8") if REPORT.exists() else HEAD
    head, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    kept = {one.partition("\n")[0]: one.strip() for one in sections}
    kept[lines[0]] = "\n".join(lines)
    REPORT.write_text("\n\n".join([head.strip(), *kept.values()]) + "\n", encoding="utf-8")
