"""The texts the language model learns from, each under the name of its source.

`strict` leaves out every row that names the damaged plan of the tests or cites it as its source, so
that the figure measured on that plan is not flattered. The transcript of that plan is never read.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from vanban.language.forms import plain_text
from vanban.language.syllables import is_syllable

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "training"
OF_THE_DAMAGED_PLAN = re.compile(r"(?<![/\d-])004\b|Hóc Môn", re.IGNORECASE)
SOUND_PLANS = ("000", "001", "002", "003")
TABLES = (
    "src/vanban/reading/catalogue",
    "src/thidua/rulebook/reference",
    "src/thidua/reports/reference",
    "src/thidua/org/reference",
)
_MESSAGE = re.compile(r'^msgid ((?:".*"\n)+)', re.MULTILINE)
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\\n|<[^>]+>|`[^`]*`")
_NO_WORDS = re.compile(r"[^\w\s,/–-]|\s[-–]\s")
_FIGURE = re.compile(r"[\d/.-]+")


def sources(*, strict: bool, leave_out: str = "") -> dict[str, list[str]]:
    """Every text by its source. `leave_out` is the name of a sound plan that is to be tested."""
    found = {
        "plans": [plan(name) for name in SOUND_PLANS if name != leave_out],
        "prose": [path.read_text(encoding="utf-8") for path in _files("prose/*.txt")],
        "domain": [_domain(strict=strict)],
        "lists": [path.read_text(encoding="utf-8") for path in _files("lists/*.txt")],
        "catalogue": ["\n".join(_cells(strict=strict))],
        "guide": ["\n".join(_long(_guide()))],
        "interface": ["\n".join(_long(_interface()))],
    }
    if strict:
        found = {name: [_without_the_plan(text) for text in texts] for name, texts in found.items()}
    return found


def plan(name: str) -> str:
    """A sample plan as it is read."""
    return plain_text((ROOT / f"tests/vanban/plans/{name}.txt").read_text(encoding="utf-8"))


def vietnamese_runs(line: str) -> Iterator[str]:
    """Stretches of two Vietnamese words or more inside a line that may be English."""
    for stretch in _NO_WORDS.split(line):
        run: list[str] = []
        for word in (*stretch.split(), "|"):
            bare = word.strip(",")
            if is_syllable(bare) or _FIGURE.fullmatch(bare) or (bare.isupper() and len(bare) > 1):
                run.append(word)
            else:
                if len(run) > 1 and not " ".join(run).isascii():
                    yield " ".join(run)
                run = []


def _files(pattern: str) -> list[Path]:
    return sorted(HERE.glob(pattern))


def _without_the_plan(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if "hóc môn" not in line.lower())


def _domain(*, strict: bool) -> str:
    names = ["phrases.txt"] if strict else ["phrases.txt", "phrases_of_the_damaged_plan.txt"]
    return "\n".join((HERE / "domain" / name).read_text(encoding="utf-8") for name in names)


def _cells(*, strict: bool) -> Iterable[str]:
    rows = chain.from_iterable(
        csv.reader(path.read_text(encoding="utf-8").splitlines())
        for folder in TABLES
        for path in sorted((ROOT / folder).glob("*.csv"))
    )
    kept = (row for row in rows if not (strict and OF_THE_DAMAGED_PLAN.search(" ".join(row))))
    return dict.fromkeys(run for row in kept for cell in row for run in vietnamese_runs(cell))


def _guide() -> Iterator[str]:
    for path in sorted((ROOT / "docs").glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        yield from _PLACEHOLDER.sub(" ", text).split("\n")


def _interface() -> Iterator[str]:
    path = ROOT / "src/thidua/locale/en/LC_MESSAGES/django.po"
    for message in _MESSAGE.findall(path.read_text(encoding="utf-8")):
        yield _PLACEHOLDER.sub(" ", "".join(re.findall(r'"(.*)"', message)))


def _long(lines: Iterable[str]) -> Iterable[str]:
    """Three words and more, each stretch once: the interface repeats itself."""
    runs = (run for line in lines for run in vietnamese_runs(line))
    return dict.fromkeys(run for run in runs if len(run.split()) > 2)
