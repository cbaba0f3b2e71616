"""The trail: reading it, and taking it away as an Excel file."""

from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.errors import DomainError
from thidua.core.htmx import page
from thidua.core.sheets import sheet
from thidua.core.templatetags.vn import vn_number
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.oversight.actions.trail import note_export
from thidua.oversight.policies import trail as policies
from thidua.oversight.queries import trail as queries
from thidua.oversight.trail_rows import rows_of, with_pages
from thidua.oversight.views.trail_filters import asked_of, in_words

ROWS = 50
MOST_EXPORTED = 50_000
EDGES = {"before", "after"}


@require_safe
def trail(request: Request) -> HttpResponse:
    """The newest first, with what comes before and after by the deed at the edge of the page."""
    require(policies.may_read(request.actor))
    asked, context = asked_of(request, request.GET)
    events = queries.narrowed(queries.events_visible_to(request.actor), asked)
    context |= _stretch(request, events) | {
        "may_check": policies.may_check(request.actor),
        "thing": asked.thing,
        "unit": asked.unit,
        "asked": [(name, request.GET[name]) for name in request.GET if name not in EDGES],
    }
    return page(request, "oversight/trail/list.html", context, fragment="rows")


@require_POST
def export(request: Request) -> FileResponse:
    """What the page was asked for, every deed in words; itself a deed."""
    require(policies.may_read(request.actor))
    asked, _context = asked_of(request, request.POST)
    events = queries.narrowed(queries.events_visible_to(request.actor), asked)
    count = events[: MOST_EXPORTED + 1].count()
    if count > MOST_EXPORTED:
        raise DomainError(
            _(
                "Có hơn %(most)s dòng nhật ký, quá nhiều cho một tệp Excel. "
                "Hãy chọn khoảng ngày ngắn hơn hoặc một đơn vị rồi xuất lại."
            )
            % {"most": vn_number(MOST_EXPORTED)}
        )
    heads = [
        _("Lúc"),
        _("Người làm"),
        _("Chức vụ khi làm"),
        _("Việc đã làm"),
        _("Loại"),
        _("Đối tượng tác động"),
        _("Đơn vị"),
    ]
    newest_first = events.order_by("-at", "-pk")[:MOST_EXPORTED]
    answer = sheet("nhat-ky", heads, _cells(newest_first))
    note_export(rows=count, asked=in_words(asked), by=request.actor, at=clock.now())
    return answer


def _cells(events: Any) -> Iterator[list[str]]:
    for row in rows_of(events.iterator(chunk_size=2_000)):
        yield [row.moment, row.who, row.capacity, row.deed, row.sort, row.thing, row.unit]


def _stretch(request: Request, events: Any) -> dict[str, Any]:
    """One page of deeds and the ways on from it; pages are not counted, there may be millions."""
    edge = _edge(request, events)
    if edge is not None and request.GET.get("after"):
        found = list(queries.newer_than(events, edge.at, edge.pk)[: ROWS + 1])
        more_newer, more_older = len(found) > ROWS, True
        found = found[:ROWS][::-1]
    else:
        older = queries.older_than(events, edge.at, edge.pk) if edge else None
        chosen = events.order_by("-at", "-pk") if older is None else older
        found = list(chosen[: ROWS + 1])
        more_newer, more_older = edge is not None, len(found) > ROWS
        found = found[:ROWS]
    rows = with_pages(list(rows_of(found)), request.actor)
    return {
        "rows": rows,
        "newer": rows[0].key if rows and more_newer else None,
        "older": rows[-1].key if rows and more_older else None,
    }


def _edge(request: Request, events: Any) -> AuditEvent | None:
    key = asked_number(request.GET.get("after", "") or request.GET.get("before", ""))
    return events.filter(pk=key).first() if key is not None else None
