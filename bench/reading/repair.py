"""Repair: error rates on the damaged plan, strict and as shipped, marks, time and memory.

`strict` is measured with a model that was built, in a temporary folder, without any row that cites
that plan: `training/build.py --strict`; it borrows the shipped channel, whose pages contain nothing
of any plan.
"""

import shutil
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from vanban.repair import Repair
from vanban.repair.knowledge import Knowledge, knowledge, load
from vanban.repair.lexicon import DATA
from vanban.repair.repair import repair_with

Row = tuple[str, str, str, str]

PLAN = Path("tests/vanban/plans/004.txt")
TRUTH = Path("tests/vanban/truth/004.txt")
SOUND = [Path(f"tests/vanban/plans/00{number}.txt") for number in range(4)]
BUILDER = Path("training/build.py")
WORDS_A_PAGE = 400
PUNCTUATION = ".,;:!?…\"'“”‘’()[]*-–/"


def repair_rows() -> list[Row]:
    seen, true = (path.read_text(encoding="utf-8") for path in (PLAN, TRUTH))
    with tempfile.TemporaryDirectory() as folder:
        strict = _strict(Path(folder))
        repaired = repair_with(lambda: strict, seen)
    shipped = repair_with(lambda: knowledge(None), seen)
    return [
        ("the damaged plan as it is", _rates(true, seen), "—", "word and character error rate"),
        ("repaired, strict", _rates(true, repaired.text), "≤ 0.060 / 0.017", "—"),
        ("repaired, as shipped", _rates(true, shipped.text), "—", "—"),
        _marks_row(true, repaired),
        _sound_row(),
        *_cost_rows(seen),
    ]


def _strict(folder: Path) -> Knowledge:
    command = [sys.executable, str(BUILDER), "--strict", "--out", str(folder)]
    subprocess.run(command, check=True)
    shutil.copy(str(DATA / "channel.json.gz"), folder)
    return load(None, folder)


def _rates(true: str, seen: str) -> str:
    lines = list(zip(true.split("\n"), seen.split("\n"), strict=True))
    words = sum(_distance(one.split(), other.split()) for one, other in lines)
    signs = sum(_distance(one, other) for one, other in lines)
    return f"{words / len(true.split()):.4f} / {signs / sum(len(one) for one, _ in lines):.4f}"


def _distance(one: str | list[str], other: str | list[str]) -> int:
    row = list(range(len(other) + 1))
    for number, part in enumerate(one, start=1):
        before, row = row, [number]
        for column, piece in enumerate(other, start=1):
            swap = before[column - 1] + (part != piece)
            row.append(min(before[column] + 1, row[-1] + 1, swap))
    return row[-1]


def _marks_row(true: str, repaired: Repair) -> Row:
    """Words that stand for each other are compared without punctuation, line by line."""
    doubted = _doubted(repaired)
    wrong = caught = words = 0
    for number, (right, got) in enumerate(
        zip(true.split("\n"), repaired.text.split("\n"), strict=True)
    ):
        for place, is_right in enumerate(_verdicts(right.split(), got.split())):
            words += 1
            wrong += not is_right
            caught += not is_right and (number, place) in doubted
    share = len(doubted) / max(words, 1)
    return (
        "words still wrong that are marked doubtful, strict",
        f"{caught} of {wrong} ({caught / max(wrong, 1):.0%})",
        "≥ 90 %",
        f"{share:.1%} of all words are marked",
    )


def _doubted(repaired: Repair) -> set[tuple[int, int]]:
    """Line and number of every doubtful word; a word joined to another counts with it."""
    found = set()
    for word in repaired.words:
        if word.doubtful:
            before = repaired.text[: word.span[0]]
            line = before[before.rfind("\n") + 1 :]
            found.add((before.count("\n"), len((line + "x").split()) - 1))
    return found


def _verdicts(right: list[str], got: list[str]) -> list[bool]:
    """For every word that was got: does it stand in the line's cheapest pairing for itself?"""
    right = [word.strip(PUNCTUATION) for word in right]
    got = [word.strip(PUNCTUATION) for word in got]
    if len(right) == len(got):
        return [one == other for one, other in zip(right, got, strict=True)]
    left = list(right)
    verdicts = []
    for word in got:
        verdicts.append(word in left)
        if word in left:
            left.remove(word)
    return verdicts


def _sound_row() -> Row:
    texts = [path.read_text(encoding="utf-8") for path in SOUND]
    changed = sum(
        one != other
        for text in texts
        for one, other in zip(
            text.split(), repair_with(lambda: knowledge(None), text).text.split(), strict=True
        )
    )
    words = sum(len(text.split()) for text in texts)
    return ("words changed in the four sound plans", f"{changed} of {words}", "≤ 0.1 %", "—")


def _cost_rows(seen: str) -> list[Row]:
    knowledge.cache_clear()
    loading = _processor_time(lambda: knowledge(None))
    pages = len(seen.split()) / WORDS_A_PAGE
    taken = _processor_time(lambda: repair_with(lambda: knowledge(None), seen)) / pages
    knowledge.cache_clear()
    tracemalloc.start()
    repair_with(lambda: knowledge(None), seen)
    memory = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    beside = f"{loading:.1f} s once to load; processor time, {_loop():.2f} s for a bare loop of 5 M"
    return [
        (
            "repair of a page of 400 words, nothing kept from before",
            f"{taken:.2f} s",
            "≤ 1 s",
            beside,
        ),
        ("memory of data and one repair, at most", f"{memory:.0f} MB", "≤ 100 MB", "—"),
    ]


def _processor_time(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _loop() -> float:
    """How quick this machine is just now: the baseline of the time above."""
    return _processor_time(lambda: [None for _ in range(5_000_000)])


if __name__ == "__main__":
    for row in repair_rows():
        print(" | ".join(row))
