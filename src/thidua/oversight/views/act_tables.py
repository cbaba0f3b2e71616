"""Acts from a table: choosing the file, looking at its rows, taking them in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.posted import posted
from thidua.core.templatetags.vn import vn_number
from thidua.core.verdict import Verdict, require
from thidua.org.http import Request
from thidua.org.models import Reorganisation
from thidua.org.rights import Right
from thidua.oversight.actions import act_tables as actions
from thidua.oversight.forms.reorganising import TableForm
from thidua.oversight.importing.refusals import Refused
from thidua.oversight.models import ActTable
from thidua.oversight.policies import reorganising as policies
from thidua.oversight.reorganising.tables.judging import judge
from thidua.oversight.reorganising.tables.of_2025 import reorganisation_of_2025
from thidua.oversight.reorganising.tables.reading import rows_of
from thidua.oversight.reorganising.tables.writing import rows_as_book
from thidua.oversight.reorganising.tables.writing import template as empty_book
from thidua.oversight.views.reorganising import BOTH, get_reorganisation

ROWS = 50
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(BOTH)
def table(request: Request, pk: int) -> HttpResponse:
    """Choose a table; one that was read is shown with what is wrong in it."""
    one = get_reorganisation(request, pk)
    require(policies.may_edit(request.actor, one))
    form = TableForm(**posted(request))
    if request.method == "POST" and form.is_valid() and _read(request, one, form):
        return redirect("oversight:act_table", one.pk)
    context: dict[str, Any] = {"one": one, "form": form}
    kept = ActTable.objects.filter(reorganisation=one).first()
    if kept is not None:
        context |= _judged(request, one, kept)
    status = 422 if request.method == "POST" else 200
    return render(request, "oversight/reorganising/table.html", context, status=status)


def _read(request: Request, one: Reorganisation, form: TableForm) -> bool:
    file = form.cleaned_data["file"]
    try:
        rows = rows_of(file.read())
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return False
    actions.keep_table(
        reorganisation=one, name=file.name, rows=rows, by=request.actor, at=clock.now()
    )
    return True


def _judged(request: Request, one: Reorganisation, kept: ActTable) -> dict[str, Any]:
    wrong = judge(one, kept.rows, request.actor.day).wrong
    places = sorted(wrong) if wrong else range(len(kept.rows))
    listed = Paginator(places, ROWS).get_page(request.GET.get("page"))
    return {
        "table": kept,
        "page": listed,
        "rows": [(kept.rows[place], wrong.get(place, "")) for place in listed],
        "wrong": len(wrong),
        "right": len(kept.rows) - len(wrong),
    }


@require_POST
def take(request: Request, pk: int) -> HttpResponse:
    """Take the rows in, wrong ones left out only when that was pressed."""
    one = get_reorganisation(request, pk)
    made = actions.take_table(
        reorganisation=one,
        leave_out=request.POST.get("leave_out") == "1",
        by=request.actor,
        at=clock.now(),
    )
    told = ngettext("Đã nhận %(count)s việc.", "Đã nhận %(count)s việc.", len(made))
    messages.success(request, told % {"count": vn_number(len(made))})
    return redirect("oversight:reorganisation", one.pk)


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Throw the table away."""
    one = get_reorganisation(request, pk)
    actions.drop_table(reorganisation=one, by=request.actor)
    messages.success(request, _("Đã bỏ bảng vừa đọc."))
    return redirect("oversight:act_table", one.pk)


@require_POST
def example(request: Request, pk: int) -> HttpResponse:
    """The re-organisation of 2025, for the units there are."""
    one = get_reorganisation(request, pk)
    require(policies.may_edit(request.actor, one))
    rows = reorganisation_of_2025(one.unit, request.actor.day)
    if not rows:
        raise DomainError(
            _("%(unit)s không có LĐLĐ huyện, công đoàn ngành địa phương trực thuộc để sắp xếp.")
            % {"unit": one.unit}
        )
    actions.keep_table(
        reorganisation=one,
        name=_("Bảng mẫu sắp xếp năm 2025"),
        rows=rows,
        by=request.actor,
        at=clock.now(),
    )
    return redirect("oversight:act_table", one.pk)


@require_safe
def wrong_rows(request: Request, pk: int) -> HttpResponse:
    """The rows that are wrong, each with the reason, as a table to be corrected and read again."""
    one = get_reorganisation(request, pk)
    require(policies.may_edit(request.actor, one))
    kept = ActTable.objects.filter(reorganisation=one).first()
    if kept is None:
        raise Http404
    wrong = judge(one, kept.rows, request.actor.day).wrong
    rows = [kept.rows[place] for place in sorted(wrong)]
    told = {number: wrong[place] for number, place in enumerate(sorted(wrong))}
    return _book(rows_as_book(rows, told), "dong-sai.xlsx")


@require_safe
def template(request: Request) -> HttpResponse:
    """The empty table with examples."""
    if not request.actor.holding(Right.UNIT_REORGANISE):
        require(
            Verdict(_("Chỉ người được giao thi hành quyết định sắp xếp tổ chức mở được trang này."))
        )
    return _book(empty_book(), "bang-mau-sap-xep-to-chuc.xlsx")


def _book(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
