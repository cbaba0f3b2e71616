"""Nơi nhận of one paper, and the address book of a unit."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.verdict import require
from thidua.documents import actions, policies, queries
from thidua.documents.forms import LinesForm, OutsideBodyForm, TargetForm
from thidua.documents.matching import without_purpose
from thidua.documents.models import Document, Recipient, RecipientKind
from thidua.documents.receipts import receipts_of
from thidua.documents.views.units import units_read
from thidua.org.actor import posts_in
from thidua.org.http import Request

PAGE = ["GET", "HEAD", "POST"]


@require_http_methods(PAGE)
def recipients(request: Request, pk: int) -> HttpResponse:
    """What each printed line was matched to; the lines themselves can be written while a draft."""
    document = get_object_or_404(queries.own_documents(request.actor), pk=pk)
    require(policies.may_address(request.actor, document))
    form = LinesForm(_sent(request), initial={"lines": _printed(document)})
    if request.method == "POST" and form.is_valid():
        actions.set_recipients(
            document=document, by=request.actor, at=clock.now(), **form.cleaned_data
        )
        messages.success(request, _("Đã ghi các dòng Nơi nhận và khớp lại từng dòng."))
        return redirect("documents:recipients", document.pk)
    context = {
        "document": document,
        "receipts": receipts_of(document),
        "form": form,
        "may_edit": policies.may_edit(request.actor, document),
        "may_distribute": policies.may_distribute(request.actor, document),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "documents/recipients.html", context, status=status)


@require_http_methods(PAGE)
def recipient(request: Request, pk: int) -> HttpResponse:
    """One line: the officer says what it means."""
    line: Recipient = get_object_or_404(queries.recipients_visible_to(request.actor), pk=pk)
    require(policies.may_choose_targets(request.actor, line))
    form = _target_form(request, line)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        actions.choose_targets(
            recipient=line,
            kind=RecipientKind(chosen["kind"]),
            unit_ids=chosen["units"],
            person_ids=chosen["persons"],
            outside_name=chosen["outside_name"],
            outside_email=chosen["outside_email"],
            by=request.actor,
            at=clock.now(),
        )
        messages.success(request, _("Đã chọn nơi nhận cho dòng “%(line)s”.") % {"line": line})
        return redirect("documents:recipients", line.document_id)
    context = {"line": line, "document": line.document, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "documents/recipient.html", context, status=status)


def _target_form(request: Request, line: Recipient) -> TargetForm:
    unit, day = line.document.unit, request.actor.day
    around = (queries.units_above, queries.units_below, queries.units_beside)
    deliveries = list(line.deliveries.select_related("outside"))
    outside = next((row.outside for row in deliveries if row.outside), None)
    return TargetForm(
        _sent(request),
        units=[other for ask in around for other in ask(unit, day)],
        persons=list(dict.fromkeys(post.person for post in posts_in(unit, day))),
        initial={
            "kind": line.kind,
            "units": [row.unit_id for row in deliveries],
            "persons": [row.person_id for row in deliveries],
            "outside_name": outside.name if outside else without_purpose(line.printed),
            "outside_email": outside.email if outside else "",
        },
    )


@require_http_methods(PAGE)
def address_book(request: Request) -> HttpResponse:
    """Recipients outside the union that the unit writes to."""
    units, unit = units_read(request)
    if request.method == "POST":
        require(policies.may_keep_address_book(request.actor, unit))
    form = OutsideBodyForm(_sent(request))
    if form.is_valid():
        body = actions.keep_outside_body(unit=unit, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Đã ghi %(name)s vào danh bạ.") % {"name": body})
        return redirect(f"{reverse('documents:address_book')}?unit={unit.pk}")
    context = {
        "units": units,
        "unit": unit,
        "bodies": queries.outside_bodies(unit),
        "form": form,
        "may_keep": policies.may_keep_address_book(request.actor, unit),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "documents/address_book.html", context, status=status)


def _sent(request: Request) -> QueryDict | None:
    """What was posted, even if nothing was: an empty form is judged too."""
    return request.POST if request.method == "POST" else None


def _printed(document: Document) -> str:
    return "\n".join(document.recipients.values_list("printed", flat=True))
