"""One page for every form of the desk: a sentence above, the fields, one act, the way back."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    title: str,
    intro: str,
    act: str,
    back: str,
    **more: Any,
) -> HttpResponse:
    """422 where the form came back; what was typed stays."""
    context = {"form": form, "title": title, "intro": intro, "act": act, "back": back, **more}
    status = 422 if form.is_bound else 200
    return render(request, "oversight/personal_data/form.html", context, status=status)
