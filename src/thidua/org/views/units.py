"""The list of units: searched, narrowed down, taken away as Excel."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.sheets import Cell, sheet
from thidua.core.verdict import require
from thidua.org.forms.finding import UnitsForm
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.policies.units import may_look_up
from thidua.org.queries.finding import Living, Wanted, found
from thidua.org.queries.unit_rows import rows_of
from thidua.org.queries.visible import units_visible_to
from thidua.org.views.asked_day import day_in_address

ROWS = 50
AT_ONCE = 500


@require_safe
def units(request: Request) -> HttpResponse:
    """Search first; without a question everything one sees, by name."""
    require(may_look_up(request.actor))
    form, wanted = _wanted(request)
    pages = KeyedPaginator(found(request.actor, wanted), ROWS, Unit.objects.select_related("kind"))
    listed = pages.get_page(request.GET.get("page"))
    context = {
        "form": form,
        "wanted": wanted,
        "page": listed,
        "rows": rows_of(list(listed), wanted.day),
        "carry": day_in_address(wanted.day, request.actor.day),
        "address": request.GET.urlencode(),
    }
    return page(request, "org/units/list.html", context, fragment="rows")


@require_safe
def units_excel(request: Request) -> FileResponse:
    """The same list, all of it, as an Excel file."""
    require(may_look_up(request.actor))
    _form, wanted = _wanted(request)
    heads = (
        _("Tên đơn vị"),
        _("Loại đơn vị"),
        _("Cấp trên trực tiếp"),
        _("Số đoàn viên"),
        _("Kết thúc từ ngày"),
    )
    name = _("Danh sách đơn vị %(day)s") % {"day": f"{wanted.day:%d-%m-%Y}"}
    return sheet(name, heads, _lines(found(request.actor, wanted), wanted.day))


def _lines(units: QuerySet[Unit], day: date) -> Iterator[tuple[Cell, ...]]:
    stream = units.iterator(chunk_size=AT_ONCE)
    while some := list(islice(stream, AT_ONCE)):
        for row in rows_of(some, day):
            yield row.name, row.unit.kind.name, row.superior, row.members, row.ended_on


def _wanted(request: Request) -> tuple[UnitsForm, Wanted]:
    """What the address asks for; what cannot be read is said at its field and left out."""
    form = UnitsForm(request.GET, units=units_visible_to(request.actor))
    form.is_valid()
    asked = form.cleaned_data
    return form, Wanted(
        day=asked.get("ngay") or request.actor.day,
        words=asked.get("q") or "",
        kind=asked.get("kind"),
        under=asked.get("under"),
        living=Living(asked.get("living") or Living.LIVING),
    )
