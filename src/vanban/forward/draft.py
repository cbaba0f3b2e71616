"""The old text while it is being moved: what stays, what changes, what has to be looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vanban.checking.years import plan_years
from vanban.forward.letterhead import year_of_open_date
from vanban.forward.model import CannotMove, Change, Flag
from vanban.language.forms import fold

if TYPE_CHECKING:
    import datetime as dt

    from vanban.reading.model import Reading, Span

_CONTEXT = 110
_SENTENCE_ENDS = re.compile(r"[.;!?]\s|\n\s*\n|\n\s*[-+•*|]")
_FAR = 10
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Years:
    """The year or the two years of the old plan, and by how many the plan is moved."""

    old: tuple[int, ...]
    shift: int

    @property
    def new(self) -> tuple[int, ...]:
        return tuple(year + self.shift for year in self.old)

    @property
    def is_school(self) -> bool:
        return len(self.old) > 1

    def near(self, year: int) -> bool:
        """A year that the plan itself may speak of: its own, or the one right after it."""
        return self.old[0] <= year <= self.old[-1] + 1

    def printed(self, years: tuple[int, ...]) -> str:
        return "-".join(str(year) for year in years)


def years_for(reading: Reading, year: int) -> Years:
    """How far to move. Raises `CannotMove`."""
    first = first_year_of(reading)
    if not first < year <= first + _FAR:
        raise CannotMove(
            f"Văn bản này của năm {first}; chỉ chuyển được sang các năm {first + 1}–{first + _FAR}."
        )
    return Years(_years_of(reading), year - first)


def first_year_of(reading: Reading) -> int:
    """The year of the plan, or that in which its school year begins. Raises `CannotMove`."""
    years = _years_of(reading)
    if not years:
        raise CannotMove(
            "Văn bản không cho biết là của năm nào nên chưa chuyển được, "
            "hãy ghi năm vào tên kế hoạch rồi chuyển lại."
        )
    return years[0]


def _years_of(reading: Reading) -> tuple[int, ...]:
    """A year far from the date, and not in the title, is that of a law or of some other event."""
    signed = year_of_open_date(reading.text) or (reading.date.year if reading.date else None)
    years = plan_years(reading)
    place = reading.spans.get("year_or_school_year")
    if signed is None or not years or not place:
        return years or ((signed,) if signed else ())
    title = reading.spans.get("title", (0, 0))
    if title[0] <= place[0] < title[1]:
        return years
    return (signed,) if abs(years[0] - signed) > 1 or _in_passing(reading, place) else years


def _in_passing(reading: Reading, place: Span) -> bool:
    """The year of a far goal, or of a document cited, says nothing about the plan."""
    if fold(reading.text[max(0, place[0] - 12) : place[0]]).split()[-2:] == ["den", "nam"]:
        return True
    cited = (span for path, span in reading.spans.items() if path.startswith("citations["))
    return any(start <= place[0] < end for start, end in cited)


@dataclass
class Draft:
    """Gathers changes and flags; of two parties that want the same words the first one has them.

    Every span counts in the old text until `finished`.
    """

    reading: Reading
    years: Years
    _taken: bytearray = field(init=False)
    _edits: list[tuple[Span, str, str]] = field(default_factory=list)
    _flags: list[tuple[str, Span | None, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._taken = bytearray(len(self.text))

    @property
    def text(self) -> str:
        return self.reading.text

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def signed_on(self) -> dt.date | None:
        """The day of the old document; where that was left open, another date is not its own."""
        return None if year_of_open_date(self.text) else self.reading.date

    def free(self, span: Span) -> bool:
        return not any(self._taken[span[0] : span[1]])

    def keep(self, span: Span) -> None:
        """These words are history, or somebody's name: nobody may change them any more."""
        self._taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])

    def change(self, span: Span, new: str, why: str) -> bool:
        """Put `new` in place of `span`, unless somebody has claimed a part of it."""
        if not self.free(span):
            return False
        self.keep(span)
        if self.text[span[0] : span[1]] != new:
            self._edits.append((span, new, why))
        return True

    def flag(self, kind: str, span: Span | None, message: str) -> None:
        self._flags.append((kind, span, message))

    def before(self, place: int) -> str:
        """The folded words of the same sentence in front of a place."""
        return _SENTENCE_ENDS.split(self.folded[max(0, place - _CONTEXT) : place])[-1]

    def said_before(self, place: int) -> str:
        """The same words as they are printed, accents and all."""
        return self.text[place - len(self.before(place)) : place]

    def after(self, place: int, length: int = 60) -> str:
        """The folded words of the same sentence behind a place."""
        return _SENTENCE_ENDS.split(self.folded[place : place + length], maxsplit=1)[0]

    def move_years_in(self, span: Span, why: str) -> None:
        """Every year printed in a span is moved, whatever it is."""
        for match in _YEAR.finditer(self.text, *span):
            self.change(match.span(), str(int(match[0]) + self.years.shift), why)

    def finished(self) -> Moved:
        """Carry everything out."""
        return Moved.of(self.text, sorted(self._edits), self._flags)


@dataclass(frozen=True, slots=True)
class Moved:
    """The new text; `places` maps (old start, old end) of each edit to its new start and end."""

    text: str
    changes: tuple[Change, ...]
    flags: tuple[Flag, ...]
    places: tuple[tuple[Span, Span], ...]

    @classmethod
    def of(
        cls,
        text: str,
        edits: list[tuple[Span, str, str]],
        flags: list[tuple[str, Span | None, str]],
    ) -> Moved:
        parts: list[str] = []
        changes: list[Change] = []
        places: list[tuple[Span, Span]] = []
        done = length = 0
        for (start, end), new, why in edits:
            length += start - done
            span = (length, length + len(new))
            parts += (text[done:start], new)
            changes.append(Change(span, text[start:end], new, why))
            places.append(((start, end), span))
            done, length = end, span[1]
        moved = cls("".join((*parts, text[done:])), tuple(changes), (), tuple(places))
        placed = [Flag(kind, span and moved.place_of(span), said) for kind, span, said in flags]
        return cls(moved.text, moved.changes, tuple(placed), moved.places)

    def place_of(self, span: Span) -> Span:
        """Where a span of the old text stands now; a part of changed words becomes all of them."""
        return self._point(span[0], 0), self._point(span[1], 1)

    def _point(self, place: int, side: int) -> int:
        by = 0
        for old, new in self.places:
            if old[0] > place or (old[0] == place and side == 1 and old[0] != old[1]):
                break
            if place < old[1] or place == old[side]:
                return new[side]
            by = new[1] - old[1]
        return place + by
