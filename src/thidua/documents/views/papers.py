"""One paper: what it is, its files, and its receipt by those it was sent to."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.sizes import size_words
from thidua.core.verdict import require
from thidua.documents import actions, policies, queries
from thidua.documents.forms import ScanForm
from thidua.documents.looks import look_of
from thidua.documents.models import Delivery, Direction, Document, DocumentFile, FileRole
from thidua.documents.places import place_of
from thidua.documents.receipts import receipts_of
from thidua.documents.scans import media_type_of
from thidua.documents.trail import log_of
from thidua.files.http import download
from thidua.org.http import Request
from thidua.org.rights import Right


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """Those who keep the paper see its receipts and its log, everybody else the paper."""
    document = get_object_or_404(
        queries.documents_visible_to(request.actor).select_related("unit__kind", "entry", "plan"),
        pk=pk,
    )
    arrivals = queries.arrivals_for(request.actor).filter(recipient__document=document)
    arrived = arrivals.select_related(None).select_related("recipient", "unit").first()
    ours = request.actor.can(Right.DOCUMENT_READ, document.unit)
    if document.direction == Direction.IN or not ours:
        request.section = "documents:register_in"
    issued = queries.as_issued(document)
    place = place_of(issued)
    context: dict[str, Any] = {
        "document": document,
        "issued": issued,
        "look": look_of(document),
        "place": "" if place == issued.get_absolute_url() else place,
        "files": _files(queries.files_of(document, request.actor)),
        "lines": document.recipients.values_list("printed", flat=True),
        "arrived": arrived,
        "may_register": arrived and policies.may_register(request.actor, arrived),
        "ours": ours,
    }
    if ours:
        context |= _for_keepers(request, document)
    return render(request, "documents/detail.html", context)


def _for_keepers(request: Request, document: Document) -> dict[str, Any]:
    actor = request.actor
    receipts = receipts_of(document)
    return {
        "receipts": receipts,
        "unsent": sum(1 for line in receipts for row in line.deliveries if row.sent_at is None),
        "log": log_of(document),
        "may_attach": policies.may_attach(actor, document, FileRole.STAMPED),
        "may_address": policies.may_address(actor, document),
        "may_distribute": policies.may_distribute(actor, document),
        "may_publish": policies.may_publish(actor, document),
        "prospect": queries.prospect_of(document, actor.day)
        if policies.may_issue(actor, document)
        else None,
    }


def _files(held_files: QuerySet[DocumentFile]) -> list[dict[str, str]]:
    """Files as the list of files draws them."""
    return [
        {
            "name": held.name,
            "url": held.get_absolute_url(),
            "size": size_words(held.file.size),
            "note": held.get_role_display(),
        }
        for held in held_files.order_by("pk")
    ]


@require_safe
def file(request: Request, pk: int) -> HttpResponse:
    held: DocumentFile = get_object_or_404(queries.files_visible_to(request.actor), pk=pk)
    return download(held.file, held.name)


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: Request, pk: int) -> HttpResponse:
    """The scan of the stamped original, beside what the system has written."""
    document = get_object_or_404(queries.own_documents(request.actor), pk=pk)
    require(policies.may_attach(request.actor, document, FileRole.STAMPED))
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    if request.method != "POST" or not form.is_valid():
        context = {"document": document, "form": form}
        status = 422 if request.method == "POST" else 200
        return render(request, "documents/attach.html", context, status=status)
    scan = form.cleaned_data["scan"]
    data = scan.read()
    actions.attach(
        document=document,
        data=data,
        name=scan.name,
        role=FileRole.STAMPED,
        media_type=media_type_of(data),
        by=request.actor,
        at=clock.now(),
    )
    messages.success(request, _("Đã gắn bản quét vào %(paper)s.") % {"paper": document})
    return redirect(document)


@require_POST
def open_(request: Request, pk: int) -> HttpResponse:
    delivery = actions.open_delivery(
        delivery=_delivery(request, pk), by=request.actor, at=clock.now()
    )
    document = delivery.recipient.document
    messages.success(request, _("Đã xác nhận đã nhận %(paper)s.") % {"paper": document})
    return redirect(place_of(document))


@require_POST
def register(request: Request, pk: int) -> HttpResponse:
    document = actions.register_delivery(
        delivery=_delivery(request, pk), by=request.actor, at=clock.now()
    )
    messages.success(
        request,
        _("Đã vào sổ văn bản đến: số đến %(number)02d.") % {"number": document.entry.number},
    )
    return redirect(document)


@require_POST
def send(request: Request, pk: int) -> HttpResponse:
    document = get_object_or_404(queries.own_documents(request.actor), pk=pk)
    sent = actions.distribute(document=document, by=request.actor, at=clock.now())
    if not sent:
        messages.info(request, _("Không có nơi nhận nào phải gửi thêm."))
        return redirect(place_of(document))
    told = ngettext(
        "Đã gửi %(paper)s đến %(count)s nơi nhận.",
        "Đã gửi %(paper)s đến %(count)s nơi nhận.",
        len(sent),
    )
    messages.success(request, told % {"paper": document, "count": len(sent)})
    return redirect(place_of(document))


@require_POST
def publish(request: Request, pk: int) -> HttpResponse:
    """On the public page, or off it: `public` is 1 or 0."""
    document = get_object_or_404(queries.own_documents(request.actor), pk=pk)
    public = request.POST.get("public") == "1"
    actions.set_public(document=document, public=public, by=request.actor, at=clock.now())
    told = _("Đã đưa %(paper)s lên trang công khai.")
    if not public:
        told = _("Đã gỡ %(paper)s khỏi trang công khai.")
    messages.success(request, told % {"paper": document})
    return redirect(document)


def _delivery(request: Request, pk: int) -> Delivery:
    return get_object_or_404(queries.deliveries_visible_to(request.actor), pk=pk)
