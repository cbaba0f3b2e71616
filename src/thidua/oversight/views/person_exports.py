"""The copy of everything on one person: asked for, waited for, taken."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.core import clock
from thidua.files.http import download
from thidua.org.http import Request
from thidua.oversight.actions.person_exports import ask_for_export, note_taken
from thidua.oversight.models import PersonExport
from thidua.oversight.views.personal_requests import get_request


@require_POST
def make(request: Request, pk: int) -> HttpResponse:
    row = get_request(request, pk)
    ask_for_export(request=row, by=request.actor, at=clock.now())
    messages.success(request, _("Đang gom dữ liệu. Trang này báo khi xong."))
    return redirect(row)


@require_POST
def take(request: Request, pk: int) -> HttpResponse:
    """By a press, and not by an address one may follow by chance: each taking is written down."""
    row = get_request(request, pk)
    export = (
        PersonExport.objects.select_related("file", "request__unit").filter(request=row).first()
    )
    if export is None or export.file is None:
        raise Http404
    note_taken(export=export, by=request.actor, at=clock.now())
    return download(export.file, f"du-lieu-ca-nhan-{row.pk}.zip")
