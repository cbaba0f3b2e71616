"""What a form is bound to, and what becomes of it when the action refuses."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest

from thidua.core.errors import DomainError

Done = TypeVar("Done")


def posted(request: HttpRequest) -> dict[str, Any]:
    """The arguments that bind a form to what was sent, or leave it unbound."""
    if request.method != "POST":
        return {}
    return {"data": request.POST, "files": request.FILES}


def carried_out(form: forms.BaseForm, act: Callable[[], Done]) -> Done | None:
    """Act on a filled form; what the world does not permit is said on it, nothing typed is lost.

    Actions are transactions of their own, so nothing is half-done. None means that `form` goes
    back to the person with the reason, under status 409.
    """
    try:
        return act()
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return None


def sent_anew(request: HttpRequest, submitted_at: datetime | None) -> bool:
    """Whether it was taken back, changed and submitted again since the page was drawn.

    The page sends along when what it showed had been submitted (`submitted_at`, ISO): nobody is to
    decide about words they have not read.
    """
    shown = request.POST.get("submitted_at")
    return submitted_at is not None and shown not in {None, submitted_at.isoformat()}
