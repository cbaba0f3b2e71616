"""Which unit, and who of it, the address of a list of people names."""

from django import forms
from django.core.paginator import Page, Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from thidua.core.asked import asked_number
from thidua.core.folded import folded
from thidua.core.short_pages import ShortPaginator
from thidua.core.verdict import Verdict, require
from thidua.org.fields import UnitNamedField
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.queries.people import scope_of, units_kept_by, units_seen_by
from thidua.org.queries.wanted_people import Account, WantedPeople, Who

ONLY_HERE = "1"


def units_to_keep(request: Request) -> list[Unit]:
    """The units whose people they keep; refused to whoever keeps nobody."""
    units = list(units_kept_by(request.actor))
    if not units:
        require(Verdict(_("Chỉ người quản lý đoàn viên của đơn vị mở được trang này.")))
    return units


def asked_list_unit(request: Request) -> tuple[Unit, list[Unit], str]:
    """The unit whose people are shown, the own ones to change to, and why a typed name is none.

    The address holds the key of the unit; a name typed over it counts more.
    """
    own = units_to_keep(request)
    number = request.GET.get("unit", "")
    unit = own[0]
    if number:
        key = asked_number(number)
        if key is None:
            raise Http404
        unit = get_object_or_404(units_seen_by(request.actor), pk=key)
    typed = request.GET.get("in", "").strip()
    if not typed or folded(typed) == folded(unit.name):
        return unit, own, ""
    named = UnitNamedField()
    named.units = units_seen_by(request.actor)
    try:
        return named.clean(typed), own, ""
    except forms.ValidationError as problem:
        return unit, own, " ".join(problem.messages)


def asked_people(request: Request, unit: Unit) -> WantedPeople:
    """What the filters of the address leave."""
    asked = request.GET
    below = asked.get("only") != ONLY_HERE
    who, account = asked.get("who", ""), asked.get("account", "")
    return WantedPeople(
        scope=scope_of(unit, request.actor.day, below=below),
        who=who if who in Who.values else Who.MEMBERS,
        account=account if account in Account.values else Account.ANY,
        words=asked.get("q", "").strip()[:150],
    )


def page_of(wanted: WantedPeople, request: Request, rows: int) -> "Page[int]":
    """The keys of the people on one page of a list."""
    if wanted.wide:
        pages: Paginator[int] = Paginator(wanted.keys, rows)
    else:
        pages = ShortPaginator(wanted.people.values_list("pk", flat=True), rows)
    return pages.get_page(request.GET.get("page"))
