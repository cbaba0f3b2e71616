"""Reading many files: choosing them, and the page on which one sees what becomes of each."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.posted import posted
from thidua.core.verdict import Verdict, require
from thidua.org.http import Request
from thidua.org.rights import Right
from thidua.plans import actions, policies, queries
from thidua.plans.batch_rows import batch_rows, progress_of
from thidua.plans.forms import BatchForm, UploadForm
from thidua.plans.models import Batch, FileState
from thidua.plans.opening import media_type_of
from thidua.plans.views.intake import intake_context
from vanban.sources.errors import Refused

ROWS = 100


@require_POST
def give(request: Request) -> HttpResponse:
    """Take many files at once; with script they come in several parts of one batch."""
    units = list(queries.units_for(request.actor, Right.DOCUMENT_INTAKE))
    if not units:
        require(Verdict(_("Chỉ người được giao đọc tệp, vào sổ văn bản làm được việc này.")))
    form = BatchForm(**posted(request), units=units)
    if not form.is_valid():
        context = intake_context(request, UploadForm(units=units), form)
        return render(request, "plans/read.html", context, status=422)
    batch = actions.give_files(
        unit=form.cleaned_data["unit"],
        files=[_given(file, problem) for file, problem in form.cleaned_data["all"]],
        once=form.cleaned_data["once"],
        by=request.actor,
        at=clock.now(),
    )
    return redirect(batch)


def _given(file: Any, problem: str) -> actions.Given:
    """What the first bytes say decides whether it is kept; its words are read later."""
    name = file.name or _("không tên")
    if problem:
        return actions.Given(name=name, problem=problem)
    data = file.read()
    try:
        return actions.Given(name=name, data=data, media_type=media_type_of(data))
    except Refused as refusal:
        return actions.Given(name=name, problem=str(refusal))


@require_safe
def batch(request: Request, pk: int) -> HttpResponse:
    """One row for each file; while files are read the page asks again by itself."""
    given = _get(request, pk)
    only = given.files.select_related("reading")[:2]
    if len(only) == 1 and only[0].reading is not None and only[0].state == FileState.READ:
        url = only[0].reading.get_absolute_url()
        return (
            HttpResponseClientRedirect(url) if request.headers.get("HX-Request") else redirect(url)
        )
    return page(request, "plans/batch.html", _context(request, given), fragment="rows")


def _context(request: Request, given: Batch) -> dict[str, Any]:
    files = given.files.select_related("reading", "document__plan").defer(
        "reading__data", "reading__blocks", "reading__corrections", "reading__repairs"
    )
    listed = Paginator(files.order_by("position"), ROWS).get_page(request.GET.get("page"))
    return {
        "batch": given,
        "page": listed,
        "rows": batch_rows(list(listed), clock.now()),
        "progress": progress_of(given, clock.now()),
        "may_act": policies.may_take_in(request.actor, given.unit),
    }


@require_POST
def stop(request: Request, pk: int) -> HttpResponse:
    """Stop one file, or all that are not done."""
    given = _get(request, pk)
    asked = request.POST.get("file", "")
    row = get_object_or_404(given.files, pk=asked) if asked.isdecimal() else None
    stopped = actions.stop_reading(batch=given, row=row, by=request.actor, at=clock.now())
    told = ngettext("Đã dừng %(count)s tệp.", "Đã dừng %(count)s tệp.", stopped)
    messages.success(request, told % {"count": stopped})
    return redirect(given)


@require_POST
def go_on(request: Request, pk: int) -> HttpResponse:
    """Have read what was stopped or lost its worker."""
    given = _get(request, pk)
    count = actions.go_on_reading(batch=given, by=request.actor, at=clock.now())
    told = ngettext("Đọc tiếp %(count)s tệp.", "Đọc tiếp %(count)s tệp.", count)
    messages.success(request, told % {"count": count})
    return redirect(given)


def _get(request: Request, pk: int) -> Batch:
    return get_object_or_404(queries.batches_visible_to(request.actor), pk=pk)
