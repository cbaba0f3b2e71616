"""Đọc văn bản as it is drawn: one page of the source, and the rows beside it that tell of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.templatetags.vn import vn_date
from thidua.documents.models import Reading
from thidua.plans.field_rows import FieldRow
from thidua.plans.marks import Token, lines
from thidua.plans.open_list import Sheet
from thidua.plans.queries import Cited
from thidua.plans.shown import Shown
from thidua.plans.source_marks import marks
from thidua.plans.understanding import Understood
from vanban.reading.model import Span


@dataclass(frozen=True, slots=True)
class Beside:
    """A field with the name of its row and the way to its place."""

    field: FieldRow
    id: str
    called: str
    href: str
    cited: Cited | None = None


def page_asked(asked: str, now: Understood) -> int:
    """The page of the source that the address names, as far as there is one."""
    page = int(asked) if asked.isdecimal() and len(asked) < _DIGITS else 1
    return min(max(page, 1), len(now.pages))


def within(now: Understood, page: int) -> Span:
    """The stretch of the text that stands on a page."""
    ends = (*now.pages[1:], len(now.reading.text))
    return (0 if page == 1 else now.pages[page - 1]), ends[page - 1]


def beside(fields: Sequence[FieldRow], sheet: Sheet, cited: Mapping[str, Cited]) -> list[Beside]:
    """The fields with their rows named and their places reached from the page shown.

    `cited` are the papers of the archive to which citations lead, by field path.
    """
    found = []
    for place, field in enumerate(fields):
        called = href = ""
        if field.place:
            start = int(field.place.partition("-")[0])
            called = sheet.called(start)
            href = f"{sheet.elsewhere(start)}#s-{field.place}"
        found.append(Beside(field, f"f-{place}", called, href, cited.get(field.path)))
    return found


def on_page(rows: Sequence[Beside], sheet: Sheet) -> list[Beside]:
    """What was read on the page shown; a value without a place stands beside the first page."""
    return [row for row in rows if row.field.shown and (row.field.page or 1) == sheet.page]


def sheet_lines(
    sheet: Sheet, rows: Sequence[Beside], findings: Sequence[Shown]
) -> list[list[Token]]:
    """The page of the source, each marked word leading to its row: findings before fields."""
    links = {place: row.id for row in reversed(rows) for place in row.field.spans}
    links |= {one.anchor: one.row for one in findings if one.anchor and one.row}
    now = sheet.now
    return lines(now.reading.text, marks(now), within(now, sheet.page), links)


def described(row: Reading, now: Understood) -> str:
    """*Ke hoach thi dua 2022.pdf · 4 trang, bản quét · đọc xong lúc 09:08 ngày 05/08/2024*"""
    parts = [row.filename]
    if len(now.pages) > 1 or row.scanned:
        pages = ngettext("%(count)s trang", "%(count)s trang", len(now.pages)) % {
            "count": len(now.pages)
        }
        parts.append(f"{pages}, {_('bản quét')}" if row.scanned else pages)
    read_at = timezone.localtime(row.read_at)
    moment = {"who": row.read_by, "time": f"{read_at:%H:%M}", "day": vn_date(read_at)}
    parts.append(_("%(who)s đọc lúc %(time)s ngày %(day)s") % moment)
    return " · ".join([*parts, str(row.unit)])


def query_of(asked: Mapping[str, str]) -> str:
    """What of the address goes on with every press: the page of the source, how it is shown."""
    kept = [f"{name}={value}" for name in _KEPT if (value := asked.get(name, "")) in _VALUES[name]]
    page = asked.get("trang", "")
    if page.isdecimal() and len(page) < _DIGITS and page != "1":
        kept.insert(0, f"trang={page}")
    return "?" + "&".join(kept) if kept else ""


_DIGITS = 6


_KEPT = ("phan", "xem", "chu")


_VALUES = {"phan": {"truong", "chu"}, "xem": {"anh"}, "chu": {"tat-ca"}}
