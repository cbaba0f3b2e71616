"""Views whose libraries are large and rarely wanted: imported when somebody opens them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

View = Callable[..., HttpResponse]


def on_demand(view: str, *, open_to_strangers: bool = False) -> View:
    """The view of that dotted name. Whether strangers may open it has to be said here: the login
    middleware asks before anything is imported."""

    def called(request: HttpRequest, **parameters: object) -> HttpResponse:
        found: View = import_string(view)
        return found(request, **parameters)

    called.login_required = not open_to_strangers  # type: ignore[attr-defined]
    return called
