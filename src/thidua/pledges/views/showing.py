"""The code on paper and on the wall."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.core.verdict import require
from thidua.org.addresses import HERE_ONLY, outside
from thidua.org.http import Request
from thidua.pledges import policies, queries
from thidua.pledges.codes import qr_svg, without_scheme
from thidua.pledges.models import Sheet

ON_THE_WALL = 8
"""As many groups as a projector shows side by side."""


@dataclass(frozen=True, slots=True)
class Link:
    """How a member gets to the page where one signs."""

    address: str
    typed: str
    drawing: SafeString

    @property
    def only_here(self) -> bool:
        """An address that no phone can reach: the server does not know its own from outside."""
        return urlsplit(self.address).hostname in HERE_ONLY


def link_of(request: Request, sheet: Sheet) -> Link | None:
    """None only when the sheet is closed: nothing is signed any more."""
    code = queries.current_code(sheet)
    if code is None or sheet.closed_at is not None:
        return None
    address = outside(request, reverse("public:pledge", args=[code.token]))
    return Link(address, without_scheme(address), qr_svg(address))


@require_safe
def poster(request: Request, pk: int) -> HttpResponse:
    """One page of A4 to hang up."""
    sheet = get_object_or_404(queries.sheets_visible_to(request.actor), pk=pk)
    require(policies.may_see_names(request.actor, sheet))
    context = {
        "sheet": sheet,
        "link": link_of(request, sheet),
        "superior": queries.superior_then(sheet),
    }
    return render(request, "pledges/poster.html", context)


@require_safe
def wall(request: Request, pk: int) -> HttpResponse:
    """For the projector of the ceremony: one number, what is missing, the code; no names."""
    sheet = get_object_or_404(queries.sheets_visible_to(request.actor), pk=pk)
    day = request.actor.day
    groups = queries.groups_of(sheet, day)
    context = {
        "sheet": sheet,
        "share": queries.figures_of(sheet, day),
        "groups": groups[:ON_THE_WALL],
        "others": len(groups[ON_THE_WALL:]),
        "link": link_of(request, sheet) if policies.may_see_names(request.actor, sheet) else None,
        "superior": queries.superior_then(sheet),
    }
    return page(request, "pledges/wall.html", context, fragment="count")
