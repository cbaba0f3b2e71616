"""One line of a list → values, and what is wrong with it by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from django.utils.translation import gettext as _

from thidua.core.folded import folded
from thidua.oversight.importing import cells
from thidua.oversight.importing.choices import CHOICES

YOUNGEST = 14
BORN = {"birth_of_men": "Nam", "birth_of_women": "Nữ"}
NEEDED = {"members": ("name",), "posts": ("name", "post"), "headcounts": ("members",)}
ORDERED = (("joined_on", "left_on"), ("since", "until"), ("birth_on", "joined_on"))
"""Days of which the second must come after the first."""


class Problem(TypedDict):
    """`field` is the column to mend, or nothing where the line as a whole is doubtful.

    `code` and `about` are the same for lines that can be mended together; `near` are values that
    may have been meant, each with what it is called.
    """

    field: str
    code: str
    said: str
    about: str
    near: list[tuple[str, str]]


@dataclass(slots=True)
class Line:
    """`typed` is what stood in the file by column, `values` what is made of it."""

    number: int
    typed: dict[str, str]
    values: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def problem(
    code: str, said: str, *, at: str = "", about: str = "", near: Sequence[tuple[str, str]] = ()
) -> Problem:
    return Problem(field=at, code=code, said=said, about=about[:100], near=list(near))


def read_line(number: int, typed: dict[str, str], kind: str, today: date) -> Line:
    """Clean every cell; what cannot be read becomes a problem of its column."""
    line = Line(number, typed)
    for code, text in _joined(typed):
        try:
            line.values[code] = _read(code, text, today)
        except cells.Unreadable as fault:
            line.problems.append(problem(fault.code, str(fault), at=code, about=folded(text)))
    line.problems += [*_missing(line, kind), *_out_of_order(line, today)]
    return line


def _read(code: str, text: str, today: date) -> str:
    if code not in CHOICES:
        return cells.READERS.get(code, cells.plain)(text, today)
    found: str | None = CHOICES[code]().get(folded(text))
    if found is None:
        raise cells.Unreadable(code, _("Chưa rõ “%(typed)s” là gì.") % {"typed": text})
    return found


def _joined(typed: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The filled cells, where columns that forms split are one again."""
    for code, text in typed.items():
        if not text.strip():
            continue
        if code in BORN:
            yield from (("birth_on", text), ("sex", BORN[code]))
        elif code == "given_name":
            yield "name", f"{typed.get('family_name', '')} {text}"
        elif code == "is_woman":
            yield "sex", "Nam" if folded(text) in {"0", "khong"} else "Nữ"
        elif code != "family_name":
            yield code, text


def _missing(line: Line, kind: str) -> Iterator[Problem]:
    for code in NEEDED[kind]:
        if code not in line.values and all(one["field"] != code for one in line.problems):
            yield problem(f"no_{code}", _missing_said(code), at=code)


def _missing_said(code: str) -> str:
    """Looked up only where it is needed: a file has 200,000 lines that lack nothing."""
    said = {
        "name": _("Chưa có họ tên."),
        "post": _("Chưa có chức vụ."),
        "members": _("Chưa có số đoàn viên."),
    }
    return said[code]


def _out_of_order(line: Line, today: date) -> Iterator[Problem]:
    values = line.values
    for first, last in ORDERED:
        if first in values and last in values and values[last] <= values[first]:
            yield problem("order", _order_said(last, first), at=last)
    if "women" in values and int(values["women"]) > int(values.get("members", values["women"])):
        yield problem("women", _("Số nữ nhiều hơn số đoàn viên."), at="women")
    born = values.get("birth_on")
    if born and today.year - int(born[:4]) < YOUNGEST:
        said = _("Theo ngày sinh thì mới %(years)s tuổi.") % {"years": today.year - int(born[:4])}
        yield problem("too_young", said, at="birth_on")


def _order_said(last: str, first: str) -> str:
    if last == "left_on":
        return _("Ngày thôi sinh hoạt phải sau ngày vào đơn vị.")
    if first == "since":
        return _("Ngày thôi giữ chức vụ phải sau ngày bắt đầu giữ.")
    return _("Ngày vào đơn vị phải sau ngày sinh.")


def is_no_line(row: Sequence[str], columns: Sequence[str], headings: set[str]) -> bool:
    """Titles repeated on each page, names of groups between the lines, totals, signatures."""
    filled = [bare for cell in row if (bare := cell.strip())]
    if len(filled) < min(2, sum(map(bool, columns))):
        return True
    if len(headings.intersection(filled)) >= max(2, len(filled) - 1):
        return True
    return any(not cell.isdecimal() and folded(cell).startswith(TOTALS) for cell in filled[:2])


TOTALS = ("tong cong", "cong tong", "tong so", "nguoi lap bieu", "nguoi lap danh sach", "tm ban")
