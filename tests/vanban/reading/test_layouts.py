"""The same plan reads the same however its lines were broken, indented or encoded."""

import textwrap
import unicodedata

import pytest

from vanban.reading.as_json import as_json
from vanban.reading.read import read_text

from .documents import CLEAN, raw, reading

PLACES = {"text", "spans", "confidence"}


def wrapped(text: str, width: int, indent: str = "") -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        first = indent if len(line) > width else ""
        lines += textwrap.wrap(
            line, width, initial_indent=first, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines)


LAYOUTS = {
    "lines of 90": lambda text: wrapped(text, 90),
    "lines of 75": lambda text: wrapped(text, 75),
    "first lines indented": lambda text: wrapped(text, 85, "      "),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "no blank lines": lambda text: "\n".join(filter(str.strip, text.split("\n"))),
    "twice as many blank lines": lambda text: text.replace("\n", "\n\n"),
    "everything indented": lambda text: textwrap.indent(text, "    "),
    "tabs for blanks": lambda text: text.replace(": ", ":\t"),
}


def values(text: str) -> dict[str, object]:
    return {key: value for key, value in as_json(read_text(text)).items() if key not in PLACES}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("plan", CLEAN)
def test_layout_does_not_change_what_is_read(plan, layout):
    assert values(LAYOUTS[layout](raw(plan))) == values(raw(plan))


@pytest.mark.parametrize("plan", CLEAN)
def test_the_normalised_text_reads_the_same_again(plan):
    again = read_text(reading(plan).text)

    assert as_json(again) == as_json(reading(plan))
