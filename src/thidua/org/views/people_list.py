"""The list of people of a unit, on the screen and as an Excel file."""

from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.htmx import page
from thidua.core.sheets import sheet
from thidua.core.templatetags.vn import vn_number
from thidua.org.actions.people import tell_export
from thidua.org.http import Request
from thidua.org.models import Person
from thidua.org.policies.people import may_keep_people
from thidua.org.queries.people_sheet import MEMBER_HEADS, POST_HEADS, member_rows, post_rows
from thidua.org.queries.roster import rows_of
from thidua.org.queries.wanted_people import Account, Who
from thidua.org.views.people_asked import asked_list_unit, asked_people, page_of

ROWS = 25
ON_PAPER = 2_000
"""Rows of the page that is printed; longer lists go into a file."""
MOST = 20_000
"""Rows of one Excel file made while the reader waits."""


@require_safe
def people_list(request: Request) -> HttpResponse:
    """A page of them; `rows=all` puts as many on one page as anybody prints."""
    unit, own, problem = asked_list_unit(request)
    wanted = asked_people(request, unit)
    shown = page_of(wanted, request, ON_PAPER if request.GET.get("rows") == "all" else ROWS)
    keys = list(shown)
    listed = Person.objects.filter(pk__in=keys)
    rows = {row.person.pk: row for row in rows_of(listed, request.actor.day)}
    context = {
        "unit": unit,
        "own": own,
        "problem": problem,
        "wanted": wanted,
        "page": shown,
        "rows": [rows[key] for key in keys],
        "only": not wanted.scope.below,
        "new_url": f"{reverse('org:person_new')}?unit={unit.pk}",
        "who": Who.choices,
        "accounts": Account.choices,
        "may_keep": may_keep_people(request.actor, unit),
    }
    return page(request, "org/people/list.html", context, fragment="rows")


@require_safe
def people_export(request: Request) -> FileResponse:
    """Everybody whom the filters leave, in the shape in which a list is read in."""
    unit, _own, _problem = asked_list_unit(request)
    wanted = asked_people(request, unit)
    people = wanted.people
    too_long = people.order_by()[: MOST + 1].count() > MOST
    if too_long or wanted.too_wide or wanted.cut:
        raise DomainError(
            _(
                "Danh sách có hơn %(most)s người, dài quá một tệp. "
                "Hãy chọn đơn vị nhỏ hơn hoặc lọc bớt rồi tải lại."
            )
            % {"most": vn_number(MOST)}
        )
    posts = request.GET.get("of") == "posts"
    tell_export(unit=unit, posts=posts, by=request.actor, at=clock.now())
    if posts:
        return sheet("chuc-vu", POST_HEADS, post_rows(people, wanted.scope, request.actor.day))
    return sheet("doan-vien", MEMBER_HEADS, member_rows(people, wanted.scope))
