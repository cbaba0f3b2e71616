"""Quản trị: one page that leads to everything a keeper looks after."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.org.http import Request
from thidua.oversight.hub import places_for


@require_safe
def hub(request: Request) -> HttpResponse:
    groups = [
        {
            "title": title,
            "places": [
                {"label": one.label, "hint": one.hint, "url": reverse(one.route)} for one in places
            ],
        }
        for title, places in places_for(request.actor)
    ]
    return render(request, "oversight/hub.html", {"groups": groups})
