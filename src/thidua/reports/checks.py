"""What is wrong with a report, doubtful, or worth knowing. Plain values in, sentences out.

*Lỗi* stops submitting, *Hỏi lại* asks once and remembers the answer, *Cảnh báo* informs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.templatetags.vn import vn_date, vn_number
from thidua.reports.sheet import Cell, Kind, Sheet

TIMES = 3
"""So many times the figure of the period before, or so small a part of it, is asked about."""
SMALL = 10
"""Below this nobody asks: from 2 to 7 is no leap."""


class Weight(StrEnum):
    """The values are the looks of `ui/state.html`."""

    ERROR = "bad"
    ASK = "half"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about a row, a part or the whole; `answer` is what keeping a doubt stores.

    `place` names where it stands, for the link that leads there.
    """

    weight: Weight
    text: str
    code: str = ""
    answer: str = ""
    place: str = ""

    @property
    def word(self) -> str:
        words = {Weight.ERROR: _("Lỗi"), Weight.ASK: _("Hỏi lại"), Weight.WARN: _("Cảnh báo")}
        return words[self.weight]


def remarks_on(sheet: Sheet) -> list[Remark]:
    """Everything there is to say, row by row, then the parts, then the whole."""
    by_code = {cell.code: cell for cell in sheet.cells}
    found = [remark for cell in sheet.cells for remark in _about(cell, by_code)]
    found += _about_words(sheet)
    found += _about_days(sheet)
    found += _about_missing(sheet)
    return [one for one in found if one.weight != Weight.ASK or not _answered(one, by_code)]


def stopping(remarks: Iterable[Remark]) -> list[Remark]:
    """Those with which nothing is submitted: errors, and doubts nobody has answered."""
    return [one for one in remarks if one.weight != Weight.WARN]


def _answered(remark: Remark, by_code: dict[str, Cell]) -> bool:
    cell = by_code.get(remark.code)
    return cell is not None and cell.asked == remark.answer


def _about(cell: Cell, by_code: dict[str, Cell]) -> Iterator[Remark]:
    if cell.kind == Kind.RATIO:
        return
    if cell.required and cell.own is None:
        text = _("Chưa có số ở dòng %(number)s. Không có thì ghi 0.")
        yield Remark(Weight.ERROR, text % {"number": cell.number}, cell.code, place=_row(cell))
    ceiling = by_code.get(cell.ceiling)
    if ceiling is not None:
        yield from _over(cell, ceiling)
    yield from _leap(cell)


def _over(cell: Cell, ceiling: Cell) -> Iterator[Remark]:
    """What is above its ceiling stops the report, if it can be mended here.

    Where both numbers were derived, or the excess came with reports below, the author is asked.
    """
    own = _exceeds(cell.own, ceiling.own)
    if not own and not _exceeds(cell.total, ceiling.total):
        return
    text = _over_text(cell, ceiling, own=own)
    if own and Kind.TYPED in {cell.kind, ceiling.kind}:
        yield Remark(Weight.ERROR, text, cell.code, place=_row(cell))
    else:
        yield _doubt("over", cell, text)


def _exceeds(value: Decimal | None, bound: Decimal | None) -> bool:
    return value is not None and bound is not None and value > bound


def _over_text(cell: Cell, ceiling: Cell, *, own: bool) -> str:
    return _(
        "%(value)s %(unit)s ở dòng này nhiều hơn %(bound)s %(bound_unit)s ở dòng %(number)s "
        "(%(name)s). Hãy xem lại một trong hai số."
    ) % {
        "value": vn_number(cell.own if own else cell.total),
        "unit": cell.unit_name,
        "bound": vn_number(ceiling.own if own else ceiling.total),
        "bound_unit": ceiling.unit_name,
        "number": ceiling.number,
        "name": ceiling.name,
    }


def _leap(cell: Cell) -> Iterator[Remark]:
    """A figure that has little to do with the one before: often a slip of one digit."""
    now, before = cell.total, cell.previous
    if now is None or before is None or max(now, before) < SMALL:
        return
    if now > before * TIMES or now * TIMES < before:
        text = _("Kỳ này %(now)s %(unit)s, kỳ trước %(before)s. Số này có đúng không?") % {
            "now": vn_number(now),
            "unit": cell.unit_name,
            "before": vn_number(before),
        }
        yield _doubt("leap", cell, text)


def _doubt(kind: str, cell: Cell, text: str) -> Remark:
    """Another number is another doubt: the answer holds for this one only."""
    answer = f"{kind} {cell.own} {cell.below}"
    return Remark(Weight.ASK, text, cell.code, answer, _row(cell))


def _row(cell: Cell) -> str:
    return _("dòng %(number)s") % {"number": cell.number}


def _about_words(sheet: Sheet) -> Iterator[Remark]:
    for words in sheet.words:
        if words.part.required and not words.text.strip():
            text = _("Chưa viết phần “%(title)s”.") % {"title": words.part.title}
            yield Remark(Weight.ERROR, text, words.part.code, place=words.part.title)


def _about_days(sheet: Sheet) -> Iterator[Remark]:
    if sheet.runs_until is not None:
        text = _("Kỳ báo cáo đến ngày %(day)s chưa hết: số liệu mới tính đến hôm nay.")
        yield Remark(Weight.WARN, text % {"day": vn_date(sheet.runs_until)})


def _about_missing(sheet: Sheet) -> Iterator[Remark]:
    if not sheet.missing:
        return
    count = len(sheet.missing)
    text = ngettext(
        "Chưa gồm số liệu của %(count)s đơn vị cấp dưới chưa có báo cáo được chấp nhận.",
        "Chưa gồm số liệu của %(count)s đơn vị cấp dưới chưa có báo cáo được chấp nhận.",
        count,
    )
    yield Remark(Weight.WARN, text % {"count": count})
