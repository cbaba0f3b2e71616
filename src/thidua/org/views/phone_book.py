"""The phone book of chairs: on the screen, on paper, as Excel."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.sheets import Cell, sheet
from thidua.core.short_pages import MOST
from thidua.core.verdict import require
from thidua.org.actions.people import tell_phone_book_taken
from thidua.org.forms.finding import PhoneBookForm
from thidua.org.http import Request
from thidua.org.models import Post
from thidua.org.policies.units import may_phone
from thidua.org.queries.phone_book import phone_book as listed_posts
from thidua.org.queries.phone_book import whole_posts
from thidua.org.queries.visible import units_visible_to

ROWS = 50


@require_safe
def phone_book(request: Request) -> HttpResponse:
    """Who to call; `rows=all` puts everything on one page, for paper."""
    require(may_phone(request.actor))
    form, posts = _asked(request)
    whole = request.GET.get("rows") == "all"
    listed: Page[Any]
    if whole:
        listed = Paginator(posts[:MOST], MOST).get_page(1)
    else:
        listed = KeyedPaginator(posts, ROWS, whole_posts()).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": listed,
        "whole": whole,
        "under": form.cleaned_data.get("under"),
        "day": request.actor.day,
        "address": request.GET.urlencode(),
        "narrowed": any(form.cleaned_data.values()),
    }
    return page(request, "org/units/phone_book.html", context, fragment="rows")


@require_safe
def phone_book_excel(request: Request) -> FileResponse:
    _form, posts = _asked(request)
    tell_phone_book_taken(posts=posts.count(), by=request.actor, at=clock.now())
    heads = (
        _("Đơn vị"),
        _("Loại đơn vị"),
        _("Chức vụ"),
        _("Họ và tên"),
        _("Điện thoại"),
        _("Thư điện tử"),
    )
    name = _("Danh bạ %(day)s") % {"day": f"{request.actor.day:%d-%m-%Y}"}
    return sheet(name, heads, _lines(posts))


def _lines(posts: QuerySet[Post]) -> Iterator[tuple[Cell, ...]]:
    for post in posts.iterator(chunk_size=1_000):
        person, unit = post.person, post.unit
        yield unit.name, unit.kind.name, post.kind.name, person.name, person.phone, person.email


def _asked(request: Request) -> tuple[PhoneBookForm, QuerySet[Post]]:
    form = PhoneBookForm(request.GET, units=units_visible_to(request.actor))
    form.is_valid()
    return form, listed_posts(request.actor, form.called())
