"""Đọc văn bản: the officer says what the file is."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.documents.models import Document, Reading
from thidua.documents.naming import folded
from thidua.documents.places import place_of
from thidua.documents.queries import same_number
from thidua.org.http import Request
from thidua.org.models import UnitName
from thidua.plans import actions, policies, queries
from thidua.plans.forms import AcceptForm
from thidua.plans.understanding import Understood, understood
from vanban.language.names import name_in_sentence


@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: Request, pk: int) -> HttpResponse:
    """Confirm the head of the paper and say whose it is."""
    row = get_object_or_404(queries.readings_visible_to(request.actor), pk=pk)
    require(policies.may_handle(request.actor, row))
    now = understood(row)
    read = now.reading
    initial = _initial(row, now, request) if request.method != "POST" else {}
    # Not offered to whoever may not; a request that asks for it all the same gets the reason.
    asked = request.POST.get("kind") == AcceptForm.DRAFT
    may_draft = asked or bool(policies.may_draft_for(request.actor, row.unit))
    form = AcceptForm(**posted(request), initial=initial, may_draft=may_draft)
    context = {
        "row": row,
        "form": form,
        "open": len(now.open),
        "other": "" if _ours(row, now, request) else name_in_sentence(read.issuing_body or ""),
    }
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "plans/accept.html", context, status=status)
    if held := _held(row, form, request):
        form.add_error(None, _already(held))
        context |= {"held": held, "place": place_of(held)}
        return render(request, "plans/accept.html", context, status=409)
    paper = carried_out(form, lambda: _accept(request, row, form))
    if paper is None:
        return render(request, "plans/accept.html", context, status=409)
    messages.success(request, _said(paper, form))
    return redirect(place_of(paper))


def _already(held: Document) -> str:
    day = held.dated or held.received_on
    words = {"paper": held, "year": day.year if day else ""}
    return _("%(paper)s năm %(year)s đã được lưu trong đơn vị. Không lưu thêm lần nữa.") % words


def _initial(row: Reading, now: Understood, request: Request) -> dict[str, Any]:
    read = now.reading
    day = read.date or request.actor.day
    name = row.unit.named_on(day)
    ours = _ours(row, now, request)
    numbered = AcceptForm.ISSUED if read.full_number or read.date else AcceptForm.DRAFT
    return {
        "kind": numbered if ours else AcceptForm.RECEIVED,
        "type_name": read.doc_type or "Kế hoạch",
        "title": _begun(read.title or ""),
        "full_number": read.full_number,
        "symbol": read.symbol,
        "dated": read.date,
        "place": read.place,
        "issuer_name": queries.official_name(read.issuing_body or name.name, row.unit, day),
        "parent_name": queries.official_name(read.parent_body or "", row.unit, day),
        "signer_name": read.signatory.name,
    }


def _ours(row: Reading, now: Understood, request: Request) -> bool:
    """Does the letterhead name the unit that takes the paper in, or nobody?"""
    printed, day = now.reading.issuing_body, now.reading.date or request.actor.day
    return printed is None or _called(printed, row.unit.named_on(day))


def _begun(title: str) -> str:
    """Letters print their subject behind *V/v*, in small letters; the registers begin it large."""
    return title[:1].upper() + title[1:]


def _called(printed: str, name: UnitName) -> bool:
    """Is this the unit, perhaps without the name of its province, as papers often say?"""
    read = _spelled_out(printed)
    known = [_spelled_out(name.name), _spelled_out(name.short_name)]
    return any(full.startswith(read) or read.startswith(full) for full in known)


def _spelled_out(name: str) -> str:
    return folded(name).replace("cdcs", "cong doan co so")


def _held(row: Reading, form: AcceptForm, request: Request) -> Document | None:
    """The paper of the same number, issuer and year that the unit already has.

    A paper without a date belongs to the year in which it came.
    """
    typed = form.cleaned_data
    if typed["kind"] == AcceptForm.DRAFT:
        return None
    day = typed["dated"] or typed["received_on"] or request.actor.day
    return same_number(row.unit, typed["issuer_name"], typed["full_number"], day.year)


def _accept(request: Request, row: Reading, form: AcceptForm) -> Document:
    typed, head = form.cleaned_data, actions.Head(**form.head())
    by, at = request.actor, clock.now()
    if typed["kind"] == AcceptForm.DRAFT:
        return actions.accept_as_draft(reading=row, head=head, by=by, at=at)
    if typed["kind"] == AcceptForm.RECEIVED:
        return actions.accept_as_received(
            reading=row,
            head=head,
            dated=typed["dated"],
            received_on=typed["received_on"] or by.day,
            by=by,
            at=at,
        )
    return actions.accept_as_issued(reading=row, head=head, dated=typed["dated"], by=by, at=at)


def _said(paper: Document, form: AcceptForm) -> str:
    kind = form.cleaned_data["kind"]
    if kind == AcceptForm.DRAFT:
        return _("Đã nhận thành bản thảo. Hãy soát lại rồi trình ký.")
    if kind == AcceptForm.RECEIVED:
        return _("Đã vào sổ văn bản đến: số đến %(number)02d.") % {"number": paper.entry.number}
    if paper.full_number and form.head()["number"] is None:
        return _("Đã nhận %(paper)s. Số không theo dãy số của sổ nên không vào sổ văn bản đi.") % {
            "paper": paper
        }
    if form.head()["number"] is None:
        return _("Đã nhận %(paper)s. Văn bản không có số nên không vào sổ văn bản đi.") % {
            "paper": paper
        }
    return _("Đã nhận %(paper)s và vào sổ văn bản đi năm %(year)s.") % {
        "paper": paper,
        "year": paper.dated.year if paper.dated else "",
    }
