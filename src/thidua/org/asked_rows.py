"""The row that a form without fields of its own hands back."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from thidua.core.asked import asked_number

Row = TypeVar("Row", bound=Model)


def asked_row(request: HttpRequest, rows: QuerySet[Row], name: str) -> Row:
    """The one of `rows` whose key was sent as `name`; 404 for any other."""
    return get_object_or_404(rows, pk=asked_number(request.POST.get(name, "")) or 0)
