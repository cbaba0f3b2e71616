"""Đọc văn bản: choosing a file."""

import hashlib

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.posted import posted
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import Verdict, require
from thidua.documents.models import Document, ReadingStatus
from thidua.documents.models import Reading as ReadingRow
from thidua.documents.places import place_of
from thidua.documents.queries import same_file
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans import actions, queries
from thidua.plans.forms import BatchForm, UploadForm
from thidua.plans.models import Batch


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: Request) -> HttpResponse:
    """Choose a file; it is read at once and its reading opens."""
    units = list(queries.units_for(request.actor, Right.DOCUMENT_INTAKE))
    if not units:
        require(Verdict(_("Chỉ người được giao đọc tệp, vào sổ văn bản mở được trang này.")))
    form = UploadForm(**posted(request), units=units)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "plans/read.html", intake_context(request, form), status=status)
    unit, data = form.cleaned_data["unit"], form.cleaned_data["data"]
    held = _held(unit, hashlib.sha256(data).hexdigest())
    if held is not None:
        messages.info(request, _already(held))
        return redirect(place_of(held) if isinstance(held, Document) else held)
    if form.cleaned_data["read"] is None:
        return redirect(_behind_the_scenes(request, form))
    reading = actions.take_in(
        unit=unit,
        data=data,
        filename=form.cleaned_data["file"].name,
        media_type=form.cleaned_data["media_type"],
        read=form.cleaned_data["read"],
        by=request.actor,
        at=clock.now(),
    )
    return redirect(reading)


def _behind_the_scenes(request: Request, form: UploadForm) -> Batch:
    """A scan takes seconds for each page: it becomes a job whose progress is shown."""
    given = actions.Given(
        name=form.cleaned_data["file"].name,
        data=form.cleaned_data["data"],
        media_type=form.cleaned_data["media_type"],
    )
    unit = form.cleaned_data["unit"]
    return actions.give_files(unit=unit, files=[given], by=request.actor, at=clock.now())


def _held(unit: Unit, sha256: str) -> Document | ReadingRow | None:
    return same_file(unit, sha256) or queries.waiting_reading(unit, sha256)


def _already(held: Document | ReadingRow) -> str:
    if isinstance(held, Document):
        return _(
            "Tệp này đã được đưa vào hệ thống ngày %(day)s: %(paper)s. Không lưu thêm lần nữa."
        ) % {
            "day": vn_date(held.created_at),
            "paper": held,
        }
    return _(
        "Tệp này đã được %(who)s đọc ngày %(day)s và đang chờ xem. Không lưu thêm lần nữa."
    ) % {
        "who": held.read_by,
        "day": vn_date(held.read_at),
    }


def intake_context(
    request: Request, form: UploadForm, many: BatchForm | None = None
) -> dict[str, object]:
    """What the page for choosing files shows: both forms, and what waits."""
    readings = queries.listed_readings(request.actor).order_by("-read_at")
    units = list(queries.units_for(request.actor, Right.DOCUMENT_INTAKE))
    once = {"once": get_random_string(20)}
    return {
        "form": form,
        "many": many or BatchForm(units=units, initial=once, auto_id="many_%s"),
        "batches": queries.batches_visible_to(request.actor).order_by("-pk")[:5],
        "readings": readings.filter(status=ReadingStatus.WAITING)[:20],
        "dropped": readings.filter(status=ReadingStatus.DROPPED)[:20],
    }
