"""Which row holds the titles, and what each column is: by its title, else by what stands in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thidua.core.folded import folded
from thidua.oversight.importing.targets import SHAPES, WORDS, Shape
from vanban.language.syllables import is_syllable

LOOKED_AT = 30
SURE = 0.8
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Guess:
    """`titles` is the place of the row with the titles, counted from 0; -1 where there is none.

    `last` is the last row of titles: forms of the union have two, with *Nam* and *Nữ* below.
    """

    titles: int
    last: int
    headings: list[str]
    columns: list[str]


def guessed(rows: Sequence[Row], kind: str, before: dict[str, str]) -> Guess:
    """What the first rows of a table look like; `before` is what headings meant the last time."""
    shape = SHAPES[kind]
    scores = [_known_titles(row, shape, before) for row in rows[:LOOKED_AT]]
    most = max(scores, default=0)
    if most == 0:
        width = max(map(len, rows), default=0)
        return Guess(-1, -1, [""] * width, _by_content(rows, [""] * width, shape))
    titles = scores.index(most)
    headings, last = _headings(rows, titles)
    found = _each_once([_meaning(heading, shape, before) for heading in headings])
    return Guess(titles, last, headings, _by_content(rows[last + 1 :], found, shape))


def title_key(title: str) -> str:
    """A title without its remarks: *Ngày sinh (dd/mm/yyyy)* as *ngay sinh*."""
    bare = re.sub(r"\(.*?\)|\[.*?\]", " ", title)
    return " ".join(re.findall(r"\w+", folded(bare)))


def _known_titles(row: Row, shape: Shape, before: dict[str, str]) -> int:
    return sum(bool(_meaning(cell, shape, before)) for cell in row)


def _meaning(title: str, shape: Shape, before: dict[str, str]) -> str:
    key = title_key(title)
    if not key:
        return ""
    if key in before:
        return before[key]
    codes = [column.code for column in shape.known]
    exact = next((code for code in codes if key in WORDS.get(code, ())), "")
    return exact or next((code for code in codes if _begins_like(key, code)), "")


def _begins_like(key: str, code: str) -> bool:
    """*Họ và tên người lao động* begins like a title of two words or more."""
    return any(" " in word and key.startswith(f"{word} ") for word in WORDS.get(code, ()))


def _headings(rows: Sequence[Row], titles: int) -> tuple[list[str], int]:
    """The titles; where the row below tells *Nam* from *Nữ* under one title, both together."""
    upper = [cell.strip() for cell in rows[titles]]
    lower = [folded(cell) for cell in rows[titles + 1]] if titles + 1 < len(rows) else []
    if not {"nam", "nu"} <= set(lower):
        return upper, titles
    joined, over = [], ""
    for place, title in enumerate(upper):
        below = rows[titles + 1][place].strip() if place < len(lower) else ""
        over = title or (over if below else "")
        joined.append(f"{over} {below}".strip() if below and below != over else title)
    return joined, titles + 1


def _each_once(found: list[str]) -> list[str]:
    return [code if code not in found[:place] else "" for place, code in enumerate(found)]


def _by_content(rows: Sequence[Row], found: list[str], shape: Shape) -> list[str]:
    """Columns without a known title that can be nothing else."""
    known = {column.code for column in shape.known}
    named = _name_in_two(rows, found)
    if {"family_name", "given_name"} & set(named):
        known.discard("name")
    for place in range(len(found)):
        cells = [row[place].strip() for row in rows[:LOOKED_AT] if place < len(row)]
        filled = [cell for cell in cells if cell]
        if named[place] or not filled or len(filled) < len(cells) / 2:
            continue
        fits = (
            guess
            for guess, looks in LOOKS.items()
            if guess in known - set(named) and sum(map(looks, filled)) >= SURE * len(filled)
        )
        named[place] = next(fits, "")
    return named


def _name_in_two(rows: Sequence[Row], found: list[str]) -> list[str]:
    """One title *Họ và tên* over two columns: the second holds the given names, one word each."""
    named = list(found)
    place = found.index("name") if "name" in found else len(found)
    if place + 1 < len(found) and not found[place + 1]:
        cells = [row[place + 1].split() for row in rows[:LOOKED_AT] if place + 1 < len(row)]
        words = [cell for cell in cells if cell]
        if words and all(len(cell) == 1 and is_syllable(cell[0].lower()) for cell in words):
            named[place : place + 2] = ["family_name", "given_name"]
    return named


def _like_a_name(cell: str) -> bool:
    words = cell.split()
    capital = all(word[0].isupper() for word in words)
    return 2 <= len(words) <= 6 and capital and all(is_syllable(word.lower()) for word in words)


def _matching(pattern: str) -> Callable[[str], bool]:
    return lambda cell: re.fullmatch(pattern, folded(cell)) is not None


LOOKS: dict[str, Callable[[str], bool]] = {
    "email": _matching(r"\S+@\S+\.\S+"),
    "phone": _matching(r"(\+?84|0)[\d .-]{8,12}"),
    "sex": _matching(r"nam|nu"),
    "birth_on": _matching(r"\d{1,2}[/.-]\d{1,2}[/.-](19|20)\d\d|(19|20)\d\d-\d\d-\d\d"),
    "unit": _matching(r"(cdcs|cong doan|to|cd|truong|phong|khoa) .+"),
    "name": _like_a_name,
}
