"""What stands above and below the pages of a print and is no part of what it says."""

import re
from collections import Counter
from collections.abc import Iterator

_EDGE = 2
_OFTEN = 3
_SHARE = 0.6
_NUMBER = re.compile(
    r"\W*(?:(?:trang|tr\.?|page|p\.)\s*(?:số\s*)?)?(\d{1,3})(?:\s*(?:/|of|trên)\s*\d{1,3})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LEAST_LETTERS = 3

Lines = list[str]


def without_margins(pages: list[Lines]) -> tuple[list[Lines], tuple[str, ...]]:
    """The pages without page numbers and running lines, and the running lines, each once.

    A number is a page number where it counts along with the pages; a line runs where it stands at
    the edge of most pages, whatever its digits.
    """
    pages = _without_numbers(pages)
    running = _running(pages)
    kept: list[Lines] = []
    margins: dict[str, None] = {}
    for lines in pages:
        places = {place for place in _edges(lines) if _shape(lines[place]) in running}
        margins |= dict.fromkeys(lines[place].strip() for place in sorted(places)[:1] if not kept)
        kept.append([line for place, line in enumerate(lines) if place not in places])
    return kept, tuple(margins)


def _without_numbers(pages: list[Lines]) -> list[Lines]:
    found = [
        {
            place: int(number[1])
            for place in _ends(lines)
            if (number := _NUMBER.fullmatch(lines[place]))
        }
        for lines in pages
    ]
    ahead = Counter(
        value - page for page, values in enumerate(found, 1) for value in set(values.values())
    )
    return [
        [
            line
            for place, line in enumerate(lines)
            if place not in values or not (values[place] == page or ahead[values[place] - page] > 1)
        ]
        for page, (lines, values) in enumerate(zip(pages, found, strict=True), 1)
    ]


def _running(pages: list[Lines]) -> set[str]:
    shapes = Counter(
        shape for lines in pages for shape in {_shape(lines[place]) for place in _edges(lines)}
    )
    least = max(_OFTEN, _SHARE * (len(pages) - 1))
    return {shape for shape, count in shapes.items() if count >= least and _says(shape)}


def _says(shape: str) -> bool:
    return sum(sign.isalpha() for sign in shape) >= _LEAST_LETTERS


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line.strip().lower())


def _ends(lines: Lines) -> list[int]:
    """The places of the first and the last line with words."""
    words = [place for place, line in enumerate(lines) if line.strip()]
    return sorted({words[0], words[-1]}) if words else []


def _edges(lines: Lines) -> Iterator[int]:
    words = [place for place, line in enumerate(lines) if line.strip()]
    if len(words) > 2 * _EDGE:
        yield from words[:_EDGE]
        yield from words[-_EDGE:]
