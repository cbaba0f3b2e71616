"""Reading a list row by row, in a process that may die without harm."""

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from thidua.oversight.importing.refusals import Refused, sentence

WALL_SECONDS = 120
OLD_EXCEL_ROWS = 65_536
WORKER = "thidua.oversight.importing.worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table on its way in. `rows` yields the number of each row and its cells, once.

    `height` is about how many there are, or 0 where that shows at the end only.
    """

    sheets: list[str]
    sheet: str
    height: int = 0
    merged: int
    unsaid: int
    unsaid_cells: list[str]
    rows: Iterator[tuple[int, list[str]]]


@contextmanager
def opened(data: bytes, sheet: str = "") -> Iterator[Table]:
    """The table of a file; raises `Refused`, also while its rows are read.

    The rows come from the other process as they are asked for, so memory does not grow with them.
    """
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        with subprocess.Popen(  # noqa: S603 -- our own command; the name of a sheet is an argument
            [sys.executable, "-m", WORKER, sheet],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        ) as process:
            patience = threading.Timer(WALL_SECONDS, process.kill)
            patience.start()
            try:
                table = _table(_answers(process))
                # From here on it waits for us as often as we for it, and its CPU time is limited.
                patience.cancel()
                yield table
            finally:
                patience.cancel()
                process.kill()


def _answers(process: "subprocess.Popen[str]") -> Iterator[object]:
    if process.stdout is None:
        raise AssertionError("opened with a pipe")
    for line in process.stdout:
        if not line.endswith("\n"):
            break
        answer = json.loads(line)
        if isinstance(answer, dict) and "refused" in answer:
            raise Refused(sentence(answer["refused"]))
        yield answer
    else:
        return
    raise Refused(sentence("too_heavy"))


def _table(answers: Iterator[object]) -> Table:
    about = next(answers, None)
    if not isinstance(about, dict):
        raise Refused(sentence("too_heavy"))
    first = about.pop("first")
    return Table(**about, rows=_numbered(answers, first))


def _numbered(answers: Iterator[object], first: int) -> Iterator[tuple[int, list[str]]]:
    """Every row with its number; the last answer must be their count, or some were lost."""
    number = first
    for answer in answers:
        if isinstance(answer, dict):
            return
        if isinstance(answer, list):
            yield number, answer
        number += 1
    raise Refused(sentence("too_heavy"))
