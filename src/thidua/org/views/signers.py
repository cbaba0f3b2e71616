"""Who could sign what for a unit on a day (TM., KT., TL., TUQ.)."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core.asked import asked_number
from thidua.core.fields import parse_day
from thidua.core.verdict import Verdict, require
from thidua.org.actor import Actor
from thidua.org.fields import UnitNamedField
from thidua.org.http import Request
from thidua.org.models import Post, Unit
from thidua.org.policies.giving import may_delegate
from thidua.org.queries.people import units_seen_by
from thidua.org.queries.signers import SEEING, Signatory, signatories, units_with_signers_for


@require_safe
def signers(request: Request) -> HttpResponse:
    """Old days too: the posts and letters of that day, and the name of the unit then."""
    unit, problem = _unit(request)
    day, typed = request.actor.day, request.GET.get("day", "").strip()
    if typed:
        try:
            day = parse_day(typed)
        except forms.ValidationError as error:
            problem = problem or " ".join(error.messages)
    found = signatories(unit, day)
    context = {
        "unit": unit,
        "named": unit.named_on(day),
        "day": day,
        "typed": typed,
        "problem": problem,
        "signers": found,
        "may_lend": _lendable(request.actor, found) if day == request.actor.day else [],
        "keeps_people": units_seen_by(request.actor).filter(pk=unit.pk).exists(),
    }
    return render(request, "org/people/signers.html", context)


def _lendable(actor: Actor, found: list[Signatory]) -> list[Post]:
    """The posts for which the reader may write a letter of delegation."""
    posts = [one.source for one in found if isinstance(one.source, Post)]
    return [post for post in posts if may_delegate(actor, post)]


def _unit(request: Request) -> tuple[Unit, str]:
    actor, number = request.actor, request.GET.get("unit", "")
    held = {unit for right in SEEING for unit in actor.holding(right)}
    if not held:
        require(Verdict(_("Chỉ người giữ chức vụ của đơn vị hoặc cấp trên mở được trang này.")))
    unit = Unit.objects.get(pk=next(one.unit_id for one in actor.posts if one.unit_id in held))
    if number:
        key = asked_number(number)
        if key is None:
            raise Http404
        unit = get_object_or_404(units_with_signers_for(actor), pk=key)
    if not (typed := request.GET.get("in", "").strip()):
        return unit, ""
    named = UnitNamedField()
    named.units = units_with_signers_for(actor)
    try:
        return named.clean(typed), ""
    except forms.ValidationError as problem:
        return unit, " ".join(problem.messages)
