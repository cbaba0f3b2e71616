"""What the union keeps about me, and how to have it put right."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.org.actions.corrections import ask_correction
from thidua.org.forms.links import OwnFactsForm
from thidua.org.kiosk_mode import COOKIE
from thidua.org.models import Correction, Person, Unit
from thidua.org.opened_links import link_of
from thidua.org.purposes import SELF_CHECK
from thidua.org.queries import links as queries
from thidua.org.queries.guarded import officer_for


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def self_check(request: HttpRequest) -> HttpResponse:
    """One's own record, by one's account or by a link that was opened here a moment ago."""
    person, unit = _whose(request)
    if person is None:
        return redirect("org:link_code")
    form = OwnFactsForm(request.POST or None, person=person)
    if request.method != "POST":
        return _page(request, person, unit, form)
    if unit is None:
        form.add_error(None, _("Hiện bạn không thuộc đơn vị nào nên chưa có ai nhận yêu cầu sửa."))
    if not form.is_valid() or unit is None:
        return _page(request, person, unit, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    ask_correction(
        person=person,
        unit=unit,
        wanted=form.wanted(),
        note=form.cleaned_data["note"],
        at=clock.now(),
    )
    return redirect(f"{request.path}?da-gui=1")


def _whose(request: HttpRequest) -> tuple[Person | None, Unit | None]:
    link = link_of(request, SELF_CHECK.code)
    if link is not None:
        return link.person, link.unit
    person: Person | None = getattr(request.user, "person", None)
    return person, queries.home_unit_of(person, clock.today()) if person else None


def _page(
    request: HttpRequest,
    person: Person,
    unit: Unit | None,
    form: OwnFactsForm,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    last = Correction.objects.filter(person=person).order_by("-pk").first()
    context = {
        "person": person,
        "unit": unit,
        "form": form,
        "memberships": queries.memberships_of(person),
        "posts": queries.posts_of(person),
        "last": last,
        "officer": officer_for(unit, clock.today()) if unit else None,
        "sent": "da-gui" in request.GET,
        "shared": COOKIE in request.COOKIES,
    }
    return render(request, "org/links/self_check.html", context, status=status)
