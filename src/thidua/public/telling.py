"""Exemplars (*điển hình tiên tiến*) for everybody, as long as whoever is told of agrees."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.files.http import show_picture
from thidua.stories import queries

PER_PAGE = 10


@login_not_required
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """What is published, newest first."""
    shown = Paginator(queries.published(), PER_PAGE).get_page(request.GET.get("page"))
    return page(request, "public/stories.html", {"page": shown}, fragment="stories")


@login_not_required
@never_cache
@require_safe
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """One story. Whether it was withdrawn or never existed, the page does not tell."""
    found = queries.published().filter(pk=pk).first()
    if found is None:
        return render(request, "public/no_story.html", status=404)
    return render(request, "public/story.html", {"story": found})


@login_not_required
@require_safe
def story_picture(_request: HttpRequest, pk: int) -> HttpResponse:
    """Its picture; kept by no browser, since the consent may be taken back at any time."""
    found = queries.published().filter(pk=pk, picture__isnull=False).first()
    if found is None or found.picture is None:
        raise Http404
    response = show_picture(found.picture)
    response["Cache-Control"] = "private, no-store"
    return response
