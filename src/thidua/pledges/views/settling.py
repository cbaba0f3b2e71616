"""Names: who has signed, who waits to be told apart, what does not count."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.org.models import Person
from thidua.pledges import actions, policies, queries
from thidua.pledges.forms import MatchForm, ReasonForm
from thidua.pledges.models import Pledge
from thidua.pledges.roll import suggested
from thidua.pledges.views.sheets import get_sheet

NOT_SIGNED, SIGNED = "chua-ky", "da-ky"


@require_safe
def names(request: Request, pk: int) -> HttpResponse:
    """The members with what they signed; for the keeper also who waits."""
    sheet = get_sheet(request, pk)
    require(policies.may_see_names(request.actor, sheet))
    rows = queries.names_on(request.actor, sheet)
    chosen = request.GET.get("loc", "")
    shown = [row for row in rows if chosen not in {NOT_SIGNED, SIGNED} or _fits(row, chosen)]
    keeps = policies.may_keep(request.actor, sheet)
    context = {
        "sheet": sheet,
        "rows": shown,
        "chosen": chosen,
        "all": len(rows),
        "signed": sum(row.pledge is not None for row in rows),
        "waiting": queries.waiting_on(sheet) if keeps else [],
        "refused": queries.refused_on(sheet) if keeps else [],
        "keeps": keeps,
    }
    return render(request, "pledges/names.html", context)


def _fits(row: queries.Name, chosen: str) -> bool:
    return (row.pledge is not None) == (chosen == SIGNED)


@require_http_methods(["GET", "HEAD", "POST"])
def match(request: Request, pk: int) -> HttpResponse:
    """Say who signed; suggestions first, then the whole list of those who have not."""
    pledge = _get(request, pk)
    require(policies.may_settle(request.actor, pledge))
    rows = queries.names_on(request.actor, pledge.sheet)
    unsigned = [row.person for row in rows if row.pledge is None]
    if request.method != "POST":
        return _match_page(request, pledge, unsigned, MatchForm(members=unsigned))
    form = MatchForm(request.POST, members=[row.person for row in rows])
    if not form.is_valid():
        return _match_page(request, pledge, unsigned, form, 422)
    person = Person.objects.get(pk=form.cleaned_data["person"])
    done = carried_out(
        form,
        lambda: actions.match(pledge=pledge, person=person, by=request.actor, at=clock.now()),
    )
    if done is None:
        return _match_page(request, pledge, unsigned, form, 409)
    messages.success(request, _("Đã ghi chữ ký cho %(name)s.") % {"name": person})
    return redirect(f"{reverse('pledges:names', args=[pledge.sheet_id])}#cho-doi-chieu")


@require_POST
def dismiss(request: Request, pk: int) -> HttpResponse:
    """Nobody of the unit, or a second time."""
    pledge = _get(request, pk)
    require(policies.may_settle(request.actor, pledge))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        rows = queries.names_on(request.actor, pledge.sheet)
        unsigned = [row.person for row in rows if row.pledge is None]
        blank = MatchForm(members=unsigned)
        return _match_page(request, pledge, unsigned, blank, 422, reason_form=form)
    actions.dismiss(pledge=pledge, by=request.actor, at=clock.now(), **form.cleaned_data)
    messages.success(request, _("Đã loại chữ ký này, có ghi lý do."))
    return redirect(f"{reverse('pledges:names', args=[pledge.sheet_id])}#cho-doi-chieu")


@require_http_methods(["GET", "HEAD", "POST"])
def strike(request: Request, pk: int) -> HttpResponse:
    """Take a counted pledge out, with its reason."""
    pledge = _get(request, pk)
    require(policies.may_strike(request.actor, pledge))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        context = {"pledge": pledge, "sheet": pledge.sheet, "form": form}
        return render(request, "pledges/strike.html", context, status=status)
    actions.strike(pledge=pledge, by=request.actor, at=clock.now(), **form.cleaned_data)
    messages.success(
        request, _("Đã gạch chữ ký của %(name)s, có ghi lý do.") % {"name": pledge.person}
    )
    return redirect("pledges:names", pledge.sheet_id)


def _match_page(
    request: Request,
    pledge: Pledge,
    unsigned: list[Person],
    form: MatchForm,
    status: int = 200,
    reason_form: ReasonForm | None = None,
) -> HttpResponse:
    context = {
        "pledge": pledge,
        "sheet": pledge.sheet,
        "suggested": suggested(pledge.given, unsigned),
        "form": form,
        "reason_form": reason_form or ReasonForm(),
    }
    return render(request, "pledges/match.html", context, status=status)


def _get(request: Request, pk: int) -> Pledge:
    """A pledge of a sheet they may know of; whether they may see its name, the policy says."""
    seen = queries.sheets_visible_to(request.actor).values("pk")
    pledges = Pledge.objects.filter(sheet__in=seen).select_related(
        "sheet__unit", "sheet__phase", "person"
    )
    return get_object_or_404(pledges, pk=pk)
