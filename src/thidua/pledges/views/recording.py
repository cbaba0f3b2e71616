"""A list signed on paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.files.http import show_picture
from thidua.org.http import Request
from thidua.pledges import actions, policies, queries
from thidua.pledges.actions import NotAsListed
from thidua.pledges.forms import ListForm, label
from thidua.pledges.models import Sheet, SignedList
from thidua.pledges.views.sheets import get_sheet


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: Request, pk: int) -> HttpResponse:
    """Tick or paste who signed on paper, with the photograph of the list."""
    sheet = get_sheet(request, pk)
    require(policies.may_record(request.actor, sheet))
    names = queries.names_on(request.actor, sheet)
    choices = [(one.person.pk, label(one.person)) for one in names if one.pledge is None]
    context = {"sheet": sheet, "names": names}
    if request.method != "POST":
        first = {"once": get_random_string(22), "signed_on": request.actor.day}
        form = ListForm(initial=first, choices=choices)
        return render(request, "pledges/record.html", context | {"form": form, "ticked": ()})
    # Whoever has signed since the page was drawn may still be ticked on it.
    known = [(one.person.pk, label(one.person)) for one in names]
    form = ListForm(request.POST, request.FILES, choices=known)
    ticked = {asked_number(typed) for typed in request.POST.getlist("persons")}
    context |= {"form": form, "ticked": ticked}
    if not form.is_valid():
        return render(request, "pledges/record.html", context, status=422)
    try:
        persons = _persons(form, names)
    except NotAsListed as refusal:
        for line in refusal.lines:
            form.add_error("typed", line)
        return render(request, "pledges/record.html", context, status=422)
    done = carried_out(form, lambda: _record(request, sheet, form, persons))
    if done is None:
        return render(request, "pledges/record.html", context, status=409)
    messages.success(request, _said(done.added, done.known))
    return redirect(sheet)


def _persons(form: ListForm, names: list[queries.Name]) -> list[int]:
    """Those who are ticked, then those who are typed; who is both counts once."""
    typed = actions.read_lines(form.lines(), [one.person for one in names])
    return list(dict.fromkeys([*form.cleaned_data["persons"], *typed]))


def _record(request: Request, sheet: Sheet, form: ListForm, persons: list[int]) -> actions.Recorded:
    return actions.record_list(
        sheet=sheet,
        persons=persons,
        signed_on=form.cleaned_data["signed_on"],
        picture=form.cleaned_data["picture"],
        once=form.cleaned_data["once"],
        by=request.actor,
        at=clock.now(),
    )


def _said(added: int, known: int) -> str:
    said = ngettext(
        "Đã ghi nhận %(count)s người theo danh sách ký.",
        "Đã ghi nhận %(count)s người theo danh sách ký.",
        added,
    ) % {"count": added}
    if not known:
        return said
    return f"{said} " + ngettext(
        "%(count)s người đã ký từ trước nên giữ nguyên.",
        "%(count)s người đã ký từ trước nên giữ nguyên.",
        known,
    ) % {"count": known}


@require_safe
def picture(request: Request, pk: int) -> HttpResponse:
    """The photograph of a list: it shows the names and signatures of the whole unit."""
    shown = queries.sheets_visible_to(request.actor).values("pk")
    signed_list = get_object_or_404(
        SignedList.objects.select_related("sheet__unit", "picture__shown").filter(sheet__in=shown),
        pk=pk,
    )
    require(policies.may_see_picture(request.actor, signed_list))
    return show_picture(signed_list.picture)
