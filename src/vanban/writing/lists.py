"""Printed numbers → lists that Word counts by itself, wherever it would print the same.

A document gets one multi-level list, with the usual number of each depth as its level; whatever
leaves that count (a gap, a new beginning, another kind of number) opens a list of its own. A number
that Word cannot count stays in the text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

NumberStyle = Literal[
    "decimal", "decimalZero", "upperRoman", "upperLetter", "lowerLetter", "bullet"
]

DEEPEST = 9
"""Word knows no more levels."""
_BULLETS = frozenset("-–+")
_NUMBER = re.compile(
    r"(?P<before>(?:[^\W\d_]+ ){0,3})"
    r"(?:(?P<points>\d{1,2}(?:\.\d{1,2})*)|(?P<roman>[IVX]+)|(?P<upper>[A-Z])|(?P<lower>[a-z]))"
    r"(?P<after>\W{0,2})"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
          "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX")  # fmt: skip
_NOT_IN_WORD = "đ"
"""Vietnamese counts a b c d đ e, Word a b c d e f."""
_UNKNOWN = (0,)


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth is counted; `text` is Word's pattern, such as ``%2.%3.``."""

    style: NumberStyle
    text: str
    start: int = 1
    legal: bool = False
    """Print the numbers above as digits too, even if they are Roman at their own place."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list a paragraph belongs to, and its level there, both counted from zero."""

    list: int
    level: int


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a document, and for each paragraph its place in them, or None."""

    lists: tuple[dict[int, Level], ...]
    places: tuple[Numbered | None, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """What markers of one kind share: words around the number, its style and count of points."""

    before: str
    after: str
    style: NumberStyle
    points: int = 1


@dataclass(frozen=True, slots=True)
class _Marker:
    """A marker at its depth; `values` are the numbers between its points."""

    place: int
    level: int
    form: _Form
    values: tuple[int, ...]


def lists_of(markers: Sequence[tuple[str, int]]) -> Lists:
    """Plan the lists for markers as printed, each with its depth; an empty marker is none."""
    found = sorted(_countable_only(_marked(markers)), key=lambda marker: marker.place)
    usual = _usual_forms(found)
    planned = _Plan(usual)
    places: list[Numbered | None] = [None] * len(markers)
    for marker in found:
        places[marker.place] = planned.place(marker)
    return Lists(tuple(planned.lists), tuple(places))


def _marked(markers: Sequence[tuple[str, int]]) -> Iterator[_Marker]:
    for place, (printed, depth) in enumerate(markers):
        if printed and 0 < depth <= DEEPEST and (parsed := _parsed(printed)):
            form, values = parsed
            yield _Marker(place, depth - 1, form, values)


def _parsed(printed: str) -> tuple[_Form, tuple[int, ...]] | None:
    if printed in _BULLETS:
        return _Form("", printed, "bullet"), ()
    found = _NUMBER.fullmatch(printed)
    if found is None or "%" in printed:
        known = _NOT_IN_WORD not in printed
        return None if known else (_Form("", printed, "lowerLetter"), _UNKNOWN)
    before, after = found["before"], found["after"]
    if points := found["points"]:
        return _of_digits(before, after, points)
    if found["roman"] in _ROMAN:
        return _Form(before, after, "upperRoman"), (_ROMAN.index(found["roman"]) + 1,)
    letter = found["upper"] or found["lower"] or ""
    style: NumberStyle = "upperLetter" if letter.isupper() else "lowerLetter"
    return (_Form(before, after, style), (ord(letter.lower()) - ord("a") + 1,)) if letter else None


def _of_digits(before: str, after: str, points: str) -> tuple[_Form, tuple[int, ...]] | None:
    parts = points.split(".")
    if len(parts) == 1 and len(points) == 2 and points.startswith("0"):
        return _Form(before, after, "decimalZero"), (int(points),)
    if any(part.startswith("0") for part in parts):
        return None
    return _Form(before, after, "decimal", len(parts)), tuple(map(int, parts))


def _countable_only(markers: Iterator[_Marker]) -> Iterator[_Marker]:
    """Leave out all letters of a run that holds one Word does not have."""
    runs: dict[int, list[_Marker]] = {}
    for marker in markers:
        for level in [level for level in runs if level > marker.level]:
            yield from _countable(runs.pop(level))
        run = runs.get(marker.level, [])
        if marker.form.style != "lowerLetter":
            yield marker
        elif run and marker.values != (1,):
            run.append(marker)
        else:
            yield from _countable(run)
            runs[marker.level] = [marker]
    for run in runs.values():
        yield from _countable(run)


def _countable(run: list[_Marker]) -> list[_Marker]:
    return [] if any(one.values == _UNKNOWN for one in run) else run


def _usual_forms(markers: Sequence[_Marker]) -> dict[int, _Form]:
    """The most frequent form of each level; one that counts goes before bullets."""
    usual = {}
    for level in {marker.level for marker in markers}:
        forms = Counter(marker.form for marker in markers if marker.level == level)
        counting = {form: count for form, count in forms.items() if form.style != "bullet"}
        usual[level] = max(counting or forms, key=lambda form: forms[form])
    return usual


@dataclass(slots=True)
class _Plan:
    """Counts along as Word will, and opens a new list where the printed number is another one."""

    usual: dict[int, _Form]
    lists: list[dict[int, Level]] = field(default_factory=list)
    counters: list[dict[int, int]] = field(default_factory=list)
    active: dict[int, tuple[_Form, int]] = field(default_factory=dict)
    """For each open level the form and the list in use."""
    bullets: dict[_Form, int] = field(default_factory=dict)
    main: int | None = None

    def place(self, marker: _Marker) -> Numbered:
        self.active = {k: v for k, v in self.active.items() if k <= marker.level}
        if marker.form != self.usual[marker.level] and marker.form.style == "bullet":
            return Numbered(self._of_bullets(marker), marker.level)
        number = self._list_for(marker)
        self._count(number, marker)
        self.active[marker.level] = (marker.form, number)
        return Numbered(number, marker.level)

    def _of_bullets(self, marker: _Marker) -> int:
        if marker.form not in self.bullets:
            self.bullets[marker.form] = self._open({})
        number = self.bullets[marker.form]
        self.lists[number].setdefault(marker.level, _level(marker, {}))
        return number

    def _list_for(self, marker: _Marker) -> int:
        number = self._open_list(marker)
        if number is not None and self._shows(number, marker):
            return number
        if marker.form != self.usual[marker.level]:
            return self._open({marker.level: _starting(marker, self.usual)})
        opened = self._open(self._main_levels(marker))
        self.main = opened if self.main is None else self.main
        return opened

    def _open_list(self, marker: _Marker) -> int | None:
        """The list in use at this level for such numbers, or the one that holds the level above."""
        if marker.level in self.active:
            form, number = self.active[marker.level]
            if form == marker.form:
                return number
        if marker.form != self.usual[marker.level]:
            return None
        above = [k for k, (form, _) in self.active.items() if form == self.usual[k]]
        above = [k for k in above if k < marker.level]
        if above:
            return self.active[max(above)][1]
        return self.main

    def _main_levels(self, marker: _Marker) -> dict[int, Level]:
        """All usual levels, counting from the numbers that the marker shows."""
        levels = {}
        for level, form in self.usual.items():
            like = _Marker(0, level, form, (1,) * form.points)
            levels[level] = _level(like, self.usual)
        values = marker.values or (1,)
        for back, value in enumerate(reversed(values)):
            level = marker.level - back
            if level in levels:
                levels[level] = replace(levels[level], start=value)
        return levels

    def _open(self, levels: dict[int, Level]) -> int:
        self.lists.append(levels)
        self.counters.append({})
        return len(self.lists) - 1

    def _shows(self, number: int, marker: _Marker) -> bool:
        """Would Word print the marker as the next one of this level?"""
        levels, counters = self.lists[number], self.counters[number]
        if marker.level not in levels:
            return False
        if not marker.values:
            return True
        following = counters.get(marker.level, levels[marker.level].start - 1) + 1
        above = range(marker.level - len(marker.values) + 1, marker.level)
        shown = [counters.get(k, levels[k].start) if k in levels else 0 for k in above]
        return (*shown, following) == marker.values

    def _count(self, number: int, marker: _Marker) -> None:
        counters = self.counters[number]
        for deeper in [level for level in counters if level > marker.level]:
            del counters[deeper]
        counters[marker.level] = marker.values[-1] if marker.values else 1


def _starting(marker: _Marker, usual: dict[int, _Form]) -> Level:
    """A level on its own; numbers above are then written out in its pattern."""
    level = _level(marker, usual)
    *above, own = marker.values
    written = "".join(f"{value}." for value in above)
    text = f"{marker.form.before}{written}%{marker.level + 1}{marker.form.after}"
    return replace(level, text=text, start=own, legal=False)


def _level(marker: _Marker, usual: dict[int, _Form]) -> Level:
    form = marker.form
    if form.style == "bullet":
        return Level("bullet", form.after)
    places = range(marker.level - form.points + 2, marker.level + 2)
    counted = ".".join(f"%{place}" for place in places)
    above = [usual[place - 1] for place in places[:-1] if place - 1 in usual]
    legal = any(one.style != "decimal" for one in above)
    return Level(form.style, f"{form.before}{counted}{form.after}", legal=legal)
