"""How the matrix is drawn: a cell for each step, the totals above, the ways to filter."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.links import path_to
from thidua.core.templatetags.vn import vn_number
from thidua.documents.naming import folded, folded_words
from thidua.progress.models import Step
from thidua.progress.queries import Matrix, Row, own_plan_issued
from thidua.reports.models import ReportStatus
from thidua.reports.shown import look_of

LATE, SILENT = "qua-han", "im-lang"
LACKING = {
    "chua-nhan": Step.RECEIVED,
    "chua-xac-nhan": Step.ACKNOWLEDGED,
    "chua-ke-hoach": Step.OWN_PLAN,
    "chua-phat-dong": Step.LAUNCHED,
    "chua-ky-du": Step.PLEDGED,
    "chua-bao-cao": Step.REPORTED,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of one unit: the look of its state, and what stands below in small type."""

    label: str
    code: str
    word: str
    note: str = ""
    late: bool = False

    @property
    def drawn(self) -> str:
        return _drawn(self, wide=False)

    @property
    def drawn_wide(self) -> str:
        return _drawn(self, wide=True)


@lru_cache(maxsize=10_000)
def _drawn(cell: Cell, *, wide: bool) -> SafeString:
    """Drawn once: the same few cells stand in every row of a long list."""
    return render_to_string("progress/parts/cell.html", {"cell": cell, "wide": wide})


@dataclass(frozen=True, slots=True)
class Total:
    """How many units have done a step; `filter` leads to those who have not."""

    label: str
    shown: str
    value: int
    most: int
    note: str
    filter: str


@dataclass(frozen=True, slots=True)
class Filter:
    code: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the page draws it: `note` stands below the name, `heard` says when and how."""

    row: Row
    url: str
    note: str
    cells: list[Cell]
    report: Cell
    heard: Cell


def line_of(row: Row, matrix: Matrix) -> Line:
    note = _("%(count)s đoàn viên") % {"count": vn_number(row.share.headcount)}
    if row.reminded:
        note += " · " + _("nhắc %(day)s") % {"day": short(row.reminded, matrix.day)}
    url = path_to("cascade:unit", matrix.plan.pk, row.unit.pk)
    cells, report = cells_of(row, matrix), report_cell(row, matrix)
    return Line(row, url, note, cells, report, heard_cell(row, matrix))


def heard_cell(row: Row, matrix: Matrix) -> Cell:
    """The last sign of life, and how long ago it was where that is too long."""
    if row.contact is None:
        note = _("chưa liên hệ từ khi gửi %(day)s") % {"day": short(row.way.sent_on, matrix.day)}
    else:
        today = row.contact.day == matrix.day
        day = _("hôm nay") if today else short(row.contact.day, matrix.day)
        note = f"{day}, {row.contact.channel.label}"
    if not row.silent:
        return Cell(_("Liên hệ cuối"), "", "", note)
    words = ngettext("Im lặng %(days)s ngày", "Im lặng %(days)s ngày", row.silent)
    return Cell(_("Liên hệ cuối"), "silent", words % {"days": row.silent}, note)


def cells_of(row: Row, matrix: Matrix) -> list[Cell]:
    """The cells before the pledges, which are figures and drawn as such."""
    way, day = row.way, matrix.day
    received = way.opened_on or way.acknowledged_on
    return [
        _dated(row, Step.RECEIVED, _("Nhận"), received, day),
        _dated(row, Step.ACKNOWLEDGED, _("Xác nhận"), way.acknowledged_on, day),
        _own_plan(row, day),
        _dated(row, Step.LAUNCHED, _("Phát động"), way.launched_on, day),
    ]


def _dated(row: Row, step: Step, label: str, done_on: date | None, day: date) -> Cell:
    if done_on is not None:
        return Cell(label, "ok", short(done_on, day))
    if days := row.late.get(step):
        return Cell(label, "late", _("Quá %(days)s ngày") % {"days": days})
    return Cell(label, "none", _("Chưa"))


def _own_plan(row: Row, day: date) -> Cell:
    label, own = _("Kế hoạch riêng"), row.way.own_plan
    if own is None:
        return _dated(row, Step.OWN_PLAN, label, None, day)
    if own_plan_issued(row.way):
        dated = own.document.dated
        return Cell(label, "ok", short(dated, day) if dated else _("Đã ban hành"))
    return Cell(label, "draft", _("Đang soạn"), *_late_note(row.late.get(Step.OWN_PLAN)))


def report_cell(row: Row, matrix: Matrix) -> Cell:
    """The unit's report in the latest period; a group has none of its own."""
    label, report = _("Báo cáo"), row.report
    if report is None:
        return Cell(
            label, "", "", _("chưa mở kỳ") if matrix.period is None else _("không lập riêng")
        )
    days = row.late.get(Step.REPORTED)
    if report.status is None and days:
        return Cell(label, "late", _("Quá %(days)s ngày") % {"days": days})
    look = look_of(report.status)
    if days:
        return Cell(label, look.code, look.word, *_late_note(days))
    came = report.accepted_on or report.submitted_on
    late = _("sau hạn %(days)s ngày") % {"days": report.late} if came and report.late else ""
    note = ", ".join(part for part in (short(came, matrix.day) if came else "", late) if part)
    return Cell(label, look.code, look.word, note)


def _late_note(days: int | None) -> tuple[str, bool]:
    return (_("quá %(days)s ngày") % {"days": days}, True) if days else ("", False)


def short(day: date, today: date) -> str:
    """Without the year inside the year."""
    return f"{day:%d/%m}" if day.year == today.year else f"{day:%d/%m}/{day.year}"


def totals_of(matrix: Matrix) -> list[Total]:
    """The six steps in their order; over no units there is nothing to count."""
    rows, count = matrix.rows, len(matrix.rows)
    codes = {step: code for code, step in LACKING.items()}
    names = (
        (Step.RECEIVED, _("Nhận")),
        (Step.ACKNOWLEDGED, _("Xác nhận")),
        (Step.OWN_PLAN, _("Kế hoạch riêng")),
        (Step.LAUNCHED, _("Phát động")),
    )
    found = []
    for step, label in names:
        done = sum(row.done(step) for row in rows)
        note = _("đủ %(count)s đơn vị") if done == count else _("còn %(rest)s")
        words = note % {"count": count, "rest": count - done}
        found.append(Total(label, str(done), done, count, words, codes[step]))
    return [*found, _pledged(matrix), _reported(matrix)]


def _pledged(matrix: Matrix) -> Total:
    signed = sum(row.share.signed for row in matrix.rows)
    heads = sum(row.share.headcount for row in matrix.rows)
    percent = f"{min(100, 100 * signed // heads)} %" if heads else "–"
    note = _("%(signed)s/%(heads)s đoàn viên") % {
        "signed": vn_number(signed),
        "heads": vn_number(heads),
    }
    return Total(_("Giao ước"), percent, min(signed, heads), heads, note, "chua-ky-du")


def _reported(matrix: Matrix) -> Total:
    asked = [row.report for row in matrix.rows if row.report]
    came = [one for one in asked if one.status in {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED}]
    accepted = sum(one.status == ReportStatus.ACCEPTED for one in came)
    late = sum(Step.REPORTED in row.late for row in matrix.rows)
    label = str(matrix.period) if matrix.period else _("Báo cáo")
    if not asked:
        return Total(label, "–", 0, 0, _("chưa mở kỳ báo cáo"), "")
    note = _("%(late)s quá hạn") if late else _("%(accepted)s đã chấp nhận")
    words = note % {"late": late, "accepted": accepted}
    return Total(label, str(len(came)), len(came), len(asked), words, "chua-bao-cao")


def filters_of(rows: Sequence[Row]) -> list[Filter]:
    """The quick filters with their counts; what nobody lacks is left out."""
    labels = {
        "chua-nhan": _("Chưa nhận"),
        "chua-xac-nhan": _("Chưa xác nhận"),
        "chua-ke-hoach": _("Chưa có kế hoạch riêng"),
        "chua-phat-dong": _("Chưa phát động"),
        "chua-ky-du": _("Chưa ký đủ giao ước"),
        "chua-bao-cao": _("Chưa nộp báo cáo"),
    }
    found = [
        Filter(LATE, _("Quá hạn"), sum(bool(row.late) for row in rows)),
        Filter(SILENT, _("Im lặng"), sum(bool(row.silent) for row in rows)),
    ]
    lacking = [
        Filter(code, labels[code], sum(not row.done(step) for row in rows))
        for code, step in LACKING.items()
    ]
    return [*found, *(one for one in lacking if one.count)]


def chosen_rows(rows: Iterable[Row], code: str, words: str) -> list[Row]:
    """The rows that pass the filter of the address, and whose name holds all the words typed."""
    passes = _test(code)
    wanted = folded_words(words)
    return [
        row for row in rows if passes(row) and all(word in folded(row.unit.name) for word in wanted)
    ]


def _test(code: str) -> Callable[[Row], bool]:
    if code == LATE:
        return lambda row: bool(row.late)
    if code == SILENT:
        return lambda row: bool(row.silent)
    if code in LACKING:
        step = LACKING[code]
        return lambda row: not row.done(step)
    return lambda _row: True


def step_to_remind(rows: Sequence[Row], code: str) -> Step:
    """Of which step the shown units are most likely reminded: the filter's, else what is late."""
    if code in LACKING:
        return LACKING[code]
    late = Counter(step for row in rows for step in row.late)
    if late:
        most = max(late.values())
        return next(step for step in Step if late[step] == most)
    lacking = [step for step in Step if any(not row.done(step) for row in rows)]
    return lacking[0] if lacking else Step.RECEIVED
